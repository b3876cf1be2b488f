// G11: the bake. Incidents that hit both versions, and regressions that begin in it, with a share of the traffic that
// stable keeps (hold-back) and without one.

import { chooseHoldBack, DEFAULT_HOLD_BACK } from '../../src/rollout/hold-back.ts';
import { type BakeOutcome, playBake, type Trouble } from './bake-rollout.ts';
import type { Method } from './method.ts';
import { ALPHA } from './ours.ts';
import { argo, codeDeploy, flagger } from './peers.ts';
import { createChance } from './random.ts';
import {
  type Goal,
  number,
  percent,
  percentOf,
  quantile,
  type Study,
  trafficName,
} from './study.ts';

const RPS = [1, 2, 10, 100, 1000] as const;
const USUAL = 0.001;
const PEERS: readonly Method[] = [codeDeploy(1), codeDeploy(3), flagger(5), argo(3)];

/** Outlasts the bake, as an incident of another service does. */
const INCIDENT_SECONDS = 300;
const TO_THE_END = 3600;

const INCIDENTS = [0.05, 0.3, 1].map((rate): Named => {
  const trouble = { usual: USUAL, rate, of: 'both', seconds: INCIDENT_SECONDS } as const;
  return { name: `incident, ${percent(rate, 0)} % of both`, trouble };
});
const FAILING = [0.95, 1].map((rate): Named => {
  const trouble = { usual: rate, rate, of: 'both', seconds: TO_THE_END } as const;
  return { name: `${percent(rate, 0)} % failed before and during`, trouble };
});
const REGRESSIONS = [0.02, 0.09, 1].map((rate): Named => {
  const trouble = { usual: USUAL, rate, of: 'canary', seconds: TO_THE_END } as const;
  return { name: `0.1 → ${percent(rate, 0)} %`, trouble };
});

/** Begins late in the bake: found only if that is read to its end. */
const LATE = [2, 3, 4].map((minutes): Named => {
  const total = { usual: USUAL, rate: 1, of: 'canary', seconds: TO_THE_END } as const;
  return { name: `from minute ${minutes} on`, trouble: { ...total, onset: 60 * minutes } };
});

interface Named {
  readonly name: string;
  readonly trouble: Trouble;
}

interface BakeCell {
  readonly name: string;
  readonly judge: string;
  readonly rps: number;
  /** Shares of the rollouts, 0 to 1. */
  readonly rolledBack: number;
  readonly held: number;
  /** Median minutes from the onset to the rollback. */
  readonly minutes: number;
}

const DEFAULT = 'canary-action, default';
const HELD = `canary-action, hold-back ${DEFAULT_HOLD_BACK} %`;
const PROMOTED = 'canary-action, hold-back 0 %';

export function bakeStudy(rollouts: number, seed: number): Study {
  const all = [...INCIDENTS, ...FAILING, ...REGRESSIONS, ...LATE];
  const cells = all.flatMap((named, i) =>
    RPS.flatMap((rps, j) => cellsOf(named, rps, rollouts, [seed, 111, i, j])),
  );
  return {
    name: 'bake',
    tables: [
      {
        title:
          'The bake, no worse version: rolled back % (held for a person, %). The incident begins in its first three minutes',
        columns: ['trouble', 'judge', ...RPS.map(trafficName)],
        rows: rowsOf(cells, [...INCIDENTS, ...FAILING], (c) =>
          c.held > 0 ? `${percent(c.rolledBack)} (${percent(c.held, 0)})` : percent(c.rolledBack),
        ),
      },
      {
        title:
          'The bake, a version that becomes worse in its first three minutes: found %, and median minutes from then on',
        columns: ['rates', 'judge', ...RPS.map(trafficName)],
        rows: rowsOf(
          cells,
          REGRESSIONS,
          (c) => `${percent(c.rolledBack, 1)} in ${number(c.minutes)}`,
        ),
      },
      {
        title:
          'A total failure from a minute of the bake of five on: found %, and median minutes from then on',
        columns: ['failing', 'judge', ...RPS.map(trafficName)],
        rows: rowsOf(
          cells.filter(({ judge }) => [DEFAULT, PROMOTED].includes(judge)),
          LATE,
          (c) => `${percent(c.rolledBack, 1)} in ${number(c.minutes)}`,
        ),
      },
    ],
    goals: goalsOf(cells, rollouts),
    data: cells,
  };
}

