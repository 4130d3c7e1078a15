import { describe, expect, it } from 'vitest';
import { chartText } from './charts.js';

const bars = [
  { label: 'by hand', value: 20, isOurs: false },
  { label: 'Stallcast', value: 40, spread: [30, 60] as const, isOurs: true },
  { label: 'a <b> & c', value: 100, isOurs: false },
];

describe('a chart', () => {
  it('tells ratios to ours, no figure of the machine', () => {
    const text = chartText({ title: 'Time', bars });
    expect(text).toContain('>0.50</text>');
    expect(text).toContain('>2.50</text>');
    expect(text).not.toContain('>100</text>');
  });

  it('draws a line from the lowest to the highest run, where there are several', () => {
    expect(chartText({ title: 'Time', bars }).match(/class="spread"/g)).toHaveLength(1);
  });

  it('says which way is better', () => {
    expect(chartText({ title: 'Time', bars })).toContain('less is better');
    expect(chartText({ title: 'Orders', bars, isMoreBetter: true })).toContain('more is better');
  });

  it('holds no markup from its labels', () => {
    expect(chartText({ title: 'Time', bars })).toContain('a &lt;b> &amp; c');
  });
});
