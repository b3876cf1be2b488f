// The DeploymentPreference of a function in SAM (SAM developer guide, "DeploymentPreference").

import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import { resolve } from './intrinsics.ts';
import type { Gap, Resolution } from './resolution.ts';
import { isList, isMap, type Tree, type TreeMap } from './tree.ts';

export interface Preference {
  /** The name of a preset or configuration; `undefined` if missing or unknown. */
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

/** Collects the findings, and knows which inputs the user sets anyway. */
export interface PreferenceFindings {
  readonly at: Resolution;
  readonly notes: string[];
  readonly problems: string[];
  readonly gives: (input: string) => boolean;
  /** Reports a gap, and the input that would replace the missing value. */
  readonly gap: (where: string, gap: Gap, input: string) => void;
}

/** Whether the preference is enabled; `undefined` if that cannot be resolved, which is reported. */
export function isEnabled(
  id: string,
  preference: TreeMap,
  found: PreferenceFindings,
): boolean | undefined {
  const written = preference.get('Enabled');
  if (written === undefined) return true;
  const text = read(written, `Enabled of "${id}"`, 'template-parameters', found);
  if (text === undefined) return undefined;
  if (/^(false|no|off|n)$/i.test(String(text))) return false;
  if (/^(true|yes|on|y)$/i.test(String(text))) return true;
  found.problems.push(`Enabled of "${id}" is ${wordsOf(text)}; expected true or false`);
  return undefined;
}

/** Reads an enabled preference; reports what is not supported. */
export function readPreference(
  id: string,
  preference: TreeMap,
  found: PreferenceFindings,
): Preference {
  reportKeys(id, preference, found);
  const hooks = preference.get('Hooks');
  if (hooks !== undefined && hooks !== '' && !isMap(hooks)) {
    found.problems.push(`Hooks of "${id}" is not a map with PreTraffic and PostTraffic`);
  }
  const hook = (name: string, input: string) => {
    const written = isMap(hooks) && !found.gives(input) ? hooks.get(name) : undefined;
    return oneText(written, `${name} of "${id}"`, input, found);
  };
  reportHookKeys(id, hooks, found);
  return {
    type: readType(id, preference, found),
    alarms: readAlarms(id, preference, found),
    preTraffic: hook('PreTraffic', 'pre-traffic-hook'),
    postTraffic: hook('PostTraffic', 'post-traffic-hook'),
  };
}

function reportKeys(
  id: string,
  preference: TreeMap,
  { notes, problems }: PreferenceFindings,
): void {
  for (const key of preference.keys()) {
    const why = Object.hasOwn(OF_CODEDEPLOY, key) ? OF_CODEDEPLOY[key] : undefined;
    if (why !== undefined) notes.push(`${key} of "${id}" ${why}`);
    else if (!(KEYS as readonly string[]).includes(key)) {
      problems.push(
        `the DeploymentPreference of "${id}" has the unknown key ${quote(key)}.${didYouMean(key, KEYS)}`,
      );
    }
  }
}

function reportHookKeys(
  id: string,
  hooks: Tree | undefined,
  { problems }: PreferenceFindings,
): void {
  const known = ['PreTraffic', 'PostTraffic'];
  const keys = isMap(hooks) ? [...hooks.keys()] : [];
  for (const key of keys.filter((name) => !known.includes(name))) {
    problems.push(`Hooks of "${id}" has the unknown key ${quote(key)}.${didYouMean(key, known)}`);
  }
}

function readType(id: string, preference: TreeMap, found: PreferenceFindings): string | undefined {
  if (found.gives('steps')) return undefined;
  const written = preference.get('Type');
  if (written !== undefined && written !== '') {
    return oneText(written, `Type of "${id}"`, 'steps', found);
  }
  found.problems.push(
    `the DeploymentPreference of "${id}" has no Type; expected one, or the input steps`,
  );
  return undefined;
}

function readAlarms(id: string, preference: TreeMap, found: PreferenceFindings): readonly string[] {
  const written = preference.get('Alarms');
  if (written === undefined || written === '' || found.gives('alarms')) return [];
  const value = read(written, `Alarms of "${id}"`, 'alarms', found);
  if (value === undefined) return [];
  const names = isList(value) ? value.filter((item) => typeof item === 'string') : [];
  if (!isList(value) || names.length < value.length) {
    found.problems.push(`Alarms of "${id}" is ${wordsOf(value)}; expected a list of alarms`);
  }
  return names.filter((name) => name !== '');
}

/** A text, or `undefined` if absent; anything else is a problem. */
export function oneText(
  written: Tree | undefined,
  where: string,
  input: string,
  found: PreferenceFindings,
): string | undefined {
  if (written === undefined || written === '') return undefined;
  const value = read(written, where, input, found);
  if (value === undefined || typeof value === 'string') return value || undefined;
  found.problems.push(`${where} is ${wordsOf(value)}; expected a string`);
  return undefined;
}

/** The value with its functions resolved; reports what is missing. */
function read(
  written: Tree,
  where: string,
  input: string,
  found: PreferenceFindings,
): Tree | undefined {
  const before = found.at.gaps.length;
  const value = resolve(written, found.at);
  const gaps = found.at.gaps.slice(before);
  for (const gap of gaps) found.gap(where, gap, input);
  return gaps.length > 0 ? undefined : value;
}

function wordsOf(value: Tree): string {
  if (typeof value === 'string') return quote(value);
  return isList(value) ? 'a list that does not contain only strings' : 'a map';
}
