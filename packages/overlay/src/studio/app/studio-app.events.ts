/** The other language was chosen. */
export class LanguageSwitchEvent extends Event {
  static readonly eventName = 'studio-language-switch';

  constructor() {
    super(LanguageSwitchEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'studio-language-switch': LanguageSwitchEvent;
  }
}
