// The faults of the chaos test: what goes wrong at a call, and how the rollout may then end.

import type { Effect, IncompleteMetrics } from '../simulator/front/faults.ts';
import type { Json } from '../simulator/front/merge-patch.ts';
import type { GitHubFailure } from './worlds/flaky-github.ts';
import type { Forgery } from './worlds/forgery.ts';
import type { ExternalChange } from './worlds/world.ts';

/** What happens when the chosen call arrives. */
export type Injection =
  /** The call itself fails, this many times in a row. */
  | { readonly kind: 'effect'; readonly effect: Effect; readonly times: number }
  /** Calls of the action fail from here on, for some simulated seconds or permanently. */
  | {
      readonly kind: 'from-here';
      readonly effect: Effect;
      /** All calls, only those of the same operation, or only those that read metrics. */
      readonly which: 'all' | 'same' | 'metrics';
      readonly seconds: number | undefined;
    }
  | { readonly kind: 'wrong-answer' }
  | { readonly kind: 'kill'; readonly when: 'before' | 'after' }
  | { readonly kind: 'signal'; readonly signal: 'SIGINT' | 'SIGTERM' }
  | {
      readonly kind: 'external-change';
      readonly how: ExternalChange;
      /** Again before each of so many further writes. */
      readonly again?: number;
    }
  | { readonly kind: 'forgery'; readonly how: Forgery }
  /** GitHub fails from here on. */
  | { readonly kind: 'github'; readonly how: GitHubFailure };

/** What runs after the main step. */
export type FollowUp =
  /** The post step, as on every machine that still exists. */
  | 'post'
  /** No post step: the machine is lost, and a later run finds what it left. */
  | 'resume'
  | 'rollback';

/** The traffic state that is allowed at the end, after the fault is over. */
export type Allowed = 'as-without' | 'safe' | 'whole' | 'external' | 'guarded';

export interface Fault {
  readonly name: string;
  readonly injection: Injection;
  readonly followUp: FollowUp;
  /**
   * `as-without`: promoted or rolled back, the same as without the fault. `safe`: the same, or not begun. `whole`:
   * either of the two.
   * `external`: the external change remains. `guarded`: nothing is served that neither the team nor the rollout
   * chose, and what is not whole is explained, with a way out.
   */
  readonly ends: Allowed;
  /** Whether the job must finish the rollout without help; otherwise a later run without faults may. */
  readonly alone: boolean;
}

const once = (name: string, effect: Effect, times = 1): Fault => ({
  name,
  injection: { kind: 'effect', effect, times },
  followUp: 'post',
  ends: 'as-without',
  alone: true,
});

const kill = (when: 'before' | 'after', followUp: FollowUp): Fault => ({
  name: `killed-${when}-then-${followUp}`,
  injection: { kind: 'kill', when },
  followUp,
  ends: followUp === 'post' ? 'whole' : 'as-without',
  alone: followUp === 'post',
});

const signal = (name: 'SIGINT' | 'SIGTERM'): Fault => ({
  name: name.toLowerCase(),
  injection: { kind: 'signal', signal: name },
  followUp: 'post',
  ends: 'whole',
  alone: true,
});

const fromHere = (
  name: string,
  effect: Effect,
  which: 'all' | 'same' | 'metrics',
  ends: Allowed,
  seconds?: number,
): Fault => ({
  name,
  injection: { kind: 'from-here', effect, which, seconds },
  followUp: 'post',
  ends,
  alone: seconds !== undefined,
});

const externalChange = (how: ExternalChange, ends: Allowed): Fault => ({
  name: `external-${how}`,
  injection: { kind: 'external-change', how },
  followUp: 'post',
  ends,
  alone: false,
});

/** More writes than a rollout of one function makes. */
const WRITES = 40;

/** An operation fails for minutes, while the rest of AWS works. */
const down = (name: string, effect: Effect, minutes: number): Fault => ({
  name: `${name}-${minutes}m`,
  injection: { kind: 'from-here', effect, which: 'same', seconds: minutes * 60 },
  followUp: 'post',
  ends: 'whole',
  alone: true,
});

const METRICS = [
  ...['Count', '4XXError', '5XXError', 'Latency', 'IntegrationLatency'],
  ...['Invocations', 'Errors', 'Throttles', 'Duration'],
];

/** The rollouts are decided by their alarm, so metrics that cannot be read only prevent their beginning. */
const incomplete = (statusCode: IncompleteMetrics['statusCode']): Fault => ({
  name: `metrics-${statusCode.toLowerCase()}`,
  injection: {
    kind: 'from-here',
    effect: { kind: 'incomplete-metrics', metrics: METRICS, statusCode },
    which: 'metrics',
    seconds: undefined,
  },
  followUp: 'post',
  ends: 'safe',
  alone: true,
});

const forgery = (how: Forgery): Fault => ({
  name: `forged-${how}`,
  injection: { kind: 'forgery', how },
  followUp: 'post',
  ends: 'guarded',
  alone: false,
});

const github = (how: GitHubFailure): Fault => ({
  name: `github-${how}`,
  injection: { kind: 'github', how },
  followUp: 'post',
  ends: 'as-without',
  alone: true,
});

const INCOMPLETE = [
  incomplete('InternalError'),
  incomplete('PartialData'),
  incomplete('Forbidden'),
];

/** The faults that hide what the counts of a release say. */
export const UNREADABLE: readonly string[] = INCOMPLETE.map(({ name }) => name);

/** All faults that are injected at a call. */
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
    injection: { kind: 'wrong-answer' },
    ends: 'whole',
  },
  fromHere('denied-from-here', { kind: 'access-denied' }, 'all', 'whole'),
  fromHere('one-denied-from-here', { kind: 'access-denied' }, 'same', 'whole'),
  fromHere('expired-from-here', { kind: 'expired-credentials' }, 'all', 'whole'),
  externalChange('setting', 'as-without'),
  externalChange('close', 'whole'),
  externalChange('release', 'external'),
  externalChange('brake', 'whole'),
  {
    ...externalChange('setting', 'whole'),
    name: 'external-setting-before-each-write',
    injection: { kind: 'external-change', how: 'setting', again: WRITES },
  },
  down('one-down', { kind: 'server-error', status: 503 }, 4),
  down('one-silent', { kind: 'timeout' }, 3),
  down('one-throttled', { kind: 'throttle' }, 3),
  ...INCOMPLETE,
  forgery('phase'),
  forgery('owner'),
  forgery('record'),
  github('error'),
  github('silent'),
  github('limited'),
];

/**
 * Answers that are well-formed but wrong, by operation: a merge patch over the real answer. Other
 * operations get an empty answer.
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

/** The faults that end a run in the middle, and those by which another person ends the release. */
export const INTERRUPTING: readonly string[] = FAULTS.filter(({ injection }) =>
  ['kill', 'signal', 'external-change'].includes(injection.kind),
).map(({ name }) => name);

/** The faults of calls that only read, and those that hit such a call at a bad time. */
export const REFUSING: readonly string[] = [
  ...['error', 'time-out', 'cut-after', 'errors-in-a-row', 'throttled-30s', 'wrong-answer'],
  ...['one-denied-from-here', 'one-down-4m', 'one-silent-3m', 'one-throttled-3m'],
  ...['killed-before-then-post', 'killed-after-then-resume', 'sigint'],
];
