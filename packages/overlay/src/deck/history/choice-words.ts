import type { Language } from '../../words/language.js';
import type { SentCommand } from '../outbox/sent-command.js';
import { keptWords } from '../status-line/kept-words.js';
import { teamWords } from '../team/team-words.js';
import { pickWords } from '../words/pick-words.js';

/** What the two keys of a held step say: to send it all the same, or to leave it. */
export function choiceWords({ overtakenAt }: SentCommand, language: Language): { send: string; leave: string } {
  if (overtakenAt === undefined)
    return { send: keptWords[language].sendAnyway, leave: pickWords(language).history.drop };
  const { mine, theirs } = teamWords[language];
  return { send: mine, leave: theirs };
}
