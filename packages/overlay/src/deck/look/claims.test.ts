import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openTestDeck, type TestDeckOptions } from '../test-deck.fixture.js';

let test: Awaited<ReturnType<typeof openTestDeck>>;

async function openAddSheet(options?: TestDeckOptions) {
  test = await openTestDeck({ example: false, ...options });
  test.part('deck-empty-stall').querySelector('button')!.click();
  const sheet = test.part('deck-add-sheet');
  await expect.poll(() => sheet.querySelector('dialog[open]')).not.toBeNull();
  const warning = sheet.querySelector<HTMLElement>('#title-claims')!;
  return { sheet, warning, field: sheet.querySelector<HTMLInputElement>('#title')! };
}

function type(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

const said = (warning: HTMLElement) => warning.textContent!.replace(/\s+/g, ' ').trim();

afterEach(async () => {
  await test.stop();
  await page.viewport(414, 896);
});

describe('a claim in a title', () => {
  it('is warned of with its reason as one types, and goes when it is taken out', async () => {
    const { field, warning } = await openAddSheet();
    expect(said(warning)).toBe('');
    type(field, '全国第一水蜜桃');
    await expect.poll(() => said(warning)).toMatch(/^“全国第一” 排名要有出处/);
    type(field, '阳山水蜜桃');
    await expect.poll(() => said(warning)).toBe('');
  });

  it('stays as it was typed, and can be saved', async () => {
    const { sheet, field, warning } = await openAddSheet();
    type(field, '最甜的桃');
    await expect.poll(() => said(warning)).toMatch(/最甜/);
    expect(field.value).toBe('最甜的桃');
    expect(field.getAttribute('aria-invalid')).toBe('false');
    for (const [id, text] of [
      ['price', '39.90'],
      ['stock', '5'],
    ] as const)
      type(sheet.querySelector(`#${id}`)!, text);
    sheet.querySelector('form')!.requestSubmit();
    await expect.poll(() => test.commands()[0]).toMatchObject({ product: { title: '最甜的桃' } });
  });

  it('is told in the deck’s language, whatever the title’s', async () => {
    const { field, warning } = await openAddSheet({ language: 'en' });
    type(field, '国家级桃');
    await expect.poll(() => said(warning)).toMatch(/^“国家级” A superlative/);
    type(field, 'the best peaches');
    await expect.poll(() => said(warning)).toMatch(/^“best” A superlative/);
  });

  it('is told twice at most, the rest as a count', async () => {
    const { field, warning } = await openAddSheet();
    type(field, '顶级纯天然有机助农桃');
    await expect.poll(() => warning.querySelectorAll('li').length).toBe(3);
    expect(said(warning)).toMatch(/还有 2 处要改$/);
  });

  it.each([
    [390, 'zh-CN'],
    [300, 'en'],
  ] as const)('has nothing against accessibility at %i px in %s', async (width, language) => {
    await page.viewport(width, 844);
    const { sheet, field, warning } = await openAddSheet({ language });
    type(field, '全国第一纯天然');
    await expect.poll(() => warning.querySelectorAll('li').length).toBe(2);
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(sheet.querySelector('dialog')!.scrollWidth).toBeLessThanOrEqual(width);
  });
});
