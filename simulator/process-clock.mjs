// Makes a whole Node process use the simulator's clock, without changes to its code:
//
//   NODE_OPTIONS=--import=/…/simulator/process-clock.mjs  CANARY_CLOCK=60:1750000000000  node app.js
//
// CANARY_CLOCK is "rate:originMs", or "rate:originMs:aheadMs" for a clock that was advanced (see clock.ts).
// Without it nothing changes. Everything a program reads or waits for is scaled: Date, performance.now,
// hrtime, uptime, timers, and AbortSignal.timeout. Timers of sockets stay real, because the network is real;
// so do the marks and measures of performance. Plain JavaScript, so that it needs no loader and starts fast.
//
// "turns:skewMs:socket" is a clock that waits for its processes (see turns/process-turns.mjs).

import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers';
import { installAbortTimeout, installDate } from './turns/installed-time.mjs';

/** Node changes longer delays to 1 ms. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** @param {string} text "rate:originMs" or "rate:originMs:aheadMs" */
function parseSettings(text) {
  const [rate, originMs, aheadMs = 0, ...rest] = text.split(':').map(Number);
  const finite = [rate, originMs, aheadMs].every(Number.isFinite);
  if (!(rate > 0) || !finite || rest.length > 0) {
    throw new Error(`CANARY_CLOCK must be "rate:originMs", e.g. "60:1750000000000"; got "${text}"`);
  }
  return { rate, originMs, aheadMs };
}

function installPerformance({ rate, originMs, aheadMs }) {
  const realNow = performance.now.bind(performance);
  const timeOrigin = originMs + aheadMs + (performance.timeOrigin - originMs) * rate;
  Object.defineProperties(performance, {
    now: { value: () => realNow() * rate, writable: true, configurable: true },
    timeOrigin: { value: timeOrigin, configurable: true },
  });
}

function installHrtime(rate) {
  const realNanoseconds = process.hrtime.bigint;
  const realUptime = process.uptime;
  // BigInt has no fractions: the rate is rounded to thousandths.
  const thousandths = BigInt(Math.round(rate * 1000));
  const bigint = () => (realNanoseconds() * thousandths) / 1000n;
  const hrtime = (previous) => {
    const total = bigint();
    const earlier = previous ? BigInt(previous[0]) * 1_000_000_000n + BigInt(previous[1]) : 0n;
    const elapsed = total - earlier;
    return [Number(elapsed / 1_000_000_000n), Number(elapsed % 1_000_000_000n)];
  };
  process.hrtime = Object.assign(hrtime, { bigint });
  process.uptime = () => realUptime.call(process) * rate;
}

/** Real milliseconds by which a timer may be late before the process counts as stalled. */
const STALL_MS = 10;

/**
 * On a fast clock, a stall of this process is a long time, in which awaited answers may have arrived. A late
 * timer therefore lets these be handled first; they may still clear it.
 */
function installStallGuard(realNow) {
  const held = new WeakMap();
  const { setTimeout: real, clearTimeout: clear } = timers;
  const clearHeld = (timer) => {
    if (typeof timer === 'object' && timer !== null) clearImmediate(held.get(timer));
    clear(timer);
  };
  globalThis.clearTimeout = clearHeld;
  timers.clearTimeout = clearHeld;
  return (callback, ms, ...args) => {
    const due = realNow() + Math.max(1, Number(ms) || 0);
    const run = () => callback.apply(timer, args);
    const fire = () => {
      if (realNow() - due < STALL_MS) run();
      else held.set(timer, setImmediate(run));
    };
    const timer = real(typeof callback === 'function' ? fire : callback, ms);
    return timer;
  };
}

function installTimers(rate) {
  const patient = installStallGuard(performance.now.bind(performance));
  // Delays that Node refuses or changes to 1 ms are passed on unchanged.
  const scaled = (ms) => (ms === undefined || ms > LONGEST_DELAY_MS ? ms : ms / rate);
  const { promises } = timers;
  const { setTimeout: later, setInterval: ticks, scheduler } = promises;
  const wait = scheduler.wait.bind(scheduler);
  promises.setTimeout = (ms, ...rest) => later(scaled(ms), ...rest);
  promises.setInterval = (ms, ...rest) => ticks(scaled(ms), ...rest);
  scheduler.wait = (ms, options) => wait(scaled(ms), options);
  for (const name of ['setTimeout', 'setInterval']) {
    const real = name === 'setTimeout' ? patient : timers[name];
    const wrapped = (callback, ms, ...args) => real(callback, scaled(ms), ...args);
    Object.defineProperty(wrapped, 'name', { value: name });
    globalThis[name] = wrapped;
    timers[name] = wrapped;
  }
  // util.promisify(setTimeout) finds its promise form under this symbol.
  Object.defineProperty(timers.setTimeout, Symbol.for('nodejs.util.promisify.custom'), {
    value: (ms, ...rest) => promises.setTimeout(ms, ...rest),
  });
}

function install(settings) {
  const { rate, originMs, aheadMs } = settings;
  const realNow = Date.now;
  installTimers(rate);
  installDate(() => originMs + aheadMs + (realNow() - originMs) * rate);
  installPerformance(settings);
  installHrtime(rate);
  installAbortTimeout();
  syncBuiltinESMExports();
}

if (process.env.CANARY_CLOCK?.startsWith('turns:')) {
  const { installTurns } = await import('./turns/process-turns.mjs');
  installTurns(process.env.CANARY_CLOCK);
} else if (process.env.CANARY_CLOCK) {
  install(parseSettings(process.env.CANARY_CLOCK));
}
