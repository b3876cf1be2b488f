// The users of functions behind aliases, as counts: what Lambda would have counted, without a single invocation.

import type { StatisticSet } from '../simulator/cloudwatch/metrics/distribution.ts';
import type { CallRecord } from '../simulator/front/call-log.ts';
import type { Simulator } from '../simulator/simulator.ts';

/** Of each function, in a minute: ten a second. */
const CALLS = 600;
const MINUTE_MS = 60_000;

/** Where a write sends the traffic of an alias. */
interface Routing {
  readonly version: string;
  /** The share of another version, 0 to 1. */
  readonly share: number;
}

/** `undefined`: it does not move traffic, such as a permission probe, which AWS refuses for its content. */
export function routingOf({ operation, body = '{}' }: CallRecord): Routing | undefined {
  if (operation !== 'UpdateAlias') return undefined;
  const { FunctionVersion: version, RoutingConfig } = JSON.parse(body) as {
    FunctionVersion?: string;
    RoutingConfig?: { AdditionalVersionWeights?: Record<string, number> };
  };
  if (version === undefined) return undefined;
  const [share = 0] = Object.values(RoutingConfig?.AdditionalVersionWeights ?? {});
  return { version, share };
}

/** Counts the hour before, and each minute from now on, until the returned function is called. */
export function serveUsers(
  { world, calls, recordStatistics }: Simulator,
  names: readonly string[],
) {
  const record = (at: number, { version, share }: Routing) => {
    const served = Math.round(CALLS * (1 - share));
    for (const FunctionName of names) {
      count(recordStatistics, FunctionName, version, served, at);
      count(recordStatistics, FunctionName, '2', CALLS - served, at);
    }
  };
  const begun = world.clock.now();
  for (let minute = 1; minute <= 60; minute++) {
    record(begun - minute * MINUTE_MS, { version: '1', share: 0 });
  }
  return world.clock.every(MINUTE_MS, () => {
    const moved = calls.list().findLast((call) => routingOf(call) !== undefined);
    const routing = moved && routingOf(moved);
    record(world.clock.now() - 1, routing ?? { version: '1', share: 0 });
  });
}

function count(
  record: Simulator['recordStatistics'],
  FunctionName: string,
  ExecutedVersion: string,
  calls: number,
  at: number,
): void {
  if (calls === 0) return;
  const Resource = `${FunctionName}:live`;
  const dimensionSets = [
    { FunctionName },
    { FunctionName, Resource },
    { FunctionName, Resource, ExecutedVersion },
  ];
  const sets: Readonly<Record<string, StatisticSet>> = {
    Invocations: { count: calls, sum: calls, min: 1, max: 1 },
    Errors: { count: calls, sum: 0, min: 0, max: 0 },
    Duration: { count: calls, sum: 100 * calls, min: 100, max: 100 },
  };
  for (const [name, set] of Object.entries(sets)) {
    const unit = name === 'Duration' ? 'Milliseconds' : 'Count';
    record({ namespace: 'AWS/Lambda', name, dimensionSets, unit, at }, set);
  }
}
