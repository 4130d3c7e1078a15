import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { WidgetEntry } from './internal/widget-state.js';
import { REQUIRED_STATES, WITHOUT_STATES } from './required-states.js';

const COMPONENTS = new URL('components/', import.meta.url);
const folders = readdirSync(COMPONENTS).filter((name) => existsSync(new URL(`${name}/define.ts`, COMPONENTS)));

describe.each(folders.filter((name) => !WITHOUT_STATES.includes(`stall-${name}`)))('the states of stall-%s', (name) => {
  const entry = async (): Promise<WidgetEntry> => {
    const module = (await import(`./components/${name}/${name}.states.ts`)) as { widget: WidgetEntry };
    return module.widget;
  };

  it('are all that must be there', async () => {
    const { tag, states } = await entry();
    expect(tag).toBe(`stall-${name}`);
    const required = REQUIRED_STATES[tag];
    expect(required, `Expected the states of ${tag} in required-states.ts.`).toBeDefined();
    const names = states.map((state) => state.name);
    expect(required?.filter((state) => !names.includes(state))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are named in both languages', async () => {
    const { states } = await entry();
    expect(states.filter((state) => !state.en || !state['zh-CN']).map((state) => state.name)).toEqual([]);
  });
});
