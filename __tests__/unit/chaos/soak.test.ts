// What a soak draws, and the small model that it is held against.

import { describe, expect, it } from '@jest/globals';
import { FAULTS } from '../../../chaos/faults.ts';
import { SCENARIOS, type Scenario } from '../../../chaos/scenarios.ts';
import { describeSoak, drawSoak, type Soak } from '../../../chaos/soak-draw.ts';
import { judgeSoak } from '../../../chaos/soak-judge.ts';
import type { Hit, SoakAct, SoakStory } from '../../../chaos/soak-play.ts';
import type { Standing } from '../../../chaos/worlds/world.ts';
import { REPORTS } from '../report/report-fixture.ts';

const SEEDS = Array.from({ length: 400 }, (_, i) => i);

describe('A soak', () => {
  it('is the same at every time for the same seed', () => {
    for (const seed of SEEDS)
      expect(describeSoak(drawSoak(seed))).toBe(describeSoak(drawSoak(seed)));
    expect(new Set(SEEDS.map((seed) => describeSoak(drawSoak(seed)))).size).toBe(SEEDS.length);
  });

  it('has a few faults, kills a run once at the most, and leaves out no fault and no rollout', () => {
    const soaks = SEEDS.map(drawSoak);
    const blowsOf = ({ first, rival }: Soak) => [first.blows, rival?.blows ?? []];
    for (const soak of soaks) {
      const blows = blowsOf(soak);
      expect(blows.flat().length).toBeLessThanOrEqual(5);
      for (const own of blows) {
        const ends = own.filter(({ fault }) => /^(?:killed|sig)/.test(fault.name));
        expect(ends.length).toBeLessThanOrEqual(1);
      }
    }
    const names = soaks.flatMap((soak) =>
      blowsOf(soak)
        .flat()
        .map(({ fault }) => fault.name),
    );
    expect(new Set(names).size).toBe(FAULTS.length);
    expect(new Set(soaks.map(({ scenario }) => scenario.name)).size).toBe(SCENARIOS.length);
    expect(soaks.filter(({ rival }) => rival).length).toBeGreaterThan(100);
  });
});

const standing = (parts: Partial<Standing> = {}): Standing => ({
  traffic: 'released',
  what: '',
  remembered: false,
  lost: [],
  ...parts,
});

const act = (parts: Partial<SoakAct> = {}): SoakAct => ({
  by: 'first',
  who: 'main',
  alone: true,
  exitCode: 0,
  log: '',
  summary: '',
  report: REPORTS.promoted,
  standing: standing(),
  ...parts,
});

const NOBODY_FAILED = { requests: 90, failed: 0, failures: {}, due: { mean: 0, variance: 0 } };

const story = (parts: Partial<SoakStory> = {}): SoakStory => ({
  acts: [act()],
  hits: [],
  users: NOBODY_FAILED,
  keepsTheirs: false,
  ...parts,
});

const scenarioOf = (failing: boolean) =>
  SCENARIOS.find((one) => one.failing === failing) as Scenario;

const soakOf = (failing: boolean, fought: boolean): Soak => {
  const none = { blows: [], inputs: {} };
  const rival = fought ? { ...none, after: 0 } : undefined;
  return { seed: 0, scenario: scenarioOf(failing), first: none, rival, next: 'resume' };
};

const hit = (operation: string, strike: Hit['strike']): Hit => ({ operation, strike });
const ERROR = hit('UpdateStage', { kind: 'wrong-answer' });
const THEIRS = hit('UpdateStage', { kind: 'meddle', how: 'release' });

describe('The model', () => {
  const breaches = (told: SoakStory, failing = false, fought = false) =>
    judgeSoak(told, soakOf(failing, fought)).map(({ breach }) => breach);
  const endingIn = (parts: Partial<Standing>) => [
    act({ report: undefined, standing: standing(parts) }),
  ];

  it('has nothing against a release that went well', () => {
    expect(breaches(story())).toEqual([]);
  });

  it.each<[string, SoakStory, boolean, readonly string[]]>([
    [
      'a split',
      story({ acts: endingIn({ traffic: 'split' }), hits: [ERROR] }),
      false,
      ['half-rolled'],
    ],
    [
      'a memory that is left',
      story({ acts: endingIn({ remembered: true }) }),
      false,
      ['half-rolled'],
    ],
    [
      'a good version taken back for nothing',
      story({ acts: endingIn({ traffic: 'stable' }) }),
      false,
      ['wrong ending'],
    ],
    [
      'a good version taken back after a fault',
      story({ acts: endingIn({ traffic: 'stable' }), hits: [ERROR] }),
      false,
      [],
    ],
    [
      'a bad version released',
      story({ acts: endingIn({}), hits: [ERROR] }),
      true,
      ['wrong ending'],
    ],
    [
      'a bad version released while nobody could hear its alarm',
      story({ acts: endingIn({}), hits: [hit('DescribeAlarms', { kind: 'wrong-answer' })] }),
      true,
      [],
    ],
    [
      'a version that nobody released',
      story({ acts: endingIn({ traffic: 'strange' }), hits: [ERROR] }),
      false,
      ['wrong ending'],
    ],
    [
      'what somebody else released, kept',
      story({ acts: endingIn({ traffic: 'strange' }), hits: [THEIRS], keepsTheirs: true }),
      false,
      [],
    ],
    [
      'what somebody else released, gone',
      story({ acts: endingIn({ traffic: 'strange' }), hits: [THEIRS] }),
      false,
      ['wrong ending'],
    ],
    [
      'a setting that is lost',
      story({ acts: endingIn({ lost: ['tags'] }) }),
      false,
      ['lost setting'],
    ],
    [
      'a report that says otherwise',
      story({ acts: [act({ standing: standing({ traffic: 'stable' }) })], hits: [ERROR] }),
      false,
      ['wrong report'],
    ],
    [
      'a request that failed for nothing',
      story({ users: { ...NOBODY_FAILED, failed: 1, failures: { 'HTTP 500': 1 } } }),
      false,
      ['failed request'],
    ],
    [
      'more failures than a weight explains',
      story({
        acts: endingIn({ traffic: 'stable' }),
        users: { ...NOBODY_FAILED, failed: 30, due: { mean: 5, variance: 4 } },
      }),
      true,
      ['failed request'],
    ],
    [
      'as many failures as a weight explains',
      story({
        acts: endingIn({ traffic: 'stable' }),
        users: { ...NOBODY_FAILED, failed: 12, due: { mean: 5, variance: 4 } },
      }),
      true,
      [],
    ],
  ])('judges %s', (_, told, failing, expected) => {
    expect(breaches(told, failing)).toEqual(expected);
  });

  it('lets one of two win, and no more', () => {
    const both = story({ acts: [act(), act({ by: 'rival' })] });
    expect(breaches(both, false, true)).toEqual(['wrong report']);
    const unfinished = act({ standing: standing({ remembered: true }) });
    expect(breaches(story({ acts: [unfinished, act({ by: 'rival' })] }), false, true)).toEqual([]);
  });

  it('holds no report against what another run moved meanwhile', () => {
    const overtaken = act({ alone: false, standing: standing({ traffic: 'split' }) });
    expect(breaches(story({ acts: [overtaken, act({ by: 'next' })] }), false, true)).toEqual([]);
  });
});
