// Replaces what a program of this process reads the time with and waits for, once: programs keep what they have found.
// Which time it is can change: that of a turn, or, if there is none, the real time.

import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers';
import { installAbortTimeout, installDate } from './installed-time.mjs';

/**
 * @typedef {object} Time
 * @property {() => number} now milliseconds since the epoch
 * @property {ReturnType<typeof import('./turn-timers.mjs').createTurnTimers>} turns
 */

/** As they were at first. */
export const REAL = {
  setInterval: timers.setInterval,
  setTimeout: timers.setTimeout,
  elapsed: performance.now.bind(performance),
};

/** @returns {(time: Time | undefined) => void} sets the time; `undefined`: the real one */
export function installTime() {
  /** @type {Time & { start: number } | undefined} */
  let time;
  const current = () => time;
  const realNow = Date.now;
  installTimers(current);
  installDate(() => time?.now() ?? realNow());
  installElapsed(current);
  installAbortTimeout();
  syncBuiltinESMExports();
  return (next) => {
    time = next && { ...next, start: next.now() };
  };
}

function installElapsed(current) {
  const [realOrigin, realHrtime, realUptime] = [
    performance.timeOrigin,
    process.hrtime,
    process.uptime,
  ];
  const sinceStart = ({ now, start }) => now() - start;
  const choose = (turn, real) => {
    const time = current();
    return time ? turn(time) : real();
  };
  Object.defineProperties(performance, {
    now: {
      value: () => choose(sinceStart, REAL.elapsed),
      writable: true,
      configurable: true,
    },
    timeOrigin: {
      get: () =>
        choose(
          ({ start }) => start,
          () => realOrigin,
        ),
      configurable: true,
    },
  });
  const bigint = () =>
    choose((time) => BigInt(Math.round(sinceStart(time) * 1e6)), realHrtime.bigint);
  const hrtime = (previous) => {
    const elapsed =
      bigint() - (previous ? BigInt(previous[0]) * 1_000_000_000n + BigInt(previous[1]) : 0n);
    return [Number(elapsed / 1_000_000_000n), Number(elapsed % 1_000_000_000n)];
  };
  process.hrtime = Object.assign(hrtime, { bigint });
  process.uptime = () =>
    choose(
      (time) => sinceStart(time) / 1000,
      () => realUptime.call(process),
    );
}

function installTimers(current) {
  const { clearTimeout: clear } = timers;
  const replace = (name, value) => {
    Object.defineProperty(value, 'name', { value: name });
    globalThis[name] = value;
    timers[name] = value;
  };
  for (const name of ['setTimeout', 'setInterval']) {
    const real = timers[name];
    replace(name, (callback, ms, ...args) => {
      const turns = current()?.turns;
      // Node's own function refuses what is no callback.
      return turns && typeof callback === 'function'
        ? turns.start(callback, ms, name === 'setInterval', args)
        : real(callback, ms, ...args);
    });
  }
  for (const name of ['clearTimeout', 'clearInterval']) {
    replace(name, (timer) => {
      if (timer === undefined || timer === null) return;
      if (!current()?.turns.stop(timer)) clear(timer);
    });
  }
  const { setTimeout: realLater } = timers.promises;
  const later = (ms, value, options) => {
    const turns = current()?.turns;
    return turns ? laterIn(turns, ms, value, options) : realLater(ms, value, options);
  };
  timers.promises.setTimeout = later;
  timers.promises.scheduler.wait = (ms, options) => later(ms, undefined, options);
  timers.promises.setInterval = async function* ticks(ms, value, options) {
    for (;;) yield await later(ms, value, options);
  };
  // util.promisify(setTimeout) finds its promise form under this symbol.
  Object.defineProperty(timers.setTimeout, Symbol.for('nodejs.util.promisify.custom'), {
    value: later,
  });
}

function laterIn(turns, ms, value, { signal, ref = true } = {}) {
  return new Promise((resolve, reject) => {
    const stop = () => {
      turns.stop(timer);
      reject(
        new DOMException('The operation was aborted', {
          name: 'AbortError',
          cause: signal.reason,
        }),
      );
    };
    const timer = turns.start(
      () => {
        signal?.removeEventListener('abort', stop);
        resolve(value);
      },
      ms,
      false,
      [],
    );
    if (!ref) timer.unref();
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
