-- Stallcast for OBS: makes the overlay's source from one link, and offers hotkeys.
-- 工具 → 脚本 → + 选这个文件；把工作室里的链接粘贴进来就行。
-- Tools → Scripts → + and choose this file; then paste the link from the studio.

local obs = obslua

local BROWSER = 'browser_source'
local KEYS_SOURCE = 'Stallcast 快捷键 keys'
local KEY_EVENT = 'stallcast-key'

-- What a link says beside what a page opens: OBS's own names for it, as when the link is dropped into OBS.
local LAYERS = { ['layer-name'] = 'name', ['layer-width'] = 'width', ['layer-height'] = 'height', ['layer-css'] = 'css' }

local KEYS = {
  { id = 'sold-one', words = 'Stallcast：卖出一份 Sold one' },
  { id = 'next', words = 'Stallcast：下一个商品 Next product' },
  { id = 'panic', words = 'Stallcast：全部隐藏／恢复 Hide all or show again' },
}

local hotkeys = {}
local script_settings = nil
local is_ready = false
local count = 0

local function say(zh, en)
  obs.script_log(obs.LOG_WARNING, 'Stallcast: ' .. zh .. ' / ' .. en)
end

local function decode(text)
  return (text:gsub('%%(%x%x)', function(hex)
    return string.char(tonumber(hex, 16))
  end))
end

