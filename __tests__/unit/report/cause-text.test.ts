// Every cause and every ending as text.

import { describe, expect, it } from '@jest/globals';
import type { Evidence, EvidenceDetail } from '../../../src/analysis/evidence.ts';
import { causeText } from '../../../src/report/cause-text.ts';
import { endingText, rollbackText } from '../../../src/report/ending-text.ts';
import { type Cause, failing } from '../../../src/rollout/cause.ts';
import type { Ending } from '../../../src/rollout/decision.ts';
import { formatRolloutId, type RolloutId } from '../../../src/rollout/release.ts';

const BY: RolloutId = { repository: 'octo-org/orders', runId: '9', attempt: '1' };
const BEFORE: RolloutId = { ...BY, runId: '7' };
const RUN = 'octo-org/orders/actions/runs/9/attempts/1';
const linkTo = (id: RolloutId) => `https://github.com/${formatRolloutId(id)}`;

const evidence = (detail: EvidenceDetail, verdict: Evidence['verdict'] = 'failing'): Evidence => ({
  source: { kind: 'alarm', name: 'a' },
  verdict,
  detail,
});
const IN_ALARM = { kind: 'alarm-fired', reason: '12 > 5' } as const;
const NO_DATA = { kind: 'alarm-no-data' } as const;
const FIRED = failing([evidence({ kind: 'alarm-fired', reason: '12 > 5.' })]);
const HOOK = { kind: 'hook', point: 'step', name: 'smoke' } as const;
const MOVED: Cause = { kind: 'external-change', change: { kind: 'state', what: 'it serves x' } };

const BERLIN = { zone: 'Europe/Berlin', opensAt: 1796630400 } as const;
const GO_ON =
  'releases are allowed again from Mon 2026-12-07 09:00 Europe/Berlin (2026-12-07 08:00 UTC)';

