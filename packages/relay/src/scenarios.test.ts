import { createHmac } from 'node:crypto';
import { WebhookError, type SourceEvent, type StallState, type WebhookSource } from '@stallcast/protocol';
import {
  describeScenarios,
  SCENARIO_SESSION,
  SCENARIO_SOURCE,
  SCENARIO_START,
  type ScenarioPlayer,
} from '@stallcast/testing/scenarios';
import { DECK_KEY, startTestRelay } from './test-relay.fixture.js';

const SECRET = 'scenario-secret';
const signatureOf = (body: Uint8Array | string) => createHmac('sha256', SECRET).update(body).digest('hex');

/** A shop that speaks in Stallcast's own words, so that the door and not a shop's dialect is what is played through. */
const shop: WebhookSource = {
  name: SCENARIO_SOURCE,
  verify({ header, rawBody }) {
    if (header('x-signature') !== signatureOf(rawBody)) throw new WebhookError(401, 'The signature is wrong.');
  },
  read: ({ rawBody }) => ({ kind: 'events', events: JSON.parse(Buffer.from(rawBody).toString()) as SourceEvent[] }),
};

async function openRelayStall(): Promise<ScenarioPlayer> {
  let now = SCENARIO_START;
  let commands = 0;
  const relay = await startTestRelay({ now: () => now, sources: [shop], secrets: { [SCENARIO_SOURCE]: SECRET } });
  await relay.command({ id: 'evening', type: 'start-session', session: SCENARIO_SESSION });
  return {
    command: async (command) => void (await relay.command({ ...command, id: `c${++commands}` })),
    async accept(events) {
      const body = JSON.stringify(events);
      const headers = { 'x-signature': signatureOf(body) };
      const path = `/stalls/orchard/hooks/${SCENARIO_SOURCE}`;
      const answer = await relay.ask(path, { method: 'POST', key: null, headers, body });
      if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
    },
    wait: (ms) => void (now += ms),
    restart: () => relay.restart(),
    async state() {
      const answer = await relay.ask('/stalls/orchard/state', { key: DECK_KEY });
      return answer.json<{ state: StallState }>().state;
    },
    close: () => relay.stop(),
  };
}

describeScenarios('the doors of a relay', openRelayStall);
