// How long things take in this Lambda, and how much of it there is. AWS publishes none of the
// times; they may be changed while the simulator runs.

export interface LambdaSettings {
  /** Simulated seconds that a new or updated function is Pending or InProgress. 0: at once. */
  updateSeconds: number;
  /** The same for PublishVersion of a function that is ready, where AWS was seen to be instant. */
  publishSeconds: number;
  /** Simulated seconds until the snapshot of a SnapStart version is made. */
  snapshotSeconds: number;
  /** Why updates from now on fail; empty: they do not. */
  updateFailure: string;
  /** Why versions that are published from now on fail to start; empty: they do not. */
  versionFailure: string;
  /** Simulated seconds until provisioned concurrency is allocated. */
  provisioningSeconds: number;
  /** Why provisioned concurrency that is asked for from now on fails; empty: it does not. */
  provisioningFailure: string;
  /** Simulated milliseconds added to each cold start, on top of what the handler's module needs. */
  coldStartMs: number;
  /** Simulated seconds until an idle execution environment is closed. */
  idleSeconds: number;
  /** Invocations that the account may have under way at once. */
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
  coldStartMs: 0,
  idleSeconds: 600,
  accountConcurrency: 1000,
};
