import { cssFloor, jsFloor } from '@stallcast/tooling';
import type { ProjectFile } from './project-files.js';

const SCRIPT = /<script\b[^>]*>([\s\S]*?)<\/script>/g;
const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style>/g;

/** Finds what OBS 28 would not understand in scripts, sources, style sheets and pages. */
export function findAboveFloor(files: readonly ProjectFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const findings = path.endsWith('.html')
      ? [...parts(text, SCRIPT).flatMap((js) => jsFloor('inline.js', js)), ...parts(text, STYLE).flatMap(cssFloor)]
      : path.endsWith('.css')
        ? cssFloor(text)
        : jsFloor(path, text);
    return findings.map(({ feature, since, excerpt }) => {
      const reason = since === 'secure' ? 'only in secure contexts' : `only since Chromium ${since}`;
      return `${path}: ${feature}, ${reason}: ${excerpt}`;
    });
  });
}

const parts = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, part = '']) => part);
