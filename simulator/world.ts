// What the simulated services share: one clock, one source of chance, one account, and the two
// doors through which they reach each other (metrics go in, functions are invoked).

import type { Clock } from './clock.ts';
import type { Random } from './random.ts';

/** The account and region that every simulated resource lives in. */
export interface Place {
  /** Twelve digits. */
  readonly account: string;
  readonly region: string;
  readonly partition: string;
}

/** CloudWatch dimensions, e.g. `{ApiName: 'orders', Stage: 'prod'}`. */
export type Dimensions = Readonly<Record<string, string>>;

/** One thing that happened, as a service reports it to CloudWatch. */
export interface MetricEvent {
  readonly namespace: string;
  readonly name: string;
  /** Every dimension set under which this event is counted. */
  readonly dimensionSets: readonly Dimensions[];
  readonly value: number;
  readonly unit: string;
  /** Milliseconds since the epoch, on the simulator's clock. Binned into minutes. */
  readonly at: number;
}

export interface MetricSink {
  record(event: MetricEvent): void;
}

export interface InvokeRequest {
  /** A function's name or ARN, with or without a qualifier (`fn`, `fn:live`, `arn:…:fn:7`). */
  readonly functionRef: string;
  readonly payload: Uint8Array;
  /**
   * Who calls. `undefined`: an IAM principal of the account, always allowed. A service must be
   * allowed by the resource policy of exactly the qualifier it names.
   */
  readonly caller?: { readonly principal: string; readonly sourceArn: string } | undefined;
  /** Ask for the last 4 KB of the log. */
  readonly tailLog?: boolean;
}

export type InvokeOutcome =
  | {
      readonly kind: 'ok' | 'function-error';
      readonly payload: Uint8Array;
      readonly executedVersion: string;
      readonly logTail: string;
      /** Milliseconds of the simulator's clock, cold start included. */
      readonly durationMs: number;
    }
  | { readonly kind: 'no-permission' }
  | { readonly kind: 'not-found'; readonly functionArn: string }
  | { readonly kind: 'throttled' }
  | { readonly kind: 'not-ready'; readonly message: string };

export interface FunctionInvoker {
  /** Runs the function to its end (or its time limit) and counts it in `AWS/Lambda`. */
  invoke(request: InvokeRequest): Promise<InvokeOutcome>;
}

/**
 * AWS behaviours that no public source settles. The simulator can take either side, so that a
 * client can be tested under every answer.
 */
export interface Unsettled {
  /** The `Stage` dimension of canary requests; `{stage}` is replaced. `null`: no such series. */
  canaryStageDimension: string | null;
  /** Does the series `Stage={stage}` count canary requests as well? */
  stageSeriesIncludesCanary: boolean;
  /** May `remove /canarySettings` stand in the same patch as the promoting copies? */
  removeCanaryInPromotingPatch: 'accepted' | 'refused';
  /** `remove /canarySettings` where there is no canary. */
  removeAbsentCanary: 'no-op' | 'error';
  /** Is an UpdateStage with one bad operation refused as a whole? */
  patchIsAtomic: boolean;
  /** `replace /deploymentId` while a canary is open. */
  moveBaseUnderCanary: 'accepted' | 'refused';
  /** Does a reference from `canarySettings.deploymentId` alone block DeleteDeployment? */
  canaryBlocksDeploymentDelete: boolean;
  /**
   * May a version with provisioned concurrency of its own stand behind an alias that has some as well?
   * The developer guide allows a version one configuration, its own or that of an alias; nobody says
   * what becomes of an UpdateAlias that would give it two.
   */
  provisionedVersionBehindProvisionedAlias: 'accepted' | 'refused';
  /** Seconds (of the simulator's clock) until a stage or alias change reaches the data plane. */
  propagationSeconds: number;
  /** Seconds after the end of a minute until CloudWatch shows it. */
  metricDelaySeconds: number;
}

export const DEFAULT_UNSETTLED: Unsettled = {
  canaryStageDimension: '{stage}/Canary',
  stageSeriesIncludesCanary: false,
  removeCanaryInPromotingPatch: 'accepted',
  removeAbsentCanary: 'error',
  patchIsAtomic: true,
  moveBaseUnderCanary: 'accepted',
  canaryBlocksDeploymentDelete: true,
  provisionedVersionBehindProvisionedAlias: 'refused',
  propagationSeconds: 0,
  metricDelaySeconds: 30,
};

export interface World {
  readonly place: Place;
  readonly clock: Clock;
  readonly random: Random;
  /** Mutable on purpose: the admin interface switches answers while the simulator runs. */
  readonly unsettled: Unsettled;
}
