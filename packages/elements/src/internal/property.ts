import type { PropertyDeclaration, ReactiveElement } from 'lit';

/**
 * Makes a field a reactive property, as Lit's own decorator does.
 *
 * It is that one for the decorators of `experimentalDecorators` and for fields alone, at a tenth of its weight.
 */
export function property(options?: PropertyDeclaration) {
  return (prototype: object, name: string): void =>
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
}

/** Makes a field reactive that is no attribute and nobody's business but the element's. */
export const state = () => property({ state: true, attribute: false });
