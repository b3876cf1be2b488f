// Makes the report of a run, for each way in which it can end.

import type { Ended, Moment } from './craft.ts';
import type { Job } from './job.ts';
import type { Journal, ReportParts } from './journal.ts';
import type { StageFacts } from './preflight/stage.ts';
import { advise, commandsFor, standsInWords } from './report/endings.ts';
import type { Report, TargetReport } from './report/report.ts';
import { formatDuration } from './rollout/duration.ts';
import type { Plan } from './rollout/plan.ts';
import type { FunctionChange } from './rollout/release.ts';
import type { Standing } from './rollout/standing.ts';

export interface Reporter {
  running(moment: Moment, apiName: string, notes: readonly string[]): Report;
  ended(ended: Ended, apiName: string, notes: readonly string[]): Report;
  unchanged(
    changes: readonly FunctionChange[],
    why: string,
    stage: StageFacts,
    plan: Plan,
    notes: readonly string[],
  ): Report;
  /** Stopped before any user was served the new version. */
  refused(problems: readonly string[], notes: readonly string[], stage?: StageFacts): Report;
}

export function createReporter(job: Job, journal: Journal): Reporter {
  const make = (parts: Omit<ReportParts, 'source'>) =>
    journal.report({ source: job.source, ...parts });
  return {
    running: (moment, apiName, notes) =>
      make({
        ...ofMoment(job, moment, apiName, notes),
        outcome: 'running',
        reason: standsInWords(moment.standing, moment.rollout.record.functions),
        advice: [],
        commands: [],
      }),
    ended: (ended, apiName, notes) => {
      const { ending, moment, stuck } = ended;
      const { record } = moment.rollout;
      const stage = {
        restApiId: job.inputs.restApiId,
        stageName: job.inputs.stageName,
        region: job.inputs.region,
      };
      const to = Date.now() / 1000;
      const context = { ending, stuck, record, stage, from: record.startedAt, to };
      return make({
        ...ofMoment(job, moment, apiName, notes),
        outcome: ending.kind,
        reason: reasonOf(ended, to),
        advice: advise(context),
        commands: commandsFor(context),
      });
    },
    unchanged: (functions, why, stage, plan, notes) =>
      make({
        outcome: 'unchanged',
        reason: `There is nothing to release: ${why}.`,
        stands: standsInWords({ kind: 'stable' }, functions),
        advice: [],
        commands: [],
        target: ofStage(job, stage),
        record: { functions, plan },
        weight: 0,
        problems: [],
        notes,
      }),
    refused: (problems, notes, stage) =>
      make({
        outcome: 'failed',
        reason: refusalOf(problems),
        stands: 'No user was served anything new.',
        advice: [],
        commands: [],
        target: ofStage(job, stage),
        record: { functions: [], plan: NO_PLAN },
        weight: 0,
        problems,
        notes,
      }),
  };
}

/** Of a rollout that never began. */
const NO_PLAN: Plan = {
  steps: [],
  advance: { kind: 'time', maxSeconds: undefined },
  bakeSeconds: 0,
};

function refusalOf(problems: readonly string[]): string {
  const first = problems[0] ?? 'the stage could not be read';
  return problems.length > 1
    ? `Stopped before anything was shifted, by ${problems.length} problems.`
    : `Stopped before anything was shifted: ${first}`;
}

function reasonOf({ ending, moment }: Ended, to: number): string {
  if (ending.kind === 'promoted') return 'The canary went through all its steps and the bake.';
  const [first] = moment.rollout.shifts;
  if (ending.kind !== 'rolled-back' || first === undefined) return ending.reason;
  return `${ending.reason.replace(/\.$/, '')}; rolled back ${formatDuration(to - first)} after the first shift`;
}

function ofMoment(
  job: Job,
  { rollout, standing }: Moment,
  apiName: string,
  notes: readonly string[],
): Omit<ReportParts, 'source' | 'outcome' | 'reason' | 'advice' | 'commands'> {
  const { record, canaryDeploymentId } = rollout;
  const promoted = standing.kind === 'promoted' && record.stage.promote.deployment;
  const canaryDeployment = canaryDeploymentId ?? '';
  return {
    stands: standsInWords(standing, record.functions),
    record,
    notes,
    problems: [],
    weight: weightOf(standing),
    target: {
      ...ofStage(job),
      apiName,
      deploymentBefore: record.stage.deploymentId,
      deploymentAfter: promoted ? canaryDeployment : record.stage.deploymentId,
      canaryDeployment,
    },
  };
}

function weightOf(standing: Standing): number {
  if (standing.kind === 'split') return standing.weight;
  return standing.kind === 'promoted' ? 100 : 0;
}

function ofStage({ inputs }: Job, stage?: StageFacts): TargetReport {
  const deploymentId = stage?.reading.state.deploymentId ?? '';
  return {
    region: inputs.region,
    restApiId: inputs.restApiId,
    stageName: inputs.stageName,
    apiName: stage?.apiName ?? '',
    deploymentBefore: deploymentId,
    deploymentAfter: deploymentId,
    canaryDeployment: '',
  };
}
