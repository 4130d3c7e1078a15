import type { Position } from '@stallcast/protocol';

/** What became of a command or of a webhook's events. */
export type Outcome =
  /** Done and durable. `repeated`: it had been done before, and `position` is that of the first time. */
  { ok: true; position: Position; repeated: boolean } | { ok: false; refusal: Refusal };

/** Why nothing was done. */
export interface Refusal {
  /** As an HTTP status: malformed, not there, in conflict with the state, or against the rules. */
  status: 400 | 404 | 409 | 422;
  /** Kebab-case, for programs. */
  code: string;
  /** One sentence each: what was expected, what came, what to do. */
  message: { en: string; 'zh-CN': string };
  /** Whose command stands, where one stands that the sender had not seen. */
  overtaken?: Overtaken;
}

/** What a command would have overwritten unseen. */
export interface Overtaken {
  commandId: string;
  /** Who gave that command, where it says so. */
  by?: string;
  /** Where the log stood then. A command that names this as seen has seen what the refusal tells. */
  position: Position;
}

/** Makes a refusal. */
export function refuse(status: Refusal['status'], code: string, en: string, zh: string): Refusal {
  return { status, code, message: { en, 'zh-CN': zh } };
}

export function unknownProduct(id: string): Refusal {
  return refuse(
    404,
    'unknown-product',
    `This stall lists no product "${id}": put it with put-product first.`,
    `本摊位没有商品“${id}”，请先添加这个商品。`,
  );
}

export function unknownRoom(id: string): Refusal {
  return refuse(
    404,
    'unknown-room',
    `This stall has no room "${id}": put it with put-room first, or leave the room out.`,
    `本摊位没有直播间“${id}”，请先添加，或不填直播间。`,
  );
}
