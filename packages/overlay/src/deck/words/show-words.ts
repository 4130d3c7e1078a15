import type { Goal } from '@stallcast/protocol';

type Said<A extends readonly unknown[]> = (...args: A) => string;

/** The words of what runs the show: announcements, the run of products, the goal. */
export interface ShowWords {
  announce: {
    title: string;
    /** Who reads it. */
    to: { audience: string; host: string };
    label: { audience: string; host: string };
    placeholder: { audience: string; host: string };
    phrases: string;
    /** What a new browser begins with; each of these passes the claims linter. */
    firstPhrases: { audience: readonly string[]; host: readonly string[] };
    keep: string;
    edit: string;
    editDone: string;
    remove: Said<[phrase: string]>;
    howLong: string;
    halfMinute: string;
    fiveMinutes: string;
    untilTaken: string;
    send: { audience: string; host: string };
    empty: string;
    on: { audience: string; host: string };
    /** Where what is on the picture was said. */
    everywhere: string;
    take: { audience: string; host: string };
  };
  run: {
    title: string;
    next: string;
    /** On the key, before the title of what comes. */
    nextIs: Said<[title: string]>;
    nothing: string;
    onAir: string;
    held: Record<'paused' | 'sold-out', string>;
    notInRun: string;
    edit: string;
    editDone: string;
    earlier: Said<[title: string]>;
    later: Said<[title: string]>;
    leaveOut: string;
    takeIn: string;
    hint: string;
  };
  goal: {
    title: string;
    none: string;
    set: string;
    change: string;
    raiseTo: Said<[target: string]>;
    metric: string;
    metrics: Record<Goal['metric'], string>;
    target: Record<Goal['metric'], string>;
    save: string;
    back: string;
    bad: string;
    reached: string;
    fallen: Said<[missing: string]>;
    missing: Said<[missing: string]>;
    orders: Said<[n: string]>;
    units: Said<[n: string]>;
    mass: Said<[jin: string]>;
    of: Said<[now: string, target: string]>;
    inRoom: Said<[room: string]>;
  };
  did: {
    announce: Said<[text: string]>;
    clearAnnouncement: string;
    message: Said<[text: string]>;
    clearMessage: string;
    next: string;
    bringBack: Said<[title: string]>;
    goal: Said<[target: string]>;
    startFlash: Said<[title: string, price: string]>;
    endFlash: Said<[title: string]>;
    allocate: Said<[title: string, n: number, room: string]>;
    cancelOrder: Said<[order: string]>;
  };
}
