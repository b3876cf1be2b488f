// What is due at which simulated time. Time passes only when it is told to.

export interface Alarms {
  now(): number;
  /**
   * @param awaited whether somebody waits for it: without that, nothing is lost if time stays
   * @returns stops it
   */
  add(ms: number, ring: () => void, awaited?: boolean): () => void;
  /** When the next one is due; infinity without any. */
  next(): number;
  /** Whether somebody waits for one of them. */
  areAwaited(): boolean;
  /** Lets time pass. Those that become due ring in their order, each at its own time. */
  passUntil(ms: number): void;
}

interface Alarm {
  readonly due: number;
  readonly awaited: boolean;
  readonly ring: () => void;
}

/**
 * @param startMs milliseconds since the epoch
 * @param show called with each new time, before anything that is due then
 */
export function createAlarms(startMs: number, show: (nowMs: number) => void = () => {}): Alarms {
  // In the order in which they were added.
  const alarms = new Set<Alarm>();
  let now = startMs;
  const pass = (ms: number) => {
    if (ms <= now) return;
    now = ms;
    show(now);
  };
  const first = () => {
    let found: Alarm | undefined;
    for (const alarm of alarms) if (!found || alarm.due < found.due) found = alarm;
    return found;
  };
  return {
    now: () => now,
    add: (ms, ring, awaited = false) => {
      const alarm = { due: now + Math.max(0, ms), awaited, ring };
      alarms.add(alarm);
      return () => void alarms.delete(alarm);
    },
    next: () => first()?.due ?? Number.POSITIVE_INFINITY,
    areAwaited: () => [...alarms].some(({ awaited }) => awaited),
    passUntil: (ms) => {
      for (let alarm = first(); alarm && alarm.due <= ms; alarm = first()) {
        alarms.delete(alarm);
        pass(alarm.due);
        alarm.ring();
      }
      pass(ms);
    },
  };
}
