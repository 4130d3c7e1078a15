/** Left, width and height of something, in px. */
export type Box = [left: number, width: number, height: number];

/** What one widget made of a text. */
export interface Shown {
  widget: string;
  state: string;
  /** Of the widget, and of each of its plates. */
  boxes: Box[];
  /** The names of all its elements, in order. */
  elements: string;
  /** All that is written in it. */
  letters: string;
}

/**
 * Runs in the gallery's page, so all that it needs is inside: raises every widget in a state with text, with the text in
 * place of each that a stranger may write.
 *
 * @param texts.rest Follows the text, so that every box is full.
 */
export async function raiseEverything(texts: { text: string; rest: string }): Promise<Shown[]> {
  interface State {
    name: string;
    stall: object | null;
    live?: readonly object[];
    attributes?: Record<string, string>;
    silentMs?: number;
  }
  interface Stage {
    room: HTMLElement;
    element: HTMLElement;
    play(): Promise<void>;
  }
  // The page's own modules, as its server serves them.
  const load = (path: string): Promise<unknown> => import(/* @vite-ignore */ `${location.origin}/gallery/${path}`);
  const { setStage, settled } = (await load('stage.ts')) as {
    setStage(tag: string, state: State, language: string): Stage;
    settled(element: HTMLElement): Promise<void>;
  };
  const { loadEntries } = (await load('entries.ts')) as {
    loadEntries(): Promise<readonly { tag: string; looks?: readonly string[]; states: readonly State[] }[]>;
  };

  const written = `${texts.text} ${texts.rest}`;
  const FIELDS = [
    ...[
      'title',
      'spec',
      'text',
      'mask',
      'alt',
      'to',
      'issuer',
      'no',
      'by',
      'note',
      'origin',
      'farmer',
      'lot',
      'licence',
    ],
    ...['heading', 'caption', 'seller', 'message'],
  ];
  /** The same value with the text in every field that a stranger may write. */
  const tainted = (value: unknown, key = '', owner: object = {}): unknown => {
    if (Array.isArray(value)) return value.map((one) => tainted(one));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, tainted(inner, name, value)]));
    }
    const isKindOfPaper = key === 'kind' && 'issuer' in owner;
    const isName =
      key === 'name' && ('level' in owner || Object.keys(owner).every((one) => /^(name|licence)$/.test(one)));
    return typeof value === 'string' && (FIELDS.includes(key) || isKindOfPaper || isName) ? written : value;
  };

  const WANTED = ['long-text', 'toast', 'list', 'profit', 'passed', 'failed', 'open', 'shown', 'running', 'flash'];
  const main = document.querySelector('main');
  if (!main) throw new Error('Expected the gallery’s <main>.');
  main.replaceChildren();
  const raised: { stage: Stage; state: string }[] = [];
  for (const { tag, looks = [''], states } of await loadEntries()) {
    for (const state of states.filter(({ name }) => WANTED.includes(name))) {
      for (const look of looks) {
        const stage = setStage(tag, tainted(state) as State & { name: string }, 'zh-CN');
        if (look) stage.element.setAttribute('look', look);
        main.append(stage.room);
        raised.push({ stage, state: `${look} ${state.name}`.trim() });
      }
    }
  }
  await Promise.all(raised.map(({ stage }) => stage.play()));
  for (const { stage } of raised) await settled(stage.element);
  for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
  for (const animation of document.getAnimations()) animation.finish();

  const inside = (root: ShadowRoot | null): Element[] =>
    [...(root?.querySelectorAll('*') ?? [])].flatMap((one) => [one, ...inside(one.shadowRoot)]);
  return raised.map(({ stage: { element }, state }) => {
    const all = inside(element.shadowRoot);
    const measured = [element, ...all.filter((one) => one.matches('.plate'))].map((one) => one.getBoundingClientRect());
    const rounded = (px: number): number => Math.round(px * 100) / 100;
    const own = [...(element.shadowRoot?.childNodes ?? [])].map(({ textContent }) => textContent ?? '');
    return {
      widget: element.localName,
      state,
      boxes: measured.map(({ x, width, height }): Box => [rounded(x), rounded(width), rounded(height)]),
      elements: all.map(({ localName }) => localName).join(),
      letters: [...own, ...all.filter((one) => one.shadowRoot).map((one) => one.shadowRoot?.textContent ?? '')].join(
        ' ',
      ),
    };
  });
}
