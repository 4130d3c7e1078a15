import { createRoomStore, type RoomStore } from '@stallcast/store';
import { createFakeAdapter, put, type FakeAdapter } from '@stallcast/testing';
import type { LitElement } from 'lit';
import '../src/components/room/define.js';
import { STATES_AT, type WidgetState } from '../src/internal/widget-state.js';

/** A widget in one of its named states, with what plays its data. */
export interface Stage {
  room: HTMLElement;
  element: HTMLElement;
  fake: FakeAdapter;
  store: RoomStore;
  /** Lets time pass for the store. */
  pass(ms: number): void;
  /** Once the widget is in the document: puts the orders that the state has it live through. */
  play(): Promise<void>;
}

/** Sets a widget up in a named state, not yet in the document. Its clock stands still until it is told. */
export function setStage(tag: string, state: WidgetState, language: string): Stage {
  let now = Date.parse(STATES_AT);
  const clock = { wall: () => now, monotonic: () => now, setTimeout: () => 0, clearTimeout: () => {} };
  const fake = createFakeAdapter({ now: () => now });
  const store = createRoomStore(fake.adapter, { clock });
  const room = document.createElement('stall-room');
  const element = document.createElement(tag);
  room.lang = language;
  room.store = store;
  for (const [name, value] of Object.entries(state.attributes ?? {})) element.setAttribute(name, value);
  room.append(element);

  if (state.stall) fake.snapshot(state.stall);
  const pass = (ms: number): void => {
    now += ms;
    store.refresh();
  };
  store.start();
  if (state.silentMs) pass(state.silentMs);
  const play = async (): Promise<void> => {
    await (element as Partial<LitElement>).updateComplete;
    for (const order of state.live ?? []) fake.change([put('order', order)]);
  };
  return { room, element, fake, store, pass, play };
}

/** Puts a stage into the document and waits until its widget has painted. */
export async function raise(stage: Stage): Promise<ShadowRoot> {
  document.body.append(stage.room);
  await settled(stage.element);
  if (!stage.element.shadowRoot)
    throw new Error(`Expected <${stage.element.localName}> to be defined: is its define imported?`);
  return stage.element.shadowRoot;
}

/** Waits until a widget, and those inside it, have nothing more to paint. */
export async function settled(element: HTMLElement): Promise<void> {
  const all = (root: HTMLElement): HTMLElement[] => [
    root,
    ...[...(root.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])].filter((one) => one.shadowRoot).flatMap(all),
  ];
  const isPending = (one: HTMLElement): boolean => (one as Partial<LitElement>).isUpdatePending === true;
  do {
    for (const one of all(element)) while (!(await (one as Partial<LitElement>).updateComplete));
  } while (all(element).some(isPending));
}
