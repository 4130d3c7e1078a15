import type { Command } from '@stallcast/protocol';
import type { RoomStore } from '@stallcast/store';
import type { Language, Sentence } from '../../words/language.js';
import type { SentCommand } from '../outbox/sent-command.js';
import type { Team } from './follow-team.js';
import { standsAt } from './stands.js';
import { teamWords } from './team-words.js';

/** How long the relay may take to say what others did. */
const PATIENCE_MS = 2_000;

/** How long a change may be behind the news of who made it. */
const ON_ITS_WAY_MS = 5_000;

/**
 * Finds what somebody else did while a step waited for the line, which the step would overwrite.
 *
 * Null where nothing stands in its way, `later` until the stall was read again.
 */
export async function findClash(sent: SentCommand, store: RoomStore, team: Team): Promise<Sentence | null | 'later'> {
  const { mark, command } = sent;
  if (mark === undefined) return null;
  // A line counts as live for seconds after it went: the relay itself is asked what was done up to this moment.
  if (store.$freshness.get().level !== 'live' || !(await inTime(team.catchUp()))) return 'later';
  const theirs = [...team.$steps.get()].reverse().find((step) => isAbout(step.command, command));
  const stands = standsAt(store, command);
  // What stands as the step wants it nobody has changed against it; the step may have been done unheard.
  if (!stands || stands.mark === stands.wanted) return null;
  if (stands.mark === mark) {
    // Of what was done a moment ago the change itself may still be on its way.
    return theirs && store.now() - theirs.at < ON_ITS_WAY_MS ? 'later' : null;
  }
  const tell = (language: Language): string =>
    teamWords[language].clash(theirs?.by || teamWords[language].someone, stands.said[language]);
  return { 'zh-CN': tell('zh-CN'), en: tell('en') };
}

/** Whether two commands touch the same thing: a product, or both something of the whole show. */
export function isAbout(one: Command, other: Command): boolean {
  const product = subjectOf(one);
  return product === null ? one.type === other.type : product === subjectOf(other);
}

/** The product that a command is about; null for one that is about the show. */
export function subjectOf(command: Command): string | null {
  if ('productId' in command) return command.productId;
  if (command.type === 'put-offer') return command.offer.productId;
  return command.type === 'put-product' ? command.product.id : null;
}

/** An answer that comes soon; no where it does not, for other steps wait behind this one. */
function inTime(answer: Promise<boolean>): Promise<boolean> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => resolve(false), PATIENCE_MS);
    void answer.then((isYes) => {
      clearTimeout(impatience);
      resolve(isYes);
    });
  });
}
