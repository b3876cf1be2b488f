// Everything that a template releases, as one release with one schedule.

import { listed } from '../base/listed.ts';
import { namesText } from '../base/names-text.ts';
import { quote } from '../base/quote.ts';
import type { Findings } from './entry-values.ts';
import {
  HOOK_INPUTS,
  type HookFunctions,
  hookInputs,
  type OtherInputs,
  type ReleaseFacts,
} from './release-facts.ts';
import type { ReleasedFunction } from './released-function.ts';

/** Combines everything into one release: all functions, one schedule, all alarms. */
export function together(
  functions: readonly ReleasedFunction[],
  stepsOf: OtherInputs['stepsOf'],
  found: Findings,
): ReleaseFacts {
  const { notes, problems, gives } = found;
  const types = functions.flatMap(({ type }) => type ?? []);
  // One schedule may have two spellings.
  if (new Set(types.map(stepsOf)).size > 1) {
    const each = listed(functions.map(({ id, type }) => `"${id}" ${type}`));
    problems.push(
      `one release has one schedule, and these have different ones: ${each}; expected the input steps`,
    );
  }
  const alarms = [...new Set(functions.flatMap((f) => f.alarms))];
  const hooks = hookInputs(hooksOf(functions));
  problems.push(...functions.flatMap(invalidNames), ...alarms.flatMap(broken));
  notes.unshift(...functions.map(understood));
  const aliases = [...new Set(functions.flatMap(({ alias }) => alias ?? []))];
  const texts = {
    // For functions that are set as input; a stage does not need it.
    alias: gives('functions') && !gives('rest-api-id') && aliases.length === 1 ? aliases[0]! : '',
    functions: functions.flatMap(labelOf).join('\n'),
    steps: types[0] ?? '',
    alarms: namesText(alarms),
    ...hooks,
  };
  reportOverruled(gives, notes);
  return { values: texts, current: {}, notes, problems };
}

function hooksOf(functions: readonly ReleasedFunction[]): HookFunctions {
  const all = (key: 'preTraffic' | 'postTraffic') => [
    ...new Set(functions.flatMap((f) => f[key] ?? [])),
  ];
  return { preTraffic: all('preTraffic'), postTraffic: all('postTraffic') };
}

function labelOf({ name, alias }: ReleasedFunction): string[] {
  if (name === undefined) return [];
  return [alias === undefined ? name : `${name}:${alias}`];
}

/** Problems of names that cannot be items of a list separated by commas and lines. */
function invalidNames({ id, name = '', alias = '' }: ReleasedFunction): string[] {
  return [name, alias]
    .filter((text) => /[,:\n]/.test(text.replace(/^arn:[^,\n]*$/, '')))
    .map((text) => `"${id}": ${quote(text)} is neither the name of a function nor of an alias`);
}

function broken(alarm: string): string[] {
  return alarm.includes('\n')
    ? [`the alarm ${quote(alarm)} has a line break in its name, which CloudWatch does not allow`]
    : [];
}

function understood(f: ReleasedFunction): string {
  const [label = ''] = labelOf(f);
  const parts = [
    label === '' ? ' is released' : ` is released as ${label}`,
    f.type === undefined ? '' : `, by ${f.type}`,
    f.alarms.length === 0 ? '' : `, monitored by ${listed(f.alarms)}`,
  ];
  return `"${f.id}"${parts.join('')}`;
}

function reportOverruled(gives: Findings['gives'], notes: string[]): void {
  const stronger = ['functions', 'alias', 'steps', 'alarms', ...HOOK_INPUTS].filter(gives);
  if (stronger.length === 0) return;
  notes.push(
    `${stronger.join(', ')} ${stronger.length === 1 ? 'is' : 'are'} set as input, which overrides the template`,
  );
}
