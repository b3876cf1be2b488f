// Shows what a release would do, without changing anything: no request that could change something is sent, not even one
// that AWS would refuse.

import { formatDuration } from '../base/duration.ts';
import { orElse } from '../base/errors.ts';
import { sayWrapped } from '../base/log.ts';
import { now } from '../base/time.ts';
import type { Suite } from '../checks/check.ts';
import { suiteText } from '../checks/suite-text.ts';
import { LOOK_SECONDS } from '../monitor/due-reading.ts';
import { forecastCost } from '../preflight/cost.ts';
import { logCost } from '../preflight/log-cost.ts';
import type { Preflight } from '../preflight/preflight.ts';
import { blindSpotText } from '../report/blind-text.ts';
import { holdBackText } from '../report/hold-back-text.ts';
import type { PlannedEffect } from '../report/plan-text.ts';
import type { Report } from '../report/report.ts';
import { planSeconds } from '../rollout/plan.ts';
import { describeRun } from '../rollout/release.ts';
import type { Services } from '../run/services.ts';
import { kindOf } from '../targets/kinds.ts';
import type { TargetSetup } from '../targets/target.ts';
import type { ApprovalFindings } from './approval-findings.ts';
import { closingFindings } from './closing-notes.ts';
import { plannedFollowUp } from './follow-up-notes.ts';
import { policiesFor } from './plan-policies.ts';
import { forecastPruning } from './prune.ts';
import { preflight } from './rollout.ts';
import { weightNow } from './weight-now.ts';

/** Reads everything, changes nothing, and reports what would happen. */
export async function plan(services: Services): Promise<Report> {
  services.host.log.group('Preflight');
  for (const sentence of services.context.inputs.understood)
    sayWrapped(services.host.log, sentence);
  const found = await preflight(services, now());
  const { findings, opening, plan, holdBack, warnings, forecast: foresight, blindSpots } = found;
  const { problems, notes } = findings;
  const open = await services.target.observe().catch(orElse(undefined));
  if (open?.stored.kind === 'rollout') {
    const { record } = open.stored.storedRollout;
    notes.push(`the rollout of ${describeRun(record.id)} is unfinished; see on-unfinished`);
  }
  if (services.context.inputs.planOf === 'start') {
    const whole = formatDuration(planSeconds(plan));
    notes.push(
      `plan-of: start: later runs (command: advance or promote) run the ${whole} of steps and bake, so job-timeout does not limit them`,
    );
  }
  // A first release has no split.
  if (!opening?.serveFirst) notes.push(...holdBackText(holdBack, plan.bakeSeconds));
  const closing = await closingFindings(services, plan);
  notes.push(...closing.notes);
  problems.push(...closing.problems);
  const asked = await approvalsOf(services, plan);
  notes.push(...asked.notes);
  problems.push(...asked.problems);
  const understood = services.context.inputs.understood;
  const policies = await policiesFor(services, opening, found.logs);
  notes.push(...policies.notes, ...(await plannedFollowUp(services)));
  if (problems.length > 0 || !opening) {
    const weight = await weightNow(services.target);
    const told = [...understood, ...notes];
    return { ...services.reporter.notPlanned(problems, told, weight), ...policies.shown };
  }
  const { smoke } = services.context.inputs;
  if (smoke && !opening.serveFirst) {
    notes.push(...suiteText(smoke), ...(await probesOf(smoke, found.plan)));
  }
  notes.push(...(opening.foreseen ?? []), ...(opening.uploads?.foreseen ?? []));
  const effect = await effectOf(opening);
  notes.push(...effectNotes(effect), ...found.logs.notes);
  notes.push(...costOf(services, opening, found, effect));
  // A first release has no earlier releases and no promotion after which to delete them.
  const pruning = opening.serveFirst ? [] : await forecastPruning(services, opening.functions);
  for (const sentence of warnings) services.host.log.warning(sentence);
  const others = notes.filter((note) => !warnings.includes(note));
  for (const sentence of [...others, ...foresight, ...pruning])
    sayWrapped(services.host.log, sentence);
  for (const spot of blindSpots)
    sayWrapped(services.host.log, `blind spot: ${blindSpotText(spot)}`);
  return services.reporter.planned(opening.functions, plan, foresight, {
    blindSpots,
    notes: [...understood, ...notes, ...pruning],
    ...policies.shown,
    weight: await weightNow(services.target),
    effect,
  });
}

/** Where a release with this plan waits for people, and whether anybody could approve it. */
async function approvalsOf(
  services: Services,
  plan: Preflight['plan'],
): Promise<Pick<ApprovalFindings, 'problems' | 'notes'>> {
  const { approvals } = plan;
  if (!approvals) return { problems: [], notes: [] };
  const { approvalFindings, approvalNotes } = await import('./approval-findings.ts');
  const { problems, notes } = await approvalFindings(services, approvals);
  return { problems, notes: [...approvalNotes(plan, approvals), ...notes] };
}

/** What the probes of the plan are, if it has any. */
async function probesOf(suite: Suite, { steps }: Preflight['plan']): Promise<readonly string[]> {
  if (suite.probesPerMinute === undefined) return [];
  const { probeText } = await import('../checks/probe-text.ts');
  const split = steps.reduce((sum, { holdSeconds }) => sum + holdSeconds, 0);
  return probeText(suite, split);
}

function effectNotes({ kind }: PlannedEffect): readonly string[] {
  if (kind !== 'uncertain') return [];
  return [
    'without new code this is still a release, because it is not certain that all of it is already served',
  ];
}

/** Decided as the release decides it. */
async function effectOf({
  functions,
  serveFirst,
  whyUnchanged,
}: TargetSetup): Promise<PlannedEffect> {
  if (serveFirst) return { kind: 'first' };
  if (functions.length === 0) return { kind: 'release' };
  if (functions.some(({ from, version }) => from !== version)) return { kind: 'release' };
  const why = await whyUnchanged(functions.map(({ name, from }) => ({ name, from, to: from })));
  return why === undefined ? { kind: 'uncertain' } : { kind: 'nothing', why };
}

/** The cost of the release, without that of its traffic. */
function costOf(
  { context }: Services,
  opening: TargetSetup,
  { plan, logs }: Preflight,
  { kind }: PlannedEffect,
): readonly string[] {
  // Nothing is split, so nothing is watched.
  if (kind === 'first' || kind === 'nothing') return [];
  const { target, analysis, compare, metrics, planOf, holdSeconds, region } = context.inputs;
  const { metricCost, freeCalls } = kindOf(target);
  const staysSeconds = planOf === 'start' ? holdSeconds : undefined;
  const ofLogs = logCost(logs, { seconds: staysSeconds ?? planSeconds(plan), region });
  const ofRest = forecastCost({
    plan,
    metricCost,
    freeCalls,
    functions: opening.functions.filter(({ from, version }) => from !== version).length,
    compare,
    routes: opening.detailedRoutes ?? 0,
    metrics: metrics.length,
    judged: analysis !== 'off',
    lookSeconds: LOOK_SECONDS,
    provisionedForNew: opening.provisionedForNew,
    staysSeconds,
  });
  return [...ofRest, ...ofLogs];
}
