import { closest, distance } from 'fastest-levenshtein';

/** The known word that a misspelt one most likely meant, as ` Did you mean "x"?`; else empty. */
export function didYouMean(word: string, known: readonly string[]): string {
  // Foreign text: the distance is quadratic in its length, and nothing long is a near miss.
  if (known.length === 0 || word.length > 64) return '';
  const nearest = closest(
    word.toLowerCase(),
    known.map((k) => k.toLowerCase()),
  );
  const original = known.find((k) => k.toLowerCase() === nearest) ?? nearest;
  const tolerated = Math.max(2, Math.floor(original.length / 3));
  return distance(word.toLowerCase(), nearest) <= tolerated ? ` Did you mean "${original}"?` : '';
}
