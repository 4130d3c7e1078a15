import type { ProjectFile } from './project-files.js';

const LAW = /^\| \*\*L(\d+)\*\* +\|.*$/gm;
const HOLDER = /`([^`]+\.test\.ts)`: "([^"]+)"/g;
const JSON_BLOCK = /^```json\n([\s\S]*?)^```$/gm;

/** Finds laws of the protocol's page that no test holds: whose file is not there, or holds no test of that title. */
export function findUnheldLaws(page: string, textOf: (path: string) => string | undefined): string[] {
  return [...page.matchAll(LAW)].flatMap(([row, number], index) => {
    const problems: string[] = [];
    if (Number(number) !== index + 1) problems.push(`L${number} stands where L${index + 1} is expected`);
    const holders = [...row.matchAll(HOLDER)];
    if (holders.length === 0) problems.push(`L${number} names no test`);
    for (const [, path = '', title = ''] of holders) {
      const text = textOf(path);
      if (text === undefined) problems.push(`L${number} names ${path}, which is not there`);
      else if (!text.includes(title)) problems.push(`L${number}: ${path} holds no "${title}"`);
    }
    return problems;
  });
}

/** The laws that the text speaks of and the table does not list. */
export function findUnlistedLaws(page: string): string[] {
  const listed = new Set([...page.matchAll(LAW)].map(([, number]) => number));
  const named = new Set([...page.matchAll(/\*\*L(\d+)\*\*/g)].map(([, number]) => number));
  return [...named].filter((number) => !listed.has(number)).map((number) => `L${number} is not in the table`);
}

/** The examples of a page. */
export function examplesOf(page: string): unknown[] {
  return [...page.matchAll(JSON_BLOCK)].map(([, text = '']) => JSON.parse(text) as unknown);
}

/** The codes of the refusals that sources make, by the calls that make them. */
export function refusalCodes(files: readonly ProjectFile[]): string[] {
  const codes = files.flatMap(({ text }) =>
    [...text.matchAll(/(?:refuse|new Problem)\(\s*\d{3},\s*'([a-z-]+)'/g)].map(([, code = '']) => code),
  );
  return [...new Set(codes)].sort();
}
