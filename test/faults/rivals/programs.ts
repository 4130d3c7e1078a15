import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Program } from '../told-market.js';
import { RIVALS } from './installed.js';

const SERVERS = fileURLToPath(new URL('../servers/', import.meta.url));

/** A rival as it is run: a program, and where its page is. */
export interface Rival {
  program: Program;
  /** `site` is the program itself; what goes through `line` is broken. */
  pageOf(site: string, line: string): string;
  remove(): void;
}

export function socketIo(): Rival {
  return {
    program: { file: join(SERVERS, 'socket-io.mjs'), env: { RIVALS } },
    pageOf: (site, line) => `${site}/?src=${encodeURIComponent(line)}`,
    remove() {},
  };
}

/** NodeCG wants a project of its own around it. Its page comes from itself, and so through the line. */
export function nodeCg(port: number): Rival {
  const project = mkdtempSync(join(tmpdir(), 'stallcast-nodecg-'));
  cpSync(join(SERVERS, 'nodecg'), project, { recursive: true });
  copyFileSync(join(SERVERS, 'rival-page.js'), join(project, 'bundles/stall/graphics/rival-page.js'));
  mkdirSync(join(project, 'cfg'), { recursive: true });
  writeFileSync(join(project, 'cfg/nodecg.json'), JSON.stringify({ host: '127.0.0.1', port }));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'a-stall-in-nodecg', private: true }));
  symlinkSync(join(RIVALS, 'node_modules'), join(project, 'node_modules'));
  return {
    program: { file: join(RIVALS, 'node_modules/nodecg/dist/server/bootstrap.js'), cwd: project },
    pageOf: (_, line) => `${line}/bundles/stall/graphics/index.html`,
    remove: () => rmSync(project, { recursive: true, force: true }),
  };
}
