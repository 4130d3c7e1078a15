import { registerScheme, type Adapter } from '@stallcast/protocol';
import { obsAdapter } from './obs-adapter.js';

/** Opens what stands behind `obs:`. Throws an Error of one sentence. */
export function openObs(address: string): Adapter {
  const [stall = '', query = ''] = address.trim().split('?', 2);
  if (!/^[^/#?]{0,64}$/.test(stall)) {
    throw new Error(
      '“obs:”后面写摊位名，或什么都不写。 / Expected the name of a stall after "obs:", such as "obs:peaches", or nothing, got something else.',
    );
  }
  const room = new URLSearchParams(query).get('room');
  return obsAdapter({ ...(stall ? { stall } : {}), ...(room ? { room } : {}) });
}

/** Makes `obs:`, `obs:peaches` and `obs:peaches?room=north` known to this page. */
export function registerObs(): void {
  registerScheme('obs', openObs);
}
