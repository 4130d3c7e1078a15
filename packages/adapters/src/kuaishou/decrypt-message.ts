import { createCipheriv, createDecipheriv } from 'node:crypto';

const BLOCK = 16;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * Takes a message out of its encryption: base64 of AES-CBC, with the MsgSecret as the key and an empty initial vector.
 *
 * Null for what is not encrypted with this key, as far as the padding tells.
 */
export function decryptMessage(body: Uint8Array, msgSecret: string): Uint8Array | null {
  const text = Buffer.from(body).toString('latin1').trim().replace(/^"|"$/g, '');
  const key = Buffer.from(msgSecret, 'base64');
  if (![16, 24, 32].includes(key.length) || !BASE64.test(text)) return null;
  const sealed = Buffer.from(text, 'base64');
  if (sealed.length === 0 || sealed.length % BLOCK !== 0) return null;
  try {
    const decipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, Buffer.alloc(BLOCK));
    return Buffer.concat([decipher.update(sealed), decipher.final()]);
  } catch {
    return null;
  }
}

/** Encrypts a message as Kuaishou does, for tests and for `stallcast send`. */
export function encryptMessage(message: Uint8Array, msgSecret: string): string {
  const key = Buffer.from(msgSecret, 'base64');
  const cipher = createCipheriv(`aes-${key.length * 8}-cbc`, key, Buffer.alloc(BLOCK));
  return Buffer.concat([cipher.update(message), cipher.final()]).toString('base64');
}
