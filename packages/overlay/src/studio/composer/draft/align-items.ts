import { CANVASES, type Scene } from '@stallcast/elements';
import { around, type Frame, type Frames } from './frame.js';
import { heldIn, movedBy, type Step } from './move-items.js';
import { movable, type Picked } from './pick-items.js';

/** Where items are lined up. */
export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';

export const ALIGNMENTS: readonly Alignment[] = ['left', 'center', 'right', 'top', 'middle', 'bottom'];

/** Lines up what is picked: several with each other, one with the canvas. Items of one group go together. What is locked stays. */
export function alignItems(scene: Scene, frames: Frames, picked: Picked, to: Alignment): Scene {
  const blocks = blocksOf(scene, frames, picked);
  const { width, height } = CANVASES[scene.canvas];
  const whole = blocks.length > 1 ? around(blocks.map(({ frame }) => frame)) : { x: 0, y: 0, width, height };
  if (!whole) return scene;
  return shiftBlocks(
    scene,
    frames,
    blocks.map((block) => [block, stepTo(block.frame, whole, to)]),
  );
}

/** Spreads three or more so that the gaps between them are alike; the outermost stay. */
export function distributeItems(scene: Scene, frames: Frames, picked: Picked, axis: 'x' | 'y'): Scene {
  const size = axis === 'x' ? 'width' : 'height';
  const blocks = blocksOf(scene, frames, picked).sort((a, b) => a.frame[axis] - b.frame[axis]);
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (blocks.length < 3 || !first || !last) return scene;
  const taken = blocks.reduce((sum, { frame }) => sum + frame[size], 0);
  const gap = (last.frame[axis] + last.frame[size] - first.frame[axis] - taken) / (blocks.length - 1);
  let at = first.frame[axis];
  return shiftBlocks(
    scene,
    frames,
    blocks.map((block, index) => {
      const by = index === 0 || index === blocks.length - 1 ? 0 : at - block.frame[axis];
      at += block.frame[size] + gap;
      return [block, axis === 'x' ? { dx: by, dy: 0 } : { dx: 0, dy: by }];
    }),
  );
}

interface Block {
  ids: readonly string[];
  frame: Frame;
}

/** What is picked and may move, one block a group. */
function blocksOf(scene: Scene, frames: Frames, picked: Picked): Block[] {
  const groups = new Map<string, string[]>();
  for (const { id, group } of movable(scene, picked)) {
    if (!frames.has(id)) continue;
    const name = group === undefined ? `item ${id}` : `group ${group}`;
    groups.set(name, [...(groups.get(name) ?? []), id]);
  }
  return [...groups.values()].flatMap((ids) => {
    const frame = around(ids.flatMap((id) => frames.get(id) ?? []));
    return frame ? [{ ids, frame }] : [];
  });
}

function stepTo(frame: Frame, whole: Frame, to: Alignment): Step {
  const across = whole.x - frame.x;
  const down = whole.y - frame.y;
  const [freeX, freeY] = [whole.width - frame.width, whole.height - frame.height];
  switch (to) {
    case 'left':
      return { dx: across, dy: 0 };
    case 'center':
      return { dx: across + freeX / 2, dy: 0 };
    case 'right':
      return { dx: across + freeX, dy: 0 };
    case 'top':
      return { dx: 0, dy: down };
    case 'middle':
      return { dx: 0, dy: down + freeY / 2 };
    case 'bottom':
      return { dx: 0, dy: down + freeY };
  }
}

function shiftBlocks(scene: Scene, frames: Frames, shifts: readonly (readonly [Block, Step])[]): Scene {
  const steps = new Map(
    shifts.flatMap(([{ ids }, step]) => {
      const held = heldIn(
        scene,
        ids.flatMap((id) => frames.get(id) ?? []),
        step,
      );
      return held.dx === 0 && held.dy === 0 ? [] : ids.map((id) => [id, held] as const);
    }),
  );
  if (steps.size === 0) return scene;
  return {
    ...scene,
    items: scene.items.map((item) => {
      const step = steps.get(item.id);
      return step ? movedBy(item, step) : item;
    }),
  };
}
