import type { Language } from '../../packages/overlay/src/words/language.js';
import { format, resolveConfig } from 'prettier';
import { deedTable, type FirstStart } from './deed-table.js';
import { pageWords } from './page-words.js';
import type { WalkedPicture, WalkedStep } from './walk.js';
import type { WalkedWay } from './walk-all.js';

const PICTURES = '../pictures';
/** Parts that stand beside each other. */
const BESIDE = 3;

/** Writes the walk-through of the documents, in Markdown as Prettier has it. */
export async function writePage(ways: readonly WalkedWay[], language: Language, first: FirstStart): Promise<string> {
  const words = pageWords(language);
  const text = [
    `# ${words.title}`,
    `[${words.otherLanguage}](${words.otherPage}) · [${words.handbook}](${words.handbookPage})`,
    words.intro,
    ...ways.flatMap(({ way, walked }) => [
      `## ${walked.title}`,
      ...(way.lead ? [way.lead[language]] : []),
      ...(walked.steps.some(({ part }) => part !== undefined) ? writeParts(walked.steps) : writeSteps(walked.steps)),
    ]),
    `## ${words.countTitle}`,
    ...deedTable(ways, language, first),
  ].join('\n\n');
  return format(text, { ...(await resolveConfig(new URL('../../README.md', import.meta.url))), parser: 'markdown' });
}

/** One step below the other, each with its block and pictures. */
const writeSteps = (steps: readonly WalkedStep[]): string[] =>
  steps.map(({ sentence, block, pictures }, index) => {
    const inner = [
      ...(block === undefined ? [] : ['```text', ...block.split('\n'), '```']),
      ...pictures.flatMap((picture) => ['', drawn(picture)]),
    ];
    return [`${index + 1}. ${sentence}`, ...(inner.length > 0 ? ['', ...inner] : [])]
      .map((line, at) => (at === 0 || line === '' ? line : `   ${line}`))
      .join('\n');
  });

interface Part {
  title: string;
  steps: { number: number; step: WalkedStep }[];
}

/** Parts that have a picture beside each other, three in a row; those without one as lists. */
function writeParts(steps: readonly WalkedStep[]): string[] {
  const parts: Part[] = [];
  for (const [index, step] of steps.entries()) {
    if (step.part !== undefined || parts.length === 0) parts.push({ title: step.part ?? '', steps: [] });
    parts.at(-1)?.steps.push({ number: index + 1, step });
  }
  const isTall = ({ steps: own }: Part): boolean =>
    own.some(({ step }) => step.pictures.some(({ size }) => size === 'phone'));
  const text: string[] = [];
  let row: Part[] = [];
  const flush = (): void => {
    if (row.length > 0) text.push(writeRow(row));
    row = [];
  };
  for (const part of parts) {
    if (isTall(part)) {
      row.push(part);
      if (row.length === BESIDE) flush();
      continue;
    }
    flush();
    if (part.title !== '') text.push(`### ${part.title}`);
    text.push(
      ...part.steps.map(({ number, step }) =>
        [`${number}. ${step.sentence}`, ...step.pictures.flatMap((picture) => ['', `   ${drawn(picture)}`])].join('\n'),
      ),
    );
  }
  flush();
  return text;
}

function writeRow(parts: readonly Part[]): string {
  const cells = (cell: (part: Part) => string): string => `| ${parts.map(cell).join(' | ')} |`;
  return [
    cells(({ title }) => title),
    cells(() => '---'),
    cells(({ steps }) => steps.flatMap(({ step }) => step.pictures.map(drawn)).join(' ')),
    cells(({ steps }) => steps.map(({ number, step }) => `**${number}** ${step.sentence}`).join('<br>')),
  ].join('\n');
}

const drawn = ({ file, alt, size }: WalkedPicture): string =>
  size === 'phone' ? `<img src="${PICTURES}/${file}" width="260" alt="${alt}">` : `![${alt}](${PICTURES}/${file})`;
