// A rollout in memory under the loop of the product, on a clock that the test moves: many short runs
// share nothing but what a target remembers.

import { jest } from '@jest/globals';
import type { Verdict } from '../../../src/analysis/evidence.ts';
import { now, sleep } from '../../../src/base/time.ts';
import { type CommentListener, NO_COMMENTS } from '../../../src/comments/listener.ts';
import {
  type LoopContext,
  type LoopResult,
  WHOLE_RELEASE,
} from '../../../src/controller/context.ts';
import { NO_PROBES } from '../../../src/controller/follow-probes.ts';
import { runLoop } from '../../../src/controller/loop.ts';
import { createRecorder } from '../../../src/controller/recorder.ts';
import type { Gate } from '../../../src/rollout/gate.ts';
import type { LastOutcome } from '../../../src/rollout/last-outcome.ts';
import type { StoredRollout } from '../../../src/rollout/record.ts';
import type { RolloutId } from '../../../src/rollout/release.ts';
import type { RunScope } from '../../../src/rollout/situation.ts';
import { type TrafficState, weightOf } from '../../../src/rollout/traffic-state.ts';
import type { Target } from '../../../src/targets/target.ts';
import { makeRecord, makeRemembered } from '../rollout/rollout-fixture.ts';

export interface Change {
  /** Seconds since the epoch. */
  readonly at: number;
  /** Per cent. */
  readonly weight: number;
}

/** All that AWS holds. */
export interface Account {
  stored: StoredRollout | undefined;
  trafficState: TrafficState;
  last: LastOutcome | undefined;
  /** Every change of the traffic. */
  readonly changes: Change[];
  /** What the witnesses say from when on, in seconds since the epoch. */
  verdictAt(at: number): Verdict;
  /** What people say, if they do. */
  comments?: CommentListener;
  /** What keeps the release from going further, if anything does. */
  gatesAt?(at: number): readonly Gate[];
}

export function newAccount(plan: StoredRollout['record']['plan'], startedAt: number): Account {
  const record = makeRecord({ plan, startedAt });
  return {
    stored: makeRemembered({ record }),
    trafficState: { kind: 'stable' },
    last: undefined,
    changes: [],
    verdictAt: () => 'healthy',
  };
}

/** One run on the account, of its own workflow run. Does nothing where no rollout is open. */
export async function run(
  account: Account,
  scope: RunScope,
  runId: string,
): Promise<LoopResult | undefined> {
  const { stored, trafficState } = account;
  if (!stored) return undefined;
  const id = { ...stored.record.id, runId };
  const target = targetOf(account);
  await target.claim(id);
  const rollout = { ...stored, record: { ...stored.record, id } };
  return runLoop(loopOf(account, target, scope, id), { rollout, trafficState });
}

/** Lets time pass until the work is done. */
export async function passing<T>(work: Promise<T>): Promise<T> {
  let done = false;
  const settled = work.finally(() => {
    done = true;
  });
  settled.catch(() => undefined);
  while (!done) {
    await loaded();
    await jest.advanceTimersByTimeAsync(15_000);
  }
  return settled;
}

/** As it was before time was simulated. */
const realImmediate = setImmediate;
/** Turns of the event loop; to load a module takes less. */
const MOST_TURNS = 100_000;

/** Resolves once no module is being loaded: Node asks a thread for it, which needs real time. */
async function loaded(): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    await new Promise((resolve) => realImmediate(resolve));
    if (!process.getActiveResourcesInfo().includes('MessagePort')) return;
  }
}

/** What the loop works with, where the account says what the witnesses say. */
export function loopOf(
  account: Account,
  target: Target,
  scope: RunScope,
  id: RolloutId,
): LoopContext {
  const never = new AbortController().signal;
  const nothing = () => undefined;
  return {
    target,
    drive: { ...WHOLE_RELEASE, scope },
    context: {
      id,
      inputs: { onInconclusive: 'hold', onCancel: 'rollback', command: 'advance' },
      source: { runUrl: 'https://github.com/octo-org/orders/actions/runs/1' },
      lifetimes: {
        jobTimeoutSeconds: Number.POSITIVE_INFINITY,
        credentialsExpireAt: undefined,
        temporary: false,
      },
      startedAt: 0,
      giveUpAt: Number.POSITIVE_INFINITY,
    },
    recorder: createRecorder(now),
    host: {
      cancelled: never,
      keepCause: nothing,
      log: {
        group: nothing,
        endGroup: nothing,
        line: nothing,
        notice: nothing,
        warning: nothing,
        error: nothing,
      },
    },
    rollbackDeadline: never,
    lastLogs: async () => ({ kind: 'off' }),
    monitor: {
      check: async (_, at) => {
        const verdict = account.verdictAt(at);
        const deciding = [
          { source: { kind: 'alarm', name: 'a' }, verdict, detail: { kind: 'alarm-ok' } } as const,
        ];
        return {
          evidence: deciding,
          deciding,
          traffic: { kind: 'unreadable', why: 'not counted' },
          paths: [],
          uncompared: undefined,
          readUntil: Number.POSITIVE_INFINITY,
          incident: undefined,
          misrouted: undefined,
          notCompared: [],
          logs: { kind: 'off' },
        };
      },
      wait: (_, until, stopped) => sleep(until - now(), stopped),
    },
    hooks: {
      stateIn: () => 'clear',
      run: async () => undefined,
      evidence: () => [],
      stop: async () => undefined,
    },
    probes: NO_PROBES,
    gates: { read: async () => account.gatesAt?.(now()) ?? [] },
    comments: account.comments ?? NO_COMMENTS,
    progress: nothing,
  };
}

/** Only what the loop calls. */
export function targetOf(account: Account): Target {
  const move = (trafficState: TrafficState) => {
    const weight = weightOf(trafficState) ?? 0;
    if (weight !== weightOf(account.trafficState)) account.changes.push({ at: now(), weight });
    account.trafficState = trafficState;
  };
  const storedRollout = () => {
    if (!account.stored) throw new Error('nothing is remembered');
    return account.stored;
  };
  const observe: Target['observe'] = async () =>
    account.stored
      ? {
          stored: { kind: 'rollout', storedRollout: account.stored },
          trafficState: account.trafficState,
        }
      : { stored: { kind: 'none', last: account.last }, trafficState: undefined };
  const rollback: Partial<Target['rollback']> = {
    observe,
    restore: async () => move({ kind: 'stable' }),
    cleanUp: async () => undefined,
    completePromotion: async () => undefined,
    clearState: async (last) => {
      account.stored = undefined;
      account.last = last;
    },
  };
  const parts: Partial<Target> = {
    words: 'the stage in memory',
    observe,
    rollback: rollback as Target['rollback'],
    claim: async (id) => {
      const stored = storedRollout();
      account.stored = { ...stored, record: { ...stored.record, id } };
    },
    savePhase: async (rollout, phase) => {
      const stepStartTimes =
        phase.kind === 'step'
          ? [...rollout.stepStartTimes.slice(0, phase.index), phase.since]
          : rollout.stepStartTimes;
      account.stored = { ...storedRollout(), phase, stepStartTimes };
    },
    differences: async () => [],
    closesSplit: () => true,
    shift: async (_, weight) => move({ kind: 'split', weight }),
    promote: async () => move({ kind: 'promoted', open: false }),
    repairCommands: () => [],
    pause: async (paused) => {
      account.stored = { ...storedRollout(), paused };
    },
  };
  return parts as Target;
}
