import { expect } from '@playwright/test';
import type { HostileStall } from './hostile-stall.js';

/** A red square: a picture that needs no request. */
export const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

/** A product whose every text is the same hostile one. */
export interface Listed {
  id: string;
  title: string;
  spec: string;
}

/** Cuts a text to what a field takes, as a form would. */
export const cut = (text: string, length: number): string => [...text].slice(0, length).join('').slice(0, length);

/** Lists a product for each text. A text that is no title is refused in a sentence and left out. */
export async function stockUp(stall: HostileStall, texts: readonly string[]): Promise<Listed[]> {
  const listed: Listed[] = [];
  await inGroups(texts, 40, async (text, index) => {
    const id = `p${index}`;
    const title = cut(text, 200);
    const spec = cut(`★${text}`, 100);
    const product = {
      ...{ id, kind: 'goods', stockFrom: 'ledger', promises: [{ kind: 'return', days: 7 }], sources: [], linkNo: 7 },
      ...{ title, spec, media: [{ kind: 'image', url: PICTURE, alt: title }], net: { value: 2500, unit: 'g' } },
      translations: { en: { title, spec } },
    };
    const answer = await stall.command({ type: 'put-product', product });
    if (answer.status !== 200) {
      await expectSentence(answer, 400);
      expect(title.trim(), 'only a blank title is refused').toBe('');
      return;
    }
    const price = { minor: 3990, currency: 'CNY', exponent: 2 };
    const compareAt = { price: { ...price, minor: 4990 }, basis: 'usual', evidence: text.slice(0, 500) };
    const offer = { id: `o${index}`, productId: id, price, compareAt, coupon: { text: spec } };
    expect((await stall.command({ type: 'put-offer', offer })).status).toBe(200);
    expect((await stall.command({ type: 'set-stock', productId: id, onHand: 186 })).status).toBe(200);
    listed.push({ id, title, spec });
  });
  return listed;
}

/** Expects a refusal in one sentence of each language. */
export async function expectSentence(answer: Response, ...statuses: number[]): Promise<void> {
  expect(statuses).toContain(answer.status);
  const { message } = (await answer.json()) as { message: Record<'en' | 'zh-CN', string> };
  expect(message.en).toMatch(/^[A-Z][^\n]{10,300}[.?]$/);
  expect(message['zh-CN']).toMatch(/^[^\n]{5,300}[。？]$/u);
}

/** Does a piece of work for each item, so many at a time. */
export async function inGroups<T>(items: readonly T[], size: number, work: (item: T, index: number) => Promise<void>) {
  for (let at = 0; at < items.length; at += size) {
    await Promise.all(items.slice(at, at + size).map((item, offset) => work(item, at + offset)));
  }
}
