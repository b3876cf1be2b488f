// Parameter mappings, such as `integration.request.path.proxy = method.request.path.proxy`.

import type { TextMap } from '../api-gateway/model.ts';
import { type Exchange, header } from './exchange.ts';
import { Unsupported } from './gateway-replies.ts';
import { templateContext } from './request-context.ts';

/**
 * The mapped values whose target begins with `prefix`, by the rest of the target's name. A source
 * without a value is omitted. Throws `Unsupported` for sources other than:
 * `'text'`, method.request.{path,querystring,header}.x, stageVariables.x, context.x.
 */
export function mapParameters(
  exchange: Exchange,
  mappings: TextMap | undefined,
  prefix: string,
): Record<string, string> {
  const mapped: Record<string, string> = {};
  for (const [target, source] of Object.entries(mappings ?? {})) {
    if (!target.startsWith(prefix)) continue;
    const value = valueFrom(exchange, source);
    if (value !== undefined) mapped[target.slice(prefix.length)] = value;
  }
  return mapped;
}

type Reader = (exchange: Exchange, name: string) => string | undefined;

const SOURCES: readonly (readonly [prefix: string, Reader])[] = [
  ['method.request.path.', ({ route }, name) => route.pathParameters[name]],
  [
    'method.request.querystring.',
    ({ request }, name) => new URLSearchParams(request.query).get(name) ?? undefined,
  ],
  ['method.request.header.', ({ request }, name) => header(request, name.toLowerCase())],
  ['stageVariables.', ({ side }, name) => side.variables[name]],
  [
    'context.',
    (exchange, name) => {
      const value = templateContext(exchange)[name];
      return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
    },
  ],
];

function valueFrom(exchange: Exchange, source: string): string | undefined {
  const literal = /^'(.*)'$/s.exec(source)?.[1];
  if (literal !== undefined) return literal;
  const found = SOURCES.find(([prefix]) => source.startsWith(prefix));
  if (!found) throw new Unsupported(`the parameter mapping source "${source}"`);
  const [prefix, read] = found;
  return read(exchange, source.slice(prefix.length));
}
