import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

const FOLDER = join(import.meta.dirname, 'guide');
const NAME = '读我-START-HERE.html';

const TYPES: Readonly<Record<string, string>> = { jpg: 'image/jpeg', png: 'image/png', svg: 'image/svg+xml' };

/** Puts the picture guide into the pack: one page that opens by a double click, with its pictures, looks and script inside. */
export function packGuide(): Plugin {
  return {
    name: 'stallcast-pack-guide',
    apply: 'build',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: NAME, source: await guidePage() });
    },
  };
}

async function guidePage(): Promise<string> {
  const script = await classicScript(join(import.meta.dirname, 'src', 'local-pack', 'guide', 'guide-page.ts'));
  // A function as replacement: what stands in a script may look like a pattern's dollar.
  return read('guide.html')
    .replace(/ *<link rel="stylesheet" href="\.\/(.*?)" \/>/, (_, name: string) => `<style>\n${read(name)}</style>`)
    .replace(/<script src=".*?"><\/script>/, () => `<script>\n${script.replaceAll('</', '<\\/')}</script>`)
    .replace(/src="\.\/pictures\/(.*?)"/g, (_, name: string) => `src="${dataUri(name)}"`);
}

const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

function dataUri(name: string): string {
  const picture = readFileSync(join(FOLDER, 'pictures', name));
  return `data:${TYPES[name.split('.').pop() ?? ''] ?? ''};base64,${picture.toString('base64')}`;
}

/** A module of this package with all that it imports, as a script that runs on `file://`. */
async function classicScript(input: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, target: 'chrome103', rolldownOptions: { input, output: { format: 'iife' } } },
  });
  const [{ output }] = [built].flat() as [Rolldown.RolldownOutput];
  return output[0].code;
}
