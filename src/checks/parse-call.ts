// What a check sends: a request, or an event from a file.

import { parseJson } from '../base/foreign-text.ts';
import { quote } from '../base/quote.ts';
import {
  type CheckCall,
  EVENT_FORMATS,
  type EventFormat,
  type RequestBody,
  type RequestCall,
} from './check.ts';
import { HEADER_NAME } from './parse-expect.ts';
import { plainJson } from './plain-json.ts';
import { pathProblem } from './request-path.ts';
import { routeParameters } from './route.ts';
import { fill, namesIn } from './variables.ts';
import { type Fields, isScalar } from './yaml-fields.ts';

/** Reads a file of the checkout. */
export type ReadFile = (path: string) => { readonly text: string } | { readonly problem: string };

/** What all requests of a suite have in common. */
export interface Common {
  readonly headers: Readonly<Record<string, string>>;
  readonly signs: boolean;
  readonly format: EventFormat | undefined;
}

export const CALL_KEYS = [
  ...['method', 'path', 'headers', 'body', 'file', 'sign', 'format', 'route', 'event'],
];

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Those of a connection, and what the request itself determines. */
const REFUSED_HEADERS = [
  ...['host', 'connection', 'content-length', 'transfer-encoding', 'expect', 'upgrade', 'te'],
];

/** @returns `undefined`: there is a problem */
export function parseCall(fields: Fields, common: Common, read: ReadFile): CheckCall | undefined {
  return fields.has('event') ? eventIn(fields, read) : requestIn(fields, common, read);
}

function eventIn(fields: Fields, read: ReadFile): CheckCall | undefined {
  const file = fields.text('event', 'the path of a file with JSON');
  for (const key of CALL_KEYS.filter((each) => each !== 'event' && fields.has(each))) {
    fields.problems.push(
      `"${key}" is of a request, and "event" sends none; expected one of the two`,
    );
  }
  if (file === undefined) return undefined;
  const found = read(file);
  if ('problem' in found) {
    fields.problems.push(`"event" is ${quote(file)}: ${found.problem}`);
    return undefined;
  }
  const event = parseJson(found.text);
  if (event === undefined) {
    fields.problems.push(`"event" is ${quote(file)}, which is not JSON`);
    return undefined;
  }
  return { kind: 'event', file, event };
}

function requestIn(fields: Fields, common: Common, read: ReadFile): RequestCall | undefined {
  const before = fields.problems.length;
  const path = fields.text('path', 'a path such as /orders');
  if (path === undefined && !fields.has('path')) {
    fields.problems.push(
      'it has neither "path" nor "event"; expected one of them, such as path: /orders',
    );
  }
  // What a name stands for is not known yet: it is checked again when it is.
  const problem = path === undefined ? undefined : pathProblem(fill(path, wordsFor(path)));
  if (problem !== undefined) fields.problems.push(`"path": ${problem}`);
  const method = (fields.text('method') ?? 'GET').toUpperCase();
  if (!METHODS.includes(method)) fields.refuse('method', METHODS.join(', '));
  const body = bodyIn(fields, read);
  if (body && ['GET', 'HEAD'].includes(method)) {
    fields.problems.push(
      `${method} has no body; expected another method, or neither "body" nor "file"`,
    );
  }
  const headers = { ...common.headers, ...headersIn(fields) };
  const signs = fields.flag('sign') ?? common.signs;
  if (signs && Object.hasOwn(headers, 'authorization')) {
    fields.problems.push(
      '"sign" writes the header authorization, which is also in "headers"; expected one of them',
    );
  }
  const format = formatIn(fields) ?? common.format;
  const route = routeIn(fields, path ?? '');
  if (fields.problems.length > before || path === undefined) return undefined;
  return { kind: 'request', method, path, headers, body, signs, format, route };
}

/** A harmless word for each name. */
function wordsFor(text: string): ReadonlyMap<string, unknown> {
  return new Map(namesIn(text).map((name) => [name, 'x']));
}

export function formatIn(fields: Fields): EventFormat | undefined {
  const text = fields.text('format');
  if (text === undefined) return undefined;
  return (
    EVENT_FORMATS.find((each) => each === text) ?? fields.refuse('format', EVENT_FORMATS.join(', '))
  );
}

export function headersIn(fields: Fields): Readonly<Record<string, string>> {
  const given = fields.map('headers', 'a map from names to values') ?? [];
  return Object.fromEntries(
    given.flatMap(([name, value]): [string, string][] => {
      const lower = name.toLowerCase();
      if (!HEADER_NAME.test(name)) {
        fields.problems.push(`headers: ${quote(name)} is not the name of a header`);
      } else if (REFUSED_HEADERS.includes(lower)) {
        fields.problems.push(`headers: "${name}" is set by the action itself; omit it`);
      } else if (!isScalar(value) || !isHeaderValue(String(value))) {
        fields.problems.push(
          `headers: the value of "${name}" (not shown) is not one line of ASCII characters`,
        );
      } else return [[lower, String(value)]];
      return [];
    }),
  );
}

export function isHeaderValue(text: string): boolean {
  return /^[\t\x20-\x7e]{0,8192}$/.test(text);
}

function bodyIn(fields: Fields, read: ReadFile): RequestBody | undefined {
  const body = fields.read('body');
  const file = fields.text('file', 'the path of a file');
  if (body !== undefined && file !== undefined) {
    fields.problems.push('it has both "body" and "file"; expected one of them');
    return undefined;
  }
  if (file !== undefined) {
    const found = read(file);
    if ('text' in found) return { kind: 'text', text: found.text };
    fields.problems.push(`"file" is ${quote(file)}: ${found.problem}`);
    return undefined;
  }
  if (body === undefined) return undefined;
  return typeof body === 'string'
    ? { kind: 'text', text: body }
    : { kind: 'json', value: plainJson(body) };
}

const ROUTE = /^(?:\/|(?:\/(?:[^/{}\s]+|\{[\w.:-]+\+?\}))+)$/;

/** It must fit the path, or a function would get parameters that no request has. */
function routeIn(fields: Fields, path: string): string | undefined {
  const route = fields.text('route');
  if (route === undefined) return undefined;
  if (!ROUTE.test(route)) return fields.refuse('route', 'a route such as /orders/{id}');
  if (routeParameters(route, path) === undefined) {
    return fields.refuse('route', `a route that fits the path ${quote(path)}`);
  }
  return route;
}
