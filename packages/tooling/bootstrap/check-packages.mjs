import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from './failure.mjs';
import { hasPnpm, installPnpm, runPnpm } from './pnpm.mjs';
import { ROOT } from './project.mjs';
import { runLogged } from './steps.mjs';

/** The condition by which this clone runs from its sources; what it names is not published, and nobody else asks for it. */
const OWN_CONDITION = 'stallcast-source';

/** Packs every package that is published, as it would be, and has publint and are-the-types-wrong look at it. */
export default async function checkPackages() {
  const { publint } = await import(pathToFileURL(join(folderOf('publint'), 'src', 'index-node.js')).href);
  const { formatMessage } = await import(pathToFileURL(join(folderOf('publint'), 'src', 'utils.js')).href);
  const attw = join(folderOf('@arethetypeswrong/cli'), 'dist', 'index.js');
  const folder = mkdtempSync(join(tmpdir(), 'stallcast-packages-'));
  if (!hasPnpm()) await installPnpm();
  let wrong = 0;
  try {
    for (const { path, manifest } of published()) {
      const archive = await pack(path, folder);
      const { messages } = await publint({ pack: { tarball: bytesOf(archive) }, strict: true });
      const told = messages.filter((/** @type {{ path: string[] }} */ { path }) => !path.includes(OWN_CONDITION));
      const types = await runLogged('types', process.execPath, [attw, archive, '--profile', 'esm-only']).then(
        () => '',
        (error) => String(error.message),
      );
      const lines = [...told.map((/** @type {object} */ message) => formatMessage(message, manifest)), types].filter(
        Boolean,
      );
      console.log([`${lines.length === 0 ? '✓' : '✗'} ${manifest.name}`, ...lines].join('\n  '));
      wrong += lines.length;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return wrong === 0 ? 0 : 1;
}

/**
 * Where one of the tests' packages is: whoever only wants to sell does not have them.
 *
 * @param {string} name
 */
function folderOf(name) {
  const folder = join(ROOT, 'test', 'node_modules', name);
  if (existsSync(folder)) return folder;
  throw new Failure(`缺少 ${name}：请先运行 npm test。`, `${name} is missing: run npm test first.`);
}

function published() {
  const packages = join(ROOT, 'packages');
  return readdirSync(packages)
    .map((name) => ({
      path: join(packages, name),
      manifest: JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8')),
    }))
    .filter(({ manifest }) => manifest.private !== true);
}

/** @param {string} archive */
function bytesOf(archive) {
  const { buffer, byteOffset, byteLength } = readFileSync(archive);
  return buffer.slice(byteOffset, byteOffset + byteLength);
}

/**
 * @param {string} path The package's folder.
 * @param {string} folder Where the archive goes.
 */
async function pack(path, folder) {
  if (!existsSync(join(path, 'dist')))
    throw new Failure('还没有构建：请先运行 npm run build。', 'Nothing is built yet: run npm run build first.');
  const before = new Set(readdirSync(folder));
  await runPnpm('pack', ['--dir', path, 'pack', '--pack-destination', folder]);
  const [archive = ''] = readdirSync(folder).filter((name) => !before.has(name));
  return join(folder, archive);
}
