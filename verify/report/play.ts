// Plays a release minute by minute without AWS: counts are drawn at random, and the action's own judge,
// recorder and reporter turn them into a report.

import type { CountTable, EventSeries, Split } from '../../src/analysis/count-table.ts';
import { errorsMeasure } from '../../src/analysis/errors-measure.ts';
import type { Evidence } from '../../src/analysis/evidence.ts';
import { DEFAULT_SETTINGS, type Judgement, judge } from '../../src/analysis/judge.ts';
import type { MeasureKind } from '../../src/analysis/measure.ts';
import { slowMeasure } from '../../src/analysis/slow-measure.ts';
import { createRecorder, type Recorder } from '../../src/controller/recorder.ts';
import type { Source, VersionReport } from '../../src/report/report.ts';
import { pairMinutes } from '../../src/rollout/paired-minutes.ts';
import { formatWeight, type Plan } from '../../src/rollout/plan.ts';
import type { RolloutRecord, StoredRollout } from '../../src/rollout/record.ts';
import { type FunctionChange, formatRolloutId } from '../../src/rollout/release.ts';
import type { TrafficCounts } from '../../src/rollout/traffic.ts';
import { createReporter, type Reporter } from '../../src/run/reporter.ts';
import { type AliasReportFacts, aliasReport } from '../../src/targets/alias/alias-report.ts';
import { type StageReportFacts, stageReport } from '../../src/targets/stage/stage-report.ts';

/** 16:00:00 UTC. */
export const BEGAN = 1_764_000_000;

export const COMMIT = '3f9c2ab4d5e6f708192a3b4c5d6e7f8091a2b3c4';
const COMMIT_BEFORE = 'b81d0e7766554433221100ffeeddccbbaa998877';

export interface Cast {
  readonly functions: readonly FunctionChange[];
  readonly target: StageReportFacts | AliasReportFacts;
  readonly plan: Plan;
  readonly source: Source;
  /** Requests per minute on both versions. */
  readonly requests: number;
  /** Shares of failed and of slow requests, 0 to 1, of the canary in a minute after the start. */
  readonly failing: (minute: number) => number;
  readonly slow: (minute: number) => number;
  /** The error rate that affects both versions alike, 0 to 1; default 0. */
  readonly incident?: (minute: number) => number;
  /** Minutes between two checks; default 1. */
  readonly checkEvery?: number;
}

export interface Play {
  readonly journal: Recorder;
  readonly reporter: Reporter;
  readonly rollout: () => StoredRollout;
  /** Sets the weight of a step. */
  shift(index: number): void;
  promote(): void;
  /** Lets minutes pass, with checks; stops if the comparison fails. */
  wait(minutes: number, more?: readonly Evidence[]): void;
  failing(): Evidence | undefined;
  now(): number;
}

/** Rates of the current version. */
const STABLE_FAILING = 0.004;
const STABLE_SLOW = 0.1;

export function play(cast: Cast): Play {
  let clock = BEGAN;
  const now = () => clock;
  const journal = createRecorder(now);
  journal.addVersions(cast.functions.flatMap(versionsOf));
  const draw = generator(7);
  const errors = emptyArms();
  const slow = emptyArms();
  let rollout: StoredRollout = {
    record: recordOf(cast),
    phase: { kind: 'preparing' },
    stepStartTimes: [],
    canaryDeploymentId: 'b7k2p9',
  };
  let weight = 0;
  let failing: Evidence | undefined;

  const count = () => {
    const minute = (clock - BEGAN) / 60;
    const requests = Math.round(cast.requests * (0.9 + 0.2 * draw()));
    const canary = Math.round((requests * weight) / 100);
    const split = { canary, stable: requests - canary };
    const put = (arms: WritableArms, ofCanary: number, ofStable: number) => {
      const bad = {
        canary: events(split.canary, ofCanary, draw),
        stable: events(split.stable, ofStable, draw),
      };
      note(arms.canary, clock, split.canary, bad.canary);
      note(arms.stable, clock, split.stable, bad.stable);
      note(arms.promoted, clock, requests, bad.canary + bad.stable);
    };
    const both = cast.incident?.(minute) ?? 0;
    put(errors, cast.failing(minute) + both, STABLE_FAILING + both);
    put(slow, cast.slow(minute), STABLE_SLOW);
  };

  const check = (more: readonly Evidence[]) => {
    const table = tableOf({ errors, slow }, clock);
    const judgement = judgeAll(table, rollout);
    const evidence = [...more, ...judgement.findings];
    failing = evidence.find(({ verdict }) => verdict === 'failing');
    const deciding = evidence.filter(({ verdict }) => verdict === 'failing');
    const traffic: TrafficCounts = { kind: 'counted', source: 'gateway', apart: true, table };
    journal.observed({ evidence, deciding, traffic, paths: judgement.paths, ...NOT_READ });
  };

  return {
    journal,
    now,
    rollout: () => rollout,
    reporter: reporterOf(cast, journal, now),
    failing: () => failing,
    shift: (index) => {
      const step = cast.plan.steps[index]!;
      const phase = { kind: 'step', index, since: clock } as const;
      rollout = { ...rollout, phase, stepStartTimes: [...rollout.stepStartTimes, clock] };
      weight = step.weight;
      journal.note(`shifted ${formatWeight(weight)} to the canary`, 'traffic');
      journal.beginStep(formatWeight(weight), weight, step.holdSeconds);
    },
    promote: () => {
      rollout = { ...rollout, phase: { kind: 'baking', since: clock } };
      weight = 100;
      journal.note('promoted: all traffic goes to the new version', 'traffic');
      journal.beginStep('bake', 100, cast.plan.bakeSeconds);
    },
    wait: (minutes, more = []) => {
      for (let i = 0; i < minutes && !failing; i++) {
        count();
        clock += 60;
        if ((i + 1) % (cast.checkEvery ?? 1) === 0 || i === minutes - 1) check(more);
      }
    },
  };
}

