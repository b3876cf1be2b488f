// What a rollout has to tell, as data: the log, the comment, the job summary and the JSON file are
// functions of this and so never disagree.

import type { Evidence, HookPoint, MeasureSource, Verdict } from '../analysis/evidence.ts';
import type { Cause } from '../rollout/cause.ts';
import type { CommentCommand } from '../rollout/comment-command.ts';
import type { Plan } from '../rollout/plan.ts';
import type { FunctionChange } from '../rollout/release.ts';
import type { Totals, TrafficSource } from '../rollout/traffic.ts';
import type { WeightChange } from '../rollout/weights.ts';

/** Raised when a member changes its meaning or goes away. */
export const REPORT_SCHEMA = 'canary-action/report/1';

/** `running`: of a rollout that has not ended yet, in its comment or as its status. */
export type Outcome =
  | 'running'
  | 'planned'
  | 'promoted'
  | 'held'
  | 'unchanged'
  | 'previewed'
  | 'rolled-back'
  | 'failed'
  /** It was to be rolled back, and could not be. */
  | 'stuck';

/** All times are seconds since the epoch; all weights are per cent. */
export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly outcome: Outcome;
  /** One sentence: why it ended so. */
  readonly reason: string;
  /** The same for programs; `undefined` of a rollout that goes on, and where nothing was to end. */
  readonly cause: Cause | undefined;
  /** One sentence: who is served what now. */
  readonly stands: string;
  /** What a person should do next; empty when nothing. */
  readonly advice: readonly string[];
  /** Command lines that belong to the advice, to be run in this order. */
  readonly commands: readonly string[];
  readonly startedAt: number;
  readonly endedAt: number;
  readonly source: Source;
  readonly target: TargetReport;
  readonly functions: readonly FunctionChange[];
  /** What AWS keeps of the versions, as far as it could be read; the first functions' only. */
  readonly versions: readonly VersionReport[];
  readonly plan: Plan;
  /** Per cent of the traffic on the new version now; `null`: not known. */
  readonly weight: number | null;
  /** Where the preview can be seen; `undefined` when none was made. */
  readonly previewUrl?: string;
  /** The pull request that carries the release, where one is known. */
  readonly pull: number | undefined;
  /** Where the rollout is that stands open; `undefined` when none does. */
  readonly open: OpenReport | undefined;
  readonly verdict: Verdict;
  /** The latest word of every source. */
  readonly evidence: readonly Evidence[];
  readonly steps: readonly StepReport[];
  /** In the order in which they ended. */
  readonly hooks: readonly HookReport[];
  /** What people asked for on the pull request, and got, in order. */
  readonly people: readonly PersonReport[];
  readonly timeline: readonly TimelineEntry[];
  /** Every weight of the new version since the rollout began, in this run or an earlier one. */
  readonly weights: readonly WeightChange[];
  /** `undefined` where nothing was counted. */
  readonly series: SeriesReport | undefined;
  /** Of a release that was taken back, or should have been; `undefined` where no harm shows. */
  readonly impact: Impact | undefined;
  /** Where the counts come from; `undefined` when there are none. */
  readonly countedBy: TrafficSource | undefined;
  /** What each step will be able to see, said beforehand; one sentence each. */
  readonly foresight: readonly string[];
  /** Of a plan: the IAM policy with the least that this release needs, as JSON. */
  readonly policy?: string;
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

/** A rollout that a later run goes on with. */
export interface OpenReport {
  /** `step 1/3`, or `bake`. */
  readonly phase: string;
  /** From 1; `undefined`: it is not in a step. */
  readonly step: number | undefined;
  readonly paused: boolean;
  /** When it may go further, at the earliest; `undefined`: not by itself. */
  readonly nextStepAt: number | undefined;
}

/** Where the release comes from. All of it is foreign text. */
export interface Source {
  readonly repository: string;
  readonly sha: string;
  /** The first line of the commit's or pull request's message; may be empty. */
  readonly title: string;
  readonly actor: string;
  readonly runUrl: string;
}

/**
 * A target as a report shows it. Its kind has made all of it, so that nothing here depends on what kinds
 * there are.
 */
