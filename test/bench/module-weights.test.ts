import { describe, expect, it } from 'vitest';
import { weighModules } from './module-weights.js';

const words = (seed: number) => Array.from({ length: 60 }, (_, i) => `w${(i * seed) % 997}x${i}`).join(' ');

describe('what a module weighs', () => {
  it('is what the whole loses without it, heaviest first', () => {
    const told = weighModules(
      new Map([
        ['/x/packages/a/src/light.ts', `export const a = '${words(3)}';`],
        ['/x/packages/a/src/heavy.ts', `export const b = '${words(7)} ${words(11)} ${words(13)}';`],
      ]),
    );
    expect(told.map(({ name }) => name)).toEqual(['a/src/heavy.ts', 'a/src/light.ts']);
    expect(told[0]!.brotli).toBeGreaterThan(told[1]!.brotli);
  });

  it('is next to nothing where another one says the same', () => {
    const code = `export const a = '${words(3)}';`;
    const told = weighModules(
      new Map([
        ['/x/packages/a/src/one.ts', code],
        ['/x/packages/a/src/two.ts', code],
      ]),
    );
    for (const { brotli, minified } of told) expect(brotli).toBeLessThan(minified / 10);
  });

  it('counts what its own lines do not use', () => {
    expect(weighModules(new Map([['/x/packages/a.ts', `const kept = '${words(5)}';`]]))[0]!.minified).toBeGreaterThan(
      200,
    );
  });
});
