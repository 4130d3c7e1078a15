import { LIMITS, parseScene, type Scene } from '@stallcast/elements';
import type { Sentence } from '../../../words/language.js';

/** What came out of a file that was chosen: a scene, with what had to be left out of it, or one sentence on why there is none. */
export type ReadFile = { ok: true; scene: Scene; left: readonly Sentence[] } | { ok: false; why: Sentence };

/** Reads a scene file that a host has chosen. */
export async function readSceneFile(file: Blob): Promise<ReadFile> {
  if (file.size > 4 * LIMITS.text)
    return {
      ok: false,
      why: {
        'zh-CN': '文件太大，不像是场景文件：请选工作室导出的 .json 文件。',
        en: 'The file is too large for a scene: choose a .json file that the studio exported.',
      },
    };
  const { scene, faults } = parseScene(await file.text());
  const [first] = faults;
  if (scene) return { ok: true, scene, left: faults };
  return {
    ok: false,
    why: {
      'zh-CN': `没有打开：${first?.['zh-CN'] ?? ''}请选工作室导出的 .json 文件。`,
      en: `Not opened. ${first?.en ?? ''} Choose a .json file that the studio exported.`,
    },
  };
}

/** The text of a scene's file, for people who look into it too. */
export function sceneFileText(scene: Scene): string {
  return `${JSON.stringify(scene, null, 2)}\n`;
}

/** A file's name from what people call the scene. */
export function fileNameOf(title: string | undefined, ending: string): string {
  const name = (title ?? '').replaceAll(/[\p{Cc}\\/:*?"<>|.]+/gu, ' ').trim();
  return `${name || 'stallcast'}.${ending}`;
}

/** Hands a text to the browser as a file to save. */
export function saveFile(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The download begins in a task of its own.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