-- Takes the layer-… out of a link, and gives them beside what is left. nil for what is no link.
local function read_link(link)
  link = link:match('^%s*(.-)%s*$')
  local head, query, fragment = link:match('^([^?#]*)%??([^#]*)(.*)$')
  if not head:match('^https?://[^/]') then
    return nil
  end
  local source, rest = { css = '' }, {}
  for part in query:gmatch('[^&]+') do
    local name, value = part:match('^([^=]*)=?(.*)$')
    local layer = LAYERS[name]
    if layer then
      source[layer] = decode(value)
    else
      rest[#rest + 1] = part
    end
  end
  source.url = head .. (#rest > 0 and '?' .. table.concat(rest, '&') or '') .. fragment
  source.name = source.name or 'Stallcast'
  source.width = tonumber(source.width) or 1080
  source.height = tonumber(source.height) or 1920
  return source
end

local function settings_of(source)
  local data = obs.obs_data_create()
  obs.obs_data_set_bool(data, 'is_local_file', false)
  obs.obs_data_set_string(data, 'url', source.url)
  obs.obs_data_set_int(data, 'width', source.width)
  obs.obs_data_set_int(data, 'height', source.height)
  if source.css ~= '' then
    obs.obs_data_set_string(data, 'css', source.css)
  end
  -- Hidden it keeps its connection, so that it shows the truth at once when it comes back.
  obs.obs_data_set_bool(data, 'shutdown', false)
  obs.obs_data_set_bool(data, 'restart_when_active', false)
  return data
end

local function fit(item)
  local info = obs.obs_video_info()
  if not obs.obs_get_video_info(info) then
    return
  end
  local bounds = obs.vec2()
  bounds.x, bounds.y = info.base_width, info.base_height
  obs.obs_sceneitem_set_bounds_type(item, obs.OBS_BOUNDS_SCALE_INNER)
  obs.obs_sceneitem_set_bounds_alignment(item, 0)
  obs.obs_sceneitem_set_bounds(item, bounds)
end

-- Makes a browser source in the scene on air, or sets it right where it is. A source that is there keeps its place.
local function place(source, is_shown)
  local settings = settings_of(source)
  local found = obs.obs_get_source_by_name(source.name)
  if found and obs.obs_source_get_unversioned_id(found) ~= BROWSER then
    say('“' .. source.name .. '”是别的来源，没有动它。', 'another kind of source is called that: it was left alone.')
    obs.obs_source_release(found)
    obs.obs_data_release(settings)
    return false
  end
  if found then
    obs.obs_source_update(found, settings)
  else
    found = obs.obs_source_create(BROWSER, source.name, settings, nil)
  end
  obs.obs_data_release(settings)
  if not found then
    say('这个 OBS 没有“浏览器”来源。', 'this OBS has no browser source.')
    return false
  end

  local scene_source = obs.obs_frontend_get_current_scene()
  local scene = obs.obs_scene_from_source(scene_source)
  if not obs.obs_scene_find_source(scene, source.name) then
    local item = obs.obs_scene_add(scene, found)
    if is_shown then
      fit(item)
    else
      obs.obs_sceneitem_set_visible(item, false)
    end
  end
  obs.obs_source_release(scene_source)
  obs.obs_source_release(found)
  return true
end

-- Asks OBS, since Lua on Windows takes a path with Chinese letters for one in the system's own encoding, and finds nothing.
local function is_there(path)
  if obs.os_file_exists then
    return obs.os_file_exists(path)
  end
  local file = io.open(path, 'r')
  return file ~= nil and file:close()
end

-- The pages of a local pack that lies around this script, by the address that OBS gives to local files.
local function page_beside(name)
  local path = script_path() .. name
  if not is_there(path) then
    return nil
  end
  local encoded = path:gsub('\\', '/'):gsub('[^%w%-%._~/:]', function(char)
    return string.format('%%%02X', char:byte())
  end)
  return 'http://absolute/' .. encoded
end

local function link_of(setting)
  local link = obs.obs_data_get_string(script_settings, setting)
  if link ~= '' then
    return link
  end
  return page_beside(setting .. '.html') or ''
end

local function make(setting, is_shown, name)
  local link = link_of(setting)
  if link == '' then
    return
  end
  local source = read_link(link)
  if not source then
    say('链接要以 http:// 开头：从工作室里复制。', 'expected a link that begins with http://: copy it in the studio.')
    return
  end
  source.name = name or source.name
  if not is_shown then
    source.width, source.height = 390, 844
  end
  if place(source, is_shown) then
    -- Made once for a link: who takes the source away does not get it back at the next start.
    obs.obs_data_set_string(script_settings, 'made_' .. setting, link)
  end
end

local function make_what_is_new()
  if not is_ready then
    return
  end
  for setting, is_shown in pairs({ overlay = true, deck = false }) do
    local link = link_of(setting)
    if link ~= obs.obs_data_get_string(script_settings, 'made_' .. setting) then
      make(setting, is_shown, not is_shown and KEYS_SOURCE or nil)
    end
  end
end

-- Passes a key on to the deck in its hidden source. Every page may hear it: by its id it is done once.
local function press(key)
  count = count + 1
  local json = string.format('{"id":"obs-%d-%d-%d","key":"%s"}', os.time(), count, math.random(1000000), key)
  local source = obs.obs_get_source_by_name(KEYS_SOURCE)
  if not source then
    say('快捷键要用控台：把控台链接粘贴到脚本里。', 'hotkeys need the deck: paste its link into this script.')
    return
  end
  local data = obs.calldata_create()
  obs.calldata_set_string(data, 'eventName', KEY_EVENT)
  obs.calldata_set_string(data, 'jsonString', json)
  if not obs.proc_handler_call(obs.obs_source_get_proc_handler(source), 'javascript_event', data) then
    say('这个 OBS 不能把快捷键交给网页，要 29.1 或更新。', 'this OBS passes no keys on to pages, 29.1 and later do. ' .. json)
  end
  obs.calldata_destroy(data)
  obs.obs_source_release(source)
end

function script_description()
  return '<b>Stallcast</b><p>粘贴工作室里的画面链接，来源就在当前场景里了（本地包里的脚本不用粘贴）。要用快捷键，再粘贴控台链接，然后到“设置 → 快捷键”里选按键。</p>'
    .. '<p>Paste the overlay’s link from the studio: its source is made in the current scene (the script of a local pack needs no link). For hotkeys paste the deck’s link as well, '
    .. 'then choose the keys under Settings → Hotkeys.</p>'
end

function script_properties()
  local props = obs.obs_properties_create()
  obs.obs_properties_add_text(props, 'overlay', '画面链接 Overlay link', obs.OBS_TEXT_PASSWORD)
  obs.obs_properties_add_text(props, 'deck', '控台链接 Deck link', obs.OBS_TEXT_PASSWORD)
  obs.obs_properties_add_button(props, 'again', '放到当前场景 Put into this scene', function()
    make('overlay', true)
    make('deck', false, KEYS_SOURCE)
    return false
  end)
  return props
end

function script_update(settings)
  script_settings = settings
  make_what_is_new()
end

function script_load(settings)
  script_settings = settings
  math.randomseed(os.time())
  for _, key in ipairs(KEYS) do
    local name = 'stallcast.' .. key.id
    hotkeys[name] = obs.obs_hotkey_register_frontend(name, key.words, function(is_pressed)
      if is_pressed then
        press(key.id)
      end
    end)
    local kept = obs.obs_data_get_array(settings, name)
    obs.obs_hotkey_load(hotkeys[name], kept)
    obs.obs_data_array_release(kept)
  end
  -- A script is loaded before the scenes are.
  obs.obs_frontend_add_event_callback(function(event)
    if event == obs.OBS_FRONTEND_EVENT_FINISHED_LOADING then
      is_ready = true
      make_what_is_new()
    end
  end)
  -- Added while OBS runs, it hears of no loading.
  local scene = obs.obs_frontend_get_current_scene()
  is_ready = scene ~= nil
  obs.obs_source_release(scene)
end

function script_save(settings)
  for name, id in pairs(hotkeys) do
    local keys = obs.obs_hotkey_save(id)
    obs.obs_data_set_array(settings, name, keys)
    obs.obs_data_array_release(keys)
  end
end
