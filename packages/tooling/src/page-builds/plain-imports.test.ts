import { describe, expect, it } from 'vitest';
import { plainImports } from './plain-imports.js';

describe('what Vite puts around import()', () => {
  const { load } = plainImports();

  it('is left out', async () => {
    const code = load('\0vite/preload-helper.js') ?? '';
    const helper = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
      __vitePreload<T>(load: () => T, files: string[]): T;
    };
    expect(helper.__vitePreload(() => 'loaded', ['beside.css'])).toBe('loaded');
  });

  it('is all that is touched', () => {
    expect(load('/src/preload.ts')).toBeNull();
  });
});
