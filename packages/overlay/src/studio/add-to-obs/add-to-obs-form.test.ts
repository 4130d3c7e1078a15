import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defineStudio } from '../define.js';
import type { AddToObsOptions, ObsOutcome } from './add-to-obs.js';
import { addToObsWords } from './add-to-obs-words.js';

defineStudio();

const DONE: ObsOutcome = {
  ok: true,
  did: 'created',
  name: 'Stallcast orchard',
  scene: '主场景',
  canvas: [1080, 1920],
  isPreview: false,
  isAcross: false,
  obsVersion: '31.0.0',
};

const add = vi.fn<(options: AddToObsOptions) => Promise<ObsOutcome>>();

function open(language: 'zh-CN' | 'en' = 'zh-CN'): ShadowRoot {
  const form = document.createElement('studio-add-to-obs');
  Object.assign(form, {
    address: { origin: 'http://127.0.0.1:7788', stall: 'orchard' },
    viewKey: 'VIEW',
    language,
    add,
  });
  document.body.replaceChildren(form);
  return form.shadowRoot!;
}

const press = (root: ShadowRoot, index: number) => root.querySelectorAll('button')[index]!.click();
const said = (root: ShadowRoot) => root.querySelector('[role=status]')?.textContent?.trim() ?? '';

describe('<studio-add-to-obs>', () => {
  beforeEach(() => add.mockReset());

  it('asks OBS for the source of the shape, with the password, and says where it is', async () => {
    add.mockResolvedValue(DONE);
    const root = open();
    await expect.poll(() => root.querySelectorAll('button').length).toBe(2);
    root.querySelector('details')!.open = true;
    root.querySelector<HTMLInputElement>('[name=password]')!.value = 'plum';
    press(root, 1);
    await expect.poll(() => said(root)).toBe('加好了：场景“主场景”里的“Stallcast orchard”。');
    expect(add).toHaveBeenCalledWith({
      address: 'ws://127.0.0.1:4455',
      password: 'plum',
      source: {
        name: 'Stallcast orchard',
        url: 'http://127.0.0.1:7788/overlay?stall=orchard&lang=zh-CN#VIEW',
        width: 1920,
        height: 1080,
        css: '',
      },
    });
  });

  it.each([
    ['zh-CN', '请改按横屏', '1080×1920'],
    ['en', 'press Landscape instead', '1080×1920'],
  ] as const)(
    'says in %s what to press where the canvas lies and the source is upright',
    async (language, wanted, size) => {
      add.mockResolvedValue({ ...DONE, canvas: [1920, 1080], isAcross: true });
      const root = open(language);
      await expect.poll(() => root.querySelectorAll('button').length).toBe(2);
      press(root, 0);
      await expect.poll(() => said(root)).toContain(wanted);
      expect(said(root)).toContain(size);
    },
  );

  it.each(['zh-CN', 'en'] as const)(
    'has words in %s for each trouble, and OBS’s own where ours say little',
    async (language) => {
      const words = addToObsWords(language);
      for (const [trouble, sentence] of Object.entries(words.trouble)) {
        add.mockResolvedValueOnce({ ok: false, trouble: trouble as keyof typeof words.trouble, detail: '<b>why</b>' });
        const root = open(language);
        await expect.poll(() => root.querySelectorAll('button').length).toBe(2);
        press(root, 0);
        await expect.poll(() => said(root)).toContain(sentence);
        expect(said(root).includes('<b>why</b>')).toBe(trouble === 'refused');
      }
    },
  );

  it('is clean for axe, open', async () => {
    const root = open();
    await expect.poll(() => root.querySelector('details')).not.toBeNull();
    root.querySelector('details')!.open = true;
    const { violations } = await axe.run(document.body, {
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
