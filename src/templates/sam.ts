// A SAM template → the inputs of a release: the functions with an AutoPublishAlias and a
// DeploymentPreference, as one release with one schedule.

import { known } from '../base/errors.ts';
import { listed } from '../base/listed.ts';
import { namesText } from '../base/names-text.ts';
import { quote } from '../base/quote.ts';
import { isEnabled, type Preference, readPreference } from './deployment-preference.ts';
import { entryText, type Findings, readText, shapeOf, textIn } from './entry-values.ts';
import { functionProperties, wrongIgnoreGlobals } from './globals.ts';
import { intrinsicOf } from './intrinsic-call.ts';
import { holds, physicalName, resolve } from './intrinsics.ts';
import { misplaced, unknownAttributes } from './misplaced.ts';
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
import { isMap, mapAt, placeOf, type Tree, type TreeMap, textAt } from './tree.ts';

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
    const candidates = candidatesIn(tree, found);
    const functions = candidates.flatMap((each) => readCandidate(each, found));
    reportUnread(tree, found.notes);
    if (functions.length === 0 && found.problems.length === 0) {
      found.problems.push(nothingToRelease(found.notes));
    }
    found.problems.push(...checkSupplied(tree, given.supplied));
    return together(functions, given.stepsOf, found);
  } catch (error) {
    return onlyProblem(known(error).message);
  }
}

