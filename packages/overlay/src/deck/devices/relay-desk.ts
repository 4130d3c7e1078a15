import { stepsDoor } from '../team/ask-steps.js';
import type { AskSteps } from '../team/follow-team.js';
import { atom, type ReadableAtom } from 'nanostores';
import { joinInstances, type Instance } from '../../instances/join-instances.js';
import { keysDoor, relayAsker, type KeysDoor } from '../../pairing/keys-door.js';

/** What a deck does at a relay beside its commands: who is connected, and who has a key. */
export interface RelayDesk {
  readonly $instances: ReadableAtom<readonly Instance[]>;
  /** This page's own id among them. */
  readonly id: string;
  readonly keys: KeysDoor;
  /** Loads a page anew, or forgets one that is silent. */
  wish(id: string, wish: 'reload' | 'forget'): Promise<boolean>;
  /** What operators did last. */
  readonly steps: AskSteps;
  close(): void;
}

export interface RelayDeskOptions {
  stallUrl: string;
  key: string;
  room?: string | undefined;
  revoked: () => void;
}

/** Opens a desk's line to what the relay knows beside the log. */
export function openRelayDesk({ stallUrl, key, room, revoked }: RelayDeskOptions): RelayDesk {
  const $instances = atom<readonly Instance[]>([]);
  const told = (instances: readonly Instance[]): void => $instances.set(instances);
  const { id, leave } = joinInstances({ stallUrl, key, kind: 'deck', room, told, revoked });

  const ask = relayAsker(stallUrl, key);

  return {
    $instances,
    id,
    keys: keysDoor(ask),
    steps: stepsDoor(ask),
    wish: async (instanceId, wish) => (await ask(`/instances/${instanceId}/${wish}`, {})) !== null,
    close: leave,
  };
}
