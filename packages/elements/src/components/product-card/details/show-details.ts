import { define } from '../../../internal/define.js';
import { ProductDetailsElement } from './product-details.js';

define(ProductDetailsElement);

/** Shows the details beside their opener, in the opener's tree. False where they are open already. */
export function showDetails(opener: HTMLElement, productId: string): boolean {
  const root = opener.getRootNode() as ShadowRoot;
  if (root.querySelector(ProductDetailsElement.tagName)) return false;
  const details = document.createElement(ProductDetailsElement.tagName) as ProductDetailsElement;
  details.productId = productId;
  details.opener = opener;
  root.append(details);
  return true;
}
