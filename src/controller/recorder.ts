// Records what has happened in this run, for the report.

import { type CountTable, errorsOf } from '../analysis/count-table.ts';
import {
  type Evidence,
  isAlarm,
  sameSource,
  shownVerdict,
  type Verdict,
} from '../analysis/evidence.ts';
import { type Finding, isFinding } from '../analysis/finding.ts';
import type { EvidencePath } from '../analysis/judge.ts';
import type { NotCompared } from '../analysis/measure-class.ts';
import { partOf, worthShowing } from '../analysis/parts.ts';
import type { LogReading } from '../monitor/log-evidence.ts';
import type { Observation } from '../monitor/monitor.ts';
import { impactOf } from '../report/impact.ts';
import { seriesOf } from '../report/plot-series.ts';
import {
  REPORT_SCHEMA,
  type Report,
  type StepReport,
  type VersionReport,
} from '../report/report.ts';
import { BAKE_LABEL, isAfterPromotion, PROMOTED_LABEL, stepLabel } from '../report/step-label.ts';
import { newEvents } from '../report/timeline.ts';
import { whatBroke } from '../report/what-broke.ts';
import { bakeEnd } from '../rollout/bake.ts';
import { sameWeight } from '../rollout/plan.ts';
import type { RolloutRecord, StoredRollout } from '../rollout/record.ts';
import { type Totals, type TrafficCounts, totals } from '../rollout/traffic.ts';
import { type WeightChange, weightChanges } from '../rollout/weights.ts';
import { createEventRecorder, type EventRecorder } from './chronicle.ts';
import { logsReport } from './logs-report.ts';

/** A recorded step; its counts are read from the table when the report is made. */
interface RecordedStep {
  readonly label: string;
  readonly weight: number;
  readonly plannedSeconds: number;
  readonly began: number;
  ended: number | undefined;
}

export interface Recorder extends EventRecorder {
  /** The details of the versions have been read. */
  addVersions(versions: readonly VersionReport[]): void;
  /** @param since when it began, if not now */
  beginStep(label: string, weight: number, plannedSeconds: number, since?: number): void;
  endStep(): void;
  /** Keeps the latest observation, and notes what is new. */
  observed(
    observation: Pick<
      Observation,
      'evidence' | 'deciding' | 'traffic' | 'paths' | 'notCompared' | 'logs'
    >,
  ): void;
  /** Of the deciding evidence. */
  verdict(): Verdict;
  deciding(): readonly Evidence[];
  alarms(): readonly Evidence[];
  /** The functions whose new version had no invocation when the counts were last read. */
  unreached(): readonly string[];
  /** All findings at the last check. */
  compared(): readonly Finding[];
  /** The counts of the current step as the last check read them; `null`: it could not. */
  currentCounts(): Pick<StepReport, 'canary' | 'stable'>;
  steps(): readonly StepReport[];
  report(parts: ReportParts): Report;
}

/** What the recorder does not know itself. */
export interface ReportParts
  extends Pick<
    Report,
    | 'outcome'
    | 'reason'
    | 'cause'
    | 'stands'
    | 'advice'
    | 'commands'
    | 'source'
    | 'target'
    | 'weight'
    | 'open'
    | 'previewUrl'
    | 'door'
    | 'foresight'
    | 'policy'
    | 'planPolicy'
    | 'blindSpots'
    | 'problems'
    | 'notes'
  > {
  readonly record: Pick<RolloutRecord, 'functions' | 'plan'>;
  /** `undefined`: it never started. */
  readonly rollout: StoredRollout | undefined;
}

/** Stable's counts after the promotion. */
const NONE: Totals = { requests: 0, errors: 0 };

/** The latest counts that could be read, and when. */
interface LatestCounts {
  readonly traffic: TrafficCounts;
  readonly at: number | undefined;
  readonly notCompared: readonly NotCompared[];
}

const NOT_READ_YET: LatestCounts = {
  traffic: { kind: 'unreadable', why: 'not read yet' },
  at: undefined,
  notCompared: [],
};

function latestIn(
  { traffic, notCompared }: Parameters<Recorder['observed']>[0],
  at: number,
): LatestCounts {
  return { traffic, notCompared, at };
}

/** @param now seconds since the epoch */
export function createRecorder(now: () => number): Recorder {
  const startedAt = now();
  const { chronicle, add, entries } = createEventRecorder(now);
  const journalSteps: RecordedStep[] = [];
  let versions: readonly VersionReport[] = [];
  let evidence: readonly Evidence[] = [];
  let deciding: readonly Evidence[] = [];
  let paths: readonly EvidencePath[] = [];
  let latest = NOT_READ_YET;
  let couldRead = false;
  let logs: LogReading = { kind: 'off' };

  const steps = () => journalSteps.map((step) => withCounts(step, latest));
  const endStep = () => {
    const last = journalSteps.at(-1);
    if (last && last.ended === undefined) last.ended = now();
  };
  return {
    ...chronicle,
    addVersions: (known) => {
      versions = known;
    },
    endStep,
    beginStep: (label, weight, plannedSeconds, since = now()) => {
      endStep();
      journalSteps.push({ label, weight, plannedSeconds, began: since, ended: undefined });
    },
    observed: (observation) => {
      add(newEvents(evidence, observation.evidence, now()));
      ({ evidence, deciding } = observation);
      if (observation.logs.kind === 'read') ({ logs } = observation);
      if (observation.paths.length > 0) paths = observation.paths;
      couldRead = observation.traffic.kind === 'counted';
      if (couldRead) latest = latestIn(observation, now());
    },
    verdict: () => shownVerdict(deciding, evidence),
    unreached: () => (latest.traffic.kind === 'counted' ? (latest.traffic.unreached ?? []) : []),
    alarms: () => evidence.filter(isAlarm),
    compared: () => evidence.filter(isFinding),
    deciding: () => deciding,
    steps,
    currentCounts: () => {
      const step = couldRead ? steps().findLast(({ ended }) => ended === undefined) : undefined;
      return { canary: step?.canary ?? null, stable: step?.stable ?? null };
    },
    report: ({ record, rollout, ...parts }) => ({
      ...course(
        rollout,
        { traffic: latest.traffic, paths, evidence, ended: steps().at(-1)?.ended ?? now() },
        parts,
      ),
      schema: REPORT_SCHEMA,
      startedAt,
      endedAt: now(),
      functions: record.functions,
      plan: record.plan,
      verdict: shownVerdict(deciding, evidence),
      evidence,
      notCompared: latest.notCompared,
      steps: steps(),
      ...entries(),
      versions,
      ...ofLogs(logs, rollout),
      countedAt: latest.at,
      countedBy: latest.traffic.kind === 'counted' ? latest.traffic.source : undefined,
      ...parts,
      pull: rollout?.record.pull,
      ...(rollout?.record.plan.approvals && { approvals: rollout.approvals ?? [] }),
    }),
  };
}

