// What Terraform shows of a plan or a state → the template of CloudFormation that means the same, as far as a release is
// concerned (registry.terraform.io, provider hashicorp/aws). A deployment group does not say which alias its deployments
// move: that is in their AppSpecs. The module of terraform-aws-modules/lambda that deploys has them (`terraform-deploy.ts`).

import { parseJson } from '../base/foreign-text.ts';
import { listed } from '../base/listed.ts';
import { quote } from '../base/quote.ts';
import type { ReleaseFacts } from './release-facts.ts';
import { type Deployed, deployedByModule } from './terraform-deploy.ts';
import {
  type Json,
  member,
  membersIn,
  readShown,
  type Shown,
  type ShownResource,
  textIn,
  unknown,
} from './terraform-shown.ts';
import type { Tree, TreeMap } from './tree.ts';

export interface TerraformTemplate extends Pick<ReleaseFacts, 'notes' | 'problems'> {
  readonly template: TreeMap;
}

/** Reads it. Every error becomes a problem; nothing is thrown. */
export function terraformTemplate(text: string): TerraformTemplate {
  const whole = parseJson(text);
  const shown = isMap(whole) ? readShown(whole) : undefined;
  if (!shown) return nothingBut(whyNot(text));
  const groups = shown.resources.filter(
    ({ type, isData }) => type === 'aws_codedeploy_deployment_group' && !isData,
  );
  const found = { notes: [] as string[], problems: [] as string[] };
  const byModule = deployedByModule(shown, groups, found);
  const byGroup = groups
    .filter((group) => !byModule.some((each) => each.group === group))
    .flatMap((group) => deployedByGroup(group, shown, found));
  const deployed = [...byModule, ...byGroup];
  found.problems.push(...sharedAliases(byGroup));
  found.notes.push(...unsupported(shown));
  const resources = new Map<string, Tree>([
    ...shown.resources.flatMap(configResource),
    ...deployed
      .flatMap(({ group }) => group ?? [])
      .map((group) => [group.address, groupResource(group, shown)] as const),
    ...deployed.flatMap(aliasResources),
    ...shown.resources.flatMap(stageResource),
  ]);
  if (groups.length === 0 && resources.size === 0) {
    found.problems.push('it has no CodeDeploy deployment group and no stage with a canary');
  }
  return { template: new Map([['Resources', resources]]), ...found };
}

/** Two groups of one alias have two schedules, of which one would be lost. */
function sharedAliases(deployed: readonly Deployed[]): readonly string[] {
  const ids = deployed.map(({ id }) => id);
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) < i))].map((id) => {
    const groups = deployed.filter((each) => each.id === id).map(({ group }) => group?.address);
    return `several deployment groups may be for ${id}: ${listed(groups.map((each) => quote(each ?? '')))}; expected the inputs functions, alias, steps and alarms instead of template`;
  });
}

function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nothingBut(problem: string): TerraformTemplate {
  return { template: new Map(), notes: [], problems: [problem] };
}

const EXPECTED = 'expected what "terraform show -json" writes of a plan file or of the state';

