import type { BrowserContext, Page } from '@playwright/test';

/** What a page must not do on the word of a stranger. */
export interface Misdeeds {
  /** Calls of what a script would call. */
  executions: string[];
  /** What the content security policy had to stop. */
  violations: string[];
  /** Requests to anywhere but the allowed addresses. */
  requests: string[];
  navigations: string[];
  /** Names that built-in prototypes gained. */
  pollution: string[];
}

interface Watched {
  told: Pick<Misdeeds, 'executions' | 'violations'>;
  lookBack(): Pick<Misdeeds, 'executions' | 'violations' | 'pollution'>;
}

/**
 * Watches every page of a context, and lets no request out of the machine.
 *
 * Call it before the first page opens. Requests that are not allowed fail at once.
 */
export async function watchContext(context: BrowserContext, isAllowed: (url: string) => boolean) {
  const requests: string[] = [];
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (isAllowed(url)) return route.continue();
    requests.push(url);
    return route.abort();
  });
  await context.addInitScript(hookPage);

  return async function misdeedsOf(page: Page, navigations: readonly string[]): Promise<Misdeeds> {
    const told = await page.evaluate(() => (window as unknown as Watched).lookBack());
    return { ...told, requests: [...requests], navigations: [...navigations] };
  };
}

/** What an honest page comes to. */
export const NO_MISDEEDS: Misdeeds = { executions: [], violations: [], requests: [], navigations: [], pollution: [] };

/** Keeps a list of where a page goes after its first document. */
export function watchNavigations(page: Page): string[] {
  const navigations: string[] = [];
  let first = '';
  page.on('framenavigated', (frame) => {
    // The deck takes its key out of the address; that is no other page.
    const [address = ''] = frame.url().split('#', 1);
    if (frame !== page.mainFrame() || address === first) return;
    if (first !== '') navigations.push(frame.url());
    first ||= address;
  });
  page.on('popup', (popup) => navigations.push(`popup ${popup.url()}`));
  page.on('dialog', (dialog) => {
    navigations.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  return navigations;
}

/** Runs inside each page and each of its frames, before their own scripts. A frame tells its page, by its name. */
function hookPage(): void {
  // A frame of another origin keeps what it does to itself: it can do nothing to the page.
  const told = (() => {
    try {
      return window.top === window ? null : (window.top as unknown as Partial<Watched>).told;
    } catch {
      return null;
    }
  })() ?? { executions: [], violations: [] };
  Object.defineProperty(window, 'told', { value: told });
  const outermost = (): string => {
    let frame: Window = window;
    let name = '';
    while (frame.parent !== frame) {
      name = frame.name || name;
      frame = frame.parent;
    }
    return name && ` in ${name}`;
  };
  const hook = (owner: object, name: string) => {
    const spy = (...args: unknown[]) => {
      told.executions.push(`${name}(${args.map(String).join().slice(0, 60)})${outermost()}`);
      return undefined;
    };
    Object.defineProperty(owner, name, { value: spy, configurable: true, writable: true });
  };
  // Not `eval`: the test itself speaks to the page by it, and what the vectors evaluate is an alert.
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) hook(window, name);
  for (const name of ['write', 'writeln']) hook(document, name);
  document.addEventListener('securitypolicyviolation', (event) =>
    told.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
  );

  const prototypes = {
    Object: Object.prototype,
    Array: Array.prototype,
    String: String.prototype,
    Function: Function.prototype,
  };
  const names = () =>
    Object.entries(prototypes).flatMap(([owner, prototype]) =>
      Reflect.ownKeys(prototype).map((key) => `${owner}.${String(key)}`),
    );
  const before = new Set(names());
  const lookBack = () => ({ ...told, pollution: names().filter((name) => !before.has(name)) });
  Object.assign(window, { lookBack });
}
