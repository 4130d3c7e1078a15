import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/*
 * WeChat's encryption of messages:
 *
 *   Encrypt   = base64( AES-256-CBC( 16 random bytes · length, 4 bytes · message · app id · padding to 32 bytes ))
 *   key       = base64 of EncodingAESKey + "=", its first 16 bytes the initial vector
 *   signature = hex SHA-1 of token, timestamp, nonce and, where it is encrypted, Encrypt, sorted and joined
 */
const HEAD = 16 + 4;
const PADDING_TO = 32;

/** Signs as WeChat does. */
export function signWeixin(...parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

/** The bytes of an EncodingAESKey; null for what is none. */
export function keyOf(encodingAesKey: string): Buffer | null {
  const key = /^[A-Za-z0-9+/]{43}$/.test(encodingAesKey) ? Buffer.from(`${encodingAesKey}=`, 'base64') : null;
  return key?.length === 32 ? key : null;
}

/** Takes a message out of its encryption. Null where it does not fit the key. */
export function openMessage(sealed: string, key: Buffer): { message: Uint8Array; appId: string } | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < PADDING_TO || bytes.length % 16 !== 0) return null;
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const padding = padded[padded.length - 1] ?? 0;
  if (padding < 1 || padding > PADDING_TO || padding > padded.length - HEAD) return null;
  const content = padded.subarray(0, padded.length - padding);
  const end = HEAD + content.readUInt32BE(16);
  if (end > content.length) return null;
  return { message: content.subarray(HEAD, end), appId: content.subarray(end).toString('utf8') };
}

/** Encrypts a message as WeChat does, for tests and for `stallcast send`. */
export function sealMessage(message: Uint8Array, key: Buffer, appId: string, random = randomBytes(16)): string {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(message.length);
  const content = Buffer.concat([random, length, message, Buffer.from(appId)]);
  const padding = PADDING_TO - (content.length % PADDING_TO);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(content),
    cipher.update(Buffer.alloc(padding, padding)),
    cipher.final(),
  ]).toString('base64');
}
