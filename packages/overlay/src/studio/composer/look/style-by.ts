import { noChange } from 'lit';
import { directive, Directive, type AttributePart, type DirectiveParameters } from 'lit/directive.js';

class StyleByDirective extends Directive {
  render(_styles: Readonly<Record<string, string>>): unknown {
    return noChange;
  }

  override update({ element }: AttributePart, [styles]: DirectiveParameters<this>): unknown {
    if (element instanceof HTMLElement) Object.assign(element.style, styles);
    return noChange;
  }
}

/**
 * Sets styles by script alone, for an attribute `style`. Lit's own `styleMap` writes the attribute the first time, which the
 * studio's content policy forbids. The names have to be the same each time.
 */
export const styleBy = directive(StyleByDirective);
