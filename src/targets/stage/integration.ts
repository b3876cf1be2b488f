// How an API reaches Lambda: parses the URI of an integration or an authorizer, with stage variables filled in.
// A form that AWS does not document is reported as not understood.

import type { Integration } from '../../aws/rest-api-model.ts';
import { must } from '../../base/assert.ts';
import { percentDecoded } from '../../base/foreign-text.ts';

type Variables = Readonly<Record<string, string>>;

/** A part of a URI: literal text, or a stage variable. */
type Piece = { readonly text: string } | { readonly variable: string };

/** A Lambda integration whose function and qualifier are known. */
export interface LambdaUri {
  readonly functionName: string;
  /** `undefined`: the unqualified function. Empty: a stage variable without a value. */
  readonly qualifier: string | undefined;
  /**
   * The variable that holds the qualifier, and the text before it in that variable:
   * for `…:${stageVariables.fn}` with `fn=orders:7` it is `{name: 'fn', prefix: 'orders:'}`.
   */
  readonly heldBy: { readonly name: string; readonly prefix: string } | undefined;
  /** The location of the function, as far as the URI contains it. */
  readonly account?: string | undefined;
  readonly region?: string | undefined;
}

/** What a URI leads to. */
export type Reach =
  | ({ readonly kind: 'lambda' } & LambdaUri)
  /** Not a function: an HTTP backend, another AWS service, or a stage variable without a value. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'unknown' };

/** Each operation of Lambda belongs to one version of its API (API Gateway developer guide). */
const OPERATIONS: Variables = {
  '2015-03-31': 'invocations',
  '2021-11-15': 'response-streaming-invocations',
};
const LAMBDA_URI =
  /^arn:[\w-]+:apigateway:[\w-]+:lambda:path\/([\d-]+)\/functions\/(.+)\/([a-z-]+)$/;
const FUNCTION =
  /^(?:arn:[\w-]+:lambda:([\w-]+):(\d{12}):function:|(?:(\d{12}):)?(?:function:)?)([\w.-]+)(?::(\$LATEST|[\w-]*))?$/;
const HTTP = /^https?:\/\//i;
/** `states`, or `bucket.s3`: the service is the last part. */
const SERVICE = /^arn:[\w-]+:apigateway:[\w-]+:(?:[\w-]+\.)*([\w-]+):(?:path|action)\//;
const VARIABLE = /\$\{stageVariables\.([A-Za-z0-9_]+)\}/g;

/** Parses a URI. */
export function reachOf(uri: string, variables: Variables): Reach {
  const pieces = splitPieces(uri);
  const text = filledIn(uri, variables);
  const lambda = lambdaIn(text);
  if (lambda) {
    const { qualifier } = lambda;
    const heldBy = qualifier ? holder(uri, qualifier, variables) : undefined;
    return { kind: 'lambda', ...lambda, heldBy };
  }
  const isSet = (piece: Piece) => 'text' in piece || Object.hasOwn(variables, piece.variable);
  const service = SERVICE.exec(text)?.[1];
  const isService = service !== undefined && service !== 'lambda';
  if (HTTP.test(text) || isService || !pieces.every(isSet)) return { kind: 'elsewhere' };
  return { kind: 'unknown' };
}

/** `undefined` if the URI is not that of a Lambda function, or is not understood. */
export function parseLambdaUri(uri: string, variables: Variables): LambdaUri | undefined {
  const scope = reachOf(uri, variables);
  if (scope.kind !== 'lambda') return undefined;
  const { kind: _, ...lambda } = scope;
  return lambda;
}

/** The same URI with another qualifier instead of the literal one at its end. */
export function withQualifier(uri: string, qualifier: string): string {
  return uri.replace(/:[^:/]+(\/[a-z-]+)$/, (_, operation) => `:${qualifier}${operation}`);
}

/** Whether the URI itself, and not a variable, ends in this qualifier. */
export function endsIn(uri: string, qualifier: string): boolean {
  return /:([^:/]+)\/[a-z-]+$/.exec(uri)?.[1] === qualifier;
}

/** The stage variables that determine what is called, and with which role. */
export function variablesOf({ uri, connectionId, credentials }: Integration): readonly string[] {
  return [uri, connectionId ?? '', credentials ?? ''].flatMap((text) =>
    splitPieces(text).flatMap((piece) => ('variable' in piece ? [piece.variable] : [])),
  );
}

/** Whether a URI contains a function's name as a separate word, in any form. */
export function mentions(uri: string, functionName: string, variables: Variables): boolean {
  const text = filledIn(uri, variables);
  return (percentDecoded(text) ?? text).split(/[^\w-]+/).includes(functionName);
}

/** A text with the values of stage variables; one without a value becomes empty. */
export function filledIn(text: string, variables: Variables): string {
  return splitPieces(text)
    .map((piece) => resolve(piece, variables))
    .join('');
}

/** A URI for a sentence: an ARN without its query, or otherwise no more than the host. The rest may be secret. */
export function shownUri(uri: string): string {
  if (uri.startsWith('arn:')) return uri.replace(/\?.*$/s, '?…');
  const [, head = '', rest = ''] = /^((?:\w+:\/\/)?[^/?#]*)(.*)$/s.exec(uri) ?? [];
  return `${head.replace(/\/\/[^/@]*@/, '//…@')}${rest.length > 1 ? '/…' : rest}`;
}

function lambdaIn(text: string): Omit<LambdaUri, 'heldBy'> | undefined {
  const [, date = '', inner = '', operation] = LAMBDA_URI.exec(text) ?? [];
  if (operation === undefined || OPERATIONS[date] !== operation) return undefined;
  const [, region, account, partial, functionName, qualifier] = FUNCTION.exec(inner) ?? [];
  if (functionName === undefined) return undefined;
  return { functionName, qualifier, region, account: account ?? partial };
}

function splitPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(VARIABLE)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ variable: must(match[1], 'the pattern names the variable') });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

function resolve(piece: Piece, variables: Variables): string {
  if ('text' in piece) return piece.text;
  return Object.hasOwn(variables, piece.variable) ? (variables[piece.variable] ?? '') : '';
}

/** The last piece, if it is a variable that ends in the whole qualifier and is used nowhere else. */
function holder(uri: string, qualifier: string, variables: Variables): LambdaUri['heldBy'] {
  const pieces = splitPieces(uri.replace(/\/[a-z-]+$/, ''));
  const last = pieces.at(-1);
  if (!last || 'text' in last) return undefined;
  const again = pieces.filter((piece) => 'variable' in piece && piece.variable === last.variable);
  const value = resolve(last, variables);
  if (again.length > 1 || !value.endsWith(qualifier)) return undefined;
  return { name: last.variable, prefix: value.slice(0, value.length - qualifier.length) };
}
