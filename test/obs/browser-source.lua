-- Stands in for OBS's browser source where OBS was built without it: the same id, the same settings, nothing drawn.
local obs = obslua

local source = {
  id = 'browser_source',
  type = obs.OBS_SOURCE_TYPE_INPUT,
  output_flags = bit.bor(obs.OBS_SOURCE_VIDEO, obs.OBS_SOURCE_CUSTOM_DRAW),
}

source.get_name = function()
  return 'Browser'
end

source.create = function(settings)
  return { width = obs.obs_data_get_int(settings, 'width'), height = obs.obs_data_get_int(settings, 'height') }
end

source.destroy = function() end

source.update = function(data, settings)
  data.width = obs.obs_data_get_int(settings, 'width')
  data.height = obs.obs_data_get_int(settings, 'height')
end

source.get_defaults = function(settings)
  obs.obs_data_set_default_string(settings, 'url', 'https://obsproject.com/browser-source')
  obs.obs_data_set_default_int(settings, 'width', 800)
  obs.obs_data_set_default_int(settings, 'height', 600)
end

source.get_width = function(data)
  return data.width
end

source.get_height = function(data)
  return data.height
end

source.video_render = function() end

function script_description()
  return 'A stand-in for the browser source.'
end

obs.obs_register_source(source)
