// A target in a report: its names, links and rows, and how to find what it logged.

import type { FunctionChange } from '../rollout/release.ts';
import type { TrafficSource } from '../rollout/traffic.ts';

/**
 * A target as shown in a report. Its kind creates all of it, so nothing here depends on which kinds exist.
 */
export interface TargetReport {
  readonly region: string;
  /** A short name: `orders-api/prod`, `orders:live`, `orders:live and 3 more`. */
  readonly label: string;
  /** The short name of its preview. */
  readonly previewLabel?: string;
  /**
   * Identifies the comment and the deployments of this target: its Region and all that is released in it. It never
   * changes for the same target. (Two accounts with the same names in one Region are not told apart.)
   */
  readonly key: string;
  /** ARNs, or `NAME:ALIAS`. */
  readonly resources: readonly string[];
  /** Links to where its weight is set. */
  readonly links: readonly ConsoleLink[];
  /** The CloudWatch metrics of requests and errors of both versions: namespace, metric, dimensions. */
  readonly metrics: readonly (readonly string[])[];
  /** Rows of the summary: a name and its value in Markdown. */
  readonly rows: readonly (readonly [string, string])[];
  /** What is released, as the name of a summary row: `Function`. */
  readonly releases: string;
  /** What the counts do not show, by their source; users are warned of it. */
  readonly countNotes: Readonly<Record<TrafficSource, string>>;
  /** How to find what new versions logged; `undefined`: they log nothing that can be searched. */
  searchLogs(functions: readonly FunctionChange[], interest: LogInterest): LogSearch | undefined;
  /** The outputs of the action that only this kind of target sets. */
  readonly outputs: Readonly<Record<string, string>>;
  /** The form in files, from which everything shown can be derived. */
  toJSON(): TargetFacts;
}

export interface TargetFacts {
  readonly kind: string;
  readonly region: string;
}

/** Which requests a search in the logs finds. */
export type LogInterest = 'errors' | 'slow';

/** A search in CloudWatch Logs Insights. */
export interface LogSearch {
  /** The log groups to select. */
  readonly groups: readonly string[];
  /** The text to paste. */
  readonly query: string;
}

/** A link to the AWS console. */
export interface ConsoleLink {
  /** May contain text from outside. */
  readonly text: string;
  readonly url: string;
}
