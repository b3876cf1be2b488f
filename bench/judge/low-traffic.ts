// Releases with default inputs at a few requests a minute: by the clock, and by the number of requests.

import { type Counts, type MinuteCounts, sum } from '../../src/analysis/counts.ts';
import { profileFor } from '../../src/analysis/errors-measure.ts';
import { canaryOnly, guardrailLimit, guardrailNats } from '../../src/analysis/guardrail.ts';
import { createRollbackTest } from '../../src/analysis/rollback-test.ts';
import { waitingPlan } from '../../src/rollout/low-traffic.ts';
import { stepWindow } from '../../src/rollout/plan.ts';
import { ALPHA } from './ours.ts';
import { type Chance, createChance } from './random.ts';
import { drawArm } from './rollout.ts';
import { type Goal, number, percent, quantile, type Study } from './study.ts';

/** Requests per minute of the last day, and how many times as many there are now. */
const TRAFFIC = [
  { usual: 0.1, now: 1 },
  { usual: 1, now: 1 },
  { usual: 1, now: 0.25 },
  { usual: 1, now: 4 },
  { usual: 5, now: 1 },
  { usual: 9, now: 1 },
] as const;

const CLOSING = 2;
const BAKE = 5;
const STABLE_RATE = 0.01;

interface Steps {
  readonly steps: readonly { readonly weight: number; readonly holdSeconds: number }[];
  readonly requests?: number;
}

/** The default inputs' own schedule. */
const BY_CLOCK: Steps = {
  steps: [
    { weight: 5, holdSeconds: 300 },
    { weight: 25, holdSeconds: 600 },
    { weight: 50, holdSeconds: 600 },
  ],
};

/** Within a day: the longest job may end sooner, but later runs can go on. */
function byRequests(requestsPerMinute: number): Steps {
  const waiting = waitingPlan({ requestsPerMinute, availableSeconds: 24 * 3600 });
  return waiting.kind === 'planned' ? waiting.plan : BY_CLOCK;
}

type Outcome = 'promoted' | 'rolled back' | 'held';

interface Ended {
  readonly outcome: Outcome;
  readonly minutes: number;
  readonly failed: number;
}

export function lowTrafficStudy(rollouts: number, seed: number): Study {
  const cells = TRAFFIC.flatMap((traffic, t) =>
    (['by the clock', 'by requests'] as const).flatMap((pace, p) =>
      ([STABLE_RATE, 1] as const).map((canaryRate, c) => {
        const chance = createChance(seed, 92, t, p, c);
        const plan = pace === 'by requests' ? byRequests(traffic.usual) : BY_CLOCK;
        const ended = Array.from({ length: rollouts }, () =>
          release(plan, traffic.usual * traffic.now, canaryRate, chance),
        );
        const share = (outcome: Outcome) =>
          ended.filter((one) => one.outcome === outcome).length / rollouts;
        return {
          ...traffic,
          pace,
          canaryRate,
          promoted: share('promoted'),
          rolledBack: share('rolled back'),
          held: share('held'),
          minutes: quantile(
            ended.map(({ minutes }) => minutes),
            0.5,
          ),
          late: quantile(
            ended.map(({ minutes }) => minutes),
            0.9,
          ),
          failed: ended.reduce((n, { failed }) => n + failed, 0) / rollouts,
        };
      }),
    ),
  );
  return {
    name: 'low traffic',
    tables: [
      {
        title: 'Default inputs at low traffic (stable: 1 % errors), % of releases',
        columns: [
          'requests/min',
          'now',
          'steps end',
          'canary',
          'promoted',
          'rolled back',
          'held',
          'minutes (median, 90 %)',
          'failed requests',
        ],
        rows: cells.map((c) => [
          String(c.usual),
          `× ${c.now}`,
          c.pace,
          c.canaryRate === 1 ? 'fails every request' : 'the same',
          percent(c.promoted, 1),
          percent(c.rolledBack, 1),
          percent(c.held, 1),
          `${number(c.minutes)}, ${number(c.late)}`,
          number(c.failed),
        ]),
      },
    ],
    goals: goalsOf(cells),
    data: cells,
  };
}

