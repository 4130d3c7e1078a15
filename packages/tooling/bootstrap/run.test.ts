import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';

const RUN = fileURLToPath(new URL('run.cjs', import.meta.url));

describe('the door of npm start and npm test', () => {
  it('can be parsed by any Node', () => {
    expect(() => parse(readFileSync(RUN, 'utf8'), { ecmaVersion: 5 })).not.toThrow();
  });

  it.each(['18.20.0', '20.18.3', '0.12.18'])('tells the owner of Node %s what to do', (version) => {
    const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' }); require('${RUN}')`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', pretend], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain(`Node ${version} 太旧`);
    expect(stderr).toContain(`Node ${version} is too old: Stallcast needs Node 20.19 or newer`);
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });
});
