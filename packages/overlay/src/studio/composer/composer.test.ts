import { parseScene } from '@stallcast/elements';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openKeptScenes } from './kept/kept-scenes.js';
import { eachOnALaptop, open, SCENE } from './test-composer.fixture.js';

describe('<studio-composer>', () => {
  eachOnALaptop();

  it('draws the real widgets, with the mark of a demonstration, and a frame around each that is on air', async () => {
    const { canvas, frame } = await open();
    const card = canvas.querySelector('stall-scene')!.shadowRoot!.querySelector('stall-product-card')!;
    await expect.poll(() => card.shadowRoot!.querySelector('.mark')?.textContent?.trim()).toBe('演示');
    const [box, outline] = [card.getBoundingClientRect(), frame('card').getBoundingClientRect()];
    expect(Math.abs(box.left - outline.left) + Math.abs(box.bottom - outline.bottom)).toBeLessThan(2);
    expect(canvas.querySelector('[data-item="chart"]')).toBeNull();
  });

  it('does everything from the keyboard', async () => {
    const { bench, item, frame } = await open();
    frame('goal').focus();
    expect([...bench.$picked.get()]).toEqual(['goal']);
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Control>}{ArrowDown}{/Control}');
    expect([item('goal').x, item('goal').y]).toEqual([42, 250]);
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(item('goal').width).toBe(746);
    await userEvent.keyboard('l{ArrowLeft}');
    expect([item('goal').locked, item('goal').x]).toEqual([true, 42]);
    await userEvent.keyboard('l]');
    expect(bench.$scene.get().items.map(({ id }) => id)).toEqual(['card', 'goal', 'chart']);
    await userEvent.keyboard('{Control>}d{/Control}');
    expect(bench.$scene.get().items).toHaveLength(4);
    await userEvent.keyboard('{Delete}');
    expect(bench.$scene.get().items).toHaveLength(3);
    await userEvent.keyboard('{Control>}z{/Control}{Control>}z{/Control}{Control>}y{/Control}');
    expect(bench.$scene.get().items).toHaveLength(4);
  });

  it('takes back what a slider or a colour did also while that has the focus, and leaves a text its own', async () => {
    const { bench, tab, part } = await open();
    await tab('theme');
    const tuner = part('studio-tuner');
    const slider = () => tuner.querySelector<HTMLInputElement>('#stall-space-density')!;
    await expect.poll(() => slider().value).toBe('1');
    tuner.querySelector<HTMLDetailsElement>('[data-tuning=space]')!.open = true;
    slider().focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(bench.$scene.get().tokens).toEqual({ '--stall-space-density': '1.05' });
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(bench.$scene.get().tokens).toBeUndefined();
    bench.edit((scene) => ({ ...scene, theme: 'night' }));
    tuner.querySelector<HTMLInputElement>('.color input[type=text]')!.focus();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(bench.$scene.get().theme).toBe('night');
  });

  it('renames a layer, and leaves Enter and Escape to an input method that spells a name out', async () => {
    const { tab, part, item } = await open();
    await tab('layers');
    const layers = part('studio-layers');
    layers.querySelector<HTMLElement>('.pick')!.dispatchEvent(new MouseEvent('dblclick'));
    const field = () => layers.querySelector<HTMLInputElement>('li input');
    await expect.poll(field).not.toBeNull();
    field()!.value = 'tao';
    for (const key of ['Enter', 'Escape', 'l', 'Delete'])
      field()!.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, composed: true }));
    expect([item('chart').name, item('chart').locked, field()?.value]).toEqual([undefined, undefined, 'tao']);
    field()!.value = '\u202e桃';
    field()!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    expect(item('chart').name).toBe('\u202e桃');
    await expect.poll(() => layers.querySelector('.pick bdi')?.textContent).toBe('\u202e桃');
  });

  it('says what is on air while nothing is picked, to be picked there, and where the guides are from', async () => {
    const { bench, part, root } = await open();
    const overview = part('studio-overview');
    expect([...overview.querySelectorAll<HTMLElement>('[data-pick]')].map(({ dataset }) => dataset['pick'])).toEqual([
      ...['goal', 'card'],
    ]);
    expect(overview.textContent).toMatch(/抖音: 估计 \(\d{4}-\d\d\)/);
    overview.querySelector<HTMLElement>('[data-pick=card]')!.click();
    expect([...bench.$picked.get()]).toEqual(['card']);
    await expect.poll(() => root.querySelector('studio-inspector')).not.toBeNull();
  });

  it('adds any widget, and edits it in fields that its own comments tell of', async () => {
    const { bench, item, tab, part, composer } = await open();
    await tab('widgets');
    part('studio-palette').querySelector<HTMLElement>('[data-tag="stall-stock-counter"]')!.click();
    await composer.updateComplete;
    const inspector = part('studio-inspector');
    await expect.poll(() => inspector.querySelector('select[name=look]')).not.toBeNull();
    const look = inspector.querySelector<HTMLSelectElement>('select[name=look]')!;
    expect([...look.options].map(({ value }) => value)).toEqual(['', 'number', 'row', 'ring', 'bar', 'small']);
    look.value = 'ring';
    look.dispatchEvent(new Event('change'));
    expect(item('stock-counter').attributes).toEqual({ look: 'ring' });
    const low = inspector.querySelector<HTMLInputElement>('input[name=low-at]')!;
    low.value = '-4';
    low.dispatchEvent(new Event('change'));
    await expect.poll(() => inspector.querySelector('[role=alert]')?.textContent).toContain('0 到 9999');
    expect(item('stock-counter').attributes).toEqual({ look: 'ring' });
    expect(parseScene(JSON.parse(JSON.stringify(bench.$scene.get()))).faults).toEqual([]);
  });

  it('plays every test on its own stage', async () => {
    const { bench, tab, part, composer } = await open();
    await tab('test');
    part('studio-tests').querySelector<HTMLElement>('[data-event="sold-out"]')!.click();
    await expect
      .poll(() => bench.stage.store.$stocks.get().find(({ productId }) => productId === 'peach')?.hold)
      .toBe('sold-out');
    await expect.poll(() => composer.shadowRoot!.querySelector('.notice')?.textContent).toBe('演示：抢光');
  });

  it('keeps every change in this browser, with versions, and opens it again', async () => {
    const { bench, frame } = await open();
    bench.keepVersion();
    frame('goal').focus();
    await userEvent.keyboard('{ArrowRight}');
    const [kept] = openKeptScenes().all();
    expect(kept?.scene.items[0]?.x).toBe(41);
    expect(kept?.versions.map(({ scene }) => scene.items[0]?.x)).toContain(40);
  });

  it('opens a file, and says in one sentence what is wrong with another', async () => {
    const { bench, tab, part, composer } = await open();
    await tab('scenes');
    const scenes = part('studio-scenes');
    const choose = (text: string) => {
      const field = scenes.querySelector<HTMLInputElement>('input[type=file]')!;
      const files = new DataTransfer();
      files.items.add(new File([text], 'scene.json'));
      field.files = files.files;
      field.dispatchEvent(new Event('change'));
    };
    choose('{"version":9}');
    await expect.poll(() => scenes.querySelector('[role=alert]')?.textContent).toContain('请更新 Stallcast');
    choose(JSON.stringify({ ...SCENE, title: '来自文件', canvas: 'landscape' }));
    await expect.poll(() => bench.$scene.get().title).toBe('来自文件');
    await composer.updateComplete;
    expect(bench.$scene.get().canvas).toBe('landscape');
  });

  it('shows no key as text, and says where a scene is too large for a link', async () => {
    const { root, tab, part, bench } = await open();
    await tab('use');
    const use = part('studio-use');
    await expect
      .poll(() => use.querySelector<HTMLAnchorElement>('.ticket')?.href)
      .toMatch(/scene=~p\.[\w-]+&layer-name=/);
    expect(root.textContent + (use.textContent ?? '')).not.toContain('CANARY');
    const noise = (seed: number) =>
      Array.from({ length: 300 }, (_, i) => String.fromCharCode(0x4e00 + ((seed * 977 + i * 131) % 20_000))).join('');
    const items = Array.from({ length: 40 }, (_, i) => ({
      id: `a-${i}`,
      tag: 'stall-tickets',
      x: 0,
      y: 0,
      attributes: { 'product-ids': noise(i) },
    }));
    bench.edit((scene) => ({ ...scene, items }));
    await expect.poll(() => use.querySelector('[role=alert]')?.textContent).toContain('链接放不下');
  });

  it.each([
    [1366, 'zh-CN'],
    [390, 'en'],
  ] as const)('has nothing against accessibility at %i px in %s, and nothing hangs over', async (width, language) => {
    await page.viewport(width, 768);
    const { composer, root, tab, frame, part } = await open(SCENE, language);
    frame('goal').focus();
    const tabs = [...root.querySelectorAll('[role=tab]')].map(({ id }) => id.replace('tab-', ''));
    expect(tabs).toHaveLength(7);
    // The widgets are hidden from those who listen here, and have tests of their own.
    part('studio-canvas').querySelector('.wear')?.remove();
    for (const [left, right] of [
      ['widgets', 'item'],
      ['layers', 'theme'],
      ['scenes', 'test'],
      ['scenes', 'use'],
    ] as const) {
      await tab(left);
      await tab(right);
      await composer.updateComplete;
      // Sixty small widgets that are hidden from those who listen would be looked at one by one.
      for (const preview of root.querySelector('studio-scenes')?.shadowRoot?.querySelectorAll('.scaled') ?? [])
        preview.remove();
      const { violations } = await axe.run({
        resultTypes: ['violations'],
        // A page's name and language are those of the tests here.
        rules: { 'document-title': { enabled: false }, 'html-has-lang': { enabled: false } },
        runOnly: ['wcag2a', 'wcag2aa', 'best-practice'],
      });
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    }
  });

  it('speaks the other language at once', async () => {
    const { $language, root } = await open();
    $language.set('en');
    await expect.poll(() => root.querySelector('#tab-layers')?.textContent?.trim()).toBe('Layers');
  });
});
