/**
 * The control: the same texts and the same watch on pages that are careless. That nothing runs on the overlay says something only
 * because much runs here.
 *
 * Half of what innerHTML lets in waits to be clicked, focused or hovered over, so everything is; scripts run by jQuery alone.
 */
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HOSTILE_TEXT } from './corpora.js';
import { watchContext } from './page-watch.js';
import { useEverything } from './use-everything.js';

const JQUERY = readFileSync(createRequire(import.meta.url).resolve('jquery'), 'utf8');
const HOME = 'http://careless.test/';

const SINKS = {
  innerHTML: `(body, text) => { body.innerHTML = text; }`,
  'jQuery’s prepend': `(body, text) => { jQuery(body).prepend(text); }`,
  'an attribute in a string': `(body, text) => { body.innerHTML = '<img alt="' + text + '">'; }`,
} as const;

/** How many of the texts ran elsewhere, in Chromium 156; an engine that runs fewer makes a weaker control. */
const AT_LEAST: Record<keyof typeof SINKS, number> = {
  innerHTML: 67,
  'jQuery’s prepend': 85,
  'an attribute in a string': 27,
};

test.describe.configure({ mode: 'parallel' });
test.setTimeout(120_000);

for (const [name, sink] of Object.entries(SINKS) as [keyof typeof SINKS, string][]) {
  test(`${name} runs them: what the watch sees when a page is careless`, async ({ browser }) => {
    const context = await browser.newContext({ bypassCSP: true });
    const misdeedsOf = await watchContext(context, (url) => url === HOME);
    const page = await context.newPage();
    // A vector that speaks to the viewer must not hold up the others.
    page.on('dialog', (dialog) => void dialog.dismiss());
    await page.route(HOME, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' }),
    );
    await page.goto(HOME);
    await page.addScriptTag({
      content: `${JQUERY};${useEverything.toString()};globalThis.useEverything=useEverything`,
    });
    await page.evaluate(
      async ({ texts, sink: source }) => {
        const { useEverything: use } = window as unknown as { useEverything: (root: ParentNode, view: Window) => void };
        const put = (0, eval)(source) as (body: Element, text: string) => void;
        const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
        // Each text in a document of its own: some take the names of the document’s methods.
        const tryOut = async (text: string, index: number) => {
          const frame = document.createElement('iframe');
          frame.name = String(index);
          document.body.append(frame);
          const { body } = frame.contentDocument!;
          try {
            put(body, text);
          } catch {
            // A text that jQuery takes for a selector.
          }
          await wait(150);
          use(body, frame.contentWindow!);
          await wait(50);
          frame.remove();
        };
        for (let at = 0; at < texts.length; at += 40) {
          await Promise.all(texts.slice(at, at + 40).map((text, index) => tryOut(text, at + index)));
        }
      },
      { texts: HOSTILE_TEXT as string[], sink },
    );
    const { executions, requests } = await misdeedsOf(page, []);
    const ran = new Set(executions.map((call) => / in (\d+)$/.exec(call)?.[1]));
    console.log(
      `${name}: ${ran.size} of ${HOSTILE_TEXT.length} texts ran (${executions.length} calls), ${requests.length} requests left the page`,
    );
    expect(ran.size).toBeGreaterThanOrEqual(AT_LEAST[name]);
    expect(requests.length).toBeGreaterThan(10);
    await context.close();
  });
}

test('the watch sees what is done to a prototype', async ({ browser }) => {
  const context = await browser.newContext({ bypassCSP: true });
  const misdeedsOf = await watchContext(context, (url) => url === HOME);
  const page = await context.newPage();
  await page.route(HOME, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' }));
  await page.goto(HOME);
  await page.evaluate(() => {
    // eslint-disable-next-line no-restricted-syntax -- the control does what the widgets may not
    document.body.innerHTML = '<img src="x" onerror="alert(1);Object.prototype.polluted=1">';
  });
  await expect.poll(async () => (await misdeedsOf(page, [])).pollution).toEqual(['Object.polluted']);
  expect((await misdeedsOf(page, [])).executions).toEqual(['alert(1)']);
  await context.close();
});
