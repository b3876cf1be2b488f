// The report of a rollout as data. The log, the comment, the job summary and the JSON file are functions of
// it, so they never disagree.

import type { Evidence, HookPoint, Verdict } from '../analysis/evidence.ts';
import type { NotCompared } from '../analysis/measure-class.ts';
import type { MetricDimension } from '../logs/metric-dimension.ts';
import type { BlindSpot } from '../rollout/blind-spots.ts';
import type { Cause } from '../rollout/cause.ts';
import type { CommentCommand } from '../rollout/comment-command.ts';
import type { Freeze, Gate, Window } from '../rollout/gate.ts';
import type { GivenApproval } from '../rollout/given-approval.ts';
import type { Plan } from '../rollout/plan.ts';
import type { FunctionChange } from '../rollout/release.ts';
import type { Totals, TrafficSource } from '../rollout/traffic.ts';
import type { WeightChange } from '../rollout/weights.ts';
import type { WhatBroke } from './broken-kinds.ts';
import type { Impact, SeriesReport } from './counted-series.ts';
import type { TargetReport } from './target-report.ts';

/** The version changes when a member changes its meaning or is removed. */
export const REPORT_SCHEMA = 'canary-action/report/1';

/** `running`: the rollout has not ended yet; used in its comment and status. */
export type Outcome =
  | 'running'
  | 'planned'
  | 'promoted'
  | 'held'
  | 'unchanged'
  | 'previewed'
  | 'rolled-back'
  | 'failed'
  /** The rollback failed. */
  | 'stuck';

/** All times are seconds since the epoch; all weights are in %. */
export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly outcome: Outcome;
  /** One sentence: the reason for the outcome. */
  readonly reason: string;
  /** The reason for programs; `undefined` while the rollout continues, and if there was nothing to end. */
  readonly cause: Cause | undefined;
  /** One sentence: which version serves traffic now. */
  readonly stands: string;
  /** What the user should do next; empty if nothing. */
  readonly advice: readonly string[];
  /** Commands that belong to the advice, to run in this order. */
  readonly commands: readonly string[];
  readonly startedAt: number;
  readonly endedAt: number;
  readonly source: Source;
  readonly target: TargetReport;
  readonly functions: readonly FunctionChange[];
  /** The versions as stored in AWS, as far as they could be read; for the first functions only. */
  readonly versions: readonly VersionReport[];
  readonly plan: Plan;
  /** % of the traffic on the new version now; `null` if unknown. */
  readonly weight: number | null;
  /** The address of the preview; `undefined` if there is none. */
  readonly previewUrl?: string;
  /** How people reach the new version, while it waits at 0%; absent: it does not. */
  readonly door?: WayIn;
  /** The approvals that people gave, in order; absent if none are asked for. */
  readonly approvals?: readonly GivenApproval[];
  /** The pull request of the release, if known. */
  readonly pull: number | undefined;
  /** The progress of the open rollout; `undefined` if none is open. */
  readonly open: OpenReport | undefined;
  readonly verdict: Verdict;
  /** What keeps the open rollout from going further; `undefined`: nothing. */
  readonly waitsFor?: Gate | undefined;
  /** What this run went on in spite of, as `override-freeze` allows; `undefined`: nothing. */
  readonly overridden?: OverrideReport | undefined;
  /** The latest evidence of every source. */
  readonly evidence: readonly Evidence[];
  /** What is not compared, by choice or for lack of counts; empty if nothing was judged. */
  readonly notCompared: readonly NotCompared[];
  readonly steps: readonly StepReport[];
  /** The hooks that ended, in order. */
  readonly hooks: readonly HookReport[];
  /** The smoke checks that ended, in order; absent if there were none. */
  readonly checks?: readonly CheckReport[];
  /** The requests of users on the pull request and their results, in order. */
  readonly people: readonly PersonReport[];
  readonly timeline: readonly TimelineEntry[];
  /** Every weight of the new version since the rollout began, including earlier runs. */
  readonly weights: readonly WeightChange[];
  /** `undefined` if nothing was counted. */
  readonly series: SeriesReport | undefined;
  /** For a release that was or should have been rolled back; `undefined` if no harm is visible. */
  readonly impact: Impact | undefined;
  /** What failed on the new version, by its logs; `undefined` if they were not read or show nothing. */
  readonly broke?: WhatBroke | undefined;
  /** The logs as evidence; `undefined` if they were not read. */
  readonly logs?: LogsReport | undefined;
  /** When the counts were last read; `undefined` if they never were. */
  readonly countedAt?: number | undefined;
  /** The source of the counts; `undefined` if there are none. */
  readonly countedBy: TrafficSource | undefined;
  /** The forecast of what each step can detect; one sentence each. */
  readonly foresight: readonly string[];
  /** For a plan: the IAM policy that this release needs, as JSON. */
  readonly policy?: string;
  /** For a plan: the IAM policy of a role that can only plan this release, as JSON. */
  readonly planPolicy?: string;
  /** For a plan: what it could break without the judge seeing it. */
  readonly blindSpots?: readonly BlindSpot[];
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

