// What has happened so far in this run, gathered for the report.

import {
  type HookReport,
  type OpenReport,
  type Outcome,
  REPORT_SCHEMA,
  type Report,
  type Source,
  type StepReport,
  type TargetReport,
  type TimelineEntry,
} from './report/report.ts';
import { formatWeight } from './rollout/plan.ts';
import type { Remembered, RolloutRecord } from './rollout/record.ts';
import { type Totals, type Traffic, totals } from './rollout/traffic.ts';
import { type Evidence, type Verdict, worst } from './rollout/verdict.ts';
import type { Seen } from './watch.ts';

/** A step as it is remembered; its counts are taken from the traffic when the report is made. */
interface JournalStep {
  readonly label: string;
  readonly weight: number;
  readonly plannedSeconds: number;
  readonly began: number;
  ended: number | undefined;
}

export interface Journal {
  /** Adds a line to the timeline. */
  note(what: string): void;
  /** @param since when it began, if that was not now */
  beginStep(label: string, weight: number, plannedSeconds: number, since?: number): void;
  endStep(): void;
  /** A hook has ended. */
  heard(hook: HookReport): void;
  /** Keeps the latest of what was seen. */
  saw(seen: Pick<Seen, 'evidence' | 'decisive' | 'traffic'>): void;
  /** Of what decides. */
  verdict(): Verdict;
  decisive(): readonly Evidence[];
  alarms(): readonly Evidence[];
  /** The step that goes on, if any, with its counts so far. */
  currentStep(): StepReport | undefined;
  steps(): readonly StepReport[];
  report(parts: ReportParts): Report;
}

/** What the journal does not know by itself. */
export interface ReportParts {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly stands: string;
  readonly advice: readonly string[];
  readonly commands: readonly string[];
  readonly source: Source;
  readonly target: TargetReport;
  readonly record: Pick<RolloutRecord, 'functions' | 'plan'>;
  readonly weight: number;
  readonly open: OpenReport | undefined;
  readonly foresight: readonly string[];
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

/** The label of the time after the promotion. */
export const BAKE = 'bake';

const NONE: Totals = { requests: 0, errors: 0 };

/** @param now seconds since the epoch */
export function createJournal(now: () => number): Journal {
  const startedAt = now();
  const timeline: TimelineEntry[] = [];
  const journalSteps: JournalStep[] = [];
  const hooks: HookReport[] = [];
  let evidence: readonly Evidence[] = [];
  let decisive: readonly Evidence[] = [];
  let traffic: Traffic = { kind: 'unreadable', why: 'not read yet' };

  const steps = () => journalSteps.map((step) => withCounts(step, traffic));
  const endStep = () => {
    const last = journalSteps.at(-1);
    if (last && last.ended === undefined) last.ended = now();
  };
  return {
    note: (what) => timeline.push({ at: now(), what }),
    endStep,
    heard: (hook) => {
      hooks.push(hook);
      timeline.push({ at: hook.ended, what: `${hook.point} hook ${hook.calls} ${hook.result}` });
    },
    beginStep: (label, weight, plannedSeconds, since = now()) => {
      endStep();
      journalSteps.push({ label, weight, plannedSeconds, began: since, ended: undefined });
    },
    saw: (seen) => {
      evidence = seen.evidence;
      decisive = seen.decisive;
      if (seen.traffic.kind === 'counted') traffic = seen.traffic;
    },
    verdict: () => worst(decisive),
    alarms: () => evidence.filter(({ witness }) => witness.startsWith('alarm')),
    decisive: () => decisive,
    steps,
    currentStep: () => steps().findLast((step) => step.ended === undefined),
    report: ({ record, ...parts }) => ({
      schema: REPORT_SCHEMA,
      startedAt,
      endedAt: now(),
      functions: record.functions,
      plan: record.plan,
      verdict: worst(decisive),
      evidence,
      steps: steps(),
      hooks: [...hooks],
      timeline: [...timeline],
      countedBy: traffic.kind === 'counted' ? traffic.source : undefined,
      ...parts,
    }),
  };
}

function withCounts(step: JournalStep, traffic: Traffic): StepReport {
  if (traffic.kind === 'unreadable') {
    return { ...step, canary: NONE, stable: NONE };
  }
  const baking = step.label === BAKE;
  // A minute belongs to the step that its end lies in: counts have no finer grain.
  const from = step.began - 59;
  const to = step.ended === undefined ? undefined : step.ended - 59;
  // While baking everything is the new version, and the stage's series counts it.
  if (baking) return { ...step, canary: totals(traffic.promoted, from, to), stable: NONE };
  return {
    ...step,
    canary: totals(traffic.canary, from, to),
    stable: totals(traffic.stable, from, to),
  };
}

/** A run that takes over goes on counting where the one before began the step. */
export function resumeSteps(
  journal: Journal,
  { phase, record: { plan } }: Pick<Remembered, 'phase' | 'record'>,
): void {
  if (phase.kind === 'baking') journal.beginStep(BAKE, 100, plan.bakeSeconds, phase.since);
  const step = phase.kind === 'step' ? plan.steps[phase.index] : undefined;
  if (phase.kind !== 'step' || !step) return;
  journal.beginStep(formatWeight(step.weight), step.weight, step.holdSeconds, phase.since);
}
