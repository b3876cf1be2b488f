// The state that the simulated services share: one clock, one random generator, one account, and the two
// interfaces between services (metrics are recorded, functions are invoked).

import type { Clock } from './clock.ts';
import type { Random } from './random.ts';

/** The account and region of all simulated resources. */
export interface Place {
  /** Twelve digits. */
  readonly account: string;
  readonly region: string;
  readonly partition: string;
}

/** CloudWatch dimensions, e.g. `{ApiName: 'orders', Stage: 'prod'}`. */
export type Dimensions = Readonly<Record<string, string>>;

/** One event that a service reports to CloudWatch. */
export interface MetricEvent {
  readonly namespace: string;
  readonly name: string;
  /** Every dimension set in which this event is counted. */
  readonly dimensionSets: readonly Dimensions[];
  readonly value: number;
  readonly unit: string;
  /** Milliseconds since the epoch, on the simulator's clock. Binned into minutes. */
  readonly at: number;
}

export interface MetricSink {
  record(event: MetricEvent): void;
}

/** Lines that a service sends to CloudWatch Logs together. */
export interface LogBatch {
  /** A group that does not exist is created, as its streams are. */
  readonly group: string;
  readonly stream: string;
  readonly lines: readonly LogLine[];
}

export interface LogLine {
  /** The time of the log event, in milliseconds since the epoch, on the simulator's clock. */
  readonly at: number;
  /** When the service wrote it, from which on it is on its way; default: now. */
  readonly writtenAt?: number;
  readonly message: string;
}

export interface LogSink {
  write(batch: LogBatch): void;
}

/** Objects in S3. */
export interface ObjectReader {
  /** @param version omitted: the newest. @throws AwsError as S3 does. */
  read(bucket: string, key: string, version: string | undefined): Uint8Array;
}

export interface InvokeRequest {
  /** A function's name or ARN, with or without a qualifier (`fn`, `fn:live`, `arn:…:fn:7`). */
  readonly functionRef: string;
  readonly payload: Uint8Array;
  /**
   * The caller. `undefined`: an IAM principal of the account, which is always allowed. A service must be
   * allowed by the resource policy of exactly the invoked qualifier.
   */
  readonly caller?: { readonly principal: string; readonly sourceArn: string } | undefined;
  /** Whether to return the last 4 KB of the log. */
  readonly tailLog?: boolean;
}

export type InvokeOutcome =
  | {
      readonly kind: 'ok' | 'function-error';
      readonly payload: Uint8Array;
      readonly requestId: string;
      readonly executedVersion: string;
      readonly logTail: string;
      /** Milliseconds of the simulator's clock, including a cold start. */
      readonly durationMs: number;
    }
  | { readonly kind: 'no-permission' }
  | { readonly kind: 'not-found'; readonly functionArn: string }
  | { readonly kind: 'throttled' }
  | { readonly kind: 'not-ready'; readonly message: string };

export interface FunctionInvoker {
  /** Runs the function to its end or its time limit, and counts the invocation in `AWS/Lambda`. */
  invoke(request: InvokeRequest): Promise<InvokeOutcome>;
  /** Accepts an event, which is delivered later; returns the obstacle if it cannot be accepted. */
  queue(request: InvokeRequest): InvokeOutcome | undefined;
}

/**
 * AWS behavior that no public source documents. The simulator can behave in each way, so that a client can be
 * tested with every answer.
 */
export interface Unsettled {
  /** The `Stage` dimension of canary requests; `{stage}` is replaced. `null`: no such series. */
  canaryStageDimension: string | null;
  /** Whether the series `Stage={stage}` also counts canary requests. */
  stageSeriesIncludesCanary: boolean;
  /** Whether detailed metrics (by method and resource) exist for the canary's own series as well. */
  canaryHasDetailedMetrics: boolean;
  /** Whether `remove /canarySettings` is allowed in the same patch as the promoting copies. */
  removeCanaryInPromotingPatch: 'accepted' | 'refused';
  /** `remove /canarySettings` without a canary. */
  removeAbsentCanary: 'no-op' | 'error';
  /** Whether an UpdateStage with one invalid operation is refused as a whole. */
  patchIsAtomic: boolean;
  /** `replace /deploymentId` while a canary is open. */
  moveBaseUnderCanary: 'accepted' | 'refused';
  /** Whether a reference from `canarySettings.deploymentId` alone blocks DeleteDeployment. */
  canaryBlocksDeploymentDelete: boolean;
  /**
   * Whether an alias with provisioned concurrency may point to a version that has its own as well. The
   * developer guide allows a version one configuration, its own or that of an alias; it does not document
   * the result of an UpdateAlias that would give it two.
   */
  provisionedVersionBehindProvisionedAlias: 'accepted' | 'refused';
  /**
   * What PublishVersion returns after an update call that changed neither code nor configuration. moto's tests,
   * verified against AWS in December 2024 (getmoto/moto#8379), and aws/aws-sdk-js-v3#5946 get a new number; older
   * reports (aws/serverless-application-model#1375, aws/aws-cdk#16913) get the number of the latest version.
   */
  publishAfterSameUpdate: 'new-number' | 'same-number';
  /** Whether the access log of the stage's own group also has the lines of canary requests: documented, not observed. */
  canaryLinesInStageGroup: boolean;
  /** Whether `$context.isCanaryRequest` in an access log has a value, while the stage has a canary. */
  canaryFlagInAccessLog: boolean;
  /** Whether `$context.deploymentId`, which mapping templates have, also has a value in an access log. */
  deploymentIdInAccessLog: boolean;
  /**
   * Whether quotation marks and backslashes in a value have a backslash in front of them. They had none in 2022
   * (DataBiosphere/azul#4009), and had one in 2024 (DataBiosphere/azul#4348).
   */
  accessLogEscapesQuotes: boolean;
  /**
   * Whether `{ $.status >= 500 }` matches a status in quotation marks, as access logs have it. The user guide shows
   * numbers only.
   */
  numberPatternReadsText: boolean;
  /**
   * Whether Lambda's Duration has the statistics TC and PR. CloudWatch's "statistics definitions" name services for
   * which they are available, and Lambda is not among them; Lambda's own guide names percentiles only.
   */
  trimmedCountOfDuration: 'counted' | 'absent' | 'refused';
  /** Seconds (of the simulator's clock) until a stage or alias change reaches the data plane. */
  propagationSeconds: number;
  /** Seconds after the end of a minute until CloudWatch returns it. */
  metricDelaySeconds: number;
}

export const DEFAULT_UNSETTLED: Unsettled = {
  canaryStageDimension: '{stage}/Canary',
  canaryHasDetailedMetrics: true,
  stageSeriesIncludesCanary: false,
  removeCanaryInPromotingPatch: 'accepted',
  removeAbsentCanary: 'error',
  patchIsAtomic: true,
  moveBaseUnderCanary: 'accepted',
  canaryBlocksDeploymentDelete: true,
  provisionedVersionBehindProvisionedAlias: 'refused',
  publishAfterSameUpdate: 'new-number',
  canaryLinesInStageGroup: true,
  canaryFlagInAccessLog: true,
  deploymentIdInAccessLog: false,
  accessLogEscapesQuotes: true,
  numberPatternReadsText: false,
  trimmedCountOfDuration: 'counted',
  propagationSeconds: 0,
  metricDelaySeconds: 30,
};

export interface World {
  readonly place: Place;
  readonly clock: Clock;
  readonly random: Random;
  /** Mutable on purpose: the admin interface changes answers while the simulator runs. */
  readonly unsettled: Unsettled;
}
