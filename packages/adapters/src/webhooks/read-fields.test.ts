import { describe, expect, it } from 'vitest';
import { idOf, minorOf, quantityOf, stockFigureOf, timeOf } from './read-fields.js';

describe('idOf', () => {
  it.each([
    [93, '93'],
    ['271878346596884015', '271878346596884015'],
    [' Bar3 ', 'Bar3'],
    [0, undefined],
    ['0', undefined],
    ['', undefined],
    [null, undefined],
    [{}, undefined],
    ['half a character \ud800', undefined],
    ['x'.repeat(129), undefined],
  ])('of %j is %j', (value, id) => {
    expect(idOf(value)).toBe(id);
  });
});

describe('minorOf', () => {
  it.each([
    ['3990', 3990],
    [0, 0],
    ['1000000000000', 1_000_000_000_000],
    ['1782903900123', undefined],
    ['-1', undefined],
    ['39.90', undefined],
  ])('of %j is %j', (value, minor) => {
    expect(minorOf(value)).toBe(minor);
  });
});

describe('quantityOf', () => {
  it.each([
    [2, 2],
    ['2', 2],
    ['0.5', 1],
    ['2.0', 2],
    ['2.01', 3],
    [0, undefined],
    [-1, undefined],
    ['1e3', undefined],
    [1_000_000, 1_000_000],
    [1_000_001, undefined],
  ])('of %j is %j', (value, qty) => {
    expect(quantityOf(value)).toBe(qty);
  });
});

describe('stockFigureOf', () => {
  it.each([
    [10, 10],
    ['2.9', 2],
    ['-0.5', -1],
    [-3, -3],
    [1_000_000_000, 1_000_000_000],
    [1_000_000_001, undefined],
    [null, undefined],
    ['many', undefined],
  ])('of %j is %j', (value, figure) => {
    expect(stockFigureOf(value)).toBe(figure);
  });
});

describe('timeOf', () => {
  it.each([
    ['2026-07-01T11:04:31', 1_782_903_871_000],
    ['2026-07-01T19:04:31+08:00', 1_782_903_871_000],
    ['1969-12-31T23:59:59Z', undefined],
    ['2026-13-01T00:00:00Z', undefined],
    ['0000-00-00T00:00:00', undefined],
    ['today', undefined],
    [null, undefined],
  ])('of %j is %j', (value, ms) => {
    expect(timeOf(value)).toBe(ms);
  });
});
