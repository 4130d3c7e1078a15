import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { interleaved } from '../contenders.js';
import { installRivals, RIVALS } from '../rivals.js';
import { thisMachine } from '../results.js';
import { buildProcesses } from './build-processes.js';
import { SERVERS, type Server } from './contenders.js';
import { Crowd } from './crowd.js';
import { EXTENTS } from './extents.js';
import { emptyFindings, keepFindings } from './findings.js';
import { measureFanOut, measureIngest, measureRecovery, measureSlow } from './measures.js';
import { relaySummary, writeRelayReport } from './relay-report.js';
import { openHome, type Home } from './servers.js';

/**
 * Runs the relay's benchmark beside its rivals and returns the exit code.
 *
 * `--quick` takes less than a minute and writes no report. `--only ingest,fan-out,recovery,slow` runs these alone, `--servers socket,socket.io`
 * with these servers; neither writes a report.
 */
export async function benchRelay(args: readonly string[]): Promise<number> {
  const list = (flag: string) => (args.includes(flag) ? (args[args.indexOf(flag) + 1] ?? '').split(',') : null);
  const extent = EXTENTS[args.includes('--quick') ? 'quick' : 'usual'];
  const parts = list('--only')?.filter((part) => part !== 'relay') ?? [];
  const runs = (part: string) => parts.length === 0 || parts.includes(part);
  const chosen = list('--servers');
  if (!areInstalled()) installRivals();
  const areThere = areInstalled();
  if (!areThere) console.log('没有装上对比对象，只测自己 The rivals could not be installed: ours are measured alone.');
  const servers = SERVERS.filter(({ id, isOurs }) => (isOurs || areThere) && (chosen?.includes(id) ?? true));
  const findings = emptyFindings(thisMachine(), args.includes('--quick') ? 'quick' : 'usual');
  const startedAt = performance.now();
  const passedS = () => (performance.now() - startedAt) / 1_000;

  const programs = await buildProcesses();
  const crowd = new Crowd(programs);
  /** Runs one part for some servers, one after the other, as long as there is time. */
  const each = async (part: string, those: readonly Server[], work: (server: Server, home: Home) => Promise<void>) => {
    for (const server of runs(part) ? those : []) {
      if (passedS() > extent.mostS) {
        findings.leftOut.push(`${part}, ${server.name}`);
        continue;
      }
      console.log(`${PARTS[part]}: ${server.name}`);
      const home = await openHome(programs, server);
      try {
        await work(server, home);
      } catch (error) {
        // What one server cannot do is told of it, and keeps nobody from the others.
        findings.leftOut.push(`${part}, ${server.name} (${error instanceof Error ? error.message : String(error)})`);
        console.log(`  ${String(error)}`);
      } finally {
        await crowd.disperse();
        await home.remove();
      }
    }
  };
  try {
    const takers = servers.filter(({ id }) => id !== 'events');
    await each('ingest', interleaved(takers, extent.rounds), async ({ id, program }, home) => {
      const server = await home.start();
      await crowd.grow(server.target, 10, 5_000);
      findings.ingest.push({ server: id, runs: await measureIngest(programs, server, 'webhook', extent) });
      if (program !== 'relay') return;
      findings.commands.push({ server: id, runs: await measureIngest(programs, server, 'command', extent) });
    });
    const known = servers.filter(({ id }) => id !== 'memory');
    await each('recovery', known, async ({ id }, home) => {
      findings.recovery.push({ server: id, run: await measureRecovery(home, crowd, extent.recoverySize) });
    });
    const large = known.filter(({ id }) => id !== 'nodecg');
    await each('slow', large, async ({ id }, home) => {
      findings.slow.push({ server: id, run: await measureSlow(await home.start(), crowd, extent.slow) });
    });
    // Last, since its second round is what a slow machine can do without.
    await each('fan-out', interleaved(servers, extent.rounds), async ({ id }, home) => {
      findings.fanOut.push({ server: id, runs: await measureFanOut(await home.start(), crowd, extent) });
    });
  } finally {
    await crowd.close();
    programs.remove();
  }
  findings.tookS = passedS();
  console.log(`\n${relaySummary(findings)}\n`);
  if (findings.leftOut.length > 0) console.log(`没有时间或没有做成 Left out: ${findings.leftOut.join('; ')}`);
  console.log(`结果 Results: ${await keepFindings(findings)}`);
  if (parts.length === 0 && !chosen && !args.includes('--quick'))
    console.log(`报告 Report: ${await writeRelayReport(findings)}`);
  console.log(`${findings.tookS.toFixed(0)} s`);
  return 0;
}

const PARTS: Readonly<Record<string, string>> = {
  ingest: '接收 Ingest',
  'fan-out': '分发 Fan-out',
  recovery: '恢复 Recovery',
  slow: '不读的观众 Silent viewers',
};

/** Of the rivals two are servers; the others may be there or not. */
const areInstalled = () => ['socket.io', 'nodecg'].every((name) => existsSync(join(RIVALS, 'node_modules', name)));
