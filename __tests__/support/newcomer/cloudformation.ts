// CloudFormation for the tests of a newcomer: deploys templates into the simulator, with the few types of resources that
// the services and `init` use. A second deployment writes a property only if it changed in the template, as AWS does.

import { createHash } from 'node:crypto';
import {
  CreateDeploymentCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  CreateStageCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutMethodCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateFunctionCommand,
  PublishVersionCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import { type CollectionTag, parse, type ScalarTag } from 'yaml';
import type { Account, Any, Made, Properties, RoleStatement, Stack, Trust } from './account.ts';

export interface Template {
  readonly Transform?: string;
  readonly Parameters?: Readonly<Record<string, { readonly Default?: string }>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, Resource>>;
}

export interface Resource {
  readonly Type: string;
  readonly Condition?: string;
  readonly DependsOn?: string | readonly string[];
  readonly Properties?: Properties;
}

export interface Deployment {
  readonly stackName: string;
  readonly template: Template;
  readonly parameters?: Readonly<Record<string, string>>;
  /** The archive of a function. */
  readonly code?: (properties: Properties) => Uint8Array;
}

/** Creates or updates a stack. @returns its resources by their logical IDs */
export async function deployStack(account: Account, deployment: Deployment): Promise<Stack> {
  const { stackName, template } = deployment;
  const before: Stack = account.stacks.get(stackName) ?? new Map();
  const after: Stack = new Map();
  const resolver = resolverOf(account, deployment, after);
  const pending = new Set<string>();
  const propertiesOf = ({ Type, Properties: written = {} }: Resource): Properties => {
    const code = Type === FUNCTION ? deployment.code?.(written) : undefined;
    return { ...(resolver.resolve(written) as Properties), ...(code && { Code: code }) };
  };
  const make = async (id: string): Promise<void> => {
    const resource = template.Resources[id];
    if (!resource || after.has(id) || !resolver.holds(resource.Condition)) return;
    if (pending.has(id)) throw new Error(`${stackName}: ${id} depends on itself`);
    pending.add(id);
    for (const need of needsOf(resource)) await make(need);
    const properties = propertiesOf(resource);
    const existing = before.get(id);
    const found = existing
      ? await update(account, existing, properties)
      : await create(account, `${stackName}-${id}`, resource.Type, properties);
    after.set(id, { type: resource.Type, properties, ...found });
  };
  for (const id of Object.keys(template.Resources)) await make(id);
  account.stacks.set(stackName, after);
  account.simulator.stacks.put({
    name: stackName,
    resources: [...after].map(([logicalId, { type, ref }]) => ({
      ...{ logicalId, type, physicalId: ref },
    })),
  });
  return after;
}

const FUNCTION = 'AWS::Lambda::Function';

function needsOf({ DependsOn = [], Properties: written = {} }: Resource): readonly string[] {
  return [...[DependsOn].flat(), ...referencesIn(written)];
}

interface Resolver {
  resolve(value: unknown): unknown;
  holds(condition: string | undefined): boolean;
}

function resolverOf(
  { simulator }: Account,
  { stackName, template, parameters = {} }: Deployment,
  made: Stack,
): Resolver {
  const { account, region, partition } = simulator.world.place;
  const pseudo: Readonly<Record<string, string>> = {
    'AWS::AccountId': account,
    'AWS::Region': region,
    'AWS::Partition': partition,
    'AWS::StackName': stackName,
    'AWS::URLSuffix': 'amazonaws.com',
  };
  const ref = (name: string): string => {
    const parameter = parameters[name] ?? template.Parameters?.[name]?.Default;
    const found = pseudo[name] ?? parameter ?? made.get(name)?.ref;
    if (found === undefined) throw new Error(`${stackName}: nothing is called ${name}`);
    return found;
  };
  const att = (id: string, name: string): string => {
    const found = made.get(id)?.atts[name];
    if (found === undefined) throw new Error(`${stackName}: ${id} has no ${name}`);
    return found;
  };
  const holds = (condition: string | undefined): boolean =>
    condition === undefined || resolve(template.Conditions?.[condition]) === true;
  const functions: Readonly<Record<string, (inner: Any) => unknown>> = {
    Ref: (name) => ref(name),
    'Fn::GetAtt': (inner) => {
      const [id, name] = typeof inner === 'string' ? inner.split('.') : inner;
      return att(id, name);
    },
    'Fn::Sub': (text) =>
      text.replace(/\$\{([\w:]+)(?:\.(\w+))?\}/g, (_: string, id: string, name?: string) =>
        name ? att(id, name) : ref(id),
      ),
    'Fn::Join': ([separator, parts]) => (resolve(parts) as readonly string[]).join(separator),
    'Fn::If': ([condition, yes, no]) => resolve(holds(condition) ? yes : no),
    'Fn::Equals': ([one, other]) => resolve(one) === resolve(other),
  };
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [[key = '', inner] = []] = entries;
    const apply = entries.length === 1 ? functions[key] : undefined;
    return apply
      ? apply(inner)
      : Object.fromEntries(entries.map(([name, each]) => [name, resolve(each)]));
  };
  return { resolve, holds };
}

/** All names that `Ref`, `GetAtt` and `Sub` may mean. */
function referencesIn(value: unknown): readonly string[] {
  const text = JSON.stringify(value);
  const patterns = [
    /"Ref":"([\w:]+)"/g,
    /"Fn::GetAtt":(?:\["|")(\w+)/g,
    /\$\{([\w]+)(?:\.\w+)?\}/g,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, id = '']) => id));
}

type Known = Pick<Made, 'ref' | 'atts'>;

