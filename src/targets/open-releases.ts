// Finds every open release of an account and Region: where to look by a tag, and what is there by reading it.

import type { NormalClients } from '../aws/clients.ts';
import { findByTags } from '../aws/tagged-resources.ts';
import { known } from '../base/errors.ts';
import { describePhase } from '../report/format.ts';
import type { OpenRelease, WaitsFor } from '../report/overview.ts';
import { askedApproval } from '../rollout/approval.ts';
import { nextStepAt } from '../rollout/next-step.ts';
import { OWNER, type StoredRollout } from '../rollout/record.ts';
import type { RolloutId } from '../rollout/release.ts';
import { asShown } from '../rollout/shown.ts';
import { type TrafficState, weightOf } from '../rollout/traffic-state.ts';
import { mapAll } from './concurrency.ts';
import { TARGET_KINDS } from './kinds.ts';
import type { FoundRelease } from './open-reader.ts';

export interface FoundReleases {
  readonly releases: readonly OpenRelease[];
  /** What could not be read. */
  readonly problems: readonly string[];
}

/**
 * Throws a `KnownError` if the tags of the account cannot be searched.
 *
 * @param now seconds since the epoch
 * @param linkTo where a person can look at a run
 */
export async function findOpenReleases(
  clients: NormalClients,
  linkTo: (id: RolloutId) => string,
  now: number,
): Promise<FoundReleases> {
  const opened = await Promise.all(TARGET_KINDS.map((kind) => kind.openReader?.(clients)));
  const readers = opened.filter((reader) => reader !== undefined);
  const types = [...new Set(readers.flatMap((reader) => reader.types))];
  const tagged = await findByTags(clients, [{ key: OWNER, value: undefined }], types);
  const arns = [...new Set(tagged.map(({ arn }) => arn))];
  const problems: string[] = [];
  const found = await mapAll(arns, async (arn) => {
    try {
      return await readers.find((reader) => reader.isOf(arn))?.read(arn);
    } catch (error) {
      problems.push(`${arn}: ${known(error).message}`);
      return undefined;
    }
  });
  const releases = found
    .filter((one) => one !== undefined)
    .map((one) => describe(one, linkTo, now))
    .sort((a, b) => a.startedAt - b.startedAt || (a.on < b.on ? -1 : 1));
  return { releases, problems: problems.sort() };
}

function describe(
  { on, label, rollout: stored, trafficState }: FoundRelease,
  linkTo: (id: RolloutId) => string,
  now: number,
): OpenRelease {
  const rollout = asShown(stored, trafficState);
  const { record, phase } = rollout;
  return {
    kind: record.target.kind,
    on,
    label,
    functions: record.functions,
    phase: describePhase(phase, record.plan),
    weight: weightOf(trafficState),
    run: record.id,
    link: linkTo(record.id),
    startedAt: record.startedAt,
    waitsFor: waitsFor(rollout, trafficState, now),
    ...(record.pull !== undefined && { pull: record.pull }),
  };
}

/** A run reads evidence for a few minutes after the end of a step. */
const LATE_SECONDS = 900;

/** Release hours and switches are in the inputs of runs, which AWS does not show. */
function waitsFor(rollout: StoredRollout, trafficState: TrafficState, now: number): WaitsFor {
  if (trafficState.kind === 'external') return { kind: 'external', what: trafficState.what };
  if (rollout.paused) return { kind: 'paused' };
  const asked = askedApproval(rollout);
  if (asked) return asked.gate;
  const at = nextStepAt(rollout);
  if (at === undefined) return { kind: 'start' };
  return at + LATE_SECONDS < now ? { kind: 'nobody', since: at } : { kind: 'time', at };
}
