// The format of an access log, split into literal text and variables.

/** `$context.integration.status`, or `${context.status}`. A dot that ends a sentence is not part of the name. */
export const VARIABLE = /\$\{context((?:\.[A-Za-z0-9_]+)+)\}|\$context((?:\.[A-Za-z0-9_]+)+)/g;

/**
 * Names for the same value (API Gateway developer guide, "Variables for access logging": the former are documented
 * as equal to the latter).
 */
const SAME: Readonly<Record<string, string>> = {
  integrationLatency: 'integration.latency',
  integrationErrorMessage: 'integration.error',
  awsEndpointRequestId: 'integration.requestId',
};

/** Literals and variables in turn; there is one more literal than there are variables. */
export interface Pieces {
  readonly literals: readonly string[];
  readonly variables: readonly string[];
}

export function piecesOf(format: string): Pieces {
  const literals: string[] = [];
  const variables: string[] = [];
  let from = 0;
  for (const { 0: text, 1: braced, 2: path = '', index } of format.matchAll(VARIABLE)) {
    literals.push(format.slice(from, index));
    const name = (braced ?? path).slice(1);
    variables.push(SAME[name] ?? name);
    from = index + text.length;
  }
  literals.push(format.slice(from));
  return { literals, variables };
}

/** The format with a changed text in place of each literal. */
export function withLiterals(
  format: string,
  change: (literal: string, place: 'first' | 'between' | 'last') => string,
): string {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: text, index } of format.matchAll(VARIABLE)) {
    parts.push(change(format.slice(from, index), from === 0 ? 'first' : 'between'), text);
    from = index + text.length;
  }
  return [...parts, change(format.slice(from), 'last')].join('');
}
