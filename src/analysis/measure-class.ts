// The classes of measures that a user can choose to compare.

/** As named by the input `compare`. */
export const CLASSES = ['errors', 'client-errors', 'latency'] as const;

export type MeasureClass = (typeof CLASSES)[number];

/** What is not compared: by choice, or because it is not counted by version. */
export interface NotCompared {
  readonly what: MeasureClass | 'routes';
  readonly why: 'off' | 'not-counted';
}
