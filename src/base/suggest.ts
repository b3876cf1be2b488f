import { distance } from 'fastest-levenshtein';

/** Suggests the known word that a misspelled one most likely meant: ` Did you mean "x"?`; otherwise empty. */
export function didYouMean(word: string, known: readonly string[]): string {
  // The text comes from outside. The cost grows with its length, and a long text is never a near miss.
  if (word.length > 64) return '';
  const typed = word.toLowerCase();
  const [best] = known
    .map((candidate) => ({ candidate, edits: distance(typed, candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= Math.max(2, Math.floor(candidate.length / 3)))
    .sort(
      (a, b) => a.edits - b.edits || likeness(typed, b.candidate) - likeness(typed, a.candidate),
    );
  return best ? ` Did you mean "${best.candidate}"?` : '';
}

/**
 * Breaks ties at the same distance: prefers a common prefix, then the same length, as with swapped letters.
 */
function likeness(typed: string, candidate: string): number {
  const other = candidate.toLowerCase();
  let shared = 0;
  while (shared < typed.length && typed[shared] === other[shared]) shared++;
  return shared - Math.abs(typed.length - other.length) / 100;
}
