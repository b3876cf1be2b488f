// The only place that waits and acts: observe, decide, apply one decision, repeat.

import type { Evidence } from '../analysis/evidence.ts';
import { isFinding } from '../analysis/finding.ts';
import { isWorthless } from '../analysis/probes-measure.ts';
import { must } from '../base/assert.ts';
import { formatDuration } from '../base/duration.ts';
import { KnownError, known, MovedError } from '../base/errors.ts';
import { logBug, sayWrapped } from '../base/log.ts';
import { now, whenAborted, withTimeout } from '../base/time.ts';
import type { LogReading } from '../monitor/log-evidence.ts';
import { sourceText } from '../report/evidence-text.ts';
import { describePhase } from '../report/format.ts';
import {
  fallText,
  incidentText,
  NO_ROUTES,
  routingText,
  unreachedText,
  WORTHLESS_PROBES,
} from '../report/incident-text.ts';
import type { ProgressLine } from '../report/progress-line.ts';
import { createProgressLog } from '../report/progress-log.ts';
import { BAKE_LABEL, stepLabel } from '../report/step-label.ts';
import type { Cause } from '../rollout/cause.ts';
import { decide } from '../rollout/decide.ts';
import type { Decision, Ending } from '../rollout/decision.ts';
import { isSamePhase } from '../rollout/phase.ts';
import { formatWeight, isBake, rampOf } from '../rollout/plan.ts';
import { isMarkedReached, markReached } from '../rollout/reached.ts';
import { sourceOf } from '../rollout/traffic.ts';
import { causeOf, ownerId } from '../targets/ownership.ts';
import type { LoopContext, LoopResult, Snapshot } from './context.ts';
import { decisionInput, trackReached } from './decision-input.ts';
import { finalize } from './finalize.ts';
import { createGateKeeper } from './gate-keeper.ts';
import { readFinalState } from './last-read.ts';
import { type Check, nextCheck, observe } from './observe.ts';
import { endOnBug, rollBackOnBug } from './on-bug.ts';
import { bakeLeft, resumeSteps } from './recorder.ts';
import { abort, rollBack } from './rollback.ts';
import { runHook, withHooks } from './run-hooks.ts';

/**
 * Drives a prepared rollout to an ending. Never throws: neither for a response from AWS nor for a bug.
 *
 * @param first as this run starts it, or takes it over
 */
export async function runLoop(loop: LoopContext, first: Snapshot): Promise<LoopResult> {
  const latest = { snapshot: first };
  const ended = await driveToEnd(loop, latest)
    .catch((error: unknown) => endOnBug(loop, latest.snapshot, error))
    .finally(() => loop.probes.stop());
  const { kind } = ended.ending;
  // Commands on an open rollout can wait for the next run; a cancelled job has no time left.
  const over = kind === 'promoted' || kind === 'rolled-back' || ended.cleanup === 'nothing-served';
  if (over && !loop.host.cancelled.aborted) {
    await Promise.all([flush(loop, ended.snapshot, kind), sayWhatBroke(loop, ended)]);
  }
  return ended;
}

/** Seconds that the last look at the logs may take. */
const LAST_LOGS_SECONDS = 10;

/**
 * The logs that came too late for the decision, if alarms or metrics made it, and the line of code that failed. All
 * traffic is on the previous version by now.
 */
async function sayWhatBroke(loop: LoopContext, { ending, snapshot }: LoopResult): Promise<void> {
  if (ending.kind !== 'rolled-back') return;
  const { cancelled } = loop.host;
  const reading = withTimeout(LAST_LOGS_SECONDS, loop.lastLogs(snapshot.rollout));
  const read = await Promise.race([reading, whenAborted(cancelled)]).catch((error: unknown) =>
    logBug(loop.host.log, error),
  );
  if (typeof read === 'object') sayFailures(loop, snapshot, read);
}

/** Seconds that GitHub may take to return the last comments. */
const LAST_WORD_SECONDS = 10;

async function flush({ comments }: LoopContext, { rollout }: Snapshot, ended?: Ending['kind']) {
  await withTimeout(LAST_WORD_SECONDS, comments.flush(rollout, ended));
}

