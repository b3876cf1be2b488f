// What a trial can show to be wrong.

export type Breach =
  /** Traffic is split between both versions, and no run will finish it. */
  | 'half-rolled'
  /** A setting of the user has changed. */
  | 'lost setting'
  /** A report differs from the actual state. */
  | 'wrong report'
  /** Not split, but in a state that the fault does not allow. */
  | 'wrong ending'
  /** More user requests failed than the canary's errors explain. */
  | 'failed request';

export interface Finding {
  readonly breach: Breach;
  readonly why: string;
}