async function create(account: Account, name: string, type: string, own: Any): Promise<Known> {
  const { lambda, apiGateway } = account.clients;
  const known = (ref: string, atts: Readonly<Record<string, string>> = {}) => ({ ref, atts });
  switch (type) {
    case FUNCTION: {
      const answer = await lambda.send(
        new CreateFunctionCommand({
          FunctionName: own.FunctionName ?? `${name}-${digest(name).toUpperCase()}`,
          ...{ Role: own.Role, Runtime: own.Runtime, Handler: own.Handler },
          Code: { ZipFile: own.Code },
        }),
      );
      return known(answer.FunctionName ?? '', { Arn: answer.FunctionArn ?? '' });
    }
    case 'AWS::Lambda::Version': {
      const { Version = '', FunctionArn = '' } = await lambda.send(
        new PublishVersionCommand({ FunctionName: own.FunctionName }),
      );
      return known(FunctionArn, { Version });
    }
    case 'AWS::Lambda::Alias': {
      const { AliasArn = '' } = await lambda.send(new CreateAliasCommand(own));
      return known(AliasArn);
    }
    case 'AWS::Lambda::Permission': {
      await lambda.send(new AddPermissionCommand({ ...own, StatementId: `${name}-${random()}` }));
      return known(name);
    }
    case 'AWS::ApiGateway::RestApi': {
      const { id: restApiId = '' } = await apiGateway.send(
        new CreateRestApiCommand({ name: own.Name }),
      );
      const { items } = await apiGateway.send(new GetResourcesCommand({ restApiId }));
      return known(restApiId, { RootResourceId: items?.[0]?.id ?? '' });
    }
    case 'AWS::ApiGateway::Resource': {
      const { RestApiId: restApiId, ParentId: parentId, PathPart: pathPart } = own;
      const { id = '' } = await apiGateway.send(
        new CreateResourceCommand({ restApiId, parentId, pathPart }),
      );
      return known(id);
    }
    case 'AWS::ApiGateway::Method':
      await apiGateway.send(new PutMethodCommand({ ...methodOf(own), authorizationType: 'NONE' }));
      await putIntegration(account, own);
      return known(name);
    case 'AWS::ApiGateway::Deployment': {
      const { id = '' } = await apiGateway.send(
        new CreateDeploymentCommand({ restApiId: own.RestApiId }),
      );
      return known(id);
    }
    case 'AWS::ApiGateway::Stage':
      await apiGateway.send(
        new CreateStageCommand({
          restApiId: own.RestApiId,
          stageName: own.StageName,
          deploymentId: own.DeploymentId,
        }),
      );
      return known(own.StageName);
    case 'AWS::CloudWatch::Alarm':
      await account.putAlarm(own as PutMetricAlarmCommandInput);
      return known(own.AlarmName);
    case 'AWS::IAM::Role': {
      const arn = account.putRole(own.RoleName ?? name, {
        trust: own.AssumeRolePolicyDocument.Statement as readonly Trust[],
        allowed: (own.Policies ?? []).flatMap(
          (policy: Any) => policy.PolicyDocument.Statement as readonly RoleStatement[],
        ),
      });
      return known(own.RoleName ?? name, { Arn: arn });
    }
    default:
      throw new Error(`${name}: deployments of ${type} are not simulated`);
  }
}

async function update(account: Account, { type, ref, atts, properties }: Made, own: Any) {
  const was: Any = properties;
  if (fingerprint(was) === fingerprint(own)) return { ref, atts };
  const { lambda, apiGateway } = account.clients;
  switch (type) {
    case FUNCTION:
      await lambda.send(new UpdateFunctionCodeCommand({ FunctionName: ref, ZipFile: own.Code }));
      return { ref, atts };
    case 'AWS::Lambda::Alias':
      await lambda.send(
        new UpdateAliasCommand({ ...own, RoutingConfig: { AdditionalVersionWeights: {} } }),
      );
      return { ref, atts };
    case 'AWS::ApiGateway::Method':
      await putIntegration(account, own);
      return { ref, atts };
    case 'AWS::ApiGateway::Stage':
      await apiGateway.send(
        new UpdateStageCommand({
          ...{ restApiId: own.RestApiId, stageName: own.StageName },
          patchOperations: [{ op: 'replace', path: '/deploymentId', value: own.DeploymentId }],
        }),
      );
      return { ref, atts };
    default:
      // Replaced: the new one is created before the old one is deleted.
      return create(account, ref, type, own);
  }
}

function methodOf({ RestApiId, ResourceId, HttpMethod }: Any) {
  return { restApiId: RestApiId, resourceId: ResourceId, httpMethod: HttpMethod };
}

async function putIntegration({ clients }: Account, own: Any): Promise<void> {
  await clients.apiGateway.send(
    new PutIntegrationCommand({
      ...methodOf(own),
      ...{ type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri: own.Integration.Uri },
    }),
  );
}

export function digest(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

function fingerprint(properties: Properties): string {
  return JSON.stringify(properties, (_, value) =>
    value instanceof Uint8Array ? digest(value) : value,
  );
}

let count = 0;
function random(): string {
  count += 1;
  return `s${count}`;
}

/** The tags of CloudFormation, in their long form. */
export function parseTemplate(text: string): Template {
  const name = (short: string) => (short === 'Ref' ? 'Ref' : `Fn::${short}`);
  const scalars: ScalarTag[] = ['Ref', 'GetAtt', 'Sub'].map((short) => ({
    ...{ tag: `!${short}`, identify: () => false },
    resolve: (value) => ({ [name(short)]: value }),
  }));
  const lists: CollectionTag[] = ['If', 'Equals', 'Join'].map((short) => ({
    ...{ tag: `!${short}`, collection: 'seq' as const, identify: () => false },
    resolve: (list) => ({ [name(short)]: list.toJSON() }) as never,
  }));
  return parse(text, { customTags: [...scalars, ...lists] }) as Template;
}
