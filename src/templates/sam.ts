// A SAM template → the inputs of a release: the functions with an AutoPublishAlias and a
// DeploymentPreference, as one release with one schedule.

import { known } from '../base/errors.ts';
import { listed } from '../base/listed.ts';
import { namesText } from '../base/names-text.ts';
import { quote } from '../base/quote.ts';
import {
  isEnabled,
  oneText,
  type Preference,
  type PreferenceFindings,
  readPreference,
} from './deployment-preference.ts';
import { functionProperties } from './globals.ts';
import { holds, physicalName, resolve } from './intrinsics.ts';
import { misplaced } from './misplaced.ts';
import {
  HOOK_INPUTS,
  type HookFunctions,
  hookInputs,
  type OtherInputs,
  onlyProblem,
  type ReleaseFacts,
} from './release-facts.ts';
import { type Gap, resolution } from './resolution.ts';
import { checkSupplied, pseudoParameters } from './template-parameters.ts';
import { isMap, mapAt, type Tree, type TreeMap, textAt } from './tree.ts';

interface SamFunction extends Preference {
  readonly id: string;
  /** `undefined` if unknown or not needed. */
  readonly name: string | undefined;
  readonly alias: string | undefined;
}

/** Reads a template. Every error becomes a problem; nothing is thrown. */
export function readSam(tree: Tree, given: OtherInputs): ReleaseFacts {
  if (!isMap(tree) || mapAt(tree, 'Resources').size === 0) {
    return onlyProblem('it has no Resources; expected a SAM template');
  }
  const pseudo = pseudoParameters(given.region);
  const found = findings(tree, given, pseudo);
  try {
    const functions = [...mapAt(tree, 'Resources')].flatMap(([id, resource]) =>
      isMap(resource) ? readResource(tree, id, resource, found) : [],
    );
    reportUnread(tree, found.notes);
    if (functions.length === 0 && found.problems.length === 0) {
      found.problems.push(nothingToRelease(found.notes));
    }
    found.problems.push(...checkSupplied(tree, given.supplied));
    return together(functions, found);
  } catch (error) {
    return onlyProblem(known(error).message);
  }
}

function findings(
  template: TreeMap,
  { gives, supplied }: OtherInputs,
  pseudo: ReadonlyMap<string, string>,
): PreferenceFindings {
  const problems: string[] = [];
  const asked = new Set<string>();
  const resources = mapAt(template, 'Resources');
  const gap = (where: string, { name, what }: Gap, input: string) => {
    if (input === 'steps' && name !== undefined && isMap(resources.get(name))) {
      // A name that CloudFormation gives to a deployment configuration is not a schedule.
      problems.push(
        `${where}: the schedule is defined by "${name}", which is not read; expected the input steps`,
      );
    } else if (name === undefined) {
      const instead =
        input === 'template-parameters' ? INSTEAD : `expected the input ${input} instead`;
      problems.push(`${where}: ${what}; ${instead}`);
    } else if (!asked.has(name)) {
      asked.add(name);
      problems.push(
        `${where}: ${what}; expected a line ${name}=VALUE in template-parameters${input === 'template-parameters' ? '' : `, or the input ${input}`}`,
      );
    }
  };
  return { at: resolution({ template, supplied, pseudo }), notes: [], problems, gives, gap };
}

function readResource(
  template: TreeMap,
  id: string,
  resource: TreeMap,
  found: PreferenceFindings,
): SamFunction[] {
  if (textAt(resource, 'Type') !== 'AWS::Serverless::Function') return [];
  const properties = functionProperties(template, resource);
  found.problems.push(...misplaced(id, properties));
  const preference = properties.get('DeploymentPreference');
  const out = (why: string) => {
    found.notes.push(`"${id}" is not released: ${why}`);
    return [];
  };
  if (!isMap(preference)) return out('it has no DeploymentPreference');
  const there = isThere(id, resource, found);
  if (there === false) return out(`its Condition "${textAt(resource, 'Condition')}" is false`);
  const enabled = isEnabled(id, preference, found);
  if (enabled === false) return out('its DeploymentPreference is not enabled');
  if (!there || !enabled) return [];
  reportProvisioned(id, properties, found);
  return [
    {
      id,
      alias: readAlias(id, properties, found),
      name: readName(id, found),
      ...readPreference(id, preference, found),
    },
  ];
}

/** Reports provisioned concurrency: SAM assigns it to the alias, and a release moves it last. */
function reportProvisioned(
  id: string,
  properties: TreeMap,
  { at, notes }: PreferenceFindings,
): void {
  const written = properties.get('ProvisionedConcurrencyConfig');
  if (written === undefined || written === '') return;
  const gaps: Gap[] = [];
  // The amount does not matter here, so missing values are not reported.
  if (resolve(written, { ...at, gaps }) === undefined && gaps.length === 0) return;
  notes.push(
    `ProvisionedConcurrencyConfig of "${id}" belongs to the alias: the new version gets the same amount before it receives traffic, and the alias's is moved after the bake`,
  );
}