const NOT_READ = { notCompared: [], logs: { kind: 'off' } } as const;

function reporterOf(cast: Cast, journal: Recorder, now: () => number): Reporter {
  return createReporter({ ...cast, linkTo: formatRolloutId }, targetOf(cast), journal, now);
}

/** Versions with the descriptions that this action gives them. */
function versionsOf({ name, from, to }: FunctionChange): readonly VersionReport[] {
  const commits = { [from]: COMMIT_BEFORE, [to]: COMMIT };
  return [from, to].map((version) => ({
    name,
    version,
    description: `octo-org/orders@${commits[version]}, after ${Number(version) - 1}`,
    codeSha256: `${version.padStart(4, 'k')}fPq3nD2m0b4Yx1c5v6b7n8m9L0k1j2h3g4f5d6s=`,
  }));
}

interface WritableSeries extends EventSeries {
  readonly requests: Map<number, number>;
  readonly events: Map<number, number>;
}

type WritableArms = Readonly<Record<keyof Split, WritableSeries>>;

function emptyArms(): WritableArms {
  const empty = (): WritableSeries => ({ requests: new Map(), events: new Map() });
  return { canary: empty(), stable: empty(), promoted: empty() };
}

function note(series: WritableSeries, at: number, requests: number, bad: number): void {
  series.requests.set(at, requests);
  series.events.set(at, bad);
}

/** Minutes close two minutes after their end, as in the action. */
function tableOf(
  { errors, slow }: { readonly errors: Split; readonly slow: Split },
  now: number,
): CountTable {
  return {
    bucketSeconds: 60,
    closedUntil: 60 * Math.floor((now - 120) / 60),
    rows: [
      { measure: errorsMeasure(), ...errors },
      { measure: slowMeasure({ quantile: 0.9, milliseconds: 812 }), ...slow },
    ],
  };
}

/** Events of 1,000 requests in each minute of the hour before. */
const BASELINE = { errors: 4, slow: 100 } as Readonly<Partial<Record<MeasureKind, number>>>;

function judgeAll(table: CountTable, rollout: StoredRollout): Judgement {
  const measured = table.rows.map((row) => ({
    measure: row.measure,
    minutes: pairMinutes(table, row, rollout).closed,
    before: Array.from({ length: 60 }, () => ({
      requests: 1000,
      events: BASELINE[row.measure.kind] ?? 0,
    })),
  }));
  return judge(measured, { ...DEFAULT_SETTINGS, dispersion: 1 });
}

function recordOf({ functions, plan, target }: Cast): RolloutRecord {
  const id = { repository: 'octo-org/orders', runId: '7000000001', attempt: '1' };
  const before = { id, startedAt: BEGAN, plan, longestAnswerSeconds: 29, functions, pull: 482 };
  if (target.kind === 'alias') return { ...before, target: { kind: 'alias', aliases: {} } };
  return {
    ...before,
    target: {
      kind: 'stage',
      deploymentId: 'a1f4x8',
      variables: { version: '7' },
      overrides: { version: '8' },
      useStageCache: false,
      drafts: [],
      promote: { deployment: true, variables: true, close: true },
    },
  };
}

function targetOf({ target, functions }: Cast): Parameters<typeof createReporter>[1] {
  const stage =
    'aws apigateway update-stage --region eu-west-1 --rest-api-id a1b2c3d4e5 --stage-name prod --patch-operations';
  return {
    words: 'the stage "prod" of REST API a1b2c3d4e5',
    describe: (_, now) => {
      if (target.kind === 'alias') return aliasReport(target, functions);
      return stageReport(now === 'unread' ? { ...target, deploymentAfter: '' } : target);
    },
    wayIn: () => ({ commands: [], notes: [] }),
    showCommands: () => [
      'aws apigateway get-stage --region eu-west-1 --rest-api-id a1b2c3d4e5 --stage-name prod',
    ],
    repairCommands: () => [
      `${stage} op=remove,path=/canarySettings`,
      `${stage} op=replace,path=/deploymentId,value=a1f4x8 op=replace,path=/variables/version,value=7`,
    ],
  };
}

/** The number of events among `requests` with probability `rate` each: a Poisson draw. */
function events(requests: number, rate: number, draw: () => number): number {
  let chance = draw();
  let count = 0;
  for (let term = Math.exp(-requests * rate); chance > term && count < requests; ) {
    chance -= term;
    count += 1;
    term *= (requests * rate) / count;
  }
  return count;
}

/** The same numbers between 0 and 1 in every run (Tommy Ettinger's mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
