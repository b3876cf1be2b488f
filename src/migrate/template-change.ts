// The change of a template after which the tool no longer moves what the action moves: as an edit, if the file is written
// by people, and otherwise as steps for them. An edit is kept only if, read again, nothing else has changed.

import { applyEdits } from '../init/planned-file.ts';
import { samEdits } from '../init/sam-edits.ts';
import { functionProperties } from '../templates/globals.ts';
import { parseTree } from '../templates/parse.ts';
import { plainValue } from '../templates/plain-scalar.ts';
import { resourcesOfType } from '../templates/resources-by-type.ts';
import { canaryStages } from '../templates/stage-canary.ts';
import type { TemplateRelease } from '../templates/template-releases.ts';
import {
  isList,
  isMap,
  mapAt,
  placeOf,
  type Tree,
  type TreeMap,
  textAt,
} from '../templates/tree.ts';
import type { Source } from './migrated-source.ts';
import { removeEntries } from './remove-pairs.ts';

export interface TemplateChange {
  /** What the file becomes; `undefined`: it is not edited. */
  readonly text: string | undefined;
  /** Steps for a person. */
  readonly steps: readonly string[];
  readonly notes: readonly string[];
}

type Path = readonly string[];

const PREFERENCE = 'DeploymentPreference';

/** Of SAM and CloudFormation. */
export async function changeTemplate(
  { path, text, made: { template } }: Source,
  releases: readonly TemplateRelease[],
): Promise<TemplateChange> {
  const released = releases.flatMap(({ functions }) => functions.map(({ id }) => id));
  const isSam = (id: string) => resourcesOfType(template, FUNCTION).has(id);
  const sam = released.filter(isSam);
  const gone: readonly Path[] = [
    ...(sam.length > 0 ? preferencePaths(template) : []),
    ...released
      .filter((id) => !isSam(id))
      .map((id) => ['Resources', id, 'UpdatePolicy', 'CodeDeployLambdaAliasUpdate']),
    ...(releases.some(({ functions }) => functions.length === 0) ? canaryPaths(template) : []),
  ];
  const without = applyEdits(text, await removeEntries(text, gone));
  const wanted = sam.map((logicalId) => ({ logicalId, alias: '', hasAlias: true }));
  const edited = applyEdits(without, await samEdits(without, wanted));
  const isKept = await isSame(text, edited, gone);
  return {
    text: isKept ? edited : undefined,
    steps: [
      ...(isKept ? [] : byHand(path, template, gone, sam)),
      ...stepsAfter(template, released, sam),
    ],
    notes: lostPreferences(template, sam),
  };
}

const FUNCTION = 'AWS::Serverless::Function';

/** Also those of functions that are not in the release: without the one in Globals, they mean something else. */
function preferencePaths(template: TreeMap): readonly Path[] {
  const own = [...resourcesOfType(template, FUNCTION)].flatMap(([id, resource]) => {
    const ignored = resource.get('IgnoreGlobals');
    // SAM refuses a name there that Globals does not have.
    const isOnlyThis = isList(ignored) && ignored.length === 1 && ignored[0] === PREFERENCE;
    return [
      ['Resources', id, 'Properties', PREFERENCE],
      ...(isOnlyThis ? [['Resources', id, 'IgnoreGlobals']] : []),
    ];
  });
  return [['Globals', 'Function', PREFERENCE], ...own];
}

function canaryPaths(template: TreeMap): readonly Path[] {
  return [
    ['Globals', 'Api', 'CanarySetting'],
    ...canaryStages(template).map(({ id }) => ['Resources', id, 'Properties', 'CanarySetting']),
  ];
}

/** Whether the texts mean the same but for what the edits are about, which is gone: also what a merge key brings. */
async function isSame(before: string, after: string, gone: readonly Path[]): Promise<boolean> {
  const [one, two] = [await parseTree(before, plainValue), await parseTree(after, plainValue)];
  if (one.kind !== 'tree' || two.kind !== 'tree') return false;
  // A name that IgnoreGlobals has and Globals has not is refused by SAM.
  const left = isMap(two.tree) ? two.tree : new Map<string, Tree>();
  const hasLeftOver = ignoresPreference(left) || gone.some((path) => isThere(left, path));
  return !hasLeftOver && JSON.stringify(rest(one.tree)) === JSON.stringify(rest(two.tree));
}

