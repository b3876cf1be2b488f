// Terraform's resources to facts (registry.terraform.io, provider hashicorp/aws).

import { type Callee, calleeOf, type Lookup, type Referenced, shown } from './callee.ts';
import type { AliasFact, CallerFact, Front, FunctionFact, Mover, Survey } from './facts.ts';
import { sourceWords } from './template-callers.ts';
import { whyUnknown } from './template-scope.ts';
import { normalized, type TerraformInstance } from './terraform-instance.ts';

type Found = {
  readonly functions: FunctionFact[];
  readonly aliases: AliasFact[];
  readonly callers: CallerFact[];
  readonly movers: Mover[];
  readonly notes: string[];
  readonly problems: string[];
};

interface Reading {
  readonly all: readonly TerraformInstance[];
  readonly table: Map<string, Referenced>;
  readonly byName: Map<string, string>;
  readonly found: Found;
  readonly folder: string;
}

export interface SurveyOptions {
  /** What was left out when the resources were read. */
  readonly notes?: readonly string[];
  /** The folder of the root module, if there are several. */
  readonly folder?: string;
  /** The addresses of aliases that a plan changes. */
  readonly planned?: readonly string[];
}

export function surveyTerraform(
  all: readonly TerraformInstance[],
  { notes = [], planned = [], folder = '' }: SurveyOptions = {},
): Survey {
  const found: Found = {
    ...{ functions: [], aliases: [], callers: [], movers: [] },
    ...{ notes: [...notes], problems: [] },
  };
  const reading: Reading = { all, table: new Map(), byName: new Map(), found, folder };
  for (const each of all) FUNCTIONS[each.type]?.(each, reading);
  for (const each of all) ALIASES[each.type]?.(each, reading);
  for (const each of all) CALLERS[each.type]?.(each, reading);
  for (const address of planned) addPlanned(address, reading);
  for (const each of all) if (each.type === 'aws_api_gateway_stage') addStageMovers(each, reading);
  return found;
}

type Read = (instance: TerraformInstance, reading: Reading) => void;

const FUNCTIONS: Readonly<Record<string, Read>> = {
  aws_lambda_function: (each, reading) => addFunction(each, each.get('function_name'), reading),
  'module function': (each, reading) => addFunction(each, each.get('function_name'), reading),
};

function addFunction(
  { address, where }: TerraformInstance,
  name: string,
  { table, byName, found, folder }: Reading,
): void {
  const isKnown = /^[\w-]+$/.test(name);
  // Root modules may have the same addresses.
  const id = folder === '' ? address : `${folder}#${address}`;
  const fact = { id, label: address, where, tool: 'terraform' as const };
  found.functions.push({ ...fact, name: isKnown ? name : undefined });
  table.set(address, { kind: 'function', functionId: id });
  if (isKnown) byName.set(name, id);
}

const ALIASES: Readonly<Record<string, Read>> = {
  aws_lambda_alias: (each, reading) => {
    const name = each.get('name');
    const alias = addAlias(each, name, reading);
    if (!alias) return;
    const mover = { functionId: alias.functionId, alias: name, where: each.where };
    const { movers } = reading.found;
    if (alias.version === '$LATEST' || followsUnpublished(each, reading)) {
      movers.push({ ...mover, kind: 'latest', by: '$LATEST' });
    }
    if (each.ignores('function_version') === false) {
      movers.push({ ...mover, kind: 'not-ignored', by: 'function_version is not ignored' });
    } else if (each.ignores('routing_config') === false) {
      const by = 'routing_config is not ignored';
      movers.push({ ...mover, kind: 'weights-not-ignored', by });
    }
  },
  // terraform-aws-modules/lambda, modules/alias/main.tf: with refresh_alias, which is the default, it ignores the
  // version and not the weights; without, it ignores nothing.
  'module alias': (each, reading) => {
    const name = each.get('name');
    const alias = addAlias(each, name, reading);
    if (!alias || each.get('use_existing_alias') === 'true') return;
    const mover = { functionId: alias.functionId, alias: name, where: each.where };
    const isMoved = each.get('refresh_alias') === 'false';
    reading.found.movers.push(
      isMoved
        ? { ...mover, kind: 'not-ignored', by: 'refresh_alias = false' }
        : { ...mover, kind: 'weights-not-ignored', by: 'refresh_alias ignores only the version' },
    );
  },
};

