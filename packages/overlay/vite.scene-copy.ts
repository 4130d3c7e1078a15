import type { Plugin } from 'vite';

const MARK = '?scene';
const DOOR = '/scene/scene-file';

/**
 * Gives what a scene loads a copy of everything it imports.
 *
 * Shared modules would be cut into pieces of their own, and each piece would carry what any scene might need of it: a page without a
 * scene would pay nearly 9 kB for those with one. Two copies of the library on one page find each other by design.
 */
export function sceneCopy(): Plugin {
  return {
    name: 'stallcast-scene-copy',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (importer === undefined || source.startsWith('\0')) return null;
      const isInside = importer.includes(MARK);
      if (!isInside && !source.includes(DOOR)) return null;
      const resolved = await this.resolve(source, importer.replace(MARK, ''), { ...options, skipSelf: true });
      if (!resolved || resolved.external || !/\.[cm]?[jt]s$/.test(resolved.id)) return resolved;
      return { ...resolved, id: resolved.id + MARK };
    },
  };
}
