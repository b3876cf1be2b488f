// After the main step: if it was killed, timed out or crashed before it could end its rollout, rolls back what it
// left, and reports that. Harmless if nothing is left, and safe to repeat.

import { setSecret } from '@actions/core';
import { accountOf } from '../aws/arns.ts';
import { KnownError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import type { LoopResult } from '../controller/context.ts';
import { FinalError, persist, unlessFinal } from '../controller/persist.ts';
import { cleanUp, clearState, rollBack } from '../controller/rollback.ts';
import { onCancel } from '../github/cancel.ts';
import { oidcCredentials } from '../github/oidc-credentials.ts';
import type { FollowUpPlace } from '../github/write-follow-up.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { rollbackText } from '../report/ending-text.ts';
import type { FollowUp } from '../report/follow-up.ts';
import { sentence } from '../report/format.ts';
import type { Report } from '../report/report.ts';
import { whyNotOwned } from '../report/stored-state-text.ts';
import { renderStuck } from '../report/stuck.ts';
import { type Cause, externalState, type RollbackCause } from '../rollout/cause.ts';
import type { Ending } from '../rollout/decision.ts';
import type { StoredRollout, StoredState } from '../rollout/record.ts';
import { formatRolloutId, linkFrom, sameRollout } from '../rollout/release.ts';
import { canRollBack, type TrafficState } from '../rollout/traffic-state.ts';
import type { Host, RepairCommands } from '../run/host.ts';
import { NO_EVENT } from '../run/run-context.ts';
import { openServices, type Services } from '../run/services.ts';
import { readDestinations, readLacks, readLifetimes } from './environment.ts';
import { readEvent } from './event.ts';
import type { SavedState } from './post-state.ts';
import { createPublisher } from './publisher.ts';
import { readSource } from './source.ts';

export interface PostResult {
  /** What was done, used as the error message of the job. */
  readonly message: string;
  /** The rollback failed again. */
  readonly stuck: boolean;
}

/** What the main step saved in its state. */
export interface MainStepState {
  readonly inputs: Inputs;
  readonly kept: SavedState;
  /** The outcome that it published; `undefined`: it published none. */
  readonly published: string | undefined;
  /** What it had not yet done on GitHub after its release; `undefined`: nothing. */
  readonly followUp: FollowUp | undefined;
  /** Why it was rolling back; `undefined`: it was not. */
  readonly cause: RollbackCause | undefined;
  /** When a failing rollback is given up, in seconds since the epoch. */
  readonly giveUpAt: number;
}

/** For a post step that could do nothing: what was to be rolled back, and how to do it manually. */
export function describeUnfinished(
  why: string,
  { words, commands }: RepairCommands,
  left?: RollbackCause,
): string {
  const began = left
    ? sentence(`A rollback was required: ${rollbackText(left.cause, formatRolloutId)}`)
    : 'The main step was interrupted.';
  return renderStuck({
    reason: `${began} The post step could not finish the rollout on ${words}: ${why}`,
    stands:
      'The post step could not read the current state from AWS. Run all of these commands in any case:',
    commands,
    weight: null,
  });
}

/** @returns `undefined` if there was nothing to do */
export async function finishAfter(left: MainStepState, log: Log): Promise<PostResult | undefined> {
  const { inputs, kept, published, cause, giveUpAt } = left;
  const { id } = kept;
  const event = readEvent(process.env);
  const source = readSource(process.env, event, inputs);
  const places = readDestinations(process.env, event, inputs, source);
  const { signal, dispose } = onCancel(log, () => undefined);
  const startedAt = Date.now() / 1000;
  const lifetimes = readLifetimes(process.env, inputs);
  const context = { inputs, id, source, event: NO_EVENT, lifetimes, startedAt, giveUpAt };
  const credentials = await oidcCredentials(inputs, id, log, setSecret);
  const lacks = readLacks(process.env, inputs);
  const services = await openServices(
    context,
    postHost({ log, cancelled: signal, credentials, lacks }),
  );
  try {
    const { target } = services;
    target.knows(kept.seal);
    const { stored, trafficState } = await persist(`reading ${target.words}`, services, () =>
      unlessFinal(target.rollback.observe()),
    );
    assertTrusted(services, stored);
    if (stored.kind !== 'rollout' || !isOwnRollout(stored.storedRollout, left)) {
      await persist(`finding the account of ${target.words}`, services, () =>
        assertReachable(services, kept.on),
      );
      return undefined;
    }
    const { storedRollout } = stored;
    const { record } = storedRollout;
    log.group('Finish the rollout of the main step');
    if (published === 'promoted') {
      await cleanUpPromoted(services, storedRollout, trafficState);
      return undefined;
    }
    log.line(
      cause
        ? `The main step could not finish ${formatRolloutId(record.id)}: ${rollbackText(cause.cause, linkFrom(services.context))}`
        : `The main step ended without finishing ${formatRolloutId(record.id)}.`,
    );
    const ended = await rollBackUnended(services, { rollout: storedRollout, trafficState }, left);
    const report = services.reporter.ended(ended, []);
    // The main step's report has more details, if it reported the same outcome.
    if (report.outcome !== published) {
      // What the main step saved has more details.
      const followUp = left.followUp ? undefined : places.followUp;
      await createPublisher({ ...places, followUp }, log).finish(report);
    }
    return resultOf(report, trafficState, left);
  } finally {
    services.close();
    dispose();
    await makeUpFollowUp(left, places.followUp, log);
  }
}

/** Once the traffic is right. */
async function makeUpFollowUp(
  { followUp }: MainStepState,
  place: FollowUpPlace | undefined,
  log: Log,
): Promise<void> {
  if (!followUp || !place) return;
  const { makeUp } = await import('./show-follow-up.ts');
  await makeUp(place, followUp, log);
}

/** Nothing runs after the post step, so it saves nothing and publishes only its outcome. */
function postHost(given: Pick<Host, 'log' | 'cancelled' | 'credentials' | 'lacks'>): Host {
  return {
    ...given,
    ...{ conversation: undefined, variable: undefined },
    leaveToPost: () => undefined,
    keepCause: () => undefined,
    saveForPost: () => undefined,
    show: () => undefined,
  };
}

/** The main step's own rollout, or the one that it was rolling back. */
function isOwnRollout({ record: { id } }: StoredRollout, { kept, cause }: MainStepState): boolean {
  return sameRollout(id, kept.id) || formatRolloutId(id) === cause?.of;
}

/** A step in between may have changed to the credentials of another account, which has no stored state. */
async function assertReachable({ target }: Services, on: string | undefined): Promise<void> {
  const { readAccount } = target.rollback;
  if (on === undefined || !readAccount) return;
  const account = accountOf(on);
  if ((await readAccount(on)) === account) return;
  throw new FinalError(
    `the credentials of this step do not belong to account ${account}, where the release is open`,
  );
}

/** The tags are not as the main step wrote them: a person must check, with the main step's commands. */
function assertTrusted({ target, context }: Services, stored: StoredState): void {
  const changed = stored.kind === 'unproven' && sameRollout(stored.id, context.id);
  if (!changed && stored.kind !== 'unreadable') return;
  throw new KnownError(whyNotOwned(target.words, stored, linkFrom(context)));
}

/**
 * The release ended well; users do not see what the main step could not do after that. What was changed outside it
 * since is left alone.
 */
async function cleanUpPromoted(
  services: Services,
  rollout: StoredRollout,
  trafficState: TrafficState | undefined,
): Promise<void> {
  if (trafficState?.kind === 'promoted') await cleanUp(services, rollout, 'new');
  if (await clearState(services, rollout, 'promoted')) {
    services.host.log.line('The remaining stored state was removed.');
  }
}

/** Leaves alone what is not in the state that the main step left. */
async function rollBackUnended(
  services: Services,
  {
    rollout,
    trafficState,
  }: { readonly rollout: StoredRollout; readonly trafficState: TrafficState | undefined },
  left: MainStepState,
): Promise<LoopResult> {
  const rollingBack = left.cause?.cause;
  if (trafficState && canRollBack(trafficState)) {
    const ended = await rollBack(
      services,
      { rollout, trafficState },
      rollingBack ?? { kind: 'cut-off' },
    );
    if (ended.ending.kind !== 'rolled-back') return ended;
    return { ...ended, ending: { ...ended.ending, ...finishedAs(left) } };
  }
  const what =
    trafficState?.kind === 'external'
      ? trafficState.what
      : 'the current state could not be read from AWS';
  const cause: Cause = trafficState ? externalState(what) : { kind: 'aws-error', message: what };
  return {
    ending: {
      kind: 'failed',
      cause,
      stopped: {
        at: 'post-step',
        words: services.target.words,
        ...(rollingBack && { rollingBack }),
      },
    },
    snapshot: { rollout, trafficState: trafficState ?? { kind: 'external', what } },
    presumed: false,
    cleanup: 'clean',
  };
}

/** What happened between the cause and the end of the rollback. */
function finishedAs({ published, cause }: MainStepState): Pick<RolledBack, 'finished'> {
  if (!cause) return {};
  if (published === undefined) return { finished: 'after-cut-off' };
  return published === 'stuck' ? { finished: 'after-failure' } : {};
}

type RolledBack = Extract<Ending, { readonly kind: 'rolled-back' }>;

function resultOf(
  report: Report,
  before: TrafficState | undefined,
  { cause }: MainStepState,
): PostResult {
  if (report.outcome === 'stuck') return { message: renderStuck(report), stuck: true };
  if (report.outcome === 'failed') return { message: report.reason, stuck: false };
  if (cause)
    return { message: `Rolled back: ${sentence(report.reason)} ${report.stands}`, stuck: false };
  const did =
    before?.kind === 'stable'
      ? 'all traffic was on the previous version, and the post step cleaned up the rest.'
      : 'the post step returned all traffic to the previous version.';
  return { message: `The main step was interrupted; ${did}`, stuck: false };
}
