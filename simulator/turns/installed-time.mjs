// What a program reads the time with, besides its timers, made to show another time.

import timers from 'node:timers';

/** @param {() => number} now milliseconds since the epoch */
export function installDate(now) {
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

/** Reimplemented: whether Node's own function uses the timers replaced here depends on its version. */
export function installAbortTimeout() {
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
