import { AdapterError } from '@stallcast/protocol';

/** Letters that appear where a text was read in the wrong encoding and saved again. */
const MOJIBAKE = /\uFFFD|锟斤拷|烫烫烫|Ã[\u0080-\u00BF]|ï»¿|â€|鍟嗗搧|浠锋牸|搴撳瓨/;

/**
 * Makes text of a table's bytes: UTF-8, UTF-16 with a byte order mark, or the GBK that Excel saves in China.
 *
 * Throws an `AdapterError` that names the fix for bytes that are none of these, and for text that was spoilt before.
 */
export function decodeTable(bytes: Uint8Array): string {
  const text = decodeAs(encodingOf(bytes), bytes) ?? decodeAs('gb18030', bytes);
  if (text === null) throw unreadable('not text');
  if (MOJIBAKE.test(text.slice(0, 4_000))) throw unreadable('garbled characters');
  return text;
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    // The decoder takes the byte order mark away.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function unreadable(got: string): AdapterError {
  return new AdapterError(
    'bad-answer',
    `表格是乱码，没有采用：在 Excel 或 WPS 里“另存为”，选“CSV UTF-8（逗号分隔）”。 / ` +
      `Expected a table in UTF-8, got ${got}: save it as “CSV UTF-8 (comma delimited)”.`,
  );
}
