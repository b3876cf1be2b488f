// PutRestApi with mode=overwrite: replaces the draft of an API by a definition in OpenAPI 3.0 or Swagger 2.0. Stages,
// deployments and the API's endpoint stay (developer guide, "Import an OpenAPI file to update an existing API
// definition"). The title becomes the API's name (hashicorp/terraform-provider-aws#7161). A definition with an error
// changes nothing, and nor does one with a warning if failonwarnings is set.
//
// The operations that make single parts do the work, on a new record, so that the same values are refused.

import { NotImplemented } from '../service.ts';
import { authorizerOperations } from './authorizers.ts';
import { badRequest } from './errors.ts';
import { findRecord, type Gateway } from './gateway.ts';
import { gatewayResponseOperations } from './gateway-responses.ts';
import { integrationResponseOperations } from './integration-responses.ts';
import { integrationOperations } from './integrations.ts';
import { present } from './members.ts';
import { methodOperations } from './methods.ts';
import type { Authorizer, Resource, RestApi } from './model.ts';
import { modelOperations } from './models.ts';
import type { Operation } from './operation.ts';
import { type Body, object, text, texts } from './read.ts';
import { type Input, jsonReply } from './request.ts';
import { resourceOperations } from './resources.ts';
import { type ApiRecord, newRecord } from './store.ts';

export function importOperations(gateway: Gateway): readonly Operation[] {
  return [
    {
      name: 'PutRestApi',
      method: 'PUT',
      path: '/restapis/{restApiId}',
      perform: (input) => {
        const record = findRecord(gateway, input);
        const { body, query } = input;
        if (text(body, 'openapi') === undefined && text(body, 'swagger') === undefined) {
          throw badRequest('Invalid OpenAPI input.');
        }
        if (query.get('mode') !== 'overwrite') throw new NotImplemented('PutRestApi with merge');
        const warnings: string[] = [];
        const fresh = imported(gateway, record.api, body, warnings);
        if (query.get('failonwarnings') === 'true' && warnings.length > 0) {
          throw badRequest(`Warnings found during import:\n\t${warnings.join('\n\t')}`);
        }
        replaceDraft(record, fresh);
        return jsonReply(200, { ...record.api, ...(warnings.length > 0 && { warnings }) });
      },
    },
  ];
}

function replaceDraft(record: ApiRecord, fresh: ApiRecord): void {
  record.api = fresh.api;
  const replace = <V>(old: Map<string, V>, next: ReadonlyMap<string, V>) => {
    old.clear();
    for (const [key, value] of next) old.set(key, value);
  };
  replace(record.resources, fresh.resources);
  replace(record.authorizers, fresh.authorizers);
  replace(record.models, fresh.models);
  replace(record.gatewayResponses, fresh.gatewayResponses);
}

/** The parts of a definition, on a record of their own. */
function imported(gateway: Gateway, api: RestApi, body: Body, warnings: string[]): ApiRecord {
  const record = newRecord({ ...api, ...settingsIn(body) });
  const scratch: Gateway = {
    world: gateway.world,
    store: { ...gateway.store, records: new Map([[api.id, record]]) },
  };
  const run = runner(scratch, api.id);
  const schemes = schemesIn(body);
  createModels(run, record, body);
  for (const [name, scheme] of Object.entries(schemes)) createAuthorizer(run, name, scheme);
  const responses = object(body, 'x-amazon-apigateway-gateway-responses') ?? {};
  for (const responseType of Object.keys(responses)) {
    run('PutGatewayResponse', { responseType }, object(responses, responseType) ?? {});
  }
  const paths = object(body, 'paths') ?? {};
  for (const path of Object.keys(paths).sort()) {
    const resource = resourceAt(run, record, path);
    for (const [verb, operation] of Object.entries(object(paths, path) ?? {})) {
      createMethod(run, { record, resource, verb, schemes }, operation as Body, warnings);
    }
  }
  return record;
}

function createModels(run: Run, record: ApiRecord, body: Body): void {
  const components = object(body, 'components') ?? {};
  const all = object(components, 'schemas') ?? object(body, 'definitions') ?? {};
  for (const [name, schema] of Object.entries(all)) {
    record.models.delete(name);
    const contentType = 'application/json';
    run('CreateModel', {}, { name, contentType, schema: JSON.stringify(schema) });
  }
}

type Run = (name: string, labels: Readonly<Record<string, string>>, body: Body) => unknown;

/** Performs an operation of the API on the new record. */
function runner(gateway: Gateway, restApiId: string): Run {
  const all = [
    ...resourceOperations(gateway),
    ...methodOperations(gateway),
    ...authorizerOperations(gateway),
    ...integrationOperations(gateway),
    ...integrationResponseOperations(gateway),
    ...gatewayResponseOperations(gateway),
    ...modelOperations(gateway),
  ];
  return (name, labels, body) => {
    const operation = all.find((each) => each.name === name);
    if (!operation) throw new Error(`there is no operation ${name}`);
    const input: Input = { labels: { restApiId, ...labels }, query: new URLSearchParams(), body };
    const { body: answer } = operation.perform(input);
    return JSON.parse(String(answer));
  };
}

