// Makes a whole Node process take turns with the simulator's clock (see turn-clock.ts). Loaded by process-clock.mjs
// with CANARY_CLOCK = "turns:skewMs:socket".
//
// Time does not pass while this process works: `Date`, `performance` and the timers show the time of its turn. Once it
// has nothing left to do but wait, it says so, with the time at which its next timer is due. The simulator then
// advances the time of all processes to the earliest of them. So the time of a test depends on what happens in it, never
// on the speed of the machine. Timers that Node itself uses, as those of sockets, stay real.

import { openSync, readSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import timers from 'node:timers';
import { installAbortTimeout, installDate } from './installed-time.mjs';
import { watchRequests } from './open-requests.mjs';
import { createTurnTimers } from './turn-timers.mjs';

/** Real milliseconds between two looks at what this process does. */
const LOOK_MS = 1;
/** After how many real milliseconds of work a process says what it works on. */
const BUSY_MS = 1000;
/** What may be open while a process waits; anything else is work. */
const WAITING = new Set([
  ...['Timeout', 'TTYWrap', 'PipeWrap', 'TCPSocketWrap', 'TCPServerWrap', 'TLSWrap', 'SignalWrap'],
  ...['FSEventWrap', 'StatWatcher', 'FileHandle', 'HTTPINCOMINGMESSAGE', 'HTTPCLIENTREQUEST'],
]);

/** @param {string} text "turns:skewMs:socket" */
export function installTurns(text) {
  const [, skew, path] = /^turns:(-?\d+(?:\.\d+)?):(.+)$/.exec(text) ?? [];
  if (path === undefined) {
    throw new Error(`CANARY_CLOCK must be "turns:skewMs:socket" or "rate:originMs"; got "${text}"`);
  }
  const now = readNow(`${path}.now`, Number(skew));
  const turns = createTurnTimers(now);
  takeTurns(path, turns, Number(skew));
  installTimers(turns);
  installDate(now);
  installElapsed(now);
  installAbortTimeout();
  syncBuiltinESMExports();
}

/** The time is in a file, so that whatever wakes this process finds it changed. */
function readNow(path, skew) {
  const file = openSync(path, 'r');
  const bytes = new Float64Array(1);
  return () => {
    readSync(file, bytes, 0, 8, 0);
    return bytes[0] + skew;
  };
}

function installElapsed(now) {
  const start = now();
  Object.defineProperties(performance, {
    now: { value: () => now() - start, writable: true, configurable: true },
    timeOrigin: { value: start, configurable: true },
  });
  const bigint = () => BigInt(Math.round((now() - start) * 1e6));
  const hrtime = (previous) => {
    const elapsed =
      bigint() - (previous ? BigInt(previous[0]) * 1_000_000_000n + BigInt(previous[1]) : 0n);
    return [Number(elapsed / 1_000_000_000n), Number(elapsed % 1_000_000_000n)];
  };
  process.hrtime = Object.assign(hrtime, { bigint });
  process.uptime = () => (now() - start) / 1000;
}

function installTimers(turns) {
  const { clearTimeout: clear } = timers;
  const replace = (name, value) => {
    Object.defineProperty(value, 'name', { value: name });
    globalThis[name] = value;
    timers[name] = value;
  };
  for (const name of ['setTimeout', 'setInterval']) {
    const real = timers[name];
    replace(name, (callback, ms, ...args) =>
      // Node's own function refuses what is no callback.
      typeof callback === 'function'
        ? turns.start(callback, ms, name === 'setInterval', args)
        : real(callback, ms, ...args),
    );
  }
  for (const name of ['clearTimeout', 'clearInterval']) {
    replace(name, (timer) => {
      if (timer !== undefined && timer !== null && !turns.stop(timer)) clear(timer);
    });
  }
  const later = (ms, value, { signal, ref = true } = {}) =>
    new Promise((resolve, reject) => {
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

/**
 * @param {string} path the simulator's socket
 * @param {ReturnType<typeof createTurnTimers>} turns
 * @param {number} skew by how much this process is ahead
 */
function takeTurns(path, turns, skew) {
  const { setInterval: often } = timers;
  const { pid } = process;
  const realNow = performance.now.bind(performance);
  const requests = watchRequests();
  const socket = net.connect(path);
  socket.on('error', () => {});
  socket.unref();
  turns.onRef((held) => (held ? socket.ref() : socket.unref()));
  let turn = 0;
  let [said, last] = ['', ''];
  let spokeAt = realNow();
  const say = (text) => {
    said = text;
    spokeAt = realNow();
    socket.write(`${text}\n`);
  };
  say(JSON.stringify({ pid, turn, worksOn: ['its start'] }));

  const look = () => {
    const works = process.getActiveResourcesInfo().filter((kind) => !WAITING.has(kind));
    if (works.length > 0) {
      last = '';
      if (realNow() - spokeAt > BUSY_MS) say(JSON.stringify({ pid, turn, worksOn: works }));
      return;
    }
    const next = turns.due();
    const due = next === undefined ? null : next - skew;
    const [sent, begun] = [requests.sent(), requests.begun()];
    const state = JSON.stringify({ pid, turn, due, sent, begun });
    if (state === said) return;
    // Twice the same, so that nothing was about to begin.
    if (state === last) {
      say(state);
    } else {
      last = state;
      lookSoon();
    }
  };
  let looksSoon = false;
  const lookSoon = () => {
    if (looksSoon) return;
    looksSoon = true;
    setImmediate(() => {
      looksSoon = false;
      look();
    });
  };
  let rest = '';
  socket.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      turn = Number(line);
      last = '';
      turns.look();
      lookSoon();
    }
  });
  often(look, LOOK_MS).unref();
}
