import { LitElement, type PropertyValues } from 'lit';
import type { ReadableAtom } from 'nanostores';

/**
 * An element that reads atoms while it renders and renders again when one of them changes.
 *
 * `read` follows an atom from the render that reads it until the first render that does not.
 */
export abstract class AtomElement extends LitElement {
  readonly #followed = new Map<ReadableAtom<unknown>, () => void>();
  #read = new Set<ReadableAtom<unknown>>();

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
