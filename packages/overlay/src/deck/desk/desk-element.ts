import { property } from 'lit/decorators.js';
import { AtomElement } from '../../atoms/atom-element.js';
import type { DeckWords } from '../words/deck-words.js';
import { pickWords } from '../words/pick-words.js';
import type { Desk } from './desk.js';

/** A part of the deck. */
export abstract class DeskElement extends AtomElement {
  /** What the part works with; set by the part around it. */
  @property({ attribute: false }) desk!: Desk;

  /** The deck's words in the language chosen. */
  protected get words(): DeckWords {
    return pickWords(this.read(this.desk.$language));
  }
}
