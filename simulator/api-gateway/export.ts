// GetExport: what a stage serves, as OpenAPI 3.0. It exports the stage's own deployment, also while a
// canary is open: its parameter is a stage, and it has no option for the canary (API reference, GetExport).
//
// The shape is that of exports recorded on AWS (localstack/localstack,
// tests/aws/services/apigateway/test_apigateway_extended.snapshot.json): integrations in lower case,
// their responses by selection pattern, and no members with default values.

import { NotImplemented, type Reply } from '../service.ts';
import { badRequest, notFound } from './errors.ts';
import { findStage, type Gateway } from './gateway.ts';
import { nonEmpty, present } from './members.ts';
import type {
  Authorizer,
  Integration,
  IntegrationResponse,
  Method,
  Resource,
  RestApi,
  Snapshot,
} from './model.ts';
import type { Operation } from './operation.ts';
import type { Input } from './request.ts';

export function exportOperations(gateway: Gateway): readonly Operation[] {
  return [
    {
      name: 'GetExport',
      method: 'GET',
      path: '/restapis/{restApiId}/stages/{stageName}/exports/{exportType}',
      perform: (input) => exported(gateway, input),
    },
  ];
}

const EXTENSIONS = ['integrations', 'apigateway', 'authorizers'];

function exported(gateway: Gateway, input: Input): Reply {
  const { record, stage } = findStage(gateway, input);
  const { exportType } = input.labels;
  if (exportType === 'swagger') throw new NotImplemented('GetExport of the type swagger');
  if (exportType !== 'oas30') throw badRequest(`Invalid export type specified: ${exportType}`);
  if (input.accept?.includes('yaml')) throw new NotImplemented('GetExport as YAML');
  const asked = input.query.getAll('extensions').flatMap((each) => each.split(','));
  const other = asked.find((each) => !EXTENSIONS.includes(each));
  if (other !== undefined) throw new NotImplemented(`GetExport with the extension ${other}`);
  const deployment = record.deployments.get(stage.deploymentId);
  if (!deployment) throw notFound('Invalid Deployment identifier specified');
  const extended = asked.some((each) => each !== 'authorizers');
  const { resources, authorizers } = deployment.snapshot;
  const shown = asked.includes('authorizers');
  const namesOf = (method: Method) => schemesOf(method, authorizers);
  const body = {
    openapi: '3.0.1',
    ...heading(gateway, record.api, stage.stageName),
    paths: Object.fromEntries(
      resources
        .filter(({ methods }) => Object.keys(methods).length > 0)
        .map((resource) => [resource.path, pathItem(resource, extended, namesOf)]),
    ),
    components: {
      ...present({ securitySchemes: securitySchemes(resources, authorizers, shown) }),
    },
    ...(asked.includes('apigateway') && wholeApi(deployment.snapshot)),
  };
  return {
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="oas30_${stampOf(record.api)}.json"`,
    },
    body: JSON.stringify(body, null, 2),
  };
}

/** What concerns no single method (developer guide, "OpenAPI extensions for API Gateway"). */
function wholeApi({ gatewayResponses, binaryMediaTypes, policy }: Snapshot): object {
  const responses = gatewayResponses.map(({ responseType, defaultResponse: _, ...rest }) => [
    responseType,
    rest,
  ]);
  return present({
    'x-amazon-apigateway-gateway-responses': nonEmpty(Object.fromEntries(responses) as object),
    'x-amazon-apigateway-binary-media-types':
      binaryMediaTypes.length > 0 ? binaryMediaTypes : undefined,
    'x-amazon-apigateway-policy': policy === undefined ? undefined : JSON.parse(policy),
  });
}

const stampOf = ({ createdDate }: RestApi) =>
  `${new Date(createdDate).toISOString().slice(0, 19)}Z`;

function heading({ world }: Gateway, api: RestApi, stageName: string) {
  const host = `${api.id}.execute-api.${world.place.region}.amazonaws.com`;
  return {
    info: {
      title: api.name,
      ...present({ description: api.description }),
      version: api.version ?? stampOf(api),
    },
    servers: [
      {
        url: `https://${host}/{basePath}`,
        variables: { basePath: { default: `/${stageName}` } },
      },
    ],
  };
}

type NamesOf = (method: Method) => readonly string[];

const pathItem = ({ path, methods }: Resource, extended: boolean, namesOf: NamesOf) =>
  Object.fromEntries(
    Object.values(methods).map((method) => [
      method.httpMethod === 'ANY'
        ? 'x-amazon-apigateway-any-method'
        : method.httpMethod.toLowerCase(),
      operation(path, method, extended, namesOf),
    ]),
  );