interface Cell {
  readonly usual: number;
  readonly now: number;
  readonly pace: string;
  readonly canaryRate: number;
  readonly promoted: number;
  readonly held: number;
}

function goalsOf(cells: readonly Cell[]): readonly Goal[] {
  const waiting = cells.filter((c) => c.pace === 'by requests' && c.usual >= 1 && c.now >= 1);
  const clean = waiting.filter((c) => c.canaryRate < 1);
  const broken = cells.filter((c) => c.pace === 'by requests' && c.canaryRate === 1);
  const least = Math.min(...clean.map((c) => c.promoted));
  const most = Math.max(...broken.map((c) => c.promoted));
  return [
    {
      id: 'low traffic, clean',
      asks: 'a clean release with default inputs is promoted in ≥ 95 % from 1 request a minute on',
      found: `at least ${percent(least, 1)} %`,
      reached: least >= 0.95,
    },
    {
      id: 'low traffic, broken',
      asks: 'a version that fails every request ends as promoted in ≤ 1 %',
      found: `at most ${percent(most, 2)} %`,
      reached: most <= 0.01,
    },
  ];
}

interface Watched {
  /** Adds a minute at this weight; returns the canary's requests in it. */
  add(weight: number): number;
  /** Whether what is known by now says to roll back: a minute is known two minutes after its end. */
  isFailing(): boolean;
  end(outcome: Outcome): Ended;
}

function watch(perMinute: number, canaryRate: number, chance: Chance): Watched {
  const before = Array.from({ length: 60 }, () =>
    drawArm(perMinute, STABLE_RATE, undefined, chance),
  );
  const minutes: MinuteCounts[] = [];
  let test: ReturnType<typeof createRollbackTest> | undefined;
  let failingFrom = Number.POSITIVE_INFINITY;
  const add = (weight: number) => {
    const share = weight / 100;
    const minute: MinuteCounts = {
      minute: minutes.length,
      canary: drawArm(perMinute * share, canaryRate, undefined, chance),
      stable: drawArm(perMinute * (1 - share), STABLE_RATE, undefined, chance),
      weight,
      weightBefore: weight,
    };
    minutes.push(minute);
    test ??= createRollbackTest({
      falseRollbackRate: ALPHA.errors,
      profile: profileFor(minute),
      materialRatio: 1.2,
      before: sum(before),
    });
    const { failing } = test.add(minute);
    if (failing || isLimited(minutes, before)) {
      failingFrom = Math.min(failingFrom, minutes.length + CLOSING);
    }
    return minute.canary.requests;
  };
  return {
    add,
    isFailing: () => minutes.length >= failingFrom,
    end: (outcome) => ({
      outcome,
      minutes: minutes.length,
      failed: sum(minutes.map(({ canary }) => canary)).events,
    }),
  };
}

function isLimited(minutes: readonly MinuteCounts[], before: readonly Counts[]): boolean {
  const alone = canaryOnly(minutes);
  if (alone.length === 0) return false;
  return guardrailNats(alone, guardrailLimit(before), 1) >= -Math.log(ALPHA.guardrail);
}

function release(plan: Steps, perMinute: number, canaryRate: number, chance: Chance): Ended {
  const watched = watch(perMinute, canaryRate, chance);
  for (const step of plan.steps) {
    const ended = hold(plan, step, watched);
    if (ended) return watched.end(ended);
  }
  for (let i = 0; i < BAKE + CLOSING + 1; i++) {
    watched.add(100);
    if (watched.isFailing()) return watched.end('rolled back');
  }
  return watched.end('promoted');
}

/** One step; `undefined`: the next one follows. */
function hold(plan: Steps, step: Steps['steps'][number], watched: Watched): Outcome | undefined {
  const advance = { kind: 'time', maxSeconds: undefined } as const;
  const { earliest, latest } = stepWindow({ ...plan, advance, bakeSeconds: 60 * BAKE }, step);
  const needed = Math.max(1, plan.requests ?? 0);
  let requests = 0;
  for (let at = 60; ; at += 60) {
    requests += watched.add(step.weight);
    if (watched.isFailing()) return 'rolled back';
    if (at >= earliest && requests >= needed) return undefined;
    if (at >= latest) return 'held';
  }
}
