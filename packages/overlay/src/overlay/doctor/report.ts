import type { Freshness } from '@stallcast/store';
import type { DoctorWords } from './doctor-words.js';
import type { PageFacts } from './page-facts.js';

/** What failed last on the line, and when, ms since 1970 by this computer. */
export interface LastFault {
  message: string;
  at: number;
}

/** All that the doctor was told. */
export interface DoctorSource {
  facts: PageFacts;
  freshness: Freshness | undefined;
  lastFault: LastFault | null;
  /** Ms since 1970: the server's for the age of the data, this computer's for what failed. */
  serverNow: number;
  now: number;
  /** Why something may be blank, in the words of the widgets; empty where all is well. */
  findings: readonly string[];
}

/** One line of the board. */
export interface DoctorRow {
  name: string;
  value: string;
  /** Something is to be done about it. */
  isWrong: boolean;
}

/** More of a name is not told. */
const MOST_NAME = 60;

/** The board, line by line. */
export function writeRows(
  { facts, freshness, lastFault, serverNow, now }: DoctorSource,
  words: DoctorWords,
): DoctorRow[] {
  const row = (name: string, value: string, isWrong = false): DoctorRow => ({ name, value, isWrong });
  const level = freshness?.level ?? 'waiting';
  const age = freshness?.heardAt == null ? '' : ` · ${words.seconds(secondsBetween(freshness.heardAt, serverNow))}`;
  const failed = lastFault && `${lastFault.message} · ${words.seconds(secondsBetween(lastFault.at, now))}`;
  return [
    row(words.obs, facts.obs ?? words.notInObs),
    row(words.engine, facts.isTooOld ? `${facts.engine} · ${words.tooOld}` : facts.engine, facts.isTooOld),
    row(words.secure, facts.isSecure ? words.isSecure : words.isNotSecure),
    row(words.size, `${facts.size.join(' × ')}${facts.isHidden ? ` · ${words.hidden}` : ''}`),
    row(words.source, [facts.scheme || '?', facts.host || words.local].join(' · ')),
    row(words.key, facts.hasKey ? words.hasKey : words.noKey, facts.scheme === 'relay' && !facts.hasKey),
    row(words.age, level === 'live' ? words.level.live : words.level[level] + age, level !== 'live'),
    row(words.scene, sceneText(facts.scene, words)),
    row(words.look, facts.theme),
    row(words.failed, failed ?? words.nothingFailed),
  ];
}

/** The same as one line, for OBS's log: hosts post it where they ask for help. */
export function writeLogLine(source: DoctorSource, words: DoctorWords): string {
  const rows = writeRows(source, words).map(({ name, value }) => `${name}: ${value}`);
  const findings = source.findings.length > 0 ? source.findings.join(' ') : words.allWell;
  return `Stallcast doctor: ${[...rows, findings].join(' | ')}`.replace(/\s+/g, ' ');
}

/** The code of a scene of one's own is thousands of letters long, and a name that a link makes up may be. */
function sceneText(scene: string, { plain, ownScene }: DoctorWords): string {
  if (scene.startsWith('~')) return ownScene;
  return scene.length > MOST_NAME ? `${scene.slice(0, MOST_NAME)}…` : scene || plain;
}

const secondsBetween = (from: number, to: number) => Math.max(0, Math.round((to - from) / 1000));
