// The DeploymentPreference of a function in SAM (SAM developer guide, "DeploymentPreference").

import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import { definedSchedule } from './deployment-config.ts';
import {
  type Entry,
  entryText,
  type Findings,
  readEntry,
  readText,
  shapeOf,
  textIn,
} from './entry-values.ts';
import { isList, isMap, placeOf, type TreeMap } from './tree.ts';

export interface Preference {
  /** The name of a preset or configuration, or steps; `undefined` if missing or unknown. */
  readonly type: string | undefined;
  readonly alarms: readonly string[];
  readonly preTraffic: string | undefined;
  readonly postTraffic: string | undefined;
}

export const KEYS = [
  'Alarms',
  'Enabled',
  'Hooks',
  'PassthroughCondition',
  'Role',
  'TriggerConfigurations',
  'Type',
] as const;

/** Keys that only CodeDeploy needs, and why a release does not. */
const OF_CODEDEPLOY: Readonly<Record<string, string>> = {
  Role: 'belongs to CodeDeploy; the role of the job is used',
  TriggerConfigurations:
    'is not used: no SNS message is sent; the job summary and the outputs say what happened',
  PassthroughCondition:
    'is not needed: a function is released according to its own Condition, and there is no CodeDeploy resource',
};

/** Whether the preference is enabled; `undefined` if that cannot be resolved, which is reported. */
export function isEnabled(id: string, preference: TreeMap, found: Findings): boolean | undefined {
  const entry = { id, map: preference, key: 'Enabled', input: 'template-parameters' };
  const read = readEntry(entry, found);
  if (read.kind === 'missing') return true;
  if (read.kind === 'unknown') return undefined;
  if (/^(false|no|off|n)$/i.test(String(read.value))) return false;
  if (/^(true|yes|on|y)$/i.test(String(read.value))) return true;
  found.problems.push(`${entryText(entry)} is ${shapeOf(read.value)}; expected true or false`);
  return undefined;
}

/** Reads an enabled preference; reports what is not supported. */
export function readPreference(id: string, preference: TreeMap, found: Findings): Preference {
  reportKeys(id, preference, found);
  const hooks = hooksOf(id, preference, found);
  const hook = (key: string, input: string) =>
    found.gives(input) ? undefined : textIn(readText({ id, map: hooks, key, input }, found));
  return {
    type: readType(id, preference, found),
    alarms: readAlarms(id, preference, found),
    preTraffic: hook('PreTraffic', 'pre-traffic-hook'),
    postTraffic: hook('PostTraffic', 'post-traffic-hook'),
  };
}

/** The inputs that replace what a key says. */
const REPLACED_BY: Readonly<Record<string, readonly string[]>> = {
  Alarms: ['alarms'],
  Hooks: ['pre-traffic-hook', 'post-traffic-hook'],
  Type: ['steps'],
};

function reportKeys(id: string, preference: TreeMap, { notes, problems, gives }: Findings): void {
  for (const key of preference.keys()) {
    const why = Object.hasOwn(OF_CODEDEPLOY, key) ? OF_CODEDEPLOY[key] : undefined;
    if (why !== undefined) notes.push(`${key} of "${id}" ${why}`);
    if (why !== undefined || (KEYS as readonly string[]).includes(key)) continue;
    const unknown = `${placeOf(preference, key)}the DeploymentPreference of "${id}" has the unknown key ${quote(key)}`;
    const meant = didYouMean(key, KEYS);
    const [, name = ''] = /"(\w+)"/.exec(meant) ?? [];
    const isReplaced = REPLACED_BY[name]?.every(gives) ?? false;
    // A misspelt alarm would not be monitored. What resembles no key is ignored, as SAM does.
    if (meant === '' || isReplaced) notes.push(`${unknown}, which is ignored, as by SAM`);
    else problems.push(`${unknown}.${meant}`);
  }
}

const HOOK_KEYS = ['PreTraffic', 'PostTraffic'];

function hooksOf(id: string, preference: TreeMap, { problems }: Findings): TreeMap {
  const hooks = preference.get('Hooks');
  if (hooks === undefined || hooks === '') return new Map();
  if (!isMap(hooks)) {
    problems.push(
      `${placeOf(preference, 'Hooks')}Hooks of "${id}" is ${shapeOf(hooks)}; expected a map with PreTraffic and PostTraffic`,
    );
    return new Map();
  }
  for (const key of hooks.keys()) {
    if (HOOK_KEYS.includes(key)) continue;
    problems.push(
      `${placeOf(hooks, key)}Hooks of "${id}" has the unknown key ${quote(key)}.${didYouMean(key, HOOK_KEYS)}`,
    );
  }
  return hooks;
}

function readType(id: string, preference: TreeMap, found: Findings): string | undefined {
  if (found.gives('steps')) return undefined;
  const entry: Entry = { id, map: preference, key: 'Type', input: 'steps' };
  const defined = definedSchedule(entry, found);
  if (defined) return textIn(defined);
  const type = readText(entry, found);
  if (type.kind === 'missing') {
    found.problems.push(
      `${placeOf(preference, 'Type')}the DeploymentPreference of "${id}" has no Type${preference.has('Type') ? ': it is empty' : ''}; expected one, or the input steps`,
    );
  }
  return textIn(type);
}

function readAlarms(id: string, preference: TreeMap, found: Findings): readonly string[] {
  if (found.gives('alarms')) return [];
  const entry = { id, map: preference, key: 'Alarms', input: 'alarms' };
  const read = readEntry(entry, found);
  if (read.kind !== 'value') return [];
  const { value } = read;
  const names = isList(value) ? value.filter((item) => typeof item === 'string') : [];
  if (!isList(value) || names.length < value.length) {
    found.problems.push(`${entryText(entry)} is ${shapeOf(value)}; expected a list of alarms`);
  }
  return names.filter((name) => name !== '');
}
