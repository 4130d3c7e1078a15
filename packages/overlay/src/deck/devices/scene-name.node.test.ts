import { expect, it } from 'vitest';
import { zhCnDevices } from '../words/zh-cn-devices.js';
import { sceneName } from './scene-name.js';

it.each([
  ['', '默认组件'],
  ['orchard-sell-out', 'orchard-sell-out'],
  ['~', '自己做的场景'],
  ['~p.A1b2', '自己做的场景'],
])('a scene %j is told to people as %s', (scene, name) => {
  expect(sceneName(scene, zhCnDevices)).toBe(name);
});
