// What calls functions in CloudFormation's own resources, and in OpenAPI definitions within them.

import { isList, isMap, mapAt, type Tree, type TreeMap, textAt } from '../templates/tree.ts';
import { type Callee, calleeOf, shown } from './callee.ts';
import type { CallerFact, Front } from './facts.ts';
import { readDefinition } from './openapi-calls.ts';
import type { TemplateIndex } from './template-index.ts';
import {
  plainText,
  type Resource,
  resourcesOf,
  symbolic,
  type TemplateFile,
} from './template-scope.ts';

export interface FoundCallers {
  readonly callers: CallerFact[];
  readonly notes: string[];
  readonly problems: string[];
}

/** What reads one template. */
export interface Reading {
  readonly file: TemplateFile;
  readonly index: TemplateIndex;
  readonly found: FoundCallers;
}

export interface Call {
  readonly front: Front;
  readonly label: string;
  readonly through: string;
  readonly stage?: CallerFact['stage'];
}

/** Adds a caller. One of no function is none; one that is not understood is a problem. */
export function addCall(
  { file, index, found }: Reading,
  call: Call,
  called: Tree | undefined,
  variables: Readonly<Record<string, string>> = {},
): void {
  const text = symbolic(called, file);
  const callee = calleeOf(text, index.lookup(file, variables));
  const where = file.path;
  if (callee.kind === 'function') {
    const { functionId, reach } = callee;
    const [label, through] = [plainText(call.label), plainText(call.through)];
    found.callers.push({ ...call, label, through, functionId, reach, where });
  } else if (callee.kind !== 'elsewhere') {
    found.problems.push(`${file.path}: ${call.label}: ${whyNotPlaced(callee)}`);
  }
}

function whyNotPlaced(callee: Extract<Callee, { kind: 'unknown' | 'other' }>): string {
  return callee.kind === 'other'
    ? `it calls the function ${shown(callee.name)}, which is not in these files`
    : `it is not known what it calls: ${callee.why}`;
}

export function readPlainResources(reading: Reading): void {
  const resources = resourcesOf(reading.file);
  const apis = apisOf(reading.file, resources);
  for (const resource of resources) READERS[resource.type]?.(resource, { ...reading, apis });
}

/** The API of each logical ID, and the stages that call with variables of their own. */
interface Api {
  readonly label: string;
  readonly stages: readonly {
    readonly name: string;
    readonly variables: Readonly<Record<string, string>>;
  }[];
  /** The path of each resource. */
  readonly paths: ReadonlyMap<string, string>;
}

interface InApis extends Reading {
  readonly apis: ReadonlyMap<string, Api>;
}

const REST_API = 'AWS::ApiGateway::RestApi';
const V2_API = 'AWS::ApiGatewayV2::Api';

function apisOf(file: TemplateFile, resources: readonly Resource[]): ReadonlyMap<string, Api> {
  const paths = pathsOf(file, resources);
  return new Map(
    resources
      .filter(({ type }) => type === REST_API || type === V2_API)
      .map(({ id, properties }) => {
        const stages = resources
          .filter(({ type }) => type.startsWith('AWS::ApiGateway') && type.endsWith('::Stage'))
          .filter((stage) => apiIn(stage.properties, file) === id)
          .map((stage) => ({
            name: symbolic(stage.properties.get('StageName'), file),
            variables: variablesIn(stage.properties, file),
          }));
        const name = symbolic(properties.get('Name'), file);
        // A name that a variable makes says less than the logical ID.
        const label = /^[\w .-]+$/.test(name) ? name : id;
        return [id, { label, stages, paths }];
      }),
  );
}

export function variablesIn(properties: TreeMap, file: TemplateFile): Record<string, string> {
  const entries = [...mapAt(properties, 'Variables'), ...mapAt(properties, 'StageVariables')];
  return Object.fromEntries(entries.map(([name, value]) => [name, symbolic(value, file)]));
}

/** The logical ID of the API that a resource belongs to. */
function apiIn(properties: TreeMap, file: TemplateFile): string {
  return referred(properties.get('RestApiId') ?? properties.get('ApiId'), file);
}

