/** A custom element class that knows its tag. */
export interface TaggedElement extends CustomElementConstructor {
  readonly tagName: string;
}

/** Registers an element under its own tag; where two copies of the library meet on a page, the first one stays. */
export function define(element: TaggedElement): void {
  if (!customElements.get(element.tagName)) customElements.define(element.tagName, element);
}
