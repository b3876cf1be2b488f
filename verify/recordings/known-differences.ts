// Where this project's simulator differs from the recordings, each with its reason. The aim is none.

export interface KnownDifference {
  readonly scenario: string;
  /** The step's key in the recording, or its number (from 1). */
  readonly step: string | number;
  readonly reason: string;
}

export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    scenario: 'alias names',
    step: 5,
    reason:
      'the function is written in Python; the simulator runs Node.js functions only, and answers so',
  },
];
