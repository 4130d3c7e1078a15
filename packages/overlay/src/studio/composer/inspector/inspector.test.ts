import type { Scene } from '@stallcast/elements';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { eachOnALaptop, open, SCENE } from '../test-composer.fixture.js';

const SEVERAL: Scene = {
  ...SCENE,
  items: [
    { id: 'goal', tag: 'stall-goal', x: 40, y: 240, width: 736 },
    {
      id: 'card',
      tag: 'stall-product-card',
      x: 40,
      y: 818,
      width: 1000,
      attributes: { look: 'wide' },
      when: ['tickets'],
    },
    { id: 'price', tag: 'stall-price', x: 60, y: 1300, attributes: { look: 'tall', 'product-id': 'peach' } },
  ],
};

describe('<studio-inspector> of several', () => {
  eachOnALaptop();

  async function pick(...ids: string[]) {
    const all = await open(SEVERAL);
    all.bench.$picked.set(new Set(ids));
    await all.composer.updateComplete;
    const inspector = all.part('studio-inspector');
    const field = (name: string) => inspector.querySelector<HTMLInputElement & HTMLSelectElement>(`[name="${name}"]`)!;
    const set = async (name: string, value: string) => {
      field(name).value = value;
      field(name).dispatchEvent(new Event('change'));
      await all.composer.updateComplete;
    };
    await expect.poll(() => field('x')).not.toBeNull();
    return { ...all, inspector, field, set };
  }

  it('shows what they share and what differs, and changes all by one step', async () => {
    const { bench, inspector, field, set, item } = await pick('goal', 'card', 'price');
    expect([field('x').value, field('x').placeholder, field('scale').value]).toEqual(['', '不一样', '100']);
    expect(inspector.querySelector('[name=name]')).toBeNull();
    await set('x', '100');
    expect([item('goal').x, item('card').x, item('price').x]).toEqual([100, 100, 100]);
    expect(bench.$history.get().past).toHaveLength(1);
    await expect.poll(() => field('x').value).toBe('100');
    bench.undo();
    expect([item('goal').x, item('card').x, item('price').x]).toEqual([40, 40, 60]);
    await expect.poll(() => field('x').value).toBe('');
  });

  it('has the attributes and conditions of all of them', async () => {
    const { field, set, item } = await pick('card', 'price');
    const chosen = (name: string) => field(name).selectedOptions[0]?.textContent?.trim();
    expect([...field('look').options].map(({ value }) => value)).toEqual(['不一样', '', 'wide', 'tall', 'slim']);
    expect([chosen('look'), chosen('when-tickets')]).toEqual(['不一样', '不一样']);
    await set('look', 'slim');
    await expect.poll(() => chosen('look')).not.toBe('不一样');
    expect([item('card').attributes, item('price').attributes]).toEqual([
      { look: 'slim' },
      { look: 'slim', 'product-id': 'peach' },
    ]);
    await set('when-tickets', 'no-tickets');
    expect([item('card').when, item('price').when, item('goal').when]).toEqual([
      ['no-tickets'],
      ['no-tickets'],
      undefined,
    ]);
    await set('turn', 'side');
    await set('seconds', '9');
    expect([item('card').turn, item('price').turn]).toEqual([
      { group: 'side', seconds: 9 },
      { group: 'side', seconds: 9 },
    ]);
  });

  it('refuses for all what one cannot have, says why, and shows what holds', async () => {
    const { bench, inspector, field, set, item } = await pick('goal', 'card');
    bench.edit((scene) => ({
      ...scene,
      items: scene.items.map((one) => (one.id === 'goal' ? { ...one, locked: true } : one)),
    }));
    await set('width', '9');
    await expect.poll(() => inspector.querySelector('[role=alert]')?.textContent).toContain('20 到 2000');
    expect([item('goal').width, item('card').width, field('width').value]).toEqual([736, 1000, '']);
    await set('width', '800');
    expect([item('goal').width, item('card').width]).toEqual([736, 800]);
  });
});

