// G11 while counts are still arriving: an incident that hits both versions in a bake in which stable keeps 5%. Its failures
// may be shown later than the canary's, and it may happen to have none.

import { DEFAULT_HOLD_BACK } from '../../src/rollout/hold-back.ts';
import { createChance } from './random.ts';
import { steady, steadyWorld } from './seconds/cell.ts';
import { OURS, PATIENT } from './seconds/judges.ts';
import { DEFAULT_SHIFTS, drawTimeline, type World } from './seconds/timeline.ts';
import { play } from './seconds/watch.ts';
import { percent, percentOf, type Study, trafficName } from './study.ts';

const JUDGES = [OURS, PATIENT];
const RPS = [1, 2, 10] as const;
const RATES = [0.3, 1] as const;
const USUAL = 0.001;
const INCIDENT_SECONDS = 300;
/** The incident begins at any second of the first three minutes of the bake. */
const ONSET_SECONDS = 180;
const SHIFTS = DEFAULT_SHIFTS.map((shift) =>
  shift.weight === 100 ? { ...shift, weight: 100 - DEFAULT_HOLD_BACK } : shift,
);
const BAKE = SHIFTS.at(-1)!.after;

interface Cell {
  readonly rate: number;
  readonly rps: number;
  readonly judge: string;
  readonly rolledBack: number;
}

export function openBakeStudy(rollouts: number, seed: number): Study {
  const cells = RATES.flatMap((rate, i) =>
    RPS.flatMap((rps, j) => cellsOf(rate, rps, rollouts, [seed, 113, i, j])),
  );
  const worst = Math.max(
    ...cells.filter(({ judge }) => judge === OURS.name).map(({ rolledBack }) => rolledBack),
  );
  return {
    name: 'bake, open minutes',
    tables: [
      {
        title: 'Incident of both versions in a bake with hold-back, at any second: rolled back %',
        columns: ['incident', 'judge', ...RPS.map(trafficName)],
        rows: RATES.flatMap((rate) =>
          JUDGES.map(({ name }) => [
            `${percent(rate, 0)} %`,
            name,
            ...cells
              .filter((c) => c.rate === rate && c.judge === name)
              .map((c) => percent(c.rolledBack / rollouts, 3)),
          ]),
        ),
      },
    ],
    goals: [
      {
        id: 'G11',
        asks: 'the same while counts are still arriving ≤ 0.1 %',
        found: percentOf(worst, rollouts),
        reached: worst <= 0.001 * rollouts,
      },
    ],
    data: cells,
  };
}

/** Only rollbacks from the incident on: those in the calm before are in the other studies. */
function cellsOf(rate: number, rps: number, rollouts: number, seed: readonly number[]): Cell[] {
  const chance = createChance(...seed);
  const rolledBack = JUDGES.map(() => 0);
  for (let n = 0; n < rollouts; n++) {
    const onset = BAKE + ONSET_SECONDS * chance.uniform();
    const world = incidentFrom(onset, rate, rps);
    play(JUDGES, drawTimeline(world, chance), world.length, chance).forEach(({ after }, i) => {
      if (after >= onset && Number.isFinite(after)) rolledBack[i]! += 1;
    });
  }
  return JUDGES.map(({ name }, i) => ({ rate, rps, judge: name, rolledBack: rolledBack[i]! }));
}

function incidentFrom(onset: number, rate: number, rps: number): World {
  const end = onset + INCIDENT_SECONDS;
  const rateAt = (at: number) => (at >= onset && at < end ? rate : USUAL);
  return {
    ...steadyWorld(rps, USUAL, USUAL),
    rates: (at) => ({ stable: rateAt(at), canary: rateAt(at) }),
    edges: [onset, end],
    ratesBefore: steady(USUAL),
    shifts: SHIFTS,
    length: end,
  };
}
