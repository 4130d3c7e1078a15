import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from './scene.format.js';
import { parseScene } from './scene.parse.js';

const GOAL = { id: 'goal', tag: 'stall-goal', x: 40, y: 240 };
const file = (...items: unknown[]) => ({ version: 1, canvas: 'portrait', items });
const sentences = (raw: unknown) => parseScene(raw).faults.map(({ en }) => en);

describe('parseScene', () => {
  it('reads a file, as text or as what it stands for', () => {
    const raw = { ...file({ ...GOAL, attributes: { look: 'slim' }, when: ['goal'] }), title: '果园', theme: 'night' };
    expect(parseScene(raw)).toEqual({ scene: raw, faults: [] });
    expect(parseScene(JSON.stringify(raw))).toEqual({ scene: raw, faults: [] });
  });

  it('lets a bad item cost itself alone, with one sentence in each language', () => {
    const { scene, faults } = parseScene(file({ ...GOAL, x: 'left' }, { ...GOAL, id: 'second' }, 7));
    expect(scene?.items.map(({ id }) => id)).toEqual(['second']);
    expect(faults.map(({ at, en }) => [at, en])).toEqual([
      ['items[0]', 'items[0] x: expected a number from -2000 to 4000, got "left".'],
      ['items[2]', 'items[2]: expected an item, got 7.'],
    ]);
    expect(faults[0]?.['zh-CN']).toBe('items[0] x：应为-2000 到 4000 的数字，现在是 "left"。');
  });

  it('keeps an item whose attribute is unknown or wrong, without it', () => {
    const attributes = { look: 'neon', onclick: 'alert(1)', style: 'x', 'goal-id': 'tonight' };
    const { scene, faults } = parseScene(file({ ...GOAL, attributes }));
    expect(scene?.items[0]?.attributes).toEqual({ 'goal-id': 'tonight' });
    expect(faults).toHaveLength(3);
  });

  it.each([
    ['a script', 'script'],
    ['what is not for air', 'stall-prompter'],
    ['another scene', 'stall-scene'],
    ['a name of the language', 'constructor'],
  ])('keeps out %s', (_, tag) => {
    expect(parseScene(file({ ...GOAL, tag })).scene?.items).toEqual([]);
  });

  it.each(['http://shop.example', 'javascript:alert(1)', 'https://', '//shop.example', 'https://a.example/"><b>'])(
    'keeps out the address %s',
    (href) => {
      const item = { ...GOAL, tag: 'stall-qr', attributes: { href } };
      expect(parseScene(file(item)).scene?.items[0]?.attributes).toEqual({});
    },
  );

  it('leaves out in silence what a newer file may have', () => {
    const { scene, faults } = parseScene({ ...file({ ...GOAL, glow: 3 }), weather: 'rain' });
    expect([scene, faults]).toEqual([file(GOAL), []]);
  });

  it('keeps the tokens of a theme that are plain values, and names the others', () => {
    const good = { '--stall-color-value': '#0a5cc4', '--stall-font-title': 'PingFang SC, sans-serif' };
    const bad = {
      '--stall-color-plate': 'url(https://a.example/x)',
      '--stall-color-text': '#fff; } body { display: none',
      '--stall-font-text': "'a",
      '--stall-src': 'relay:x',
      '--stall-plate-emblem': '#ffffff',
    };
    const { scene, faults } = parseScene({ ...file(GOAL), tokens: { ...good, ...bad } });
    expect(scene?.tokens).toEqual(good);
    expect(faults.map(({ en }) => en)).toContain(
      'tokens --stall-font-text: expected names of fonts with commas between, got "\'a".',
    );
    expect(faults).toHaveLength(5);
  });

  it('takes each id once', () => {
    expect(sentences(file(GOAL, GOAL))).toEqual([
      'items[1] : expected one that no other item has, got "goal".'.replace('items[1] ', 'id'),
    ]);
  });

  it('takes no more than there may be', () => {
    const many = Array.from({ length: LIMITS.items + 2 }, (_, i) => ({ ...GOAL, id: `goal-${i}` }));
    expect(parseScene(file(...many)).scene?.items).toHaveLength(LIMITS.items);
    const groups = Array.from({ length: LIMITS.turnGroups + 1 }, (_, i) => ({
      ...GOAL,
      id: `goal-${i}`,
      turn: { group: `group-${i}`, seconds: 9 },
    }));
    expect(parseScene(file(...groups)).scene?.items).toHaveLength(LIMITS.turnGroups);
    expect(parseScene(' '.repeat(LIMITS.text + 1))).toMatchObject({ scene: null, faults: [{}] });
  });

  it.each([
    ['no object', 'hello', 'This is no scene file: expected a JSON object.'],
    ['a newer version', { ...file(), version: 2 }, 'Expected a scene of version 1, got 2: update Stallcast.'],
    ['no version', { canvas: 'portrait', items: [] }, 'Expected a scene of version 1, got –.'],
    ['another canvas', { ...file(), canvas: '__proto__' }, 'canvas: expected portrait or landscape, got "__proto__".'],
    ['no items', { version: 1, canvas: 'portrait' }, 'items: expected a list, got –.'],
  ])('says in one sentence what is wrong with %s', (_, raw, sentence) => {
    expect(parseScene(raw).scene).toBeNull();
    expect(sentences(raw)).toEqual([sentence]);
  });

  it('never throws, and says short plain sentences whatever comes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.string(),
          fc.array(fc.anything()).map((items) => file(...items)),
        ),
        (raw) => {
          for (const { en, 'zh-CN': zh } of parseScene(raw).faults) {
            expect(en.length).toBeLessThan(700);
            expect(en + zh).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
          }
        },
      ),
    );
  });
});
