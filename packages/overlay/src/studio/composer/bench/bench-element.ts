import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { ReadableAtom } from 'nanostores';
import type { ComposerWords } from '../words/composer-words.js';
import { composerWords } from '../words/pick-words.js';
import type { Language } from '../../../words/language.js';
import type { Bench } from './bench.js';

/**
 * A part of the composer: an element that reads atoms while it renders and renders again when one of them changes.
 *
 * `read` follows an atom from the render that reads it until the first render that does not.
 */
export abstract class BenchElement extends LitElement {
  /** What the part works with; set by the part around it. */
  @property({ attribute: false }) bench!: Bench;

  readonly #followed = new Map<ReadableAtom<unknown>, () => void>();
  #read = new Set<ReadableAtom<unknown>>();

  protected get language(): Language {
    return this.read(this.bench.$language);
  }

  /** The composer's words in the language chosen. */
  protected get words(): ComposerWords {
    return composerWords(this.language);
  }

  /** Reads an atom and follows it. */
  protected read<T>(atom: ReadableAtom<T>): T {
    this.#read.add(atom);
    if (!this.#followed.has(atom))
      this.#followed.set(
        atom,
        atom.listen(() => this.requestUpdate()),
      );
    return atom.get();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#read.clear();
    this.#forgetUnread();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#forgetUnread();
    this.#read = new Set();
  }

  #forgetUnread(): void {
    for (const [atom, forget] of this.#followed) {
      if (this.#read.has(atom)) continue;
      forget();
      this.#followed.delete(atom);
    }
  }
}
