import { minifySync } from 'vite';
import { bytes } from './bounds.js';
import { buildPage } from './build-page.js';
import { weigh } from './weigh.js';

/** What one module brings to a page's first script, in bytes. */
export interface ModuleWeight {
  /** Its path, from the folder of packages on. */
  name: string;
  minified: number;
  /** By how much the whole is lighter without it, brotli: what it shares with others counts for none of them. */
  brotli: number;
}

/** Weighs modules one by one: all together, and all but each. They are minified apart, so the whole is a little off the page's script. */
export function weighModules(modules: ReadonlyMap<string, string>): ModuleWeight[] {
  const minified = [...modules].map(([path, code]) => ({
    name: path.replace(/.*\/(?:packages|node_modules)\//, ''),
    // What no other line of the module uses, another module does.
    code: minifySync(`${path}.js`, code, { module: true, compress: { unused: false }, mangle: { toplevel: true } })
      .code,
  }));
  const weightOf = (some: typeof minified): number => weigh(some.map(({ code }) => code).join('\n')).brotli;
  const whole = weightOf(minified);
  return minified
    .map((one) => ({
      name: one.name,
      minified: Buffer.byteLength(one.code),
      brotli: whole - weightOf(minified.filter((other) => other !== one)),
    }))
    .sort((a, b) => b.brotli - a.brotli);
}

/** Prints what the first script of the widgets' page is made of, and what is fetched after it. */
export async function tellModules(): Promise<void> {
  const { scripts, onDemand } = await buildPage('widgets');
  const modules = new Map(scripts.flatMap((script) => [...script.modules]));
  console.log('brotli without it · minified · module');
  for (const { name, minified, brotli } of weighModules(modules)) {
    console.log(bytes(brotli).padStart(17), bytes(minified).padStart(10), name);
  }
  console.log('\nbrotli · minified · file');
  for (const one of [...scripts, ...onDemand]) {
    const { minified, brotli } = weigh(one.code);
    console.log(
      bytes(brotli).padStart(8),
      bytes(minified).padStart(10),
      one.name,
      scripts.includes(one) ? '(at first)' : '(later)',
    );
  }
}
