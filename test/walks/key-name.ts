import type { Locator } from '@playwright/test';

/** What a key is called, and as what it is announced. */
export interface KeyName {
  role: string;
  /** The accessible name. */
  name: string;
  /** What of it is to be seen. */
  shown: string;
}

type Role = Parameters<Locator['getByRole']>[0];

/** Reads a key's name off the page. `shownAt` is the part that a host would call it by, where the whole name is long. */
export async function readKeyName(key: Locator, shownAt: Locator = key): Promise<KeyName> {
  const snapshot = (await key.ariaSnapshot()).split('\n')[0] ?? '';
  const [, role = 'generic', quoted] = /^- '?(\w+)(?: "((?:[^"\\]|\\.)*)")?/.exec(snapshot) ?? [];
  const seen = oneLine((await shownAt.evaluate(readShown)) || (quoted ?? ''));
  const name = quoted === undefined ? seen : oneLine(quoted.replace(/\\(.)/g, '$1'));
  if (seen === '') throw new Error(`The key ${key.toString()} has no name that a host can read.`);
  return { role, name, shown: seen };
}

/** Fails unless the name leads to this key and no other that is to be seen in the part of the page that the sentence speaks of. */
export async function checkKeyIsFound(key: Locator, { role, name, shown }: KeyName, among: Locator): Promise<void> {
  if (role === 'generic' || role === 'text') return;
  const plain = (text: string): string => text.replace(/[\s＋·]/g, '');
  // A sign such as × or −1 is announced in words.
  if (/\p{L}/u.test(shown) && !plain(name).includes(plain(shown)))
    throw new Error(`A key shows "${shown}" and is announced as "${name}".`);
  const alike = among.getByRole(role as Role, { name }).filter({ visible: true });
  const exact = among.getByRole(role as Role, { name, exact: true }).filter({ visible: true });
  const [count, exactCount] = [await alike.count(), await exact.count()];
  if (exactCount !== 1 && count !== 1)
    throw new Error(`"${name}" leads to ${Math.max(count, exactCount)} keys: ${key.toString()} is not found by it.`);
}

/** Runs in the page. What only those hear who listen to it is left out, and what is small; a field is called by its label. */
function readShown(element: Element): string {
  const field = element as HTMLInputElement;
  const isField = element.matches('input, select, textarea');
  const label = isField ? field.labels?.[0] : undefined;
  if (isField && !label) return field.ariaLabel ?? '';
  const root = label ?? element;
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let shown = '';
  while (texts.nextNode()) {
    const { parentElement: parent } = texts.currentNode;
    const unsaid = parent?.closest('.visually-hidden, [aria-hidden=true], small');
    if (parent?.checkVisibility() && !(unsaid && root.contains(unsaid))) shown += texts.currentNode.textContent ?? '';
  }
  return shown;
}

const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^＋\s*/, '')
    .trim();
