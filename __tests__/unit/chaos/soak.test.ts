// What a soak draws, and the model that judges it.

import { describe, expect, it } from '@jest/globals';
import { FAULTS } from '../../../chaos/faults.ts';
import { SCENARIOS, type Scenario } from '../../../chaos/scenarios.ts';
import { describeSoak, drawSoak, type Soak } from '../../../chaos/soak-draw.ts';
import { judgeSoak } from '../../../chaos/soak-judge.ts';
import type { Hit, SoakResult, SoakStep } from '../../../chaos/soak-play.ts';
import type { WorldState } from '../../../chaos/worlds/world.ts';
import { REPORTS } from '../report/report-fixture.ts';

const SEEDS = Array.from({ length: 400 }, (_, i) => i);

describe('A soak', () => {
  it('is always the same for the same seed', () => {
    for (const seed of SEEDS)
      expect(describeSoak(drawSoak(seed))).toBe(describeSoak(drawSoak(seed)));
    expect(new Set(SEEDS.map((seed) => describeSoak(drawSoak(seed)))).size).toBe(SEEDS.length);
  });

  it('has a few faults, kills a run at most once, and covers every fault and rollout', () => {
    const soaks = SEEDS.map(drawSoak);
    const faultsOf = ({ first, rival }: Soak) => [first.faults, rival?.faults ?? []];
    for (const soak of soaks) {
      const faults = faultsOf(soak);
      expect(faults.flat().length).toBeLessThanOrEqual(5);
      for (const own of faults) {
        const ends = own.filter(({ fault }) => /^(?:killed|sig)/.test(fault.name));
        expect(ends.length).toBeLessThanOrEqual(1);
      }
    }
    const names = soaks.flatMap((soak) =>
      faultsOf(soak)
        .flat()
        .map(({ fault }) => fault.name),
    );
    expect(new Set(names).size).toBe(FAULTS.length);
    expect(new Set(soaks.map(({ scenario }) => scenario.name)).size).toBe(SCENARIOS.length);
    expect(soaks.filter(({ rival }) => rival).length).toBeGreaterThan(100);
  });
});

const state = (parts: Partial<WorldState> = {}): WorldState => ({
  traffic: 'released',
  weight: 100,
  what: '',
  stored: false,
  lost: [],
  ...parts,
});

const step = (parts: Partial<SoakStep> = {}): SoakStep => ({
  by: 'first',
  who: 'main',
  alone: true,
  exitCode: 0,
  log: '',
  summary: '',
  report: REPORTS.promoted,
  state: state(),
  ...parts,
});

const NO_FAILURES = { requests: 90, failed: 0, failures: {}, due: { mean: 0, variance: 0 } };

const result = (parts: Partial<SoakResult> = {}): SoakResult => ({
  steps: [step()],
  hits: [],
  users: NO_FAILURES,
  keepsExternalRelease: false,
  ...parts,
});

const scenarioOf = (failing: boolean) =>
  SCENARIOS.find((one) => one.failing === failing) as Scenario;

const soakOf = (failing: boolean, rivalRun: boolean): Soak => {
  const none = { faults: [], inputs: {} };
  const rival = rivalRun ? { ...none, after: 0 } : undefined;
  return { seed: 0, scenario: scenarioOf(failing), first: none, rival, next: 'resume' };
};

const hit = (operation: string, injection: Hit['injection']): Hit => ({ operation, injection });
const ERROR = hit('UpdateStage', { kind: 'wrong-answer' });
const EXTERNAL_RELEASE = hit('UpdateStage', { kind: 'external-change', how: 'release' });

describe('The model', () => {
  const breaches = (played: SoakResult, failing = false, rivalRun = false) =>
    judgeSoak(played, soakOf(failing, rivalRun)).map(({ breach }) => breach);
  const endingIn = (parts: Partial<WorldState>) => [
    step({ report: undefined, state: state(parts) }),
  ];

  it('accepts a release without faults', () => {
    expect(breaches(result())).toEqual([]);
  });

  it.each<[string, SoakResult, boolean, readonly string[]]>([
    [
      'a split',
      result({ steps: endingIn({ traffic: 'split' }), hits: [ERROR] }),
      false,
      ['half-rolled'],
    ],
    [
      'stored state that is left',
      result({ steps: endingIn({ stored: true }) }),
      false,
      ['half-rolled'],
    ],
    [
      'a good version rolled back without a fault',
      result({ steps: endingIn({ traffic: 'stable' }) }),
      false,
      ['wrong ending'],
    ],
    [
      'a good version rolled back after a fault',
      result({ steps: endingIn({ traffic: 'stable' }), hits: [ERROR] }),
      false,
      [],
    ],
    [
      'a bad version released',
      result({ steps: endingIn({}), hits: [ERROR] }),
      true,
      ['wrong ending'],
    ],
    [
      'a bad version released while its alarm could not be read',
      result({ steps: endingIn({}), hits: [hit('DescribeAlarms', { kind: 'wrong-answer' })] }),
      true,
      [],
    ],
    [
      'a version that no run released',
      result({ steps: endingIn({ traffic: 'external' }), hits: [ERROR] }),
      false,
      ['wrong ending'],
    ],
    [
      'an external release that is kept',
      result({
        steps: endingIn({ traffic: 'external' }),
        hits: [EXTERNAL_RELEASE],
        keepsExternalRelease: true,
      }),
      false,
      [],
    ],
    [
      'an external release that is gone',
      result({ steps: endingIn({ traffic: 'external' }), hits: [EXTERNAL_RELEASE] }),
      false,
      ['wrong ending'],
    ],
    ['a lost setting', result({ steps: endingIn({ lost: ['tags'] }) }), false, ['lost setting']],
    [
      'a report that differs from the state',
      result({ steps: [step({ state: state({ traffic: 'stable' }) })], hits: [ERROR] }),
      false,
      ['wrong report'],
    ],
    [
      'a failed request without a cause',
      result({ users: { ...NO_FAILURES, failed: 1, failures: { 'HTTP 500': 1 } } }),
      false,
      ['failed request'],
    ],
    [
      'more failures than a weight explains',
      result({
        steps: endingIn({ traffic: 'stable' }),
        users: { ...NO_FAILURES, failed: 30, due: { mean: 5, variance: 4 } },
      }),
      true,
      ['failed request'],
    ],
    [
      'as many failures as a weight explains',
      result({
        steps: endingIn({ traffic: 'stable' }),
        users: { ...NO_FAILURES, failed: 12, due: { mean: 5, variance: 4 } },
      }),
      true,
      [],
    ],
  ])('judges %s', (_, played, failing, expected) => {
    expect(breaches(played, failing)).toEqual(expected);
  });

  it('lets only one of two runs win', () => {
    const both = result({ steps: [step(), step({ by: 'rival' })] });
    expect(breaches(both, false, true)).toEqual(['wrong report']);
    const unfinished = step({ state: state({ stored: true }) });
    expect(breaches(result({ steps: [unfinished, step({ by: 'rival' })] }), false, true)).toEqual(
      [],
    );
  });

  it('does not compare a report with a state that another run changed', () => {
    const overtaken = step({ alone: false, state: state({ traffic: 'split' }) });
    expect(breaches(result({ steps: [overtaken, step({ by: 'next' })] }), false, true)).toEqual([]);
  });
});
