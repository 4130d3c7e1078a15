import type { Shape } from '../links/studio-links.js';

/** The other language was chosen. */
export class LanguageSwitchEvent extends Event {
  static readonly eventName = 'studio-language-switch';

  constructor() {
    super(LanguageSwitchEvent.eventName, { bubbles: true, composed: true });
  }
}

/** The composer is to be opened, or closed. */
export class ComposeEvent extends Event {
  static readonly eventName = 'studio-compose';

  constructor(readonly isOpen = true) {
    super(ComposeEvent.eventName, { bubbles: true, composed: true });
  }
}

/** The other canvas is to be looked at. */
export class ShapeEvent extends Event {
  static readonly eventName = 'studio-shape';

  constructor(readonly shape: Shape) {
    super(ShapeEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'studio-compose': ComposeEvent;
    'studio-shape': ShapeEvent;
    'studio-language-switch': LanguageSwitchEvent;
  }
}