function isThere(template: TreeMap, path: Path): boolean {
  return path
    .slice(0, -1)
    .reduce<TreeMap>(mapAt, template)
    .has(path.at(-1) ?? '');
}

function ignoresPreference(template: TreeMap): boolean {
  if (mapAt(mapAt(template, 'Globals'), 'Function').has(PREFERENCE)) return false;
  const hasGlobals = mapAt(template, 'Globals').has('Function');
  const ignoring = [...resourcesOfType(template, FUNCTION).values()].some((resource) => {
    const ignored = resource.get('IgnoreGlobals');
    return isList(ignored) && ignored.includes(PREFERENCE);
  });
  return hasGlobals && ignoring;
}

const ABOUT = [
  ...[PREFERENCE, 'AutoPublishCodeSha256', 'IgnoreGlobals', 'CodeDeployLambdaAliasUpdate'],
  'CanarySetting',
];

/** A tree without what the edits are about, and without what is empty then. */
function rest(tree: Tree): unknown {
  if (typeof tree === 'string') return tree;
  if (isList(tree)) return tree.map(rest);
  const entries = [...tree]
    .filter(([key]) => !ABOUT.includes(key))
    .map(([key, value]) => [key, rest(value)] as const)
    .filter(([, value]) => JSON.stringify(value) !== '{}');
  return Object.fromEntries(entries);
}

function byHand(
  path: string,
  template: TreeMap,
  gone: readonly Path[],
  sam: readonly string[],
): readonly string[] {
  const there = gone.flatMap((each): string[] => {
    const parent = each.slice(0, -1).reduce<TreeMap>(mapAt, template);
    const key = each.at(-1) ?? '';
    return parent.has(key) ? [`${placeOf(parent, key)}take out ${each.join('.')}`] : [];
  });
  return [
    ...there.map((step) => `${path}, ${step}`),
    ...sam.map((id) => `${path}: add a constant AutoPublishCodeSha256 to the Properties of ${id}`),
  ];
}

/** What an edit does not do. */
function stepsAfter(
  template: TreeMap,
  released: readonly string[],
  sam: readonly string[],
): readonly string[] {
  const changing = sam.filter((id) => isChanging(mapAt(mapAt(template, 'Resources'), id)));
  const versions = released
    .filter((id) => !sam.includes(id))
    .flatMap((id) => versionOf(mapAt(mapAt(template, 'Resources'), id)) ?? []);
  const groups = [...resourcesOfType(template, 'AWS::CodeDeploy::DeploymentGroup').keys()];
  return [
    ...changing.map(
      (id) =>
        `let AutoPublishCodeSha256 of ${id} be a constant: SAM moves the alias when it changes`,
    ),
    ...versions.map(
      (id) =>
        `never rename ${id} again: a new logical ID publishes a version, and the stack moves the alias to it`,
    ),
    ...(groups.length > 0 && versions.length > 0
      ? [`take out what only CodeDeploy needs, once this is deployed: ${groups.join(', ')}`]
      : []),
  ];
}

function isChanging(resource: TreeMap): boolean {
  const hash = mapAt(resource, 'Properties').get('AutoPublishCodeSha256');
  return hash !== undefined && typeof hash !== 'string';
}

/** The logical ID in `!GetAtt Version.Version`. */
function versionOf(alias: TreeMap): string | undefined {
  const written = mapAt(alias, 'Properties').get('FunctionVersion');
  const argument = isMap(written) ? written.get('Fn::GetAtt') : undefined;
  const [id] = isList(argument) ? argument : [String(argument ?? '').split('.')[0]];
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** Functions that are gradual with other parameters only, and lose that. */
function lostPreferences(template: TreeMap, sam: readonly string[]): readonly string[] {
  if (sam.length === 0) return [];
  return [...resourcesOfType(template, FUNCTION)].flatMap(([id, resource]) => {
    if (sam.includes(id)) return [];
    const preference = functionProperties(template, resource).get(PREFERENCE);
    const isOff = isMap(preference) && textAt(preference, 'Enabled') === 'false';
    if (!isMap(preference) || isOff) return [];
    return [
      `"${id}" is not in this release, because of its Condition or of Enabled with these parameters, and its ${PREFERENCE} is taken out as well: migrate it first, with the parameters of its environment, --config-only and its own --config`,
    ];
  });
}
