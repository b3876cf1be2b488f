// A clock that waits for its processes: simulated time does not pass while anything works, here or in a process that
// takes turns (process-turns.mjs), and then jumps to the next time at which something is due. A slow machine needs
// longer, with the same result; a fast one waits for nothing.
//
// Nothing works once each process has said that it only waits, and each HTTP request that one of them has sent is open
// on its other side, too. Requests may come from and go to programs that take no turns: time stays until they are
// answered. While nobody waits for time to pass, it stays.

import timers from 'node:timers';
import type { Clock } from '../clock.ts';
import { type Alarms, createAlarms } from './alarms.ts';
import { openLooks } from './looks.mjs';
import { type Obstacles, watchObstacles } from './obstacles.ts';
import { type Expected, openParticipants, type Participants } from './participants.ts';

export type TurnClock = Required<Clock>;

export interface TurnClockOptions {
  /** Milliseconds since the epoch; default: now. */
  readonly startMs?: number;
  /** Real milliseconds without any change, after which the clock gives up; default 120,000. */
  readonly patienceMs?: number;
}

/** A process that was started here, as its clock sees it. */
export interface Joined {
  /** Something has been sent to it in another way than by HTTP, such as a signal: time stays until it was seen. */
  reached(): void;
  /** Calls back after so many milliseconds of its time, unless the returned function is called first. */
  after(ms: number, callback: () => void): () => void;
  /** Why its clock has given up. */
  refusal(): Error | undefined;
}

type Ask = (nowMs: number) => Promise<'go' | 'hold'>;

/** The clocks of this process, by their sockets. */
const clocks = new Map<string, (child: Expected) => Joined>();
const asked = new Map<Ask, (error: Error) => void>();

/** A process in real time. */
const ALONE: Joined = {
  reached: () => {},
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  refusal: () => undefined,
};

/** Lets time wait for this process, if its environment has such a clock. */
export function joins(
  child: Expected,
  { CANARY_CLOCK = '' }: Readonly<Record<string, string | undefined>>,
): Joined {
  const path = CANARY_CLOCK.match(/^turns:[^:]+:(.+)$/)?.[1] ?? '';
  return clocks.get(path)?.(child) ?? ALONE;
}

/**
 * Asks before each jump of a clock of this process. Time stays as long as an answer is awaited, and at `hold`.
 *
 * @param failed called if the clock gives up
 * @returns ends this
 */
export function beforeJumps(ask: Ask, failed: (error: Error) => void): () => void {
  asked.set(ask, failed);
  return () => void asked.delete(ask);
}

/** Whether this process has a clock that waits. */
export const hasTurns = () => clocks.size > 0;

export async function openTurnClock(options: TurnClockOptions = {}): Promise<TurnClock> {
  const { startMs = Date.now(), patienceMs = 120_000 } = options;
  const sleepers = new Set<(error: Error) => void>();
  let refusal: Error | undefined;
  let looks: ReturnType<typeof openLooks> | undefined;

  const participants = await openParticipants(() => looks?.soon());
  participants.show(startMs);
  // While a process works, time stays; its word that it waits is looked at.
  const lookLater = () => {
    if (!participants.areWorking()) looks?.later();
  };
  const alarms = noticed(createAlarms(startMs, participants.show), lookLater);
  const obstacles = watchObstacles(participants, lookLater);
  const giveUp = (why: Error) => {
    refusal = why;
    looks?.stop();
    participants.kill();
    for (const failed of [...sleepers, ...asked.values()]) failed(why);
  };
  looks = openLooks(createLook({ alarms, participants, obstacles }, patienceMs, giveUp), timers);

  const { path } = participants;
  clocks.set(path, (child) => {
    participants.expect(child);
    return { reached: participants.tell, after: alarms.add, refusal: () => refusal };
  });
  return {
    ...timeOf(alarms, sleepers),
    get settings() {
      return { rate: 1, originMs: startMs, aheadMs: alarms.now() - startMs, turns: path };
    },
    forward: (ms) => {
      alarms.passUntil(alarms.now() + ms);
      participants.tell();
    },
    close: async () => {
      looks?.stop();
      clocks.delete(path);
      await participants.close();
      obstacles.stop();
    },
  };
}

/** @param added called after each new alarm, for which time may have to pass */
function noticed(alarms: Alarms, added: () => void): Alarms {
  return {
    ...alarms,
    add: (...alarm) => {
      const stop = alarms.add(...alarm);
      added();
      return stop;
    },
  };
}

function timeOf(alarms: Alarms, sleepers: Set<(error: Error) => void>) {
  return {
    now: alarms.now,
    after: (ms: number, callback: () => void) => alarms.add(ms, callback),
    sleep: (ms: number) =>
      new Promise<void>((resolve, reject) => {
        sleepers.add(reject);
        const ring = () => {
          sleepers.delete(reject);
          resolve();
        };
        alarms.add(ms, ring, true);
      }),
    every: (ms: number, callback: () => void) => {
      let stop = () => {};
      const wind = () => {
        stop = alarms.add(ms, () => {
          wind();
          callback();
        });
      };
      wind();
      return () => stop();
    },
    startStopwatch: () => {
      const startedAt = alarms.now();
      return () => alarms.now() - startedAt;
    },
  };
}

interface Parts {
  readonly alarms: Alarms;
  readonly participants: Participants;
  readonly obstacles: Obstacles;
}

type Next = import('./looks.mjs').Next;

/** @returns looks whether time may pass, and lets it */
function createLook(
  { alarms, participants, obstacles }: Parts,
  patienceMs: number,
  giveUp: (why: Error) => void,
): () => Promise<Next> {
  let last = '';
  let lastAt = performance.now();
  const isAwaited = () =>
    asked.size > 0 ||
    alarms.areAwaited() ||
    participants.due() < Number.POSITIVE_INFINITY ||
    obstacles.isAsked();
  const jump = async () => {
    for (const ask of asked.keys()) if ((await ask(alarms.now())) === 'hold') return;
    // What was asked may have begun something.
    if (obstacles.list().length > 0 || !isAwaited()) return;
    const next = Math.min(participants.due(), alarms.next());
    if (next === Number.POSITIVE_INFINITY) return;
    alarms.passUntil(next);
    participants.tell(next);
  };
  return async () => {
    const found = obstacles.list();
    const state = [participants.changes(), obstacles.changes(), alarms.now(), found].join();
    // Twice the same, so that nothing was about to begin.
    if (state !== last) {
      last = state;
      lastAt = performance.now();
      return 'soon';
    }
    if (found.length === 0) {
      const before = alarms.now();
      await jump();
      return alarms.now() > before ? 'soon' : 'when something happens';
    }
    if (performance.now() - lastAt > patienceMs) giveUp(inVain(patienceMs, found));
    return obstacles.worksHere() ? 'later' : 'when something happens';
  };
}

const inVain = (ms: number, found: readonly string[]) =>
  new Error(`The clock has waited ${ms / 1000} s in vain, for ${found.join('; for ')}`);