function operation(path: string, method: Method, extended: boolean, namesOf: NamesOf) {
  const { operationName: operationId, methodIntegration, methodResponses } = method;
  const responses = Object.keys(methodResponses ?? {}).map((status) => [
    status,
    { description: `${status} response`, content: {} },
  ]);
  return present({
    operationId,
    parameters: nonEmpty(parameters(path, method)),
    responses: nonEmpty(Object.fromEntries(responses) as object),
    security: nonEmpty(namesOf(method).map((name) => ({ [name]: [] }))),
    'x-amazon-apigateway-integration':
      extended && methodIntegration ? integration(methodIntegration) : undefined,
  });
}

/** The parameters of the path, and those that the method declares: `method.request.querystring.page`. */
function parameters(path: string, { requestParameters = {} }: Method) {
  const inPath = [...path.matchAll(/\{([^}+]+)\+?\}/g)].map(([, name = '']) => name);
  const named = Object.entries(requestParameters).map(([key, required]) => {
    const [, , kind, ...name] = key.split('.');
    return { name: name.join('.'), in: kind === 'querystring' ? 'query' : kind, required };
  });
  const others = named.filter(({ in: place, name }) => place !== 'path' || !inPath.includes(name));
  return [...inPath.map((name) => ({ name, in: 'path', required: true })), ...others].map(
    (parameter) => ({ ...parameter, schema: { type: 'string' } }),
  );
}

const schemesOf = (
  { apiKeyRequired, authorizationType, authorizerId }: Method,
  authorizers: readonly Authorizer[],
): readonly string[] => [
  ...(apiKeyRequired ? ['api_key'] : []),
  ...(authorizationType === 'AWS_IAM' ? ['sigv4'] : []),
  ...authorizers.filter(({ id }) => id === authorizerId).map(({ name }) => name),
];

const SCHEMES: Readonly<Record<string, object>> = {
  api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
  sigv4: {
    type: 'apiKey',
    name: 'Authorization',
    in: 'header',
    'x-amazon-apigateway-authtype': 'awsSigv4',
  },
};

function securitySchemes(
  resources: readonly Resource[],
  authorizers: readonly Authorizer[],
  shown: boolean,
) {
  const methods = resources.flatMap((each) => Object.values(each.methods));
  const names = new Set(methods.flatMap((method) => schemesOf(method, authorizers)));
  const own = new Map(authorizers.map((each) => [each.name, authorizerScheme(each, shown)]));
  return nonEmpty(
    Object.fromEntries([...names].map((name) => [name, own.get(name) ?? SCHEMES[name]])),
  );
}

/** An authorizer without its id, as in the developer guide, "x-amazon-apigateway-authorizer object". */
function authorizerScheme(authorizer: Authorizer, shown: boolean): object {
  const { type, authType, identitySource = '', providerARNs } = authorizer;
  const [, header = 'Unused'] = /^method\.request\.header\.([^,]+)$/.exec(identitySource) ?? [];
  return {
    type: 'apiKey',
    name: header,
    in: 'header',
    'x-amazon-apigateway-authtype': authType,
    ...(shown && {
      'x-amazon-apigateway-authorizer': {
        type: type.toLowerCase(),
        ...present({
          providerARNs,
          authorizerUri: authorizer.authorizerUri,
          authorizerCredentials: authorizer.authorizerCredentials,
          identitySource: type === 'REQUEST' ? authorizer.identitySource : undefined,
          identityValidationExpression: authorizer.identityValidationExpression,
          authorizerResultTtlInSeconds: authorizer.authorizerResultTtlInSeconds,
        }),
      },
    }),
  };
}

const DEFAULT_TIMEOUT_MS = 29_000;

function integration(from: Integration) {
  const { timeoutInMillis, cacheKeyParameters } = from;
  return {
    type: from.type.toLowerCase(),
    ...present({
      credentials: from.credentials,
      httpMethod: from.httpMethod,
      uri: from.uri,
      connectionType: from.connectionType === 'VPC_LINK' ? from.connectionType : undefined,
      connectionId: from.connectionId,
      responses: responsesOf(from.integrationResponses),
      requestParameters: from.requestParameters,
      requestTemplates: from.requestTemplates,
      contentHandling: from.contentHandling,
      responseTransferMode: from.responseTransferMode,
      timeoutInMillis: timeoutInMillis === DEFAULT_TIMEOUT_MS ? undefined : timeoutInMillis,
      ...(cacheKeyParameters.length > 0 && {
        cacheNamespace: from.cacheNamespace,
        cacheKeyParameters,
      }),
      tlsConfig: from.tlsConfig,
    }),
    passthroughBehavior: from.passthroughBehavior.toLowerCase(),
  };
}

function responsesOf(responses: Readonly<Record<string, IntegrationResponse>> = {}) {
  const entries = Object.values(responses).map(({ selectionPattern, ...rest }) => [
    selectionPattern ?? 'default',
    rest,
  ]);
  return nonEmpty(Object.fromEntries(entries) as object);
}
