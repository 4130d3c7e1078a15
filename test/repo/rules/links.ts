import type { ProjectFile } from './project-files.js';
import { resolveRelative } from './imports.js';

const LINK = /!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)|(?:src|href)="([^"]+)"/g;
const OUTSIDE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/;

/** Finds links in Markdown that lead nowhere: to files that are not there, or headings that no page has. */
export function findDeadLinks(pages: readonly ProjectFile[], exists: (path: string) => boolean): string[] {
  const headings = new Map(pages.map(({ path, text }) => [path, anchorsOf(text)]));
  return pages.flatMap(({ path, text }) =>
    [...withoutCode(text).matchAll(LINK)].flatMap(([, inMarkdown, inHtml]) => {
      const link = inMarkdown ?? inHtml ?? '';
      if (OUTSIDE.test(link)) return [];
      const [file = '', anchor] = decodeURI(link).split('#');
      const target = file === '' ? path : resolveRelative(path, file).replace(/\/$/, '');
      if (file !== '' && !exists(target)) return [`${path}: ${link} is not there`];
      const known = headings.get(target);
      return anchor && known && !known.has(anchor) ? [`${path}: ${link} names no heading`] : [];
    }),
  );
}

const withoutCode = (text: string) => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

/** The names by which GitHub links to headings, and those given by hand. */
function anchorsOf(text: string): Set<string> {
  const headings = [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map(
    ([, words = '']) =>
      words
        .toLowerCase()
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
  );
  const byHand = [...text.matchAll(/\bid="([^"]+)"/g)].map(([, id = '']) => id);
  return new Set([...headings, ...byHand]);
}
