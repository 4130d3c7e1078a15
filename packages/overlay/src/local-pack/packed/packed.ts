import type { Scene } from '@stallcast/elements';
import { parseLanguage, type Language } from '../../words/language.js';
import { readPackedGoods, type PackedGoods } from './packed-goods.js';

/** What the studio puts into a local pack. */
export interface Packed {
  /** The stall that overlay and deck show. */
  stall?: string | undefined;
  language?: Language | undefined;
  /** The composed scene, with its theme and colours. */
  scene?: Scene | undefined;
  /** What is for sale, to start with. */
  goods?: PackedGoods | undefined;
}

/** The file of the pack that holds it: a classic script, since a local page loads no data and no modules. */
export const PACKED_FILE = 'scene.js';

const HEAD = `// 工作室写进来的场景、语言和摊位。 The scene, the language and the stall, as the studio wrote them.\n`;

/** Writes the pack's file. */
export function packedScript(packed: Packed): string {
  return `${HEAD}globalThis.stallcastPack = ${JSON.stringify(packed, null, 2)};\n`;
}

/** Reads what the pack's file left on the page: people may have written in it, so nothing is taken on trust. */
export function readPacked(raw: unknown = (globalThis as { stallcastPack?: unknown }).stallcastPack): ReadPacked {
  const { stall, language, scene, goods } = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<
    string,
    unknown
  >;
  return {
    stall: typeof stall === 'string' && stall !== '' ? stall : undefined,
    language: typeof language === 'string' ? parseLanguage(language) : undefined,
    scene: typeof scene === 'object' && scene !== null ? (scene as Record<string, unknown>) : undefined,
    goods: readPackedGoods(goods),
  };
}

/** As `Packed`; the scene is still to be parsed, which the element does that shows it. */
export type ReadPacked = Omit<Packed, 'scene'> & { scene?: Readonly<Record<string, unknown>> | undefined };
