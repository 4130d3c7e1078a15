const SAYS_NOTHING = /^(?:utils?|helpers?|common|types|constants|misc|manager|base)$/;
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)*$/;
const OURS = /^(?:packages|examples|test)\/.*\.(?:ts|mjs|css|html)$/;

/** Finds files whose names say nothing, break the pattern, or stand where their kind does not belong. */
export function findBadNames(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!OURS.test(path)) return [];
    const name = path.split('/').at(-1) ?? '';
    const words = path.replace(/\.[a-z]+$/, '').split(/[/.]/);
    const problems: string[] = [];
    if (words.some((word) => SAYS_NOTHING.test(word))) problems.push(`${path}: the name says nothing of its subject`);
    if (!KEBAB.test(name)) problems.push(`${path}: write it in kebab-case, with its role after a dot`);
    if (name.endsWith('.spec.ts') && !path.startsWith('test/'))
      problems.push(`${path}: Playwright's files live in test/`);
    return problems;
  });
}
