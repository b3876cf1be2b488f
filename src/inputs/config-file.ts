// The `config` input: a YAML file in the checkout that uses the names of the inputs.

import { foreign, known } from '../base/errors.ts';
import { moreOf } from '../base/listed.ts';
import { namesText } from '../base/names-text.ts';
import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import { plainJson } from '../checks/plain-json.ts';
import { composeYaml } from '../templates/compose.ts';
import { suppliedLine } from '../templates/template-parameters.ts';
import { readCheckoutFile } from './checkout-file.ts';

export interface ConfigText {
  /** Texts by input name, in the same form as in a workflow. */
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
}

const MAX_BYTES = 256 * 1024;

/** Keys with a problem of their own; to look for what each of thousands meant takes seconds. */
const MOST_UNKNOWN = 20;

/** Reads the file. Every error becomes a problem; nothing is thrown. */
export async function readConfigFile(
  path: string,
  workspace: string,
  allowed: readonly string[],
): Promise<ConfigText> {
  const file = readCheckoutFile(path, workspace, MAX_BYTES);
  if ('problem' in file) return failed(`config ${quote(path)}: ${file.problem}`);
  const { visit } = await import('yaml');
  let content: unknown;
  let raw: unknown;
  try {
    const { document } = await composeYaml(file.text);
    if (!document) return { values: {}, problems: [] };
    // As it was written: a version 1.10 is not 1.1.
    content = await foreign(() => {
      raw = document.toJS({ mapAsMap: true, maxAliasCount: 20 }) as unknown;
      visit(document, { Scalar: (_, node) => asWritten(node) });
      return document.toJS({ mapAsMap: true, maxAliasCount: 20 }) as unknown;
    });
  } catch (error) {
    return failed(`config ${quote(path)} is not YAML: ${known(error).message}`);
  }
  if (content === null) return { values: {}, problems: [] };
  if (!(content instanceof Map)) {
    return failed(
      `config ${quote(path)} contains no settings; expected lines such as "stage-name: prod"`,
    );
  }
  return fromEntries(path, content, raw instanceof Map ? raw : content, allowed);
}

function asWritten(node: { value: unknown; source?: string }): void {
  const odd = typeof node.value === 'number' || typeof node.value === 'boolean';
  if (odd && node.source !== undefined) node.value = node.source;
}

function failed(problem: string): ConfigText {
  return { values: {}, problems: [problem] };
}

function fromEntries(
  path: string,
  content: Map<unknown, unknown>,
  raw: ReadonlyMap<unknown, unknown>,
  allowed: readonly string[],
): ConfigText {
  const values: Record<string, string> = {};
  const unknown = [...content.keys()].map(String).filter((name) => !allowed.includes(name));
  const problems = unknown
    .slice(0, MOST_UNKNOWN)
    .map(
      (name) => `config ${quote(path)}: unknown key ${quote(name)}.${didYouMean(name, allowed)}`,
    );
  const rest = unknown.length - MOST_UNKNOWN;
  if (rest > 0) problems.push(`config ${quote(path)}: ${moreOf(rest, 'unknown key')}`);
  for (const [key, value] of content) {
    const name = String(key);
    if (!allowed.includes(name)) continue;
    const text = TYPED.includes(name) ? typedText(raw.get(key)) : toText(name, value);
    if (text === undefined) {
      problems.push(
        `config ${quote(path)}: the value of "${name}" is neither a string nor a list or map of strings`,
      );
    } else values[name] = text;
  }
  return { values, problems };
}

/** Inputs that are YAML themselves, in which 7 and "7" differ. */
const TYPED: readonly string[] = ['smoke'];

/** JSON is YAML. */
function typedText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(plainJson(value));
}

/** A scalar unchanged, a list with one item per line, a map as `name=value` lines. */
function toText(name: string, value: unknown): string | undefined {
  if (isScalar(value)) return value === null ? '' : String(value);
  if (Array.isArray(value) && value.every(isScalar)) return listText(name, value);
  if (name === 'freeze' && Array.isArray(value)) return freezeText(value);
  // A list of maps belongs to an input that is YAML itself, and JSON is YAML.
  if (Array.isArray(value) && value.every((item) => item instanceof Map)) {
    return JSON.stringify(value.map(plainObject));
  }
  if (value instanceof Map && [...value.values()].every(isScalar)) {
    return mapText(name, [...value]);
  }
  return undefined;
}

function listText(name: string, items: readonly unknown[]): string {
  // The names of alarms may contain commas.
  return name === 'alarms' ? namesText(items.map((item) => String(item ?? ''))) : items.join('\n');
}

/** Texts, and maps of one entry such as `calendar: FILE`. */
function freezeText(items: readonly unknown[]): string | undefined {
  const lines = items.flatMap((item) => {
    if (isScalar(item)) return [String(item ?? '')];
    if (!(item instanceof Map)) return [undefined];
    return [...item].map(([key, value]) => (isScalar(value) ? `${key}: ${value}` : undefined));
  });
  return lines.every((line) => line !== undefined) ? lines.join('\n') : undefined;
}

function mapText(name: string, map: readonly (readonly [unknown, unknown])[]): string | undefined {
  const entries = map.map(([key, item]) => [String(key), String(item ?? '')] as const);
  if (name !== 'template-parameters') return entries.map((entry) => entry.join('=')).join('\n');
  // A value of several lines would be read as several parameters.
  if (entries.some(([, item]) => item.trim().includes('\n'))) return undefined;
  return entries.map((entry) => suppliedLine(...entry)).join('\n');
}

function plainObject(map: Map<unknown, unknown>): Record<string, unknown> {
  const entries = [...map].map(([key, value]): [string, unknown] => [
    String(key),
    value instanceof Map ? plainObject(value) : value,
  ]);
  return Object.fromEntries(entries);
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
