import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

/** A program that is not the one that made the zip, where the machine has it. */
const UNZIP = '/usr/bin/unzip';

/** Unpacks a zip into a folder, as a host does. */
export function unpack(zip: string, folder: string): void {
  if (existsSync(UNZIP)) {
    execFileSync(UNZIP, ['-q', zip, '-d', folder]);
    return;
  }
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}
