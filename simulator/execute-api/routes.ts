// Finds the resource and method of a path: a literal segment takes precedence over {param}, and that over
// {proxy+}. A resource without the verb is skipped in favor of a less specific one that has it (as on AWS,
// according to a validated test of localstack: OPTIONS /test matches /{proxy+}).

import type { Method, Resource, Snapshot } from '../api-gateway/model.ts';
import type { Route } from './exchange.ts';

type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'parameter' | 'greedy'; readonly name: string };

interface Pattern {
  readonly resource: Resource;
  readonly segments: readonly Segment[];
}

/** `undefined`: there is no resource with that verb. `method` is an HTTP verb, `path` is as sent. */
export function matchRoute(snapshot: Snapshot, method: string, path: string): Route | undefined {
  // A trailing slash makes no difference to the match.
  const segments = path.split('/').filter((segment) => segment !== '');
  for (const { resource, segments: pattern } of patternsOf(snapshot)) {
    const found: Method | undefined = resource.methods[method] ?? resource.methods.ANY;
    const pathParameters = found && matchSegments(pattern, segments);
    if (!pathParameters) continue;
    const { methodIntegration: integration, authorizerId } = found;
    const authorizer = snapshot.authorizers.find(({ id }) => id === authorizerId);
    return { resource, method: found, integration, authorizer, pathParameters };
  }
  return undefined;
}

/** A snapshot never changes, so its patterns are compiled once. */
const known = new WeakMap<Snapshot, readonly Pattern[]>();

function patternsOf(snapshot: Snapshot): readonly Pattern[] {
  const patterns = known.get(snapshot) ?? compile(snapshot.resources);
  known.set(snapshot, patterns);
  return patterns;
}

const RANK = { literal: '0', parameter: '1', greedy: '2' } as const;

function compile(resources: readonly Resource[]): readonly Pattern[] {
  const rank = ({ segments }: Pattern) => segments.map(({ kind }) => RANK[kind]).join('');
  return resources
    .map((resource) => ({
      resource,
      segments: resource.path.split('/').filter(Boolean).map(parse),
    }))
    .sort((a, b) => rank(a).localeCompare(rank(b)));
}

function parse(text: string): Segment {
  const name = /^\{([^}+]+)(\+?)\}$/.exec(text);
  if (!name) return { kind: 'literal', text };
  return { kind: name[2] ? 'greedy' : 'parameter', name: name[1]! };
}

function matchSegments(
  pattern: readonly Segment[],
  path: readonly string[],
): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [i, segment] of pattern.entries()) {
    const actual = path[i];
    if (actual === undefined) return undefined;
    if (segment.kind === 'greedy') {
      parameters[segment.name] = path.slice(i).join('/');
      return parameters;
    }
    if (segment.kind === 'literal' && segment.text !== decode(actual)) return undefined;
    if (segment.kind === 'parameter') parameters[segment.name] = actual;
  }
  return path.length === pattern.length ? parameters : undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
