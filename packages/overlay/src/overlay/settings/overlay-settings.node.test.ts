import { TOKENS } from '@stallcast/themes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings } from './overlay-settings.js';

const read = (search: string, css: Record<string, string> = {}, hash = '') =>
  readSettings({
    search,
    hash,
    css: (name) => css[name] ?? '',
    defaultSrc: ({ stall, room, key }) => `relay:${stall}/${room}#${key}`,
  });

describe('readSettings', () => {
  it('asks the page for the connection that the address means', () => {
    expect(read('?stall=peaches&room=north', {}, '#KEY').src).toBe('relay:peaches/north#KEY');
    expect(read('').src).toBe('relay:orchard/#');
  });

  it('takes the source that stands behind the key, and leaves the key what it is', () => {
    const keys: string[] = [];
    const settings = readSettings({
      search: '',
      hash: `#K%26EY&src=${encodeURIComponent('table:https://a.example/?x=1&src=2#every=30')}`,
      css: () => '',
      defaultSrc: ({ key }) => (keys.push(key), 'relay:own'),
    });
    expect([settings.src, keys]).toEqual(['table:https://a.example/?x=1&src=2#every=30', ['K%26EY']]);
    expect(read('?src=replay:orchard', {}, '#KEY').src).toBe('replay:orchard');
    expect(read('', {}, '#KEY&src=').src).toBe('relay:orchard/#KEY');
    expect(read('', {}, '#KEY&src=%').src).toBe('%');
  });

  it('takes the CSS box over the address', () => {
    const css = {
      '--stall-src': ' "relay:http://127.0.0.1:7788/stalls/orchard#K\\"EY"',
      '--stall-room-id': 'south',
      '--stall-lang': "'en'",
      '--stall-canvas': ' landscape',
    };
    expect(read('?stall=peaches&room=north&lang=zh-CN&canvas=portrait', css)).toMatchObject({
      src: 'relay:http://127.0.0.1:7788/stalls/orchard#K"EY',
      room: 'south',
      language: 'en',
      canvas: 'landscape',
    });
  });

  it('reads a connection that was written without quotes', () => {
    expect(read('', { '--stall-src': ' replay:orchard ' }).src).toBe('replay:orchard');
  });

  it.each([
    ['?lang=en-GB', 'en'],
    ['?lang=zh', 'zh-CN'],
    ['?lang=fr', 'zh-CN'],
    ['', 'zh-CN'],
  ])('speaks, for %j, %s', (search, language) => {
    expect(read(search).language).toBe(language);
  });

  it('shows card and ticker unless other widgets are named', () => {
    expect(read('').widgets).toEqual(['card', 'ticker']);
    expect(read('?widgets=ticker,counter,unknown').widgets).toEqual(['counter', 'ticker']);
    expect(read('?widgets=unknown').widgets).toEqual(['card', 'ticker']);
  });

  it('has a colour to key out only when told', () => {
    expect(read('?bg=green').background).toBe('green');
    expect(read('', { '--stall-background': 'magenta' }).background).toBe('magenta');
    expect(read('?bg=url(x)').background).toBe('transparent');
  });

  it.each([
    ['', '', 'auto'],
    ['?scene=orchard', 'orchard', 'auto'],
    ['?scene=orchard-landscape', 'orchard', 'landscape'],
    ['?scene=orchard-landscape&canvas=portrait', 'orchard', 'portrait'],
    ['?scene=-portrait', '', 'portrait'],
    ['?scene=~l.eJy-portrait', '~l.eJy-portrait', 'landscape'],
    ['?scene=~p.eJy&canvas=landscape', '~p.eJy', 'landscape'],
    ['?scene=~x', '~x', 'auto'],
  ])('reads the scene of %s', (search, scene, canvas) => {
    expect(read(search)).toMatchObject({ scene, canvas });
  });

  it('takes the scene of the CSS box over that of the address', () => {
    expect(read('?scene=orchard', { '--stall-scene': ' "county"' }).scene).toBe('county');
  });

  it('wears a theme that there is, and none where none is named', () => {
    expect(read('').theme).toBeNull();
    expect(read('?theme=night').theme).toBe('night');
    expect(read('?theme=night', { '--stall-theme': ' paper' }).theme).toBe('paper');
    expect(read('?theme=toString').theme).toBeNull();
  });

  it('makes settings of anything', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (search, value) => {
        const settings = read(search, { '--stall-src': value, '--stall-canvas': value, '--stall-widgets': value });
        expect(settings.src).not.toBe('');
        expect(settings.widgets.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the settings that the CSS box can hold', () => {
  const asked: string[] = [];
  readSettings({ search: '', hash: '', css: (name) => (asked.push(name), ''), defaultSrc: () => 'local:orchard' });
  const listed = Object.entries(TOKENS).flatMap(([name, { tier }]) => (tier === 'setting' ? [name] : []));

  it('are all listed among the tokens, and all that are listed are read', () => {
    expect([...asked].sort()).toEqual(listed.sort());
  });
});
