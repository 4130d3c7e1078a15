import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { defineDeck } from '../define.js';

defineDeck();

async function open() {
  const gate = document.createElement('deck-key-gate');
  const given: string[] = [];
  gate.addEventListener('deck-key-given', ({ key }) => given.push(key));
  document.body.append(gate);
  await gate.updateComplete;
  return { gate, given };
}

afterEach(() => document.body.replaceChildren());

it.each([
  ['KEY', 'KEY'],
  [' http://127.0.0.1:7788/deck?stall=orchard#KEY ', 'KEY'],
])('takes the key out of %j', async (text, key) => {
  const { gate, given } = await open();
  const field = gate.shadowRoot!.querySelector('input')!;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  gate.shadowRoot!.querySelector('form')!.requestSubmit();
  expect(given).toEqual([key]);
});

it('gives nothing while nothing was pasted, and says when a key was refused', async () => {
  const { gate, given } = await open();
  gate.shadowRoot!.querySelector('form')!.requestSubmit();
  expect(given).toEqual([]);
  gate.refused = true;
  await gate.updateComplete;
  expect(gate.shadowRoot!.querySelector('[role=alert]')?.textContent).toContain('钥匙不对');
  expect((await axe.run(gate)).violations.map(({ id }) => id)).toEqual([]);
});