/** The logical ID that a value refers to; empty if it is no reference. */
function referred(tree: Tree | undefined, file: TemplateFile): string {
  return /\uE000([^.\uE001]*)/.exec(symbolic(tree, file))?.[1] ?? '';
}

function pathsOf(file: TemplateFile, resources: readonly Resource[]): ReadonlyMap<string, string> {
  const parts = new Map(
    resources
      .filter(({ type }) => type === 'AWS::ApiGateway::Resource')
      .map(({ id, properties }) => [id, properties]),
  );
  const pathOf = (id: string, depth = 0): string => {
    const properties = parts.get(id);
    if (!properties || depth > parts.size) return '';
    const parent = pathOf(referred(properties.get('ParentId'), file), depth + 1);
    return `${parent}/${symbolic(properties.get('PathPart'), file)}`;
  };
  return new Map([...parts.keys()].map((id) => [id, pathOf(id)]));
}

type Reader = (resource: Resource, reading: InApis) => void;

const READERS: Readonly<Record<string, Reader>> = {
  [REST_API]: readBody('rest'),
  [V2_API]: readBody('http'),
  'AWS::ApiGateway::Method': (resource, reading) => {
    const { properties } = resource;
    const { apis, file } = reading;
    const api = apis.get(apiIn(properties, file));
    const path = api?.paths.get(referred(properties.get('ResourceId'), file)) || '/';
    const label = `${symbolic(properties.get('HttpMethod'), file)} ${path}`;
    const uri = mapAt(properties, 'Integration').get('Uri');
    inStages(reading, { front: 'rest', label, api: apiIn(properties, file) }, uri);
  },
  'AWS::ApiGateway::Authorizer': (resource, reading) => {
    const { properties } = resource;
    const label = `authorizer ${textAt(properties, 'Name') ?? resource.id}`;
    const api = apiIn(properties, reading.file);
    inStages(reading, { front: 'rest', label, api }, properties.get('AuthorizerUri'));
  },
  'AWS::ApiGatewayV2::Integration': readV2Integration,
  'AWS::ApiGatewayV2::Authorizer': ({ id, properties }, reading) => {
    const label = `authorizer ${textAt(properties, 'Name') ?? id}`;
    const api = apiIn(properties, reading.file);
    inStages(reading, { front: 'http', label, api }, properties.get('AuthorizerUri'));
  },
  'AWS::Lambda::Url': ({ properties }, reading) => {
    const qualifier = properties.get('Qualifier');
    const called = withQualifier(properties.get('TargetFunctionArn'), qualifier, reading);
    addName(reading, { front: 'url', label: 'function URL', through: '' }, called);
  },
  'AWS::Lambda::EventSourceMapping': ({ id, properties }, reading) => {
    const source = sourceWords(symbolic(properties.get('EventSourceArn'), reading.file)) || id;
    const call: Call = { front: 'source', label: `event source ${source}`, through: '' };
    addName(reading, call, symbolic(properties.get('FunctionName'), reading.file));
  },
  'AWS::Lambda::Permission': readPermission,
  'AWS::Events::Rule': ({ id, properties }, reading) => {
    const targets = properties.get('Targets');
    for (const target of isList(targets) ? targets : []) {
      const arn = isMap(target) ? symbolic(target.get('Arn'), reading.file) : '';
      addName(reading, { front: 'other', label: `rule ${id}`, through: '' }, arn);
    }
  },
  'AWS::SNS::Subscription': ({ properties }, reading) => {
    if (textAt(properties, 'Protocol') !== 'lambda') return;
    const label = `sns ${sourceWords(symbolic(properties.get('TopicArn'), reading.file))}`;
    const call: Call = { front: 'other', label, through: '' };
    addName(reading, call, symbolic(properties.get('Endpoint'), reading.file));
  },
  'AWS::Scheduler::Schedule': ({ id, properties }, reading) => {
    const call: Call = { front: 'other', label: `schedule ${id}`, through: '' };
    addName(reading, call, symbolic(mapAt(properties, 'Target').get('Arn'), reading.file));
  },
  'AWS::AppSync::DataSource': ({ id, properties }, reading) => {
    const call: Call = { front: 'other', label: `AppSync data source ${id}`, through: '' };
    const called = mapAt(properties, 'LambdaConfig').get('LambdaFunctionArn');
    addName(reading, call, symbolic(called, reading.file));
  },
};

