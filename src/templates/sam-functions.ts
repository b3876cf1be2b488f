// The functions of a SAM template that have an AutoPublishAlias and a DeploymentPreference.

import { isEnabled, type Preference, readPreference } from './deployment-preference.ts';
import { entryText, type Findings, readText, shapeOf, textIn } from './entry-values.ts';
import { functionProperties, wrongIgnoreGlobals } from './globals.ts';
import { intrinsicOf } from './intrinsic-call.ts';
import { resolve } from './intrinsics.ts';
import { misplaced, unknownAttributes } from './misplaced.ts';
import { isThere, nameOf, type ReleasedFunction } from './released-function.ts';
import type { Gap } from './resolution.ts';
import { isMap, mapAt, placeOf, type Tree, type TreeMap, textAt } from './tree.ts';

/** Reports what is wrong with them, and why the others are left out. */
export function readSamFunctions(template: TreeMap, found: Findings): readonly ReleasedFunction[] {
  return candidatesIn(template, found).flatMap((each) => readCandidate(each, found));
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
): ReleasedFunction[] {
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
      name: nameOf(id, found),
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
