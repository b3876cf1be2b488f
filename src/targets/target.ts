// Sets the weight of a canary. One interface for every kind of traffic split; a new kind is a new folder.

import type { Problems } from '../base/problems.ts';
import type { Reach } from '../checks/reach.ts';
import type { CountSource } from '../monitor/count-source.ts';
import type { LogTarget } from '../monitor/log-source.ts';
import type { WayIn } from '../report/report.ts';
import type { TargetReport } from '../report/target-report.ts';
import type { BlindSpot } from '../rollout/blind-spots.ts';
import type { EarlierRelease } from '../rollout/earlier-release.ts';
import type { LastOutcome } from '../rollout/last-outcome.ts';
import type { Pause } from '../rollout/pause-tag.ts';
import type { Phase } from '../rollout/phase.ts';
import type { NotResumable, RolloutRecord, StoredRollout, StoredState } from '../rollout/record.ts';
import type { FunctionChange, RolloutId } from '../rollout/release.ts';
import type { TargetRecord } from '../rollout/target-record.ts';
import type { TrafficState } from '../rollout/traffic-state.ts';
import type { MovedOneByOne } from '../rollout/way-back.ts';
import type { PolicyOrder, Statement } from './iam-policy.ts';

/** Which side of a rollout has all the traffic. */
export type ServedSide = 'before' | 'new';

/** The current state in AWS. */
export interface TargetState {
  readonly stored: StoredState;
  /** Only if a rollout is stored. */
  readonly trafficState: TrafficState | undefined;
}

/** The phase of a rollout, and its traffic state in AWS. */
export interface RepairState {
  readonly phase: Phase;
  readonly trafficState: TrafficState;
}

/** Reads that show how far a rollout is. */
export interface TargetReads {
  /**
   * Reads the stored state and the traffic state. Changes nothing. A stored rollout is returned only if this run
   * wrote it, or if it moves no more than the inputs name and AWS confirms it.
   */
  observe(): Promise<TargetState>;
  /** Reads the traffic state of this rollout, whatever is stored. Changes nothing. */
  readTraffic(rollout: StoredRollout): Promise<TrafficState>;
}

/** Reads of the released versions. What a kind calls a function may be anything that has versions. */
export interface VersionReads {
  /**
   * One version of a function; `undefined` if it does not exist.
   *
   * @param version omitted: what a release would publish now
   */
  readVersion(name: string, version?: string): Promise<VersionReading | undefined>;
  /** The ARNs of the new versions, by function name: a hook can call them, whatever the weight is. */
  readArns(changes: readonly FunctionChange[]): Promise<ReadonlyMap<string, string>>;
}

export interface VersionReading {
  /** Text from outside; may be empty. */
  readonly description: string;
  /** The same for versions that run the same code. */
  readonly digest: string;
  /** The same for versions with the same settings, none of which it shows; `undefined`: they are not all known. */
  readonly settings: string | undefined;
}

/**
 * Restores traffic, and cleans up once traffic is final. It is made only from the rollback clients, so no call of
 * it is refused when the job is cancelled.
 */
export interface RollbackTarget extends TargetReads {
  /**
   * Returns all traffic to the previous version. Its first call is the one that moves the traffic. Safe to
   * repeat.
   *
   * @param trafficState as last observed
   */
  restore(rollout: StoredRollout, trafficState: TrafficState): Promise<void>;
  /** Completes the part of a promotion that users do not see, in case a run died during it. Safe to repeat. */
  completePromotion(rollout: StoredRollout): Promise<void>;
  /**
   * After the bake: moves the provisioned concurrency that was left in place for a fast rollback. Safe to
   * repeat.
   * Throws a `KnownError` that describes the current state.
   */
  readonly finalizeProvisioned?: (
    rollout: StoredRollout,
    waiting: PrepareServices,
  ) => Promise<void>;
  /**
   * After the rollout: removes what was created next to the traffic, and what only the losing side needed. Safe
   * to repeat.
   */
  cleanUp(rollout: StoredRollout, served: ServedSide): Promise<void>;
  /**
   * Removes the stored state, and nothing else.
   *
   * @param last the outcome to store in its place, if given
   * @param of the rollout to clear; the state of another one is kept; omitted: any stored state of this target
   */
  clearState(last?: LastOutcome, of?: RolloutId): Promise<void>;
  /**
   * Only if the ARN of what stores a rollout names an account: the account in which these credentials find that
   * resource; empty if they find none.
   */
  readonly readAccount?: (storedOn: string) => Promise<string>;
}

