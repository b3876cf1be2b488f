// Three verdicts, and the worst one wins. No data is neither good nor bad news: a thing that could
// not be seen is inconclusive, never healthy.

export type Verdict = 'healthy' | 'inconclusive' | 'failing';

/** What one witness (an alarm, the traffic, a test) has to say. */
export interface Evidence {
  /** The witness, as the report names it: `alarm orders-5xx`. */
  readonly witness: string;
  readonly verdict: Verdict;
  /** Why, in words and numbers. */
  readonly says: string;
  /** When the witness itself dates what it says; seconds since the epoch. */
  readonly since?: number;
  /** It could not be asked at all: nobody knows, which is more than having nothing to say. */
  readonly unread?: true;
}

const ORDER: readonly Verdict[] = ['healthy', 'inconclusive', 'failing'];

/** The worst verdict of all evidence; `healthy` when there is none. */
export function worst(evidence: readonly Evidence[]): Verdict {
  const ranks = evidence.map((e) => ORDER.indexOf(e.verdict));
  return ORDER[Math.max(0, ...ranks)] ?? 'healthy';
}

/**
 * The verdict that a report shows: that of the deciding evidence, and `inconclusive` when there is no
 * evidence at all. Nothing is known then.
 */
export function shownVerdict(deciding: readonly Evidence[], all: readonly Evidence[]): Verdict {
  return all.length === 0 ? 'inconclusive' : worst(deciding);
}

/** A witness and what it says, without saying its name twice. */
export function describeEvidence({ witness, says }: Evidence): string {
  return says.startsWith(witness) ? says : `${witness}: ${says}`;
}
