// What goes wrong at a call, and how the rollout may end because of it.

import type { Effect } from '../simulator/front/faults.ts';
import type { Json } from '../simulator/front/merge-patch.ts';
import type { Meddling } from './worlds/world.ts';

/** What happens when the chosen call arrives. */
export type Strike =
  /** The call itself goes wrong, this many times in a row. */
  | { readonly kind: 'effect'; readonly effect: Effect; readonly times: number }
  /** Calls of the action go wrong from here on, for some simulated seconds or for good. */
  | {
      readonly kind: 'from-here';
      readonly effect: Effect;
      /** Every call, or those of the same operation. */
      readonly which: 'all' | 'same';
      readonly seconds: number | undefined;
    }
  | { readonly kind: 'wrong-answer' }
  | { readonly kind: 'kill'; readonly when: 'before' | 'after' }
  | { readonly kind: 'signal'; readonly signal: 'SIGINT' | 'SIGTERM' }
  | { readonly kind: 'meddle'; readonly how: Meddling };

/** Who comes after the main step. */
export type Aftermath =
  /** The post step, as on every machine that is still there. */
  | 'post'
  /** Nobody: the machine is lost, and a later run meets what it left. */
  | 'resume'
  | 'rollback';

/** Traffic that may stand at the end, when the fault is over. */
export type Allowed = 'as-without' | 'whole' | 'theirs';

export interface Fault {
  readonly name: string;
  readonly strike: Strike;
  readonly aftermath: Aftermath;
  /**
   * `as-without`: promoted or rolled back just as without the fault. `whole`: one of the two.
   * `theirs`: what somebody else did stands.
   */
  readonly ends: Allowed;
  /** Whether the job by itself must leave all whole; otherwise a later run without faults may. */
  readonly alone: boolean;
}

const once = (name: string, effect: Effect, times = 1): Fault => ({
  name,
  strike: { kind: 'effect', effect, times },
  aftermath: 'post',
  ends: 'as-without',
  alone: true,
});

const kill = (when: 'before' | 'after', aftermath: Aftermath): Fault => ({
  name: `killed-${when}-then-${aftermath}`,
  strike: { kind: 'kill', when },
  aftermath,
  ends: aftermath === 'post' ? 'whole' : 'as-without',
  alone: aftermath === 'post',
});

const signal = (name: 'SIGINT' | 'SIGTERM'): Fault => ({
  name: name.toLowerCase(),
  strike: { kind: 'signal', signal: name },
  aftermath: 'post',
  ends: 'whole',
  alone: true,
});

const fromHere = (
  name: string,
  effect: Effect,
  which: 'all' | 'same',
  ends: Allowed,
  seconds?: number,
): Fault => ({
  name,
  strike: { kind: 'from-here', effect, which, seconds },
  aftermath: 'post',
  ends,
  alone: seconds !== undefined,
});

const meddle = (how: Meddling, ends: Allowed): Fault => ({
  name: `somebody-${{ setting: 'sets', close: 'closes', release: 'releases' }[how]}`,
  strike: { kind: 'meddle', how },
  aftermath: 'post',
  ends,
  alone: false,
});

/** Every way in which a call is struck. */
export const FAULTS: readonly Fault[] = [
  kill('before', 'post'),
  kill('after', 'post'),
  kill('before', 'resume'),
  kill('after', 'resume'),
  kill('after', 'rollback'),
  signal('SIGINT'),
  signal('SIGTERM'),
  once('error', { kind: 'server-error' }),
  once('time-out', { kind: 'timeout' }),
  once('cut-before', { kind: 'cut-before' }),
  once('cut-after', { kind: 'cut-after' }),
  { ...once('errors-in-a-row', { kind: 'server-error', status: 503 }, 7), ends: 'whole' },
  fromHere('throttled-30s', { kind: 'throttle' }, 'all', 'as-without', 30),
  {
    ...once('wrong-answer', { kind: 'throttle' }),
    alone: false,
    strike: { kind: 'wrong-answer' },
    ends: 'whole',
  },
  fromHere('denied-from-here', { kind: 'access-denied' }, 'all', 'whole'),
  fromHere('one-denied-from-here', { kind: 'access-denied' }, 'same', 'whole'),
  fromHere('expired-from-here', { kind: 'expired-credentials' }, 'all', 'whole'),
  meddle('setting', 'as-without'),
  meddle('close', 'whole'),
  meddle('release', 'theirs'),
];

/**
 * Answers that are well-formed and wrong, by operation: a merge patch over the real one. A call that
 * is not named here gets an answer without anything in it.
 */
export const WRONG_ANSWERS: Readonly<Record<string, Json>> = {
  UpdateStage: { canarySettings: { percentTraffic: 99.5 }, deploymentId: 'nobody1' },
  GetStage: { deploymentId: 'nobody1' },
  CreateDeployment: { id: null },
  UpdateIntegration: { uri: 'arn:aws:apigateway:us-east-1:lambda:path/nobody' },
  UpdateAlias: { FunctionVersion: '77', RevisionId: 'not-this-one' },
  GetAlias: { FunctionVersion: '77' },
  PublishVersion: { Version: '77' },
};
