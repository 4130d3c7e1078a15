/*
 * One page among those that follow the same address.
 *
 *             nobody leads, own line live               a better leader, or the line is gone
 *   apart ───────────────────────────────────▶ leading ──────────────────────────────────────▶ apart
 *     │  ▲
 *     │  └── the leader says goodbye or falls silent, a gap ──┐
 *     └── a leader is heard, asked, and answers ──────────▶ following
 *
 * Apart, a page reads over a line of its own, as if it were alone. Only with a position of its own does it ask a leader, and only
 * with the answer in hand does it let go of its own line. The word of another page never counts for more than the wire's.
 */
import { formatPosition, type Stop } from '@stallcast/protocol';
import type { LineListener } from './line.js';
import { positionOf, readWord, type Word } from './page-words.js';
import { createRecentMessages } from './recent-messages.js';
import type { SharingPage } from './sharing-page.js';

/** A leader that said nothing for so many heartbeats is gone: to its heir, and a little later to the others. */
const HEIR_HEARTBEATS = 1.4;
const OTHERS_HEARTBEATS = 1.6;
/** For so many heartbeats the heir has the first turn, and an ask is not repeated. */
const GRACE_HEARTBEATS = 0.2;

type Ask = Extract<Word, { type: 'ask' }>;

/** Shares a line with other pages until it is stopped; takes the channel over. */
export function share(channel: BroadcastChannel, page: SharingPage, heartbeatMs: number): Stop {
  // Ids sort by time as text: those of 2059 have a digit more.
  const me = Date.now().toString(36) + Math.random();
  const graceMs = GRACE_HEARTBEATS * heartbeatMs;
  const recent = createRecentMessages(page.reading.have);
  const followers = new Set<string>();
  /** Asks from ahead of this page, by follower. */
  const ahead = new Map<string, Ask>();
  let leader: { id: string; term: number; heir: string | null } | null = null;
  let term = 0;
  let leaderHeardAt = 0;
  let { have } = page.reading;
  let turn = 0;
  /** The ask that is not answered yet. */
  let asked: string | null = null;
  let mayAskAt = 0;
  /** Whoever leads is heard before; an elder page goes first. */
  let mayLeadAt = performance.now() + graceMs / 4;
  /** The line that another page stands behind. */
  let borrowed: { from: string; listener: LineListener } | null = null;
  /** Whether the page is on its way out, or kept for a way back. */
  let isAway = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Whether the page ended its line for this script to come. */
  let hasLetGo = have !== null && !page.line;

  const isLive = () => page.line !== null && page.state.at === 'live';
  const patienceMs = (isHeir: boolean) => (isHeir ? HEIR_HEARTBEATS : OTHERS_HEARTBEATS) * heartbeatMs;
  const say = (word: Word) => channel.postMessage(word);
  const isLeading = () => leader?.id === me;
  const heir = () => [...followers].sort()[0] ?? null;

  function lead(): void {
    if (leader || borrowed || isAway || !isLive() || performance.now() < mayLeadAt) return;
    term += 1;
    followers.clear();
    ahead.clear();
    leader = { id: me, term, heir: null };
    sayLead();
  }

  function sayLead(): void {
    if (leader) say({ type: 'lead', id: me, term: leader.term, heir: heir() });
  }

  /** Asks the leader for what came after the page's position, if there is one and it was not asked just before. */
  function ask(): void {
    const now = performance.now();
    const from = page.reading.have;
    if (!leader || isLeading() || borrowed?.from === leader.id || !from || isAway || now < mayAskAt) return;
    mayAskAt = now + graceMs;
    asked = leader.id;
    turn += 1;
    say({ type: 'ask', id: me, to: leader.id, turn, from: formatPosition(from) });
  }

  /** Answers a page that asked, now or when this one has come as far. */
  function answer(word: Ask): void {
    const texts = isLeading() && isLive() ? recent.after(positionOf(word)) : null;
    if (texts === 'ahead') return void ahead.set(word.id, word);
    ahead.delete(word.id);
    const before = heir();
    if (texts) followers.add(word.id);
    say({ type: 'tell', id: me, to: word.id, turn: word.turn, texts });
    if (before !== heir()) sayLead();
  }

  /** Puts the leader in place of the page's own line. */
  function follow(from: string, texts: readonly string[]): void {
    page.lend = (listener) => {
      const line = { from, listener };
      borrowed = line;
      leaderHeardAt = performance.now();
      watch();
      queueMicrotask(() => {
        if (borrowed === line) listener.opened();
        for (const text of texts) if (borrowed === line) listener.message(text);
      });
      return {
        close() {
          if (borrowed !== line) return;
          // The page itself gave it up: for what came, or for what did not. It goes to the relay before it asks again.
          borrowed = null;
          mayAskAt = performance.now() + heartbeatMs;
        },
      };
    };
    reconnect();
  }

  /** Goes back to a line of the page's own, from where it is. */
  function part(): void {
    borrowed = null;
    reconnect();
  }

  function reconnect(): void {
    // There is a line, or a wait for one: each event means nothing to the other.
    page.on({ type: 'gap', moved: true });
    page.on({ type: 'wake' });
  }

  function loseLeader(isNext: boolean): void {
    leader = null;
    asked = null;
    mayLeadAt = isNext ? 0 : performance.now() + graceMs;
    if (isNext && borrowed) part();
    watch();
  }

  /** Looks again when the leader must have spoken, or when it is this page's turn to lead. */
  function watch(): void {
    clearTimeout(timer);
    if (isLeading()) return;
    const at = leader ? leaderHeardAt + patienceMs(leader.heir === me) : mayLeadAt;
    timer = setTimeout(look, Math.max(0, at - performance.now()));
  }

  function look(): void {
    const now = performance.now();
    if (now < (leader ? leaderHeardAt + patienceMs(leader.heir === me) : mayLeadAt)) return watch();
    if (leader) return loseLeader(leader.heir === me || !borrowed);
    // Nobody has taken the leader's place, or nobody answered a page that had let go of its line.
    if (borrowed || (hasLetGo && !isLive())) part();
    hasLetGo = false;
    lead();
  }

  function hear(word: Word): void {
    switch (word.type) {
      case 'hello':
        if (isLeading()) sayLead();
        else if (!word.reply) say({ type: 'hello', id: me, reply: true });
        if (word.id !== '' && word.id < me && !leader) mayLeadAt = Math.max(mayLeadAt, performance.now() + graceMs);
        return;
      case 'lead':
        return hearLead(word);
      case 'ask':
        if (word.to === me) answer(word);
        return;
      case 'tell':
        if (word.to !== me || word.turn !== turn || word.id !== asked) return;
        asked = null;
        if (word.texts && leader?.id === word.id) follow(word.id, word.texts);
        else mayAskAt = performance.now() + heartbeatMs;
        return;
      case 'text':
        if (borrowed?.from === word.id) borrowed.listener.message(word.text);
        // Two pass things on: each says who it is, and the worse gives way.
        else if (isLeading()) sayLead();
        else if (leader?.id === word.id) ask();
        else if (!leader) say({ type: 'hello', id: me });
        return;
      case 'bye':
        followers.delete(word.id);
        ahead.delete(word.id);
        if (leader?.id === word.id) loseLeader(word.heir === me);
    }
  }

  function hearLead(word: Extract<Word, { type: 'lead' }>): void {
    term = Math.max(term, word.term);
    const isSame = leader?.id === word.id;
    const isBetter =
      !leader || word.term > leader.term || (word.term === leader.term && (isSame || word.id < leader.id));
    if (isBetter) {
      leader = word;
      leaderHeardAt = performance.now();
      if (!isSame) mayAskAt = 0;
      ask();
      watch();
    } else if (isLeading()) sayLead();
  }

  function tap(text?: string): void {
    if (text === undefined) {
      have = page.reading.have;
      if (!isLeading()) return;
      say({ type: 'bye', id: me, heir: heir() });
      leader = null;
      return;
    }
    recent.note(text, have, page.reading.have);
    have = page.reading.have;
    if (isLeading()) {
      say({ type: 'text', id: me, text });
      for (const word of ahead.values()) answer(word);
    } else if (!borrowed) {
      ask();
      lead();
    }
  }

  function onPageHide(): void {
    isAway = true;
    say({ type: 'bye', id: me, heir: isLeading() ? heir() : null });
    if (isLeading()) leader = null;
  }

  function onPageShow({ persisted }: PageTransitionEvent): void {
    isAway = false;
    if (!persisted) return;
    leader = null;
    mayLeadAt = performance.now() + graceMs;
    say({ type: 'hello', id: me });
    part();
    watch();
  }

  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const word = readWord(data);
    if (!word || word.id === me || isAway) return;
    if (word.type === 'text' && word.id === leader?.id) leaderHeardAt = performance.now();
    hear(word);
  };
  page.tap = tap;
  globalThis.addEventListener?.('pagehide', onPageHide);
  globalThis.addEventListener?.('pageshow', onPageShow);
  say({ type: 'hello', id: me });
  watch();

  return () => {
    globalThis.removeEventListener?.('pagehide', onPageHide);
    globalThis.removeEventListener?.('pageshow', onPageShow);
    clearTimeout(timer);
    channel.onmessage = null;
    page.tap = undefined;
    page.lend = undefined;
    borrowed = null;
    say({ type: 'bye', id: me, heir: isLeading() ? heir() : null });
  };
}