export interface TargetReport {
  readonly region: string;
  /** In a few words: `orders-api/prod`, `orders:live`, `orders:live and 3 more`. */
  readonly label: string;
  /** The same of the preview that was made of it. */
  readonly previewLabel?: string;
  /** What tells one target's comment from another's: it never changes while a target is the same. */
  readonly key: string;
  /** ARNs, or `NAME:ALIAS`. */
  readonly resources: readonly string[];
  /** Where its weight is set. */
  readonly links: readonly ConsoleLink[];
  /** Requests and errors of both versions, as CloudWatch names them: namespace, metric, dimensions. */
  readonly metrics: readonly (readonly string[])[];
  /** Of the summary: a name, and what it is, in Markdown. */
  readonly rows: readonly (readonly [string, string])[];
  /** What only this kind of target sets of the action's outputs. */
  readonly outputs: Readonly<Record<string, string>>;
  /** As files have it: how it is shown follows from that. */
  toJSON(): TargetFacts;
}

export interface TargetFacts {
  readonly kind: string;
  readonly region: string;
}

/** An address of AWS's console. */
export interface ConsoleLink {
  /** May hold foreign text. */
  readonly text: string;
  readonly url: string;
}

export interface StepReport {
  /** `5%`, or `bake`. */
  readonly label: string;
  /** Per cent on the new version; 100 while baking. */
  readonly weight: number;
  readonly plannedSeconds: number;
  readonly began: number;
  /** `undefined`: still going on. */
  readonly ended: number | undefined;
  readonly canary: Totals;
  readonly stable: Totals;
}

export interface HookReport {
  readonly point: HookPoint;
  /** The function, or the host of the address. */
  readonly calls: string;
  /** Per cent on the new version when it was asked. */
  readonly weight: number;
  readonly began: number;
  readonly ended: number;
  /** `stopped`: it was still thinking when the release went another way. */
  readonly result: 'passed' | 'failed' | 'stopped';
  /** Its message; foreign text, and may be empty. */
  readonly says: string;
}

/** A published version of a function. */
export interface VersionReport {
  readonly name: string;
  readonly version: string;
  /** Foreign text, and may be empty; one that this action published names repository and commit. */
  readonly description: string;
  /** Of the code, in base64. */
  readonly codeSha256: string;
}

/** Somebody who may write to the repository, by a comment or a reaction. */
export interface PersonReport {
  readonly at: number;
  readonly login: string;
  readonly asked: CommentCommand | '👎';
  /** What came of it; a few words. */
  readonly result: string;
}

export interface TimelineEntry {
  readonly at: number;
  readonly kind: EventKind;
  readonly what: string;
}

/** `traffic`: a weight was set, by us; `verdict`: a comparison came to one; `person`: somebody asked. */
export type EventKind = 'traffic' | 'alarm' | 'verdict' | 'hook' | 'person' | 'note';

/** A number for each point; `null` where it cannot be told. */
export type Points = readonly (number | null)[];

/** What was counted and concluded, for plots. All lists have one entry per point. */
export interface SeriesReport {
  /** Start of the first point: the minute in which the rollout began. */
  readonly from: number;
  /** Seconds of one point: 60, or a multiple where there would be too many. */
  readonly every: number;
  readonly canary: { readonly requests: Points; readonly errors: Points };
  readonly stable: { readonly requests: Points; readonly errors: Points };
  readonly comparisons: readonly ComparisonSeries[];
}

/** The course of one comparison, over the minutes that it was made of. */
export interface ComparisonSeries {
  readonly source: MeasureSource;
  readonly canary: { readonly requests: Points; readonly events: Points };
  readonly stable: { readonly requests: Points; readonly events: Points };
  /** Evidence against the canary and what it must reach for a rollback, in nats. */
  readonly nats: Points;
  readonly threshold: Points;
}

/** What the new version did to the requests that it got. */
export interface Impact {
  /** What was compared. */
  readonly source: MeasureSource;
  /** Start of the first minute, or point, of the trouble; seconds since the epoch. */
  readonly since: number;
  /** On the new version from then on, as far as counted. */
  readonly requests: number;
  readonly events: number;
  /** Events that stable's rate of the same minutes does not explain. */
  readonly excess: number;
  /** The same with the last minutes, which CloudWatch had not counted yet, at the same rate. */
  readonly estimated: number;
}
