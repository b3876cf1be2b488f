// Which functions the canary will call that the stage does not call now, worked out from the stage's
// variables and the overrides that were asked for.

import {
  type Integration,
  nameOf,
  type Reach,
  reachOf,
  shownUri,
  variablesOf,
} from './integration.ts';
import type { Wiring } from './wiring.ts';

type Variables = Readonly<Record<string, string>>;

/** A function, or a version or alias of it, that the canary will call. */
export interface MovedCall {
  readonly functionName: string;
  /** `$LATEST`: the function without a qualifier. */
  readonly qualifier: string;
  /** As far as the URI says so. */
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly integrations: readonly Integration[];
}

export interface MovedCalls {
  readonly calls: readonly MovedCall[];
  readonly problems: readonly string[];
}

/**
 * What the overrides lead elsewhere.
 *
 * @param wirings of the released functions, whose own versions are looked after in another place
 */
export function movedCalls(
  integrations: readonly Integration[],
  wirings: readonly Wiring[],
  variables: Variables,
  overrides: Variables,
): MovedCalls {
  const released = wirings.map(({ functionName }) => functionName);
  const calls = new Map<string, MovedCall>();
  const problems: string[] = [];
  for (const integration of integrations) {
    const before = reachOf(integration.uri, variables);
    const after = reachOf(integration.uri, { ...variables, ...overrides });
    const moved = variablesOf(integration).some((name) => Object.hasOwn(overrides, name));
    if (!moved || (after.kind !== 'unknown' && keyOf(before) === keyOf(after))) continue;
    const name = before.kind === 'lambda' ? before.functionName : '';
    const own = released.includes(name) ? name : undefined;
    const problem = problemOf(integration, after, own);
    if (problem !== undefined) problems.push(`stage-variable-overrides: ${problem}`);
    else if (after.kind === 'lambda' && own === undefined) {
      const { functionName, qualifier = '$LATEST', account, region } = after;
      const others = calls.get(keyOf(after))?.integrations ?? [];
      const call = { functionName, qualifier, account, region };
      calls.set(keyOf(after), { ...call, integrations: [...others, integration] });
    }
  }
  return { calls: [...calls.values()], problems };
}

function keyOf(reach: Reach): string {
  if (reach.kind !== 'lambda') return reach.kind;
  const { functionName, qualifier = '$LATEST', account, region } = reach;
  return JSON.stringify([functionName, qualifier, account ?? null, region ?? null]);
}

function problemOf(
  integration: Integration,
  after: Reach,
  released: string | undefined,
): string | undefined {
  const route = `${nameOf(integration)} (${shownUri(integration.uri)})`;
  if (after.kind === 'unknown') {
    return `with them it is not understood what ${route} calls; expected the URI of a function, another AWS service or an HTTP backend`;
  }
  if (released !== undefined && (after.kind !== 'lambda' || after.functionName !== released)) {
    return `they lead ${route} away from "${released}", which is released; leave the override out, or the function`;
  }
  if (after.kind === 'lambda' && after.qualifier === '') {
    return `with them ${route} calls "${after.functionName}" by an empty version, which AWS refuses; expected a version or an alias`;
  }
  return undefined;
}
