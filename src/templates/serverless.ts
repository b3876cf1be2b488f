// serverless.yml with the canary plugin → the template of CloudFormation that the plugin makes of it, as far as a release
// is concerned (davidgf/serverless-plugin-canary-deployments: settings of a function replace the general ones; hooks are
// keys of functions; an alarm is a logical ID, or a map with its name).

import { listed } from '../base/listed.ts';
import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import type { ReleaseFacts } from './release-facts.ts';
import { putInVariables } from './serverless-variables.ts';
import {
  isList,
  isMap,
  mapAt,
  markedMap,
  marksOf,
  placeOf,
  type Tree,
  type TreeMap,
  textAt,
} from './tree.ts';

export interface ServerlessTemplate extends Pick<ReleaseFacts, 'notes' | 'problems'> {
  readonly template: TreeMap;
}

export function isServerless(tree: Tree): tree is TreeMap {
  return isMap(tree) && tree.has('service') && tree.has('provider');
}

/** The plugin's keys; a release needs no role, and sends no messages of CodeDeploy. */
const KEYS = ['type', 'alias', 'alarms', 'preTrafficHook', 'postTrafficHook', 'stages'];
const OF_CODEDEPLOY = [
  'codeDeployRole',
  'codeDeployRolePermissionsBoundary',
  'triggerConfigurations',
];

/** Under which the stage is put in with the other variables. */
const STAGE = 'the stage';

export function serverlessTemplate(file: TreeMap): ServerlessTemplate {
  const whole = markedMap([...file, [STAGE, '${sls:stage}']], marksOf(file));
  const { tree, parameters } = putInVariables(whole);
  const service = isMap(tree) ? tree : new Map<string, Tree>();
  const general = mapAt(mapAt(service, 'custom'), 'deploymentSettings');
  const functions = functionsOf(service);
  const keys = functions.map(({ key }) => key);
  const found = { notes: notesOn(service, general), problems: elsewhere(service) };
  const stages = stagesIn(general);
  const made = functions.flatMap(({ key, body }): Resource[] => {
    const own = body.get('deploymentSettings');
    const lambda = resource('AWS::Lambda::Function', { FunctionName: nameOf(service, key, body) });
    if (!isMap(own)) {
      found.notes.push(`"${key}" is not released: it has no deploymentSettings`);
      return [[lambdaId(key), lambda]];
    }
    const settings = { key, map: combined(general, own) };
    found.problems.push(...wrongSettings(settings, keys));
    return [[lambdaId(key), lambda], ...gradual(settings, stages)];
  });
  const template = new Map<string, Tree>([
    ['Parameters', parameters],
    ['Conditions', conditionOf(stages, service.get(STAGE) ?? '')],
    ['Resources', new Map([...ownResources(service), ...made])],
  ]);
  return { template, ...found };
}

interface ServerlessFunction {
  readonly key: string;
  readonly body: TreeMap;
}

/** Functions are a map, or a list of maps. */
function functionsOf(service: TreeMap): readonly ServerlessFunction[] {
  return mapsIn(service.get('functions')).flatMap((map) =>
    [...map].map(([key, body]) => ({ key, body: isMap(body) ? body : new Map<string, Tree>() })),
  );
}

function mapsIn(written: Tree | undefined): readonly TreeMap[] {
  return (isList(written) ? written : [written]).filter((each) => isMap(each));
}

/** Functions in other files, which are not read. */
function elsewhere(service: TreeMap): string[] {
  const written = service.get('functions');
  const others = (isList(written) ? written : [written]).filter(
    (each) => isMap(each) && each.has('Fn::ServerlessVariable'),
  );
  if (others.length === 0) return [];
  return [
    `${placeOf(service, 'functions')}functions are in another file; expected .serverless/cloudformation-template-update-stack.json, which "serverless package" writes`,
  ];
}

function notesOn(service: TreeMap, general: TreeMap): string[] {
  const plugins = service.get('plugins');
  const names = isList(plugins) ? plugins : [];
  const isUsed = names.some((name) => typeof name === 'string' && /canary-deployments/.test(name));
  return [
    ...(isUsed
      ? []
      : ['no canary plugin is listed in plugins, so deploymentSettings had no effect']),
    ...OF_CODEDEPLOY.filter((key) => general.has(key)).map(
      (key) => `${key} belongs to CodeDeploy and is not used`,
    ),
  ];
}

/** `service-stage-orders`, unless it has a name of its own. */
function nameOf(service: TreeMap, key: string, body: TreeMap): Tree {
  const own = body.get('name');
  if (own !== undefined && own !== '') return own;
  const name = textAt(service, 'service') ?? textAt(mapAt(service, 'service'), 'name') ?? '';
  return new Map([['Fn::Join', ['-', [name, service.get(STAGE) ?? '', key]]]]);
}

