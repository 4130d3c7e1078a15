import { registerScheme } from '@stallcast/protocol';
import { localAdapter } from './local-adapter.js';

/** Makes `local:peaches` and `local:peaches?room=north` known to this page. */
export function registerLocal(): void {
  registerScheme('local', (address) => {
    const [stall = '', query = ''] = address.split('?', 2);
    const room = new URLSearchParams(query).get('room');
    if (!/^[^/#?]{1,64}$/.test(stall)) {
      throw new Error('Expected the name of a stall after "local:", such as "local:peaches", got something else.');
    }
    return localAdapter(stall, room ? { room } : {});
  });
}