function ofLogs(
  logs: LogReading,
  rollout: StoredRollout | undefined,
): Pick<Report, 'logs' | 'broke'> {
  if (logs.kind === 'off' || !rollout) return {};
  return { logs: logsReport(logs), broke: whatBroke(logs, weightChanges(rollout)) };
}

/** A step that began after the counts were last read has unknown counts, not none. The same is true of one that just began. */
function withCounts(step: RecordedStep, { traffic, at }: LatestCounts): StepReport {
  if (traffic.kind === 'unreadable' || at === undefined || step.began > at)
    return { ...step, canary: null, stable: null };
  const { table } = traffic;
  const { canary, stable, promoted } = errorsOf(table);
  const within = { from: step.began, to: step.ended };
  // After the promotion, all traffic goes to the new version and is counted by the stage's series.
  if (isAfterPromotion(step))
    return {
      ...step,
      canary: unlessOpen(totals(promoted, within, table), step, table),
      stable: NONE,
    };
  return {
    ...step,
    canary: unlessOpen(totals(canary, within, table), step, table),
    stable: unlessOpen(totals(stable, within, table), step, table),
  };
}

/** As long as no minute of a step is closed, none counted only means that the counts have not arrived. */
function unlessOpen(
  counted: Totals | null,
  { began }: RecordedStep,
  { closedUntil, bucketSeconds }: CountTable,
): Totals | null {
  return counted?.requests === 0 && closedUntil < began + bucketSeconds ? null : counted;
}

/** A run that takes over continues the step where the earlier run began it. */
export function resumeSteps(recorder: Recorder, rollout: StoredRollout): void {
  const { phase, record } = rollout;
  if (phase.kind === 'baking') {
    const { label, seconds } = bakeLeft(rollout, phase.since);
    recorder.beginStep(label, 100, seconds, phase.since);
  }
  const step = phase.kind === 'step' ? record.plan.steps[phase.index] : undefined;
  if (phase.kind !== 'step' || !step) return;
  const label = stepLabel(record.plan, phase.index);
  recorder.beginStep(label, step.weight, step.holdSeconds, phase.since);
}

/** What follows a promotion at this time: the bake, or the part of it that was not over; or nothing. */
export function bakeLeft(rollout: StoredRollout, promotedAt: number) {
  const { heldBack } = rollout.record.plan;
  const seconds = Math.max(0, (bakeEnd(rollout) ?? promotedAt) - promotedAt);
  return { label: heldBack && seconds === 0 ? PROMOTED_LABEL : BAKE_LABEL, seconds };
}

interface RecordedCourse {
  readonly traffic: TrafficCounts;
  readonly paths: readonly EvidencePath[];
  readonly evidence: readonly Evidence[];
  /** When the last step of this run ended. */
  readonly ended: number;
}

/** What the plots show, and the impact on users. */
function course(
  rollout: StoredRollout | undefined,
  { traffic, paths, evidence, ended }: RecordedCourse,
  { outcome, weight }: Pick<ReportParts, 'outcome' | 'weight'>,
): Pick<Report, 'weights' | 'series' | 'impact'> {
  if (!rollout) return { weights: [], series: undefined, impact: undefined };
  const weights = weightsUntil(rollout, weight, ended);
  const series = seriesOf(traffic, rollout, shownPaths(paths, evidence));
  const hurt = outcome === 'rolled-back' || outcome === 'failed';
  const impact = series && hurt ? impactOf(series, evidence, weights, ended) : undefined;
  return { weights, series, impact };
}

/** Hundreds of functions and routes would fill a report. */
function shownPaths(
  paths: readonly EvidencePath[],
  evidence: readonly Evidence[],
): readonly EvidencePath[] {
  const shown = worthShowing(evidence.filter(isFinding));
  return paths.filter(
    (path) => !partOf(path) || shown.some(({ source }) => sameSource(source, path.source)),
  );
}

/** The weights that were set, and the current one if it is known and differs. */
function weightsUntil(
  rollout: StoredRollout,
  weight: number | null,
  at: number,
): readonly WeightChange[] {
  const changes = weightChanges(rollout);
  const last = changes.at(-1);
  return weight === null || last === undefined || sameWeight(last.weight, weight)
    ? changes
    : [...changes, { at, weight }];
}
