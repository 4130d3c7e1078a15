import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuiltPage } from './build-page.js';

const FOLDER = fileURLToPath(new URL('../../packages/elements/pictures/', import.meta.url));

/** The pictures of the sample stall, which its pages look for in a folder beside their own. */
export function samplePictures(): BuiltPage {
  const files = readdirSync(FOLDER).map((name) => {
    return [name, { type: 'image/svg+xml', body: readFileSync(join(FOLDER, name)) }] as const;
  });
  return { files: new Map(files), scripts: [], onDemand: [] };
}

/** A page with nothing on it. */
export const BLANK_PAGE: BuiltPage = {
  files: new Map([
    ['index.html', { type: 'text/html; charset=utf-8', body: '<!doctype html><title>Blank</title><body></body>' }],
  ]),
  scripts: [],
  onDemand: [],
};
