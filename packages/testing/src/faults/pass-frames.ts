import type { Socket } from 'node:net';
import type { PassMessage } from './message-faults.js';
import { createFrameReader, OPCODE_CONTINUATION, OPCODE_TEXT, writeFrame } from './web-socket-frames.js';

/** Passes the server's side of a WebSocket on, each text message as one message; the answer to the upgrade passes as it is. */
export function passFrames(from: Socket, to: Socket, pass: PassMessage): void {
  const read = createFrameReader();
  let head: Buffer | null = Buffer.alloc(0);
  let parts: Buffer[] = [];

  from.on('data', (bytes: Buffer) => {
    let rest = bytes;
    if (head) {
      head = Buffer.concat([head, bytes]);
      const end = head.indexOf('\r\n\r\n');
      if (end === -1) return;
      to.write(head.subarray(0, end + 4));
      rest = head.subarray(end + 4);
      head = null;
    }
    for (const frame of read(rest)) {
      if (frame.opcode !== OPCODE_TEXT && frame.opcode !== OPCODE_CONTINUATION) {
        to.write(writeFrame(frame));
        continue;
      }
      parts.push(frame.payload);
      if (!frame.isFinal) continue;
      const message = Buffer.concat(parts);
      parts = [];
      pass(message, (passed) => {
        if (to.writable) to.write(writeFrame({ isFinal: true, opcode: OPCODE_TEXT, payload: passed }));
      });
    }
  });
}
