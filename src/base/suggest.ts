import { distance } from 'fastest-levenshtein';

/** The known word that a misspelt one most likely meant, as ` Did you mean "x"?`; else empty. */
export function didYouMean(word: string, known: readonly string[]): string {
  // Foreign text: the distance is quadratic in its length, and nothing long is a near miss.
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

/** Among words as many edits away: the one that begins alike; swapped letters keep the length. */
function likeness(typed: string, candidate: string): number {
  const other = candidate.toLowerCase();
  let shared = 0;
  while (shared < typed.length && typed[shared] === other[shared]) shared++;
  return shared - Math.abs(typed.length - other.length) / 100;
}
