import { nothing, type PropertyValues } from 'lit';
import { AirController } from '../../controllers/air-controller.js';
import { StoreController } from '../../controllers/store-controller.js';
import { figureStyles } from '../../internal/figures.js';
import hostStyles from '../../internal/host.styles.js';
import { ageMark, demoMark, markStyles } from '../../internal/marks.js';
import { play } from '../../internal/motion.js';
import plateStyles from '../../internal/plate.styles.js';
import { Presence } from '../../internal/presence.js';
import { property } from '../../internal/property.js';
import { StallElement } from '../../internal/stall-element.js';
import { languageOf, goalWords } from '../../words/index.js';
import { deriveGoalView, pickGoal, type GoalView } from './goal.model.js';
import styles from './goal.styles.js';
import { goalTemplate, type GoalLook } from './goal.template.js';

/**
 * Shows what the evening has reached of its goal: orders, units, mass or net money.
 *
 * It can fall: what was given back shows as a hatched ghost up to a notch, and in words. Nothing before there are totals.
 *
 * @tag stall-goal
 *
 * @csspart board - The board behind everything.
 * @csspart label - What the goal is called.
 * @csspart value - What is reached by now.
 * @csspart target - What is to be reached.
 * @csspart seal - The seal of a goal that is reached.
 * @csspart lost - In words what was given back.
 * @csspart meter - The meter.
 *
 * @cssprop [--stall-goal-fill=var(--stall-color-accent)] - Colour of what is reached in the meter.
 */
export class GoalElement extends StallElement {
  static readonly tagName = 'stall-goal';
  static override readonly styles = [hostStyles, plateStyles, figureStyles, markStyles, styles];

  /** Which of the session's goals; empty for the first of this room or the stall. */
  @property({ attribute: 'goal-id' }) goalId = '';

  /** How it looks: `bar`, `slim` or `column`. */
  @property() look: GoalLook = 'bar';

  readonly #air = new AirController(this);
  readonly #totals = new StoreController(this, (store) => store.$totalsOf(this.#goal?.scope ?? ''));
  readonly #presence = new Presence<GoalView>(() => this.requestUpdate());

  get #goal() {
    return pickGoal(this.#air.session, this.goalId, this.#air.room);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { session } = this.#air;
    const view = deriveGoalView(this.#goal, this.#totals.value, session?.synthetic, goalWords(languageOf(this)));
    const isStill = this.#air.isStill() || changed.has('look') || changed.has('goalId');
    this.#presence.next(this.#air.isOnSale ? view : null, isStill);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const root = this.renderRoot;
    this.#presence.moved(root.querySelector('.goal'), (_plate, before, view) => {
      if (before.id !== view.id) return;
      this.#slide('.fill', before.share, view.share);
      this.#slide('.ghost', before.peak, view.peak);
      if (before.state !== 'reached' && view.state === 'reached') {
        play(root.querySelector('.seal'), [{ opacity: 0 }, {}], 'goal-reached');
      }
    });
  }

  /** Moves a bar of the meter from one length to another: it slides below the track's end, so that its own end stays round. */
  #slide(selector: string, from: number, to: number): void {
    if (from === to) return;
    const at = (share: number): Keyframe => {
      const px = (share - 1) * 100;
      return { transform: this.look === 'column' ? `translateY(${-px}%)` : `translateX(${px}%)` };
    };
    play(this.renderRoot.querySelector(selector), [at(from), at(to)], 'goal');
  }

  protected override render() {
    const view = this.#presence.view;
    if (!view) return nothing;
    const words = goalWords(languageOf(this));
    return goalTemplate(view, this.look, words, [
      ageMark(words, this.#air.line),
      view.isSynthetic ? demoMark(words) : nothing,
    ]);
  }
}
