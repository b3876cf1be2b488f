// Which functions the canary will call that the stage does not call now. Derived from what the canary will serve,
// the stage's variables and the overrides in the inputs.

import { nameOf } from '../../aws/definition-calls.ts';
import type { Integration } from '../../aws/rest-api-model.ts';
import { type Reach, reachOf, shownUri, variablesOf } from './integration.ts';
import { routeKey } from './routes.ts';

type Variables = Readonly<Record<string, string>>;

/** A function, or a version or alias of it, that the canary will call. */
export interface MovedCall {
  readonly functionName: string;
  /** `$LATEST`: the function without a qualifier. */
  readonly qualifier: string;
  /** As far as the URI contains it. */
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly integrations: readonly Integration[];
  /** What leads there: only the overrides, or the released definition. */
  readonly by: Mover;
}

type Mover = 'stage-variable-overrides' | 'definition';

/** What determines the canary's calls: the integrations, and the values of their variables. */
export interface Moves {
  /** What the stage's own deployment calls; if that is unknown, what is released. */
  readonly served: readonly Integration[];
  readonly released: readonly Integration[];
  /** The current variables of the stage. */
  readonly variables: Variables;
  /** The overrides in the inputs, without those of released functions, which are checked elsewhere. */
  readonly overrides: Variables;
}

export interface MovedCalls {
  readonly calls: readonly MovedCall[];
  readonly problems: readonly string[];
}

/**
 * The calls that will lead to another function than now.
 *
 * @param functions the released functions, whose own versions are checked elsewhere
 */
export function movedCalls(moves: Moves, functions: readonly string[]): MovedCalls {
  const found = moves.released.map((integration) => moveOf(integration, moves, functions));
  const calls = new Map<string, MovedCall>();
  for (const { kind, ...move } of found.filter((each) => each.kind === 'call')) {
    const key = JSON.stringify({ ...move, integrations: [] });
    const others = calls.get(key)?.integrations ?? [];
    calls.set(key, { ...move, integrations: [...others, ...move.integrations] });
  }
  const problems = found.flatMap((each) => (each.kind === 'problem' ? [each.what] : []));
  return { calls: [...calls.values()], problems: [...new Set(problems)] };
}

type Move =
  | ({ readonly kind: 'call' } & MovedCall)
  | { readonly kind: 'problem'; readonly what: string }
  /** It does not change, or it calls a released function, which is checked elsewhere. */
  | { readonly kind: 'none' };

/** @param functions the released functions */
function moveOf(
  integration: Integration,
  { served, variables, overrides }: Moves,
  functions: readonly string[],
): Move {
  const before = counterpart(integration, served);
  const after = reachOf(integration.uri, { ...variables, ...overrides });
  const isOverridden = variablesOf(integration).some((name) => Object.hasOwn(overrides, name));
  const by = isOverridden ? 'stage-variable-overrides' : 'definition';
  const isSame = before && keyOf(reachOf(before.uri, variables)) === keyOf(after);
  if (after.kind === 'unknown' ? !isOverridden : isSame) return { kind: 'none' };
  const draft = reachOf(integration.uri, variables);
  const name = draft.kind === 'lambda' ? draft.functionName : '';
  const own = functions.includes(name) ? name : undefined;
  const problem = problemOf(integration, after, own);
  if (problem !== undefined) return { kind: 'problem', what: `${by}: ${problem}` };
  if (after.kind !== 'lambda' || own !== undefined) return { kind: 'none' };
  const { functionName, qualifier = '$LATEST', account, region } = after;
  const call = { functionName, qualifier, account, region, by } as const;
  return { kind: 'call', ...call, integrations: [integration] };
}

/** The same route as it is served now. If no authorizers are visible, each is treated as unchanged. */
export function counterpart(
  integration: Integration,
  served: readonly Integration[],
): Integration | undefined {
  const key = routeKey(integration);
  const found = served.find((call) => routeKey(call) === key);
  const shown = served.some(({ authorizerId }) => authorizerId !== undefined);
  return found ?? (integration.authorizerId === undefined || shown ? undefined : integration);
}

/** Equal if both lead to the same version of a function, or to none. */
export function keyOf(scope: Reach): string {
  if (scope.kind !== 'lambda') return scope.kind;
  const { functionName, qualifier = '$LATEST', account, region } = scope;
  return JSON.stringify([functionName, qualifier, account ?? null, region ?? null]);
}

function problemOf(
  integration: Integration,
  after: Reach,
  released: string | undefined,
): string | undefined {
  const route = `${nameOf(integration)} (${shownUri(integration.uri)})`;
  if (after.kind === 'unknown') {
    return `it is unclear what ${route} will call; expected the URI of a function, another AWS service or an HTTP backend`;
  }
  if (released !== undefined && (after.kind !== 'lambda' || after.functionName !== released)) {
    return `${route} would no longer call "${released}", which is being released; expected a value that points to "${released}"`;
  }
  if (after.kind === 'lambda' && after.qualifier === '') {
    return `${route} will call "${after.functionName}" with an empty version, which AWS rejects; expected a version or an alias`;
  }
  return undefined;
}
