// The routes that API Gateway may count by themselves, where a stage has detailed metrics.

import { nameOf } from '../../aws/definition-calls.ts';
import { ALL_METHODS, type DetailedMetrics } from '../../aws/detailed-metrics.ts';
import type { Route } from '../../aws/rest-api-model.ts';

/** A route by its dimensions in CloudWatch. */
export interface RouteName {
  readonly method: string;
  readonly resource: string;
}

const VERBS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

/**
 * Every name under which requests may be counted. AWS does not document whether those to a method `ANY` are counted under
 * that word or under their own verb, so both are asked for.
 */
export function detailedRoutes(
  routes: readonly Pick<Route, 'method' | 'path'>[],
  detailed: DetailedMetrics,
): readonly RouteName[] {
  const isOn = (name: string) => detailed[name] ?? detailed[ALL_METHODS] ?? false;
  const on = routes.filter((route) => isOn(nameOf(route)));
  const names = on.flatMap(({ method, path }) =>
    (method === 'ANY' ? [method, ...VERBS] : [method]).map((each) => ({
      method: each,
      resource: path,
    })),
  );
  return [...new Map(names.map((name) => [`${name.method} ${name.resource}`, name])).values()];
}
