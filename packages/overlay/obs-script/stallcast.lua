-- Stallcast for OBS: makes the overlay's source, and offers hotkeys.
-- 工具 → 脚本 → + 选这个文件。本地包里的脚本自己放好画面；单独下载的，把工作室里的链接粘贴进来。
-- Tools → Scripts → + and choose this file. In a local pack it makes the source by itself; alone it wants the link from the studio.

local obs = obslua

local BROWSER = 'browser_source'
local KEYS_SOURCE = 'Stallcast 快捷键 keys'
local KEY_EVENT = 'stallcast-key'
local DECK_WINDOW_MS = 500
-- Two presses by one hand are further apart.
local SAME_PRESS_NS = 50000000

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
local myself = nil

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

local function canvas()
  local info = obs.obs_video_info()
  if obs.obs_get_video_info(info) then
    return info.base_width, info.base_height
  end
  return 1080, 1920
end

local function fit(item)
  local bounds = obs.vec2()
  bounds.x, bounds.y = canvas()
  local position = obs.vec2()
  obs.obs_sceneitem_set_pos(item, position)
  obs.obs_sceneitem_set_bounds_type(item, obs.OBS_BOUNDS_SCALE_INNER)
  obs.obs_sceneitem_set_bounds_alignment(item, 0)
  obs.obs_sceneitem_set_bounds(item, bounds)
end

local function is_browser(source)
  return obs.obs_source_get_unversioned_id(source) == BROWSER
end

local function setting_of(source, read, name)
  local settings = obs.obs_source_get_settings(source)
  local value = read(settings, name)
  obs.obs_data_release(settings)
  return value
end

-- The browser source that opens a page, whatever the host calls it. To be released; nil where there is none.
local function find_by_url(url)
  local sources = obs.obs_enum_sources() or {}
  local name = nil
  for _, source in ipairs(sources) do
    if not name and is_browser(source) and setting_of(source, obs.obs_data_get_string, 'url') == url then
      name = obs.obs_source_get_name(source)
    end
  end
  obs.source_list_release(sources)
  return name and obs.obs_get_source_by_name(name)
end

-- The browser source of a name, or nil and a name that is free: something else may bear the one that is wanted.
local function find_by_name(wanted)
  local name, number = wanted, 1
  while true do
    local found = obs.obs_get_source_by_name(name)
    if not found or is_browser(found) then
      return found, name
    end
    obs.obs_source_release(found)
    number = number + 1
    name = wanted .. ' ' .. number
  end
end

-- Makes a browser source in the scene on air, or sets it right where it is. A source that is there keeps its place.
local function place(source, is_shown)
  local settings = settings_of(source)
  local found, name = find_by_url(source.url), nil
  if not found then
    found, name = find_by_name(source.name)
  end
  local is_resized = false
  if found then
    is_resized = setting_of(found, obs.obs_data_get_int, 'width') ~= source.width
      or setting_of(found, obs.obs_data_get_int, 'height') ~= source.height
    obs.obs_source_update(found, settings)
  else
    found = obs.obs_source_create(BROWSER, name, settings, nil)
  end
  obs.obs_data_release(settings)
  if not found then
    say('这个 OBS 没有“浏览器”来源。', 'this OBS has no browser source.')
    return false
  end

  local scene_source = obs.obs_frontend_get_current_scene()
  local scene = obs.obs_scene_from_source(scene_source)
  local item = obs.obs_scene_find_source(scene, obs.obs_source_get_name(found))
  local is_here = item ~= nil
  item = item or obs.obs_scene_add(scene, found)
  if is_shown and (is_resized or not is_here) then
    fit(item)
  elseif not is_shown and not is_here then
    obs.obs_sceneitem_set_visible(item, false)
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

local function is_pack()
  return page_beside('overlay.html') ~= nil
end

-- Explorer and the packers of Windows take one file out of a zip to show it: nothing else of the pack is beside it.
local function is_within_zip()
  local path = script_path():gsub('\\', '/')
  return path:find('/Temp%d+_[^/]*%.zip/') ~= nil or path:find('/7z[%u%d]+/') ~= nil or path:find('/Rar%$') ~= nil
end

local function link_of(setting)
  local link = obs.obs_data_get_string(script_settings, setting)
  if link ~= '' then
    return link
  end
  return page_beside(setting .. '.html') or ''
end

-- What a link describes. A page of the pack says no size: it takes the canvas's shape.
local function describe(setting, is_shown)
  local link = link_of(setting)
  local source = read_link(link)
  if not source then
    return nil
  end
  if not is_shown then
    source.name, source.width, source.height = KEYS_SOURCE, 390, 844
  elseif link == page_beside('overlay.html') then
    local width, height = canvas()
    if width > height then
      source.width, source.height = 1920, 1080
    end
  end
  return source
end

-- Whether something was made.
local function make(setting, is_shown)
  local link = link_of(setting)
  if link == '' then
    return false
  end
  local source = describe(setting, is_shown)
  if not source then
    say('链接要以 http:// 开头：从工作室里复制。', 'expected a link that begins with http://: copy it in the studio.')
    return false
  end
  if not place(source, is_shown) then
    return false
  end
  -- Made once for a link: who takes the source away does not get it back at the next start.
  obs.obs_data_set_string(script_settings, 'made_' .. setting, link)
  return true
end

local function is_new(setting)
  return link_of(setting) ~= obs.obs_data_get_string(script_settings, 'made_' .. setting)
end

-- The deck's hidden source, to be released. nil where there is none.
local function find_deck()
  local source = describe('deck', false)
  local found = source and find_by_url(source.url)
  return found or obs.obs_get_source_by_name(KEYS_SOURCE)
