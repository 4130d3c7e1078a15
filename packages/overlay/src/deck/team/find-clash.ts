import type { Command } from '@stallcast/protocol';
import type { RoomStore } from '@stallcast/store';
import type { Language, Sentence } from '../../words/language.js';
import type { SentCommand } from '../outbox/sent-command.js';
import type { Team } from './follow-team.js';
import { standsAt } from './stands.js';
import { teamWords } from './team-words.js';

/**
 * Finds what somebody else did while a step waited for the line, which the step would overwrite.
 *
 * Null where nothing stands in its way, `later` until the stall was read again.
 */
export function findClash(sent: SentCommand, store: RoomStore, team: Team): Sentence | null | 'later' {
  if (sent.mark === undefined) return null;
  if (store.$freshness.get().level !== 'live' || team.isBehind()) return 'later';
  const stands = standsAt(store, sent.command);
  // What stands as it stood, or as the step wants it, nobody has changed against it; the step may have been done unheard.
  if (!stands || stands.mark === sent.mark || stands.mark === stands.wanted) return null;
  const by = [...team.$steps.get()].reverse().find(({ command }) => isAbout(command, sent.command))?.by;
  const tell = (language: Language): string =>
    teamWords[language].clash(by || teamWords[language].someone, stands.said[language]);
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
