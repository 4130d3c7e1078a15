import { WEBHOOK_SOURCES } from '@stallcast/adapters/webhooks';
import { detailFetchers } from '../details/detail-fetchers.js';
import { writeGreeting } from '../greeting.js';
import { phoneAddresses } from '../lan-address.js';
import { originOf } from '../links.js';
import { Mishap } from '../mishap.js';
import { pulledStall } from '../pull/start-pulling.js';
import { startRelay, type Relay } from '../relay.js';
import { readSettings } from '../settings.js';
import { firstStartNote } from './first-start-note.js';
import { readFlags, SOURCE_NAMES } from './read-flags.js';

/** The name of the key in the QR code of the terminal. One that nobody scanned gives way to that of the next start. */
const QR_NAME = '终端二维码 terminal QR';

/** Runs the relay until it is told to stop. */
export async function start(args: readonly string[]): Promise<void> {
  const { flags, words } = readFlags(args);
  if (words.length > 0)
    throw new Mishap('start 后面只接选项（以 -- 开头）。', 'After "start" only flags are taken (they begin with --).');
  const settings = readSettings(flags, process.env, [...WEBHOOK_SOURCES.keys()]);
  const relay = await startRelay({
    ...settings,
    details: detailFetchers(process.env),
    write: (text) => void process.stdout.write(text),
  });

  stopOnSignal(relay);

  const stalls = relay.stalls.names();
  const synthetic = await syntheticOf(relay, stalls);
  process.stdout.write(
    writeGreeting({
      origin: originOf(relay.host, relay.port),
      stalls,
      keys: relay.keys,
      sources: SOURCE_NAMES,
      secrets: Object.keys(settings.secrets),
      synthetic,
      ...(settings.lan && {
        lan: phoneAddresses(relay.host).map((address) => originOf(address, relay.port)),
        phoneKey: relay.issued.issue(QR_NAME, { replacesUnused: true }).key,
      }),
      ...(settings.pull?.targets.length && {
        pulling: {
          stall: pulledStall(settings.stall, relay.stalls),
          seconds: settings.pull.intervalMs / 1_000,
          shops: settings.pull.targets.map(({ source, base }) => `${source}  ${base.host}`),
        },
      }),
      folder: settings.folder,
    }),
  );
  process.stdout.write(
    firstStartNote({
      stall: settings.isStallNamed ? settings.stall : undefined,
      withoutExample: !settings.example,
      stalls,
      synthetic,
    }),
  );
}

async function syntheticOf(relay: Relay, stalls: readonly string[]): Promise<string[]> {
  const open = await Promise.all(stalls.map((stall) => relay.stalls.find(stall)));
  return open.flatMap((stall) => (stall?.ledger.snapshot().state.session?.synthetic ? [stall.ledger.stall] : []));
}

/** Stops in good order at the first signal, and at once at the second. */
function stopOnSignal(relay: Relay): void {
  // A terminal that is gone must not take the show with it.
  process.stdout.on('error', () => {});
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    process.stdout.write('\n正在停止 stopping …\n');
    relay.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
}
