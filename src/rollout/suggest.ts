import { distance } from 'fastest-levenshtein';

/** The known word that a misspelt one most likely meant, as ` Did you mean "x"?`; else empty. */
export function didYouMean(word: string, known: readonly string[]): string {
  // Foreign text: the distance is quadratic in its length, and nothing long is a near miss.
  if (word.length > 64) return '';
  const typed = word.toLowerCase();
  const [best] = known
    .map((candidate) => ({ candidate, edits: distance(typed, candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= Math.max(2, Math.floor(candidate.length / 3)))
    // Swapped letters are two edits, and leave the length as it was.
    .sort((a, b) => a.edits - b.edits || lengthGap(a.candidate) - lengthGap(b.candidate));
  return best ? ` Did you mean "${best.candidate}"?` : '';

  function lengthGap(candidate: string): number {
    return Math.abs(candidate.length - word.length);
  }
}