/** Where a function may also be given by its bare name. */
function addName(reading: Reading, call: Call, called: string): void {
  if (called === '') return;
  addCall(reading, call, asFunctionArn(called));
}

/** A bare name in the form that is read everywhere. */
function asFunctionArn(called: string): string {
  return /^[\w-]+(:[\w$-]+)?$/.test(called) ? `arn:aws:lambda:::function:${called}` : called;
}

function withQualifier(called: Tree | undefined, qualifier: Tree | undefined, { file }: Reading) {
  const name = symbolic(called, file);
  const suffix = symbolic(qualifier, file);
  return suffix === '' ? name : `${asFunctionArn(name)}:${suffix}`;
}

/** An ARN's last part, for a sentence. */
export function sourceWords(arn: string): string {
  const reference = /\uE000([^.\uE001]*)/.exec(arn)?.[1];
  return reference ?? arn.split(/[:/]/).at(-1) ?? '';
}

interface InApi {
  readonly front: 'rest' | 'http' | 'websocket';
  readonly label: string;
  /** The logical ID. */
  readonly api: string;
}

/** Once for each stage, since its variables may differ; once if there is no stage. */
function inStages(reading: InApis, { front, label, api }: InApi, called: Tree | undefined): void {
  const { stages = [], label: name = api } = reading.apis.get(api) ?? {};
  const each = stages.length > 0 ? stages : [{ name: '', variables: {} }];
  for (const stage of each) {
    const through = `${front === 'rest' ? 'REST' : front === 'http' ? 'HTTP' : 'WebSocket'} ${name}${stage.name === '' ? '' : `/${stage.name}`}`;
    const released = { api, name: stage.name || undefined };
    const call = { front, label, through, ...(front === 'rest' && { stage: released }) };
    addCall(reading, call, called, stage.variables);
  }
}

function readV2Integration({ id, properties }: Resource, reading: InApis): void {
  const { file } = reading;
  const resources = resourcesOf(file);
  const api = apiIn(properties, file);
  const routes = resources
    .filter(({ type }) => type === 'AWS::ApiGatewayV2::Route')
    .filter((route) => symbolic(route.properties.get('Target'), file).includes(`\uE000${id}\uE001`))
    .map((route) => symbolic(route.properties.get('RouteKey'), file));
  const definition = resources.find((each) => each.id === api);
  const isSocket = definition && textAt(definition.properties, 'ProtocolType') === 'WEBSOCKET';
  const front = isSocket ? 'websocket' : 'http';
  for (const label of routes.length > 0 ? routes : [`integration ${id}`]) {
    inStages(reading, { front, label, api }, properties.get('IntegrationUri'));
  }
}

/** Services whose own resources say what they call. */
const READ_FROM_ITSELF = /^(apigateway|events|sns)\./;

/** Services that call a function by a permission, and whose resources are not read. */
function readPermission({ properties }: Resource, reading: InApis): void {
  const { file } = reading;
  const principal = symbolic(properties.get('Principal'), file);
  const action = symbolic(properties.get('Action'), file);
  const isRead = READ_FROM_ITSELF.test(principal) || action === 'lambda:InvokeFunctionUrl';
  if (isRead || !/\.amazonaws\.com/.test(principal)) return;
  const source = sourceWords(symbolic(properties.get('SourceArn'), file));
  const label = `${principal.split('.')[0]}${source === '' ? '' : ` ${source}`}`;
  const called = symbolic(properties.get('FunctionName'), file);
  addName(reading, { front: 'other', label, through: '' }, called);
}

function readBody(front: 'rest' | 'http'): Reader {
  return ({ id, properties }, reading) => {
    if (properties.has('BodyS3Location')) {
      reading.found.notes.push(
        `${reading.file.path}: the definition of ${id} is in S3, which is not read`,
      );
    }
    const body = properties.get('Body');
    if (!isMap(body)) return;
    readDefinition(body, (label, uri) => inStages(reading, { front, label, api: id }, uri));
  };
}
