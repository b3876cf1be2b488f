import {
  CreateResourceCommand,
  CreateRestApiCommand,
  type CreateRestApiCommandInput,
  DeleteIntegrationCommand,
  DeleteIntegrationResponseCommand,
  DeleteMethodCommand,
  DeleteMethodResponseCommand,
  DeleteResourceCommand,
  DeleteRestApiCommand,
  GetAccountCommand,
  GetIntegrationCommand,
  GetMethodCommand,
  GetResourcesCommand,
  GetRestApiCommand,
  GetRestApisCommand,
  GetUsagePlansCommand,
  PutIntegrationCommand,
  type PutIntegrationCommandInput,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  UpdateIntegrationCommand,
  UpdateMethodCommand,
  UpdateMethodResponseCommand,
  UpdateResourceCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Bench, badRequest, mockMethod, refusal, setUp } from './fixture.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await setUp();
});
afterEach(() => bench.close());

const notFound = (message: string) => ({ status: 404, code: 'NotFoundException', message });
const conflict = (message: string) => ({ status: 409, code: 'ConflictException', message });

describe('APIs', () => {
  it('have the members that AWS shows', async () => {
    const { client, restApiId, rootResourceId } = bench;
    const { $metadata, createdDate, ...api } = await client.send(
      new GetRestApiCommand({ restApiId }),
    );
    expect(api).toEqual({
      id: restApiId,
      name: 'orders',
      rootResourceId,
      apiKeySource: 'HEADER',
      disableExecuteApiEndpoint: false,
      endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' },
    });
    expect(createdDate).toBeInstanceOf(Date);
  });

  it('have endpoints that fit together', async () => {
    const create = (endpointConfiguration: CreateRestApiCommandInput['endpointConfiguration']) =>
      bench.client.send(new CreateRestApiCommand({ name: 'pets', endpointConfiguration }));
    const vpcEndpointIds = ['vpce-1'];
    expect(await refusal(create({ types: ['REGIONAL'], vpcEndpointIds }))).toEqual(
      badRequest('VPCEndpoints can only be specified with PRIVATE apis.'),
    );
    expect(await refusal(create({ types: ['PRIVATE'], ipAddressType: 'ipv4' }))).toEqual(
      badRequest('Only dualstack ipAddressType is supported for Private APIs.'),
    );
    const made = await create({ types: ['PRIVATE'], vpcEndpointIds });
    expect(made.endpointConfiguration).toEqual({
      types: ['PRIVATE'],
      ipAddressType: 'dualstack',
      vpcEndpointIds,
    });
    const toIpv4 = new UpdateRestApiCommand({
      restApiId: made.id,
      patchOperations: [
        { op: 'replace', path: '/endpointConfiguration/ipAddressType', value: 'ipv4' },
      ],
    });
    expect(await refusal(bench.client.send(toIpv4))).toMatchObject({ status: 400 });
  });

  it('are unknown by the id of an HTTP API, or after deletion', async () => {
    const { client, restApiId } = bench;
    const get = (id: string) => client.send(new GetRestApiCommand({ restApiId: id }));
    const unknown = (id: string) => notFound(`Invalid API identifier specified 123456789012:${id}`);
    expect(await refusal(get('a1b2c3d4e5'))).toEqual(unknown('a1b2c3d4e5'));
    await client.send(new DeleteRestApiCommand({ restApiId }));
    expect(await refusal(get(restApiId))).toEqual(unknown(restApiId));
  });

  it('are listed in pages', async () => {
    const { client } = bench;
    await client.send(new CreateRestApiCommand({ name: 'pets' }));
    const first = await client.send(new GetRestApisCommand({ limit: 1 }));
    const second = await client.send(
      new GetRestApisCommand({ limit: 1, position: first.position }),
    );
    expect([first, second].map(({ items }) => items?.[0]?.name)).toEqual(['orders', 'pets']);
    expect(await refusal(client.send(new GetRestApisCommand({ position: 'mine' })))).toMatchObject({
      status: 400,
    });
  });

  it('are changed by patches', async () => {
    const { client, restApiId } = bench;
    const patch = (op: 'replace' | 'add' | 'remove', path: string, value?: string) =>
      client.send(new UpdateRestApiCommand({ restApiId, patchOperations: [{ op, path, value }] }));
    expect(await patch('replace', '/name', 'new')).toMatchObject({ name: 'new', tags: {} });
    expect((await patch('add', '/binaryMediaTypes/image~1png')).binaryMediaTypes).toEqual([
      'image/png',
    ]);
    expect((await patch('replace', '/minimumCompressionSize', '0')).minimumCompressionSize).toBe(0);
    expect(await refusal(patch('replace', '/minimumCompressionSize', '-1'))).toEqual(
      badRequest('Invalid minimum compression size, must be between 0 and 10485760'),
    );
    expect(await refusal(patch('add', '/minimumCompressionSize', '1'))).toEqual(
      badRequest('Invalid patch operation specified. Must be one of: [replace]'),
    );
    expect(await refusal(patch('replace', '/binaryMediaTypes', 'x'))).toEqual(
      badRequest('Invalid patch path /binaryMediaTypes'),
    );
  });

  it.each([
    [{ name: 'x', description: '' }, 'Description cannot be an empty string'],
    [
      { name: 'x', endpointConfiguration: { types: ['EDGE' as const, 'REGIONAL' as const] } },
      'Cannot create an api with multiple Endpoint Types.',
    ],
    [
      { name: 'x', minimumCompressionSize: -1 },
      'Invalid minimum compression size, must be between 0 and 10485760',
    ],
  ])('are refused: %j', async (input, message) => {
    expect(await refusal(bench.client.send(new CreateRestApiCommand(input)))).toEqual(
      badRequest(message),
    );
  });
});