/** Closed release hours or a freeze that a person overrode. */
export interface OverrideReport {
  readonly closed: Window | Freeze;
  /** Text from outside. */
  readonly reason: string;
}

/** What this run read of the logs. */
export interface LogsReport {
  /** The requests that they show; `null`: of stable, only the failures were read. */
  readonly requests: { readonly canary: number; readonly stable: number | null };
  /** 99% of the lines could be read within this time; `null`: not known. */
  readonly lagSeconds: number | null;
  readonly calls: number;
  /** Why they were no evidence, or less than they should be, at the last check; empty: they were. */
  readonly abstained: readonly string[];
  /** Which series of CloudWatch's metrics has the canary's requests; absent: not known, or documented by AWS. */
  readonly dimension?: MetricDimension;
}

/** A way to a version that no user is served yet. */
export interface WayIn {
  /** Absent: it has no address. */
  readonly url?: string;
  /** Commands that call it, or that lead to it. */
  readonly commands: readonly string[];
  /** What readers must know of it; sentences. */
  readonly notes: readonly string[];
}

/** A rollout that a later run continues. */
export interface OpenReport {
  /** `step 1/3`, or `bake`. */
  readonly phase: string;
  /** Numbered from 1; `undefined` if it is not in a step. */
  readonly step: number | undefined;
  readonly paused: boolean;
  /** The earliest time at which it may continue; `undefined` if not without a request. */
  readonly nextStepAt: number | undefined;
}

/** The origin of the release. All of it is text from outside. */
export interface Source {
  readonly repository: string;
  readonly sha: string;
  /** The first line of the message of the commit or pull request; may be empty. */
  readonly title: string;
  readonly actor: string;
  /** Empty if the run has no page, such as one on a laptop. */
  readonly runUrl: string;
  /** The address to which `/commit/SHA` is appended; absent: derived from the address of a run at GitHub. */
  readonly web?: string;
  /** The tag that was pushed or released; absent for a branch. */
  readonly tag?: string;
}

export interface StepReport {
  /** `5%`, `95% (bake)`; after the promotion, `bake` or `promoted`. */
  readonly label: string;
  /** % of the traffic on the new version; 100 while baking. */
  readonly weight: number;
  readonly plannedSeconds: number;
  readonly began: number;
  /** `undefined` if it has not ended. */
  readonly ended: number | undefined;
  /** `null` if the counts could not be read. */
  readonly canary: Totals | null;
  readonly stable: Totals | null;
}

export interface HookReport {
  readonly point: HookPoint;
  /** The function or the host of the address. */
  readonly calls: string;
  /** % of the traffic on the new version when the hook started. */
  readonly weight: number;
  readonly began: number;
  readonly ended: number;
  /** `stopped`: it was still running when the decision was made without it. */
  readonly result: 'passed' | 'failed' | 'stopped';
  /** Its message: text from outside; may be empty. */
  readonly says: string;
}

/** A smoke check at one point of the rollout. */
export interface CheckReport {
  readonly point: HookPoint;
  readonly name: string;
  /** What was sent: `POST /orders`, `event tests/order.json`. */
  readonly call: string;
  /** % of the traffic on the new version when the check began. */
  readonly weight: number;
  readonly began: number;
  readonly ended: number;
  /**
   * `warned`: it passed, and the versions differ. `skipped`: it uses a value of a check that did not pass. `stopped`: the
   * decision was made without it.
   */
  readonly result: 'passed' | 'warned' | 'failed' | 'skipped' | 'stopped';
  /** How often it was tried. */
  readonly attempts: number;
  /** The status of the last response; absent without one. */
  readonly status?: number;
  /** How long the last response took; absent without one. */
  readonly milliseconds?: number;
  /** What differed from what was expected, without secrets and without bodies. */
  readonly differs: readonly string[];
}

/** A published version of a function. */
export interface VersionReport {
  readonly name: string;
  readonly version: string;
  /** Text from outside; may be empty. Descriptions by this action name repository and commit. */
  readonly description: string;
  /** The hash of the code, in base64. */
  readonly codeSha256: string;
}

/** A comment or reaction of a user who may write to the repository. */
export interface PersonReport {
  readonly at: number;
  readonly login: string;
  readonly asked: CommentCommand | '👎';
  /** The result in a few words. */
  readonly result: string;
}

export interface TimelineEntry {
  readonly at: number;
  readonly kind: EventKind;
  readonly what: string;
}

/** `traffic`: the run set a weight; `verdict`: a comparison reached one; `person`: a user made a request. */
export type EventKind = 'traffic' | 'alarm' | 'verdict' | 'hook' | 'person' | 'note';
