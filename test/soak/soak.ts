import { availableParallelism } from 'node:os';
import { playControl } from './control.js';
import { playEvening, WHOLE_EVENING, type EveningPlan } from './evening.js';
import { playHours } from './hours.js';
import { judgeCourse, judgeMemory, type Finding } from './judge.js';
import { buildOverlayPages } from './overlay-pages.js';
import { writeSoakReport, type SoakResults } from './soak-report.js';

const ENGINES = ['', '103', '127'];
/** Looks at a page: of an evening, and of the hours on a clock by hand. */
const CHECKPOINTS = 20;
/** The least that orders come between two looks, ms. */
const LEAST_MS = 1_000;
const MINUTES = 4;

/** What is asked of the command line. */
interface Wish {
  engines: readonly string[];
  /** For the evening on each engine. */
  minutes: number;
  isRealTime: boolean;
}

/**
 * Runs the soak and returns the exit code: 1 where a check fails.
 *
 * `--minutes 4` bounds the evening on each engine, `--engine current|103|127` takes one of them, `--real-time 60m` or `8h` plays an
 * evening at the pace of life. Only a run of all engines writes docs/soak.md.
 */
export async function soak(args: readonly string[]): Promise<number> {
  const wish = readWish(args);
  const pages = await buildOverlayPages();
  const results: SoakResults = {
    takenAt: new Date().toISOString(),
    machine: { cores: availableParallelism(), node: process.versions.node },
    minutes: wish.minutes,
    isRealTime: wish.isRealTime,
    hours: [],
    evenings: [],
    controls: [],
    brokenOff: [],
  };
  try {
    for (const engine of wish.engines) {
      const name = engine || 'current';
      console.log(`\n${name}: 八小时的钟 eight hours by a clock`);
      results.hours.push(await playHours(engine, CHECKPOINTS));
      console.log(`${name}: 对照 the control, which has to fail`);
      results.controls.push({ engine: name, checkpoints: await playControl(engine, CHECKPOINTS) });
      console.log(`${name}: 一晚的订单 an evening of orders, ${wish.minutes} min`);
      results.evenings.push(
        await playEvening(planOf(engine, wish), pages.folder, (words) => console.log(`  ${words}`)),
      );
    }
  } finally {
    await pages.remove();
  }
  const isWhole = wish.engines.length === ENGINES.length;
  console.log(`结果 Results: ${await writeSoakReport(results, isWhole)}`);
  const findings = findingsOf(results);
  for (const { where, isMet, what, found, bound } of findings) {
    console.log(`${isMet ? '✓' : '✗'} ${where}: ${what}: ${found} (${bound})`);
  }
  return findings.every(({ isMet }) => isMet) ? 0 : 1;
}

/** All that was checked, with where. */
export function findingsOf(results: SoakResults): (Finding & { where: string })[] {
  const at = (where: string, findings: readonly Finding[]) => findings.map((one) => ({ where, ...one }));
  return [
    ...results.hours.flatMap(({ engine, findings }) => at(`hours, ${engine}`, findings)),
    ...results.evenings.flatMap((course) => at(`evening, ${course.engine}`, judgeCourse(course))),
    ...results.brokenOff.flatMap(({ engine, why }) =>
      at(`evening, ${engine}`, [{ what: 'The evening', bound: 'comes to its end', found: why, isMet: false }]),
    ),
    ...results.controls.flatMap(({ engine, checkpoints }) => at(`control, ${engine}`, [judgeControl(checkpoints)])),
  ];
}

function judgeControl(checkpoints: Parameters<typeof judgeMemory>[0]): Finding {
  const [nodes] = judgeMemory(checkpoints);
  return {
    what: 'A page that leaks a node a row',
    bound: 'fails the same check',
    found: nodes?.isMet === false ? `fails: ${nodes.found}` : 'passes',
    isMet: nodes?.isMet === false,
  };
}

function planOf(engine: string, { minutes, isRealTime }: Wish): EveningPlan {
  return {
    engine,
    checkpoints: CHECKPOINTS,
    sellMs: LEAST_MS,
    lastsMs: minutes * 60_000,
    surge: isRealTime ? 100 : 5_000,
    usual: isRealTime ? 2 : 5_000,
    ...WHOLE_EVENING,
  };
}

function readWish(args: readonly string[]): Wish {
  const after = (flag: string): string | null => (args.includes(flag) ? (args[args.indexOf(flag) + 1] ?? '') : null);
  const engine = after('--engine');
  const realTime = after('--real-time');
  const minutes = realTime === null ? Number(after('--minutes') ?? MINUTES) : minutesOf(realTime);
  if (engine !== null && !['current', ...ENGINES].includes(engine)) {
    throw new Error(`--engine: expected current, 103 or 127, got “${engine}”.`);
  }
  if (!(minutes > 0)) throw new Error('--minutes or --real-time: expected a time such as 4, 60m or 8h.');
  return {
    engines: engine === null ? ENGINES : [engine === 'current' ? '' : engine],
    minutes,
    isRealTime: realTime !== null,
  };
}

function minutesOf(text: string): number {
  const [, amount = '', unit] = /^(\d+)(m|h)$/.exec(text) ?? [];
  return Number(amount) * (unit === 'h' ? 60 : 1);
}
