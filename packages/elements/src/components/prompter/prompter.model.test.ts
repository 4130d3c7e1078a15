import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATES_AT } from '../../internal/widget-state.js';
import { prompterWords } from '../../words/index.js';
import { derivePrompterView, type PrompterSource } from './prompter.model.js';
import { message, promptedStall } from './prompter.states.js';

const NOW = Date.parse(STATES_AT);
const { products } = promptedStall();

const derive = (rest: Partial<PrompterSource> = {}) =>
  derivePrompterView({
    ...{ now: [], next: null, low: [], products, stocks: [], orders: [], alerts: [], room: 'main', time: NOW },
    language: 'zh-CN',
    words: prompterWords('zh-CN'),
    ...rest,
  });
const textsOf = (part: { lines: readonly { text: string }[] }) => part.lines.map(({ text }) => text);

describe('derivePrompterView', () => {
  it('says the newest message first, of this room and of the stall', () => {
    const alerts = [
      message('老的', { id: 'message:a' }),
      message('别的直播间', { id: 'message:north', subject: 'north' }),
      message('新的', { id: 'message:main', subject: 'main' }),
    ];
    expect(textsOf(derive({ alerts }).messages)).toEqual(['新的', '老的']);
  });

  it('drops a message whose time is over, and wakes up for the next one', () => {
    const until = (ms: number) => new Date(NOW + ms).toISOString();
    const alerts = [
      message('过了', { id: 'message:a', detail: { text: '过了', until: until(-1) } }),
      message('还在', { id: 'message:b', detail: { text: '还在', until: until(30_000) } }),
    ];
    const view = derive({ alerts });
    expect([textsOf(view.messages), view.endsAt]).toEqual([['还在'], NOW + 30_000]);
  });

  it('tells who cancelled what, and why', () => {
    const order = {
      ...{ id: 'a', orderId: 'a', lines: [{ productId: 'peach', qty: 2 }], room: 'main', buyer: { mask: '王**' } },
      ...{ status: 'cancelled' as const, reason: 'capacity' as const, occurredAt: STATES_AT, seq: 1 },
    };
    expect(derive({ orders: [order] }).cancelled.lines).toEqual([
      { key: 'a', lead: '王**', text: '阳山水蜜桃 5斤装 ×2 · 做不过来' },
    ]);
    expect(derive({ orders: [{ ...order, status: 'paid' }] }).cancelled.lines).toEqual([]);
  });

  it('minds what was sold beyond what there is before anything else', () => {
    const stock = promptedStall({ stock: { oversold: 4 } }).stocks;
    const alerts = [{ ...message(''), code: 'late-order' as const, id: 'late-order:1' }];
    expect(textsOf(derive({ stocks: stock, alerts }).alerts)).toEqual([
      '阳山水蜜桃 5斤装 多卖了 4 件：先别再推',
      '有订单状态异常',
    ]);
  });

  it('has a few lines of each part at most, whatever comes, and says how many more there are', () => {
    const words = fc.string({ unit: 'binary', maxLength: 340 });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (texts) => {
        const { messages } = derive({ alerts: texts.map((text, i) => message(text, { id: `message:${i}` })) });
        expect(messages.lines.length).toBeLessThanOrEqual(3);
        expect(messages.lines.every(({ text }) => text.length > 0 && text.length <= 300)).toBe(true);
        expect(messages.lines.length + messages.more).toBeLessThanOrEqual(texts.length);
      }),
      { numRuns: 30 },
    );
  });
});