function settingsIn(body: Body): Partial<RestApi> {
  const info = object(body, 'info') ?? {};
  const policy = body['x-amazon-apigateway-policy'];
  if (body['x-amazon-apigateway-request-validators'] !== undefined) {
    throw new NotImplemented('request validators in an import');
  }
  return {
    ...present({
      name: text(info, 'title'),
      description: text(info, 'description'),
      version: text(info, 'version'),
      binaryMediaTypes: texts(body, 'x-amazon-apigateway-binary-media-types'),
      policy: policy === undefined ? undefined : JSON.stringify(policy),
    }),
  };
}

const schemesIn = (body: Body): Readonly<Record<string, Body>> =>
  (object(object(body, 'components') ?? {}, 'securitySchemes') ??
    object(body, 'securityDefinitions') ??
    {}) as Readonly<Record<string, Body>>;

const AUTHORIZER = 'x-amazon-apigateway-authorizer';

function createAuthorizer(run: Run, name: string, scheme: Body): void {
  const own = object(scheme, AUTHORIZER);
  if (!own) return;
  const type = text(own, 'type')?.toUpperCase() ?? '';
  const header = text(scheme, 'name');
  run(
    'CreateAuthorizer',
    {},
    {
      ...own,
      ...{ name, type, authType: text(scheme, 'x-amazon-apigateway-authtype') },
      ...present({
        identitySource:
          text(own, 'identitySource') ??
          (header && header !== 'Unused' ? `method.request.header.${header}` : undefined),
      }),
    },
  );
}

/** The resource of a path, with those above it. */
function resourceAt(run: Run, record: ApiRecord, path: string): Resource {
  const there = () => [...record.resources.values()].find((each) => each.path === path);
  const found = there();
  if (found) return found;
  const cut = path.lastIndexOf('/');
  const parent = resourceAt(run, record, cut <= 0 ? '/' : path.slice(0, cut));
  run('CreateResource', { resourceId: parent.id }, { pathPart: path.slice(cut + 1) });
  const made = there();
  if (!made) throw badRequest(`Invalid path ${path}`);
  return made;
}

interface MethodPlace {
  readonly record: ApiRecord;
  readonly resource: Resource;
  readonly verb: string;
  readonly schemes: Readonly<Record<string, Body>>;
}

function createMethod(run: Run, place: MethodPlace, operation: Body, warnings: string[]): void {
  const { resource, verb } = place;
  if (verb === 'parameters') throw new NotImplemented('parameters of a path in an import');
  const any = verb === 'x-amazon-apigateway-any-method';
  const httpMethod = any ? 'ANY' : verb.toUpperCase();
  const labels = { resourceId: resource.id, httpMethod };
  run('PutMethod', labels, {
    ...access(place, operation, warnings),
    ...present({ operationName: text(operation, 'operationId') }),
    requestParameters: parametersIn(operation),
  });
  for (const statusCode of Object.keys(object(operation, 'responses') ?? {})) {
    if (/^\d{3}$/.test(statusCode)) run('PutMethodResponse', { ...labels, statusCode }, {});
  }
  const integration = object(operation, 'x-amazon-apigateway-integration');
  if (!integration) return;
  const { responses = {}, ...rest } = integration;
  run('PutIntegration', labels, {
    ...rest,
    type: text(integration, 'type')?.toUpperCase(),
    ...present({
      passthroughBehavior: text(integration, 'passthroughBehavior')?.toUpperCase(),
      httpMethod: text(integration, 'httpMethod')?.toUpperCase(),
    }),
  });
  for (const [pattern, response] of Object.entries(responses as Readonly<Record<string, Body>>)) {
    run(
      'PutIntegrationResponse',
      { ...labels, statusCode: text(response, 'statusCode') ?? '200' },
      {
        ...response,
        ...(pattern !== 'default' && { selectionPattern: pattern }),
      },
    );
  }
}

/** Who may call a method; a scheme that is not defined is a warning. */
function access({ record, schemes }: MethodPlace, operation: Body, warnings: string[]): Body {
  const asked = (operation.security ?? []) as readonly Readonly<Record<string, unknown>>[];
  const names = asked.flatMap((each) => Object.keys(each));
  const found: Record<string, unknown> = {};
  for (const name of names) {
    const scheme = schemes[name];
    const own = [...record.authorizers.values()].find((each: Authorizer) => each.name === name);
    if (own) {
      const cognito = own.type === 'COGNITO_USER_POOLS';
      found.authorizationType = cognito ? own.type : 'CUSTOM';
      found.authorizerId = own.id;
    } else if (text(scheme ?? {}, 'x-amazon-apigateway-authtype') === 'awsSigv4') {
      found.authorizationType = 'AWS_IAM';
    } else if (scheme && text(scheme, 'name')?.toLowerCase() === 'x-api-key') {
      found.apiKeyRequired = true;
    } else warnings.push(`Security scheme ${name} is not defined or not supported.`);
  }
  return found;
}

const PLACES: Readonly<Record<string, string>> = {
  ...{ path: 'path', query: 'querystring', header: 'header' },
};

function parametersIn(operation: Body): Readonly<Record<string, boolean>> {
  const all = (operation.parameters ?? []) as readonly Body[];
  const entries = all.flatMap((each) => {
    const place = PLACES[text(each, 'in') ?? ''];
    if (place === undefined) return [];
    return [[`method.request.${place}.${text(each, 'name')}`, each.required === true] as const];
  });
  return Object.fromEntries(entries);
}
