// What the chaos test calls a breach where a person brakes, or forges the stored state.

import { describe, expect, it } from '@jest/globals';
import { judgeBrake, judgeGuarded } from '../../../chaos/judge-person.ts';
import type { EndedStep, TrialResult } from '../../../chaos/trial.ts';
import type { WorldState } from '../../../chaos/worlds/world.ts';
import { REPORTS } from '../report/report-fixture.ts';

const state = (parts: Partial<WorldState>): WorldState => ({
  traffic: 'stable',
  weight: 0,
  what: '',
  stored: false,
  lost: [],
  ...parts,
});

const step = (
  who: EndedStep['who'],
  parts: Partial<WorldState>,
  report?: EndedStep['report'],
): EndedStep => ({ who, exitCode: 1, log: '', summary: '', report, state: state(parts) });

const played = (brakedInSight: boolean, ...steps: EndedStep[]): TrialResult => ({
  hitOperation: 'GetStage',
  brakedInSight,
  calls: 60,
  steps,
  users: { requests: 0, failed: 0, failures: {}, due: { mean: 0, variance: 0 } },
  keepsExternalRelease: false,
});

const SPLIT = { traffic: 'split', stored: true } as const;

describe('A brake', () => {
  it.each<[string, TrialResult]>([
    ['is left', played(true, step('main', { ...SPLIT, weight: 0 }))],
    ['is followed by a rollback', played(true, step('main', {}))],
    [
      'is passed over by a later run',
      played(true, step('main', SPLIT), step('next', { traffic: 'released', weight: 100 })),
    ],
    [
      'came at the very write, where nobody could see it',
      played(false, step('main', { traffic: 'released', weight: 100 })),
    ],
    [
      'came after a job in which people approved',
      {
        ...played(
          true,
          step('main', { ...SPLIT, weight: 20 }),
          step('main', { ...SPLIT, weight: 5 }),
        ),
        beforeFault: 1,
      },
    ],
  ])('is respected where it %s', (_, result) => {
    expect(judgeBrake(result)).toEqual([]);
  });

  it.each<[string, TrialResult]>([
    ['a promotion', played(true, step('main', { traffic: 'released', weight: 100 }))],
    ['a shift', played(true, step('main', { ...SPLIT, weight: 50 }))],
    ['the post step', played(true, step('main', SPLIT), step('post', { ...SPLIT, weight: 20 }))],
  ])('is not respected by %s', (_, result) => {
    expect(judgeBrake(result)).toMatchObject([{ breach: 'wrong ending' }]);
  });
});

describe('Forged state', () => {
  const guard = (parts: Partial<WorldState>, failing = false, report?: EndedStep['report']) =>
    judgeGuarded(step('next', parts, report), failing).map(({ breach }) => breach);
  const refusal = { ...REPORTS.failed, advice: ['run the action with command: rollback'] };

  it('may end as any whole release', () => {
    expect([guard({}), guard({ traffic: 'released' })]).toEqual([[], []]);
  });

  it('may be left to a person where the last report names a way out', () => {
    expect(guard(SPLIT, false, refusal)).toEqual([]);
    expect(guard(SPLIT)).toEqual(['half-rolled']);
    expect(guard({ stored: true }, false, REPORTS.promoted)).toEqual(['half-rolled']);
  });

  it('must neither move users elsewhere, nor promote a failing version', () => {
    expect(guard({ traffic: 'external' }, false, refusal)).toEqual(['wrong ending']);
    expect(guard({ traffic: 'released' }, true)).toEqual(['wrong ending']);
  });
});
