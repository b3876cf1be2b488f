// The only place that waits and acts: observe, decide, apply one decision, repeat.

import type { Evidence } from '../analysis/evidence.ts';
import { isFinding } from '../analysis/finding.ts';
import { isWorthless } from '../analysis/probes-measure.ts';
import { known } from '../base/errors.ts';
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
  WORTHLESS_PROBES,
} from '../report/incident-text.ts';
import type { ProgressLine } from '../report/progress-line.ts';
import { createProgressLog } from '../report/progress-log.ts';
import type { Cause } from '../rollout/cause.ts';
import { decide } from '../rollout/decide.ts';
import type { Decision, Ending } from '../rollout/decision.ts';
import { isMarkedReached, markReached } from '../rollout/reached.ts';
import { sourceOf } from '../rollout/traffic.ts';
import { ownerId } from '../targets/ownership.ts';
import { type Acted, end, promote, shift, stop } from './advance-traffic.ts';
import type { LoopContext, LoopResult, Snapshot } from './context.ts';
import { decisionInput, trackReached } from './decision-input.ts';
import { finalize } from './finalize.ts';
import { createGateKeeper } from './gate-keeper.ts';
import { type Check, nextCheck, observe } from './observe.ts';
import { endOnBug } from './on-bug.ts';
import { resumeSteps } from './recorder.ts';
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
