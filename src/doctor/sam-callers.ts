// What calls functions in SAM's own resources: events, function URLs and APIs (SAM developer guide, "EventSource",
// "AWS::Serverless::Api", "AWS::Serverless::HttpApi").

import { isMap, mapAt, type Tree, type TreeMap, textAt } from '../templates/tree.ts';
import { referenceTo } from './callee.ts';
import type { Front, Mover } from './facts.ts';
import { readDefinition } from './openapi-calls.ts';
import { addCall, type Call, type Reading, sourceWords, variablesIn } from './template-callers.ts';
import { isSamFunction, propertiesOf } from './template-index.ts';
import { type Resource, resourcesOf, symbolic, type TemplateFile } from './template-scope.ts';

const REST = 'AWS::Serverless::Api';
const HTTP = 'AWS::Serverless::HttpApi';

export function readSamResources(reading: Reading): void {
  for (const resource of resourcesOf(reading.file)) {
    if (isSamFunction(resource)) readFunction(resource, reading);
    else if (resource.type === REST) readApi(resource, 'rest', reading);
    else if (resource.type === HTTP) readApi(resource, 'http', reading);
  }
}

function readFunction(resource: Resource, reading: Reading): void {
  const { file } = reading;
  const properties = propertiesOf(file, resource);
  const alias = symbolic(properties.get('AutoPublishAlias'), file);
  // SAM lets all events call the alias, if there is one.
  const called = referenceTo(alias === '' ? `${resource.id}.Arn` : `${resource.id}.Alias`);
  for (const [name, event] of mapAt(properties, 'Events')) {
    if (isMap(event)) readEvent(name, event, called, reading);
  }
  if (isMap(properties.get('FunctionUrlConfig'))) {
    addCall(reading, { front: 'url', label: 'function URL', through: '' }, called);
  }
}

function readEvent(name: string, event: TreeMap, called: string, reading: Reading): void {
  const { file } = reading;
  const type = textAt(event, 'Type') ?? '';
  const properties = mapAt(event, 'Properties');
  if (type !== 'Api' && type !== 'HttpApi') {
    addCall(reading, eventCall(name, type, properties, file), called);
    return;
  }
  const { front, api, stageName } = apiOfEvent(type, properties, file);
  const method = symbolic(properties.get('Method'), file) || 'ANY';
  const path = symbolic(properties.get('Path'), file) || '$default';
  // SAM leaves a path alone that the definition has already, and adds only a permission.
  if (isDefined(api, method, path, file)) return;
  const label = path === '$default' ? path : `${method.toUpperCase()} ${path}`;
  const through = `${front === 'rest' ? 'REST' : 'HTTP'} ${api}${stageName === '' ? '' : `/${stageName}`}`;
  const stage = front === 'rest' ? { api, name: stageName || undefined } : undefined;
  addCall(reading, { front, label, through, stage }, called);
}

/** Events that read a queue or a stream, and those that call the function. */
const SOURCES = [...['SQS', 'Kinesis', 'DynamoDB', 'MSK', 'MQ', 'SelfManagedKafka', 'DocumentDB']];

function eventCall(name: string, type: string, properties: TreeMap, file: TemplateFile): Call {
  const front: Front = SOURCES.includes(type) ? 'source' : 'other';
  const from = ['Queue', 'Stream', 'Broker', 'Topic', 'Bucket'].flatMap(
    (key) => sourceWords(symbolic(properties.get(key), file)) || [],
  );
  return { front, label: `${type} ${from[0] ?? name}`, through: '' };
}

/** The API of an event: one of the template, or the one that SAM makes for all events without. */
function apiOfEvent(type: string, properties: TreeMap, file: TemplateFile) {
  const front = type === 'Api' ? 'rest' : 'http';
  const named = symbolic(properties.get(front === 'rest' ? 'RestApiId' : 'ApiId'), file);
  const api = sourceWords(named) || (front === 'rest' ? 'ServerlessRestApi' : 'ServerlessHttpApi');
  const own = mapAt(mapAt(mapAt(file.template, 'Resources'), api), 'Properties');
  const implied = front === 'rest' && named === '' ? 'Prod' : '';
  return { front, api, stageName: symbolic(own.get('StageName'), file) || implied } as const;
}

function isDefined(api: string, method: string, path: string, file: TemplateFile): boolean {
  const own = mapAt(mapAt(mapAt(file.template, 'Resources'), api), 'Properties');
  const paths = mapAt(mapAt(own, 'DefinitionBody'), 'paths');
  return [...mapAt(paths, path).keys()].some((key) => key.toLowerCase() === method.toLowerCase());
}

function readApi({ id, properties }: Resource, front: 'rest' | 'http', reading: Reading): void {
  const { file, found } = reading;
  const name = symbolic(properties.get('StageName'), file);
  const through = `${front === 'rest' ? 'REST' : 'HTTP'} ${id}${name === '' ? '' : `/${name}`}`;
  const stage = front === 'rest' ? { api: id, name: name || undefined } : undefined;
  const variables = variablesIn(properties, file);
  const add = (label: string, uri: Tree) =>
    addCall(reading, { front, label, through, stage }, uri, variables);
  if (properties.has('DefinitionUri')) {
    found.notes.push(`${file.path}: the definition of ${id} is in another file, which is not read`);
  }
  const body = properties.get('DefinitionBody');
  if (isMap(body)) {
    if ([...body.keys()].some((key) => key.startsWith('Fn::'))) {
      found.notes.push(`${file.path}: the definition of ${id} is included, and is not read`);
    }
    readDefinition(body, add);
  }
  for (const [key, authorizer] of mapAt(mapAt(properties, 'Auth'), 'Authorizers')) {
    const called = isMap(authorizer) ? authorizer.get('FunctionArn') : undefined;
    if (called !== undefined) add(`authorizer ${key}`, called);
  }
}

/** SAM makes a deployment of each changed definition, and moves the stage to it. */
export function stageMovers({ file, found }: Reading): readonly Mover[] {
  const own = resourcesOf(file).filter(({ type }) => type === REST);
  return found.callers.flatMap(({ functionId, stage, reach, where }): readonly Mover[] => {
    const isOwn = own.some(({ id }) => id === stage?.api);
    if (!isOwn || (reach.kind !== 'variable' && reach.kind !== 'version')) return [];
    const by = `${stage?.api} is an ${REST}`;
    return [{ functionId, alias: undefined, kind: 'stage-deployment', by, where }];
  });
}
