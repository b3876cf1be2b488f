// Aliases that CloudFormation updates through CodeDeploy (CloudFormation user guide, "UpdatePolicy attribute"): as written
// by hand, by CDK's LambdaDeploymentGroup, or by SAM in a processed template.

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
import { intrinsicOf } from './intrinsic-call.ts';
import { isThere, nameOf, type ReleasedFunction } from './released-function.ts';
import { resourceNamed, resourcesOfType } from './resources-by-type.ts';
import { isList, isMap, mapAt, placeOf, type Tree, type TreeMap, textAt } from './tree.ts';

export interface AliasUpdates {
  readonly functions: readonly ReleasedFunction[];
  /** Logical IDs of the deployment groups that update them. */
  readonly groups: ReadonlySet<string>;
}

export function readAliasUpdates(template: TreeMap, found: Findings): AliasUpdates {
  const aliases = resourcesOfType(template, 'AWS::Lambda::Alias');
  const updates = [...aliases].flatMap(([id, alias]) => readAliasUpdate(id, alias, found));
  return {
    functions: updates.flatMap(({ released }) => released ?? []),
    groups: new Set(updates.flatMap(({ group }) => group ?? [])),
  };
}

interface AliasUpdate {
  /** `undefined`: it is left out, which is reported. */
  readonly released: ReleasedFunction | undefined;
  readonly group: string | undefined;
}

function readAliasUpdate(id: string, alias: TreeMap, found: Findings): AliasUpdate[] {
  const update = mapAt(alias, 'UpdatePolicy').get('CodeDeployLambdaAliasUpdate');
  if (!isMap(update)) return [];
  const group = groupOf(update, found.at.scope.template);
  const there = isThere(id, alias, found);
  if (there === false) {
    const condition = textAt(alias, 'Condition');
    found.notes.push(`"${id}" is not released: its Condition "${condition}" is false`);
  }
  const released = there ? readReleased(id, alias, update, group, found) : undefined;
  return [{ released, group: group?.id }];
}

interface Group {
  readonly id: string;
  readonly properties: TreeMap;
}

const GROUP = 'AWS::CodeDeploy::DeploymentGroup';

/** The deployment group of the update, if it is in the template. */
function groupOf(update: TreeMap, template: TreeMap): Group | undefined {
  const written = update.get('DeploymentGroupName');
  const isName = typeof written === 'string' && written !== '';
  const id =
    referenced(written) ??
    (isName ? resourceNamed(template, GROUP, 'DeploymentGroupName', written) : undefined);
  const resources = mapAt(template, 'Resources');
  const group = id === undefined ? undefined : resources.get(id);
  return id !== undefined && isMap(group)
    ? { id, properties: mapAt(group, 'Properties') }
    : undefined;
}

/** The logical ID in `Ref`. */
function referenced(tree: Tree | undefined): string | undefined {
  const call = isMap(tree) ? intrinsicOf(tree) : undefined;
  return call?.name === 'Ref' && typeof call.argument === 'string' ? call.argument : undefined;
}

function readReleased(
  id: string,
  alias: TreeMap,
  update: TreeMap,
  group: Group | undefined,
  found: Findings,
): ReleasedFunction {
  const properties = mapAt(alias, 'Properties');
  const hook = (key: string, input: string) =>
    found.gives(input) ? undefined : textIn(readText({ id, map: update, key, input }, found));
  return {
    id,
    name: found.gives('functions') ? undefined : functionName(id, properties, found),
    alias: found.gives('alias') ? undefined : requiredText(id, properties, 'Name', 'alias', found),
    type: found.gives('steps') ? undefined : scheduleOf(id, update, group, found),
    alarms: found.gives('alarms') || !group ? [] : alarmsOf(group, found),
    preTraffic: hook('BeforeAllowTrafficHook', 'pre-traffic-hook'),
    postTraffic: hook('AfterAllowTrafficHook', 'post-traffic-hook'),
  };
}

/** A function in the template has a logical ID, with which its name can be supplied. */
function functionName(id: string, properties: TreeMap, found: Findings): string | undefined {
  const own = referenced(properties.get('FunctionName'));
  const isFunction = own !== undefined && mapAt(found.at.scope.template, 'Resources').has(own);
  return isFunction
    ? nameOf(own, found)
    : requiredText(id, properties, 'FunctionName', 'functions', found);
}

function requiredText(
  id: string,
  map: TreeMap,
  key: string,
  input: string,
  found: Findings,
): string | undefined {
  const read = readText({ id, map, key, input }, found);
  if (read.kind === 'missing')
    found.problems.push(`"${id}" has no ${key}; expected it, or the input ${input}`);
  return textIn(read);
}

function scheduleOf(
  id: string,
  update: TreeMap,
  group: Group | undefined,
  found: Findings,
): string | undefined {
  if (!group) {
    const place = placeOf(update, 'DeploymentGroupName');
    found.problems.push(
      `${place}the deployment group of "${id}" is not in this template, so its schedule and alarms are unknown; expected the inputs steps and alarms`,
    );
    return undefined;
  }
  const entry: Entry = {
    ...{ id: group.id, map: group.properties },
    ...{ key: 'DeploymentConfigName', input: 'steps' },
  };
  const read = definedSchedule(entry, found) ?? readText(entry, found);
  // CodeDeploy's default for Lambda (API reference, CreateDeploymentGroup).
  return read.kind === 'missing' ? 'AllAtOnce' : textIn(read);
}

/** The alarms that are monitored: none if the group does not ask for them. */
function alarmsOf({ id, properties }: Group, found: Findings): readonly string[] {
  const entry = { id, map: properties, key: 'AlarmConfiguration', input: 'alarms' };
  const read = readEntry(entry, found);
  if (read.kind !== 'value') return [];
  if (!isMap(read.value)) {
    found.problems.push(
      `${entryText(entry)} is ${shapeOf(read.value)}; expected a map with Alarms`,
    );
    return [];
  }
  if (read.value.get('Enabled') === 'false') {
    found.notes.push(`the alarms of "${id}" are not enabled`);
    return [];
  }
  const alarms = read.value.get('Alarms') ?? [];
  if (alarms === '') return [];
  const names = isList(alarms) ? alarms.map(alarmName) : [undefined];
  if (names.includes(undefined)) {
    const shape = isList(alarms) ? 'a list with an item that has no Name' : shapeOf(alarms);
    found.problems.push(
      `${placeOf(properties, entry.key)}Alarms of "${id}" is ${shape}; expected a list of alarms, each with its Name`,
    );
  }
  return names.filter((name) => name !== undefined);
}

function alarmName(item: Tree): string | undefined {
  return isMap(item) ? textAt(item, 'Name') : undefined;
}
