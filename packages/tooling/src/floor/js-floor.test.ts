import { describe, expect, it } from 'vitest';
import { jsFloor } from './js-floor.js';

const features = (js: string, name = 'bundle.js') => jsFloor(name, js).map(({ feature }) => feature);

describe('the floor for scripts', () => {
  it.each([
    ['const a = crypto.randomUUID()', 'crypto.randomUUID'],
    ['const a = globalThis.crypto.randomUUID()', 'crypto.randomUUID'],
    ['window.crypto.subtle.digest("SHA-256", a)', 'crypto.subtle'],
    ['await navigator.locks.request("a", b)', 'navigator.locks'],
    ['try { a() } catch { navigator.clipboard.writeText(b) }', 'navigator.clipboard'],
    ['try { a(() => crypto.randomUUID()) } catch {}', 'crypto.randomUUID'],
    ['AbortSignal.any([a, b])', 'AbortSignal.any'],
    ['URL.canParse(a)', 'URL.canParse'],
    ['const { promise } = Promise.withResolvers()', 'Promise.withResolvers'],
    ['a.toSorted()', '.toSorted()'],
    ['Object.groupBy(a, b)', 'Object.groupBy'],
    ['a.values().map(b)', '.map() of an iterator'],
    ['[...a.entries().filter(b)]', '.filter() of an iterator'],
    ['const s = `:host { color: color-mix(in srgb, ${a}, red) }`', 'color-mix()'],
    ['const s = css`a { b { color: red } }`', 'nesting'],
    ['const s = "a:has(b){color:red}"', ':has()'],
  ])('finds what Chromium 103 or a plain page lacks: %s', (js, feature) => {
    expect(features(js)).toContain(feature);
  });

  it.each(['const a = /[\\p{L}--[a-z]]/v', 'import a from "./a.json" with { type: "json" }', '@a class B {}'])(
    'finds syntax that came after ES2022: %s',
    (js) => {
      expect(features(js).join()).toContain('syntax after ES2022');
    },
  );

  it.each([
    'class A { static #b = 1; static { this.#b ??= 2 } has(o) { return #b in o } }',
    'const a = structuredClone(b).at(-1); Object.hasOwn(a, "b"); a.findLast(c)',
    'Object.values(a).map(b); Object.entries(a).filter(b); [...a.values()].map(b)',
    'navigator.wakeLock?.request("screen"); document.startViewTransition?.(a)',
    'if (typeof crypto.randomUUID === "function") a()',
    'navigator.locks && a()',
    'try { await navigator.clipboard.writeText(a) } catch { b() }',
    'crypto.getRandomValues(a); AbortSignal.timeout(5)',
    'const s = `:host { color: ${a}; transform: scale(${b}) }`; const t = html`<b style="scale: 1">${c}</b>`',
    'await a; export const b = a?.b ?? 1',
  ])('leaves alone what it knows: %s', (js) => {
    expect(features(js)).toEqual([]);
  });

  it('takes the braces of JSON for what they are, and reads the style sheets that it holds', () => {
    const json = (value: object) => `const a = JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
    expect(features(json({ words: { en: 'Says one line: a lower third.', css: { en: 'a' } } }))).toEqual([]);
    expect(features(json({ css: 'a { inset: 0; b:has(c) { color: red } }' }))).not.toEqual([]);
  });

  it('reads sources as well as bundles', () => {
    expect(features('const a: string = crypto.randomUUID(); @b() class C {}', 'source.ts')).toEqual([
      'crypto.randomUUID',
    ]);
  });
});
