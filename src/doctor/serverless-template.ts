// serverless.yml as the template of CloudFormation that the framework makes of it, as far as callers are concerned
// (Serverless Framework 3 and 4, "AWS - Functions", "AWS - Resources", `lib/plugins/aws/lib/naming.js`).

import { isList, isMap, mapAt, type Tree, type TreeMap, textAt } from '../templates/tree.ts';

export interface ServerlessTemplate {
  readonly template: TreeMap;
  /** What people call each function, by its logical ID. */
  readonly labels: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

export function isServerlessFile(tree: Tree): boolean {
  return isMap(tree) && tree.has('service') && tree.has('provider');
}

/** @param path for problems */
export function serverlessTemplate(path: string, tree: TreeMap): ServerlessTemplate {
  const resources = new Map<string, Tree>();
  const labels = new Map<string, string>();
  const problems: string[] = [];
  const functions = tree.get('functions');
  for (const each of isList(functions) ? functions : [functions]) {
    if (isMap(each)) {
      for (const [name, written] of each) addFunction(name, written);
    } else if (typeof each === 'string' && each !== '') {
      problems.push(`${path}: functions are in another file (${each}). ${PACKAGED}`);
    }
  }
  const own = resourceSections(tree, path, problems);
  for (const section of own)
    for (const [id, body] of mapAt(section, 'Resources')) resources.set(id, body);
  for (const section of own) extend(resources, mapAt(section, 'extensions'));
  return { template: new Map([['Resources', resources]]), labels, problems };

  function addFunction(name: string, written: Tree): void {
    const id = `${normalize(name)}LambdaFunction`;
    labels.set(id, name);
    const body = isMap(written) ? written : new Map<string, Tree>();
    resources.set(
      id,
      resource('AWS::Lambda::Function', { FunctionName: nameOf(tree, name, body) }),
    );
    const events = body.get('events');
    for (const event of isList(events) ? events : []) {
      for (const [id2, made] of resourcesOfEvent(name, event)) resources.set(id2, made);
    }
    if (body.has('url') && body.get('url') !== 'false') {
      const properties = { TargetFunctionArn: arnOf(name) };
      resources.set(
        `${normalize(name)}LambdaFunctionUrl`,
        resource('AWS::Lambda::Url', properties),
      );
    }
  }
}

const PACKAGED =
  'Run "serverless package" first: its .serverless/cloudformation-template-update-stack.json is read instead';

function resource(type: string, properties: Readonly<Record<string, Tree>>): TreeMap {
  return new Map<string, Tree>([
    ['Type', type],
    ['Properties', new Map(Object.entries(properties))],
  ]);
}

/** `service-stage-orders`, unless it is given; empty if the stage is known only to the command that deploys. */
function nameOf(tree: TreeMap, name: string, body: TreeMap): string {
  const given = textAt(body, 'name');
  if (given !== undefined) return given;
  const service = textAt(tree, 'service') ?? textAt(mapAt(tree, 'service'), 'name') ?? '';
  const stage = textAt(mapAt(tree, 'provider'), 'stage');
  return stage === undefined ? '' : `${service}-${stage}-${name}`;
}

function arnOf(name: string): Tree {
  return new Map([['Fn::GetAtt', [`${normalize(name)}LambdaFunction`, 'Arn']]]);
}

/** `create-order` → `CreateDashorder`. */
function normalize(name: string): string {
  const plain = name.replaceAll('-', 'Dash').replaceAll('_', 'Underscore');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

type Made = readonly (readonly [string, TreeMap])[];

function resourcesOfEvent(name: string, event: Tree): Made {
  const [type, written] = isMap(event) ? ([...event][0] ?? ['', '']) : [String(event), ''];
  return EVENTS[type]?.(name, written) ?? otherEvent(name, type, written);
}

const EVENTS: Readonly<Record<string, (name: string, written: Tree) => Made>> = {
  http: (name, written) => {
    const { method, path } = routeOf(written);
    const parts = path.split('/').filter((part) => part !== '');
    const id = parts.map(normalizePart).join('');
    const resources = parts.map((part, i): readonly [string, TreeMap] => {
      const parent = `ApiGatewayResource${parts.slice(0, i).map(normalizePart).join('')}`;
      const properties = { PathPart: part, ParentId: i === 0 ? '' : ref(parent) };
      const own = `ApiGatewayResource${parts
        .slice(0, i + 1)
        .map(normalizePart)
        .join('')}`;
      return [own, resource('AWS::ApiGateway::Resource', properties)];
    });
    const last = parts.length === 0 ? '' : ref(`ApiGatewayResource${id}`);
    const uri = new Map([['Fn::Join', ['', [LAMBDA_PATH, arnOf(name), '/invocations']]]]);
    const verb = normalize(method.toLowerCase());
    return [
      ...resources,
      [
        `ApiGatewayMethod${id}${verb}`,
        resource('AWS::ApiGateway::Method', {
          ...{ HttpMethod: method.toUpperCase(), ResourceId: last, RestApiId: ref(REST_API) },
          Integration: new Map([['Uri', uri]]),
        }),
      ],
      [REST_API, resource('AWS::ApiGateway::RestApi', {})],
    ];
  },
  httpApi: (name, written) => {
    const { method, path } = routeOf(written);
    const isDefault = path === '*' || method === '*';
    const key =
      isDefault && path === '*'
        ? '$default'
        : `${method === '*' ? 'ANY' : method.toUpperCase()} ${path}`;
    const integration = `HttpApiIntegration${normalize(name)}`;
    const target = new Map([['Fn::Join', ['/', ['integrations', ref(integration)]]]]);
    const api = { ApiId: ref(HTTP_API) };
    return [
      [integration, resource(V2_INTEGRATION, { ...api, IntegrationUri: arnOf(name) })],
      [`HttpApiRoute${name}${key}`, resource(V2_ROUTE, { ...api, RouteKey: key, Target: target })],
      [HTTP_API, resource('AWS::ApiGatewayV2::Api', { ProtocolType: 'HTTP' })],
    ];
  },
  websocket: (name, written) => {
    const route = isMap(written) ? (textAt(written, 'route') ?? '$default') : String(written);
    const integration = `${normalize(name)}WebsocketsIntegration`;
    const target = new Map([['Fn::Join', ['/', ['integrations', ref(integration)]]]]);
    const uri = new Map([['Fn::Join', ['', [LAMBDA_PATH, arnOf(name), '/invocations']]]]);
    const api = { ApiId: ref(SOCKET_API) };
    return [
      [integration, resource(V2_INTEGRATION, { ...api, IntegrationUri: uri })],
      [
        `WebsocketsRoute${name}${route}`,
        resource(V2_ROUTE, { ...api, RouteKey: route, Target: target }),
      ],
      [SOCKET_API, resource('AWS::ApiGatewayV2::Api', { ProtocolType: 'WEBSOCKET' })],
    ];
  },
};

const LAMBDA_PATH = 'arn:aws:apigateway:region:lambda:path/2015-03-31/functions/';
const REST_API = 'ApiGatewayRestApi';
const HTTP_API = 'HttpApi';
const SOCKET_API = 'WebsocketsApi';
const V2_INTEGRATION = 'AWS::ApiGatewayV2::Integration';
const V2_ROUTE = 'AWS::ApiGatewayV2::Route';

function ref(id: string): Tree {
  return new Map([['Ref', id]]);
}

/** `GET /orders`, `GET orders`, `*`, or the two as a map. */
function routeOf(written: Tree): { readonly method: string; readonly path: string } {
  if (isMap(written)) {
    return { method: textAt(written, 'method') ?? '*', path: textAt(written, 'path') ?? '*' };
  }
  const [method = '*', path = method] = String(written).trim().split(/\s+/);
  return { method, path };
}

/** `{id}` → `IdVar`. */
function normalizePart(part: string): string {
  const name = part.replace(/^\{(.*?)\+?\}$/, '$1Var').replace(/[^A-Za-z0-9_-]/g, '');
  return normalize(name);
}

const SOURCES = ['sqs', 'stream', 'msk', 'kafka', 'activemq', 'rabbitmq'];

/** Those that read a queue or a stream, and those that have a permission. */
function otherEvent(name: string, type: string, written: Tree): Made {
  const from = isMap(written) ? (textAt(written, 'arn') ?? '') : String(written);
  const source = /^arn:/.test(from) ? from : '';
  const id = `${normalize(name)}Event${type}${source.split(':').at(-1) ?? ''}`;
  if (SOURCES.includes(type)) {
    const properties = { FunctionName: arnOf(name), EventSourceArn: source || type };
    return [[id, resource('AWS::Lambda::EventSourceMapping', properties)]];
  }
  return [
    [
      id,
      resource('AWS::Lambda::Permission', {
        ...{ FunctionName: arnOf(name), Principal: `${type}.amazonaws.com`, SourceArn: source },
      }),
    ],
  ];
}

/** `resources` may be a list of sections. */
function resourceSections(tree: TreeMap, path: string, problems: string[]): readonly TreeMap[] {
  const written = tree.get('resources');
  return (isList(written) ? written : [written]).flatMap((section) => {
    if (isMap(section)) return [section];
    if (typeof section === 'string' && section !== '') {
      problems.push(`${path}: resources are in another file (${section}). ${PACKAGED}`);
    }
    return [];
  });
}

/** Properties of an extension replace those of the generated resource, each as a whole. */
function extend(resources: Map<string, Tree>, extensions: TreeMap): void {
  for (const [id, extension] of extensions) {
    const made = resources.get(id);
    if (!isMap(made) || !isMap(extension)) continue;
    const properties = new Map([...mapAt(made, 'Properties'), ...mapAt(extension, 'Properties')]);
    resources.set(id, new Map([...made, ['Properties', properties]]));
  }
}
