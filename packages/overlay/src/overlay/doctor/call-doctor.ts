import type { OverlaySettings } from '../settings/overlay-settings.js';
import { readPageFacts } from './page-facts.js';
import type { LastFault } from './report.js';

/** The doctor of one overlay page. It is loaded when it is called. */
export interface DoctorCall {
  /** Whether the settings call it; a key on the keyboard calls it and sends it away besides. */
  wish(isWished: boolean): void;
  /** Notes what failed on a line. */
  note(fault: { message: string } | null): void;
}

/** Lets the board be called by a setting, or by the key D in OBS's “Interact” window and in a browser. */
export function createDoctorCall(
  room: HTMLElementTagNameMap['stall-room'],
  settings: () => OverlaySettings | null,
): DoctorCall {
  let lastFault: LastFault | null = null;
  let board: HTMLElement | null = null;
  let isOpen = false;
  let isWished = false;

  const readFacts = () =>
    readPageFacts({
      userAgent: navigator.userAgent,
      src: room.src,
      isSecure: isSecureContext,
      size: [innerWidth, innerHeight],
      isHidden: document.visibilityState === 'hidden',
      scene: settings()?.scene ?? '',
      theme: document.documentElement.dataset['stallTheme'] ?? '',
    });

  async function open(): Promise<void> {
    isOpen = true;
    try {
      const { defineDoctor } = await import('./doctor.js');
      defineDoctor();
      if (!isOpen || board) return;
      board = Object.assign(document.createElement('overlay-doctor'), { room, readFacts, lastFault: () => lastFault });
      document.body.append(board);
    } catch (cause) {
      isOpen = false;
      console.error('Stallcast: the doctor could not be loaded.', cause);
    }
  }

  function close(): void {
    isOpen = false;
    board?.remove();
    board = null;
  }

  addEventListener('keydown', (event) => {
    const { key, ctrlKey, altKey, metaKey, repeat } = event;
    if (ctrlKey || altKey || metaKey || repeat || isTyped(event)) return;
    if (key === 'd' || key === 'D') void (isOpen ? close() : open());
    if (key === 'Escape') close();
  });

  return {
    wish(next) {
      if (next === isWished) return;
      isWished = next;
      void (next ? open() : close());
    },
    note(fault) {
      if (fault) lastFault = { message: fault.message, at: Date.now() };
    },
  };
}

/** Whether a key goes into a field: it is a letter there. */
function isTyped(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return (
    event.isComposing || (target instanceof Element && target.matches('input, textarea, select, [contenteditable]'))
  );
}
