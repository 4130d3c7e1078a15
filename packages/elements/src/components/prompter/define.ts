import { define } from '../../internal/define.js';
import { PrompterElement } from './prompter.js';

define(PrompterElement);

declare global {
  interface HTMLElementTagNameMap {
    'stall-prompter': PrompterElement;
  }
}
