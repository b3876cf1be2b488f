// The simulator's time. It may run faster than the wall clock; a process beside the simulator
// shares it by loading `process-clock.mjs` with the same rate and origin.

export interface ClockSettings {
  /** Simulated seconds per real second; 1 is real time. */
  readonly rate: number;
  /** The real time, in milliseconds since the epoch, at which both clocks showed the same. */
  readonly originMs: number;
}

export interface Clock {
  readonly settings: ClockSettings;
  /** Milliseconds since the epoch, simulated. */
  now(): number;
  /** Resolves after that many simulated milliseconds. Does not keep the process alive. */
  sleep(ms: number): Promise<void>;
  /** Calls back after that many simulated milliseconds, until the returned function is called. */
  after(ms: number, callback: () => void): () => void;
  /** Calls back every so many simulated milliseconds, until the returned function is called. */
  every(ms: number, callback: () => void): () => void;
}

/** A clock that runs `rate` times as fast as the wall clock, from the moment of the call. */
export function createClock(rate = 1, originMs: number = Date.now()): Clock {
  const now = () => originMs + (Date.now() - originMs) * rate;
  const after = (ms: number, callback: () => void) => {
    const timer = setTimeout(callback, ms / rate);
    timer.unref();
    return () => clearTimeout(timer);
  };
  return {
    settings: { rate, originMs },
    now,
    after,
    sleep: (ms) => new Promise((resolve) => void after(ms, resolve)),
    every: (ms, callback) => {
      const timer = setInterval(callback, ms / rate);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}
