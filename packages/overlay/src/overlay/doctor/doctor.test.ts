import '@stallcast/elements/room';
import { AdapterError, registerScheme } from '@stallcast/protocol';
import { createFakeAdapter, exampleState } from '@stallcast/testing';
import axe from 'axe-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { startOverlay } from '../overlay-page.js';

const fake = createFakeAdapter();
const board = () => document.querySelector('overlay-doctor')?.shadowRoot;
const textOf = () => board()?.textContent?.replace(/\s+/g, ' ') ?? '';
const press = (key: string) => window.dispatchEvent(new KeyboardEvent('keydown', { key }));

describe('the doctor of an overlay', () => {
  const log = vi.spyOn(console, 'error');
  beforeAll(async () => {
    localStorage.clear();
    await page.viewport(1080, 1920);
    registerScheme('doctor-fake', () => fake.adapter);
    await startOverlay(() => 'doctor-fake:http://127.0.0.1:7788/stalls/orchard#CANARY');
  });
  beforeEach(() => log.mockReset().mockReturnValue(undefined));
  afterEach(() => press('Escape'));

  it('is not there until a key calls it, and goes by the same key', async () => {
    expect(board()).toBeUndefined();
    press('d');
    await expect.poll(textOf).toContain('127.0.0.1:7788');
    press('D');
    expect(board()).toBeUndefined();
    expect(document.querySelector('stall-status')).toBeNull();
  });

  it('leaves a key that is typed, and one with others, alone', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', bubbles: true, composed: true }));
    field.remove();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', ctrlKey: true }));
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', isComposing: true }));
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', repeat: true }));
    expect(board()).toBeUndefined();
    // Had one of them called it, this would send it away.
    press('d');
    await expect.poll(textOf).toContain('127.0.0.1:7788');
    expect(document.querySelector('stall-status')?.hidden, 'what it asks is not on air').toBe(true);
  });

  it('still looks into the room once a scene has taken its place', async () => {
    press('d');
    await expect.poll(textOf).toContain('还没有来过');
    const room = document.querySelector('stall-room')!;
    room.querySelector('stall-status')!.remove();
    await expect.poll(() => room.querySelector('stall-status')).not.toBeNull();
    expect(textOf()).not.toContain('<stall-room>');
  });

  it.each([
    [1080, 1920],
    [1920, 1080],
    [400, 300],
  ])('is whole on a source of %i × %i', async (width, height) => {
    await page.viewport(width, height);
    press('d');
    await expect.poll(() => document.querySelector('overlay-doctor')?.scrollHeight ?? 0).toBeGreaterThan(100);
    const doctor = document.querySelector('overlay-doctor')!;
    expect(doctor.scrollHeight).toBeLessThanOrEqual(doctor.clientHeight);
    expect(doctor.getBoundingClientRect().bottom).toBeLessThanOrEqual(height);
    await page.viewport(1080, 1920);
  });

  it('says that nothing came yet, and what failed', async () => {
    press('d');
    await expect.poll(textOf).toContain('还没有来过');
    await expect.poll(() => board()?.querySelector('.wrong')).not.toBeNull();
    fake.fault(new AdapterError('unreachable', '线断了。 / Gone.'));
    await expect.poll(textOf).toContain('线断了。');
  });

  it('says that all is well once it is, and answers why a room is blank', async () => {
    press('d');
    fake.snapshot(exampleState());
    await expect.poll(textOf, { timeout: 3_000 }).toContain('一切正常');
    fake.snapshot(exampleState({ featured: { stall: [], rooms: {} } }));
    await expect.poll(textOf, { timeout: 3_000 }).not.toContain('一切正常');
  });

  it('writes one line to the log each time it is called, without a key', async () => {
    press('d');
    await expect.poll(() => log.mock.calls.length).toBe(1);
    expect(String(log.mock.calls[0]?.[0])).toMatch(/^Stallcast doctor: OBS: .*Chromium \d+/);
    expect(String(log.mock.calls) + textOf()).not.toContain('CANARY');
  });

  it('is opened by a variable of the CSS box, and goes with it', async () => {
    const style = document.createElement('style');
    style.textContent = 'body { --stall-doctor: on; --stall-lang: "en" }';
    document.head.append(style);
    await expect.poll(textOf).toContain('Stallcast doctor');
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    style.remove();
    await expect.poll(board).toBeUndefined();
  });
});
