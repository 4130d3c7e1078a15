import { gzipSync } from 'node:zlib';
import { bytes, verdict } from './bounds.js';
import type { BuiltPage } from './build-page.js';
import { CONTENDERS, type Contender } from './contenders.js';
import type { Feed } from './feed.js';
import type { Measured } from './measure.js';
import { weigh, type Weight } from './weigh.js';

const LIGHTER_THAN_REACT = 4;
const LIGHTER_THAN_NODECG = 20;

/** What the scripts of every page weigh. */
export async function measureSizes(
  pages: Readonly<Record<string, BuiltPage>>,
  feed: Feed,
  contenders: readonly Contender[],
): Promise<Measured> {
  const found: Record<string, Weight & { gzip: number }> = {};
  for (const contender of contenders) {
    const page = pages[contender.id];
    const code = page
      ? page.scripts.map((script) => script.code).join('\n')
      : await scriptsServed(feed.urlOf(contender));
    found[contender.id] = { ...weigh(code), gzip: gzipSync(code, { level: 9 }).length };
  }
  const ours = found['widgets'];
  const lighter = (id: string, name: string, key: 'brotli' | 'gzip', bound: number) => {
    const theirs = found[id];
    if (!ours || !theirs) return [];
    const times = theirs[key] / ours[key];
    return [
      verdict(
        `Lighter than ${name}, ${key}`,
        `at least ${bound} times`,
        times.toFixed(1),
        times >= bound,
        'goal not reached',
      ),
    ];
  };
  return {
    id: 'P6',
    title: 'Bytes beside the rivals',
    lead: 'All scripts that a page loads at first, each built for production; those of NodeCG as its server gives them out.',
    head: ['Page', 'Minified', 'Gzip 9', 'Brotli 11', 'Brotli, ratio to ours'],
    rows: CONTENDERS.flatMap(({ id, name }) => {
      const one = found[id];
      if (!one) return [];
      return [
        [
          name,
          bytes(one.minified),
          bytes(one.gzip),
          bytes(one.brotli),
          ours ? (one.brotli / ours.brotli).toFixed(2) : '',
        ],
      ];
    }),
    verdicts: [
      ...lighter('react', 'React', 'brotli', LIGHTER_THAN_REACT),
      ...lighter('nodecg', 'NodeCG', 'gzip', LIGHTER_THAN_NODECG),
    ],
    raw: found,
    chart: {
      title: 'Scripts, brotli',
      bars: CONTENDERS.flatMap(({ id, name }) =>
        found[id] ? [{ label: name, value: found[id].brotli, isOurs: id === 'widgets' }] : [],
      ),
    },
  };
}

/** The scripts that a page served by somebody else names in its text. */
async function scriptsServed(url: string): Promise<string> {
  const text = await (await fetch(url)).text();
  const addresses = [...text.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src]) => new URL(src ?? '', url));
  const scripts = await Promise.all(addresses.map(async (address) => (await fetch(address)).text()));
  if (scripts.length === 0) throw new Error(`Expected scripts on ${url}, found none.`);
  return scripts.join('\n');
}