function findings(
  template: TreeMap,
  { gives, supplied }: OtherInputs,
  pseudo: ReadonlyMap<string, string>,
): Findings {
  const problems: string[] = [];
  const asked = new Set<string>();
  const resources = mapAt(template, 'Resources');
  const gap = (where: string, { name, what }: Gap, input: string) => {
    if (input === 'steps' && name !== undefined && isMap(resources.get(name))) {
      // The name of a resource is not a schedule.
      problems.push(`${where}: "${name}" is no schedule; expected the input steps`);
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

/** A function that may be released. */
interface Candidate {
  readonly id: string;
  readonly resource: TreeMap;
  /** Together with the global ones. */
  readonly properties: TreeMap;
  /** `undefined`: it has none. */
  readonly preference: TreeMap | undefined;
}

/**
 * The functions with a DeploymentPreference. If no function has one and the schedule is an input, those with an alias:
 * the template leaves open nothing else.
 */
function candidatesIn(template: TreeMap, found: Findings): readonly Candidate[] {
  const all = [...mapAt(template, 'Resources')].flatMap(([id, resource]) =>
    isMap(resource) ? readFunction(template, id, resource, found) : [],
  );
  const gradual = all.filter(({ preference }) => preference !== undefined);
  const byInput = gradual.length === 0 && found.gives('steps');
  const chosen = byInput
    ? all.filter(({ properties }) => properties.has('AutoPublishAlias'))
    : gradual;
  for (const candidate of all) {
    if (!chosen.includes(candidate)) found.notes.push(leftOut(candidate));
  }
  return chosen;
}

function leftOut({ id, properties }: Candidate): string {
  return properties.has('AutoPublishAlias')
    ? `"${id}" is not released: it has an AutoPublishAlias and no DeploymentPreference`
    : `"${id}" is not released: it has no DeploymentPreference`;
}

function readFunction(
  template: TreeMap,
  id: string,
  resource: TreeMap,
  found: Findings,
): Candidate[] {
  if (textAt(resource, 'Type') !== 'AWS::Serverless::Function') return [];
  const { problems, notes } = unknownAttributes(id, resource);
  found.notes.push(...notes);
  found.problems.push(...problems);
  const properties = functionProperties(template, resource);
  found.problems.push(...wrongIgnoreGlobals(template, id, resource), ...misplaced(id, properties));
  const preference = properties.get('DeploymentPreference');
  if (preference === undefined || preference === '') {
    return [{ id, resource, properties, preference: undefined }];
  }
  const problem = wrongPreference(id, properties, preference);
  if (problem !== undefined) found.problems.push(problem);
  return problem !== undefined || !isMap(preference)
    ? []
    : [{ id, resource, properties, preference }];
}

/** What is wrong with the shape of a preference. */
function wrongPreference(id: string, properties: TreeMap, preference: Tree): string | undefined {
  const where = `${placeOf(properties, 'DeploymentPreference')}the DeploymentPreference of "${id}" is`;
  if (!isMap(preference)) return `${where} ${shapeOf(preference)}; expected a map with a Type`;
  const call = intrinsicOf(preference);
  return call === undefined
    ? undefined
    : `${where} ${call.name}, which SAM rejects; expected a map, in which Enabled or Type may depend on a condition`;
}

function readCandidate(
  { id, resource, properties, preference }: Candidate,
  found: Findings,
): SamFunction[] {
  const out = (why: string) => {
    found.notes.push(`"${id}" is not released: ${why}`);
    return [];
  };
  const there = isThere(id, resource, found);
  if (there === false) return out(`its Condition "${textAt(resource, 'Condition')}" is false`);
  const enabled = preference === undefined || isEnabled(id, preference, found);
  if (enabled === false) return out('its DeploymentPreference is not enabled');
  if (!there || !enabled) return [];
  reportProvisioned(id, properties, found);
  return [
    {
      id,
      alias: readAlias(id, properties, found),
      name: readName(id, found),
      ...(preference ? readPreference(id, preference, found) : NO_PREFERENCE),
    },
  ];
}

const NO_PREFERENCE: Preference = {
  type: undefined,
  alarms: [],
  preTraffic: undefined,
  postTraffic: undefined,
};

/** Reports provisioned concurrency: SAM assigns it to the alias, and a release moves it last. */
function reportProvisioned(id: string, properties: TreeMap, { at, notes }: Findings): void {
  const written = properties.get('ProvisionedConcurrencyConfig');
  if (written === undefined || written === '') return;
  const gaps: Gap[] = [];
  // The amount does not matter here, so missing values are not reported.
  if (resolve(written, { ...at, gaps }) === undefined && gaps.length === 0) return;
  notes.push(
    `ProvisionedConcurrencyConfig of "${id}" belongs to the alias: the new version gets the same amount before it receives traffic, and the alias's is moved after the bake`,
  );
}

function isThere(id: string, resource: TreeMap, found: Findings): boolean | undefined {
  const condition = textAt(resource, 'Condition');
  if (condition === undefined) return true;
  const before = found.at.gaps.length;
  const there = holds(condition, found.at);
  if (there === undefined) {
    const where = `${placeOf(resource, 'Condition')}the Condition of "${id}"`;
    for (const gap of found.at.gaps.slice(before)) found.gap(where, gap, 'template-parameters');
  }
  return there;
}

function readAlias(id: string, properties: TreeMap, found: Findings): string | undefined {
  if (found.gives('alias')) return undefined;
  const entry = { id, map: properties, key: 'AutoPublishAlias', input: 'alias' };
  const read = readText(entry, found);
  if (read.kind === 'missing') {
    found.problems.push(
      properties.has('AutoPublishAlias')
        ? `${entryText(entry)} is empty; expected the alias to move, or the input alias`
        : `"${id}" has a DeploymentPreference and no AutoPublishAlias; expected the alias to move, or the input alias`,
    );
  }
  return textIn(read);
}

function readName(id: string, found: Findings): string | undefined {
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
function together(
  functions: readonly SamFunction[],
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

function reportOverruled(gives: Findings['gives'], notes: string[]): void {
  const stronger = ['functions', 'alias', 'steps', 'alarms', ...HOOK_INPUTS].filter(gives);
  if (stronger.length === 0) return;
  notes.push(
    `${stronger.join(', ')} ${stronger.length === 1 ? 'is' : 'are'} set as input, which overrides the template`,
  );
}

/** What a template may release gradually besides functions of SAM, and is not read. */
const UNREAD: Readonly<Record<string, (properties: TreeMap) => string | undefined>> = {
  'AWS::CodeDeploy::DeploymentGroup': () =>
    'is plain CloudFormation (or was created by CDK): only what SAM writes as DeploymentPreference is read',
  'AWS::Serverless::Application': () => 'is a separate template, which is not read',
  'AWS::CloudFormation::Stack': () => 'is a separate template, which is not read',
  'AWS::Serverless::StateMachine': (properties) =>
    properties.has('DeploymentPreference')
      ? 'is a state machine, which this action does not release'
      : undefined,
  'AWS::Serverless::Api': canarySetting,
  'AWS::ApiGateway::Stage': canarySetting,
  'AWS::ApiGateway::Deployment': (properties) =>
    properties.has('DeploymentCanarySettings') ? CANARY_STAGE : undefined,
};

const CANARY_STAGE =
  'has a canary of its stage, which is not read; a stage is released with the inputs rest-api-id, stage-name and steps instead of template';

function canarySetting(properties: TreeMap): string | undefined {
  return properties.has('CanarySetting') ? CANARY_STAGE : undefined;
}

function reportUnread(template: TreeMap, notes: string[]): void {
  const globals = mapAt(mapAt(template, 'Globals'), 'Api');
  for (const [id, resource] of mapAt(template, 'Resources')) {
    const type = isMap(resource) ? (textAt(resource, 'Type') ?? '') : '';
    const properties = isMap(resource) ? mapAt(resource, 'Properties') : new Map<string, Tree>();
    const all = type === 'AWS::Serverless::Api' ? new Map([...globals, ...properties]) : properties;
    const why = Object.hasOwn(UNREAD, type) ? UNREAD[type]?.(all) : undefined;
    if (why !== undefined) notes.push(`"${id}" ${why}`);
    else if (id.startsWith('Fn::')) notes.push(`${id} in Resources is not expanded`);
  }
}
