import type { Command, CommandOf, CommandType } from '@stallcast/protocol';
import { refusalOfUnseen } from './clash.js';
import { putOffer, putProduct, putRoom, removeProduct, removeRoom } from './decide-catalogue.js';
import { cancelOrder, recordOrder } from './decide-order.js';
import { endFlash, hidePrice, openPrice, startFlash } from './decide-price.js';
import { endSession, setGoal, startSession } from './decide-session.js';
import {
  announce,
  bringBack,
  clearAnnouncement,
  clearMessage,
  feature,
  message,
  nextInRun,
  panic,
  unfeature,
} from './decide-show.js';
import { adjustStock, allocateStock, holdStock, setStock } from './decide-stock.js';
import { Edit } from './edit.js';
import { currentSession } from './model.js';
import { refuse, type Refusal } from './outcome.js';
import type { Turn } from './turn.js';

type Decision<T extends CommandType> = (edit: Edit, command: CommandOf<T>) => Refusal | null;

const DECISIONS: { [T in CommandType]: Decision<T> } = {
  'put-room': putRoom,
  'remove-room': removeRoom,
  'put-product': putProduct,
  'remove-product': removeProduct,
  'put-offer': putOffer,
  feature,
  unfeature,
  'hide-price': hidePrice,
  'open-price': openPrice,
  'start-flash': startFlash,
  'end-flash': endFlash,
  'set-stock': setStock,
  'adjust-stock': adjustStock,
  'sold-out': (edit, { productId }) => holdStock(edit, productId, 'sold-out'),
  pause: (edit, { productId }) => holdStock(edit, productId, 'paused'),
  resume: (edit, { productId }) => holdStock(edit, productId, 'none'),
  'bring-back': bringBack,
  allocate: allocateStock,
  'record-order': recordOrder,
  'cancel-order': cancelOrder,
  'set-goal': setGoal,
  announce,
  'clear-announcement': clearAnnouncement,
  message,
  'clear-message': clearMessage,
  'next-in-run': nextInRun,
  panic,
  'start-session': startSession,
  'end-session': endSession,
  undo: (edit, { commandId }) => edit.undo(commandId),
};

/** Decides one command: writes what follows from it, or says why nothing does. What somebody else set unseen comes first. */
export function decideCommand(turn: Turn, command: Command): Refusal | null {
  if (command.synthetic && command.type !== 'start-session' && !currentSession(turn.model).value.synthetic) {
    return syntheticInRealSession();
  }
  const unseen = refusalOfUnseen(turn.model, command);
  if (unseen) return unseen;
  const edit = new Edit(turn, command.id, command.by);
  const refusal = (DECISIONS[command.type] as Decision<CommandType>)(edit, command);
  if (!refusal) edit.end(command.type);
  return refusal;
}

export function syntheticInRealSession(): Refusal {
  return refuse(
    409,
    'synthetic-in-real-session',
    'This is marked as synthetic and a real session is on: start a synthetic session to try things out, or send it without the mark.',
    '这是演示内容，而当前是正式场次，不能混在一起。请先开始一个演示场次。',
  );
}