describe('a cause', () => {
  it.each<[Cause, string]>([
    [FIRED, 'alarm a: in ALARM: 12 > 5.'],
    [
      failing([
        evidence(IN_ALARM),
        { ...evidence({ kind: 'hook-result', result: 'failed', message: '' }), source: HOOK },
      ]),
      'alarm a: in ALARM: 12 > 5; step hook: smoke failed',
    ],
    [failing([]), 'a hook failed'],
    [
      { kind: 'inconclusive', evidence: [evidence(NO_DATA, 'inconclusive')] },
      'inconclusive: alarm a: INSUFFICIENT_DATA',
    ],
    [{ kind: 'inconclusive', evidence: [] }, 'inconclusive: the end of the bake has not been read'],
    [
      {
        kind: 'shared-incident',
        incident: { canaryRate: 0.061, stableRate: 0.059, rateBefore: 0.004 },
      },
      'both versions fail more often than before the rollout (canary 6.1%, stable 5.9%, before 0.4%): the weight is held until someone has investigated',
    ],
    [{ kind: 'cancelled' }, 'cancelled'],
    [{ kind: 'cut-off' }, 'the main step was interrupted'],
    [{ kind: 'requested', by: 'mona', through: 'comment' }, 'on request: /canary rollback by mona'],
    [{ kind: 'requested', by: 'mona', through: 'workflow' }, 'requested by mona'],
    [{ kind: 'requested', by: '', through: 'workflow' }, 'requested by the workflow'],
    [
      { kind: 'taken-over', owner: { kind: 'run', id: BY, before: BEFORE } },
      `another run has taken over: https://github.com/${RUN}`,
    ],
    [
      { kind: 'taken-over', owner: { kind: 'release', id: BY, of: 'a:live and b:live' } },
      `a:live and b:live are being released by https://github.com/${RUN}`,
    ],
    [
      { kind: 'taken-over', owner: { kind: 'release', id: BY, of: 'orders:staging' } },
      `orders:staging is being released by https://github.com/${RUN}`,
    ],
    [
      {
        kind: 'taken-over',
        owner: { kind: 'takes-part', functionName: 'orders', rememberedBy: 'carts', id: BY },
      },
      `"orders" is part of the rollout of https://github.com/${RUN}, whose state is stored on the function "carts". Wait until that rollout ends, or release the same functions together again`,
    ],
    [{ kind: 'state-lost' }, 'the tags that store its state are gone'],
    [{ kind: 'state-lost', why: 'its tags were cut' }, 'its tags were cut'],
    [{ kind: 'superseded', by: BY }, `superseded by https://github.com/${RUN}`],
    [{ kind: 'unfinished', problems: [] }, 'unfinished rollout of an earlier run'],
    [{ kind: 'unfinished', problems: ['it is open'] }, 'it is open'],
    [{ kind: 'aws-error', message: 'AWS denies x', code: 'AccessDenied' }, 'AWS denies x'],
    [
      { kind: 'internal-error', message: 'x is not a function' },
      'internal error: x is not a function',
    ],
    [
      {
        kind: 'waiting',
        step: { number: 1, of: 2, weight: 5 },
        secondsLeft: 60,
        evidence: [],
      },
      'step 1 of 2 (5%) has 1m left',
    ],
    [
      {
        kind: 'waiting',
        step: undefined,
        secondsLeft: 60,
        evidence: [evidence(NO_DATA)],
      },
      'it is promoted, and the bake continues for another 1m: alarm a: INSUFFICIENT_DATA',
    ],
    [{ kind: 'started' }, 'the release was started and is waiting for the next command'],
    [
      { kind: 'window', hours: 'Mon-Thu 09:00-16:00 Europe/Berlin', ...BERLIN },
      `the release hours (Mon-Thu 09:00-16:00 Europe/Berlin) are closed; ${GO_ON}`,
    ],
    [
      { kind: 'freeze', dates: '2026-12-18..2027-01-04', reason: 'holidays', ...BERLIN },
      `releases are frozen (2026-12-18..2027-01-04: holidays); ${GO_ON}`,
    ],
    [
      { kind: 'freeze', dates: '2026-12-18..2027-01-04', reason: '', zone: 'UTC' },
      'releases are frozen (2026-12-18..2027-01-04); no opening is known',
    ],
    [
      { kind: 'stop', switch: { kind: 'alarm', name: 'stop' }, says: 'on fire', since: 1796630400 },
      'all releases are stopped by the alarm "stop", set since 2026-12-07 08:00 UTC: on fire',
    ],
    [
      {
        kind: 'stop',
        switch: { kind: 'parameter', name: '/stop' },
        ...{ says: 'migration', setBy: 'mona', since: 1796630400 },
      },
      'all releases are stopped by the SSM parameter "/stop", set by mona since 2026-12-07 08:00 UTC: migration',
    ],
    [
      { kind: 'stop', switch: { kind: 'variable', name: 'STOP' }, says: 'denied', unread: true },
      'the repository variable "STOP" could not be read, so it is taken as set: denied',
    ],
    [{ kind: 'approval', weight: 50 }, '50% needs an approval'],
    [{ kind: 'door' }, 'the new version waits at 0% for an approval, and can be tried'],
    [{ kind: 'paused', by: BY }, `paused by ${RUN}`],
    [{ kind: 'feedback', by: 'mona' }, '👎 by mona'],
    [{ kind: 'preview', pull: 12 }, 'a preview of #12 is never promoted'],
    [{ kind: 'preflight', problems: ['x'] }, 'Stopped before any traffic was shifted: x'],
    [
      { kind: 'preflight', problems: ['x', 'y'] },
      'Stopped before any traffic was shifted, because of 2 problems.',
    ],
    [{ kind: 'refused', problems: ['x'] }, 'Nothing was done: x'],
    [{ kind: 'nothing-new', why: 'it is served' }, 'There is nothing to release: it is served.'],
    [{ kind: 'nothing-to-do' }, 'There is nothing to do.'],
    [{ kind: 'removed' }, 'Previews were removed.'],
    [
      { kind: 'first-release', made: 'live' },
      'This is the first release, with nothing to compare it with: live.',
    ],
    [{ kind: 'completed', evidence: [] }, 'The canary completed all steps and the bake.'],
    [
      { kind: 'completed', evidence: [evidence(NO_DATA, 'inconclusive')] },
      'The canary completed all steps and the bake, but there is no evidence that it is healthy (alarm a: INSUFFICIENT_DATA).',
    ],
    [
      {
        kind: 'completed',
        evidence: [{ ...evidence({ kind: 'alarm-gone' }, 'inconclusive'), unread: true }],
      },
      'The canary completed all steps and the bake, the end of which could not be monitored (alarm a: the alarm no longer exists).',
    ],
  ])('is described: %j', (cause, text) => {
    expect(causeText(cause, linkTo)).toBe(text);
  });

  it('is a comparison rather than an alarm, when several fail', () => {
    const errors = { ...evidence(IN_ALARM), source: { kind: 'errors' }, comparison: {} };
    expect(failing([evidence(IN_ALARM), errors as Evidence]).kind).toBe('errors');
    expect(failing([evidence(IN_ALARM)]).kind).toBe('alarm');
  });

  it('is unchanged after a round trip through a file', () => {
    expect(causeText(JSON.parse(JSON.stringify(FIRED)) as Cause, linkTo)).toBe(
      'alarm a: in ALARM: 12 > 5.',
    );
  });
});

