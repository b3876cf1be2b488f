// Every list in a message has an end: a reader stops at some point, and so must the text.

/** The first items, and how many there are besides. */
export function firstOf(items: readonly string[], most = 20): readonly string[] {
  const rest = items.length - most;
  return rest > 0 ? [...items.slice(0, most), `and ${rest} more`] : items;
}