describe('resources', () => {
  const create = async (pathPart: string, parentId = bench.rootResourceId) => {
    const input = { restApiId: bench.restApiId, parentId, pathPart };
    return (await bench.client.send(new CreateResourceCommand(input))).id ?? '';
  };
  const paths = async () => {
    const input = { restApiId: bench.restApiId };
    return (await bench.client.send(new GetResourcesCommand(input))).items?.map(({ path }) => path);
  };

  it('are a tree, listed by their paths', async () => {
    const pets = await create('pets');
    await create('{id}', pets);
    await create('{proxy+}');
    expect(await paths()).toEqual(['/', '/pets', '/pets/{id}', '/{proxy+}']);
  });

  it('show their methods when asked, else only the verbs; in pages', async () => {
    const { client, restApiId } = bench;
    await create('pets');
    const plain = await client.send(new GetResourcesCommand({ restApiId, limit: 1 }));
    expect(plain.items?.[0]?.resourceMethods).toEqual({ GET: {} });
    const { position } = plain;
    const rest = await client.send(new GetResourcesCommand({ restApiId, limit: 1, position }));
    expect(rest.items?.map(({ path }) => path)).toEqual(['/pets']);
    expect(rest.position).toBeUndefined();
    const full = await client.send(new GetResourcesCommand({ restApiId, embed: ['methods'] }));
    expect(full.items?.[0]?.resourceMethods?.GET?.methodIntegration?.type).toBe('MOCK');
  });

  it.each([
    ['a b', /path part only allow/],
    ['', /path part only allow/],
    ['a/b', /path part only allow/],
  ])('may not be called "%s"', async (name, message) => {
    expect(await refusal(create(name))).toEqual(badRequest(expect.stringMatching(message)));
  });

  it('may not clash', async () => {
    await create('pets');
    const proxy = await create('{proxy+}');
    expect(await refusal(create('pets'))).toEqual(
      conflict('Another resource with the same parent already has this name: pets'),
    );
    expect(await refusal(create('{id}'))).toEqual(
      badRequest(
        'A sibling ({proxy+}) of this resource already has a variable path part -- only one is allowed',
      ),
    );
    expect(await refusal(create('deeper', proxy))).toEqual(
      badRequest('Cannot create a child of a resource with a greedy path variable: {proxy+}'),
    );
    expect(await refusal(create('x', 'none'))).toEqual(
      notFound('Invalid Resource identifier specified'),
    );
  });

  it('move with all below them, but never into themselves', async () => {
    const { client, restApiId } = bench;
    const pets = await create('pets');
    const dogs = await create('dogs', pets);
    const animals = await create('animals');
    const update = (resourceId: string, path: string, value: string) =>
      client.send(
        new UpdateResourceCommand({
          restApiId,
          resourceId,
          patchOperations: [{ op: 'replace', path, value }],
        }),
      );
    await update(pets, '/parentId', animals);
    await update(pets, '/pathPart', 'tame');
    expect(await paths()).toEqual(['/', '/animals', '/animals/tame', '/animals/tame/dogs']);
    expect(await refusal(update(pets, '/parentId', dogs))).toEqual(
      badRequest('Resources cannot be cyclical.'),
    );
    expect(await refusal(update(bench.rootResourceId, '/pathPart', 'x'))).toEqual(
      badRequest('Root resource cannot update its pathPart.'),
    );
    expect(await refusal(update(pets, '/path', 'x'))).toEqual(
      badRequest(
        "Invalid patch path  '/path' specified for op 'replace'. Must be one of: [/parentId, /pathPart]",
      ),
    );
  });

  it('go with all below them', async () => {
    const pets = await create('pets');
    await create('dogs', pets);
    const input = { restApiId: bench.restApiId, resourceId: pets };
    await bench.client.send(new DeleteResourceCommand(input));
    expect(await paths()).toEqual(['/']);
  });
});