describe('<studio-inspector> of what a stall has', () => {
  eachOnALaptop();

  const PEACH = { id: 'peach', title: '<b>阳山\u202e水蜜桃', picture: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' };
  const GOODS = {
    'product-id': [PEACH, { id: 'plum', title: '李子', picture: null }],
    'product-ids': [PEACH],
    'goal-id': [],
  };

  it('lists it by name and picture, one for all that is picked, and lets any id be typed', async () => {
    const { bench, part, item, composer } = await open(SEVERAL);
    bench.$goods.set(GOODS);
    bench.$picked.set(new Set(['card', 'price']));
    await composer.updateComplete;
    const inspector = part('studio-inspector');
    const radios = () => [...inspector.querySelectorAll<HTMLInputElement>('[data-goods=product-id] input[type=radio]')];
    await expect.poll(() => radios().map(({ value }) => value)).toEqual(['', 'peach', 'plum']);
    // The card shows what is on, the price one product: neither is chosen for both.
    expect(radios().map(({ checked }) => checked)).toEqual([false, false, false]);
    const [, peach, plum] = radios();
    expect(peach!.parentElement!.textContent.trim()).toBe(PEACH.title);
    expect(peach!.parentElement!.querySelector('img')?.src).toBe(PEACH.picture);
    plum!.click();
    expect([item('card').attributes?.['product-id'], item('price').attributes?.['product-id']]).toEqual([
      'plum',
      'plum',
    ]);
    await expect.poll(() => radios().map(({ checked }) => checked)).toEqual([false, false, true]);

    const typed = inspector.querySelector<HTMLInputElement>('input[name=product-id]')!;
    typed.value = 'from-elsewhere';
    typed.dispatchEvent(new Event('change'));
    await expect.poll(() => radios().at(-1)?.parentElement?.textContent.trim()).toBe('from-elsewhere (这个摊位没有)');
    expect(radios().at(-1)?.checked).toBe(true);
    radios()[0]!.click();
    expect(item('price').attributes).toEqual({ look: 'tall' });
    bench.undo();
    await expect.poll(() => radios().at(-1)?.value).toBe('from-elsewhere');
    bench.$goods.set(null);
    await expect.poll(() => inspector.querySelector('[data-goods]')).toBeNull();
    expect(inspector.querySelector<HTMLInputElement>('input[name=product-id]')!.value).toBe('from-elsewhere');
  });

  it('has nothing against accessibility', async () => {
    const { bench, part, composer } = await open(SEVERAL);
    bench.$goods.set(GOODS);
    bench.$picked.set(new Set(['card', 'price']));
    await composer.updateComplete;
    await expect.poll(() => part('studio-inspector').querySelectorAll('.choice').length).toBe(3);
    const { violations } = await axe.run(part('studio-inspector').host as HTMLElement, {
      resultTypes: ['violations'],
      rules: { region: { enabled: false } },
      runOnly: ['wcag2a', 'wcag2aa', 'best-practice'],
    });
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  });

  it('takes several where several are meant', async () => {
    const { bench, part, item, composer } = await open({
      ...SEVERAL,
      items: [
        ...SEVERAL.items,
        { id: 'visits', tag: 'stall-tickets', x: 0, y: 0, attributes: { 'product-ids': 'plum' } },
      ],
    });
    bench.$goods.set(GOODS);
    bench.$picked.set(new Set(['visits']));
    await composer.updateComplete;
    const boxes = () => [
      ...part('studio-inspector').querySelectorAll<HTMLInputElement>('[data-goods] input[type=checkbox]'),
    ];
    await expect
      .poll(() => boxes().map(({ value, checked }) => [value, checked]))
      .toEqual([
        ['', false],
        ['peach', false],
        ['plum', true],
      ]);
    boxes()[1]!.click();
    expect(item('visits').attributes).toEqual({ 'product-ids': 'plum peach' });
    await expect.poll(() => boxes()[1]?.checked).toBe(true);
    boxes().at(-1)!.click();
    expect(item('visits').attributes).toEqual({ 'product-ids': 'peach' });
  });
});