/**
 * A place where traffic is split. Every method reads back what it wrote. It throws a `KnownError` when AWS
 * returns something else, or when the state was changed outside this rollout.
 */
export interface Target extends TargetReads, VersionReads {
  /** `the stage prod of REST API a1b2c3d4e5`, for sentences. */
  readonly words: string;
  /** For rolling back and for the end of a rollout. */
  readonly rollback: RollbackTarget;
  /** Counts the traffic of both versions. */
  readonly countSource: CountSource;
  /** The logs of both versions, if this kind of target has any. */
  readonly logs?: LogTarget;
  /** Accepts a record by its seal: this run or its main step wrote it, or has found it confirmed by AWS. */
  knows(seal: string): void;
  /** Preflight: reads everything, changes nothing. `undefined` when problems prevent further checks. */
  inspect(findings: Problems): Promise<TargetSetup | undefined>;
  /** The permissions that a release with these inputs can need, where preflight could not read what it does need. */
  policyAtMost(order: PolicyOrder): readonly Statement[];
  /**
   * What an open rollout releases that differs from the inputs, other than versions of functions. Each item
   * continues a sentence about the rollout.
   *
   * @param of `all`: everything that a release with these inputs would do; `named`: only what the inputs name
   */
  differences(rollout: StoredRollout, of: 'all' | 'named'): Promise<readonly string[]>;
  /** Makes this run the owner of an open rollout. */
  claim(id: RolloutId): Promise<void>;
  /** Stores a phase. Called before the change that the phase explains. */
  savePhase(rollout: StoredRollout, phase: Phase): Promise<void>;
  /** Sends a share of the traffic to the canary, in %. Opens the canary if there is none. */
  shift(rollout: StoredRollout, weight: number): Promise<void>;
  /** Gives all traffic to the new version and closes the split. Safe to repeat. */
  promote(rollout: StoredRollout): Promise<void>;
  /** Stores that the rollout is paused; `undefined`: that it is not. Safe to repeat. */
  pause(pause: Pause | undefined): Promise<void>;
  /** Stores all approvals of the rollout so far. Safe to repeat. */
  saveApprovals(rollout: StoredRollout): Promise<void>;
  /**
   * For a rollout that another run left at 0%, and that a person has approved of in this one: accepts its record for the
   * first shift. Throws a `KnownError` if AWS does not confirm what it releases.
   */
  admit(rollout: StoredRollout): Promise<void>;
  /** If no state is stored: finds a rollout that one of the functions in the inputs takes part in. */
  readonly readOtherRollout?: () => Promise<NotResumable | undefined>;
  /** If no state is stored: describes an existing split in a sentence. */
  readUnknownSplit(): Promise<string | undefined>;
  /** Finds what earlier releases left and nothing uses. Changes nothing. */
  sweep(order: SweepOrder): Promise<Sweep>;
  /** Finds how to roll back to an earlier release. Changes nothing. */
  findUndo(to: EarlierRelease): Promise<Undo>;
  /** The commands that show the current state. */
  showCommands(): readonly string[];
  /**
   * The commands for repairing by hand what is left to repair.
   *
   * @param observation `undefined`: the current state is not known, so every repair that may be needed
   */
  repairCommands(record: RolloutRecord, observation?: RepairState): readonly string[];
  /** The commands that remove the stored state by hand, and change nothing else; empty if none is stored. */
  forgetCommands(): Promise<readonly string[]>;
  /** Whether the promotion removes the split completely. */
  closesSplit(record: RolloutRecord): boolean;
  /** How people reach the new version of a rollout that waits at 0%. */
  wayIn(rollout: StoredRollout): WayIn;
  /** The URLs of the versions of a rollout, for people and hooks; an alias has none. */
  urls(rollout: StoredRollout): {
    readonly stageUrl: string | undefined;
    readonly shadowUrl: string | undefined;
  };
  /** How smoke checks reach one version of a rollout alone; omitted: they cannot. */
  readonly reach?: (rollout: StoredRollout) => Promise<Reach>;
  /** The form in which a function gets requests of users; omitted: a stage makes the events. */
  readonly formatOf?: Reach['formatOf'];
  /**
   * The target's part of a report.
   *
   * @param snapshot `undefined`: describe the state before the rollout
   * @param now `unread`: the state in AWS has not been read since the last change
   */
  describe(
    snapshot?: { readonly rollout: StoredRollout; readonly trafficState: TrafficState },
    now?: 'unread',
  ): TargetReport;
}

/** A function to release, and the published version that serves now. */
export interface FunctionToRelease {
  readonly name: string;
  /** Empty if no version serves yet. */
  readonly from: string;
  /** An existing version to release; `undefined`: publish one. */
  readonly version: string | undefined;
}

