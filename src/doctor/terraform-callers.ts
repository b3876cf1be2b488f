// What among Terraform's resources calls a function (registry.terraform.io, provider hashicorp/aws).

import { type Callee, calleeOf, shown } from './callee.ts';
import type { CallerFact, Front } from './facts.ts';
import { sourceWords } from './template-callers.ts';
import type { TerraformInstance } from './terraform-instance.ts';
import {
  addressIn,
  asArn,
  instanceAt,
  lookupIn,
  type Read,
  type Reading,
} from './terraform-reading.ts';

interface Call {
  readonly front: Front;
  readonly label: string;
  readonly through: string;
  readonly stage?: CallerFact['stage'];
}

function addCall(
  { where, address }: TerraformInstance,
  call: Call,
  called: string,
  reading: Reading,
  variables: Readonly<Record<string, string>> = {},
): void {
  if (called === '') return;
  const callee = calleeOf(called, lookupIn(reading, variables));
  if (callee.kind === 'function') {
    const { functionId, reach } = callee;
    reading.found.callers.push({ ...call, functionId, reach, where });
  } else if (callee.kind !== 'elsewhere') {
    reading.found.problems.push(`${where}: ${address} (${call.label}): ${whyNot(callee)}`);
  }
}

function whyNot(callee: Extract<Callee, { kind: 'unknown' | 'other' }>): string {
  return callee.kind === 'other'
    ? `it calls the function ${shown(callee.name)}, which is not in these files`
    : `it is not known what it calls: ${callee.why}`;
}

export const CALLERS: Readonly<Record<string, Read>> = {
  aws_api_gateway_integration: (each, reading) => {
    const path = pathOf(each.get('resource_id'), reading) ?? `(${each.address})`;
    const method = each.get('http_method');
    const resolved = instanceAt(method, reading)?.get('http_method') ?? method;
    inStages(each, `${resolved} ${path || '/'}`.trim(), each.get('uri'), reading);
  },
  aws_api_gateway_authorizer: (each, reading) =>
    inStages(each, `authorizer ${each.get('name')}`, each.get('authorizer_uri'), reading),
  aws_api_gateway_rest_api: noteBody,
  aws_apigatewayv2_api: (each, reading) => {
    noteBody(each, reading);
    // "Quick create": an API with one route and integration.
    const call = { front: 'http', label: '$default', through: v2Words(each) } as const;
    addCall(each, call, each.get('target'), reading);
  },
  aws_apigatewayv2_integration: readV2Integration,
  aws_apigatewayv2_authorizer: (each, reading) => {
    const api = instanceAt(each.get('api_id'), reading);
    const label = `authorizer ${each.get('name')}`;
    const call = { front: 'http', label, through: v2Words(api) } as const;
    addCall(each, call, each.get('authorizer_uri'), reading);
  },
  aws_lambda_function_url: (each, reading) =>
    addQualified(each, { front: 'url', label: 'function URL', through: '' }, reading),
  aws_lambda_event_source_mapping: (each, reading) => {
    const source = sourceIn(each.get('event_source_arn')) || each.address;
    const call = { front: 'source', label: `event source ${source}`, through: '' } as const;
    addCall(each, call, asArn(each.get('function_name')), reading);
  },
  aws_lambda_permission: (each, reading) => {
    const principal = each.get('principal');
    const [service = ''] = principal.split('.');
    if (!principal.includes('.amazonaws.com') || READ_FROM_ITSELF.includes(service)) return;
    const source = sourceIn(each.get('source_arn'));
    const label = `${service}${source === '' ? '' : ` ${source}`}`;
    addQualified(each, { front: 'other', label, through: '' }, reading);
  },
  aws_cloudwatch_event_target: (each, reading) => {
    const label = `events ${sourceIn(each.get('rule')) || each.address}`;
    addCall(each, { front: 'other', label, through: '' }, each.get('arn'), reading);
  },
  aws_sns_topic_subscription: (each, reading) => {
    if (each.get('protocol') !== 'lambda') return;
    const label = `sns ${sourceIn(each.get('topic_arn'))}`;
    addCall(each, { front: 'other', label, through: '' }, each.get('endpoint'), reading);
  },
  aws_scheduler_schedule: (each, reading) => {
    const label = `schedule ${each.get('name') || each.address}`;
    for (const called of each.nested('target', 'arn')) {
      addCall(each, { front: 'other', label, through: '' }, called, reading);
    }
  },
};

