// Three verdicts, of which the worst takes precedence. Missing data is neither good nor bad: what could not be
// read is inconclusive, never healthy.

import type { MeasureClass } from './measure-class.ts';

export type Verdict = 'healthy' | 'inconclusive' | 'failing';

/** When a rollout runs a hook. */
export type HookPoint =
  /** The release is prepared, and no user is served the new version yet. */
  | 'pre-traffic'
  /** A step is over, and the next weight or the promotion follows. */
  | 'step'
  /** The new version takes all traffic and is baking. */
  | 'post-traffic';

/** Part of the traffic. */
export type PartScope =
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'route'; readonly method: string; readonly resource: string };

/** What is compared between the two versions. `scope`: for part of the traffic only. */
export type MeasureSource =
  | { readonly kind: 'errors'; readonly scope?: PartScope }
  /**
   * Responses with a 4XX status. `missing`: the requests without one are compared, because they are rarer.
   */
  | { readonly kind: 'client-errors'; readonly missing?: true; readonly scope?: PartScope }
  /** Requests that took longer than this percentile of stable's latency in the hour before. */
  | {
      readonly kind: 'latency';
      readonly percentile: number;
      readonly aboveMs: number;
      readonly scope?: PartScope;
    }
  /**
   * A metric that the user configured. `missing`: the requests without it are compared, because they are
   * rarer.
   */
  | { readonly kind: 'metric'; readonly name: string; readonly missing?: true }
  /** The user's smoke checks, sent to both versions alike; no requests of users. */
  | { readonly kind: 'probes' };

/** The source of a piece of evidence. */
export type EvidenceSource =
  | { readonly kind: 'alarm'; readonly name: string }
  | MeasureSource
  /**
   * Errors that cannot be compared: the canary's, or its functions', while stable has no traffic; or those of all
   * traffic that are not counted by version. `held-back`: compared with stable's small share, one minute at a time.
   * `limit`: the maximum rate, 0 to 1; 1: the usual rate leaves no limit.
   */
  | {
      readonly kind: 'guardrail';
      readonly limit: number;
      readonly of?: 'functions' | 'all-traffic' | 'held-back';
      /** The function, if it is of the functions. */
      readonly name?: string;
    }
  | { readonly kind: 'hook'; readonly point: HookPoint; readonly name: string }
  /** The smoke checks of the new version alone. */
  | { readonly kind: 'smoke'; readonly point: HookPoint }
  /** Whether the canary gets any requests. */
  | { readonly kind: 'traffic' }
  /** Whether anything has been compared. */
  | { readonly kind: 'comparison' }
  /** Whether all minutes of the bake have been read. */
  | { readonly kind: 'bake' }
  /** All alarms, when none could be read. */
  | { readonly kind: 'alarms' }
  /** A comparison other than errors that could not be read. */
  | { readonly kind: 'reading'; readonly of: 'comparisons' | 'metrics' }
  /** Minutes that CloudWatch shows only in part. */
  | { readonly kind: 'counts'; readonly of: MeasureClass | 'metrics' }
  /** Reactions of users on the pull request. */
  | { readonly kind: 'people'; readonly logins: readonly string[] };

/** What a source showed, other than a comparison. Only `report/` makes words of it. */
export type EvidenceDetail =
  /** `reason`: the text of CloudWatch. */
  | { readonly kind: 'alarm-fired'; readonly reason: string }
  /** The alarm was in ALARM before the rollout began. */
  | { readonly kind: 'alarm-fired-before' }
  | { readonly kind: 'alarm-ok' }
  | { readonly kind: 'alarm-no-data' }
  | { readonly kind: 'alarm-gone' }
  /** CloudWatch itself doubts the state: `PARTIAL_DATA`, for example. */
  | { readonly kind: 'alarm-doubtful'; readonly doubt: string }
  /** Requests of the canary in a step, and how many failed. */
  | { readonly kind: 'requests'; readonly requests: number; readonly errors: number }
  | { readonly kind: 'too-few-requests'; readonly requests: number; readonly minRequests: number }
  /** API Gateway counted requests, but Lambda counted no invocation of a new version. */
  | { readonly kind: 'no-invocations'; readonly requests: number; readonly errors: number }
  /** `why`: the error. */
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'bake-unread'; readonly readableAfterSeconds: number }
  | { readonly kind: 'nothing-compared'; readonly closedAfterSeconds: number }
  /** CloudWatch returned incomplete data for some minutes. `from`: seconds since the epoch. */
  | { readonly kind: 'incomplete-minutes'; readonly minutes: number; readonly from: number }
  /** `message`: the hook's own text. */
  | {
      readonly kind: 'hook-result';
      readonly result: 'passed' | 'failed' | 'stopped';
      readonly message: string;
    }
  /** `first`: the first check that failed, and what differed. */
  | {
      readonly kind: 'checks';
      readonly counts: CheckCounts;
      readonly first?: { readonly name: string; readonly says: string };
    }
  | { readonly kind: 'disliked' };

/** How many smoke checks ended in which way. */
export interface CheckCounts {
  readonly passed: number;
  /** Passed, but the versions differ, which is only a warning. */
  readonly warned: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The finding of one source. */
export interface Evidence {
  readonly source: EvidenceSource;
  readonly verdict: Verdict;
  /** Absent for a comparison, whose numbers are the reason. */
  readonly detail?: EvidenceDetail;
  /** The time that the source itself gives for it; seconds since the epoch. */
  readonly since?: number;
  /** The source could not be read. This differs from a source that was read and has no data. */
  readonly unread?: true;
}

const ORDER: readonly Verdict[] = ['healthy', 'inconclusive', 'failing'];

/** The worst verdict of all evidence; `healthy` when there is none. */
export function worst(evidence: readonly Evidence[]): Verdict {
  const ranks = evidence.map((e) => ORDER.indexOf(e.verdict));
  return ORDER[Math.max(0, ...ranks)] ?? 'healthy';
}

/**
 * The verdict that a report shows: that of the deciding evidence; `inconclusive` when there is no evidence at
 * all, because then nothing is known.
 */
export function shownVerdict(deciding: readonly Evidence[], all: readonly Evidence[]): Verdict {
  return all.length === 0 ? 'inconclusive' : worst(deciding);
}

/** Whether two pieces of evidence come from the same source. */
export function sameSource(a: EvidenceSource, b: EvidenceSource): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Whether a lack of evidence from this source decides nothing. Of a part of the traffic, only what fails counts: a
 * function or a route may have too few requests ever to be called healthy. A guardrail without a limit says nothing about the new version.
 */
export function onlyObjects({ source }: Evidence): boolean {
  return source.kind === 'guardrail' || ('scope' in source && source.scope !== undefined);
}

/** Whether the evidence is about one alarm or all alarms. */
export function isAlarm({ source }: Evidence): boolean {
  return source.kind === 'alarm' || source.kind === 'alarms';
}
