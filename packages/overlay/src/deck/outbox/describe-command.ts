import { formatMoney, type Command } from '@stallcast/protocol';
import { amountOfGoal } from '../goal/derive-goal.js';
import type { DeckWords } from '../words/deck-words.js';

/** Says what a command does, in the operator's words. */
export function describeCommand(
  command: Command,
  words: DeckWords,
  titleOf: (productId: string) => string,
  commandOf: (commandId: string) => Command | undefined,
  roomTitleOf: (roomId: string) => string = (roomId) => roomId,
): string {
  const { did, show } = words;
  switch (command.type) {
    case 'feature':
      return did.feature(command.productIds.map(titleOf).join(did.join));
    case 'unfeature':
      return did.unfeature;
    case 'sold-out':
      return did.soldOut(titleOf(command.productId));
    case 'pause':
      return did.pause(titleOf(command.productId));
    case 'resume':
      return did.resume(titleOf(command.productId));
    case 'adjust-stock':
      return did.adjust(titleOf(command.productId), command.delta, words.actions.reasons[command.reason]);
    case 'set-stock':
      return did.set(titleOf(command.productId), command.onHand);
    case 'put-product':
      return did.putProduct(command.product.title);
    case 'put-offer':
      return did.putOffer(titleOf(command.offer.productId));
    case 'hide-price':
      return did.hidePrice(titleOf(command.productId));
    case 'open-price':
      return did.openPrice(titleOf(command.productId), formatMoney(command.price));
    case 'remove-product':
      return did.removeProduct(titleOf(command.productId));
    case 'put-room':
      return did.putRoom(command.room.title);
    case 'remove-room':
      return did.removeRoom(roomTitleOf(command.roomId));
    case 'panic':
      return command.on ? did.panicOn : did.panicOff;
    case 'start-session':
      return did.startSession;
    case 'end-session':
      return did.endSession;
    case 'announce':
      return show.did.announce(command.text);
    case 'clear-announcement':
      return show.did.clearAnnouncement;
    case 'message':
      return show.did.message(command.text);
    case 'clear-message':
      return show.did.clearMessage;
    case 'next-in-run':
      return show.did.next;
    case 'bring-back':
      return show.did.bringBack(titleOf(command.productId));
    case 'set-goal':
      return show.did.goal(amountOfGoal(command.goal, null, show.goal).target);
    case 'start-flash':
      return show.did.startFlash(titleOf(command.productId), formatMoney(command.price));
    case 'end-flash':
      return show.did.endFlash(titleOf(command.productId));
    case 'allocate':
      return show.did.allocate(titleOf(command.productId), command.quantity, roomTitleOf(command.room));
    case 'cancel-order':
      return show.did.cancelOrder(command.orderId.replace(/^[a-z0-9-]+:/, ''));
    case 'undo': {
      const undone = commandOf(command.commandId);
      return did.undo(undone ? describeCommand(undone, words, titleOf, commandOf, roomTitleOf) : '');
    }
    default:
      return did.other(command.type);
  }
}