/** Services whose own resources say what they call. */
const READ_FROM_ITSELF = ['apigateway', 'events', 'sns'];

function sourceIn(text: string): string {
  const address = addressIn(text);
  return address === '' ? sourceWords(text) : address.replace(/^aws_\w+?\./, '');
}

function addQualified(each: TerraformInstance, call: Call, reading: Reading): void {
  const qualifier = each.get('qualifier');
  const name = asArn(each.get('function_name'));
  const suffix = qualifierText(qualifier, reading);
  addCall(each, call, suffix === '' ? name : `${name}:${suffix}`, reading);
}

/** `aws_lambda_alias.live.name` is its name here. */
function qualifierText(text: string, { table }: Reading): string {
  const found = table.get(addressIn(text));
  return found?.kind === 'alias' ? found.alias : text;
}

/** `/orders/{id}`, from the resources above; empty for the root; `undefined`: it is not known. */
function pathOf(text: string, reading: Reading, depth = 0): string | undefined {
  const resource = instanceAt(text, reading);
  if (/root_resource_id\uE001$/.test(text) || isRootOf(text, reading)) return '';
  if (!resource || depth > reading.all.length) return undefined;
  // `each.value.resource_id` of a method leads to its resource.
  if (resource.type !== 'aws_api_gateway_resource') {
    return pathOf(resource.get('resource_id'), reading, depth + 1);
  }
  const parent = pathOf(resource.get('parent_id'), reading, depth + 1);
  return parent === undefined ? undefined : `${parent}/${resource.get('path_part')}`;
}

/** In a state, the root is an ID of the API. */
function isRootOf(id: string, { all }: Reading): boolean {
  return id !== '' && all.some((each) => each.get('root_resource_id') === id);
}

function inStages(each: TerraformInstance, label: string, called: string, reading: Reading): void {
  const api = instanceAt(each.get('rest_api_id'), reading);
  const name = api?.get('name') || api?.address || 'API';
  const own = reading.all.filter(
    (stage) =>
      stage.type === 'aws_api_gateway_stage' &&
      instanceAt(stage.get('rest_api_id'), reading) === api,
  );
  const stages = own.map((stage) => ({
    name: stage.get('stage_name'),
    variables: stage.map('variables'),
  }));
  for (const stage of stages.length > 0 ? stages : [{ name: '', variables: {} }]) {
    const through = `REST ${name}${stage.name === '' ? '' : `/${stage.name}`}`;
    const id = api?.get('id') ?? '';
    const known = /^[a-z0-9]+$/.test(id) ? id : (api?.address ?? 'API');
    const released = { api: known, name: stage.name || undefined };
    const call = { front: 'rest', label, through, stage: released } as const;
    addCall(each, call, called, reading, stage.variables);
  }
}

function noteBody(each: TerraformInstance, { found }: Reading): void {
  if (each.get('body') === '') return;
  found.notes.push(
    `${each.where}: the body of ${each.address} is an API definition, which is not read`,
  );
}

function v2Words(api: TerraformInstance | undefined): string {
  const kind = api?.get('protocol_type') === 'WEBSOCKET' ? 'WebSocket' : 'HTTP';
  return `${kind} ${api?.get('name') || api?.address || 'API'}`;
}

function readV2Integration(each: TerraformInstance, reading: Reading): void {
  const api = instanceAt(each.get('api_id'), reading);
  const routes = reading.all
    .filter(({ type }) => type === 'aws_apigatewayv2_route')
    .filter((route) => addressIn(route.get('target')) === each.address)
    .map((route) => route.get('route_key'));
  const front = api?.get('protocol_type') === 'WEBSOCKET' ? 'websocket' : 'http';
  for (const label of routes.length > 0 ? routes : [`integration ${each.address}`]) {
    addCall(each, { front, label, through: v2Words(api) }, each.get('integration_uri'), reading);
  }
}
