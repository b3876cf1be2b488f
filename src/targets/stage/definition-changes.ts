// What an API definition calls, compared with another one, and as a digest by which a draft is recognized.

import { createHash } from 'node:crypto';
import { nameOf } from '../../aws/definition-calls.ts';
import type { Integration, Route } from '../../aws/rest-api-model.ts';
import { shownUri } from './integration.ts';

/** The parts of a definition that a draft and an OpenAPI document show in the same form. */
export interface Calls {
  readonly routes: readonly Pick<Route, 'method' | 'path'>[];
  /** Those of authorizers do not count. */
  readonly integrations: readonly Pick<
    Integration,
    'method' | 'path' | 'uri' | 'credentials' | 'connectionId' | 'authorizerId'
  >[];
}

/** 16 hexadecimal digits over the routes and what each of them calls. */
export function callsDigest(calls: Calls): string {
  const all = [...callsByRoute(calls)].sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16);
}

/** `GET /orders is removed`, for each route that differs. */
export function definitionChanges(before: Calls, after: Calls): readonly string[] {
  const [old, next] = [callsByRoute(before), callsByRoute(after)];
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((route) => {
    const [was, is] = [old.get(route), next.get(route)];
    if (is === undefined) return [`${route} is removed`];
    if (was === undefined) return [`${route} is added`];
    if (was.uri !== is.uri) {
      const [from, to] = [was.uri, is.uri].map((uri) => (uri === '' ? 'nothing' : shownUri(uri)));
      return [`${route} calls ${to} instead of ${from}`];
    }
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [`${route} is called in another way`];
  });
}

interface Called {
  /** Empty for an integration without one. */
  readonly uri: string;
  readonly credentials: string;
  readonly connectionId: string;
}

function callsByRoute({ routes, integrations }: Calls): ReadonlyMap<string, Called> {
  return new Map(
    routes.map((route) => {
      const found = integrations.find(
        ({ method, path, authorizerId }) =>
          authorizerId === undefined && method === route.method && path === route.path,
      );
      const { uri = '', credentials = '', connectionId = '' } = found ?? {};
      return [nameOf(route), { uri, credentials, connectionId }];
    }),
  );
}
