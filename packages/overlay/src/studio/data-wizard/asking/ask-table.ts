import { inspectTable, parseTableAddress, tableAsker, type TableInspection } from '@stallcast/adapters/table/inspect';
import { AdapterError } from '@stallcast/protocol';
import type { Sentence } from '../../../words/language.js';
import { bothLanguages } from './both-languages.js';
import { isLetThrough, onlyHttps } from './let-through.js';
import { askTroubles, pageOfDocs } from './table-troubles.js';

/** A table that was read, or one sentence on why not: what was expected, what came, what to do. */
export type TableAnswer = { ok: true; url: string; inspection: TableInspection } | { ok: false; trouble: Sentence };

export interface AskTableOptions {
  /** ISO 4217, of the stall. */
  currency: string;
  fetch?: typeof fetch;
  signal?: AbortSignal;
  /** The page's own address. @default where the page is */
  base?: string;
}

/** How long a table may take, ms. */
const PATIENCE_MS = 12_000;

/** Asks for the table at an address as the overlay would, and reads it. Never rejects. */
export async function askTable(typed: string, options: AskTableOptions): Promise<TableAnswer> {
  const { currency, signal, base = location.href } = options;
  const fetchIt = options.fetch ?? fetch;
  const given = addressIn(typed);
  if (given === '') return { ok: false, trouble: askTroubles.noAddress };
  // A path on this computer, as Explorer copies it: no page may read it.
  if (/^(?:file:|[a-z]:[\\/]|\\\\|\/)/i.test(given)) return { ok: false, trouble: askTroubles.file };
  let url: string;
  try {
    ({ url } = parseTableAddress(/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(given) ? given : `https://${given}`, base));
  } catch {
    return { ok: false, trouble: askTroubles.noAddress };
  }
  if (!isLetThrough(url, base)) return { ok: false, trouble: onlyHttps(base) };

  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), PATIENCE_MS);
  const stop = (): void => late.abort();
  signal?.addEventListener('abort', stop);
  try {
    const answer = await tableAsker(url, fetchIt)(late.signal);
    if (answer.kind === 'failed') {
      if (answer.unanswered) return { ok: false, trouble: await whyUnanswered(url, fetchIt, late.signal) };
      return { ok: false, trouble: pageOfDocs(url) ?? bothLanguages(answer.message) };
    }
    if (answer.kind === 'same' || answer.text.trim() === '') return { ok: false, trouble: askTroubles.empty };
    return readTable(answer.text, url, currency);
  } catch {
    return { ok: false, trouble: askTroubles.late };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

/** The address in what was pasted: a document that is shared by its app comes with words around it. */
function addressIn(typed: string): string {
  const given = typed.trim().replace(/^table:/, '');
  return /\s|^[《【「“"<（(]/.test(given)
    ? (/https?:\/\/[^\s《》【】「」“”"<>（）]+/i.exec(given)?.[0] ?? given)
    : given;
}

/** Reads a table that is here already: a file's text, or what was pasted. */
export function readTable(text: string, url: string, currency: string): TableAnswer {
  try {
    if (text.trim() === '') return { ok: false, trouble: askTroubles.empty };
    const inspection = inspectTable(text, { url, currency });
    return inspection.rows.length === 0 ? { ok: false, trouble: askTroubles.noRows } : { ok: true, url, inspection };
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    const page = error.code === 'refused-key' ? pageOfDocs(url) : null;
    return { ok: false, trouble: page ?? bothLanguages(error.message) };
  }
}

/** A browser does not say why nothing came. What answers without being read is there, and lets no other page read it. */
async function whyUnanswered(url: string, fetchIt: typeof fetch, signal: AbortSignal): Promise<Sentence> {
  if (!navigator.onLine) return askTroubles.offline;
  try {
    await fetchIt(url, {
      mode: 'no-cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal,
    });
    if (new URL(url).hostname === 'docs.google.com') return askTroubles.google;
    return pageOfDocs(url) ?? askTroubles.notLetIn;
  } catch {
    return askTroubles.unreachable;
  }
}
