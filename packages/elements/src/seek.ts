import { witnessMotion } from './internal/motion.js';

/** Where motion can be sought: a widget, a scene, a whole document. */
export type MotionRoot = Element | Document;

/** The motions of a root's last change, all of them paused. */
interface Hold {
  motions: Set<Animation>;
  /** Whether they were sought since: what moves after that is another change. */
  isSought: boolean;
}

const holds = new Map<MotionRoot, Hold>();

/**
 * Sets all motion under `root`, shadow roots included, to `ms` milliseconds after the last change of what is shown, and keeps it there.
 *
 * From the first call on, motion under `root` stands still and goes where it is sought, forwards and back, so that a frame for a state
 * and a time can be made again. Past its end a motion is at rest. When something else changes, what the change before it
 * had set in motion is at its end, and the new motions stand at 0. `releaseMotion` lets it all run again.
 *
 * A page without animation frames plays nothing: it is to be visible, and the viewer not to have asked for less motion.
 */
export function seekMotion(root: MotionRoot, ms: number): void {
  const hold = holds.get(root) ?? take(root);
  hold.isSought = true;
  for (const motion of hold.motions) {
    // One that was called off would come to life again.
    if (motion.playState === 'idle') hold.motions.delete(motion);
    else motion.currentTime = Math.max(0, ms);
  }
}

/** Ends what was held under `root`, at its end, and lets motion run by itself again. */
export function releaseMotion(root: MotionRoot): void {
  const hold = holds.get(root);
  if (!hold) return;
  holds.delete(root);
  if (holds.size === 0) witnessMotion(undefined);
  finish(hold);
}

function take(root: MotionRoot): Hold {
  const motions = new Set(motionsUnder(root).filter(({ playState }) => playState === 'running'));
  for (const motion of motions) motion.pause();
  const hold = { motions, isSought: false };
  holds.set(root, hold);
  witnessMotion(hear);
  return hold;
}

/** A motion that begins under a root that is held stands at its beginning. */
function hear(motion: Animation): void {
  const target = motion.effect instanceof KeyframeEffect ? motion.effect.target : null;
  for (const [root, hold] of holds) {
    if (!target || !isWithin(root, target)) continue;
    if (hold.isSought) finish(hold);
    hold.isSought = false;
    motion.pause();
    motion.currentTime = 0;
    hold.motions.add(motion);
  }
}

function finish(hold: Hold): void {
  for (const motion of hold.motions) if (motion.playState !== 'idle') motion.finish();
  hold.motions.clear();
}

function isWithin(root: Node, target: Node): boolean {
  for (let at: Node | null = target; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at === root) return true;
  }
  return false;
}

function motionsUnder(root: MotionRoot | ShadowRoot): Animation[] {
  const own = root instanceof Element ? root.getAnimations({ subtree: true }) : root.getAnimations();
  const hosts = [...(root instanceof Element ? [root] : []), ...root.querySelectorAll('*')];
  return [...own, ...hosts.flatMap(({ shadowRoot }) => (shadowRoot ? motionsUnder(shadowRoot) : []))];
}
