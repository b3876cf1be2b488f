// What a template may release gradually, and this action does not: it is said, and never passed over.

import { isMap, mapAt, type TreeMap, textAt } from './tree.ts';

/** What a template may release gradually besides functions of SAM, and is not read. */
const UNREAD: Readonly<Record<string, (properties: TreeMap) => string | undefined>> = {
  'AWS::CodeDeploy::DeploymentGroup': () =>
    'is not read: no alias of this template is updated by it (UpdatePolicy, CodeDeployLambdaAliasUpdate)',
  'AWS::Serverless::Application': () => 'is a separate template, which is not read',
  'AWS::CloudFormation::Stack': () => 'is a separate template, which is not read',
  'AWS::Serverless::StateMachine': (properties) =>
    properties.has('DeploymentPreference')
      ? 'is a state machine, which this action does not release'
      : undefined,
  'AWS::StepFunctions::StateMachineAlias': (properties) =>
    properties.has('DeploymentPreference') || properties.has('RoutingConfiguration')
      ? 'is an alias of a state machine, which this action does not release'
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

/** @param read logical IDs of the deployment groups that are read */
export function reportUnread(template: TreeMap, read: ReadonlySet<string>, notes: string[]): void {
  for (const [id, resource] of mapAt(template, 'Resources')) {
    const why = isMap(resource) && !read.has(id) ? whyUnread(template, resource) : undefined;
    if (why !== undefined) notes.push(`"${id}" ${why}`);
    else if (id.startsWith('Fn::')) notes.push(`${id} in Resources is not expanded`);
  }
}

function whyUnread(template: TreeMap, resource: TreeMap): string | undefined {
  const type = textAt(resource, 'Type') ?? '';
  const own = mapAt(resource, 'Properties');
  const globals = mapAt(mapAt(template, 'Globals'), 'Api');
  const properties = type === 'AWS::Serverless::Api' ? new Map([...globals, ...own]) : own;
  return Object.hasOwn(UNREAD, type) ? UNREAD[type]?.(properties) : undefined;
}
