import { property } from 'lit/decorators.js';
import { AtomElement } from '../../../atoms/atom-element.js';
import type { Language } from '../../../words/language.js';
import type { ComposerWords } from '../words/composer-words.js';
import { composerWords } from '../words/pick-words.js';
import type { Bench } from './bench.js';

/** A part of the composer. */
export abstract class BenchElement extends AtomElement {
  /** What the part works with; set by the part around it. */
  @property({ attribute: false }) bench!: Bench;

  protected get language(): Language {
    return this.read(this.bench.$language);
  }

  /** The composer's words in the language chosen. */
  protected get words(): ComposerWords {
    return composerWords(this.language);
  }
}
