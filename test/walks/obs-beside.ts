import { findObs } from '../../packages/tooling/bootstrap/obs-studio.mjs';
import { openObs, PASSWORD } from '../obs/open-obs.js';
import { openObsStandIn, type MadeSource, type ObsBeside } from './obs-stand-in.js';

export { PASSWORD as OBS_PASSWORD };

/** A real OBS where it is wanted and on this machine, else what speaks as it does. */
export async function openObsBeside(isRealWanted: boolean): Promise<ObsBeside> {
  if (!isRealWanted || !findObs()) return openObsStandIn(PASSWORD);
  // As for a stream to phones, which the first key of the form is for.
  const real = await openObs({ canvas: [1080, 1920] });
  return {
    address: real.address,
    async sources() {
      const { inputs } = await real.obs.call('GetInputList', { inputKind: 'browser_source' });
      const names = inputs.map(({ inputName }) => String(inputName));
      return Promise.all(
        names.map(async (inputName): Promise<MadeSource> => {
          const { inputSettings } = await real.obs.call('GetInputSettings', { inputName });
          return { inputName, inputSettings };
        }),
      );
    },
    close: () => real.close(),
  };
}