function isThere(id: string, resource: TreeMap, found: PreferenceFindings): boolean | undefined {
  const condition = textAt(resource, 'Condition');
  if (condition === undefined) return true;
  const before = found.at.gaps.length;
  const there = holds(condition, found.at);
  if (there === undefined) {
    const where = `the Condition of "${id}"`;
    for (const gap of found.at.gaps.slice(before)) found.gap(where, gap, 'template-parameters');
  }
  return there;
}

function readAlias(id: string, properties: TreeMap, found: PreferenceFindings): string | undefined {
  if (found.gives('alias')) return undefined;
  const written = properties.get('AutoPublishAlias');
  if (written === undefined || written === '') {
    found.problems.push(
      `"${id}" has a DeploymentPreference and no AutoPublishAlias; expected the alias to move, or the input alias`,
    );
  }
  return oneText(written, `AutoPublishAlias of "${id}"`, 'alias', found);
}

function readName(id: string, found: PreferenceFindings): string | undefined {
  if (found.gives('functions')) return undefined;
  const before = found.at.gaps.length;
  const name = physicalName(id, found.at);
  for (const gap of found.at.gaps.slice(before)) found.gap('functions', gap, 'functions');
  return name;
}

/** What can be set if the template does not say enough. */
const INSTEAD = 'expected the inputs functions, alias and steps instead of template';

/** @param reasons why each candidate is left out */
function nothingToRelease(reasons: readonly string[]): string {
  const because = reasons.length === 0 ? '' : `: ${listed(reasons, '; ')}`;
  return `no function has both an AutoPublishAlias and a DeploymentPreference that is enabled, so there is nothing to release${because}; ${INSTEAD}`;
}

/** Combines everything into one release: all functions, one schedule, all alarms. */
function together(functions: readonly SamFunction[], found: PreferenceFindings): ReleaseFacts {
  const { notes, problems, gives } = found;
  const types = [...new Set(functions.flatMap(({ type }) => type ?? []))];
  if (types.length > 1) {
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

function hooksOf(functions: readonly SamFunction[]): HookFunctions {
  const all = (key: 'preTraffic' | 'postTraffic') => [
    ...new Set(functions.flatMap((f) => f[key] ?? [])),
  ];
  return { preTraffic: all('preTraffic'), postTraffic: all('postTraffic') };
}

function labelOf({ name, alias }: SamFunction): string[] {
  if (name === undefined) return [];
  return [alias === undefined ? name : `${name}:${alias}`];
}

/** Problems of names that cannot be items of a list separated by commas and lines. */
function invalidNames({ id, name = '', alias = '' }: SamFunction): string[] {
  return [name, alias]
    .filter((text) => /[,:\n]/.test(text.replace(/^arn:[^,\n]*$/, '')))
    .map((text) => `"${id}": ${quote(text)} is neither the name of a function nor of an alias`);
}

function broken(alarm: string): string[] {
  return alarm.includes('\n')
    ? [`the alarm ${quote(alarm)} has a line break in its name, which CloudWatch does not allow`]
    : [];
}

function understood(f: SamFunction): string {
  const [label = ''] = labelOf(f);
  const parts = [
    label === '' ? ' is released' : ` is released as ${label}`,
    f.type === undefined ? '' : `, by ${f.type}`,
    f.alarms.length === 0 ? '' : `, monitored by ${listed(f.alarms)}`,
  ];
  return `"${f.id}"${parts.join('')}`;
}

function reportOverruled(gives: PreferenceFindings['gives'], notes: string[]): void {
  const stronger = ['functions', 'alias', 'steps', 'alarms', ...HOOK_INPUTS].filter(gives);
  if (stronger.length === 0) return;
  notes.push(
    `${stronger.join(', ')} ${stronger.length === 1 ? 'is' : 'are'} set as input, which overrides the template`,
  );
}

/** Resource types that may contain functions, but are not read. */
const UNREAD: Readonly<Record<string, string>> = {
  'AWS::CodeDeploy::DeploymentGroup':
    'is plain CloudFormation (or was created by CDK): only what SAM writes as DeploymentPreference is read',
  'AWS::Serverless::Application': 'is a separate template, which is not read',
  'AWS::CloudFormation::Stack': 'is a separate template, which is not read',
};

function reportUnread(template: TreeMap, notes: string[]): void {
  for (const [id, resource] of mapAt(template, 'Resources')) {
    const type = isMap(resource) ? (textAt(resource, 'Type') ?? '') : '';
    const why = Object.hasOwn(UNREAD, type) ? UNREAD[type] : undefined;
    if (why !== undefined) notes.push(`"${id}" ${why}`);
    else if (id.startsWith('Fn::')) notes.push(`${id} in Resources is not expanded`);
  }
}
