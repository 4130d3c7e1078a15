import type { Scene, SceneCanvas } from '@stallcast/elements';
import { parseLanguage, type Language } from '../../words/language.js';
import { readPackedGoods, type PackedGoods } from './packed-goods.js';

/** What a canvas looks like. */
export interface PackedLook {
  /** A scene of the host's own, or the name of a starting one. */
  scene?: Scene | string | undefined;
  theme?: string | undefined;
}

/** What the studio puts into a local pack. */
export interface Packed {
  /** The stall that overlay and deck show. */
  stall?: string | undefined;
  language?: Language | undefined;
  portrait?: PackedLook | undefined;
  landscape?: PackedLook | undefined;
  /** What is for sale, to start with. */
  goods?: PackedGoods | undefined;
}

/** The file of the pack that holds it: a classic script, since a local page loads no data and no modules. */
export const PACKED_FILE = 'scene.js';

const HEAD =
  '// 工作室写进来的场景、主题、语言和摊位。 The scenes, themes, language and stall, as the studio wrote them.\n';

/** Writes the pack's file. */
export function packedScript(packed: Packed): string {
  return `${HEAD}globalThis.stallcastPack = ${JSON.stringify(packed, null, 2)};\n`;
}

/** As `PackedLook`; a scene of the host's own is still to be parsed, which the element does that shows it. */
export interface ReadLook {
  scene?: string | Readonly<Record<string, unknown>> | undefined;
  theme?: string | undefined;
}

/** As `Packed`, with looks as they were read. */
export interface ReadPacked extends Omit<Packed, SceneCanvas> {
  portrait: ReadLook;
  landscape: ReadLook;
}

/** Reads what the pack's file left on the page: people may have written in it, so nothing is taken on trust. */
export function readPacked(raw: unknown = (globalThis as { stallcastPack?: unknown }).stallcastPack): ReadPacked {
  const { stall, language, portrait, landscape, goods } = fieldsOf(raw);
  return {
    stall: textOf(stall),
    language: typeof language === 'string' ? parseLanguage(language) : undefined,
    portrait: readLook(portrait),
    landscape: readLook(landscape),
    goods: readPackedGoods(goods),
  };
}

function readLook(raw: unknown): ReadLook {
  const { scene, theme } = fieldsOf(raw);
  const file = typeof scene === 'object' && scene !== null ? (scene as Record<string, unknown>) : undefined;
  return { scene: file ?? textOf(scene), theme: textOf(theme) };
}

const fieldsOf = (raw: unknown): Record<string, unknown> =>
  typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};

const textOf = (raw: unknown): string | undefined => (typeof raw === 'string' && raw !== '' ? raw : undefined);