function addAlias(
  each: TerraformInstance,
  name: string,
  { table, found, byName }: Reading,
): AliasFact | undefined {
  const lookup = lookupIn({ table, byName });
  const text = each.get('function_name');
  const callee = calleeOf(asArn(text), lookup);
  if (callee.kind !== 'function') {
    const why = callee.kind === 'unknown' ? callee.why : `${shown(text)} is not in these files`;
    found.problems.push(`${each.where}: the function of ${each.address} is not known: ${why}`);
    return undefined;
  }
  const { functionId } = callee;
  const version = versionWords(each.get('function_version'));
  const alias = { functionId, name, version, where: each.where };
  found.aliases.push(alias);
  table.set(each.address, { kind: 'alias', functionId, alias: name });
  return alias;
}

function addPlanned(address: string, { all, table, found }: Reading): void {
  const alias = table.get(address);
  if (alias?.kind !== 'alias') return;
  const where = all.find((each) => each.address === address)?.where ?? address;
  const mover = { functionId: alias.functionId, alias: alias.alias, where };
  found.movers.push({ ...mover, kind: 'planned', by: `the plan changes ${address}` });
}

/** Without `publish`, the version of a function is `$LATEST` (provider hashicorp/aws, `aws_lambda_function`). */
function followsUnpublished(alias: TerraformInstance, reading: Reading): boolean {
  const version = alias.get('function_version');
  const followed = instanceAt(version, reading);
  return followed?.type === 'aws_lambda_function' && followed.get('publish') !== 'true';
}

/** A number, or `undefined` for one that is known only after the deployment. */
function versionWords(text: string): string | undefined {
  return /^(\d+|\$LATEST)$/.test(text) ? text : undefined;
}

function lookupIn(
  { table, byName }: Pick<Reading, 'table' | 'byName'>,
  variables: Readonly<Record<string, string>> = {},
): Lookup {
  return {
    variables,
    named: (name) => byName.get(name),
    reference: (path) => follow(path, table),
  };
}

/** Attributes that have the version in them, or are it. */
const QUALIFIED = /\.(qualified_arn|qualified_invoke_arn|lambda_function_qualified_\w+)$/;
const NUMBER = /\.(version|lambda_function_version)$/;

function follow(path: string, table: ReadonlyMap<string, Referenced>): Referenced {
  const why = whyUnknown(path);
  if (why !== undefined) return { kind: 'unknown', why };
  const plain = normalized(path);
  const address = plain.replace(/\.[\w-]+$/, '');
  const found = table.get(address) ?? table.get(plain);
  if (!found) return { kind: 'unknown', why: `${plain} is not a function of these files` };
  if (found.kind !== 'function') return found;
  if (NUMBER.test(plain)) return { kind: 'number', version: 'published last' };
  const { functionId } = found;
  return QUALIFIED.test(plain) ? { kind: 'version', functionId, version: 'published last' } : found;
}

function asArn(called: string): string {
  return /^[\w-]+(:[\w$-]+)?$/.test(called) ? `arn:aws:lambda:::function:${called}` : called;
}

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

/** The address in a reference; empty if there is none. */
function addressIn(text: string): string {
  const path = /\uE000([^\uE001]*)\uE001/.exec(text)?.[1] ?? '';
  return normalized(path).replace(/\.[\w-]+$/, '');
}

/** By a reference, or by an ID, which a state has. */
function instanceAt(text: string, { all }: Reading): TerraformInstance | undefined {
  const address = addressIn(text);
  if (address !== '') return all.find((each) => each.address === address);
  return text === '' ? undefined : all.find((each) => each.get('id') === text);
}

const CALLERS: Readonly<Record<string, Read>> = {
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

/** A stage whose deployment or variables Terraform sets again with each apply. */
function addStageMovers(stage: TerraformInstance, reading: Reading): void {
  const { found } = reading;
  const set = ['deployment_id', 'variables'].filter(
    (attribute) => stage.ignores(attribute) === false,
  );
  if (set.length === 0) return;
  const api = instanceAt(stage.get('rest_api_id'), reading)?.address;
  const moved = found.callers.filter(
    ({ stage: own, reach }) =>
      own?.api === api && (reach.kind === 'variable' || reach.kind === 'version'),
  );
  const ids = new Set(moved.map(({ functionId }) => functionId));
  const by = `${set.join(' and ')} of ${stage.address} ${set.length === 1 ? 'is' : 'are'} not ignored`;
  for (const functionId of ids) {
    found.movers.push({
      functionId,
      alias: undefined,
      kind: 'stage-not-ignored',
      by,
      where: stage.where,
    });
  }
}
