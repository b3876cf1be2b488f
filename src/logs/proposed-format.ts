// The smallest change of an access log's format that makes it usable.

import { compileFormat, ENTITY } from './access-log-format.ts';
import { piecesOf, withLiterals } from './template-pieces.ts';

/** What a verdict needs. */
const NEEDED = ['requestId', 'status'] as const;

/**
 * What is useful as well: to name routes and errors, to find the lines of the function, and to leave out the lines of
 * other stages in the same group.
 */
const USEFUL = [
  'httpMethod',
  'resourcePath',
  'responseLatency',
  'integration.requestId',
  'error.responseType',
  'isCanaryRequest',
  'apiId',
  'stage',
] as const;

/** The user's format with what is missing, as one line. A format that can be read is returned as it is. */
export function proposeFormat(format: string): string {
  return compileFormat(format).kind === 'compiled' ? format : completed(format, NEEDED);
}

/** The same with what says which stage a line belongs to. */
export function proposeNamedFormat(format: string): string {
  return completed(format, [...NEEDED, 'apiId', 'stage']);
}

/** The same with what makes the report say more. */
export function proposeFullFormat(format: string): string {
  return completed(format, [...NEEDED, ...USEFUL]);
}

function completed(format: string, wanted: readonly string[]): string {
  const line = separated(decoded(format.replace(/[\r\n]+/g, ' ').trim()));
  const known = new Set(piecesOf(line).variables);
  const missing = wanted.filter((name) => !known.has(name) && !isReplaced(name, known));
  return missing.reduce(added, line);
}

/** The longer ID is as unique as the other one. */
function isReplaced(name: string, known: ReadonlySet<string>): boolean {
  return name === 'requestId' && known.has('extendedRequestId');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

/** Without entities, even if they were encoded more than once. Each turn shortens the text. */
function decoded(format: string): string {
  const once = format.replace(ENTITY, (entity) => ENTITIES[entity] ?? ' ');
  return once === format ? format : decoded(once);
}

/** With a blank between two variables that have nothing between them. */
function separated(format: string): string {
  return withLiterals(format, (literal, place) =>
    literal === '' && place === 'between' ? ' ' : literal,
  );
}

/** With one more variable, in the form that the format has. */
function added(format: string, name: string): string {
  const variable = `$context.${name}`;
  const field = name.split('.').at(-1) ?? name;
  if (/^\{.*\}$/s.test(format)) {
    const body = format.slice(0, -1).trimEnd();
    const comma = /[{,]$/.test(body) ? '' : ',';
    return `${body}${comma}"${field}":"${variable}"}`;
  }
  const [closing] = /<\/[\w:-]{1,64}>\s{0,8}$/.exec(format) ?? [];
  if (closing !== undefined) {
    return `${format.slice(0, -closing.length)}<${field}>${variable}</${field}>${closing}`;
  }
  if (format === '') return variable;
  return `${format}${separatorOf(format)}${variable}`;
}

/** What the format has between most of its variables: a comma, or else a blank. */
function separatorOf(format: string): string {
  const between = piecesOf(format).literals.slice(1, -1);
  const commas = between.filter((literal) => literal.trim() === ',').length;
  return commas > between.length / 2 ? ',' : ' ';
}
