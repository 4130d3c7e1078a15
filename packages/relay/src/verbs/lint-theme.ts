import { THEMES } from '@stallcast/themes';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Mishap } from '../mishap.js';
import { lintTheme as findFaults } from '../theme-lint/lint-theme.js';

const resolvePath = createRequire(import.meta.url).resolve;
const NAMES = Object.keys(THEMES);

/** Says what is wrong with a theme, line by line; the exit code is 1 if anything is. `--over` names the theme below it. */
export function lintTheme(args: readonly string[]): void {
  const over = args.indexOf('--over');
  const base = over < 0 ? 'orchard' : (args[over + 1] ?? '');
  const files = args.filter((_, index) => over < 0 || (index !== over && index !== over + 1));
  const [file] = files;
  if (file === undefined || files.length > 1 || file.startsWith('-') || !NAMES.includes(base)) {
    throw new Mishap(
      `用法：stallcast lint-theme <文件.css> [--over ${NAMES.join('|')}]`,
      `Use it as: stallcast lint-theme <file.css> [--over ${NAMES.join('|')}]`,
    );
  }
  const faults = findFaults(readSheet(file), readFileSync(resolvePath(`@stallcast/themes/${base}.css`), 'utf8'));
  for (const { line, zh, en } of faults) process.stdout.write(`${file}:${line}\n  ${zh}\n  ${en}\n`);
  if (faults.length === 0) {
    process.stdout.write(`${file} 没有问题。\nNothing is wrong with ${file}.\n`);
    return;
  }
  process.stdout.write(`\n共 ${faults.length} 处。\n${faults.length} in all.\n`);
  process.exitCode = 1;
}

function readSheet(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Mishap(
      `读不到 ${file}：请检查文件名。`,
      `Expected a style sheet at ${file}, found none: check its name.`,
    );
  }
}
