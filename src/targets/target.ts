// Where a weight is set. One interface for every kind of traffic split; a new kind is a new file.

import type { Phase } from '../rollout/phase.ts';
import type { Memory, Remembered } from '../rollout/record.ts';
import type { Standing } from '../rollout/standing.ts';

/** What a target is, for people. */
export interface TargetName {
  /** `REST API orders (a1b2c3d4e5), stage prod`. */
  readonly words: string;
  readonly restApiId: string;
  readonly stageName: string;
  readonly region: string;
}

/** What stands in AWS now. */
export interface Observed {
  readonly memory: Memory;
  /** Only where the memory holds a rollout. */
  readonly standing: Standing | undefined;
}

/**
 * A place where traffic is split. Every method reads back what it wrote and throws a
 * `RolloutError` when AWS shows something else, or when what stands there is not ours.
 */
export interface Target {
  readonly name: TargetName;
  /** Reads what is remembered and what stands. Changes nothing. */
  observe(signal?: AbortSignal): Promise<Observed>;
  /** Remembers a phase; called before the change that the phase explains. */
  remember(rollout: Remembered, phase: Phase): Promise<void>;
  /** Gives the canary a share of the traffic, in per cent. Opens the canary where there is none. */
  shift(rollout: Remembered, weight: number): Promise<void>;
  /** Makes the new version the one that stands, and closes the split. Safe to repeat. */
  promote(rollout: Remembered): Promise<void>;
  /**
   * Gives all traffic back to the version that stood before. The first call it makes is the one
   * that moves the traffic. Safe to repeat.
   *
   * @param rollout as last observed
   */
  rollBack(rollout: Remembered, standing: Standing, signal?: AbortSignal): Promise<void>;
  /** Removes what was remembered, and nothing else. */
  forget(): Promise<void>;
}