describe('a change outside the rollout', () => {
  const WEIGHT = { kind: 'weight', step: 1, expected: 5, weight: 0, most: 5 } as const;
  const because = (change: Extract<Cause, { kind: 'external-change' }>['change']): Cause => ({
    kind: 'external-change',
    change,
  });

  it('is left alone, and the rest may be rolled back', () => {
    const found =
      'the weight was changed outside this action: the canary has 0% to 5% instead of the 5% of step 1';
    expect(rollbackText(because(WEIGHT), linkTo)).toBe(`${found}. The rest is rolled back too`);
    expect(said({ kind: 'failed', cause: because(WEIGHT), stopped: { at: 'external' } })).toBe(
      `stopped without changing it, because ${found}`,
    );
    expect(rollbackText(MOVED, linkTo)).toBe(
      'a part of it was changed outside this action and was not rolled back: it serves x',
    );
    expect(said({ kind: 'failed', cause: MOVED, stopped: { at: 'external' } })).toBe(
      'stopped without changing it: it serves x',
    );
  });

  it('is named for one alias of several', () => {
    expect(causeText(because({ ...WEIGHT, weight: 33, where: 'f1:live' }), linkTo)).toBe(
      'the weight was changed outside this action: the canary of f1:live has 33% instead of the 5% of step 1',
    );
  });

  it.each<[Extract<Cause, { kind: 'external-change' }>['change'], RegExp]>([
    [{ kind: 'canary-closed', step: 1 }, /step 1 does not exist: it was not opened, or someone/],
    [{ kind: 'canary-closed', step: 2 }, /step 2 does not exist: someone removed it; all traffic/],
    [{ kind: 'unknown-step', step: 3 }, /names step 3, which is not in the plan$/],
    [{ kind: 'reopened' }, /after the promotion: a canary is open on the stage$/],
    [{ kind: 'reopened', weight: 20 }, /after the promotion: the new version has 20% of/],
    [{ kind: 'lowered', weight: 0, most: 100 }, /the new version has 0% to 100% of the traffic$/],
    [{ kind: 'promotion-undone' }, /^the previous version is served: the promotion did not happen/],
  ])('is described: %j', (change, text) => {
    expect(causeText(because(change), linkTo)).toMatch(text);
  });
});

type Told = Parameters<typeof endingText>[0];

function said(
  ending: Told,
  servedSeconds?: number,
  impact?: Parameters<typeof endingText>[1]['impact'],
) {
  return endingText(ending, { linkTo, servedSeconds, impact });
}

describe('an ending', () => {
  const back = (parts: Partial<Extract<Ending, { kind: 'rolled-back' }>> = {}) =>
    ({ kind: 'rolled-back', cause: FIRED, ...parts }) as const;

  it('continues after the text of an alarm, which may end with a full stop', () => {
    expect(said(back(), 120)).toBe('alarm a: in ALARM: 12 > 5, rolled back after 2m');
  });

  it('names the duration once, followed by what happened in between', () => {
    const cause: Cause = {
      kind: 'external-change',
      change: { kind: 'lowered', weight: 0, most: 100 },
    };
    expect(said(back({ cause }), 120)).toMatch(
      /0% to 100% of the traffic\. The rest was rolled back too after 2m$/,
    );
    expect(said(back({ finished: 'after-failure' }), 120)).toBe(
      'alarm a: in ALARM: 12 > 5, rolled back after 2m; the rollback failed at first, and the post step completed it',
    );
  });

  it('states the impact on users', () => {
    const counts = { since: 0, requests: 0, events: 0, excess: 0, estimated: 18 };
    expect(said(back(), 120, { source: { kind: 'errors' }, ...counts })).toBe(
      'alarm a: in ALARM: 12 > 5, rolled back after 2m; about 18 requests failed because of it',
    );
  });

  it.each<[Told, string]>([
    [
      { kind: 'rolled-back', cause: { kind: 'cancelled' }, finished: 'after-cut-off' },
      'cancelled; the main step was interrupted during the rollback, and the post step completed it',
    ],
    [
      { kind: 'rolled-back', cause: { kind: 'cancelled' }, finished: 'after-failure' },
      'cancelled; the rollback failed at first, and the post step completed it',
    ],
    [
      { kind: 'held', cause: { kind: 'cancelled' } },
      'cancelled; with on-cancel: hold, the rollout stays as it is',
    ],
    [
      { kind: 'stuck', cause: { kind: 'cancelled' }, failure: 'AWS denies x' },
      'the rollback failed: AWS denies x. Reason for the rollback: cancelled',
    ],
    [
      { kind: 'failed', cause: { kind: 'cancelled' }, stopped: { at: 'start' } },
      'stopped before any user was served the new version: cancelled',
    ],
    [
      { kind: 'failed', cause: { kind: 'state-lost' }, stopped: { at: 'midway' } },
      'stopped without further changes: the tags that store its state are gone',
    ],
    [
      {
        kind: 'failed',
        cause: { kind: 'state-lost' },
        stopped: { at: 'midway', rollingBack: { kind: 'cancelled' } },
      },
      'stopped without further changes: the tags that store its state are gone; a rollback was required: cancelled',
    ],
    [
      { kind: 'failed', cause: MOVED, stopped: { at: 'post-step', words: 'the stage "prod"' } },
      'The main step was interrupted, but the stage "prod" is not in the state that it left: it serves x',
    ],
    [
      {
        kind: 'failed',
        cause: MOVED,
        stopped: { at: 'post-step', words: 'the stage', rollingBack: { kind: 'cancelled' } },
      },
      'A rollback was required (cancelled), but the stage is not in the state that the main step left: it serves x',
    ],
  ])('is described: %j', (ending, text) => {
    expect(said(ending)).toBe(text);
  });
});
