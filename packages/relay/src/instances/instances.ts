import type { PageKind } from './page-version.js';

/** A page that is connected, or was a moment ago. */
export interface Instance {
  /** The page's own id, which it keeps through a reload. */
  id: string;
  kind: PageKind;
  /** `OBS 30.1.2 · Chromium 103`. */
  engine: string;
  /** What an overlay shows: a scene's name, or its widgets. */
  scene: string;
  room?: string;
  version: string;
  /** The relay serves another version of this page. */
  isOutOfDate: boolean;
  /** ISO 8601: when it came. */
  since: string;
  /** ISO 8601: when it was last heard. */
  lastSeen: string;
  /** Whether people see it: a source that OBS hides is not shown. */
  isShown: boolean;
  /** It went without a word: the machine, its line or OBS may be down. */
  isSilent: boolean;
}

/** What a page says of itself. */
export type Introduction = Pick<Instance, 'id' | 'kind' | 'engine' | 'scene' | 'version' | 'isShown'> & {
  room?: string;
};

/** How a connected page is told something. */
export interface InstanceLine {
  reload(): void;
  told(instances: readonly Instance[]): void;
}

/** How long a page that fell silent is remembered, ms. */
const REMEMBERED_MS = 600_000;
/** How many silent ones are remembered; the first goes first. Whoever has a key to look may come and go under ever new names. */
const MOST_SILENT = 100;

/** The pages of one stall that are connected, and those that fell silent. */
export class Instances {
  readonly #now: () => number;
  readonly #versionOf: (kind: PageKind) => string | null;
  readonly #known = new Map<string, Omit<Instance, 'isOutOfDate'>>();
  readonly #lines = new Map<string, InstanceLine>();

  constructor(now: () => number, versionOf: (kind: PageKind) => string | null) {
    this.#now = now;
    this.#versionOf = versionOf;
  }

  /** All of them, overlays first, in the order in which they came. */
  list(): Instance[] {
    this.#forget();
    return [...this.#known.values()]
      .map((instance) => ({ ...instance, isOutOfDate: this.#isOutOfDate(instance) }))
      .sort((a, b) => b.kind.localeCompare(a.kind) || a.since.localeCompare(b.since));
  }

  /** Takes a page in; one of the same id that was there gives way to it. */
  join({ room, ...introduction }: Introduction, line: InstanceLine): void {
    const at = this.#iso();
    const since = this.#known.get(introduction.id)?.since ?? at;
    this.#known.set(introduction.id, { ...introduction, ...(room && { room }), since, lastSeen: at, isSilent: false });
    this.#lines.set(introduction.id, line);
    this.#tell();
  }

  /** Notes that a page was heard. */
  heard(id: string): void {
    const instance = this.#known.get(id);
    if (instance) instance.lastSeen = this.#iso();
  }

  /** Notes whether people see a page. */
  shown(id: string, isShown: boolean): void {
    const instance = this.#known.get(id);
    if (!instance || instance.isShown === isShown) return;
    instance.isShown = isShown;
    this.#tell();
  }

  /** Notes that a page's connection ended: after a goodbye it is forgotten, else it is silent. A later connection of the page stays. */
  left(id: string, line: InstanceLine, saidGoodbye: boolean): void {
    if (this.#lines.get(id) !== line) return;
    this.#lines.delete(id);
    const instance = this.#known.get(id);
    // A deck that is put in a pocket is no news.
    if (instance && !saidGoodbye && instance.kind === 'overlay') instance.isSilent = true;
    else this.#known.delete(id);
    this.#tell();
  }

  /** Asks a page to load itself anew; false where it is not connected. */
  reload(id: string): boolean {
    const line = this.#lines.get(id);
    line?.reload();
    return line !== undefined;
  }

  /** Forgets a page that is silent; false where it is connected, or not known. */
  forget(id: string): boolean {
    if (this.#lines.has(id) || !this.#known.delete(id)) return false;
    this.#tell();
    return true;
  }

  #isOutOfDate({ kind, version }: Omit<Instance, 'isOutOfDate'>): boolean {
    const served = this.#versionOf(kind);
    return served !== null && version !== '' && version !== served;
  }

  #forget(): void {
    for (const [id, { isSilent, lastSeen }] of this.#known) {
      if (isSilent && this.#now() - Date.parse(lastSeen) > REMEMBERED_MS) this.#known.delete(id);
    }
    const silent = [...this.#known.values()].filter(({ isSilent }) => isSilent);
    for (const { id } of silent.slice(0, -MOST_SILENT)) this.#known.delete(id);
  }

  #tell(): void {
    const instances = this.list();
    for (const line of this.#lines.values()) line.told(instances);
  }

  #iso(): string {
    return new Date(this.#now()).toISOString();
  }
}
