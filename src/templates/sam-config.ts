// The settings of `sam deploy` in samconfig.toml or samconfig.yaml: the parameters and the name of the stack, of one
// environment (SAM developer guide, "AWS SAM CLI configuration file"; AWS SAM CLI, samcli/lib/config/samconfig.py).

import { foreign, known } from '../base/errors.ts';
import { firstOf, listed } from '../base/listed.ts';
import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import { parseTree } from './parse.ts';
import { plainValue } from './plain-scalar.ts';
import { readSupplied } from './template-parameters.ts';
import { isList, isMap, mapAt, type Tree, type TreeMap, textAt } from './tree.ts';

export interface SamConfig {
  readonly parameters: ReadonlyMap<string, string>;
  /** `undefined`: it names none. */
  readonly stack: string | undefined;
  readonly region: string | undefined;
  readonly problems: readonly string[];
}

/** As SAM calls it without `--config-env`. */
export const DEFAULT_ENVIRONMENT = 'default';

/** Reads one environment. Every error becomes a problem; nothing is thrown. */
export async function readSamConfig(
  text: string,
  isToml: boolean,
  environment: string,
): Promise<SamConfig> {
  const parsed = isToml ? await parseToml(text) : await parseTree(text, plainValue);
  if (parsed.kind === 'problem') return nothingBut(parsed.problem);
  const file = isMap(parsed.tree) ? parsed.tree : new Map<string, Tree>();
  const own = file.get(environment);
  if (!isMap(own)) {
    const names = [...file].filter(([, each]) => isMap(each)).map(([name]) => name);
    const expected =
      names.length === 0 ? 'expected [default.deploy.parameters]' : `expected ${either(names)}`;
    return nothingBut(
      `it has no environment ${quote(environment)}; ${expected}.${didYouMean(environment, names)}`,
    );
  }
  // What is set for all commands, and for this one.
  const settings = new Map(
    ['global', 'deploy'].flatMap((command) => [...mapAt(mapAt(own, command), 'parameters')]),
  );
  const problems: string[] = [];
  const parameters = parametersIn(settings, `${environment}.deploy.parameters`, problems);
  return {
    parameters,
    stack: textAt(settings, 'stack_name'),
    region: textAt(settings, 'region'),
    problems,
  };
}

function nothingBut(problem: string): SamConfig {
  return { parameters: new Map(), stack: undefined, region: undefined, problems: [problem] };
}

function either(names: readonly string[]): string {
  return listed(names.map(quote), ' or ');
}

const OVERRIDES = 'parameter_overrides';

/** A text or a list of texts, in either form that the flag has; or a table. */
function parametersIn(
  settings: TreeMap,
  where: string,
  problems: string[],
): ReadonlyMap<string, string> {
  const written = settings.get(OVERRIDES);
  if (written === undefined || written === '') return new Map();
  const label = `${where}.${OVERRIDES}`;
  if (isMap(written)) {
    const texts = [...written].filter((entry): entry is [string, string] => isText(entry[1]));
    const odd = [...written.keys()].filter((name) => !isText(written.get(name)));
    if (odd.length > 0)
      problems.push(`${label}: ${firstOf(odd.map(quote)).join(', ')} is no string; expected one`);
    return new Map(texts);
  }
  const lines = isList(written) ? written : [written];
  const texts = lines.filter(isText);
  if (texts.length < lines.length)
    problems.push(`${label}: it is a list with something else; expected strings NAME=VALUE`);
  return readSupplied(texts.join('\n'), problems, label);
}

function isText(tree: Tree | undefined): tree is string {
  return typeof tree === 'string';
}

type Parsed = Awaited<ReturnType<typeof parseTree>>;

async function parseToml(text: string): Promise<Parsed> {
  const { parse, TomlError } = await import('smol-toml');
  try {
    const table = await foreign(() => parse(text, { integersAsBigInt: true }));
    return { kind: 'tree', tree: treeOf(table) };
  } catch (error) {
    const { message, cause } = known(error);
    const [first = ''] = message.replace(/^Invalid TOML document: /, '').split('\n');
    const place =
      cause instanceof TomlError ? ` at line ${cause.line}, column ${cause.column}` : '';
    return { kind: 'problem', problem: `it cannot be read as TOML: ${first}${place}` };
  }
}

function treeOf(value: unknown): Tree {
  if (Array.isArray(value)) return value.map(treeOf);
  const isTable = typeof value === 'object' && value !== null && !(value instanceof Date);
  if (!isTable) return String(value);
  return new Map(Object.entries(value).map(([key, each]) => [key, treeOf(each)] as const));
}
