// A rollout in memory under the loop of the product, on a clock that the test moves: many short runs
// share nothing but what a target remembers.

import { jest } from '@jest/globals';
import type { Verdict } from '../../src/analysis/evidence.ts';
import { now } from '../../src/base/time.ts';
import { NOBODY_ASKS, type Orders } from '../../src/comments/listener.ts';
import type { Craft, Ended } from '../../src/controller/context.ts';
import { perform } from '../../src/controller/loop.ts';
import { createJournal } from '../../src/controller/recorder.ts';
import type { Reach } from '../../src/rollout/decide.ts';
import type { LastWord } from '../../src/rollout/last-outcome.ts';
import type { Remembered } from '../../src/rollout/record.ts';
import { formatRolloutId, type RolloutId } from '../../src/rollout/release.ts';
import { type Standing, weightOf } from '../../src/rollout/traffic-state.ts';
import type { Target } from '../../src/targets/target.ts';
import { makeRecord, makeRemembered } from './rollout-fixture.ts';

export interface Change {
  /** Seconds since the epoch. */
  readonly at: number;
  /** Per cent. */
  readonly weight: number;
}

/** All that AWS holds. */
export interface Account {
  memory: Remembered | undefined;
  standing: Standing;
  last: LastWord | undefined;
  /** Every change of the traffic. */
  readonly changes: Change[];
  /** What the witnesses say from when on, in seconds since the epoch. */
  verdictAt(at: number): Verdict;
  /** What people say, if they do. */
  orders?: Orders;
}

export function newAccount(plan: Remembered['record']['plan'], startedAt: number): Account {
  const record = makeRecord({ plan, startedAt });
  return {
    memory: makeRemembered({ record }),
    standing: { kind: 'stable' },
    last: undefined,
    changes: [],
    verdictAt: () => 'healthy',
  };
}

/** One run on the account, of its own workflow run. Does nothing where no rollout is open. */
export async function run(
  account: Account,
  reach: Reach,
  runId: string,
): Promise<Ended | undefined> {
  const { memory, standing } = account;
  if (!memory) return undefined;
  const id = { ...memory.record.id, runId };
  const target = targetOf(account);
  await target.own(id);
  const rollout = { ...memory, record: { ...memory.record, id } };
  return perform(craftOf(account, target, reach, id), { rollout, standing });
}

/** Lets time pass until the work is done. */
export async function passing<T>(work: Promise<T>): Promise<T> {
  let done = false;
  const settled = work.finally(() => {
    done = true;
  });
  settled.catch(() => undefined);
  while (!done) await jest.advanceTimersByTimeAsync(15_000);
  return settled;
}

function craftOf(account: Account, target: Target, reach: Reach, signedBy: RolloutId): Craft {
  const never = new AbortController().signal;
  const nothing = () => undefined;
  return {
    target,
    reach,
    id: signedBy,
    endsBy: Number.POSITIVE_INFINITY,
    signedBy,
    journal: createJournal(now),
    log: {
      group: nothing,
      endGroup: nothing,
      line: nothing,
      notice: nothing,
      warning: nothing,
      error: nothing,
    },
    onInconclusive: 'hold',
    onCancel: 'rollback',
    linkTo: formatRolloutId,
    takenOverAt: 0,
    cancelled: never,
    wayBack: never,
    giveUpAt: Number.POSITIVE_INFINITY,
    rollsBack: nothing,
    watch: async (_, at) => {
      const verdict = account.verdictAt(at);
      const decisive = [{ witness: 'alarm a', verdict, says: verdict }];
      return {
        evidence: decisive,
        decisive,
        traffic: { kind: 'unreadable', why: 'not counted' },
        paths: [],
        uncompared: undefined,
        readUntil: Number.POSITIVE_INFINITY,
        frozen: undefined,
        misrouted: undefined,
      };
    },
    hooks: {
      standing: () => 'clear',
      ask: async () => undefined,
      evidence: () => [],
      stop: async () => undefined,
    },
    orders: account.orders ?? NOBODY_ASKS,
    progress: nothing,
  };
}

/** Only what the loop calls. */
function targetOf(account: Account): Target {
  const move = (standing: Standing) => {
    const weight = weightOf(standing) ?? 0;
    if (weight !== weightOf(account.standing)) account.changes.push({ at: now(), weight });
    account.standing = standing;
  };
  const remembered = () => {
    if (!account.memory) throw new Error('nothing is remembered');
    return account.memory;
  };
  const parts: Partial<Target> = {
    words: 'the stage in memory',
    observe: async () =>
      account.memory
        ? {
            memory: { kind: 'rollout', remembered: account.memory },
            standing: account.standing,
          }
        : { memory: { kind: 'none', last: account.last }, standing: undefined },
    own: async (id) => {
      const memory = remembered();
      account.memory = { ...memory, record: { ...memory.record, id } };
    },
    remember: async (rollout, phase) => {
      const shifts =
        phase.kind === 'step'
          ? [...rollout.shifts.slice(0, phase.index), phase.since]
          : rollout.shifts;
      account.memory = { ...remembered(), phase, shifts };
    },
    shift: async (_, weight) => move({ kind: 'split', weight }),
    promote: async () => move({ kind: 'promoted', open: false }),
    rollBack: async () => move({ kind: 'stable' }),
    forget: async (last) => {
      account.memory = undefined;
      account.last = last;
    },
    mendCommands: () => [],
    pause: async (paused) => {
      account.memory = { ...remembered(), paused };
    },
  };
  return parts as Target;
}
