import type { SceneItem } from '@stallcast/elements';
import { describe, expect, it } from 'vitest';
import { sharedValue } from '../draft/shared-value.js';
import { sharedFields } from './shared-fields.js';

const item = (tag: string, more: Partial<SceneItem> = {}): SceneItem => ({
  id: tag,
  tag: `stall-${tag}`,
  x: 0,
  y: 0,
  ...more,
});
const told = (...tags: string[]) =>
  sharedFields(tags.map((tag) => item(tag))).map(({ name, of, without }) => [name, of, without]);

describe('fields of several', () => {
  it('are all of one widget’s, also where it is there twice', () => {
    expect(told('countdown').map(([name]) => name)).toEqual(['product-id', 'until', 'look']);
    expect(told('countdown', 'countdown')).toEqual(told('countdown'));
  });

  it('are those of every widget, with the choices that all of them know', () => {
    expect(told('price', 'product-card')).toEqual([
      ['product-id', undefined, undefined],
      ['look', ['wide', 'tall', 'slim'], undefined],
    ]);
    expect(told('goal', 'tickets')).toEqual([]);
  });

  it('say what all have, and where they differ', () => {
    const read = ({ scale = 1 }: SceneItem) => scale;
    expect(sharedValue([item('goal', { scale: 1 }), item('price')], read)).toEqual({ value: 1, isMixed: false });
    expect(sharedValue([item('goal', { scale: 2 }), item('price')], read)).toEqual({ value: 2, isMixed: true });
  });
});