describe('methods', () => {
  const at = () => ({ restApiId: bench.restApiId, resourceId: bench.rootResourceId });
  const put = (httpMethod: string, more: object = {}) =>
    bench.client.send(
      new PutMethodCommand({ ...at(), httpMethod, authorizationType: 'NONE', ...more }),
    );

  it('are put once, of a verb that is one', async () => {
    await put('ANY', { requestParameters: { 'method.request.querystring.q': true } });
    expect(await refusal(put('ANY'))).toEqual(conflict('Method already exists for this resource'));
    expect(await refusal(put('FETCH'))).toEqual(
      badRequest(
        'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY',
      ),
    );
    expect(await refusal(put('POST', { authorizationType: 'CUSTOM' }))).toEqual(
      badRequest(expect.stringMatching(/^Invalid authorizer ID specified\./)),
    );
  });

  it('declare parameters of a request, and scopes for Cognito only', async () => {
    expect(await refusal(put('PUT', { requestParameters: { 'request.header.q': true } }))).toEqual(
      badRequest(
        'Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: request.header.q]',
      ),
    );
    expect(await refusal(put('PUT', { authorizationScopes: ['orders/read'] }))).toEqual(
      badRequest('Authorization Scopes are only valid for COGNITO_USER_POOLS authorization type'),
    );
  });

  it('are changed, and go', async () => {
    const { client } = bench;
    const update = (path: string, value: string, op: 'replace' | 'add' | 'remove' = 'replace') =>
      client.send(
        new UpdateMethodCommand({
          ...at(),
          httpMethod: 'GET',
          patchOperations: [{ op, path, value }],
        }),
      );
    expect(await update('/apiKeyRequired', 'true')).toMatchObject({ apiKeyRequired: true });
    const parameter = '/requestParameters/method.request.querystring.q';
    expect((await update(parameter, 'true', 'add')).requestParameters).toEqual({
      'method.request.querystring.q': true,
    });
    expect(await update(parameter, '', 'remove')).not.toHaveProperty('requestParameters');
    expect(await refusal(update('/httpMethod', 'PUT'))).toEqual(
      badRequest('Invalid patch path /httpMethod'),
    );
    const get = { ...at(), httpMethod: 'GET' };
    await client.send(new DeleteMethodCommand(get));
    const unknown = notFound('Invalid Method identifier specified');
    expect(await refusal(client.send(new GetMethodCommand(get)))).toEqual(unknown);
    expect(
      await refusal(client.send(new GetMethodCommand({ ...get, httpMethod: 'toString' }))),
    ).toEqual(unknown);
  });

  it('declare responses', async () => {
    const { client } = bench;
    const response = { ...at(), httpMethod: 'GET', statusCode: '404' };
    await client.send(new PutMethodResponseCommand(response));
    expect(await refusal(client.send(new PutMethodResponseCommand(response)))).toEqual(
      conflict('Response already exists for this resource'),
    );
    const patchOperations = [
      { op: 'add' as const, path: '/responseParameters/method.response.header.x', value: 'true' },
    ];
    const updated = await client.send(
      new UpdateMethodResponseCommand({ ...response, patchOperations }),
    );
    expect(updated.responseParameters).toEqual({ 'method.response.header.x': true });
    await client.send(new DeleteMethodResponseCommand(response));
    expect(await refusal(client.send(new DeleteMethodResponseCommand(response)))).toEqual(
      notFound('Invalid Response status code specified'),
    );
  });
});

