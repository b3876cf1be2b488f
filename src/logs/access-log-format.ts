// Compiles the format of a stage's access log (`GetStage`, accessLogSettings.format) into a reader of its lines. The
// template comes first, because values are substituted as text: in a log that looks like JSON, a quote in a user agent
// may break the JSON, and the line still has only one reading (DataBiosphere/azul#4009, #4348).

import { parseJson } from '../base/foreign-text.ts';
import { type AccessRecord, recordOf } from './access-record.ts';
import { type Pieces, piecesOf, VARIABLE } from './template-pieces.ts';
import { createTemplateReader } from './template-reader.ts';

export interface Compiled {
  readonly kind: 'compiled';
  /** The variables in the format, under their newer names, such as `integration.latency`. */
  readonly variables: ReadonlySet<string>;
  /** @returns `unparsed`: not a line of this format, or one that can be read in two ways */
  readonly read: (message: string) => AccessRecord | 'unparsed';
}

/** Why no counts can be read from a format. */
export type FormatProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'no-status' }
  | { readonly kind: 'no-request-id' }
  /** Two variables with nothing between them. */
  | { readonly kind: 'adjacent'; readonly first: string; readonly second: string }
  /** An entity such as `&quot;`: nobody knows whether AWS writes it or what it stands for. */
  | { readonly kind: 'entity'; readonly entity: string };

export interface Refused {
  readonly kind: 'refused';
  readonly problems: readonly [FormatProblem, ...(readonly FormatProblem[])];
}

export function compileFormat(text: string): Compiled | Refused {
  const format = withoutEnd(text);
  const pieces = piecesOf(format);
  const [problem, ...others] = problemsOf(format, pieces);
  if (problem) return { kind: 'refused', problems: [problem, ...others] };
  const readTemplate = createTemplateReader(pieces);
  const readFields = fieldReader(format, pieces);
  return {
    kind: 'compiled',
    variables: new Set(pieces.variables),
    read: (message) => {
      const line = withoutEnd(message);
      const values = readTemplate(line);
      // What can be read in two ways may contain a field that the client wrote: the parser would take the last one.
      if (values === 'ambiguous') return 'unparsed';
      const found = values === 'other-text' ? readFields(line) : values;
      return (found && recordOf(found)) ?? 'unparsed';
    },
  };
}

/** API Gateway allows a line break only at the end of a format (API Gateway developer guide, "Set up logging"). */
function withoutEnd(text: string): string {
  return text.endsWith('\n') ? text.replace(/\r?\n$/, '') : text;
}

export const ENTITY = /&(?:lt|gt|amp|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});/g;

function problemsOf(format: string, { literals, variables }: Pieces): readonly FormatProblem[] {
  if (variables.length === 0) return [{ kind: 'empty' }];
  const problems: FormatProblem[] = [];
  if (!variables.includes('status')) problems.push({ kind: 'no-status' });
  if (!variables.includes('requestId') && !variables.includes('extendedRequestId')) {
    problems.push({ kind: 'no-request-id' });
  }
  variables.slice(1).forEach((second, i) => {
    const first = variables[i];
    if (first !== undefined && literals[i + 1] === '') {
      problems.push({ kind: 'adjacent', first, second });
    }
  });
  const [entity] = format.match(ENTITY) ?? [];
  if (entity !== undefined) problems.push({ kind: 'entity', entity });
  return problems;
}

/** Reads lines that are JSON, even if API Gateway writes it in another way than the template does. */
function fieldReader(
  format: string,
  { variables }: Pieces,
): (line: string) => ReadonlyMap<string, string> | undefined {
  const paths = fieldsOf(format, variables);
  if (paths.size === 0) return () => undefined;
  return (line) => {
    const root = line.startsWith('{') ? parseJson(line) : undefined;
    if (root === undefined) return undefined;
    const values = new Map<string, string>();
    for (const [variable, path] of paths) {
      const value = path.reduce((at: unknown, key) => fieldIn(at, key), root);
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
        values.set(variable, String(value));
      }
    }
    return values;
  };
}

/** The field that holds a variable and nothing else, for each variable that has one; empty if it is not JSON. */
function fieldsOf(format: string, variables: readonly string[]): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  let count = 0;
  // Characters for private use, which need no escape in JSON and occur in no format.
  const marked = format.replace(VARIABLE, () => `\uE000${count++}\uE001`);
  // A variable without quotes is given them, so that the rest can be parsed.
  const quoted = marked.replace(/([:,[]\s{0,8})(\uE000\d+\uE001)(?=\s{0,8}[,}\]])/g, '$1"$2"');
  const visit = (value: unknown, path: readonly string[]) => {
    if (typeof value === 'string') {
      const [, index] = /^\uE000(\d+)\uE001$/.exec(value) ?? [];
      const variable = index === undefined ? undefined : variables[Number(index)];
      if (variable !== undefined && !found.has(variable)) found.set(variable, path);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [key, one] of Object.entries(value)) visit(one, [...path, key]);
  };
  visit(parseJson(quoted), []);
  return found;
}

function fieldIn(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
