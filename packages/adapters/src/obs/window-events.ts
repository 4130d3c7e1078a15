/** The text of what an event carries: text as it is, anything else as JSON; null for what cannot be written. */
export function eventText(event: Event): string | null {
  const detail = (event as CustomEvent<unknown>).detail;
  if (typeof detail === 'string') return detail;
  try {
    return (JSON.stringify(detail) as string | undefined) ?? null;
  } catch {
    return null;
  }
}

/** Where events of the window arrive; a place where none does, where there is no window. */
export function eventTarget(): EventTarget {
  const here = globalThis as unknown as EventTarget;
  return typeof here.addEventListener === 'function' ? here : new EventTarget();
}