/** @param latest is kept up to date, for the handler of a bug */
async function driveToEnd(loop: LoopContext, latest: { snapshot: Snapshot }): Promise<LoopResult> {
  let { snapshot } = latest;
  let trouble: Cause | undefined;
  let { late } = loop.drive;
  const reached = trackReached(loop.target, snapshot.rollout.phase);
  const announced = new Set<string>();
  const gates = createGateKeeper(loop);
  const news = createProgressLog();
  resumeSteps(loop.recorder, snapshot.rollout);
  for (;;) {
    const begun = now();
    const check = withHooks(loop, await observe(loop, snapshot));
    if (check.kind === 'lost') {
      loop.probes.stop();
      await loop.hooks.stop();
      return onLost(loop, snapshot, check);
    }
    if (check.kind === 'seen') {
      snapshot = check.snapshot;
      latest.snapshot = snapshot;
      reached.saw(snapshot);
      loop.recorder.observed(check.observation);
      loop.probes.follow(snapshot, loop.drive.takenOverAt > 0);
      sayFailures(loop, snapshot, check.observation.logs);
    }
    announce(loop, check, announced);
    void loop.comments.poll(snapshot.rollout);
    const input = decisionInput(loop, snapshot, check, trouble, reached.of(snapshot));
    let decision = await gates.decide(input, snapshot);
    if (decision.kind === 'finish') {
      // After this, a comment can no longer roll it back.
      await flush(loop, snapshot);
      decision = decide(decisionInput(loop, snapshot, check, trouble, reached.of(snapshot)));
    }
    await stopBefore(decision, loop);
    await keepReached(loop, snapshot, decision, reached.of(snapshot));
    const result = await apply(loop, snapshot, decision, { begun, late, news });
    if (result.kind === 'ended') return result.ended;
    ({ snapshot, trouble, late } = result);
    if (trouble === undefined) latest.snapshot = snapshot;
    reached.made(result);
  }
}

/** What runs next to the loop ends before a change. A shift leaves traffic split, and probes go on. */
async function stopBefore({ kind }: Decision, { hooks, probes }: LoopContext): Promise<void> {
  if (kind === 'wait' || kind === 'hook') return;
  if (kind !== 'shift') probes.stop();
  await hooks.stop();
}

/** What the logs show for the first time: one line for each kind of failures that is new on the canary. */
function sayFailures(
  { recorder, host: { log } }: LoopContext,
  { rollout }: Snapshot,
  logs: LogReading,
): void {
  for (const line of recorder.recordFailures(logs, rollout)) sayWrapped(log, line);
}

/** Annotates what users must know, once, when it is first observed. */
function announce(
  { host: { log }, recorder, target }: LoopContext,
  check: Check,
  announced: Set<string>,
): void {
  if (check.kind !== 'seen') return;
  const { incident, misrouted, traffic, evidence, notCompared } = check.observation;
  const isSplit = check.snapshot.rollout.phase.kind === 'step';
  const source = isSplit ? sourceOf(traffic) : undefined;
  const texts = {
    incident: incident && incidentText(incident),
    misrouted: misrouted && routingText(misrouted),
    routes: notCompared.some(({ what }) => what === 'routes') ? NO_ROUTES : undefined,
    ...fallTexts(evidence),
    probes: evidence.filter(isFinding).some(isWorthless) ? WORTHLESS_PROBES : undefined,
    counts: source && target.describe().countNotes[source],
  };
  for (const [about, text] of Object.entries(texts)) {
    if (text === undefined || announced.has(about)) continue;
    announced.add(about);
    log.warning(text);
    recorder.note(text);
  }
}

/** What has clearly fallen and may be too little now, by its name. */
function fallTexts(evidence: readonly Evidence[]): Readonly<Record<string, string>> {
  const fallen = evidence.filter(isFinding).filter(({ fell }) => fell);
  return Object.fromEntries(fallen.map((each) => [sourceText(each.source), fallText(each)]));
}

type Acted =
  | { readonly kind: 'ended'; readonly ended: LoopResult }
  | {
      readonly kind: 'go-on';
      /** The state after the decision: needed immediately if the job is cancelled now. */
      readonly snapshot: Snapshot;
      /** Applying the decision failed, and the rollout must be rolled back. */
      readonly trouble: Cause | undefined;
      /** A change that was in progress when the job was cancelled. */
      readonly late?: Promise<unknown> | undefined;
    };

