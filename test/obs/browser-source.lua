-- Stands in for OBS's browser source where OBS was built without it: the same id, the same settings under the same words,
-- nothing drawn.
local obs = obslua

local WORDS = {
  name = { 'Browser', '浏览器' },
  is_local_file = { 'Local file', '本地文件' },
  local_file = { 'Local file', '本地文件' },
  width = { 'Width', '宽度' },
  height = { 'Height', '高度' },
  css = { 'Custom CSS', '自定义 CSS' },
  shutdown = { 'Shutdown source when not visible', '不可见时关闭源' },
  restart_when_active = { 'Refresh browser when scene becomes active', '场景变为活动状态时，刷新浏览器' },
}

local function word(id)
  return WORDS[id][obs.obs_get_locale() == 'zh-CN' and 2 or 1]
end

local source = {
  id = 'browser_source',
  type = obs.OBS_SOURCE_TYPE_INPUT,
  output_flags = bit.bor(obs.OBS_SOURCE_VIDEO, obs.OBS_SOURCE_CUSTOM_DRAW, obs.OBS_SOURCE_INTERACTION),
}

source.get_name = function()
  return word('name')
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

source.get_properties = function()
  local props = obs.obs_properties_create()
  local is_local = obs.obs_properties_add_bool(props, 'is_local_file', word('is_local_file'))
  local file = obs.obs_properties_add_path(props, 'local_file', word('local_file'), obs.OBS_PATH_FILE, '*.*', '')
  local url = obs.obs_properties_add_text(props, 'url', 'URL', obs.OBS_TEXT_DEFAULT)
  obs.obs_properties_add_int(props, 'width', word('width'), 1, 8192, 1)
  obs.obs_properties_add_int(props, 'height', word('height'), 1, 8192, 1)
  obs.obs_properties_add_text(props, 'css', word('css'), obs.OBS_TEXT_MULTILINE)
  obs.obs_properties_add_bool(props, 'shutdown', word('shutdown'))
  obs.obs_properties_add_bool(props, 'restart_when_active', word('restart_when_active'))
  obs.obs_property_set_modified_callback(is_local, function(_, _, settings)
    local is_on = obs.obs_data_get_bool(settings, 'is_local_file')
    obs.obs_property_set_visible(file, is_on)
    obs.obs_property_set_visible(url, not is_on)
    return true
  end)
  return props
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
