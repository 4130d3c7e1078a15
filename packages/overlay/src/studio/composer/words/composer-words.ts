import type { StallGoods } from '../goods/stall-goods.js';
import type { Area } from '../guides/platforms.js';
import type { Backdrop } from '../backdrop/backdrop.js';
import type { Alignment } from '../draft/align-items.js';
import type { StageEvent } from '../stage/stage-events.js';

/** Every string of the composer. */
export interface ComposerWords {
  title: string;
  back: string;
  untitled: string;
  copyOf: (title: string) => string;
  /** Puts the scene in use and goes back to the steps. */
  useThis: string;
  undo: string;
  redo: string;
  keys: string;
  close: string;
  tabs: Record<'widgets' | 'layers' | 'scenes' | 'item' | 'theme' | 'test' | 'use', string>;
  left: string;
  right: string;
  canvas: {
    label: string;
    /** How the keys of the canvas are told to those who listen. */
    hint: string;
    empty: string;
    nothing: string;
    locked: string;
    offAir: string;
    portrait: string;
    landscape: string;
  };
  view: {
    platform: string;
    none: string;
    backdrop: string;
    backdrops: Record<Backdrop, string>;
    grid: string;
    snap: string;
    /** Press by press, as with Shift. */
    many: string;
    zoom: string;
    nearer: string;
    farther: string;
    whole: string;
    ownPicture: string;
    ownPictureLead: string;
    /** In one word. */
    known: Record<'measured' | 'estimated', string>;
    measured: string;
    estimated: string;
    areas: Record<Area['what'], string>;
    own: string;
  };
  overview: {
    title: string;
    count: (all: number, onAir: number) => string;
    pick: string;
    how: string;
    ways: readonly string[];
    guides: string;
  };
  palette: { lead: string; add: string; full: string; added: (name: string) => string };
  layers: {
    lead: string;
    none: string;
    up: string;
    down: string;
    lock: string;
    unlock: string;
    hide: string;
    show: string;
    group: (number: number) => string;
    rename: string;
  };
  item: {
    none: string;
    several: (count: number) => string;
    place: string;
    x: string;
    y: string;
    width: string;
    height: string;
    auto: string;
    /** What several say differently. */
    mixed: string;
    /** No product or goal of one's own choice: what is being shown. */
    anyOfStall: string;
    /** What is chosen, by the attribute that names it. */
    goods: Record<keyof StallGoods, string>;
    notInStall: string;
    typeId: string;
    scale: string;
    small: string;
    name: string;
    fields: string;
    standard: string;
    when: string;
    whenLead: string;
    always: string;
    is: string;
    isNot: string;
    turn: string;
    turnLead: string;
    turnNone: string;
    turnGroups: Record<'side' | 'top' | 'bottom', string>;
    seconds: string;
    align: string;
    alignments: Record<Alignment, string>;
    spreadX: string;
    spreadY: string;
    duplicate: string;
    remove: string;
    group: string;
    ungroup: string;
    refused: string;
    lockedNote: string;
  };
  theme: {
    lead: string;
    choose: string;
    groups: Record<'color' | 'font' | 'radius' | 'space' | 'figure' | 'motion', string>;
    reset: string;
    resetAll: string;
    save: string;
    copy: string;
    copied: string;
    load: string;
    /** What was left out of a theme's file, by name. */
    loaded: (left: readonly string[]) => string;
    contrast: (ratio: string, least: string, other: string) => string;
    fonts: Record<'own' | 'hei' | 'song' | 'kai' | 'yuan' | 'fangsong', string>;
  };
  test: {
    lead: string;
    mark: string;
    events: Record<StageEvent, string>;
    cut: string;
    join: string;
    reset: string;
    announcement: string;
    done: (what: string) => string;
    doneCut: string;
    doneJoin: string;
    doneReset: string;
  };
  scenes: {
    starting: string;
    startingLead: string;
    situations: Record<'orchard' | 'workshop' | 'county' | 'rooms' | 'tickets', string>;
    blank: string;
    use: string;
    mine: string;
    mineLead: string;
    none: string;
    open: string;
    current: string;
    forget: string;
    reallyForget: string;
    versions: string;
    restore: string;
    keepVersion: string;
    kept: string;
    name: string;
    save: string;
    load: string;
    loaded: (count: number) => string;
  };
  use: {
    lead: string;
    ticket: string;
    copy: string;
    copied: string;
    open: string;
    changed: string;
    tooLong: string;
    waiting: string;
    local: string;
    localLead: string;
    copyCss: string;
  };
  keyList: readonly (readonly [keys: string, does: string])[];
}