interface Pending {
  /** When the check began, in seconds since the epoch. */
  readonly begun: number;
  /** A change that was in progress when the job was cancelled. */
  readonly late: Promise<unknown> | undefined;
  /** The lines of the log for what is new since the last check. */
  readonly news: (line: ProgressLine) => readonly string[];
}

async function apply(
  loop: LoopContext,
  snapshot: Snapshot,
  decision: Decision,
  { begun, late, news }: Pending,
): Promise<Acted> {
  switch (decision.kind) {
    case 'wait':
      for (const line of news(progressLine(loop, snapshot, decision))) loop.host.log.line(line);
      await loop.monitor.wait(
        snapshot.rollout,
        Math.min(nextCheck(begun), decision.until),
        loop.host.cancelled,
      );
      return { kind: 'go-on', snapshot, trouble: undefined };
    case 'hook':
      return { kind: 'go-on', snapshot: await runHook(loop, snapshot), trouble: undefined };
    case 'shift':
      return shift(loop, snapshot, decision.step, decision.weight);
    case 'promote':
      return promote(loop, snapshot);
    case 'roll-back':
      return { kind: 'ended', ended: await rollBack(loop, snapshot, decision.cause, late) };
    case 'abandon':
      return { kind: 'ended', ended: await abort(loop, snapshot, decision.cause) };
    case 'finish':
      return { kind: 'ended', ended: await finish(loop, snapshot, decision.ending) };
    case 'leave':
      return { kind: 'ended', ended: end(loop, snapshot, decision.ending) };
  }
}

/** When the rollout is left to another run: a weight that it finds changed was changed by somebody else. */
async function keepReached(
  { target, host: { cancelled, log } }: LoopContext,
  { rollout }: Snapshot,
  decision: Decision,
  reached: boolean,
): Promise<void> {
  const held = decision.kind === 'leave' && decision.ending.kind === 'held';
  if (!held || !reached || isMarkedReached(rollout.phase) || cancelled.aborted) return;
  try {
    await target.savePhase(rollout, markReached(rollout.phase));
  } catch (error) {
    log.line(
      `The next run will not know that this run saw the weight of this step: ${known(error).message}`,
    );
  }
}

async function finish(loop: LoopContext, snapshot: Snapshot, ending: Ending): Promise<LoopResult> {
  const settled = await finalize(loop, snapshot, ending.kind === 'promoted' ? 'new' : 'before');
  const ended = end(loop, snapshot, ending);
  return settled ? ended : { ...ended, cleanup: 'cleanup-pending' };
}

/** After a failure, the state is unknown: the worst case is assumed. */
async function attempted(
  loop: LoopContext,
  snapshot: Snapshot,
  work: () => Promise<void>,
): Promise<Acted> {
  const working = work();
  try {
    const first = await Promise.race([working, whenAborted(loop.host.cancelled)]);
    const log = (error: unknown) => logBug(loop.host.log, error);
    const late = first === 'aborted' ? working.catch(log) : undefined;
    return { kind: 'go-on', snapshot, trouble: undefined, late };
  } catch (error) {
    if (!(error instanceof KnownError)) {
      return { kind: 'ended', ended: await rollBackOnBug(loop, snapshot, error) };
    }
    const cause = causeOf(error);
    return error instanceof MovedError
      ? { kind: 'ended', ended: await onMoved(loop, snapshot, cause) }
      : { kind: 'go-on', snapshot, trouble: cause };
  }
}

/**
 * What somebody else moved is not moved again. Of several aliases, the others may have changed by then: what this rollout
 * still owns is rolled back, if that is what was meant.
 */
async function onMoved(loop: LoopContext, snapshot: Snapshot, cause: Cause): Promise<LoopResult> {
  const check = await observe(loop, snapshot);
  if (check.kind !== 'seen') return stop(loop, snapshot, cause);
  const decision = decide(decisionInput(loop, check.snapshot, check, undefined, false));
  return decision.kind === 'roll-back'
    ? rollBack(loop, check.snapshot, decision.cause)
    : stop(loop, check.snapshot, cause);
}

