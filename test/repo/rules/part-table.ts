import type { ProjectFile } from './project-files.js';

/** Writes the designers' page of parts from the elements' comments. */
export function writePartTable(files: readonly ProjectFile[]): string {
  const widgets = files.flatMap(({ text }) => {
    const [, tag] = /^ \* @tag (stall-[\w-]+)$/m.exec(text) ?? [];
    const parts = [...text.matchAll(/^ \* @csspart ([\w-]+) - (.+)$/gm)].map(([, name = '', what = '']) => ({
      name,
      what,
    }));
    return tag !== undefined && parts.length > 0 ? [{ tag, parts }] : [];
  });
  return [
    '# Parts · 部件',
    'Generated from the comments of the elements. After a change: `pnpm vitest run --project repo -u`.',
    '`stall-product-card::part(title) { letter-spacing: 0.02em; }`',
    ...widgets
      .sort((a, b) => (a.tag < b.tag ? -1 : 1))
      .map(({ tag, parts }) =>
        [
          `## ${tag}`,
          '',
          '| part | what it is |',
          '| --- | --- |',
          ...parts.map(({ name, what }) => `| \`${name}\` | ${what} |`),
        ].join('\n'),
      ),
  ].join('\n\n');
}
