// CodeDeploy's AppSpec for Lambda → the inputs of a release (CodeDeploy user guide, "AppSpec file
// structure"). The guide spells the keys in different cases, so any case is accepted.

import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import {
  HOOK_INPUTS,
  type HookFunctions,
  hookInputs,
  NO_HOOK_FUNCTIONS,
  type OtherInputs,
  onlyProblem,
  type ReleaseFacts,
} from './release-facts.ts';
import { isList, isMap, placeOf, type Tree, type TreeMap } from './tree.ts';

const SECTIONS = ['version', 'Resources', 'Hooks'] as const;
const PROPERTIES = ['Name', 'Alias', 'CurrentVersion', 'TargetVersion'] as const;
const HOOKS = ['BeforeAllowTraffic', 'AfterAllowTraffic'] as const;

interface Resource {
  /** As written in the file: a name or an ARN. */
  readonly written: string;
  readonly name: string;
  readonly alias: string;
  readonly current: string;
  readonly target: string;
}

/** Reads an AppSpec. Every error becomes a problem; nothing is thrown. */
export function readAppSpec(tree: Tree, { gives }: OtherInputs): ReleaseFacts {
  if (!isMap(tree))
    return onlyProblem('it contains no AppSpec; expected version, Resources and Hooks');
  const problems: string[] = [];
  const notes: string[] = [];
  const sections = byName(tree, SECTIONS, 'the AppSpec', problems);
  const version = sections.version ?? '';
  if (version !== '0.0' && version !== '0')
    problems.push(`version is ${words(version)}; expected 0.0`);
  const resources = resourcesOf(sections.Resources, problems);
  const hooks = hookInputs(hooksOf(sections.Hooks, problems));
  if (gives('functions'))
    problems.push('functions is also set as an input; expected only one of them');
  for (const { name, alias, current, target } of resources) {
    notes.push(`"${name}" is released through ${alias}, from version ${current} to ${target}`);
  }
  const stronger = ['alias', 'version', ...HOOK_INPUTS].filter(gives);
  if (stronger.length > 0) {
    notes.push(`${stronger.join(', ')} set as input overrides the AppSpec`);
  }
  return {
    values: {
      functions: resources
        .map((r) => (gives('alias') ? r.written : `${r.written}:${r.alias}`))
        .join('\n'),
      version: resources.map((r) => `${r.name}=${r.target}`).join('\n'),
      ...hooks,
    },
    current: Object.fromEntries(resources.map((r) => [r.name, r.current])),
    notes,
    problems,
  };
}

function resourcesOf(written: Tree | undefined, problems: string[]): readonly Resource[] {
  const entries = entriesOf(written);
  const nameless = entries.find(({ key }) => isName(key, 'Type') || isName(key, 'Properties'));
  if (nameless) {
    problems.push(
      `${placeOf(nameless.map, nameless.key)}${nameless.key} is directly in Resources; expected the name of a resource, with Type and Properties indented below it`,
    );
    return [];
  }
  const found = entries.map((entry) => readResource(entry, problems));
  if (found.length === 0) {
    problems.push('it has no Resources; expected a list with the function to release');
  }
  return found.filter((resource) => resource !== undefined);
}

/** Keys are compared in any case. */
function isName(key: string, name: string): boolean {
  return key.toLowerCase() === name.toLowerCase();
}

function readResource(
  { map: parent, key: id, value: body }: Entry,
  problems: string[],
): Resource | undefined {
  const before = problems.length;
  const known = ['Type', 'Properties'] as const;
  const place = placeOf(parent, id);
  if (!isMap(body)) {
    problems.push(`${place}the resource ${quote(id)} has no Type and Properties`);
    return undefined;
  }
  const { Type: type = '', Properties: properties } = byName(body, known, quote(id), problems);
  if (type !== 'AWS::Lambda::Function') {
    problems.push(
      `${place}${quote(id)} is of the type ${words(type)}; expected AWS::Lambda::Function`,
    );
    return undefined;
  }
  const map = isMap(properties) ? properties : new Map<string, Tree>();
  const values = byName(map, PROPERTIES, quote(id), problems);
  const text = (property: (typeof PROPERTIES)[number], form: RegExp, expected: string) => {
    const value = values[property] ?? '';
    if (typeof value === 'string' && form.test(value)) return value;
    const written = [...map.keys()].find((key) => isName(key, property)) ?? property;
    problems.push(
      `${placeOf(map, written) || place}${property} of ${quote(id)} is ${words(value)}; expected ${expected}`,
    );
    return '';
  };
  const arn = 'the name of a function';
  const written = text('Name', /^(?:arn:[\w-]+:lambda:[\w-]+:\d{12}:function:)?[\w-]+$/, arn);
  const resource = {
    written,
    // Versions are keyed by the bare name.
    name: written.replace(/^arn:.*:function:/, ''),
    alias: text('Alias', /^[\w-]+$/, 'the name of an alias'),
    current: text('CurrentVersion', /^\d+$/, 'the number of a published version'),
    target: text('TargetVersion', /^\d+$/, 'the number of a published version'),
  };
  return problems.length > before ? undefined : resource;
}

function hooksOf(written: Tree | undefined, problems: string[]): HookFunctions {
  if (written === undefined || written === '') return NO_HOOK_FUNCTIONS;
  const found: Record<(typeof HOOKS)[number], string[]> = {
    BeforeAllowTraffic: [],
    AfterAllowTraffic: [],
  };
  for (const { map, key, value } of entriesOf(written)) {
    const name = HOOKS.find((known) => isName(key, known));
    const place = placeOf(map, key);
    if (name === undefined) {
      problems.push(`${place}Hooks has the unknown key ${quote(key)}.${didYouMean(key, HOOKS)}`);
    } else if (typeof value !== 'string' || value === '') {
      problems.push(`${place}the hook ${name} is ${words(value)}; expected the name of a function`);
    } else found[name].push(value);
  }
  return { preTraffic: found.BeforeAllowTraffic, postTraffic: found.AfterAllowTraffic };
}

interface Entry {
  readonly map: TreeMap;
  readonly key: string;
  readonly value: Tree;
}

/** The entries of a map, or of a list of maps with one entry each. */
function entriesOf(written: Tree | undefined): readonly Entry[] {
  const maps = (isList(written) ? written : [written]).filter((item) => isMap(item));
  return maps.flatMap((map) => [...map].map(([key, value]) => ({ map, key, value })));
}

/** The values by name, in any case; unknown and duplicate names are problems. */
function byName<K extends string>(
  map: TreeMap,
  known: readonly K[],
  where: string,
  problems: string[],
): Partial<Record<K, Tree>> {
  const found: Partial<Record<K, Tree>> = {};
  for (const [key, value] of map) {
    const name = known.find((k) => isName(key, k));
    if (name === undefined) {
      problems.push(
        `${placeOf(map, key)}${where} has the unknown key ${quote(key)}.${didYouMean(key, known)}`,
      );
    } else if (found[name] !== undefined)
      problems.push(`${placeOf(map, key)}${where} has ${name} twice`);
    else found[name] = value;
  }
  return found;
}

function words(value: Tree): string {
  if (value === '') return 'missing';
  return typeof value === 'string' ? quote(value) : 'not a string';
}