function shift(
  loop: LoopContext,
  { rollout }: Snapshot,
  index: number,
  weight: number,
): Promise<Acted> {
  const { target, recorder, host } = loop;
  const { log } = host;
  const { plan } = rollout.record;
  const { holdSeconds } = must(plan.steps[index], `the plan has step ${index + 1}`);
  const baking = isBake(plan, index);
  const name = baking ? 'Bake' : `Step ${index + 1} of ${rampOf(plan).length}`;
  log.group(`${name}: ${formatWeight(weight)} for ${formatDuration(holdSeconds)}`);
  const phase = { kind: 'step', index, since: Math.floor(now()) } as const;
  if (isSamePhase(rollout.phase, phase)) {
    const why = `The weight of step ${index + 1} was missing when this run took over; setting it again`;
    log.warning(why);
    recorder.note(why);
  }
  const stepStartTimes = [...rollout.stepStartTimes.slice(0, index), phase.since];
  const after: Snapshot = {
    rollout: { ...rollout, phase, stepStartTimes },
    trafficState: { kind: 'split', weight },
  };
  return attempted(loop, after, async () => {
    await target.savePhase(rollout, phase);
    await target.shift(rollout, weight);
    const kept = `: the bake, in which the previous version keeps ${formatWeight(100 - weight)}`;
    const shifted = `shifted ${formatWeight(weight)} to the canary`;
    recorder.note(`${shifted}${baking ? kept : ''}`, 'traffic');
    recorder.beginStep(stepLabel(plan, index), weight, holdSeconds);
    loop.progress(after, loop.drive.notes);
  });
}

function promote(loop: LoopContext, { rollout }: Snapshot): Promise<Acted> {
  const { target, recorder, host } = loop;
  const { log } = host;
  const baking = rollout.phase.kind === 'baking';
  const phase = baking ? rollout.phase : ({ kind: 'baking', since: Math.floor(now()) } as const);
  const after: Snapshot = {
    rollout: { ...rollout, phase },
    trafficState: { kind: 'promoted', open: true },
  };
  const left = bakeLeft(after.rollout, phase.since);
  log.group(
    left.label === BAKE_LABEL ? `Promote and bake for ${formatDuration(left.seconds)}` : 'Promote',
  );
  return attempted(loop, after, async () => {
    if (!baking) await target.savePhase(rollout, phase);
    await target.promote(rollout);
    if (rollout.phase.kind === 'step') warnOfUnreached(loop);
    recorder.note('promoted: all traffic goes to the new version', 'traffic');
    recorder.beginStep(left.label, 100, left.seconds);
    log.line('Promoted and verified: all traffic goes to the new version.');
    loop.progress(after, loop.drive.notes);
  });
}

/** A release that reached nobody is promoted like any other, but not without a word. */
function warnOfUnreached({ recorder, host: { log } }: LoopContext): void {
  const unreached = recorder.unreached();
  if (unreached.length === 0) return;
  const text = unreachedText(unreached);
  log.warning(text);
  recorder.note(text);
}

function progressLine(
  loop: LoopContext,
  { rollout, trafficState }: Snapshot,
  { until, gate }: Extract<Decision, { kind: 'wait' }>,
): ProgressLine {
  return {
    waitsFor: gate?.kind,
    at: now(),
    where: describePhase(rollout.phase, rollout.record.plan),
    weight: trafficState.kind === 'split' ? trafficState.weight : 100,
    secondsLeft: until - now(),
    ...loop.recorder.currentCounts(),
    compared: loop.recorder.compared(),
    verdict: loop.recorder.verdict(),
    deciding: loop.recorder.deciding(),
    alarms: loop.recorder.alarms(),
  };
}

/** A run that makes one check is not needed if another run drives the rollout. */
async function onLost(
  loop: LoopContext,
  snapshot: Snapshot,
  { loss }: Extract<Check, { kind: 'lost' }>,
): Promise<LoopResult> {
  const another = ownerId(loss) !== undefined;
  return another && loop.drive.scope.kind === 'one-check'
    ? end(loop, snapshot, { kind: 'held', cause: loss })
    : stop(loop, snapshot, loss);
}

/** The rollout is no longer owned by this run: its state is read, and not changed. */
async function stop(loop: LoopContext, snapshot: Snapshot, cause: Cause): Promise<LoopResult> {
  loop.recorder.endStep();
  const ending = { kind: 'failed', cause, stopped: { at: 'midway' } } as const;
  return { ending, ...(await readFinalState(loop, snapshot)), cleanup: 'clean' };
}

function end(loop: LoopContext, snapshot: Snapshot, ending: Ending): LoopResult {
  loop.recorder.endStep();
  return { ending, snapshot, presumed: false, cleanup: 'clean' };
}
