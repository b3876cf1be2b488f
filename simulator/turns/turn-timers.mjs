// Timers that fire when they are told to look at the time, with the interface of Node's.

/** Node changes longer delays to 1 ms. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** @param {() => number} now milliseconds since the epoch */
export function createTurnTimers(now) {
  const pending = createPending();
  const Timer = timerClass(pending, now);
  const numbered = new Map();
  let count = 0;
  const fire = setImmediate;

  const dueNow = () => (pending.first()?.due ?? Number.POSITIVE_INFINITY) <= now();
  /** One after the other, and what each of them starts in between, as in Node. */
  const fireDue = () => {
    if (!dueNow()) return;
    const timer = pending.first();
    timer.close();
    if (timer.repeat) timer.refresh();
    fire(fireDue);
    timer.callback(...timer.args);
  };
  return {
    due: () => pending.first()?.due,
    /** @param {(held: boolean) => void} listener called when timers begin or cease to keep the process alive */
    onRef: pending.onRef,
    /** Fires those that are due. */
    look: () => {
      if (dueNow()) fire(fireDue);
    },
    start: (callback, ms, repeat, args) => {
      const timer = new Timer(callback, ms, repeat, args);
      const number = ++count;
      // Some programs stop a timer by its number.
      timer[Symbol.toPrimitive] = () => {
        numbered.set(number, timer);
        return number;
      };
      return timer.refresh();
    },
    /** Stops all. */
    clear: pending.clear,
    /** @returns whether it was one of these timers */
    stop: (timer) => {
      const found = timer instanceof Timer ? timer : numbered.get(Number(timer));
      found?.close();
      return found !== undefined;
    },
  };
}

/** The timers that run, and how many of them keep the process alive. */
function createPending() {
  const timers = new Set();
  let held = 0;
  let onRef = () => {};
  const hold = (by) => {
    const before = held > 0;
    held += by;
    if (before !== held > 0) onRef(held > 0);
  };
  return {
    has: (timer) => timers.has(timer),
    hold,
    onRef: (listener) => {
      onRef = listener;
      onRef(held > 0);
    },
    /** Those of the same time in the order in which they were started. */
    first: () => {
      let found;
      for (const timer of timers) if (!found || timer.due < found.due) found = timer;
      return found;
    },
    add: (timer) => {
      timers.add(timer);
      if (timer.hasRef()) hold(1);
    },
    clear: () => {
      for (const timer of [...timers]) timer.close();
    },
    remove: (timer) => {
      if (timers.delete(timer) && timer.hasRef()) hold(-1);
    },
  };
}

function timerClass(pending, now) {
  return class Timer {
    #referenced = true;
    constructor(callback, ms, repeat, args) {
      Object.assign(this, { callback, args, repeat, ms: delayOf(ms) });
    }
    refresh() {
      this.close();
      this.due = now() + this.ms;
      pending.add(this);
      return this;
    }
    close() {
      pending.remove(this);
      return this;
    }
    ref() {
      return this.#refer(true);
    }
    unref() {
      return this.#refer(false);
    }
    hasRef() {
      return this.#referenced;
    }
    [Symbol.dispose ?? Symbol.for('dispose')]() {
      this.close();
    }
    #refer(referenced) {
      if (referenced !== this.#referenced && pending.has(this)) pending.hold(referenced ? 1 : -1);
      this.#referenced = referenced;
      return this;
    }
  };
}

function delayOf(ms) {
  const delay = Number(ms);
  return delay >= 1 && delay <= LONGEST_DELAY_MS ? delay : 1;
}
