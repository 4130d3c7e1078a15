/** Writes lines for the person at the terminal. */
export type Log = (line: string) => void;

/** A log that blots out every secret it is told of, should one ever get into a line, and keeps a line one line. */
export function createLog(
  write: (text: string) => void,
  secrets: readonly string[],
  now: () => number = Date.now,
): Log {
  const hidden = secrets.filter((secret) => secret !== '').sort((a, b) => b.length - a.length);
  return (line) => {
    let text = line.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
    for (const secret of hidden) text = text.replaceAll(secret, '***');
    write(`${new Date(now()).toISOString().slice(11, 19)}  ${text}\n`);
  };
}
