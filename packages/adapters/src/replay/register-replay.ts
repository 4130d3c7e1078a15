import { registerScheme, type Adapter } from '@stallcast/protocol';
import { ORCHARD_ENDS_MS, orchardEvening } from './orchard-evening.js';
import { replayAdapter, type ReplayAdapterOptions } from './replay-adapter.js';

/**
 * Makes `replay:orchard` and `replay:https://…/evening.jsonl` known to this page.
 *
 * After a `#` come `speed=2`, `loop=0` and `room=north`, for the ready evening also `pictures=./pictures`.
 */
export function registerReplay(): void {
  registerScheme('replay', openReplay);
}

function openReplay(address: string): Adapter {
  const [what = '', tail = ''] = address.split('#', 2);
  const settings = new URLSearchParams(tail);
  const speed = Number(settings.get('speed') ?? 1);
  const room = settings.get('room');
  const common: ReplayAdapterOptions = { speed, loop: settings.get('loop') !== '0', ...(room ? { room } : {}) };
  if (what === 'orchard') {
    const pictureBase = settings.get('pictures');
    return replayAdapter({
      ...common,
      name: 'replay orchard',
      lines: orchardEvening(pictureBase ? { pictureBase } : {}),
      endsAt: ORCHARD_ENDS_MS,
    });
  }
  if (!/^(https?:|\.{0,2}\/)/.test(what)) {
    throw new Error(
      'Expected "replay:orchard" or the address of a file of JSON Lines after "replay:", got something else.',
    );
  }
  return replayAdapter({ ...common, url: what });
}
