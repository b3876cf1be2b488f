// How a kind of target reads a release that is open on a resource of the account.

import type { StoredRollout } from '../rollout/record.ts';
import type { TrafficState } from '../rollout/traffic-state.ts';

/** A release as its kind of target reads it. */
export interface FoundRelease {
  readonly on: string;
  readonly label: string;
  readonly rollout: StoredRollout;
  readonly trafficState: TrafficState;
}

/** Reads what is stored on one resource. */
export interface OpenReader {
  /** The types of resources that store releases of this kind, as the Resource Groups Tagging API names them. */
  readonly types: readonly string[];
  isOf(arn: string): boolean;
  /**
   * What is open there now; `undefined`: nothing, or a release that another resource stores. Throws a `KnownError` if that
   * cannot be read.
   */
  read(arn: string): Promise<FoundRelease | undefined>;
}
