// Which aliases a look reads. Each read of an alias is a call, and Lambda allows 15 a second for the whole account. Of many
// aliases, a look reads some, in turn, and takes the others as they were last read or written. A write needs no look
// before: Lambda refuses it if the alias is no longer as it was last seen (alias-set.ts).

/** Up to so many are read at each look. */
const FEW = 10;
/** The number of looks in which each alias is read at least once: ten minutes, at one look every 15 seconds. */
const LOOKS = 40;
/** The minimum number that a look reads. */
const LEAST = 2;

/** How many of these aliases a look reads on average; perhaps a fraction. */
export function readInLook(aliases: number): number {
  return aliases <= FEW ? aliases : Math.max(LEAST, aliases / LOOKS);
}

/** @returns the labels to read at the next look, in turn */
export function createTurns(): (labels: readonly string[]) => ReadonlySet<string> {
  let next = 0;
  let owed = 0;
  return (labels) => {
    const due = owed + readInLook(labels.length);
    const count = Math.min(Math.floor(due), labels.length);
    owed = due - count;
    const from = next >= labels.length ? 0 : next;
    next = from + count;
    return new Set(
      Array.from({ length: count }, (_, i) => labels[(from + i) % labels.length] ?? ''),
    );
  };
}
