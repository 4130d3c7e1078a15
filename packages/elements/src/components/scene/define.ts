import { define } from '../../internal/define.js';
import { SceneElement } from './scene.js';

define(SceneElement);

declare global {
  interface HTMLElementTagNameMap {
    'stall-scene': SceneElement;
  }
}