describe('integrations', () => {
  const at = () => ({
    restApiId: bench.restApiId,
    resourceId: bench.rootResourceId,
    httpMethod: 'GET',
  });
  const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:orders';
  const uri = (qualifier: string) =>
    `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}:${qualifier}/invocations`;
  const put = (more: Partial<PutIntegrationCommandInput> = {}) =>
    bench.client.send(
      new PutIntegrationCommand({
        ...at(),
        type: 'AWS_PROXY',
        integrationHttpMethod: 'POST',
        uri: uri('1'),
        ...more,
      }),
    );
  const update = (path: string, value?: string, op: 'replace' | 'add' | 'remove' = 'replace') =>
    bench.client.send(
      new UpdateIntegrationCommand({ ...at(), patchOperations: [{ op, path, value }] }),
    );

  it('of a pinned version are rewritten to another, and back', async () => {
    const { $metadata, ...made } = await put();
    expect(made).toEqual({
      type: 'AWS_PROXY',
      httpMethod: 'POST',
      uri: uri('1'),
      passthroughBehavior: 'WHEN_NO_MATCH',
      timeoutInMillis: 29_000,
      cacheNamespace: bench.rootResourceId,
      cacheKeyParameters: [],
    });
    expect((await update('/uri', uri('2'))).uri).toBe(uri('2'));
    expect((await update('/uri', uri('1'))).uri).toBe(uri('1'));
  });

  it('take parameters, templates and a time-out by patch', async () => {
    await put();
    expect((await update('/timeoutInMillis', '50')).timeoutInMillis).toBe(50);
    for (const bad of ['49', '29001', 'soon']) {
      expect(await refusal(update('/timeoutInMillis', bad))).toEqual(
        badRequest('Timeout should be between 50 ms and 29000 ms'),
      );
    }
    const name = 'integration.request.header.x';
    const added = await update(`/requestParameters/${name}`, "'static'", 'add');
    expect(added.requestParameters).toEqual({ [name]: "'static'" });
    expect(await update(`/requestParameters/${name}`, undefined, 'remove')).not.toHaveProperty(
      'requestParameters',
    );
    expect((await update('/requestTemplates/text~1plain', 'x', 'add')).requestTemplates).toEqual({
      'text/plain': 'x',
    });
    expect(await refusal(update('/type', 'MOCK'))).toEqual(badRequest('Invalid patch path /type'));
    expect(await refusal(update('/uri', 'nowhere'))).toEqual(
      badRequest('Invalid ARN specified in the request'),
    );
  });

  it.each([
    ['integration.request.header', "'x'", 'parameter specified: integration.request.header'],
    ['integration.request.header.x', 'static', 'specified: static'],
    [
      'integration.request.header.x',
      'method.request.path.id',
      'parameter specified: method.request.path.id',
    ],
  ])('refuse the mapping of %s from %s', async (target, source, error) => {
    expect(await refusal(put({ requestParameters: { [target]: source } }))).toEqual(
      badRequest(
        `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression ${error}]`,
      ),
    );
  });

  it('are refused when they lead nowhere', async () => {
    expect(await refusal(put({ uri: uri('1').replace(':path/', ':') }))).toEqual(
      badRequest('AWS ARN for integration must contain path or action'),
    );
    expect(await refusal(put({ connectionType: 'VPC_LINK' }))).toEqual(
      badRequest(
        'ConnectionId should be set to the vpcLinkId or stage variable on connection type VPC_LINK',
      ),
    );
    expect(await refusal(put({ uri: FUNCTION }))).toEqual(
      badRequest('Invalid ARN specified in the request'),
    );
    expect(await refusal(put({ integrationHttpMethod: undefined }))).toMatchObject({ status: 400 });
    expect(await refusal(put({ type: 'HTTP_PROXY', uri: 'example.com' }))).toMatchObject({
      status: 400,
    });
    expect(await refusal(put({ type: 'HTTPS_PROXY' as 'HTTP' }))).toEqual({
      status: 400,
      code: 'ValidationException',
      message:
        "1 validation error detected: Value 'HTTPS_PROXY' at 'putIntegrationInput.type' failed to satisfy constraint: Member must satisfy enum value set: [HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS]",
    });
  });

  it('may hold a stage variable', async () => {
    const withVariable = uri('${stageVariables.version}');
    expect((await put({ uri: withVariable })).uri).toBe(withVariable);
    const other = { type: 'HTTP_PROXY' as const, uri: 'https://${stageVariables.host}/{proxy}' };
    expect((await put(other)).uri).toBe(other.uri);
  });

  it('have responses', async () => {
    const { client } = bench;
    const response = { ...at(), statusCode: '500' };
    const parameters = { 'method.response.header.x': "'y'" };
    const putResponse = (more: object) =>
      client.send(new PutIntegrationResponseCommand({ ...response, ...more }));
    expect(await refusal(putResponse({ responseParameters: parameters }))).toEqual(
      badRequest(
        'Invalid mapping expression specified: Validation Result: warnings : [], errors : [No method response exists for method.]',
      ),
    );
    expect(await refusal(putResponse({ selectionPattern: '5..(' }))).toEqual(
      badRequest('Invalid regex pattern specified'),
    );
    expect(await putResponse({ selectionPattern: '5..' })).toMatchObject({
      statusCode: '500',
      selectionPattern: '5..',
    });
    const { integrationResponses } = await client.send(new GetIntegrationCommand(at()));
    expect(Object.keys(integrationResponses ?? {})).toEqual(['200', '500']);
    await client.send(new DeleteIntegrationResponseCommand(response));
    expect(await refusal(client.send(new DeleteIntegrationResponseCommand(response)))).toEqual(
      notFound('Invalid Response status code specified'),
    );
  });

  it('go, and are then unknown', async () => {
    await bench.client.send(new DeleteIntegrationCommand(at()));
    expect(await refusal(bench.client.send(new GetIntegrationCommand(at())))).toEqual(
      notFound('Invalid Integration identifier specified'),
    );
    expect(
      await refusal(bench.client.send(new GetIntegrationCommand({ ...at(), httpMethod: 'PUT' }))),
    ).toEqual(notFound('Invalid Method identifier specified'));
    expect(
      await refusal(bench.client.send(new GetIntegrationCommand({ ...at(), restApiId: 'none' }))),
    ).toEqual(notFound('Invalid Resource identifier specified'));
  });
});

