import { describe, expect, it } from 'vitest';
import { cssFloor } from './css-floor.js';

const features = (css: string) => cssFloor(css).map(({ feature }) => feature);

describe('the floor for style sheets', () => {
  it.each([
    ['@container (width > 400px) { a { color: red } }', '@container'],
    ['@starting-style { a { opacity: 0 } }', '@starting-style'],
    ['@media (width >= 600px) { a { color: red } }', 'a range in @media'],
    ['a:has(b) { color: red }', ':has()'],
    ['a { b { color: red } }', 'nesting'],
    ['a { @media print { color: red } }', 'nesting'],
    ['a { &:hover { color: red } }', '& (nesting)'],
    ['@media print { a { b { color: red } } }', 'nesting'],
    ['a:dir(rtl) { color: red }', ':dir()'],
    ['a:state(low) { color: red }', ':state()'],
    ['a:nth-child(2 of .b) { color: red }', ':nth-child(… of …)'],
    ['a { color: color-mix(in srgb, red, blue) }', 'color-mix()'],
    ['a { color: oklch(50% 0.1 20) }', 'oklch(), oklab(), lch(), lab()'],
    ['a{color:lab(50% 1 2)}', 'oklch(), oklab(), lch(), lab()'],
    ['a { rotate: 3deg }', 'individual transforms'],
    ['a{color:red;scale:2}', 'individual transforms'],
    ['a { container-type: inline-size }', 'container queries'],
    ['a { width: 10cqw }', 'container units'],
    ['a { height: 100dvh }', 'dynamic viewport units'],
    ['a { transition-timing-function: linear(0, 1) }', 'linear()'],
    ['a { width: calc(1px * sin(3deg)) }', 'trigonometry'],
    ['a { width: round(up, 3px, 2px) }', 'round(), mod(), rem()'],
    ['a { mask: url(x.svg) }', 'unprefixed mask'],
    ['a { color: light-dark(red, blue) }', 'light-dark()'],
  ])('finds what Chromium 103 lacks: %s', (css, feature) => {
    expect(features(css)).toContain(feature);
  });

  it.each([
    '@layer stall.theme { :where(:root) { --stall-color-text: rgb(0 0 0 / 50%) } }',
    '@media (prefers-reduced-motion: reduce) { a { transition: none } }',
    'a { transform: translate(1px) rotate(2deg) scale(3); transition: transform 1s cubic-bezier(0, 0, 1, 1) }',
    'a { background: linear-gradient(red, blue), repeating-linear-gradient(red, blue) }',
    '@keyframes in { from { opacity: 0 } 50% { opacity: 0.5 } to { transform: scale(1) } }',
    '@media print { @keyframes in { to { opacity: 1 } } }',
    'a { content: "a { b { :has( } }"; inset: 0; color: rgb(1 2 3) }',
    '/* a:has(b) {} */ a:is(b, c):where(d)::part(value) { translate-x: 1 }',
    'a { -webkit-mask: url(x.svg); mask: url(x.svg) }',
    ':host([dir="rtl"]) a:focus-visible { aspect-ratio: 1 }',
  ])('leaves alone what it knows: %s', (css) => {
    expect(features(css)).toEqual([]);
  });

  it('leaves an enhancement behind @supports alone', () => {
    expect(features('@supports (width: 1cqw) { a { width: 10cqw } b:has(c) { rotate: 3deg } }')).toEqual([]);
  });
});
