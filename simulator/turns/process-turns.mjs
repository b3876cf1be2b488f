// Makes a whole Node process take turns with the simulator's clock (see turn-clock.ts). Loaded by process-clock.mjs
// with CANARY_CLOCK = "turns:skewMs:socket". CANARY_QUIET_LOOK_MS changes how often it looks while nothing happens.
//
// Time does not pass while this process works: `Date`, `performance` and the timers show the time of its turn. Once it
// has nothing left to do but wait, it says so, with the time at which its next timer is due. The simulator then
// advances the time of all processes to the earliest of them. So the time of a test depends on what happens in it, never
// on the speed of the machine. Timers that Node itself uses, as those of sockets, stay real.

import { closeSync, openSync, readSync } from 'node:fs';
import net from 'node:net';
import { openLooks } from './looks.mjs';
import { watchRequests } from './open-requests.mjs';
import { installTime, REAL } from './process-time.mjs';
import { createTurnTimers } from './turn-timers.mjs';

/** After how many real milliseconds of work a process says what it works on. */
const BUSY_MS = 1000;
/** What may be open while a process waits; anything else is work. */
const WAITING = new Set([
  ...['Timeout', 'TTYWrap', 'PipeWrap', 'TCPSocketWrap', 'TCPServerWrap', 'TLSWrap', 'SignalWrap'],
  ...['FSEventWrap', 'StatWatcher', 'FileHandle', 'HTTPINCOMINGMESSAGE', 'HTTPCLIENTREQUEST'],
]);

/** @type {ReturnType<typeof installTime> | undefined} */
let setTime;

/**
 * @param {string} text "turns:skewMs:socket"
 * @returns ends this: the time is real again, and the simulator no longer waits for this process
 */
export function installTurns(text) {
  const [, skew, path] = /^turns:(-?\d+(?:\.\d+)?):(.+)$/.exec(text) ?? [];
  if (path === undefined) {
    throw new Error(`CANARY_CLOCK must be "turns:skewMs:socket" or "rate:originMs"; got "${text}"`);
  }
  const time = openNow(`${path}.now`, Number(skew));
  const { now, close } = time;
  const turns = createTurnTimers(now);
  const leave = takeTurns(path, turns, time, Number(skew));
  setTime ??= installTime();
  setTime({ now, turns });
  return () => {
    setTime?.(undefined);
    turns.clear();
    leave();
    close();
  };
}

/** The time is in a file, so that whatever wakes this process finds it changed. */
function openNow(path, skew) {
  const file = openSync(path, 'r');
  const bytes = new Float64Array(1);
  let [over, stands, known] = [false, false, false];
  return {
    now: () => {
      if (!over && !known) {
        readSync(file, bytes, 0, 8, 0);
        known = stands;
      }
      return bytes[0] + skew;
    },
    /** Until `passes`, the time is that of the next reading. */
    stands: () => {
      stands = true;
      known = false;
    },
    passes: () => {
      stands = false;
      known = false;
    },
    close: () => {
      over = true;
      closeSync(file);
    },
  };
}

/**
 * @param {string} path the simulator's socket
 * @param {ReturnType<typeof createTurnTimers>} turns
 * @param {ReturnType<typeof openNow>} time stands from the beginning of a turn until this process has said that it waits
 * @param {number} skew by how much this process is ahead
 * @returns leaves
 */
function takeTurns(path, turns, time, skew) {
  const { pid } = process;
  const socket = net.connect(path);
  socket.on('error', () => {});
  socket.unref();
  turns.onRef((held) => (held ? socket.ref() : socket.unref()));
  let turn = 0;
  let [said, last] = ['', ''];
  let spokeAt = REAL.elapsed();
  const say = (text) => {
    said = text;
    spokeAt = REAL.elapsed();
    socket.write(`${text}\n`);
  };
  say(JSON.stringify({ pid, turn, worksOn: ['its start'] }));

  const requests = watchRequests(() => (requests.areSent() ? looks.patiently() : looks.later()));
  const stateNow = () => {
    const next = turns.due();
    const due = next === undefined ? null : next - skew;
    const [sent, begun] = [requests.sent(), requests.begun()];
    return JSON.stringify({ pid, turn, due, sent, begun });
  };
  const look = () => {
    const works = process.getActiveResourcesInfo().filter((kind) => !WAITING.has(kind));
    if (works.length > 0) {
      last = '';
      if (REAL.elapsed() - spokeAt > BUSY_MS) say(JSON.stringify({ pid, turn, worksOn: works }));
      return 'later';
    }
    const state = stateNow();
    if (state === said) return 'when something happens';
    if (state !== last) {
      // Twice the same, so that nothing was about to begin.
      last = state;
      return requests.areSent() ? 'patiently' : 'soon';
    }
    time.passes();
    say(state);
    return 'when something happens';
  };
  const quietMs = Number(process.env.CANARY_QUIET_LOOK_MS ?? '') || undefined;
  const looks = openLooks(look, REAL, quietMs);
  readLines(socket, (line) => {
    // The first line may come after this process has said that it waits in that turn.
    if (Number(line) !== turn) time.stands();
    turn = Number(line);
    last = '';
    turns.look();
    looks.soon();
  });
  return () => {
    looks.stop();
    requests.stop();
    socket.destroy();
  };
}

function readLines(socket, take) {
  let rest = '';
  socket.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
}
