import { parseFrame } from '@stallcast/protocol';
import { COMMAND_TYPES, KIND_SCHEMAS } from '@stallcast/protocol/schema';
import { describe, expect, it } from 'vitest';
import { isTest, projectFiles } from './rules/project-files.js';
import { examplesOf, findUnheldLaws, findUnlistedLaws, refusalCodes } from './rules/protocol-page.js';

const FILES = projectFiles('packages');
const textOf = (path: string) => FILES.find((file) => file.path === path)?.text;
const PAGE = projectFiles('docs').find(({ path }) => path === 'docs/protocol.md')?.text ?? '';

describe('the laws of the protocol', () => {
  it('are each held by a test that is there', () => {
    expect(findUnheldLaws(PAGE, textOf)).toEqual([]);
    expect(findUnlistedLaws(PAGE)).toEqual([]);
  });

  it.each([
    ['| **L1** | a | `packages/a/src/a.test.ts`: "holds" |', 0],
    ['| **L2** | a | `packages/a/src/a.test.ts`: "holds" |', 1],
    ['| **L1** | a | `packages/a/src/a.test.ts`: "fails" |', 1],
    ['| **L1** | a | `packages/a/src/b.test.ts`: "holds" |', 1],
    ['| **L1** | a | nothing |', 1],
  ])('are compared with the tests: %s', (page, count) => {
    const found = findUnheldLaws(page, (path) => (path === 'packages/a/src/a.test.ts' ? "it('holds')" : undefined));
    expect(found).toHaveLength(count);
  });

  it('are in the table when the text speaks of them', () => {
    expect(findUnlistedLaws('see **L7**\n| **L1** | a | b |')).toEqual(['L7 is not in the table']);
  });
});

describe('the page of the protocol', () => {
  it('shows frames that a page reads whole, and a problem', () => {
    const examples = examplesOf(PAGE) as { type: string }[];
    expect(examples.map(({ type }) => type)).toEqual([
      'snapshot',
      'change',
      'ping',
      'batch',
      'urn:stallcast:problem:unknown-room',
    ]);
    for (const frame of examples.slice(0, 4)) expect(parseFrame(JSON.stringify(frame)).faults).toEqual([]);
  });

  it.each(Object.keys(KIND_SCHEMAS))('tells of the kind %s and its schema', (kind) => {
    expect(PAGE).toMatch(new RegExp(`^\\| \`${kind}\` .*\`${kind}\\.json\``, 'm'));
  });

  it('tells of every command', () => {
    expect(COMMAND_TYPES.filter((type) => !PAGE.includes(`\`${type}\``))).toEqual([]);
  });

  it('tells of every code of a refusal', () => {
    const sources = FILES.filter(({ path }) => /^packages\/(?:ledger|relay)\/src\//.test(path) && !isTest(path));
    expect(refusalCodes(sources).filter((code) => !PAGE.includes(`\`${code}\``))).toEqual([]);
  });
});
