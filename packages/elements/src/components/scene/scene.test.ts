import { put, removal } from '@stallcast/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SCENE_STALLS } from '../../../gallery/scene-stalls.js';
import { raise, setStage, settled } from '../../../gallery/stage.js';
import { nextFrame } from '../../internal/stall-element.js';
import { SCENE_WIDGETS } from './scene.format.js';
import { LOADERS } from './scene.loaders.js';
import { SceneReadEvent } from './scene.events.js';
import type { SceneElement } from './scene.js';
import './define.js';

const GOAL = { id: 'goal', tag: 'stall-goal', x: 40, y: 240 };
const file = (...items: object[]) => ({ version: 1, canvas: 'portrait', items });
const TURN = { group: 'side', seconds: 10 };
const SIDE = [
  { id: 'origin', tag: 'stall-origin', x: 790, y: 240, when: ['provenance'], turn: TURN },
  { id: 'share', tag: 'stall-share', x: 40, y: 600, when: ['share'], turn: TURN },
];

async function setup(scene: unknown) {
  const stall = SCENE_STALLS['orchard']?.stall ?? null;
  const stage = setStage('stall-scene', { name: 'test', en: '', 'zh-CN': '', stall }, 'zh-CN');
  const element = stage.element as SceneElement;
  element.scene = scene;
  const root = await raise(stage);
  const boxes = () => [...root.querySelectorAll<HTMLElement>('.box')];
  const shown = () => boxes().flatMap((box) => (box.hidden ? [] : [box.firstElementChild?.localName ?? '']));
  const pass = async (ms: number) => {
    stage.pass(ms);
    element.requestUpdate();
    await settled(element);
  };
  return { ...stage, element, root, boxes, shown, pass };
}

function showSource(visible: boolean) {
  window.dispatchEvent(new CustomEvent('obsSourceVisibleChanged', { detail: { visible } }));
}

