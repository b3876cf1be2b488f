// The open rollout, for the commands that continue one that another run began.

import { known, orElse } from '../base/errors.ts';
import { now } from '../base/time.ts';
import type { Snapshot } from '../controller/context.ts';
import type { Report } from '../report/report.ts';
import { whyNotOwned } from '../report/stored-state-text.ts';
import type { LastOutcome } from '../rollout/last-outcome.ts';
import { describeOpen } from '../rollout/open-for.ts';
import { differences } from '../rollout/plan-difference.ts';
import type { NotResumable } from '../rollout/record.ts';
import { linkFrom, linkToRun } from '../rollout/release.ts';
import { canRollBack, type TrafficState } from '../rollout/traffic-state.ts';
import type { Services } from '../run/services.ts';
import type { TargetState } from '../targets/target.ts';
import { readToAnswer } from './take-over.ts';
import { weightNow } from './weight-now.ts';

/** The result of looking for a rollout. */
export type Found =
  | { readonly kind: 'open'; readonly snapshot: Snapshot }
  /** `last`: the outcome of the previous one, if it was split across runs. */
  | { readonly kind: 'none'; readonly last: LastOutcome | undefined }
  | {
      readonly kind: 'problem';
      readonly problem: string;
      /** Another rollout is open, and it is not of the target in the inputs. */
      readonly otherRollout: boolean;
      /** The stored state nevertheless; `undefined`: it could not be read, or there is none. */
      readonly stored?: NotResumable['kind'];
      /** Lead out of a state that no run can continue. */
      readonly commands?: readonly string[];
    };

/**
 * Looks for an open rollout. Changes nothing, and never throws.
 *
 * @param read reads the current state; omitted: one attempt, or two if the job is cancelled
 */
export async function findOpen(
  services: Services,
  read: () => Promise<TargetState> = () => observeOpen(services),
): Promise<Found> {
  const { target, host } = services;
  host.log.group('Current state');
  try {
    const { stored, trafficState } = await read();
    if (stored.kind === 'rollout' && trafficState) {
      return { kind: 'open', snapshot: { rollout: stored.storedRollout, trafficState } };
    }
    if (stored.kind !== 'none' && stored.kind !== 'rollout') return await other(services, stored);
    const otherRollout = await target.readOtherRollout?.();
    if (otherRollout) return await other(services, otherRollout);
    const unknownSplit = await target.readUnknownSplit();
    if (unknownSplit !== undefined) return problem(`${unknownSplit}; it was not changed`);
    return { kind: 'none', last: stored.kind === 'none' ? stored.last : undefined };
  } catch (error) {
    return problem(known(error).message);
  }
}

/** What is open, also for a job that is cancelled meanwhile. */
export function observeOpen(services: Services): Promise<TargetState> {
  const { target } = services;
  return readToAnswer(services, target.observe, target.rollback.observe);
}

function problem(text: string, otherRollout = false): Extract<Found, { kind: 'problem' }> {
  return { kind: 'problem', problem: text, otherRollout };
}

/** The commands that remove a stored state that no run can continue; empty if the state cannot be read. */
export function commandsToForget({ target }: Pick<Services, 'target'>): Promise<readonly string[]> {
  return target.forgetCommands().catch(orElse([]));
}

async function other(services: Services, stored: NotResumable): Promise<Found> {
  const { target, context } = services;
  const text = whyNotOwned(target.words, stored, linkFrom(context));
  const found = { ...problem(text, stored.kind === 'another'), stored: stored.kind };
  return neverEnds(stored) ? { ...found, commands: await commandsToForget(services) } : found;
}

/**
 * Runs something on the open rollout, if this action owns it, it was not changed outside it, and it is the one in
 * the inputs. Otherwise explains why not.
 *
 * @param otherwise used if none is open
 */
