// Which functions the canary will call that the stage does not call now, worked out from what it will
// serve, the stage's variables and the overrides that were asked for.

import { nameOf } from '../../aws/rest-api.ts';
import type { Integration } from '../../aws/rest-api-model.ts';
import { type Reach, reachOf, shownUri, variablesOf } from './integration.ts';

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
  /** The overrides alone lead there, or the definition that is released does. */
  readonly by: Mover;
}

type Mover = 'stage-variable-overrides' | 'definition';

/** What the canary will be: what calls there are, and how they are filled in. */
export interface Moves {
  /** What the stage's own deployment calls; where it is not known, what is released. */
  readonly served: readonly Integration[];
  readonly released: readonly Integration[];
  /** Of the stage, as they stand. */
  readonly variables: Variables;
  /** That were asked for; those of released functions are looked after in another place. */
  readonly overrides: Variables;
}

export interface MovedCalls {
  readonly calls: readonly MovedCall[];
  readonly problems: readonly string[];
}

/**
 * What leads elsewhere than now.
 *
 * @param functions that are released: their own versions are looked after in another place
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
  /** It stays as it is, or is the released functions' own affair. */
  | { readonly kind: 'none' };

/** @param functions that are released */
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

/** The same route as it is served now. Where no authorizers are shown, each counts as it will be. */
function counterpart(
  integration: Integration,
  served: readonly Integration[],
): Integration | undefined {
  const found = served.find(
    ({ method, path }) => method === integration.method && path === integration.path,
  );
  const shown = served.some(({ authorizerId }) => authorizerId !== undefined);
  return found ?? (integration.authorizerId === undefined || shown ? undefined : integration);
}

function keyOf(scope: Reach): string {
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
    return `it is not understood what ${route} will call; expected the URI of a function, another AWS service or an HTTP backend`;
  }
  if (released !== undefined && (after.kind !== 'lambda' || after.functionName !== released)) {
    return `it leads ${route} away from "${released}", which is released; expected a value that leads to "${released}"`;
  }
  if (after.kind === 'lambda' && after.qualifier === '') {
    return `${route} will call "${after.functionName}" by an empty version, which AWS refuses; expected a version or an alias`;
  }
  return undefined;
}
