// Three verdicts, and the worst one wins. No data is neither good nor bad news: a thing that could
// not be seen is inconclusive, never healthy.

export type Verdict = 'healthy' | 'inconclusive' | 'failing';

/** Where a rollout asks a hook. */
export type HookPoint =
  /** Everything is prepared, and no user is served the new version yet. */
  | 'pre-traffic'
  /** A step is over, and the next weight or the promotion is to follow. */
  | 'step'
  /** The new version takes all traffic, and is baked. */
  | 'post-traffic';

/** A part of the traffic. */
export type PartScope =
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'route'; readonly method: string; readonly resource: string };

/** What is compared between the two versions. `scope`: of a part of the traffic only. */
export type MeasureSource =
  | { readonly kind: 'errors'; readonly scope?: PartScope }
  /** Requests that took longer than stable's percentile of the hour before. */
  | {
      readonly kind: 'latency';
      readonly percentile: number;
      readonly aboveMs: number;
      readonly scope?: PartScope;
    }
  /** A metric of the user's. `missing`: the requests without it are compared, which are rarer. */
  | { readonly kind: 'metric'; readonly name: string; readonly missing?: true };

/** What a piece of evidence comes from. */
export type EvidenceSource =
  | { readonly kind: 'alarm'; readonly name: string }
  | MeasureSource
  /** The canary's errors while stable has no traffic. `limit`: the rate that it must not exceed, 0 to 1. */
  | { readonly kind: 'guardrail'; readonly limit: number }
  | { readonly kind: 'hook'; readonly point: HookPoint; readonly name: string }
  /** Whether the canary gets any requests. */
  | { readonly kind: 'traffic' }
  /** Whether anything has been compared. */
  | { readonly kind: 'comparison' }
  /** Whether the bake has been read to its end. */
  | { readonly kind: 'bake' }
  /** All alarms, where none could be read. */
  | { readonly kind: 'alarms' }
  /** What is compared besides errors, where it could not be read. */
  | { readonly kind: 'reading'; readonly of: 'latency' | 'metrics' }
  /** Minutes that CloudWatch shows only a part of. */
  | { readonly kind: 'counts'; readonly of: 'errors' | 'latency' | 'metrics' }
  /** People's reactions on the pull request. */
  | { readonly kind: 'people'; readonly logins: readonly string[] };

/** What one source has found. */
export interface Evidence {
  readonly source: EvidenceSource;
  readonly verdict: Verdict;
  /** Why, in words; absent of a comparison, whose numbers say it. */
  readonly says?: string;
  /** When the source itself dates what it says; seconds since the epoch. */
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

/** Whether two pieces of evidence come from the same source. */
export function sameSource(a: EvidenceSource, b: EvidenceSource): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether it is about an alarm, or about all of them. */
export function isAlarm({ source }: Evidence): boolean {
  return source.kind === 'alarm' || source.kind === 'alarms';
}
