import { checkFrame } from '@stallcast/protocol';
import type { KeptState } from '@stallcast/store';

/** Reads a state that was kept as strictly as what comes over a line: an earlier version, or another program, may have written it. */
export function parseKept(kept: unknown): KeptState | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { heardAt, frame } = kept as { heardAt?: unknown; frame?: unknown };
  try {
    const [snapshot] = checkFrame(frame).frames;
    return typeof heardAt === 'number' && snapshot?.type === 'snapshot' ? { heardAt, snapshot } : null;
  } catch {
    return null;
  }
}