export async function withOpen(
  services: Services,
  work: (snapshot: Snapshot) => Promise<Report>,
  otherwise: (last: LastOutcome | undefined) => Report,
): Promise<Report> {
  const { reporter, target, context, host } = services;
  const found = await findOpen(services);
  if (found.kind === 'none') return otherwise(found.last);
  if (found.kind === 'problem') return declinedBy(services, found);
  const { snapshot } = found;
  if (snapshot.trafficState.kind === 'external') {
    const problem = `${target.words} is not in the state that the rollout left: ${snapshot.trafficState.what}${howToEnd(snapshot.trafficState)}`;
    return reporter.declined([problem], snapshot, {
      commands: await waysOut(services, snapshot),
    });
  }
  host.log.line(describeOpenRollout(services, snapshot));
  const others = [
    ...differences(context.inputs.asked, snapshot.rollout.record),
    ...(await namedDifferences(services, snapshot)).map((it) => `the open rollout ${it}`),
  ];
  if (others.length > 0 && context.inputs.onOtherPlan === 'fail') {
    const hint =
      'Omit these inputs, or set on-other-plan: continue to keep the plan of the open rollout';
    return reporter.declined([...others, hint], snapshot);
  }
  for (const other of others) host.log.warning(`Continuing the open rollout: ${other}`);
  try {
    return await work(snapshot);
  } catch (error) {
    return reporter.declined([known(error).message], snapshot);
  }
}

/** A cancelled job has no time to read them, and a rollback needs no matching plan. */
function namedDifferences(services: Services, { rollout }: Snapshot): Promise<readonly string[]> {
  const read = () => services.target.differences(rollout, 'named');
  return readToAnswer(services, read, async () => []);
}

/** The report of a command that found a problem. */
export async function declinedBy(
  { reporter, target }: Services,
  { problem: text, commands, otherRollout }: Extract<Found, { kind: 'problem' }>,
): Promise<Report> {
  // Otherwise how the traffic is split is part of the problem.
  const weight = otherRollout ? await weightNow(target) : null;
  return reporter.declined([text], undefined, { commands, weight });
}

/** Only where nothing of the rollout is left, so that only its stored state is in the way. */
export async function waysOut(
  services: Services,
  { trafficState }: Pick<Snapshot, 'trafficState'>,
): Promise<readonly string[]> {
  const isGone = trafficState.kind === 'external' && !canRollBack(trafficState);
  return isGone ? commandsToForget(services) : [];
}

/** Whether no run can continue or end it, because it cannot be read or confirmed. */
export function neverEnds({ kind }: NotResumable): boolean {
  return kind === 'unreadable' || kind === 'unproven';
}

/** How to end a rollout that was changed outside this action. */
export function howToEnd(trafficState: TrafficState): string {
  return canRollBack(trafficState)
    ? '. To roll back the part that did not change, run the action with command: rollback, or set on-unfinished: rollback'
    : '. Nothing of the rollout is left there. To remove its stored state, run the action with command: rollback, or use the commands that are shown';
}

/** The age and the owner of the open rollout. */
export function describeOpenRollout({ context }: Services, { rollout }: Snapshot): string {
  return describeOpen(rollout, linkFrom(context)(rollout.record.id), now());
}

/** The message if no rollout is open. */
export function describeNoneOpen(
  { target, context }: Services,
  last: LastOutcome | undefined,
): string {
  const none = `no rollout is open on ${target.words}`;
  if (!last) return none;
  const at = new Date(last.at * 1000).toISOString().replace('.000Z', 'Z');
  const how = last.ended === 'promoted' ? 'promoted' : 'rolled back';
  return `${none}: the last one was ${how} at ${at} by ${linkToRun(last.by, context.source.runUrl)}`;
}

/** The report of a command that needs an open rollout. */
export function noneTo(
  does: 'pause' | 'resume' | 'promote',
  services: Services,
  last: LastOutcome | undefined,
): Report {
  const problem = `there is nothing to ${does}: ${describeNoneOpen(services, last)}`;
  return services.reporter.declined([problem], undefined, { weight: 0 });
}
