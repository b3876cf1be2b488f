// Every list in a message has an end: a reader stops at some point, and so must the text.

/** In a list of its own. */
export const MOST_LISTED = 20;

/** The first items, and how many there are besides. */
export function firstOf(items: readonly string[], most = MOST_LISTED): readonly string[] {
  const rest = items.length - most;
  return rest > 0 ? [...items.slice(0, most), `and ${rest} more`] : items;
}

/** The first items as part of a sentence: `a, b, and 3 more`. */
export function listed(items: readonly string[], separator = ', ', most = 10): string {
  return firstOf(items, most).join(separator);
}

/** `1 more function`, `3 more functions`. */
export function moreOf(rest: number, thing: string): string {
  return `${rest} more ${thing}${rest === 1 ? '' : 's'}`;
}
