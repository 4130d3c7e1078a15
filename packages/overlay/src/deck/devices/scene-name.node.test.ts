import { expect, it } from 'vitest';
import { sceneName } from './scene-name.js';

it.each([
  ['', '只要商品卡', 'Card only'],
  ['county', '全县目标', 'County'],
  ['county-landscape', '全县目标', 'County'],
  ['toString', 'toString', 'toString'],
  ['night-market', 'night-market', 'night-market'],
  ['~', 'own', 'own'],
  ['~p.A1b2', 'own', 'own'],
])('a scene %j is told to people as %s, or %s', (scene, chinese, english) => {
  expect(sceneName(scene, 'zh-CN', 'own')).toBe(chinese);
  expect(sceneName(scene, 'en', 'own')).toBe(english);
});
