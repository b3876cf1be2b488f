// Where a weight is set. One interface for every kind of traffic split; a new kind is a new folder.

import type { Problems } from '../base/problems.ts';
import type { CountSource } from '../monitor/count-source.ts';
import type { TargetReport } from '../report/report.ts';
import type { LastOutcome } from '../rollout/last-outcome.ts';
import type { EarlierRelease } from '../rollout/past-releases.ts';
import type { Pause } from '../rollout/pause-tag.ts';
import type { Phase } from '../rollout/phase.ts';
import type { NotResumable, RolloutRecord, StoredRollout, StoredState } from '../rollout/record.ts';
import type { FunctionChange, RolloutId } from '../rollout/release.ts';
import type { TargetRecord } from '../rollout/target-record.ts';
import type { TrafficState } from '../rollout/traffic-state.ts';
import type { Statement } from './iam-policy.ts';
import type { ReleasedVersions } from './retention.ts';

/** Which versions of a rollout have all the traffic. */
export type ServedSide = 'before' | 'new';

/** What stands in AWS now. */
export interface TargetState {
  readonly stored: StoredState;
  /** Only where the memory holds a rollout. */
  readonly trafficState: TrafficState | undefined;
}

/** Where a rollout is, and what is seen of it in AWS. */
export interface RepairState {
  readonly phase: Phase;
  readonly trafficState: TrafficState;
}

/** What shows how far a rollout is. */
export interface TargetReads {
  /**
   * Reads what is remembered and what stands. Changes nothing. A rollout is remembered only where this run
   * wrote it, or where it moves no more than was asked for and AWS bears it out.
   */
  observe(): Promise<TargetState>;
  /** Reads what stands, as this rollout sees it, whatever is remembered. Changes nothing. */
  look(rollout: StoredRollout): Promise<TrafficState>;
}

/**
 * What restores traffic, and what is left to do once traffic is where it is to stay. It is made from the rollback
 * clients alone, so nothing of it is refused when the job is to stop.
 */
export interface RollbackTarget extends TargetReads {
  /**
   * Gives all traffic back to the version that stood before. The first call it makes is the one
   * that moves the traffic. Safe to repeat.
   *
   * @param standing as last observed
   */
  restore(rollout: StoredRollout, trafficState: TrafficState): Promise<void>;
  /**
   * A run that died while promoting may have left a last part undone; nothing of it is seen by users. Safe to
   * repeat.
   */
  completePromotion(rollout: StoredRollout): Promise<void>;
  /**
   * When the bake is over: lets go of what was kept where it was for the sake of a short way back. Safe
   * to repeat. Throws a `KnownError` that says what stands instead.
   */
  readonly finalizeProvisioned?: (
    rollout: StoredRollout,
    waiting: PrepareServices,
  ) => Promise<void>;
  /**
   * When a rollout is over: clears away what was made beside the traffic, and what only the side that
   * lost needed. Safe to repeat.
   */
  cleanUp(rollout: StoredRollout, stands: ServedSide): Promise<void>;
  /**
   * Removes what was remembered, and nothing else.
   *
   * @param last is left behind, if given
   * @param of the rollout that is forgotten; another one's is left; omitted: whatever is remembered of
   *   this target
   */
  clearState(last?: LastOutcome, of?: RolloutId): Promise<void>;
}

/**
 * A place where traffic is split. Every method reads back what it wrote and throws a
 * `KnownError` when AWS shows something else, or when what stands there is not ours.
 */
