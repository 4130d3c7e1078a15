import { DetailsOpenedEvent, OpenRequestEvent } from './product-card.events.js';

/** Whether the page is on air: nobody can press a button there. */
export const isOnAir = (): boolean => 'obsstudio' in window;

/** Opens the details of a product beside the button that asks for them, unless the page prevents it. They are loaded now. */
export async function openDetails(card: HTMLElement, productId: string, opener: HTMLElement): Promise<void> {
  if (isOnAir() || !card.dispatchEvent(new OpenRequestEvent(productId))) return;
  const { showDetails } = await import('./details/show-details.js');
  if (opener.isConnected && showDetails(opener, productId)) card.dispatchEvent(new DetailsOpenedEvent(productId));
}
