import { describe, expect, it } from 'vitest';
import { findAboveFloor } from './rules/floor.js';
import { isBuilt, pageBundles } from './rules/page-bundles.js';
import { isTest, packageOf, projectFiles } from './rules/project-files.js';

/** What reaches a viewer's or a host's browser. */
const PACKAGES = ['protocol', 'ledger', 'store', 'adapters', 'themes', 'elements', 'overlay'];
const NODE_ONLY =
  /^packages\/adapters\/src\/(?:webhooks|woocommerce|shopify|stripe|doudian|douyin-life|weixin-shop|kuaishou|standard)\//;

describe('the floor, Chromium 103 without a secure context,', () => {
  it('holds the sources', () => {
    const sources = projectFiles('packages').filter(
      ({ path }) =>
        PACKAGES.includes(packageOf(path) ?? '') &&
        /\.(?:ts|css)$/.test(path) &&
        !isTest(path) &&
        !NODE_ONLY.test(path),
    );
    expect(findAboveFloor(sources)).toEqual([]);
  });

  it.runIf(isBuilt)('holds the built pages', () => {
    const bundles = pageBundles();
    expect(bundles.length).toBeGreaterThan(0);
    expect(findAboveFloor(bundles)).toEqual([]);
  });

  it.each([
    ['pages/a.html', '<style>a { b { color: red } }</style>'],
    ['pages/a.html', '<script type="module">crypto.randomUUID()</script>'],
    ['assets/a.css', 'a:has(b) { color: red }'],
    ['assets/a.js', 'const a = b.toSorted();'],
  ])('finds a fault planted in %s', (path, text) => {
    expect(findAboveFloor([{ path, text }])).toHaveLength(1);
  });
});
