import { raiseScene, SCENES } from './scene-stage.js';

/** Shows one scene as it is on air: `?scene=orchard-portrait&lang=en&theme=night&demo&ground=plain&pass=14`. */
const query = new URLSearchParams(location.search);
const name = query.get('scene') ?? Object.keys(SCENES)[0] ?? '';
document.documentElement.dataset['stallTheme'] = query.get('theme') ?? 'orchard';
document.body.className = query.get('ground') ?? '';
// The backdrop is drawn for a phone: on a wide canvas it is moved up to the host.
if (name.endsWith('landscape')) document.body.style.backgroundPosition = '50% 24%';
const stage = await raiseScene(name, query.get('lang') ?? 'zh-CN', query.has('demo'));
stage.element.withoutTheme = true;
stage.element.dataset['stallTheme'] = query.get('theme') ?? 'orchard';
const seconds = Number(query.get('pass') ?? 0);
if (seconds > 0) {
  stage.pass(seconds * 1000);
  stage.element.requestUpdate();
}