end

-- The deck in a window of OBS's own, where it can be pressed.
local function open_deck()
  local source = find_deck()
  if source then
    obs.obs_frontend_open_source_interaction(source)
    obs.obs_source_release(source)
  else
    say('先点“放到当前场景”。', 'press “Put into this scene” first.')
  end
end

local function open_deck_once()
  obs.remove_current_callback()
  open_deck()
end

local function make_what_is_new()
  if not is_ready then
    return
  end
  if is_new('overlay') then
    make('overlay', true)
  end
  -- Whoever adds the script of a pack sees at once that it worked, and what to press next.
  local is_own_deck = link_of('deck') == page_beside('deck.html')
  if is_new('deck') and make('deck', false) and is_own_deck and obs.obs_frontend_open_source_interaction then
    obs.timer_add(open_deck_once, DECK_WINDOW_MS)
  end
end

-- Whether another copy of this script has passed the same press on: a key is bound to each copy by itself.
local function is_passed_on(source, key)
  local shared = obs.obs_source_get_private_settings(source)
  local now = obs.os_gettime_ns()
  local name = 'stallcast-' .. key
  local since = now - (tonumber(obs.obs_data_get_string(shared, name .. '-at')) or 0)
  local by = obs.obs_data_get_string(shared, name .. '-by')
  local is_double = by ~= myself and by ~= '' and since >= 0 and since < SAME_PRESS_NS
  if not is_double then
    obs.obs_data_set_string(shared, name .. '-at', string.format('%d', now))
    obs.obs_data_set_string(shared, name .. '-by', myself)
  end
  obs.obs_data_release(shared)
  return is_double
end

-- Passes a key on to the deck in its hidden source. Every page may hear it: by its id it is done once.
local function press(key)
  local source = find_deck()
  if not source then
    say('快捷键要用控台：把控台链接粘贴到脚本里。', 'hotkeys need the deck: paste its link into this script.')
    return
  end
  if not is_passed_on(source, key) then
    count = count + 1
    local json = string.format('{"id":"obs-%d-%d-%d","key":"%s"}', os.time(), count, math.random(1000000), key)
    local data = obs.calldata_create()
    obs.calldata_set_string(data, 'eventName', KEY_EVENT)
    obs.calldata_set_string(data, 'jsonString', json)
    if not obs.proc_handler_call(obs.obs_source_get_proc_handler(source), 'javascript_event', data) then
      say('这个 OBS 不能把快捷键交给网页，要 29.1 或更新。', 'this OBS passes no keys on to pages, 29.1 and later do. ' .. json)
    end
    obs.calldata_destroy(data)
  end
  obs.obs_source_release(source)
end

function script_description()
  if is_within_zip() then
    return '<b>Stallcast</b><p>还没有解压：右键压缩包 → 全部解压缩，再选新文件夹里的 stallcast.lua。</p>'
      .. '<p>Not unpacked yet: right-click the zip → Extract All, then choose stallcast.lua in the new folder.</p>'
  end
  if is_pack() then
    return '<b>Stallcast</b><p>画面已经在当前场景里。控台：点“打开控台窗口”。快捷键在“设置 → 快捷键”里选。</p>'
      .. '<p>The overlay is in the current scene. For the deck press “Open the deck”. Choose hotkeys under Settings → Hotkeys.</p>'
  end
  return '<b>Stallcast</b><p>粘贴工作室里的画面链接，来源就在当前场景里了。要用快捷键，再粘贴控台链接，然后到“设置 → 快捷键”里选按键。</p>'
    .. '<p>Paste the overlay’s link from the studio: its source is made in the current scene. For hotkeys paste the deck’s link as well, '
    .. 'then choose the keys under Settings → Hotkeys.</p>'
end

function script_properties()
  local props = obs.obs_properties_create()
  if is_pack() then
    obs.obs_properties_add_text(props, 'dock', '控台网址（停靠窗口用） Address for a dock', obs.OBS_TEXT_DEFAULT)
  else
    obs.obs_properties_add_text(props, 'overlay', '画面链接 Overlay link', obs.OBS_TEXT_PASSWORD)
    obs.obs_properties_add_text(props, 'deck', '控台链接 Deck link', obs.OBS_TEXT_PASSWORD)
  end
  if obs.obs_frontend_open_source_interaction then
    obs.obs_properties_add_button(props, 'open', '打开控台窗口 Open the deck', function()
      open_deck()
      return false
    end)
  end
  obs.obs_properties_add_button(props, 'again', '放到当前场景 Put into this scene', function()
    make('overlay', true)
    make('deck', false)
    return false
  end)
  return props
end

function script_defaults(settings)
  obs.obs_data_set_default_string(settings, 'dock', page_beside('deck.html') or '')
end

function script_update(settings)
  script_settings = settings
  make_what_is_new()
end

function script_load(settings)
  script_settings = settings
  -- Copies of this script that are loaded in the same second differ by their place in memory.
  math.randomseed(os.time() + (tonumber(tostring(hotkeys):match('0x(%x+)') or '0', 16) % 1000003))
  myself = tostring(hotkeys) .. math.random(1000000)
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
  -- A script is loaded before the scenes are: when OBS starts, and when another scene collection comes.
  obs.obs_frontend_add_event_callback(function(event)
    if event == obs.OBS_FRONTEND_EVENT_FINISHED_LOADING or event == obs.OBS_FRONTEND_EVENT_SCENE_COLLECTION_CHANGED then
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
