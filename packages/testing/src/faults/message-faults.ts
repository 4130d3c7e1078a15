/** Takes one message and passes on what the fault makes of it: nothing, itself, something else, several, later. */
export type PassMessage = (message: Buffer, send: (message: Buffer) => void) => void;

/** What goes wrong with the messages of a stream. Each connection has one of its own. */
export type MessageFault = () => PassMessage;

/** Which messages a fault is for: by its number on the connection, from 0, and its text. */
export type Which = (index: number, text: string) => boolean;

const every: Which = () => true;

/** A fault that is done to some of the messages; the others pass. */
function to(which: Which, pass: PassMessage): MessageFault {
  return () => {
    let index = -1;
    return (message, send) => {
      index += 1;
      if (which(index, message.toString())) pass(message, send);
      else send(message);
    };
  };
}

/** Messages get lost. */
export const drop = (which: Which = every): MessageFault => to(which, () => {});

/** Messages come twice, or more often. */
export const duplicate = (times = 2, which: Which = every): MessageFault =>
  to(which, (message, send) => {
    for (let copy = 0; copy < times; copy += 1) send(message);
  });

/** Messages come late. Those that are not delayed overtake them. */
export const delay = (ms: number, which: Which = every): MessageFault =>
  to(which, (message, send) => void setTimeout(() => send(message), ms));

/** Messages change places: as many as `depth` are held back and then sent last to first. */
export const reorder =
  (depth = 2, which: Which = every): MessageFault =>
  () => {
    const held: Buffer[] = [];
    let index = -1;
    return (message, send) => {
      index += 1;
      if (!which(index, message.toString())) return send(message);
      held.push(message);
      if (held.length < depth) return;
      for (const one of held.splice(0).reverse()) send(one);
    };
  };

/** Messages end in the middle. */
export const truncate = (share = 0.5, which: Which = every): MessageFault =>
  to(which, (message, send) => send(message.subarray(0, Math.floor(message.length * share))));

/** Messages are no JSON, or no UTF-8. */
export const garble = (how: 'json' | 'utf8', which: Which = every): MessageFault =>
  to(which, (message, send) =>
    send(how === 'json' ? Buffer.from('{"v":1,"type":') : Buffer.concat([message, Buffer.from([0xc3, 0x28, 0xff])])),
  );

/** Frames are of another life of the log. */
export const wrongEpoch = (epoch: string, which: Which = every): MessageFault => rewrite('epoch', () => epoch, which);

/** The server's clock is off by so much. */
export const clockSkew = (ms: number, which: Which = every): MessageFault =>
  rewrite('at', (at) => new Date(Date.parse(at) + ms).toISOString(), which);

/** Faults one after the other. */
export const both =
  (first: MessageFault, second: MessageFault): MessageFault =>
  () => {
    const [one, other] = [first(), second()];
    return (message, send) => one(message, (passed) => other(passed, send));
  };

/** Writes the fields of this name anew, in the frame and in those of a batch. What is no JSON passes as it is. */
function rewrite(field: string, write: (value: string) => string, which: Which): MessageFault {
  return to(which, (message, send) => {
    let frame: unknown;
    try {
      frame = JSON.parse(message.toString());
    } catch {
      return send(message);
    }
    const frames = isRecord(frame) && Array.isArray(frame['frames']) ? (frame['frames'] as unknown[]) : [frame];
    for (const one of frames) {
      if (isRecord(one) && typeof one[field] === 'string') one[field] = write(one[field]);
    }
    send(Buffer.from(JSON.stringify(frame)));
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
