// What SAM's transform makes of a template, for functions with events of an implicit REST API (SAM developer guide,
// "Generated CloudFormation resources"): the API, its stage Prod, permissions, and with AutoPublishAlias the version,
// named after AutoPublishCodeSha256 or else after the code, and the alias.

import type { Any, Properties } from './account.ts';
import { digest, type Resource, type Template } from './cloudformation.ts';

const API = 'ServerlessRestApi';

export function transformed(
  template: Template & { readonly Globals?: { readonly Function?: Properties } },
  codeOf: (properties: Properties) => Uint8Array,
): Template {
  const resources: Record<string, Resource> = {};
  const methods: string[] = [];
  for (const [id, { Type, Properties: own = {} }] of Object.entries(template.Resources)) {
    if (Type !== 'AWS::Serverless::Function') throw new Error(`${Type} is not simulated`);
    const properties: Any = { ...template.Globals?.Function, ...own };
    const { Events = {}, AutoPublishAlias, AutoPublishCodeSha256, ...rest } = properties;
    const role = `${id}Role`;
    resources[role] = {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: { Statement: [] } },
    };
    resources[id] = {
      Type: 'AWS::Lambda::Function',
      Properties: { ...rest, Role: { 'Fn::GetAtt': [role, 'Arn'] } },
    };
    let [target, arn]: [unknown, unknown] = [{ Ref: id }, { 'Fn::GetAtt': [id, 'Arn'] }];
    if (AutoPublishAlias !== undefined) {
      const version = `${id}Version${AutoPublishCodeSha256?.slice(0, 10) ?? digest(codeOf(properties))}`;
      const alias = `${id}Alias${AutoPublishAlias}`;
      resources[version] = {
        Type: 'AWS::Lambda::Version',
        Properties: { FunctionName: { Ref: id } },
      };
      resources[alias] = {
        Type: 'AWS::Lambda::Alias',
        Properties: {
          ...{ Name: AutoPublishAlias, FunctionName: { Ref: id } },
          FunctionVersion: { 'Fn::GetAtt': [version, 'Version'] },
        },
      };
      [target, arn] = [{ Ref: alias }, { Ref: alias }];
    }
    for (const [name, event] of Object.entries<Any>(Events)) {
      if (event.Type !== 'Api') throw new Error(`events of ${event.Type} are not simulated`);
      const { Path, Method } = event.Properties;
      const part = Path.slice(1);
      resources[`${API}${part}`] = resourceOf(API, part);
      const method = `${API}${part}${Method}`;
      methods.push(method);
      resources[method] = methodOf(API, `${API}${part}`, Method.toUpperCase(), arn);
      resources[`${id}${name}PermissionProd`] = permissionOf(API, target);
    }
  }
  resources[API] = { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'orders' } };
  return {
    Resources: {
      ...resources,
      ...deploymentOf(API, methods, resources, 'Prod', `${API}ProdStage`),
    },
  };
}

export function resourceOf(api: string, part: string): Resource {
  return {
    Type: 'AWS::ApiGateway::Resource',
    Properties: {
      ...{ RestApiId: { Ref: api }, PathPart: part },
      ParentId: { 'Fn::GetAtt': [api, 'RootResourceId'] },
    },
  };
}

export function methodOf(api: string, resource: string, method: string, arn: unknown): Resource {
  const before = [
    ...['arn:', { Ref: 'AWS::Partition' }, ':apigateway:', { Ref: 'AWS::Region' }],
    ':lambda:path/2015-03-31/functions/',
  ];
  return {
    Type: 'AWS::ApiGateway::Method',
    Properties: {
      ...{ RestApiId: { Ref: api }, ResourceId: { Ref: resource }, HttpMethod: method },
      AuthorizationType: 'NONE',
      Integration: {
        ...{ Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST' },
        Uri: { 'Fn::Join': ['', [...before, arn, '/invocations']] },
      },
    },
  };
}

export function permissionOf(api: string, target: unknown): Resource {
  const parts = [
    ...['arn:', { Ref: 'AWS::Partition' }, ':execute-api:', { Ref: 'AWS::Region' }, ':'],
    ...[{ Ref: 'AWS::AccountId' }, ':', { Ref: api }, '/*/*/*'],
  ];
  return {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      ...{ Action: 'lambda:InvokeFunction', Principal: 'apigateway.amazonaws.com' },
      FunctionName: target,
      SourceArn: { 'Fn::Join': ['', parts] },
    },
  };
}

/** A deployment has another name after each change of the API, and the stage follows it. */
export function deploymentOf(
  api: string,
  methods: readonly string[],
  resources: Readonly<Record<string, Resource>>,
  stageName: string,
  stage: string,
): Readonly<Record<string, Resource>> {
  const id = `${api}Deployment${digest(JSON.stringify(methods.map((each) => resources[each])))}`;
  return {
    [id]: {
      ...{ Type: 'AWS::ApiGateway::Deployment', DependsOn: methods },
      Properties: { RestApiId: { Ref: api } },
    },
    [stage]: {
      Type: 'AWS::ApiGateway::Stage',
      Properties: { RestApiId: { Ref: api }, DeploymentId: { Ref: id }, StageName: stageName },
    },
  };
}
