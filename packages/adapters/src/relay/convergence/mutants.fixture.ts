import { readFileSync } from 'node:fs';
import * as protocol from '@stallcast/protocol';
import ts from 'typescript';

/** A source with one thing wrong in it. */
export interface Mutant {
  file: 'reading' | 'fold';
  from: string;
  to: string;
}

const SOURCES: Readonly<Record<Mutant['file'], URL>> = {
  reading: new URL('../reading.ts', import.meta.url),
  fold: new URL('../../../../protocol/src/fold.ts', import.meta.url),
};

/**
 * Mistakes that one could make in the rules of reading and in the fold, each as a replacement in the source.
 *
 * Left out are those that cost a round trip and no truth (to ignore a gap, which the next ping shows; to ask for a snapshot always),
 * and those that the next line of defence makes good (what the reading lets through twice, the fold ignores).
 */
export const MUTANTS: readonly Mutant[] = [
  // A snapshot is taken always, or never but the first, or by its number alone.
  { file: 'reading', from: 'owed !== null || !have || isNewer(frame, have)', to: 'true' },
  { file: 'reading', from: 'owed !== null || !have || isNewer(frame, have)', to: 'have === null' },
  { file: 'reading', from: 'owed !== null || !have || isNewer(frame, have)', to: '!have || isNewer(frame, have)' },
  { file: 'reading', from: 'a.epoch === b.epoch ? a.offset > b.offset : a.epoch > b.epoch', to: 'a.offset > b.offset' },
  {
    file: 'reading',
    from: 'a.epoch === b.epoch ? a.offset > b.offset',
    to: 'a.epoch === b.epoch ? a.offset < b.offset',
  },
  // A change is applied wherever it came from.
  {
    file: 'reading',
    from: "if (frame.epoch !== have.epoch) return frame.epoch < have.epoch ? 'ignore' : gap();",
    to: '',
  },
  { file: 'reading', from: "if (frame.offset <= have.offset) return 'ignore';", to: '' },
  { file: 'reading', from: 'frame.prev > have.offset ? gap() : take(frame)', to: 'take(frame)' },
  { file: 'reading', from: 'frame.prev > have.offset', to: 'frame.prev > have.offset + 1' },
  // A ping shows nothing.
  { file: 'reading', from: "return owed !== null && pings === 1 ? 'ignore' : gap();", to: "return 'ignore';" },
  { file: 'reading', from: "return owed !== null && pings === 1 ? 'ignore' : gap();", to: "return 'alive';" },
  { file: 'reading', from: 'owed !== null && pings === 1', to: 'owed !== null' },
  {
    file: 'reading',
    from: ' && frame.epoch === have.epoch && frame.offset === have.offset',
    to: ' && frame.offset === have.offset',
  },
  {
    file: 'reading',
    from: ' && frame.epoch === have.epoch && frame.offset === have.offset',
    to: ' && frame.epoch === have.epoch',
  },
  // What is asked for is not what is needed.
  { file: 'reading', from: "from ? 'history' : 'snapshot';", to: 'null;' },
  { file: 'reading', from: 'have = { epoch, offset };', to: 'have = { epoch, offset: offset + 1 };' },
  { file: 'reading', from: 'have = { epoch, offset };', to: 'have = { epoch: have?.epoch ?? epoch, offset };' },
  // The fold takes what is old, or forgets.
  { file: 'fold', from: 'tables = emptyTables();\n      for', to: 'for' },
  { file: 'fold', from: 'if (put.version <= base) return false;', to: 'if (put.version <= base + 1) return false;' },
  { file: 'fold', from: 'known.version >= put.version', to: 'known.version < put.version' },
  { file: 'fold', from: 'put.removed ? undefined : put.value', to: 'put.value ?? known?.value' },
  { file: 'fold', from: 'const touched = puts.filter(apply)', to: 'const touched = puts.slice(0, 1).filter(apply)' },
  { file: 'fold', from: 'position = { epoch, offset };\n      return touched;', to: 'return touched;' },
  { file: 'fold', from: "kind === 'order' || kind === 'session'", to: "kind === 'order'" },
];

/** Compiles a source with its fault; throws where the source has no such place any more. */
export function compileMutant({ file, from, to }: Mutant): Record<string, never> {
  const source = readFileSync(SOURCES[file], 'utf8');
  if (!source.includes(from)) throw new Error(`${file}.ts holds no "${from}": write this mutant anew.`);
  const { outputText } = ts.transpileModule(source.replace(from, to), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exported = {};
  // Both sources import from the protocol alone.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what runs is this repository's own source
  new Function('exports', 'require', outputText)(exported, () => protocol);
  return exported;
}
