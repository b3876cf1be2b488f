// An endpoint that only one side of a canary has, or that only one side protects, refuses a random part of its users.
// Routes are compared by the requests that they answer: the names of path parameters make no difference, and
// `ANY` answers every verb that has no method of its own.

import { nameOf } from '../../aws/definition-calls.ts';
import type { Route } from '../../aws/rest-api-model.ts';
import { must } from '../../base/assert.ts';

export interface RouteDifference {
  /** Routes that only the canary has: `GET /orders`. */
  readonly added: readonly string[];
  /** Routes that only stable has. */
  readonly removed: readonly string[];
  /** Routes of both sides that differ in who may call them. */
  readonly guarded: readonly GuardedRoute[];
}

export interface GuardedRoute {
  readonly name: string;
  readonly stable: Guard;
  readonly canary: Guard;
}

type Guard = Pick<Route, 'apiKeyRequired' | 'authorizationType'>;

/** Compares the routes of the stable and the canary deployment. */
export function compareRoutes(stable: readonly Route[], canary: readonly Route[]): RouteDifference {
  const [old, fresh] = [answersOf(stable), answersOf(canary)];
  const guarded = namesOf(fresh, (key, route) => {
    const before = old.get(key);
    return before !== undefined && guardOf(before) !== guardOf(route);
  });
  return {
    added: namesOf(fresh, (key) => !old.has(key)).map(({ name }) => name),
    removed: namesOf(old, (key) => !fresh.has(key)).map(({ name }) => name),
    guarded: guarded.map(({ name, key, route }) => ({
      name,
      stable: must(old.get(key), 'only routes of both sides are compared'),
      canary: route,
    })),
  };
}

/** Equal for routes that answer the same requests; the names of path parameters make no difference. */
export function routeKey({ method, path }: Pick<Route, 'method' | 'path'>): string {
  return `${method} ${path.replace(/\{[^}+]*(\+?)\}/g, '{$1}')}`;
}

/** The route that answers each request, by its key with a verb. */
type Answers = ReadonlyMap<string, Route>;

const VERBS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

function answersOf(routes: readonly Route[]): Answers {
  const isAny = ({ method }: Route) => method === 'ANY';
  const all = routes
    .filter(isAny)
    .flatMap((route) => VERBS.map((method) => [routeKey({ ...route, method }), route] as const));
  const own = routes
    .filter((route) => !isAny(route))
    .map((route) => [routeKey(route), route] as const);
  return new Map([...all, ...own]);
}

interface Named {
  readonly name: string;
  /** Of one of its requests. */
  readonly key: string;
  readonly route: Route;
}

/** The routes whose requests are all chosen, and the single verbs of the others. */
function namesOf(answers: Answers, chosen: (key: string, route: Route) => boolean): Named[] {
  const routes = [...new Set(answers.values())];
  return routes
    .flatMap((route) => {
      const keys = [...answers].flatMap(([key, by]) => (by === route ? [key] : []));
      const found = keys.filter((key) => chosen(key, route));
      const [first] = found;
      if (first === undefined) return [];
      if (found.length === keys.length) return [{ name: nameOf(route), key: first, route }];
      return found.map((key) => ({ name: `${key.split(' ')[0]} ${route.path}`, key, route }));
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function guardOf({ apiKeyRequired, authorizationType }: Guard): string {
  return `${apiKeyRequired} ${authorizationType}`;
}

/**
 * Describes the difference; `undefined` when there is none.
 *
 * @param splits whether users are split between the two sides
 */
export function describeRouteDifference(
  difference: RouteDifference,
  splits = true,
): string | undefined {
  const { added, removed, guarded } = difference;
  const parts = [
    ...sentence('only the canary has', added),
    ...sentence('only stable has', removed),
    ...guardsInWords(guarded),
  ];
  if (parts.length === 0) return undefined;
  if (!splits) {
    return `${parts.join('; ')}: the release has no steps, so this changes for all users at once`;
  }
  const authorizes = guarded.some((route) => authorizationIn(route) !== undefined);
  return `${parts.join('; ')}: while traffic is split, these routes return ${authorizes ? '401 or 403' : '403'} to some users at random`;
}

/** What to do about the difference. */
export function adviceFor({ added, removed, guarded }: RouteDifference): string {
  const parts = [
    ...(added.length > 0
      ? ['deploy the added routes to the stage first (no one calls them yet)']
      : []),
    ...(removed.length > 0 ? ['remove routes only after the release'] : []),
    ...(guarded.length > 0
      ? ['deploy a change of who may call a route to the whole stage, before or after the release']
      : []),
    'or set route-guard: warn',
  ];
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function guardsInWords(guarded: readonly GuardedRoute[]): readonly string[] {
  const differences = guarded.flatMap((route) =>
    [keyIn(route), authorizationIn(route)].flatMap((words) =>
      words === undefined ? [] : [{ words, name: route.name }],
    ),
  );
  return [...new Set(differences.map(({ words }) => words))].flatMap((words) =>
    sentence(
      words,
      differences.flatMap((each) => (each.words === words ? [each.name] : [])),
    ),
  );
}

function keyIn({ stable, canary }: GuardedRoute): string | undefined {
  if (stable.apiKeyRequired === canary.apiKeyRequired) return undefined;
  return `only ${canary.apiKeyRequired ? 'the canary' : 'stable'} requires an API key for`;
}

function authorizationIn({ stable, canary }: GuardedRoute): string | undefined {
  const [old, fresh] = [stable.authorizationType, canary.authorizationType];
  return old === fresh
    ? undefined
    : `authorization is ${fresh} on the canary and ${old} on stable for`;
}

const MOST_SHOWN = 10;

/** Empty without routes. */
function sentence(words: string, routes: readonly string[]): readonly string[] {
  if (routes.length === 0) return [];
  const shown = routes.slice(0, MOST_SHOWN).join(', ');
  const more = routes.length - MOST_SHOWN;
  return [`${words} ${shown}${more > 0 ? ` and ${more} more` : ''}`];
}
