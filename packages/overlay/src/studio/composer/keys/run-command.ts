import type { Scene } from '@stallcast/elements';
import type { Bench } from '../bench/bench.js';
import { nextZoom } from '../canvas/view-zoom.js';
import { duplicateItems, groupItems, removeItems, toggleItems, ungroupItems } from '../draft/edit-items.js';
import { moveItems } from '../draft/move-items.js';
import { reorderItems } from '../draft/order-items.js';
import { groupFrame, resizeItems } from '../draft/resize-items.js';
import type { KeyCommand } from './key-command.js';

/** Does to the bench's scene what a key or a button asks for. */
export function runCommand(bench: Bench, command: KeyCommand): void {
  const picked = bench.$picked.get();
  const frames = bench.$frames.get();
  const edit = (change: (scene: Scene) => Scene, kind?: string): void => bench.edit(change, kind);
  switch (command.do) {
    case 'move':
      return edit((scene) => moveItems(scene, frames, picked, command), 'nudge');
    case 'resize':
      return edit((scene) => resizeItems(scene, frames, picked, command.handle, command), 'stretch');
    case 'scale': {
      const frame = groupFrame(bench.$history.get().present, frames, picked);
      if (!frame) return;
      const dx = Math.round(frame.width * command.by);
      const dy = Math.round(frame.height * command.by);
      return edit((scene) => resizeItems(scene, frames, picked, 'se', { dx, dy }), 'scale');
    }
    case 'layer':
      return edit((scene) => reorderItems(scene, picked, command.by));
    case 'zoom': {
      const view = bench.$view.get();
      return bench.$view.set({ ...view, zoom: nextZoom(view.zoom, command.by) });
    }
    case 'undo':
      return bench.undo();
    case 'redo':
      return bench.redo();
    case 'duplicate': {
      const copied = duplicateItems(bench.$history.get().present, frames, picked);
      if (!copied) return;
      edit(() => copied.scene);
      return bench.$picked.set(copied.picked);
    }
    case 'remove':
      return edit((scene) => removeItems(scene, picked));
    case 'lock':
      return edit((scene) => toggleItems(scene, picked, 'locked'));
    case 'hide':
      return edit((scene) => toggleItems(scene, picked, 'hidden'));
    case 'group':
      return edit((scene) => groupItems(scene, picked));
    case 'ungroup':
      return edit((scene) => ungroupItems(scene, picked));
    case 'all':
      return bench.$picked.set(new Set(bench.$scene.get().items.map(({ id }) => id)));
    case 'none':
      return bench.$picked.set(new Set());
  }
}
