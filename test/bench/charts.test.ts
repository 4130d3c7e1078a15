import { describe, expect, it } from 'vitest';
import { chartText } from './charts.js';

const bars = [
  { label: 'by hand', value: 20, isOurs: false },
  { label: 'a <b> & c', value: 50, isOurs: true },
];

describe('a chart', () => {
  it('tells ratios to the first bar, no figure of the machine', () => {
    const text = chartText({ title: 'Time', bars });
    expect(text).toContain('>1.00</text>');
    expect(text).toContain('>2.50</text>');
    expect(text).not.toContain('>50</text>');
  });

  it('holds no markup from its labels', () => {
    expect(chartText({ title: 'Time', bars })).toContain('a &lt;b> &amp; c');
  });
});
