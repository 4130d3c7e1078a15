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

declare global {
  interface HTMLElementEventMap {
    'studio-compose': ComposeEvent;
    'studio-language-switch': LanguageSwitchEvent;
  }
}
