import { inflateSync } from 'node:zlib';

/** A picture of 8 bits a channel. */
export interface Picture {
  width: number;
  height: number;
  /** How many bytes a pixel has: 3, or 4 with alpha. */
  channels: number;
  pixels: Uint8Array;
}

const HEADER = 8;

/** Reads a PNG as Chromium writes it: 8 bits, RGB or RGBA, not interlaced. */
export function readPng(png: Buffer): Picture {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = { 2: 3, 6: 4 }[png[25] ?? -1];
  if (png[24] !== 8 || !channels || png[28] !== 0)
    throw new Error('Expected a PNG of 8 bits, RGB or RGBA, not interlaced.');
  const parts: Buffer[] = [];
  for (let at = HEADER; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return {
    width,
    height,
    channels,
    pixels: unfilter(inflateSync(Buffer.concat(parts)), width * channels, height, channels),
  };
}

/** Each row begins with how it differs from what is left of it (a), above it (b) and above left (c). */
function unfilter(raw: Uint8Array, stride: number, height: number, channels: number): Uint8Array {
  const pixels = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const a = x < channels ? 0 : (pixels[at - channels] ?? 0);
      const b = y === 0 ? 0 : (pixels[at - stride] ?? 0);
      const c = x < channels || y === 0 ? 0 : (pixels[at - stride - channels] ?? 0);
      const guess =
        filter === 0 ? 0 : filter === 1 ? a : filter === 2 ? b : filter === 3 ? (a + b) >> 1 : paeth(a, b, c);
      pixels[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return pixels;
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}
