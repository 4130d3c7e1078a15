import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createServerSentEvents } from './server-sent-events.js';

function parse(...pieces: string[]): string[] {
  const events: string[] = [];
  const parser = createServerSentEvents((data) => events.push(data), 1_000);
  for (const piece of pieces) parser.push(piece);
  return events;
}

describe('createServerSentEvents', () => {
  it.each([
    ['an event', 'data: a\n\n', ['a']],
    ['an event with an id and a comment', ': hello\nid: e.1\ndata: a\n\n', ['a']],
    ['an event of two lines', 'data: a\ndata: b\n\n', ['a\nb']],
    ['a line without a space', 'data:a\n\n', ['a']],
    ['one space alone off the front', 'data:  a\n\n', [' a']],
    ['an empty line of data', 'data\n\n', ['']],
    ['other line breaks', 'data: a\r\n\r\ndata: b\r\rdata: c\n\n', ['a', 'b', 'c']],
    ['no event without data', 'id: 1\nevent: x\n\n', []],
    ['no event that has not ended', 'data: a\n', []],
  ])('reads %s', (_, text, events) => {
    expect(parse(text)).toEqual(events);
  });

  it('takes a line break that was cut in two for one', () => {
    expect(parse('data: a\r', '\ndata: b\r\n\r\n')).toEqual(['a\nb']);
  });

  it('reads the same wherever the stream is cut', () => {
    const line = fc.stringMatching(/^[a-z :]{0,6}$/);
    const text = fc
      .array(
        fc.tuple(
          fc.constantFrom('data: ', 'data:', 'id: ', ': '),
          line,
          fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\r\n\r\n'),
        ),
      )
      .map((lines) => lines.map((parts) => parts.join('')).join('') + '\n\n');
    fc.assert(
      fc.property(text, fc.array(fc.nat(200)), (whole, cuts) => {
        const places = [0, ...cuts.map((cut) => cut % (whole.length + 1)).sort((a, b) => a - b), whole.length];
        const pieces = places.slice(1).map((end, index) => whole.slice(places[index], end));
        expect(parse(...pieces)).toEqual(parse(whole));
        expect(parse(...whole)).toEqual(parse(whole));
      }),
    );
  });

  it.each([
    ['a line', `data: ${'x'.repeat(2_000)}`],
    ['an event', 'data: xxxxxxxxx\n'.repeat(200)],
  ])('throws when %s grows beyond every frame', (_, text) => {
    expect(() => parse(text)).toThrow(RangeError);
  });
});
