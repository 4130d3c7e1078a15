import type { ProjectFile } from './project-files.js';

/** `<!-- figure: overlay-page -->41 kB<!-- /figure -->` */
const FIGURE = /<!-- figure: ([\w-]+) -->([\s\S]*?)<!-- \/figure -->/g;

/** A part by which a measured figure may differ from the written one before it counts as wrong. */
const TOLERANCE = 0.05;

/**
 * Finds figures in Markdown that are not what was measured.
 *
 * @param measured In the unit that the page writes.
 */
export function findWrongFigures(pages: readonly ProjectFile[], measured: ReadonlyMap<string, number>): string[] {
  return pages.flatMap(({ path, text }) =>
    [...text.matchAll(FIGURE)].flatMap(([, name = '', words = '']) => {
      const is = measured.get(name);
      if (is === undefined) return [`${path}: nobody measures the figure "${name}"`];
      const says = Number(/[\d,.]+/.exec(words)?.[0].replaceAll(',', ''));
      const agrees = Math.abs(says - is) <= is * TOLERANCE;
      return agrees ? [] : [`${path}: "${name}" says ${words.trim()}, measured is ${is.toFixed(1)}`];
    }),
  );
}