describe('at the edges', () => {
  it('gives the account', async () => {
    const { throttleSettings } = await bench.client.send(new GetAccountCommand({}));
    expect(throttleSettings).toEqual({ burstLimit: 5000, rateLimit: 10_000 });
  });

  it('says what it does not implement', async () => {
    const { status, message } = await refusal(bench.client.send(new GetUsagePlansCommand({})));
    expect(status).toBe(501);
    expect(message).toMatch(/^not implemented by this simulator: API Gateway GET \/usageplans/);
  });

  it.each(['{', '[]', '7', '{"name": 7}'])('refuses the body %s', async (body) => {
    const response = await fetch(`${bench.simulator.url}/restapis`, {
      method: 'POST',
      body,
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=AKIATEST/20260101/us-east-1/apigateway/aws4_request, SignedHeaders=host, Signature=0`,
      },
    });
    expect(response.status).toBe(400);
    expect(response.headers.get('x-amzn-errortype')).toMatch(
      /^(BadRequest|Serialization)Exception$/,
    );
    expect(await response.json()).toEqual({ message: expect.any(String) });
  });

  it('puts dates on the wire as seconds', async () => {
    await mockMethod(bench.client, bench.restApiId, bench.rootResourceId, 'POST');
    const response = await fetch(`${bench.simulator.url}/restapis/${bench.restApiId}`, {
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=AKIATEST/20260101/us-east-1/apigateway/aws4_request, SignedHeaders=host, Signature=0`,
      },
    });
    const { createdDate } = (await response.json()) as { createdDate: number };
    expect(Number.isInteger(createdDate)).toBe(true);
    expect(new Date(createdDate * 1000).getUTCFullYear()).toBe(new Date().getUTCFullYear());
  });
});
