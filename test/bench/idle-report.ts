import { verdict } from './bounds.js';
import { CONTENDERS } from './contenders.js';
import { duelsOf } from './duels.js';
import { BLANK, type IdleRun } from './idle.js';
import type { Measured, Rounds } from './measure.js';
import { median } from './statistics.js';

/** What the processor may do at rest, to a blank page. */
const TO_BLANK = 1.15;
/** The processor's time is counted in steps of this, ms. */
const CLOCK_MS = 10;
const PAGES = [...CONTENDERS, { id: BLANK, name: 'a blank page' }];

/** Tells what pages do while nothing changes, and while nobody sees them. */
export function reportIdle(runs: readonly IdleRun[], rounds: Rounds, seconds: number): Measured {
  const of = (id: string) => runs.filter(({ contender }) => contender === id);
  const most = (id: string, read: (run: IdleRun) => number) => Math.max(...of(id).map(read));
  const middle = (id: string, read: (run: IdleRun) => number) => median(of(id).map(read));
  const there = PAGES.filter(({ id }) => of(id).length > 0);
  const blank = of(BLANK).length > 0 ? middle(BLANK, ({ idle }) => idle.cpuMs) : NaN;
  const ours = of('widgets').length > 0;
  const toBlank = ours ? middle('widgets', ({ idle }) => idle.cpuMs) / blank : NaN;
  const cpu = Object.fromEntries(
    there
      .filter(({ id }) => id !== BLANK)
      .map(({ id, name }) => [name, of(id).map(({ idle }) => Math.max(idle.cpuMs, CLOCK_MS))]),
  );
  return {
    id: 'IDLE',
    title: 'Idle, and hidden',
    lead:
      `Each page over its own live line, on which only signs of life come. It is drawn sixty times a second for ${seconds} s, then hidden as OBS hides a source – ` +
      `without frames, and told so – for as long. Counted are frames that were painted, callbacks before a frame, and timers that fired. The processor’s time is ` +
      'told in ratio to a blank page, drawn as often; it is counted in hundredths of a second, so a tenth more or less says nothing.',
    head: [
      'Page',
      'Damaged frames',
      'Callbacks before frames',
      'Timers',
      'Processor time, to a blank page',
      'Hidden: callbacks',
      'Hidden: timers',
    ],
    rows: there.map(({ id, name }) => [
      name,
      most(id, ({ damaged }) => damaged),
      most(id, ({ idle }) => idle.frames),
      most(id, ({ idle }) => idle.timers),
      (middle(id, ({ idle }) => idle.cpuMs) / blank).toFixed(2),
      most(id, ({ hidden }) => hidden.frames),
      most(id, ({ hidden }) => hidden.timers),
    ]),
    verdicts: ours
      ? [
          verdict(
            'Damaged frames, idle over a live line',
            '0',
            String(most('widgets', (run) => run.damaged)),
            most('widgets', (run) => run.damaged) === 0,
          ),
          verdict(
            'Callbacks before frames, idle',
            '0',
            String(most('widgets', ({ idle }) => idle.frames)),
            most('widgets', ({ idle }) => idle.frames) === 0,
          ),
          verdict(
            'Timers, idle',
            'none in the end',
            String(most('widgets', ({ idle }) => idle.timers)),
            most('widgets', ({ idle }) => idle.timers) === 0,
            'goal not reached',
          ),
          verdict(
            'Wake-ups, hidden',
            'none in the end',
            String(most('widgets', ({ hidden }) => hidden.timers + hidden.frames)),
            most('widgets', ({ hidden }) => hidden.timers + hidden.frames) === 0,
            'goal not reached',
          ),
          verdict(
            'Processor time at rest, to a blank page',
            `at most ${TO_BLANK} in the end`,
            toBlank.toFixed(2),
            toBlank <= TO_BLANK,
            'goal not reached',
          ),
        ]
      : [],
    raw: runs,
    rounds,
    duels: duelsOf('Processor time, idle', cpu, 'Stallcast'),
  };
}
