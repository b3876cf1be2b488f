// The logs of a target: whether they can be used, and how requests are read from them.

import type { Permission } from '../aws/aws-errors.ts';
import type { Abstention } from '../logs/abstention.ts';
import type { VersionStreams } from '../logs/lambda-streams.ts';
import type { Tally } from '../logs/tally.ts';
import type { StoredRollout } from '../rollout/record.ts';
import type { TrafficSource } from '../rollout/traffic.ts';
import type { LogSource } from './log-reader.ts';

/** What can be known before a release. */
export interface LogOutlook {
  /** Why the logs cannot be used; each continues a sentence. Empty: they can. */
  readonly problems: readonly string[];
  /** What may keep them from being used, and will be known only during the release. */
  readonly doubts: readonly string[];
  /** What would make them say more. */
  readonly hints: readonly string[];
  /** What the role needs to read them. */
  readonly permissions: readonly Permission[];
  /** What is read on its own, several times a minute. */
  readonly sources: number;
  /** About how long what is logged of a request is, in bytes. */
  readonly requestBytes: number;
}

export interface OpenLogs {
  /** The most important first. */
  readonly sources: readonly LogSource[];
  readonly tally: Tally;
  /** What the settings of the logs hide or change, as far as it is known by now. */
  limits(): readonly Abstention[];
  /** What metrics from these sources are to the logs. */
  readonly metrics: MetricRelations;
}

export type MetricRelations = Readonly<Record<TrafficSource, MetricRelation>>;

/**
 * `same`: they count the same requests of both sides. The others are of sources of which AWS does not document which
 * series has the canary's requests. `own-series`: the canary has one of its own. `no-series`: it is empty.
 */
export type MetricRelation = 'same' | 'own-series' | 'no-series';

/** Reads only. */
export interface LogTarget {
  /** Never throws for what AWS answers: that is a problem. */
  inspect(releases: readonly LoggedRelease[]): Promise<LogOutlook>;
  /**
   * The logs of a rollout while its traffic is split; `undefined`: they cannot be used.
   *
   * @param from the first second that counts, since the epoch
   */
  open(rollout: StoredRollout, from: number): Promise<OpenLogs | undefined>;
  /** Where the released versions write why they fail. Never throws for what AWS answers: those are left out. */
  versionLogs(rollout: StoredRollout): Promise<readonly VersionLog[]>;
}

/** A log group, and the streams of a version in it. */
export interface VersionLog extends VersionStreams {
  readonly group: string;
}

/** A function to release, and its two versions. */
export interface LoggedRelease {
  readonly name: string;
  /** Empty if no version serves yet. */
  readonly from: string;
  /** `undefined`: it is not published yet. */
  readonly version: string | undefined;
}

/** Loads the code that reads logs only when it is asked. */
export function lazyLogTarget(load: () => Promise<LogTarget>): LogTarget {
  return {
    inspect: async (releases) => (await load()).inspect(releases),
    open: async (rollout, from) => (await load()).open(rollout, from),
    versionLogs: async (rollout) => (await load()).versionLogs(rollout),
  };
}
