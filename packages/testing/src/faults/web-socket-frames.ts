/** One frame of a WebSocket, as it stands on the wire (RFC 6455). */
export interface SocketFrame {
  isFinal: boolean;
  opcode: number;
  payload: Buffer;
}

export const OPCODE_CONTINUATION = 0x0;
export const OPCODE_TEXT = 0x1;

/** Takes the bytes of one direction apart into frames. The result of each call is the frames that are whole by now. */
export function createFrameReader(): (bytes: Buffer) => SocketFrame[] {
  let rest: Buffer = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    const frames: SocketFrame[] = [];
    for (let next = readFrame(rest); next; next = readFrame(rest)) {
      frames.push(next.frame);
      rest = rest.subarray(next.length);
    }
    return frames;
  };
}

function readFrame(bytes: Buffer): { frame: SocketFrame; length: number } | null {
  if (bytes.length < 2) return null;
  const [first, second] = [bytes.readUInt8(0), bytes.readUInt8(1)];
  const isMasked = (second & 0x80) !== 0;
  const short = second & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const start = 2 + lengthBytes + (isMasked ? 4 : 0);
  if (bytes.length < start) return null;
  const size = lengthBytes === 0 ? short : lengthBytes === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < start + size) return null;
  const payload = Buffer.from(bytes.subarray(start, start + size));
  if (isMasked) {
    const mask = bytes.subarray(start - 4, start);
    payload.forEach((byte, index) => (payload[index] = byte ^ (mask[index % 4] ?? 0)));
  }
  return { frame: { isFinal: (first & 0x80) !== 0, opcode: first & 0x0f, payload }, length: start + size };
}

/** Writes a frame as a server does: unmasked. */
export function writeFrame({ isFinal, opcode, payload }: SocketFrame): Buffer {
  const size = payload.length;
  const head = Buffer.alloc(size < 126 ? 2 : size < 65_536 ? 4 : 10);
  head.writeUInt8((isFinal ? 0x80 : 0) | opcode, 0);
  if (size < 126) head.writeUInt8(size, 1);
  else if (size < 65_536) {
    head.writeUInt8(126, 1);
    head.writeUInt16BE(size, 2);
  } else {
    head.writeUInt8(127, 1);
    head.writeBigUInt64BE(BigInt(size), 2);
  }
  return Buffer.concat([head, payload]);
}
