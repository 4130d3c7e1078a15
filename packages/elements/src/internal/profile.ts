/**
 * Reads for which platform a place is made: the nearest `profile` attribute, also beyond shadow roots. Empty for none.
 *
 * It is read when a widget updates, like the language: to be set before, not while on air.
 */
export function profileOf(element: Element): string {
  for (let at: Element | null = element; at;) {
    const found: Element | null = at.closest('[profile]');
    if (found) return (found.getAttribute('profile') ?? '').trim().toLowerCase();
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}

/**
 * Whether a profile is a stream of one's own, where a way to one's own shop may be shown.
 *
 * Any other name counts as a platform's, also one that nobody has heard of yet: leaving a code out costs little, breaking a
 * platform's rule may cost the account.
 */
export function isOwnProfile(profile: string): boolean {
  return profile === '' || profile === 'own';
}
