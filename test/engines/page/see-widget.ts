/** A box in px from the widget's corner: x, y, width, height. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** What an engine made of a widget in one state, as far as scripts can see it. */
export interface Seen {
  state: string;
  /** What a listener hears, in order. */
  spoken: string;
  /** All that was heard until then: what live orders bring stays for seconds only. */
  heard: string[];
  /** What stands where, by path: only what has a box. */
  places: Record<string, Box>;
  /** Text and ground colours, by path. */
  colours: Record<string, string>;
  /** The smallest type in sight, in px, and what it says; null without text. */
  smallest: { px: number; says: string } | null;
  /** Marks, by what they say, and whether they lie on top and unclipped. */
  marks: { says: string; isOnTop: boolean }[];
  /** How many pictures are there, whole and seen. One that does not load leaves its place to a drawing. */
  pictures: number;
  /** What a listener hears right after a change of everything that is told in figures. */
  spokenAfterChange: string;
}

/** Looks at a widget that stands in the document and moves no more. */
export function seeWidget(host: HTMLElement): Omit<Seen, 'state' | 'heard' | 'spokenAfterChange'> {
  const all = [...within(host)];
  const origin = host.getBoundingClientRect();
  const places: Record<string, Box> = {};
  const colours: Record<string, string> = {};
  const counts = new Map<string, number>();
  for (const element of all) {
    const isDrawing = element.closest('svg') !== null && element.localName !== 'svg';
    if (isDrawing || element.closest('.spoken')) continue;
    const kind = `${(element.getRootNode() as ShadowRoot).host.localName} ${nameOf(element)}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const { x, y, width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0) continue;
    const path = `${kind} ${count}`;
    places[path] = [x - origin.x, y - origin.y, width, height];
    const { color, backgroundColor } = getComputedStyle(element);
    colours[path] = `${color} on ${backgroundColor}`;
  }
  return {
    spoken: spokenOf(host),
    places,
    colours,
    smallest: smallestOf(all),
    marks: all.filter((one) => one.matches('.mark')).map(seeMark),
    pictures: all.filter((one) => one instanceof HTMLImageElement && isPictureSeen(one)).length,
  };
}

/** Every element inside, shadow trees included, in order. */
export function* within(host: Element): Iterable<Element> {
  for (const root of [host.shadowRoot, host]) {
    for (const child of root?.children ?? []) {
      if (child.localName === 'style') continue;
      yield child;
      yield* within(child);
    }
  }
}

const nameOf = (element: Element): string =>
  [element.localName, ...[...element.classList].filter((name) => name !== 'shown')].join('.');

/** The accessible text of a tree, as far as a widget needs it. */
export function spokenOf(node: Node): string {
  return pieces(node).join(' ').replace(/\s+/g, ' ').trim();
}

function pieces(node: Node): string[] {
  if (node.nodeType === Node.TEXT_NODE) return [node.textContent ?? ''];
  if (!(node instanceof Element)) return [...node.childNodes].flatMap(pieces);
  const { display, visibility } = getComputedStyle(node);
  if (node.matches('style, [aria-hidden=true]') || display === 'none' || visibility === 'hidden') return [];
  if (node instanceof HTMLImageElement) return [node.alt];
  const label = node.getAttribute('aria-label') ?? '';
  if (node.getAttribute('role') === 'img') return [label];
  return [label, ...contents(node)];
}

function contents(node: Element): string[] {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    return (assigned.length > 0 ? assigned : [...node.childNodes]).flatMap(pieces);
  }
  return [...(node.shadowRoot ?? node).childNodes].flatMap(pieces);
}

function smallestOf(all: readonly Element[]): Seen['smallest'] {
  let smallest: Seen['smallest'] = null;
  for (const element of all) {
    if (element.closest('.spoken, style')) continue;
    const says = [...element.childNodes]
      .map((node) => (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').trim() : ''))
      .join('');
    const { width, height } = element.getBoundingClientRect();
    if (!says || width * height === 0) continue;
    // What is drawn in a view box is as large as its box makes it.
    const { c, d } = (element instanceof SVGGraphicsElement && element.getScreenCTM()) || { c: 0, d: 1 };
    const px = parseFloat(getComputedStyle(element).fontSize) * Math.hypot(c, d);
    if (!smallest || px < smallest.px) smallest = { px, says: says.slice(0, 40) };
  }
  return smallest;
}

/** A hit test sees what is on top and not clipped away. */
function seeMark(mark: Element): Seen['marks'][number] {
  mark.scrollIntoView({ block: 'center', inline: 'center' });
  const { right, top, height } = mark.getBoundingClientRect();
  const hit = (mark.getRootNode() as ShadowRoot).elementFromPoint(right - 8, top + height / 2);
  return { says: mark.textContent.trim(), isOnTop: hit === mark };
}

/** Whether a picture is there, whole and no more fading in. */
export const isPictureSeen = (image: HTMLImageElement): boolean =>
  image.naturalWidth > 0 && image.getBoundingClientRect().width > 0 && getComputedStyle(image).opacity === '1';
