// Durations and limits of the simulated Lambda. AWS publishes none of the durations; all may be changed while
// the simulator runs.

export interface LambdaSettings {
  /** Simulated seconds that a new or updated function is Pending or InProgress. 0: at once. */
  updateSeconds: number;
  /** The same for PublishVersion of a ready function, which was observed to be instant on AWS. */
  publishSeconds: number;
  /** Simulated seconds until the snapshot of a SnapStart version is ready. */
  snapshotSeconds: number;
  /** The reason why updates from now on fail; empty: they succeed. */
  updateFailure: string;
  /** The reason why versions published from now on fail to start; empty: they start. */
  versionFailure: string;
  /** Simulated seconds until provisioned concurrency is allocated. */
  provisioningSeconds: number;
  /** The reason why provisioned concurrency requested from now on fails; empty: it succeeds. */
  provisioningFailure: string;
  /** Versions with a running durable execution, such as `orders:2`, separated by commas. */
  runningExecutions: string;
  /** Simulated milliseconds added to each cold start, in addition to loading the handler's module. */
  coldStartMs: number;
  /** Simulated seconds until an idle execution environment is closed. */
  idleSeconds: number;
  /** The account's maximum number of concurrent invocations. */
  accountConcurrency: number;
}

export const DEFAULT_SETTINGS: LambdaSettings = {
  updateSeconds: 1,
  publishSeconds: 0,
  snapshotSeconds: 30,
  updateFailure: '',
  versionFailure: '',
  provisioningSeconds: 60,
  provisioningFailure: '',
  runningExecutions: '',
  coldStartMs: 0,
  idleSeconds: 600,
  accountConcurrency: 1000,
};
