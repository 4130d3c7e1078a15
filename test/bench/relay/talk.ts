import type { ChildProcess } from 'node:child_process';

/** A question to a process of the benchmark, or its answer. */
interface Word {
  id: number;
  name?: string;
  value?: unknown;
  error?: string;
}

/** Answers what the parent asks, by name. Nothing happens in a process that has no parent to hear it. */
export function answerParent(answers: Readonly<Record<string, (value: never) => unknown>>): void {
  const answer = async ({ id, name = '', value }: Word) => {
    try {
      const take = answers[name];
      if (!take) throw new Error(`Expected one of ${Object.keys(answers).join(', ')}, got "${name}".`);
      process.send?.({ id, value: await take(value as never) } satisfies Word);
    } catch (error) {
      process.send?.({ id, error: String(error) } satisfies Word);
    }
  };
  process.on('message', (word) => void answer(word as Word));
  // Who was started by a benchmark ends with it.
  process.on('disconnect', () => process.exit(0));
}

/** Makes the asking side of a child process: each call resolves with its answer. */
export function talkTo(child: ChildProcess): <T>(name: string, value?: unknown) => Promise<T> {
  const open = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let asked = 0;
  child.on('message', (word) => {
    const { id, value, error } = word as Word;
    const question = open.get(id);
    open.delete(id);
    if (error === undefined) question?.resolve(value as never);
    else question?.reject(new Error(error));
  });
  child.once('exit', () => {
    for (const { reject } of open.values()) reject(new Error('The process ended before it answered.'));
    open.clear();
  });
  return (name, value) =>
    new Promise((resolve, reject) => {
      asked += 1;
      open.set(asked, { resolve, reject });
      child.send({ id: asked, name, value } satisfies Word, (error) => error && reject(error));
    });
}

/** Nanoseconds on the clock that all processes of a machine share. */
export function sharedNow(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e9 + nanoseconds;
}
