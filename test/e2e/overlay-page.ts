import { expect, type Locator, type Page } from '@playwright/test';

/** What a viewer can read off the overlay, by the DOM. */
export class OverlayPage {
  readonly card: Locator;
  readonly ticker: Locator;
  readonly errors: string[] = [];

  constructor(readonly page: Page) {
    this.card = page.locator('stall-product-card').first();
    this.ticker = page.locator('stall-order-ticker');
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  async open(link: string): Promise<void> {
    await this.page.goto(link);
  }

  /** Waits until the card of the featured product says how much is left. */
  async showsLeft(count: number): Promise<void> {
    await expect(this.card.locator('stall-stock-counter .spoken').first()).toHaveText(String(count));
  }

  /** Waits until an order of this buyer is on screen. */
  async callsOut(buyer: string): Promise<void> {
    await expect.poll(() => this.ticker.locator('li.row:not([hidden]) .buyer').allInnerTexts()).toContain(buyer);
  }

  /** Keeps a list of every text that a locator's element shows, frame by frame, without missing one. */
  async record(selector: string): Promise<() => Promise<string[]>> {
    await this.page.evaluate((path) => {
      const seen: string[] = [];
      const read = (): string => {
        const found: string[] = [];
        const walk = (root: Document | ShadowRoot): void => {
          for (const element of root.querySelectorAll('*')) {
            if (element.matches(path)) found.push(element.textContent?.trim() ?? '');
            if (element.shadowRoot) walk(element.shadowRoot);
          }
        };
        walk(document);
        return found.join(' | ');
      };
      const look = (): void => {
        const text = read();
        if (text !== seen.at(-1)) seen.push(text);
        requestAnimationFrame(look);
      };
      look();
      (window as unknown as { recorded: Record<string, string[]> }).recorded ??= {};
      (window as unknown as { recorded: Record<string, string[]> }).recorded[path] = seen;
    }, selector);
    return () =>
      this.page.evaluate(
        (path) => (window as unknown as { recorded: Record<string, string[]> }).recorded[path] ?? [],
        selector,
      );
  }
}
