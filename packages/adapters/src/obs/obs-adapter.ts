import {
  AdapterError,
  parseFrame,
  viewOfChange,
  viewOfSnapshot,
  type Adapter,
  type Frame,
  type Sink,
  type Stop,
  type View,
} from '@stallcast/protocol';
import { eventTarget, eventText } from './window-events.js';
import { createPushedReading } from './pushed-reading.js';

/** The event that carries frames: its detail is a frame or a batch, as an object or as text. */
export const FRAME_EVENT = 'stallcast';
/** Silence of so many ms means stale: a sender gives a sign of life every five seconds. */
const SILENCE_MS = 9_000;

export interface ObsAdapterOptions {
  /** Which stall's frames are taken. @default the first that is heard */
  stall?: string;
  /** One room's view; without it, all rooms. */
  room?: string;
  /** @internal Where events arrive, for tests. @default window */
  target?: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
}

/**
 * Reads frames that arrive as events of the window: by obs-websocket's `emit_event`, or a script's `javascript_event`.
 *
 * It can ask nobody. So its sender repeats a snapshot every ten seconds, and a reload or a gap heals with the next one.
 */
export function obsAdapter({ stall, room, target = eventTarget() }: ObsAdapterOptions = {}): Adapter {
  return {
    name: `obs ${stall ?? 'events'}`,
    silenceMs: SILENCE_MS,
    start: (sink) => follow(sink, stall ?? null, { room, operator: false }, target),
  };
}

function follow(sink: Sink, only: string | null, view: View, target: NonNullable<ObsAdapterOptions['target']>): Stop {
  const reading = createPushedReading();
  let stall = only;
  let told: string | null = null;
  let heardAt = performance.now();
  let watch: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  function tell(code: string, message: string): void {
    // A gap is told once, not by every ping after it.
    if (stopped || told === code) return;
    told = code;
    deliver(() => sink.fault(new AdapterError(code, message)));
  }

  function take(frame: Frame): void {
    stall ??= frame.stall;
    if (frame.stall !== stall) return;
    const verdict = reading.read(frame);
    if (verdict === 'gap') return tell('gap', GAP);
    if (verdict === 'older-life') return tell('older-life', OLDER_LIFE);
    if (verdict === 'ignore') return;
    heardAt = performance.now();
    told = null;
    if (verdict === 'alive') deliver(() => sink.alive({ epoch: frame.epoch, offset: frame.offset }, frame.at));
    else if (frame.type === 'snapshot') deliver(() => sink.snapshot(viewOfSnapshot(frame, view)));
    else if (frame.type === 'change') deliver(() => sink.change(viewOfChange(frame, view)));
  }

  function onEvent(event: Event): void {
    const text = eventText(event);
    const { frames, faults } = text === null ? { frames: [], faults: [NO_FRAME] } : parseFrame(text);
    for (const fault of faults) deliver(() => sink.fault(new AdapterError('bad-message', fault)));
    for (const frame of frames) if (!stopped) take(frame);
    if (!stopped && watch === undefined && told !== 'silent') watchSilence();
  }

  /** One timer, set anew only when it ends. Once silence is told there is none until something is heard. */
  function watchSilence(): void {
    watch = setTimeout(
      () => {
        watch = undefined;
        if (performance.now() - heardAt >= SILENCE_MS) tell('silent', SILENT);
        else watchSilence();
      },
      Math.max(0, heardAt + SILENCE_MS - performance.now()),
    );
  }

  target.addEventListener(FRAME_EVENT, onEvent);
  watchSilence();
  return () => {
    stopped = true;
    clearTimeout(watch);
    target.removeEventListener(FRAME_EVENT, onEvent);
  };
}

/** A sink that throws costs its own update, not the next event. */
function deliver(tell: () => void): void {
  try {
    tell();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

const GAP =
  '中间漏了消息，先不更新，等下一张快照（十秒内）。 / Expected frames that follow one another, got a gap: what is shown grows stale until the next snapshot.';
const OLDER_LIFE =
  '收到的是旧账本的消息，没有采用：如果换了账本，刷新这个浏览器源。 / Expected frames of the newest log, got those of an older one: refresh this source if it was put back on purpose.';
const SILENT =
  '九秒没有收到数据：检查发送的脚本或控台是否在运行，事件名是 stallcast。 / Expected an event “stallcast” within nine seconds, got none: check that its sender runs.';
const NO_FRAME =
  '收到的事件读不懂，没有采用。 / Expected a frame in the event, got something that is no data: it was left out.';