function cellsOf(
  { name, trouble }: Named,
  rps: number,
  rollouts: number,
  seed: readonly number[],
): BakeCell[] {
  const play = (held: number) => {
    const chance = createChance(...seed, held);
    return Array.from({ length: rollouts }, () => playBake(trouble, rps, held, chance));
  };
  const [held, promoted] = [play(DEFAULT_HOLD_BACK), play(0)];
  const cell = (judge: string, played: readonly BakeOutcome[]): BakeCell => {
    const back = played.filter(({ outcome }) => outcome === 'rolled back');
    return {
      ...{ name, judge, rps },
      rolledBack: back.length / rollouts,
      held: played.filter(({ outcome }) => outcome === 'held').length / rollouts,
      minutes: quantile(
        back.map(({ minutes }) => minutes),
        0.5,
      ),
    };
  };
  const byDefault = defaultShare(trouble.usual, rps) > 0 ? held : promoted;
  return [
    cell(DEFAULT, byDefault),
    cell(HELD, held),
    cell(PROMOTED, promoted),
    ...PEERS.map((method) => peerCell({ name, rps }, method, promoted)),
  ];
}

/** What the action itself chooses for this traffic. */
function defaultShare(rate: number, rps: number): number {
  const chosen = chooseHoldBack({
    asked: undefined,
    steps: [{ weight: 50, holdSeconds: 600 }],
    bakeSeconds: 300,
    preview: false,
    compared: true,
    traffic: { requestsPerMinute: 60 * rps, rate, dispersion: 1, apart: true },
    falseRollbackRates: { errors: ALPHA.errors, guardrail: ALPHA.guardrail / 2 },
  });
  return chosen.kind === 'held-back' ? chosen.share : 0;
}

/** Peers watch the promoted version, from the promotion on. */
function peerCell(
  of: Pick<BakeCell, 'name' | 'rps'>,
  method: Method,
  played: readonly BakeOutcome[],
): BakeCell {
  const found = played.filter(({ bake }) => {
    const add = method.watch({ minutes: bake, before: [] });
    return bake.some((minute) => add(minute));
  });
  const rolledBack = found.length / played.length;
  return { ...of, judge: method.name, rolledBack, held: 0, minutes: Number.NaN };
}

function rowsOf(
  cells: readonly BakeCell[],
  named: readonly Named[],
  text: (cell: BakeCell) => string,
): string[][] {
  const judges = [...new Set(cells.map(({ judge }) => judge))];
  return named.flatMap(({ name }) =>
    judges.map((judge) => [
      name,
      judge,
      ...cells.filter((c) => c.name === name && c.judge === judge).map(text),
    ]),
  );
}

function goalsOf(cells: readonly BakeCell[], rollouts: number): Goal[] {
  const worst = (named: readonly Named[]) =>
    Math.max(
      ...cells
        .filter((c) => c.judge === DEFAULT && named.some(({ name }) => name === c.name))
        .map((c) => c.rolledBack),
    );
  const [incident, failing] = [worst(INCIDENTS), worst(FAILING)];
  return [
    {
      id: 'G11',
      asks: 'incident affecting both versions in the bake ≤ 0.1 % false rollbacks, by default',
      found: percentOf(Math.round(incident * rollouts), rollouts),
      reached: incident <= 0.001,
    },
    {
      id: 'G11b',
      asks: 'no worse version while 95 to 100 % fail, before and during: ≤ 1 % false rollbacks',
      found: `${percent(failing, 3)} %`,
      reached: failing <= 0.01,
    },
  ];
}
