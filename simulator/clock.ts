// The simulator's time. It may run faster than the wall clock, and be advanced. Another process shares it
// by loading `process-clock.mjs` with the same settings.

export interface ClockSettings {
  /** Simulated seconds per real second; 1 is real time. */
  readonly rate: number;
  /** The real time, in milliseconds since the epoch, at which both clocks showed the same. */
  readonly originMs: number;
  /** Simulated milliseconds by which it was advanced since; 0 if it never was. */
  readonly aheadMs: number;
  /** The socket of a clock that waits for its processes (see turns/turn-clock.ts). */
  readonly turns?: string;
  /** By how many milliseconds the clock of a process that takes turns is ahead; default 0. */
  readonly skewMs?: number;
}

export interface Clock {
  /** The current settings. */
  readonly settings: ClockSettings;
  /** Milliseconds since the epoch, simulated. */
  now(): number;
  /** Resolves after that many simulated milliseconds. Does not keep the process alive. */
  sleep(ms: number): Promise<void>;
  /** Calls back after that many simulated milliseconds, unless the returned function is called first. */
  after(ms: number, callback: () => void): () => void;
  /** Calls back repeatedly at this interval (simulated milliseconds), until the returned function is called. */
  every(ms: number, callback: () => void): () => void;
  /**
   * Starts now; each call returns the milliseconds since then, of work rather than of waiting: real ones on a fast clock,
   * where one of them is many simulated ones.
   */
  startStopwatch(): () => number;
  /** Advances the clock. Callbacks that become due are called in order, each at its own time. */
  forward(ms: number): void;
  /** Ends it, if it needs that; called by the simulator that has it. */
  close?(): Promise<void>;
}

/** The value of `CANARY_CLOCK`, for a process that starts now. */
export function clockVariable(settings: ClockSettings): string {
  const { rate, originMs, aheadMs, turns, skewMs = 0 } = settings;
  if (turns !== undefined) return `turns:${skewMs}:${turns}`;
  return aheadMs === 0 ? `${rate}:${originMs}` : `${rate}:${originMs}:${aheadMs}`;
}

interface Alarm {
  readonly due: number;
  readonly ring: () => void;
}

/** A clock that runs `rate` times as fast as the wall clock, from the moment of the call. */
export function createClock(rate = 1, originMs: number = Date.now()): Clock {
  let aheadMs = 0;
  const alarms = new Set<Alarm>();
  const now = () => originMs + aheadMs + (Date.now() - originMs) * rate;
  const after = (ms: number, callback: () => void) => {
    const stop = () => {
      clearTimeout(timer);
      alarms.delete(alarm);
    };
    const ring = () => {
      stop();
      callback();
    };
    const alarm = { due: now() + ms, ring };
    const timer = setTimeout(ring, ms / rate);
    timer.unref();
    alarms.add(alarm);
    return stop;
  };
  const every = (ms: number, callback: () => void) => {
    let stop = () => {};
    const wind = () => {
      stop = after(ms, () => {
        wind();
        callback();
      });
    };
    wind();
    return () => stop();
  };
  const forward = (ms: number) => {
    const until = now() + ms;
    const to = (moment: number) => {
      aheadMs += Math.max(0, moment - now());
    };
    for (;;) {
      const [next] = [...alarms].filter(({ due }) => due <= until).sort((a, b) => a.due - b.due);
      if (!next) break;
      to(next.due);
      next.ring();
    }
    to(until);
  };
  return {
    get settings() {
      return { rate, originMs, aheadMs };
    },
    now,
    after,
    sleep: (ms) => new Promise((resolve) => void after(ms, resolve)),
    every,
    startStopwatch: () => {
      const startedAt = performance.now();
      return () => performance.now() - startedAt;
    },
    forward,
  };
}
