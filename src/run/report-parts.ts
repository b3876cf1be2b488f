// What the reports of a run have in common.

import type { Snapshot } from '../controller/context.ts';
import type { ReportParts } from '../controller/recorder.ts';
import { describePhase } from '../report/format.ts';
import { describeTraffic } from '../report/outcomes.ts';
import type { OpenReport, Report } from '../report/report.ts';
import { asksBeforeTraffic } from '../rollout/approval.ts';
import { nextStepAt } from '../rollout/next-step.ts';
import { isBake, type Plan } from '../rollout/plan.ts';
import { asShown } from '../rollout/shown.ts';
import { weightOf } from '../rollout/traffic-state.ts';
import type { Target } from '../targets/target.ts';

/** What a report needs of its target. */
export type PublishedParts = Pick<
  Target,
  'words' | 'describe' | 'repairCommands' | 'showCommands' | 'wayIn'
>;

export type Make = (parts: Omit<ReportParts, 'source'>) => Report;

export const NOTHING_DONE = {
  advice: [],
  commands: [],
  problems: [],
  foresight: [],
  weight: 0,
  open: undefined,
  rollout: undefined,
} as const;

/** Of a rollout that never started. */
export const NO_PLAN: Plan = {
  steps: [],
  advance: { kind: 'time', maxSeconds: undefined },
  bakeSeconds: 0,
};

export function ofSnapshot(
  target: PublishedParts,
  found: Snapshot,
  notes: readonly string[],
): Omit<ReportParts, 'source' | 'outcome' | 'cause' | 'reason' | 'advice' | 'commands'> {
  const snapshot = { ...found, rollout: asShown(found.rollout, found.trafficState) };
  const { record } = snapshot.rollout;
  return {
    stands: describeTraffic(snapshot.trafficState, record.functions),
    record,
    rollout: snapshot.rollout,
    notes,
    problems: [],
    foresight: [],
    weight: weightOf(snapshot.trafficState),
    target: target.describe(snapshot),
    open: openReport(snapshot),
  };
}

export function openReport({ rollout }: Snapshot): OpenReport {
  const { phase, record, paused } = rollout;
  return {
    phase: describePhase(phase, record.plan),
    step: phase.kind === 'step' && !isBake(record.plan, phase.index) ? phase.index + 1 : undefined,
    paused: paused !== undefined,
    nextStepAt: nextStepAt(rollout),
  };
}

/** How people reach a new version that waits at 0%, with everything prepared for it. */
export function doorOf(target: PublishedParts, { rollout }: Snapshot): Pick<ReportParts, 'door'> {
  const { phase, record } = rollout;
  const waits = phase.kind === 'preparing' && asksBeforeTraffic(record.plan);
  return waits ? { door: target.wayIn(rollout) } : {};
}
