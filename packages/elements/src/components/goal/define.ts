import { define } from '../../internal/define.js';
import { GoalElement } from './goal.js';

define(GoalElement);

declare global {
  interface HTMLElementTagNameMap {
    'stall-goal': GoalElement;
  }
}
