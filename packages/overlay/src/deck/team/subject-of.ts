import type { Command } from '@stallcast/protocol';

/** The product that a command is about; null for one that is about the show. */
export function subjectOf(command: Command): string | null {
  if ('productId' in command) return command.productId;
  if (command.type === 'put-offer') return command.offer.productId;
  return command.type === 'put-product' ? command.product.id : null;
}
