import type { Page } from '@playwright/test';

/** What one card has on the page. */
export interface CardLook {
  title: string;
  spec: string;
  price: string;
  /** Left, top, width and height of the card and of its stub. */
  boxes: number[];
  /** Every element of the card and of what it holds, in order, with the names of its attributes. */
  elements: string;
  /** Whether the price is what a viewer sees at its place. */
  priceIsOnTop: boolean;
  /** Whether the title stays inside of the card's text. */
  titleStays: boolean;
}

/** Waits until the cards show these products and their pictures, and says how they look. */
export function lookAtCards(page: Page, ids: readonly string[]): Promise<CardLook[]> {
  return page.evaluate(async (wanted) => {
    const cards = (): ShadowRoot[] =>
      [...document.querySelectorAll('stall-product-card')].flatMap(({ shadowRoot }) =>
        shadowRoot?.querySelector('.card') ? [shadowRoot] : [],
      );
    const shown = () => cards().map((root) => root.querySelector('stall-stock-counter')?.getAttribute('product-id'));
    // A picture is in its box from the start, and marked once it is seen.
    const isPictured = () => cards().every((root) => root.querySelector('img:not(.shown)') === null);
    const until = performance.now() + 10_000;
    while (String(shown()) !== String(wanted) || !isPictured()) {
      if (performance.now() > until) {
        throw new Error(
          `The cards show ${String(shown())}, not ${String(wanted)}${isPictured() ? '' : ', or no picture'}.`,
        );
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    // A frame later nothing of the change is left to do.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

    const listOf = (root: ParentNode): string =>
      [...root.querySelectorAll('*')]
        .map((element) => {
          // A price beside a title of two lines is compact: that is layout, and told by the boxes.
          const attributes = element
            .getAttributeNames()
            .filter((name) => name !== 'compact')
            .sort()
            .join(' ');
          const inner = element.shadowRoot ? `{${listOf(element.shadowRoot)}}` : '';
          return `${element.localName}[${attributes}]${inner}`;
        })
        .join();
    const boxOf = (element: Element | null) => {
      const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
      return [x, y, width, height];
    };
    const textOf = (root: ShadowRoot, path: string) => root.querySelector(path)?.textContent ?? '';
    return cards().map((root) => {
      const priced = root.querySelector('stall-price')?.shadowRoot;
      const price = priced?.querySelector('.price .spoken, .price');
      const [x = 0, y = 0, width = 0, height = 0] = boxOf(priced?.querySelector('.amount') ?? null);
      const [, top = 0, , tall = 0] = boxOf(root.querySelector('.text'));
      const [, titleTop = 0, , titleTall = 0] = boxOf(root.querySelector('.title'));
      return {
        title: textOf(root, '.title'),
        spec: textOf(root, '.spec'),
        price: price?.textContent ?? '',
        boxes: [...boxOf(root.querySelector('.card')), ...boxOf(root.querySelector('.stub'))],
        elements: listOf(root),
        priceIsOnTop: Boolean(priced?.elementFromPoint(x + width / 2, y + height / 2)?.closest('.price')),
        titleStays: titleTop >= top && titleTop + titleTall <= top + tall,
      };
    });
  }, ids);
}
