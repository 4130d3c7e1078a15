import type { ReactiveElement } from 'lit';
import type { Moment } from '../../internal/motion.js';
import { isPageHidden } from '../../internal/page-visibility.js';
import { rollFigure } from '../../internal/roll.js';
import type { OrderRow } from './order-row.js';
import { fadeIn, fadeOut, plateIn, remember, runIn, settle, stretch, strike } from './order-ticker.motion.js';
import { stubKind, type TickerView } from './order-ticker.template.js';

/** What comes in waits until the old is out of its way and the board has grown: nothing is unreadable for a moment. */
const CLEAR_MS = 60;

/** Whether two toasts are as wide for certain: they say the same, but for figures of a count. */
function isAsWide(last: TickerView, next: TickerView): boolean {
  const said = ({ rows: [row], count }: TickerView) => JSON.stringify([{ ...row, key: 0 }, String(count).length]);
  return said(last) === said(next);
}

/** Compares what was shown with what is shown, and says what moves. Nothing does after a jump or while hidden. */
export class TickerMotion {
  /** The row that runs out below the others. */
  leaving: OrderRow | null = null;

  readonly #host: ReactiveElement;
  #last: TickerView | null = null;
  #look = '';
  #jumps: number | undefined;
  /** Whether something may be moving. */
  #hasMoved = false;
  #plan: (() => void)[] = [];

  constructor(host: ReactiveElement) {
    this.#host = host;
  }

  /** Call before the template is rendered: what leaves is still there. */
  before(next: TickerView | null, look: string, jumps: number | undefined): void {
    const last = this.#last;
    const isStill = !this.#host.hasUpdated || isPageHidden() || jumps !== this.#jumps || look !== this.#look;
    this.#last = next;
    this.#look = look;
    this.#jumps = jumps;
    this.#plan = [];
    this.leaving = null;
    if (isStill) {
      // What a hidden page had stopped half-way does not go on when it is shown.
      if (this.#hasMoved) this.#then(() => settle(this.#host.renderRoot));
      this.#hasMoved = false;
      return;
    }
    this.#hasMoved = true;

    if (!last && next) this.#then(() => plateIn(this.#find('.toast, .slip')));
    else if (last && !next) this.#leave('.toast, .slip', 'all', 8, 'out');
    else if (last && next && this.#find('.slip')) this.#moveRows(last, next);
    else if (last && next) this.#moveToast(last, next);
  }

  /** Call after it is rendered. */
  after(): void {
    for (const play of this.#plan.splice(0)) play();
  }

  #moveToast(last: TickerView, next: TickerView): void {
    const [from] = last.rows;
    const [to] = next.rows;
    const stubs = [stubKind(last), stubKind(next)] as const;
    const isSameOrder = from?.key === to?.key;
    // Growing old is no event.
    if (isSameOrder && stubs[0] === 'none' && stubs[1] === 'age') return;

    if (!isSameOrder) {
      if (from) this.#leave('.row', 'row', -12);
      if (to) this.#then(() => fadeIn(this.#find('.row'), 'translateY(12px)', CLEAR_MS));
    } else if (from && to) this.#moveWords(from, to, '.row');

    if (stubs[0] !== stubs[1]) {
      if (stubs[0] !== 'none') this.#leave('.stub', 'stub', 8);
      const moment = stubs[1] === 'count' ? 'surge' : 'change';
      if (stubs[1] !== 'none') this.#then(() => fadeIn(this.#find('.stub'), 'translateX(-12px)', CLEAR_MS, moment));
    } else if (stubs[1] === 'count') this.#roll(last.count, next.count);

    // Its own width is asked for only where it can be another one: the figures are all as wide.
    if (isAsWide(last, next)) return;
    const width = this.#find('.plate')?.offsetWidth ?? 0;
    this.#then(() => stretch(this.#find('.plate'), width));
  }

  #moveRows(last: TickerView, next: TickerView): void {
    const isNew = next.rows[0] && !last.rows.some(({ key }) => key === next.rows[0]?.key);
    if (isNew) {
      const lowest = last.rows.at(-1);
      this.leaving = next.rows.some(({ key }) => key === lowest?.key) ? null : (lowest ?? null);
      this.#then(() => runIn(this.#find('.rows')));
    }
    next.rows.forEach((to, index) => {
      const from = last.rows.find(({ key }) => key === to.key);
      if (from) this.#moveWords(from, to, `.row:nth-child(${index + 1})`);
    });
    if (last.count === 0 && next.count > 0)
      this.#then(() => fadeIn(this.#find('.tab.quiet'), 'translateX(-12px)', 0, 'surge'));
    else if (last.count > 0 && next.count === 0) this.#leave('.tab.quiet', 'stub', 8);
    else this.#roll(last.count, next.count);
  }

  #moveWords(from: OrderRow, to: OrderRow, row: string): void {
    if (to.struck && !from.struck) this.#then(() => strike(this.#find(`${row} .line`)));
    if (to.struck !== from.struck || to.qty !== from.qty) {
      this.#then(() => fadeIn(this.#find(`${row} .what`), 'translateY(12px)'));
    }
  }

  #roll(from: number, to: number): void {
    if (from === to) return;
    this.#then(() => {
      const figure = this.#find('.count .figure');
      if (figure) rollFigure(figure, `+${from}`, `+${to}`);
    });
  }

  #leave(selector: string, place: string, rise: number, moment?: Moment): void {
    const past = remember(this.#host, this.#find(selector));
    this.#then(() => fadeOut(this.#find('.ghosts'), past, place, rise, moment));
  }

  #then(play: () => void): void {
    this.#plan.push(play);
  }

  #find(selector: string): HTMLElement | null {
    // Copies that fade out come after what is shown, so they are never the first to be found.
    return this.#host.renderRoot.querySelector(selector);
  }
}
