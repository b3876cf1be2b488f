// Mapping templates, limited to literal text, `$context…`, `$stageVariables.x` and `$input.params('x')`.
// Anything else in a template is refused by name.

import type { TextMap } from '../api-gateway/model.ts';
import { type Exchange, header } from './exchange.ts';
import { Unsupported } from './gateway-replies.ts';
import { type Context, templateContext } from './request-context.ts';

const DIRECTIVE =
  /#\{?(?:set|if|elseif|else|end|foreach|include|parse|stop|macro|define|break|evaluate)\b|##|#\*|\\[$#]/;

/** `$name.member…`, with or without braces and `!`; a call's arguments follow its member. */
const REFERENCE =
  /\$!?(?:\{([A-Za-z_][^}]*)\}|([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*(?:\([^)]*\))?)*))/g;

const PARAMS_CALL = /^input\.params\(\s*(['"])(.*?)\1\s*\)$/;

/** Renders the template for this exchange. Throws `Unsupported`. */
export function render(template: string, exchange: Exchange): string {
  const directive = DIRECTIVE.exec(template);
  if (directive) throw new Unsupported(`"${directive[0]}" in a mapping template`);
  const context = templateContext(exchange);
  return template.replace(REFERENCE, (_, braced?: string, bare?: string) =>
    resolve((braced ?? bare)!, exchange, context),
  );
}

/** An absent value renders as an empty string (recorded from AWS for stage variables). */
function resolve(reference: string, exchange: Exchange, context: Context): string {
  const [root, ...path] = reference.split('.');
  if (root === 'stageVariables' && path.length === 1 && /^[\w-]+$/.test(path[0]!)) {
    return exchange.side.variables[path[0]!] ?? '';
  }
  if (root === 'context' && path.every((name) => /^[\w-]+$/.test(name))) {
    return textAt(context, path);
  }
  const parameter = PARAMS_CALL.exec(reference)?.[2];
  if (parameter !== undefined) return parameterOf(exchange, parameter);
  throw new Unsupported(`"$${reference}" in a mapping template`);
}

function textAt(context: Context, path: readonly string[]): string {
  let value: unknown = context;
  for (const name of path) value = (value as TextMap | null | undefined)?.[name];
  return value === undefined || value === null ? '' : String(value);
}

/** Searched in the documented order: path, query string, headers. */
function parameterOf({ request, route }: Exchange, name: string): string {
  return (
    route.pathParameters[name] ??
    new URLSearchParams(request.query).get(name) ??
    header(request, name.toLowerCase()) ??
    ''
  );
}