/** `create-order` → `CreateDashorderLambdaFunction` (the framework's `naming.js`). */
function lambdaId(key: string): string {
  const plain = key.replaceAll('-', 'Dash').replaceAll('_', 'Underscore');
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}LambdaFunction`;
}

type Resource = readonly [id: string, body: TreeMap];

function resource(type: string, properties: Readonly<Record<string, Tree>>): TreeMap {
  return new Map<string, Tree>([
    ['Type', type],
    ['Properties', new Map(Object.entries(properties))],
  ]);
}

/** The plugin does not look into the values: those of the function replace the general ones. */
function combined(general: TreeMap, own: TreeMap): TreeMap {
  return markedMap([...general, ...own], new Map([...marksOf(general), ...marksOf(own)]));
}

interface Settings {
  /** Of the function. */
  readonly key: string;
  readonly map: TreeMap;
}

function wrongSettings({ key, map }: Settings, functions: readonly string[]): readonly string[] {
  const unknown = [...map.keys()]
    .filter((name) => !KEYS.includes(name) && !OF_CODEDEPLOY.includes(name))
    .map(
      (name) =>
        `${placeOf(map, name)}deploymentSettings of "${key}" have the unknown key ${quote(name)}.${didYouMean(name, KEYS)}`,
    );
  const hooks = ['preTrafficHook', 'postTrafficHook'].flatMap((name) => {
    const hook = map.get(name);
    if (typeof hook !== 'string' || hook === '' || hook.startsWith('arn:')) return [];
    if (functions.includes(hook)) return [];
    return [
      `${placeOf(map, name)}${name} of "${key}" is ${quote(hook)}; expected the key of a function.${didYouMean(hook, functions)}`,
    ];
  });
  return [...unknown, ...hooks];
}

/** The alias and its deployment group. The alias has the key of the function, which people know. */
function gradual({ key, map }: Settings, stages: readonly string[]): readonly Resource[] {
  const group = `${key}:group`;
  const update = new Map<string, Tree>([
    ['DeploymentGroupName', ref(group)],
    ['BeforeAllowTrafficHook', hookOf(map.get('preTrafficHook'))],
    ['AfterAllowTrafficHook', hookOf(map.get('postTrafficHook'))],
  ]);
  const alarms = map.get('alarms');
  const alias = new Map<string, Tree>([
    ...resource('AWS::Lambda::Alias', {
      FunctionName: ref(lambdaId(key)),
      Name: map.get('alias') ?? '',
    }),
    ['UpdatePolicy', new Map([['CodeDeployLambdaAliasUpdate', update]])],
    ...(stages.length > 0 ? [['Condition', conditionName(stages)] as const] : []),
  ]);
  return [
    [key, alias],
    [
      group,
      resource('AWS::CodeDeploy::DeploymentGroup', {
        DeploymentConfigName: map.get('type') ?? '',
        AlarmConfiguration: new Map([
          ['Alarms', isList(alarms) ? alarms.map(alarmOf) : (alarms ?? '')],
        ]),
      }),
    ],
  ];
}

function hookOf(written: Tree | undefined): Tree {
  const isKey = typeof written === 'string' && written !== '' && !written.startsWith('arn:');
  return isKey ? ref(lambdaId(written)) : (written ?? '');
}

function alarmOf(written: Tree): Tree {
  const name = isMap(written) && written.has('name') ? (written.get('name') ?? '') : written;
  return new Map([['Name', name === written && typeof name === 'string' ? ref(name) : name]]);
}

function ref(id: string): TreeMap {
  return new Map([['Ref', id]]);
}

/** The stages in which the plugin is active; empty: in all. */
function stagesIn(general: TreeMap): readonly string[] {
  const stages = general.get('stages');
  return isList(stages) ? stages.filter((each) => typeof each === 'string') : [];
}

function conditionName(stages: readonly string[]): string {
  return `the stage is ${listed(stages, ' or ')}`;
}

function conditionOf(stages: readonly string[], stage: Tree): TreeMap {
  if (stages.length === 0) return new Map();
  const each = stages.map((name) => new Map([['Fn::Equals', [stage, name]]]));
  return new Map([[conditionName(stages), new Map([['Fn::Or', each]])]]);
}

/** Resources that the user adds, such as alarms. */
function ownResources(service: TreeMap): readonly (readonly [string, Tree])[] {
  return mapsIn(service.get('resources')).flatMap((section) => [...mapAt(section, 'Resources')]);
}
