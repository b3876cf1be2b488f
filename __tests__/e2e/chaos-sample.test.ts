// A few of the faults that `npm run test:chaos` injects into rollouts. A name consists of the rollout,
// the number of the call, and the fault.

import { describe, expect, it } from '@jest/globals';
import { runTrial } from '../../chaos/run-trial.ts';
import { sample } from '../../chaos/sample.ts';
import { SCENARIOS } from '../../chaos/scenarios.ts';
import { runSoak } from '../../chaos/soak.ts';
import type { Soak } from '../../chaos/soak-draw.ts';
import { judgeSoak } from '../../chaos/soak-judge.ts';
import { playSoak } from '../../chaos/soak-play.ts';

/** Faults at calls that read logs, as nearly as their numbers are the same each time. */
const LOGGED = [
  'stage-logged-failing/88/one-down-4m',
  'stage-logged-failing/96/time-out',
  'stage-logged/131/killed-after-then-resume',
  'stage-logged/140/one-denied-from-here',
];

/** In some, an operation of AWS is down for minutes. */
const LONGEST_MS = 300_000;

/** The same, at calls that read a switch for all releases and find alarms by their tag. */
const GATED = [
  'stage-gated/74/one-silent-3m',
  'stage-gated/111/one-denied-from-here',
  'stage-gated-failing/51/one-down-4m',
];

/** The same, where stages are made or lent for checks, and where people approve. */
const AROUND = [
  'stage-checked/129/killed-after-then-resume',
  'stage-lent/60/killed-after-then-rollback',
  'stage-lent/110/killed-before-then-post',
  'stage-approved/96/killed-after-then-resume',
  'alias-approved-failing/60/sigint',
  'stage-probed/90/killed-after-then-post',
];

describe('Whatever goes wrong, nothing is half-rolled:', () => {
  const trials = async (name: string) => {
    expect(await runTrial(name)).toMatchObject({ findings: [] });
  };
  it.each(sample(40))('%s', trials, LONGEST_MS);
  it.each([...LOGGED, ...GATED, ...AROUND])('%s', trials, LONGEST_MS);
});

describe('Several faults, and another run at the same time:', () => {
  const soaks = async (seed: number) => {
    expect(await runSoak(seed)).toMatchObject({ findings: [] });
  };
  it.each([3, 14, 25, 36])('seed %s', soaks, LONGEST_MS);
});

/** Two repositories release to one target; there is no other fault. */
function concurrentSoak(name: string, after: number): Soak {
  const scenario = SCENARIOS.find((one) => one.name === name);
  if (!scenario) throw new Error(`there is no rollout "${name}"`);
  const alike = { faults: [], inputs: {} };
  return { seed: 0, scenario, first: alike, rival: { ...alike, after }, next: 'resume' };
}

describe('Of two runs that begin in the same seconds', () => {
  // The second finds a free target, a record that was just written, or a canary about to open.
  it.each([
    ['stage-variable', 0],
    ['stage-variable', 12],
    ['stage-pinned', 18],
    ['alias', 6],
  ] as const)('one releases, and the other names it: %s, after %i calls', async (name, after) => {
    const soak = concurrentSoak(name, after);
    const result = await playSoak(soak);
    expect(judgeSoak(result, soak)).toEqual([]);
    const ended = result.steps.filter(({ who }) => who === 'main').map(({ report }) => report);
    expect(ended.map((report) => report?.outcome).sort()).toEqual(['failed', 'promoted']);
    const loser = ended.find((report) => report?.outcome === 'failed');
    expect(loser?.reason).toMatch(
      /another run has taken over: https:\/\/github\.com\/octo-org\/|the tags that store its state are gone|octo-org\/(?:orders|checkout)\/actions\/runs/,
    );
  });
});
