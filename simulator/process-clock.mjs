// Makes a whole Node process use the simulator's clock, without changes to its code:
//
//   NODE_OPTIONS=--import=/…/simulator/process-clock.mjs  CANARY_CLOCK=60:1750000000000  node app.js
//
// CANARY_CLOCK is "rate:originMs", or "rate:originMs:aheadMs" for a clock that was advanced (see clock.ts).
// Without it nothing changes. Everything a program reads or waits for is scaled: Date, performance.now,
// hrtime, uptime, timers, and AbortSignal.timeout. Timers of sockets stay real, because the network is real;
// so do the marks and measures of performance. Plain JavaScript, so that it needs no loader and starts fast.
//
// With CANARY_CLOCK_FILE the clock can be advanced while the process runs: the file contains the settings in
// the same form, and is read periodically. Due setTimeout timers then fire.

import { readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers';

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

function installDate(now) {
  const RealDate = Date;
  function ScaledDate(...args) {
    if (new.target === undefined) return new RealDate(now()).toString();
    return Reflect.construct(RealDate, args.length === 0 ? [now()] : args, new.target);
  }
  // Both share one prototype: a date created by Node itself is an instance of this Date, too.
  ScaledDate.prototype = RealDate.prototype;
  const statics = {
    name: { value: 'Date', configurable: true },
    length: { value: RealDate.length, configurable: true },
    now: { value: () => Math.floor(now()), writable: true, configurable: true },
    parse: Object.getOwnPropertyDescriptor(RealDate, 'parse'),
    UTC: Object.getOwnPropertyDescriptor(RealDate, 'UTC'),
  };
  Object.defineProperties(ScaledDate, statics);
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: ScaledDate,
    writable: true,
    configurable: true,
  });
  globalThis.Date = ScaledDate;
}

/** @param jumped simulated milliseconds by which the clock was advanced since the process started */
function installPerformance({ rate, originMs, aheadMs }, jumped) {
  const realNow = performance.now.bind(performance);
  const timeOrigin = originMs + aheadMs + (performance.timeOrigin - originMs) * rate;
  Object.defineProperties(performance, {
    now: { value: () => realNow() * rate + jumped(), writable: true, configurable: true },
    timeOrigin: { value: timeOrigin, configurable: true },
  });
}

function installHrtime(rate, jumped) {
  const realNanoseconds = process.hrtime.bigint;
  const realUptime = process.uptime;
  // BigInt has no fractions: the rate is rounded to thousandths.
  const thousandths = BigInt(Math.round(rate * 1000));
  const bigint = () =>
    (realNanoseconds() * thousandths) / 1000n + BigInt(Math.round(jumped() * 1e6));
  const hrtime = (previous) => {
    const total = bigint();
    const earlier = previous ? BigInt(previous[0]) * 1_000_000_000n + BigInt(previous[1]) : 0n;
    const elapsed = total - earlier;
    return [Number(elapsed / 1_000_000_000n), Number(elapsed % 1_000_000_000n)];
  };
  process.hrtime = Object.assign(hrtime, { bigint });
  process.uptime = () => realUptime.call(process) * rate + jumped() / 1000;
}

/** Real milliseconds by which a timer may be late before the process counts as stalled. */
const STALL_MS = 10;

/**
 * On a fast clock, a stall of this process is a long time, in which awaited answers may have arrived. A late
 * timer therefore lets these be handled first; they may still clear it.
 *
 * @param upcoming the pending timers, for a clock that may be advanced
 */
function installStallGuard(realNow, upcoming) {
  const held = new WeakMap();
  const { setTimeout: real, clearTimeout: clear } = timers;
  const clearHeld = (timer) => {
    if (typeof timer === 'object' && timer !== null) clearImmediate(held.get(timer));
    upcoming.delete(timer);
    clear(timer);
  };
  globalThis.clearTimeout = clearHeld;
  timers.clearTimeout = clearHeld;
  return (callback, ms, ...args) => {
    const due = realNow() + Math.max(1, Number(ms) || 0);
    const run = () => {
      upcoming.delete(timer);
      callback.apply(timer, args);
    };
    const fire = () => {
      if (realNow() - due < STALL_MS) run();
      else held.set(timer, setImmediate(run));
    };
    const timer = real(typeof callback === 'function' ? fire : callback, ms);
    upcoming.set(timer, { due, run });
    return timer;
  };
}

function installTimers(rate, upcoming) {
  const patient = installStallGuard(performance.now.bind(performance), upcoming);
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

/** Reimplemented: whether Node's own function uses the timers replaced here depends on its version. */
function installAbortTimeout() {
  const refuse = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (ms) => {
    const isDelay = Number.isInteger(ms) && ms >= 0 && ms < 2 ** 32;
    if (!isDelay) return refuse(ms);
    const controller = new AbortController();
    const expire = () => {
      const message = 'The operation was aborted due to timeout';
      controller.abort(new DOMException(message, 'TimeoutError'));
    };
    timers.setTimeout(expire, ms).unref();
    return controller.signal;
  };
}

/** Real milliseconds between two readings of the file. */
const FOLLOW_MS = 5;

/**
 * Reads how far the clock was advanced, and fires the timers that are due, the earliest first.
 *
 * @param upcoming by timer, its real time in milliseconds and its callback
 * @param forward called with the simulated milliseconds by which the clock is now ahead
 */
function follow(file, { rate }, upcoming, forward) {
  const realNow = performance.now.bind(performance);
  const { setInterval: often, clearTimeout: clear } = timers;
  let ahead;
  const read = () => {
    const { aheadMs } = parseSettings(readFileSync(file, 'utf8'));
    const gained = (aheadMs - (ahead ?? aheadMs)) / rate;
    ahead = aheadMs;
    forward(aheadMs);
    for (const waiting of upcoming.values()) waiting.due -= gained;
    const inOrder = [...upcoming].sort(([, a], [, b]) => a.due - b.due);
    for (const [timer, { due, run }] of inOrder) {
      if (due > realNow() || !upcoming.has(timer)) continue;
      clear(timer);
      run();
    }
  };
  read();
  often(read, FOLLOW_MS).unref();
}

function install(settings, file) {
  const { rate, originMs, aheadMs } = settings;
  const realNow = Date.now;
  const upcoming = new Map();
  let ahead = aheadMs;
  const jumped = () => ahead - aheadMs;
  if (file) {
    follow(file, settings, upcoming, (to) => {
      ahead = to;
    });
  }
  installTimers(rate, upcoming);
  installDate(() => originMs + ahead + (realNow() - originMs) * rate);
  installPerformance(settings, jumped);
  installHrtime(rate, jumped);
  installAbortTimeout();
  syncBuiltinESMExports();
}

if (process.env.CANARY_CLOCK) {
  install(parseSettings(process.env.CANARY_CLOCK), process.env.CANARY_CLOCK_FILE);
}
