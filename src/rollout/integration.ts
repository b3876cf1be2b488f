// How an API's integrations reach Lambda: the URI taken apart, with stage variables filled in.

/** One integration of the API's draft, as much of it as a rollout looks at. */
export interface Integration {
  readonly resourceId: string;
  /** `/orders/{id}`. */
  readonly path: string;
  /** `GET`, or `ANY`. */
  readonly method: string;
  readonly uri: string;
  /** Set when the gateway assumes a role to invoke, and so needs no permission on the function. */
  readonly credentials?: string | undefined;
}

/** A part of a URI: literal text, or a stage variable. */
type Piece = { readonly text: string } | { readonly variable: string };

/** A Lambda integration whose function and qualifier are known. */
export interface LambdaUri {
  readonly functionName: string;
  /** `undefined`: the unqualified function. Empty: a stage variable that is not set. */
  readonly qualifier: string | undefined;
  /**
   * The variable that holds the qualifier, and what stands before it in that variable:
   * for `…:${stageVariables.fn}` with `fn=orders:7` it is `{name: 'fn', prefix: 'orders:'}`.
   */
  readonly heldBy: { readonly name: string; readonly prefix: string } | undefined;
}

const LAMBDA_URI =
  /^arn:[\w-]+:apigateway:[\w-]+:lambda:path\/[\d-]+\/functions\/(.+)\/invocations$/;
const FUNCTION_ARN = /^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:/;
const VARIABLE = /\$\{stageVariables\.([A-Za-z0-9_]+)\}/g;

/** Takes a URI apart; `undefined` when it is not a Lambda function's or its name stays unknown. */
export function parseLambdaUri(
  uri: string,
  variables: Readonly<Record<string, string>>,
): LambdaUri | undefined {
  const inner = LAMBDA_URI.exec(uri)?.[1];
  if (inner === undefined) return undefined;
  const pieces = splitPieces(inner);
  const text = pieces.map((piece) => resolve(piece, variables)).join('');
  const ref = text.replace(FUNCTION_ARN, '');
  const [functionName = '', qualifier] = ref.split(':');
  if (functionName === '') return undefined;
  return {
    functionName,
    qualifier,
    heldBy: qualifier ? holder(pieces, qualifier, variables) : undefined,
  };
}

/** The same URI with another qualifier in place of the literal one at its end. */
export function withQualifier(uri: string, qualifier: string): string {
  return uri.replace(/:[^:/]+\/invocations$/, `:${qualifier}/invocations`);
}

function splitPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(VARIABLE)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ variable: match[1] ?? '' });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

function resolve(piece: Piece, variables: Readonly<Record<string, string>>): string {
  if ('text' in piece) return piece.text;
  return Object.hasOwn(variables, piece.variable) ? (variables[piece.variable] ?? '') : '';
}

/** The last piece, if it is a variable that ends in the whole qualifier. */
function holder(
  pieces: readonly Piece[],
  qualifier: string,
  variables: Readonly<Record<string, string>>,
): LambdaUri['heldBy'] {
  const last = pieces.at(-1);
  if (!last || 'text' in last) return undefined;
  const value = resolve(last, variables);
  if (!value.endsWith(qualifier)) return undefined;
  return { name: last.variable, prefix: value.slice(0, value.length - qualifier.length) };
}
