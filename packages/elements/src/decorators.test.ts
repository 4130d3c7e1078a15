import { html, LitElement } from 'lit';
import { describe, expect, it } from 'vitest';
import { property } from './internal/property.js';

class GreetingElement extends LitElement {
  /** A class field would shadow the accessor that the decorator makes, and nothing would re-render. */
  @property() name = 'pear';

  protected override render() {
    return html`<b>${this.name}</b>`;
  }
}
customElements.define('test-greeting', GreetingElement);

describe('a decorated property', () => {
  it('renders again when it is set', async () => {
    const element = new GreetingElement();
    document.body.append(element);
    await element.updateComplete;
    expect(element.renderRoot.textContent).toContain('pear');

    element.name = 'peach';
    await element.updateComplete;
    expect(element.renderRoot.textContent).toContain('peach');
    element.remove();
  });
});