export interface Target extends TargetReads {
  /** `the stage prod of REST API a1b2c3d4e5`, for sentences. */
  readonly words: string;
  /** For a rollback, and the end of a rollout. */
  readonly rollback: RollbackTarget;
  /** Counts the traffic of both versions. */
  readonly countSource: CountSource;
  /** Is told of a record that this run, or its main step, wrote or has found borne out, by its seal. */
  knows(seal: string): void;
  /** Preflight: reads everything, changes nothing. `undefined` when problems hide the rest. */
  inspect(findings: Problems): Promise<TargetSetup | undefined>;
  /** Makes a rollout that is open this run's own. */
  claim(id: RolloutId): Promise<void>;
  /** Remembers a phase; called before the change that the phase explains. */
  savePhase(rollout: StoredRollout, phase: Phase): Promise<void>;
  /** Gives the canary a share of the traffic, in per cent. Opens the canary where there is none. */
  shift(rollout: StoredRollout, weight: number): Promise<void>;
  /** Makes the new version the one that stands, and closes the split. Safe to repeat. */
  promote(rollout: StoredRollout): Promise<void>;
  /** Remembers that the rollout is paused; `undefined`: that it is not. Safe to repeat. */
  pause(pause: Pause | undefined): Promise<void>;
  /** Where nothing is remembered: a rollout that a part of what was asked for takes part in all the same. */
  readonly readBeside?: () => Promise<NotResumable | undefined>;
  /** Where nothing is remembered: a split that is there all the same, in a sentence. */
  readUnknownSplit(): Promise<string | undefined>;
  /** Looks for what earlier releases left and nothing leads to. Changes nothing. */
  sweep(order: SweepOrder): Promise<Sweep>;
  /** The way back behind a promotion. Changes nothing. */
  findUndo(to: EarlierRelease): Promise<Undo>;
  /** The commands that show what stands. */
  showCommands(): readonly string[];
  /**
   * The commands that put back by hand what is left to put back.
   *
   * @param seen `undefined`: the current state is not known, so whatever may be left
   */
  repairCommands(record: RolloutRecord, observation?: RepairState): readonly string[];
  /** Whether nothing of the split is to be left after the promotion. */
  closesSplit(record: RolloutRecord): boolean;
  /** Where a person or a hook can call the versions of a rollout; an alias has no such address. */
  urls(rollout: StoredRollout): {
    readonly stageUrl: string | undefined;
    readonly shadowUrl: string | undefined;
  };
  /**
   * What a report says of the target.
   *
   * @param snapshot `undefined`: of what was there before
   * @param now `unread`: what AWS shows now has not been read since it was changed
   */
  describe(
    snapshot?: { readonly rollout: StoredRollout; readonly trafficState: TrafficState },
    now?: 'unread',
  ): TargetReport;
}

/** A function to release, and the published version that is served now. */
export interface FunctionToRelease {
  readonly name: string;
  /** Empty where nothing is served yet. */
  readonly from: string;
  /** A version to release as it is; `undefined`: publish one. */
  readonly version: string | undefined;
}

/** A clean preflight: what is needed to begin. */
export interface TargetSetup {
  readonly functions: readonly FunctionToRelease[];
  /** The longest that an answer may take, in seconds. */
  readonly longestAnswerSeconds: number;
  /** Environments of provisioned concurrency that the new versions are lent. */
  readonly lends: number;
  /** The ARNs of the functions, without a qualifier. */
  readonly functionArns: readonly string[];
  /**
   * What the role must be allowed for this target.
   *
   * @param prunes after the promotion, what earlier releases left is deleted
   */
  policy(prunes: boolean): readonly Statement[];
  /** Where it was asked for: mends what another release left, before anything else, and says what. */
  readonly repair?: () => Promise<string>;
  /** Says why these versions change nothing; `undefined` when they do. */
  whyUnchanged(changes: readonly FunctionChange[]): Promise<string | undefined>;
  /**
   * Only where nothing is served yet, so that there is nothing to compare with: gives all traffic
   * to the versions, and says what was made.
   */
  readonly serveFirst?: (changes: readonly FunctionChange[]) => Promise<string>;
  /** What must be remembered of the target. Throws a `KnownError` on a contradiction. */
  record(changes: readonly FunctionChange[]): TargetRecord;
  /** The ARN of what remembers it. */
  readonly rememberedOn: string;
  /**
   * Remembers the rollout and makes everything that the canary needs and that no user sees.
   */
  prepare(record: RolloutRecord, preparing: PrepareServices): Promise<StoredRollout>;
}

/** What goes on beside something that takes its time. */
export interface PrepareServices {
  /** A line for the log. */
  readonly say: (line: string) => void;
  /** Waits, unless the job is to stop. */
  readonly pause: (seconds: number) => Promise<void>;
  readonly stopped: () => boolean;
}

export interface Undo {
  /** From the version to go back to, to the one that is served. */
  readonly functions: readonly FunctionChange[];
  /** What is gone back to: `deployment a1b2c3 with orders 7`. */
  readonly words: string;
  /** It stands so already. */
  readonly done: boolean;
  /** Moves all traffic, reads it back, and throws a `KnownError` when AWS shows something else. */
  go(): Promise<void>;
}

/** What is to be looked for. */
export interface SweepOrder {
  /** How many of the newest stay, of each function and of the API's deployments. */
  readonly keep: number;
  readonly functions: readonly ReleasedFunction[];
  /** The promoted release; `undefined`: it is yet to come. */
  readonly rollout: StoredRollout | undefined;
}

export interface ReleasedFunction extends ReleasedVersions {
  readonly name: string;
}

/** Something that nothing is known to lead to any more. */
export interface Leftover {
  /** `version 3 of "orders"`. */
  readonly words: string;
  remove(): Promise<void>;
}

export interface Sweep {
  /** Oldest first. */
  readonly leftovers: readonly Leftover[];
  /** What stays although it is old, and why. */
  readonly notes: readonly string[];
}
