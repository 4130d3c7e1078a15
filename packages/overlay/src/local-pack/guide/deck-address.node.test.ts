import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deckAddress, folderName, isWithinZip, type GuidePlace } from './deck-address.js';

const at = (href: string): GuidePlace => new URL(href);

describe('the deck’s address for OBS’s dock', () => {
  it.each([
    ['file:///D:/stallcast/%E8%AF%BB%E6%88%91.html', 'http://absolute/D:/stallcast/deck.html'],
    ['file:///c:/My%20Stall/a%23b%25/x.html?lang=en', 'http://absolute/c:/My%20Stall/a%23b%25/deck.html'],
    ['file:///D:/%E6%A1%83%20%E5%9B%AD/x.html#top', 'http://absolute/D:/%E6%A1%83%20%E5%9B%AD/deck.html'],
    ['file:///srv/li/stallcast/x.html', 'http://absolute/srv/li/stallcast/deck.html'],
    ['file://nas/share/stallcast/x.html', 'http://absolute///nas/share/stallcast/deck.html'],
    ['http://absolute/D:/stallcast/x.html', 'http://absolute/D:/stallcast/deck.html'],
  ])('of %s is %s', (href, address) => {
    expect(deckAddress(at(href))).toBe(address);
  });

  it('is none on a server', () => {
    expect(deckAddress(at('http://127.0.0.1:7788/x.html'))).toBeNull();
  });

  it('leads to the same folder, whatever it is called', () => {
    // What Windows lets a folder be called, except a name of dots alone.
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((text) => !/[\\/:*?"<>|\p{Cc}]|^\.+$/u.test(text) && text.isWellFormed());
    fc.assert(
      fc.property(fc.array(name, { maxLength: 4 }), (names) => {
        const path = names.map((one) => `/${encodeURIComponent(one)}`).join('');
        const address = deckAddress(at(`file:///D:${path}/guide.html`)) ?? '';
        // As OBS reads it: the path without its first slash, decoded.
        const opened = decodeURIComponent(new URL(address).pathname.slice(1));
        expect(opened).toBe(`D:${names.map((one) => `/${one}`).join('')}/deck.html`);
      }),
    );
  });
});

describe('a guide that was opened in its zip', () => {
  it.each([
    'file:///C:/AppData/Temp/Temp1_stallcast-local-pack.zip/stallcast/x.html',
    'file:///C:/AppData/Temp/Temp1_stallcast-local-pack%20(1).zip/stallcast/x.html',
    'file:///C:/AppData/Temp/7zO4A3F21B0/x.html',
    'file:///C:/AppData/Temp/Rar$EXa0.123/stallcast/x.html',
  ])('is known by where it lies: %s', (href) => {
    expect(isWithinZip(at(href))).toBe(true);
  });

  it.each(['file:///D:/stallcast/x.html', 'file:///D:/stallcast-local-pack.zip.d/x.html', 'file:///tmp/7z/x.html'])(
    'is not thought of %s',
    (href) => {
      expect(isWithinZip(at(href))).toBe(false);
    },
  );
});

describe('the folder’s name', () => {
  it.each([
    ['file:///D:/%E6%A1%83%20%E5%9B%AD/x.html', 'D:\\桃 园'],
    ['file:///srv/li/a%20b/x.html', '/srv/li/a b'],
    ['file://nas/share/x.html', '\\\\nas\\share'],
    ['http://absolute/D:/a/x.html', ''],
  ])('of %s is %j', (href, name) => {
    expect(folderName(at(href))).toBe(name);
  });
});
