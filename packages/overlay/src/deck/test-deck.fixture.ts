import { localAdapter } from '@stallcast/adapters/local';
import { createMemoryStorage, openLedger } from '@stallcast/ledger';
import { setUpExampleStall } from '@stallcast/ledger/example';
import type { Command } from '@stallcast/protocol';
import { atom } from 'nanostores';
import { expect } from 'vitest';
import type { Language } from '../words/language.js';
import { ledgerCommandSender } from '../local-pack/ledger-command-sender.js';
import { UnansweredError } from './command-sender/command-sender.js';
import type { RelayDesk } from './devices/relay-desk.js';
import { createMemorySteps } from './outbox/memory-steps.fixture.js';
import { showDeck } from './show-deck.js';

export interface TestDeckOptions {
  /** The example's products and orders. @default true */
  example?: boolean;
  language?: Language;
  loadExample?: () => Promise<void>;
  relay?: RelayDesk;
}

let decks = 0;

/** Puts a deck on the page over a real ledger in memory, and writes down what it sends. */
export async function openTestDeck({ example = true, language = 'zh-CN', loadExample, relay }: TestDeckOptions = {}) {
  const stall = `test-${++decks}`;
  const ledger = await openLedger({ stall, storage: createMemoryStorage(), currency: 'CNY' });
  if (example) await setUpExampleStall(ledger, { pictureBase: '/none' });

  const sent: Command[] = [];
  const toLedger = ledgerCommandSender(ledger);
  const steps = createMemorySteps();
  const line = { isDown: false, isHeld: false };
  const place = document.createElement('div');
  document.body.append(place);
  const desk = showDeck(
    {
      stall,
      adapter: localAdapter(stall, { operator: true, ledger }),
      sender: {
        async send(command) {
          sent.push(command);
          if (line.isDown) throw new UnansweredError('down');
          while (line.isHeld) await new Promise((resolve) => setTimeout(resolve, 5));
          return toLedger.send(command);
        },
        close: () => {},
      },
      $language: atom<Language>(language),
      loadExample: loadExample ?? null,
      relay: relay ?? null,
      steps,
    },
    place,
  );

  const app = place.querySelector('deck-app')!;
  const part = <T extends keyof HTMLElementTagNameMap>(tag: T): ShadowRoot =>
    app.shadowRoot!.querySelector(tag)!.shadowRoot!;
  const row = (title: string): ShadowRoot => {
    const rows = [...app.shadowRoot!.querySelectorAll('deck-product-row')];
    return rows.find(({ shadowRoot }) => shadowRoot!.querySelector('.title')?.textContent === title)!.shadowRoot!;
  };
  await expect.poll(() => desk.store.$resync.get()).toBeGreaterThan(0);
  await expect.poll(() => app.shadowRoot!.querySelector('main')).not.toBeNull();

  return {
    app,
    desk,
    ledger,
    line,
    steps,
    sent,
    part,
    row,
    /** What was sent, by type, without the ids and what was seen. */
    commands: () => sent.map(({ id: _, seen: __, own: ___, ...fields }) => fields),
    /** Presses the key of a part that bears this text or name. */
    press(root: ParentNode, name: string): void {
      const keys = [...root.querySelectorAll<HTMLElement>('button, input')];
      const key = keys.find((each) => each.getAttribute('aria-label') === name || each.textContent?.trim() === name);
      if (!key)
        throw new Error(`Expected a key "${name}", got ${keys.map((each) => each.textContent?.trim()).join(' | ')}`);
      key.click();
    },
    async stop() {
      desk.close();
      place.remove();
      await ledger.close();
    },
  };
}
