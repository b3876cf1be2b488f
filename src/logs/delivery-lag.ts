// How long CloudWatch Logs takes to receive a line. AWS documents no bound, but returns the time with each event.

/** Width of a class, in milliseconds. */
const WIDTH_MS = 100;
/** Anything later is in the last class. */
const CLASSES = 6_000;

export interface DeliveryLag {
  /** @param ms from the time at which the line was written to the time at which it was received */
  add(ms: number): void;
  /** A quantile in milliseconds, rounded up to a tenth of a second; `undefined` without any line. */
  quantile(share: number): number | undefined;
  readonly count: number;
}

export function createDeliveryLag(): DeliveryLag {
  const classes = new Map<number, number>();
  let count = 0;
  return {
    add: (ms) => {
      const index = Math.min(CLASSES - 1, Math.max(0, Math.floor(ms / WIDTH_MS)));
      classes.set(index, (classes.get(index) ?? 0) + 1);
      count += 1;
    },
    quantile: (share) => {
      let rest = Math.ceil(share * count);
      for (const index of [...classes.keys()].sort((a, b) => a - b)) {
        rest -= classes.get(index) ?? 0;
        if (rest <= 0) return (index + 1) * WIDTH_MS;
      }
      return undefined;
    },
    get count() {
      return count;
    },
  };
}
