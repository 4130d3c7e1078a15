import { formatPosition, type Command, type CommandType, type StallState } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { essence, offer, openStall, orderEvent, product, yuan, type TestStall } from './stall.fixture.js';

type Wish = Omit<Command, 'id'> & { type: CommandType };

/** One of the two reads to the end, or gives a command; a system that reads nothing gives one; an order comes. */
type Step =
  | { do: 'read'; who: 0 | 1 }
  | { do: 'give'; who: 0 | 1; wish: Wish }
  | { do: 'undo'; who: 0 | 1; back: number }
  | { do: 'blind'; wish: Wish }
  | { do: 'order'; orderId: string };

const room = fc.constantFrom(undefined, 'north');
const few = fc.integer({ min: 1, max: 4 });
const wish = fc.oneof(
  fc.record({ type: fc.constant('set-stock'), productId: fc.constant('peach'), onHand: few }),
  fc.record({
    type: fc.constant('adjust-stock'),
    productId: fc.constant('peach'),
    delta: few,
    reason: fc.constant('gift'),
  }),
  fc.record({ type: fc.constant('open-price'), productId: fc.constant('peach'), room, price: few.map(yuan) }),
  fc.record({ type: fc.constant('hide-price'), productId: fc.constant('peach'), room }),
  fc.record({ type: fc.constant('put-offer'), offer: few.map((n) => offer('peach', n, { id: `own-${n}` })) }),
  fc.record({
    type: fc.constant('start-flash'),
    productId: fc.constant('peach'),
    price: fc.constant(yuan(1)),
    endsAt: fc.constant('2026-07-01T12:00:00Z'),
  }),
  fc.record({ type: fc.constant('end-flash'), productId: fc.constant('peach') }),
  fc.record({ type: fc.constant('put-product'), product: few.map((n) => product('peach', { title: `peach ${n}` })) }),
  fc.record({
    type: fc.constant('set-goal'),
    goal: few.map((target) => ({ id: 'g', metric: 'orders', target, scope: 'stall' })),
  }),
  fc.record({
    type: fc.constant('allocate'),
    productId: fc.constant('peach'),
    room: fc.constant('north'),
    quantity: few,
  }),
  fc.record({
    type: fc.constant('put-room'),
    room: few.map((n) => ({ id: 'north', title: `N${n}`, commerce: true })),
  }),
  fc.record({
    type: fc.constantFrom('sold-out', 'pause', 'resume', 'bring-back'),
    productId: fc.constant('peach'),
  }),
  fc.record({ type: fc.constant('feature'), room, productIds: fc.constantFrom(['peach'], ['visit'], ['melon']) }),
  fc.record({ type: fc.constantFrom('unfeature', 'next-in-run', 'clear-announcement'), room }),
  fc.record({ type: fc.constant('announce'), room, text: fc.constantFrom('a', 'b') }),
  fc.record({ type: fc.constant('panic'), room: fc.constant('north'), on: fc.boolean() }),
) as unknown as fc.Arbitrary<Wish>; // The records' words widen to strings.

const who = fc.constantFrom(0 as const, 1 as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('read' as const), who }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('give' as const), who, wish }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), who, back: fc.nat({ max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('blind' as const), wish }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('order' as const), orderId: fc.constantFrom('1', '2', '3') }),
  },
);

/** What makes safe or adds is done whatever was seen. */
const isFree = (given: Wish): boolean =>
  ['sold-out', 'pause', 'adjust-stock'].includes(given.type) ||
  (given.type === 'panic' && 'on' in given && given.on === true);

/** What people see set, piece by piece, apart from what orders move. */
function piecesOf(state: StallState): Map<string, unknown> {
  const pieces = new Map<string, unknown>();
  for (const { id, panic, ...value } of state.rooms) {
    pieces.set(`room ${id}`, value);
    pieces.set(`panic ${id}`, panic);
  }
  for (const value of state.products) pieces.set(`product ${value.id}`, value);
  for (const { productId, room, price, flash } of state.offers)
    pieces.set(`offer ${productId} ${room}`, { price, flash });
  for (const stock of state.stocks) {
    pieces.set(`on-hand ${stock.productId}`, stock.onHand);
    pieces.set(`hold ${stock.productId}`, stock.hold);
    for (const quota of stock.quotas) pieces.set(`quota ${stock.productId} ${quota.room}`, quota.quantity);
  }
  const { stall: shown, rooms } = state.featured;
  pieces.set('featured stall', shown ?? []);
  // A room without a list of its own shows the stall's, which is no word of its own.
  if (rooms['north']) pieces.set('featured north', rooms['north']);
  for (const [scope, said] of Object.entries({ ...state.announcements.rooms, stall: state.announcements.stall }))
    pieces.set(`announcement ${scope}`, said?.text);
  for (const goal of state.session?.goals ?? []) pieces.set(`goal ${goal.id}`, goal);
  return pieces;
}

