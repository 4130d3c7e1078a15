import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Mishap } from './mishap.js';
import { readSettings } from './settings.js';

const SOURCES = ['woocommerce', 'douyin-life'];

describe('readSettings', () => {
  it('has the defaults of the contract', () => {
    expect(readSettings({}, {}, SOURCES)).toMatchObject({
      host: '127.0.0.1',
      port: 7788,
      lan: false,
      stall: 'orchard',
      secrets: {},
      origins: [],
      hosts: [],
      example: true,
    });
  });

  it('takes a rate, none among them, and says what it cannot read', () => {
    const rate = (text: string) => readSettings({ rate: text }, {}, SOURCES).rate;
    expect([rate('50'), rate('0'), readSettings({}, {}, SOURCES).rate]).toEqual([50, 0, undefined]);
    expect(() => rate('fast')).toThrow(Mishap);
  });

  it('takes a heartbeat of tests, within reason', () => {
    const heartbeat = (text: string) => readSettings({}, { STALLCAST_HEARTBEAT_MS: text }, SOURCES).pingIntervalMs;
    expect([
      heartbeat('300'),
      heartbeat('0'),
      heartbeat('never'),
      readSettings({}, {}, SOURCES).pingIntervalMs,
    ]).toEqual([300, undefined, undefined, undefined]);
  });

  it('reads the environment, and lets flags of the same words win', () => {
    const env = {
      STALLCAST_PORT: '9000',
      STALLCAST_STALL: 'peaches',
      STALLCAST_DATA: '/srv/stall',
      STALLCAST_VIEW_KEY: 'view-key',
      STALLCAST_DECK_KEY: 'deck-key',
      STALLCAST_SECRET_WOOCOMMERCE: 'from-env',
      STALLCAST_SECRET_DOUYIN_LIFE: 'life',
      STALLCAST_ORIGINS: 'https://shop.example, http://localhost:3000/',
      STALLCAST_EXAMPLE: '0',
    };
    expect(readSettings({ port: '0', 'secret-woocommerce': 'from-flag' }, env, SOURCES)).toMatchObject({
      port: 0,
      stall: 'peaches',
      folder: resolve('/srv/stall'),
      viewKey: 'view-key',
      deckKey: 'deck-key',
      secrets: { woocommerce: 'from-flag', 'douyin-life': 'life' },
      origins: ['https://shop.example', 'http://localhost:3000'],
      example: false,
    });
  });

  it('opens to the local network with --lan alone', () => {
    expect(readSettings({ lan: true }, {}, SOURCES)).toMatchObject({ host: '0.0.0.0', lan: true });
    expect(readSettings({}, { STALLCAST_HOST: '0.0.0.0' }, SOURCES)).toMatchObject({ lan: false });
  });

  it('takes an empty variable as none', () => {
    expect(readSettings({}, { STALLCAST_PORT: '', STALLCAST_VIEW_KEY: ' ' }, SOURCES)).toMatchObject({ port: 7788 });
  });

  it.each([
    { STALLCAST_PORT: '70000' },
    { STALLCAST_PORT: '-1' },
    { STALLCAST_PORT: '77e1' },
    { STALLCAST_STALL: '../up' },
    { STALLCAST_STALL: 'Peaches' },
    { STALLCAST_ORIGINS: 'shop.example' },
    { STALLCAST_ORIGINS: 'null' },
    { STALLCAST_LOG: 'nats://127.0.0.1' },
    { STALLCAST_EXAMPLE: 'maybe' },
  ])('refuses %o with a sentence in both languages', (env) => {
    expect(() => readSettings({}, env, SOURCES)).toThrow(Mishap);
  });
});
