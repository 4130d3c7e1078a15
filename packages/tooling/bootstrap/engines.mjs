import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { CACHE, ROOT } from './project.mjs';

/**
 * The Chromium generations inside OBS, by version, with the releases that carry them.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const ENGINES = { 103: 'obs-28-chromium-103', 127: 'obs-31-chromium-127' };

/** Whether the builds of OBS's engines run here: they exist for Linux on x64 alone. */
export const enginesRunHere = process.platform === 'linux' && process.arch === 'x64';

/** @param {string} version */
const binaryOf = (version) => join(CACHE, `chromium-${version}`, 'chromium');

/**
 * Unpacks one engine into the cache, once, and returns the path of its binary.
 *
 * The package's own unpacking is left out: both versions write the same file of the temporary folder, so the second
 * would silently be the first.
 *
 * @param {string} version
 * @returns {Promise<string>}
 */
export async function unpackEngine(version) {
  const binary = binaryOf(version);
  if (existsSync(binary)) return binary;

  const require = createRequire(join(ROOT, 'test', 'package.json'));
  const packed = join(dirname(require.resolve(`chromium-${version}`)), '..', 'bin', 'chromium.br');
  mkdirSync(dirname(binary), { recursive: true });
  const partial = `${binary}.${process.pid}`;
  await pipeline(
    createReadStream(packed),
    createBrotliDecompress({ chunkSize: 2 ** 20 }),
    createWriteStream(partial, { mode: 0o755 }),
  );
  renameSync(partial, binary);
  return binary;
}

/**
 * Tells Playwright how to start an unpacked engine.
 *
 * Without `--disable-gpu` one start in ten of 103 never gives a frame: its GPU process has no GPU to find.
 *
 * @param {string} version
 */
export function engineLaunch(version) {
  const executablePath = binaryOf(version);
  if (!(version in ENGINES)) {
    throw new Error(`There is no engine "${version}": the engines are ${Object.keys(ENGINES).join(' and ')}.`);
  }
  if (!existsSync(executablePath)) {
    throw new Error(`Chromium ${version} is not unpacked: run "node packages/tooling/bootstrap/unpack-engines.mjs".`);
  }
  return { executablePath, args: ['--no-sandbox', '--no-zygote', '--disable-gpu'] };
}