/** The pieces that a command says anew even where it says what stands. */
function saidBy(given: Command): string[] {
  const scope = 'room' in given && typeof given.room === 'string' ? given.room : undefined;
  switch (given.type) {
    case 'set-stock':
    case 'adjust-stock':
      return ['on-hand peach'];
    case 'open-price':
    case 'hide-price':
    case 'put-offer':
    case 'start-flash':
    case 'end-flash':
      return [`offer peach ${scope}`];
    case 'feature':
    case 'next-in-run':
      return [`featured ${scope ?? 'stall'}`];
    case 'bring-back':
      return ['hold peach', 'featured stall'];
    case 'sold-out':
    case 'pause':
    case 'resume':
      return ['hold peach'];
    case 'panic':
      return ['panic north'];
    case 'announce':
    case 'clear-announcement':
      return [`announcement ${scope ?? 'stall'}`];
    case 'unfeature':
      // In a room that shows nothing it says nothing: the stall may feature there again.
      return scope ? [] : ['featured stall'];
    case 'put-product':
      return ['product peach'];
    case 'put-room':
      return ['room north'];
    case 'set-goal':
      return ['goal g'];
    case 'allocate':
      return ['quota peach north'];
    default:
      return [];
  }
}

interface Operator {
  seen: string;
  offset: number;
  own: string[];
}

/** Who changed a piece last, and where. */
interface Hand {
  id: string;
  offset: number;
}

async function play(steps: readonly Step[]): Promise<void> {
  const stall = await openStall();
  await stall.do('put-offer', { offer: offer('peach') });
  await stall.do('set-stock', { productId: 'peach', onHand: 10 });
  const operators = [reader(stall), reader(stall)] as const;
  const hands = new Map<string, Hand>();
  const accepted: string[] = [];

  const give = async (command: Command, by: Operator | null) => {
    const before = piecesOf(stall.state());
    const whole = JSON.stringify([essence(stall.state()), stall.ledger.position]);
    const othersSince = accepted.filter((id, at) => at >= 0 && !by?.own.includes(id) && isAfter(id, by));
    const outcome = await stall.ledger.command(command);
    if (!outcome.ok) {
      expect(JSON.stringify([essence(stall.state()), stall.ledger.position])).toBe(whole);
      if (outcome.refusal.code !== 'overtaken') return;
      // Nobody is refused for what nobody else did.
      expect(by).not.toBeNull();
      expect(othersSince).toContain(outcome.refusal.overtaken?.commandId);
      expect(isFree(command)).toBe(false);
      return;
    }
    const after = piecesOf(stall.state());
    for (const piece of new Set([...before.keys(), ...after.keys()])) {
      if (JSON.stringify(before.get(piece)) === JSON.stringify(after.get(piece))) continue;
      const last = piece === 'featured north' && !before.has(piece) ? undefined : hands.get(piece);
      // The law: what was there was seen, or was one's own.
      if (by && command.type !== 'undo' && !isFree(command) && last && !by.own.includes(last.id)) {
        expect(last.offset, `${command.type} overwrote ${piece}`).toBeLessThanOrEqual(by.offset);
      }
      hands.set(piece, { id: command.id, offset: outcome.position.offset });
    }
    for (const piece of saidBy(command)) hands.set(piece, { id: command.id, offset: outcome.position.offset });
    places.set(command.id, outcome.position.offset);
    accepted.push(command.id);
    by?.own.push(command.id);
  };
  const places = new Map<string, number>();
  const isAfter = (id: string, by: Operator | null) => (places.get(id) ?? 0) > (by?.offset ?? 0);

  for (const [i, one] of steps.entries()) {
    const id = `c${i}`;
    if (one.do === 'read') Object.assign(operators[one.who], reader(stall));
    else if (one.do === 'order') await stall.accept(orderEvent(one.orderId));
    else if (one.do === 'blind') await give({ ...one.wish, id } as Command, null);
    else {
      const by = operators[one.who];
      const does = one.do === 'give' ? one.wish : { type: 'undo', commandId: accepted.at(-1 - one.back) ?? 'none' };
      await give({ ...does, id, seen: by.seen, own: [...by.own] } as Command, by);
    }
  }
}

function reader({ ledger }: TestStall): Operator {
  return { seen: formatPosition(ledger.position), offset: ledger.position.offset, own: [] };
}

describe('two operators at once', () => {
  it('overwrite only what they had seen or set themselves, and are refused for nothing else', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 25 }), play), { numRuns: 400 });
  });
});