/** A clean preflight: what is needed to start. */
export interface TargetSetup {
  readonly functions: readonly FunctionToRelease[];
  /** The longest that a response may take, in seconds. */
  readonly longestAnswerSeconds: number;
  /** The number of names under which requests to single routes may be counted; absent: none. */
  readonly detailedRoutes?: number;
  /** Environments of provisioned concurrency that are allocated for the new versions. */
  readonly provisionedForNew: number;
  /** What a change of the weight moves by one call each; absent: one call moves all. */
  readonly movedOneByOne?: MovedOneByOne;
  /** What the counts of this target cannot show. */
  readonly blindSpots: readonly BlindSpot[];
  /** The ARNs of the functions, without a qualifier. */
  readonly functionArns: readonly string[];
  /** The permissions that a role needs for this target. */
  policy(order: PolicyOrder): readonly Statement[];
  /** What the release changes besides traffic, for a plan. */
  readonly foreseen?: readonly string[];
  /** Only for functions whose code is in the inputs. */
  readonly uploads?: ForeseenUploads;
  /** If requested: repairs what another release left, before anything else, and describes what it did. */
  readonly repair?: () => Promise<string>;
  /** Makes or selects the versions to release. Safe to repeat: what exists is not published again. */
  publish(publishing: PublishServices): Promise<readonly FunctionChange[]>;
  /** Explains why these versions change nothing; `undefined` if they do change something. */
  whyUnchanged(changes: readonly FunctionChange[]): Promise<string | undefined>;
  /**
   * Only if no version serves yet, so there is nothing to compare with: gives all traffic to the versions, and
   * describes what was created.
   */
  readonly serveFirst?: (changes: readonly FunctionChange[]) => Promise<string>;
  /** The target's part of the record to store. Throws a `KnownError` on a contradiction. */
  record(changes: readonly FunctionChange[]): TargetRecord;
  /**
   * Checks that the tags have room for everything that the rollout will store.
   *
   * @param signs whether the outcome is stored at the end
   */
  checkRoom(record: RolloutRecord, signs: boolean, findings: Problems): Promise<void>;
  /** The ARN of the resource whose tags store it. */
  readonly storedOn: string;
  /** Stores the rollout and creates everything that the canary needs and no user sees. */
  prepare(record: RolloutRecord, preparing: PrepareServices): Promise<StoredRollout>;
}

/** Code that publishing uploads first. An upload is not undone. */
export interface ForeseenUploads {
  /** What will be uploaded, for a plan. */
  readonly foreseen: readonly string[];
  /** What a release that goes no further leaves; empty: nothing was begun. */
  left(): Promise<readonly string[]>;
}

/** What publishing needs. */
export interface PublishServices {
  /** Logs a line. */
  readonly say: (line: string) => void;
  /** Repository and commit, for the descriptions of what is published. */
  readonly source: string;
}

/** What a long operation needs while it runs. */
export interface PrepareServices {
  /** Logs a line. */
  readonly say: (line: string) => void;
  /** Waits, unless the job is cancelled. */
  readonly pause: (seconds: number) => Promise<void>;
  readonly stopped: () => boolean;
}

export interface Undo {
  /** From the version to return to, to the one that serves now. */
  readonly functions: readonly FunctionChange[];
  /** What it returns to: `deployment a1b2c3 with orders 7`. */
  readonly words: string;
  /** Whether AWS is in that state already. */
  readonly done: boolean;
  /** Moves all traffic, reads it back, and throws a `KnownError` when AWS returns something else. */
  go(): Promise<void>;
}

/** What to search for. */
export interface SweepOrder {
  /** How many of the newest to keep, of each function and of the API's deployments. */
  readonly keep: number;
  readonly functions: readonly ReleasedFunction[];
  /** The promoted release; `undefined`: it has not run yet. */
  readonly rollout: StoredRollout | undefined;
}

/** The versions of a release: the one that serves now, and the one to return to. */
export interface ReleasedVersions {
  readonly from: string;
  /** `undefined`: it is not published yet. */
  readonly to: string | undefined;
}

export interface ReleasedFunction extends ReleasedVersions {
  readonly name: string;
}

/** Something that is no longer known to be in use. */
export interface Leftover {
  /** `version 3 of "orders"`. */
  readonly words: string;
  remove(): Promise<void>;
}

export interface Sweep {
  /** Oldest first. */
  readonly leftovers: readonly Leftover[];
  /** What is kept although it is old, and why. */
  readonly notes: readonly string[];
}
