const PRELOAD_HELPER = 'vite/preload-helper';

/**
 * A plugin for Vite: `import()` stays what it is, without the 1.7 kB around it that look for what else to load beside it.
 *
 * For pages where a script that is loaded on demand brings all that it needs, its styles too.
 */
export function plainImports() {
  return {
    name: 'stallcast-plain-imports',
    apply: 'build' as const,
    enforce: 'pre' as const,
    load(id: string) {
      return id.includes(PRELOAD_HELPER) ? 'export const __vitePreload = (load) => load();' : null;
    },
  };
}
