// The requests of an alias, from the lines that Lambda writes for each invocation.

import { type Invocation, invocationsOf, type PlacedFact } from './lambda-invocations.ts';
import type { Failure, Side, Sighting } from './sighting.ts';

export interface InvocationSightings {
  readonly sightings: readonly Sighting[];
  readonly dropped: boolean;
}

/** Whose lines a stream has. */
export interface StreamVersion {
  readonly side: Side;
  readonly functionName?: string;
}

export type VersionOfStream = (
  event: Pick<PlacedFact['event'], 'group' | 'stream'>,
) => StreamVersion | undefined;

/** @param versionOf `undefined`: the stream belongs to another function or version */
export function sightingsOf(
  facts: readonly PlacedFact[],
  versionOf: VersionOfStream,
): InvocationSightings {
  const own = facts.filter(({ event }) => versionOf(event) !== undefined);
  const { invocations, dropped } = invocationsOf(own);
  return {
    sightings: invocations.flatMap((one) => sightingOf(one, versionOf) ?? []),
    dropped,
  };
}

function sightingOf(invocation: Invocation, versionOf: VersionOfStream): Sighting | undefined {
  const { requestId, group, stream, startedAt, endedAt = 0, durationMs = 0, outcome } = invocation;
  const at = startedAt ?? endedAt - Math.round(durationMs);
  const version = versionOf({ group, stream });
  if (version === undefined || (startedAt === undefined && endedAt === 0)) return undefined;
  const failure =
    outcome.kind === 'failed' ? { ...failureOf(outcome), functionRequestId: requestId } : undefined;
  return {
    requestId,
    at,
    ...version,
    group,
    isCertain: true,
    ...(durationMs > 0 && { latency: durationMs }),
    isClosed: outcome.kind === 'ok' || outcome.kind === 'failed',
    ...(failure && { failure }),
  };
}

function failureOf({
  how,
  errorType,
  location,
}: Extract<Invocation['outcome'], { kind: 'failed' }>): Failure {
  return {
    how,
    ...(errorType !== undefined && { errorType }),
    ...(location !== undefined && { location }),
  };
}

/** Why a function's invocations failed, by request ID, for the failures of a stage that invoked it. */
export function detailsOf(
  invocations: readonly Invocation[],
): ReadonlyMap<string, Pick<Failure, 'errorType' | 'location'>> {
  const details = new Map<string, Pick<Failure, 'errorType' | 'location'>>();
  for (const { requestId, outcome } of invocations) {
    if (outcome.kind !== 'failed') continue;
    const { how: _, ...detail } = failureOf(outcome);
    details.set(requestId, detail);
  }
  return details;
}