function whyNot(text: string): string {
  if (/^\s*\{"@level"/.test(text)) {
    return `it is the log that "terraform plan -json" or "apply -json" writes; ${EXPECTED}`;
  }
  const isWrapped = !/^\s*\{/.test(text);
  return isWrapped
    ? `it begins with lines that are not JSON; ${EXPECTED}, without terraform_wrapper`
    : `it is neither a plan nor a state; ${EXPECTED}`;
}

/** What is known, or what the configuration in a plan says. A value that is null is there, and empty. */
function valueIn(resource: ShownResource, attribute: string, shown: Shown): Tree {
  const { values, module, address } = resource;
  if (attribute in values) return textIn(values, attribute) ?? '';
  const configured = shown.valueOf(shown.expressionOf(resource, attribute), module);
  return configured ?? unknown(`${attribute} of ${address}`);
}

/** The alias in the same module with the same key is its only one, or nobody knows. */
function deployedByGroup(
  group: ShownResource,
  shown: Shown,
  { notes, problems }: { readonly notes: string[]; readonly problems: string[] },
): readonly Deployed[] {
  const platform = platformOf(group, shown);
  if (platform !== undefined && platform !== 'Lambda') {
    notes.push(`"${group.address}" is of ${platform}, and is not read`);
    return [];
  }
  const aliases = shown.resources.filter(
    ({ type, isData }) => type === 'aws_lambda_alias' && !isData,
  );
  const near = aliases.filter(({ module, key }) => module === group.module && key === group.key);
  const [only, another] = near.length > 0 ? near : aliases;
  if (!only) {
    notes.push(`"${group.address}" is not read: there is no aws_lambda_alias`);
    return [];
  }
  if (another) {
    const all = near.length > 0 ? near : aliases;
    problems.push(
      `"${group.address}" does not say which of these aliases it is for: ${listed(all.map(({ address }) => quote(address)))}; expected the inputs functions, alias, steps and alarms instead of template`,
    );
    return [];
  }
  notes.push(
    `"${group.address}" is taken for the group of ${only.address}, the only alias it can be for`,
    `hooks of "${group.address}" are in the AppSpec of each deployment; set pre-traffic-hook and post-traffic-hook if it has any`,
  );
  return [
    {
      ...{ id: only.address, group },
      functionName: valueIn(only, 'function_name', shown),
      alias: valueIn(only, 'name', shown),
    },
  ];
}

/** `undefined`: the application is elsewhere. */
function platformOf(group: ShownResource, { resources }: Shown): string | undefined {
  const app = textIn(group.values, 'app_name');
  const found = resources.find(
    ({ type, values }) => type === 'aws_codedeploy_app' && textIn(values, 'name') === app,
  );
  const platform = textIn(found?.values, 'compute_platform');
  return textIn(group.values, 'compute_platform') ?? (found ? (platform ?? 'Server') : undefined);
}

type Entry = readonly [id: string, body: TreeMap];

function resource(type: string, properties: Readonly<Record<string, Tree | undefined>>): TreeMap {
  const set = Object.entries(properties).filter(
    (entry): entry is [string, Tree] => entry[1] !== undefined,
  );
  return new Map<string, Tree>([
    ['Type', type],
    ['Properties', new Map(set)],
  ]);
}

/** The names of the provider are those of CloudFormation, in lower case. */
function configResource({ address, type, values }: ShownResource): readonly Entry[] {
  if (type !== 'aws_codedeploy_deployment_config') return [];
  const [routing] = membersIn(values, 'traffic_routing_config');
  const timed = (block: string, prefix: string): TreeMap => {
    const [inner] = membersIn(routing, block);
    return new Map([
      [`${prefix}Interval`, textIn(inner, 'interval') ?? ''],
      [`${prefix}Percentage`, textIn(inner, 'percentage') ?? ''],
    ]);
  };
  const properties = {
    DeploymentConfigName: textIn(values, 'deployment_config_name'),
    TrafficRoutingConfig: new Map<string, Tree>([
      ['Type', textIn(routing, 'type') ?? 'AllAtOnce'],
      ['TimeBasedCanary', timed('time_based_canary', 'Canary')],
      ['TimeBasedLinear', timed('time_based_linear', 'Linear')],
    ]),
  };
  return [[address, resource('AWS::CodeDeploy::DeploymentConfig', properties)]];
}

function groupResource(group: ShownResource, shown: Shown): TreeMap {
  const { address, values } = group;
  const [alarms] = membersIn(values, 'alarm_configuration');
  const [rollback] = membersIn(values, 'auto_rollback_configuration');
  const triggers = membersIn(values, 'trigger_configuration').map(
    (each) => textIn(each, 'trigger_name') ?? '',
  );
  return resource('AWS::CodeDeploy::DeploymentGroup', {
    DeploymentConfigName: valueIn(group, 'deployment_config_name', shown),
    TriggerConfigurations: triggers.length > 0 ? triggers : undefined,
    AutoRollbackConfiguration:
      rollback &&
      new Map<string, Tree>([
        ['Enabled', textIn(rollback, 'enabled') ?? 'false'],
        ['Events', textsIn(rollback, 'events')],
      ]),
    AlarmConfiguration:
      alarms &&
      new Map<string, Tree>([
        ['Enabled', textIn(alarms, 'enabled') ?? 'false'],
        ['IgnorePollAlarmFailure', textIn(alarms, 'ignore_poll_alarm_failure') ?? 'false'],
        ['Alarms', alarmsIn(alarms, address)],
      ]),
  });
}

function textsIn(of: Json, name: string): readonly string[] {
  const all = of[name];
  return Array.isArray(all) ? all.filter((each) => typeof each === 'string') : [];
}

/** A plan has null in place of a name that it does not know, or no list at all. */
function alarmsIn(alarms: Json, group: string): Tree {
  const names = textsIn(alarms, 'alarms');
  const isWhole = Array.isArray(alarms.alarms) && names.length === alarms.alarms.length;
  const isOff = alarms.enabled === false || alarms.alarms === null;
  return isWhole || isOff
    ? names.map((name) => new Map([['Name', name]]))
    : unknown(`a name in alarms of ${group}`);
}

function aliasResources({ id, group, ...alias }: Deployed): readonly Entry[] {
  const update = new Map<string, Tree>([
    ['DeploymentGroupName', new Map([['Ref', group?.address ?? '']])],
    ['BeforeAllowTrafficHook', alias.preTraffic ?? ''],
    ['AfterAllowTrafficHook', alias.postTraffic ?? ''],
  ]);
  const own = resource('AWS::Lambda::Alias', {
    FunctionName: alias.functionName,
    Name: alias.alias,
  });
  return [
    [id, new Map([...own, ['UpdatePolicy', new Map([['CodeDeployLambdaAliasUpdate', update]])]])],
  ];
}

function stageResource({ address, type, values, isData }: ShownResource): readonly Entry[] {
  const [canary] = membersIn(values, 'canary_settings');
  if (type !== 'aws_api_gateway_stage' || isData || !canary) return [];
  const overrides = Object.entries(member(canary, 'stage_variable_overrides') ?? {});
  const settings = new Map<string, Tree>([
    ['PercentTraffic', textIn(canary, 'percent_traffic') ?? ''],
    ['UseStageCache', textIn(canary, 'use_stage_cache') ?? ''],
    ['StageVariableOverrides', new Map(overrides.map(([name, value]) => [name, String(value)]))],
  ]);
  const properties = {
    RestApiId: textIn(values, 'rest_api_id') ?? unknown(`rest_api_id of ${address}`),
    StageName: textIn(values, 'stage_name') ?? unknown(`stage_name of ${address}`),
    CanarySetting: settings,
  };
  return [[address, resource('AWS::ApiGateway::Stage', properties)]];
}

/** What is released gradually, and not by this action. */
function unsupported({ resources }: Shown): readonly string[] {
  return resources.flatMap(({ type, address, isData }) =>
    type === 'aws_sfn_alias' && !isData
      ? [`"${address}" is an alias of a state machine, which this action does not release`]
      : [],
  );
}