describe('<stall-scene>', () => {
  afterEach(() => {
    showSource(true);
    vi.restoreAllMocks();
    document.body.replaceChildren();
  });

  it('lays widgets out where the file says, as large as it says', async () => {
    const { root, boxes } = await setup(file({ ...GOAL, width: 736, attributes: { look: 'slim' }, layer: 3 }));
    const [box] = boxes();
    const canvas = root.querySelector('.canvas')?.getBoundingClientRect();
    expect([canvas?.width, canvas?.height]).toEqual([1080, 1920]);
    expect(box?.getBoundingClientRect()).toMatchObject({ x: 40, y: 240, width: 736 });
    expect(box?.style.zIndex).toBe('3');
    expect(box?.querySelector('stall-goal')?.getAttribute('look')).toBe('slim');
  });

  it('keeps a widget to its place in a larger box, and scales it from there', async () => {
    const { boxes } = await setup(
      file({ ...GOAL, tag: 'stall-share', width: 900, height: 600, place: 'bottom-right', scale: 0.5 }),
    );
    await customElements.whenDefined('stall-share');
    const share = boxes()[0]?.querySelector<HTMLElement>('stall-share');
    await vi.waitFor(() => expect(share?.offsetWidth).toBeGreaterThan(100));
    const rect = share?.getBoundingClientRect();
    expect([rect?.right, rect?.bottom]).toEqual([940, 840]);
    expect(rect?.width).toBe((share?.offsetWidth ?? 0) / 2);
  });

  it('knows a loader for each widget that a file may hold', async () => {
    expect(Object.keys(LOADERS).sort()).toEqual(Object.keys(SCENE_WIDGETS).sort());
    for (const [tag, load] of Object.entries(LOADERS)) {
      await load();
      const known = (customElements.get(tag) as unknown as { observedAttributes: string[] }).observedAttributes;
      expect(
        Object.keys(SCENE_WIDGETS[tag] ?? {}).filter((name) => !known.includes(name)),
        tag,
      ).toEqual([]);
    }
  });

  it('keeps the last good scene up when a new file is bad, and tells what is wrong', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { element, boxes } = await setup(file(GOAL));
    const [box] = boxes();
    const events: SceneReadEvent[] = [];
    element.addEventListener('stall-scene-read', (event) => events.push(event));
    element.scene = { version: 7 };
    await settled(element);
    expect(boxes()).toEqual([box]);
    expect(events[0]).toMatchObject({ scene: null, faults: [{ at: '' }] });
    expect(said.mock.calls).toEqual([['stall-scene: 应为版本 1 的场景，现在是 7，请更新 Stallcast。']]);
  });

  it('keeps what is in the new file too, and takes away what is not', async () => {
    const { element, boxes } = await setup(file({ ...GOAL, attributes: { look: 'slim' } }, { ...GOAL, id: 'other' }));
    const [first] = boxes();
    element.scene = file({ ...GOAL, id: 'third' }, { ...GOAL, x: 60 });
    await settled(element);
    expect(boxes()).toHaveLength(2);
    expect(boxes()[1]).toBe(first);
    expect(first?.style.left).toBe('60px');
    expect(first?.firstElementChild?.hasAttribute('look')).toBe(false);
  });

  it('names the product that is shown to those that do not look for it', async () => {
    const { boxes, fake, element } = await setup(
      file(
        { ...GOAL, tag: 'stall-stock-counter' },
        { ...GOAL, id: 'b', tag: 'stall-price', attributes: { 'product-id': 'x' } },
      ),
    );
    const ids = () => boxes().map((box) => box.firstElementChild?.getAttribute('product-id'));
    expect(ids()).toEqual(['peach', 'x']);
    fake.change([put('featured', ['pepper'])]);
    await settled(element);
    expect(ids()).toEqual(['pepper', 'x']);
  });

  it('gives the side tags their turns, one at a time', async () => {
    const { shown, pass } = await setup(file(...SIDE));
    const [first] = shown();
    await pass(10_000);
    await vi.waitFor(() => expect(shown()).toHaveLength(1));
    expect(shown()).not.toEqual([first]);
    await pass(10_000);
    await vi.waitFor(() => expect(shown()).toEqual([first]));
  });

  it('moves two plates at most', async () => {
    const { root, pass } = await setup(
      file(...SIDE, ...SIDE.map((item) => ({ ...item, id: `${item.id}-2`, turn: { ...TURN, group: 'other' } }))),
    );
    for (let i = 0; i < 8; i++) {
      await pass(5_000);
      const moving = root.getAnimations().filter((animation) => animation.playState === 'running');
      expect(
        moving.filter(({ effect }) => ((effect as KeyframeEffect).target as Element).className === 'box').length,
      ).toBeLessThanOrEqual(2);
    }
  });

  it('jumps to whose turn it is when it is shown again', async () => {
    const { shown, pass, root, element } = await setup(file(...SIDE));
    const [first] = shown();
    showSource(false);
    await pass(10_000);
    showSource(true);
    element.requestUpdate();
    await settled(element);
    expect(shown()).toHaveLength(1);
    expect(shown()).not.toEqual([first]);
    expect(root.getAnimations()).toEqual([]);
  });

  it('keeps no timer for one candidate, nor while the page is hidden', async () => {
    const timer = vi.spyOn(window, 'setTimeout');
    const long = () => timer.mock.calls.filter(([, ms = 0]) => ms > 1000 && ms <= 20_000).length;
    const { pass, fake, element } = await setup(file(...SIDE.slice(0, 1)));
    expect(long()).toBe(0);
    element.scene = file(...SIDE);
    await settled(element);
    expect(long()).toBe(1);
    showSource(false);
    await pass(1_000);
    fake.change([removal('featured', 'stall')]);
    await nextFrame();
    expect(long()).toBe(1);
  });

  it('wears the theme of the file, unless the page has one of its own or says no', async () => {
    const { element } = await setup({ ...file(GOAL), theme: 'night' });
    expect(element.dataset['stallTheme']).toBe('night');
    element.withoutTheme = true;
    await settled(element);
    expect(element.dataset['stallTheme']).toBeUndefined();
  });

  it('fetches a file of its own server, and no other', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const fetched = vi
      .spyOn(window, 'fetch')
      .mockImplementation(() => Promise.resolve(new Response(JSON.stringify(file(GOAL)))));
    const { element, boxes } = await setup(undefined);
    element.src = 'https://elsewhere.example/scene.json';
    await settled(element);
    expect(fetched).not.toHaveBeenCalled();
    element.src = '/scenes/evening.json';
    await vi.waitFor(() => expect(boxes()).toHaveLength(1));
    expect(fetched).toHaveBeenCalledOnce();
  });

  it('sets hostile text as text', async () => {
    const seller = '<img src=x onerror=alert(1)>';
    const { boxes } = await setup(file({ ...GOAL, tag: 'stall-legal', attributes: { seller, onclick: 'alert(1)' } }));
    expect(boxes()[0]?.firstElementChild?.getAttributeNames()).toEqual(['seller']);
    expect(boxes()[0]?.firstElementChild?.getAttribute('seller')).toBe(seller);
  });
});
