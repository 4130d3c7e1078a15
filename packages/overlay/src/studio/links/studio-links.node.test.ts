import { describe, expect, it } from 'vitest';
import { readSettings } from '../../overlay/settings/overlay-settings.js';
import { deckLink, dragLink, hookAddress, overlayLink } from './studio-links.js';

const AT = { origin: 'http://127.0.0.1:7788', stall: 'orchard' };

describe('the links of the studio', () => {
  it('give OBS a name and a size, and the key where no server sees it', () => {
    expect(dragLink(AT, 'VIEW+KEY', 'zh-CN', 'portrait')).toBe(
      'http://127.0.0.1:7788/overlay?stall=orchard&lang=zh-CN&layer-name=Stallcast%20orchard&layer-width=1080&layer-height=1920#VIEW%2BKEY',
    );
    const landscape = new URL(dragLink(AT, 'K', 'en', 'landscape')).searchParams;
    expect([landscape.get('layer-width'), landscape.get('layer-height')]).toEqual(['1920', '1080']);
  });

  it('carry the scene that is in use, its theme and another source', () => {
    const choice = { scene: '~p.abc_-', theme: 'night', src: '' };
    expect(overlayLink(AT, 'K', 'en', choice)).toBe(
      'http://127.0.0.1:7788/overlay?stall=orchard&lang=en&scene=~p.abc_-&theme=night#K',
    );
    const dragged = new URL(dragLink(AT, 'K', 'en', 'portrait', { src: 'table:https://a.example/t.csv' }));
    expect([...dragged.searchParams.keys()]).toEqual([
      ...['stall', 'lang', 'layer-name', 'layer-width', 'layer-height'],
    ]);
  });

  it('preview the overlay without what only OBS reads', () => {
    expect(overlayLink({ ...AT, room: 'north' }, 'K', 'en')).toBe(
      'http://127.0.0.1:7788/overlay?stall=orchard&room=north&lang=en#K',
    );
  });

  it('bring a room’s picture under the room’s name, so that OBS has two sources for two rooms', () => {
    const room = { ...AT, room: 'room-2', roomTitle: '二号直播间' };
    const { searchParams } = new URL(dragLink(room, 'K', 'zh-CN', 'portrait'));
    expect([searchParams.get('room'), searchParams.get('layer-name')]).toEqual([
      'room-2',
      'Stallcast orchard 二号直播间',
    ]);
    const other = new URL(dragLink(room, 'K', 'zh-CN', 'portrait', { src: 'table:https://a.example/t.csv' }));
    expect(other.searchParams.get('layer-name')).toBe('Stallcast orchard');
  });

  it('carry another source behind the key, where no server sees what it may hold, and no room of the stall’s', () => {
    const src = 'relay:http://a.example/stalls/b?room=c#KEY&more';
    const link = overlayLink({ ...AT, room: 'north' }, 'VIEW&KEY', 'en', { src });
    expect(link).toMatch(/\/overlay\?stall=orchard&lang=en#VIEW%26KEY&src=relay%3A/);
    const read = readSettings({ search: '', hash: new URL(link).hash, css: () => '', defaultSrc: () => 'own' });
    expect([read.src, read.room]).toEqual([src, '']);
  });

  it('open the deck with the key for another browser, and without it in this one', () => {
    expect(deckLink(AT, 'K')).toBe('http://127.0.0.1:7788/deck?stall=orchard#K');
    expect(deckLink(AT, null)).toBe('http://127.0.0.1:7788/deck?stall=orchard');
  });

  it('name the door of a shop, of a room if there is one', () => {
    expect(hookAddress(AT, 'shopify')).toBe('http://127.0.0.1:7788/stalls/orchard/hooks/shopify');
    expect(hookAddress({ ...AT, stall: '果园', room: 'north' }, 'shopify')).toBe(
      'http://127.0.0.1:7788/stalls/%E6%9E%9C%E5%9B%AD/hooks/shopify?room=north',
    );
  });
});
