// Operations on the APIs themselves.

import { badRequest } from './errors.ts';
import { findRecord, type Gateway, newId } from './gateway.ts';
import { present } from './members.ts';
import type { RestApi } from './model.ts';
import type { Operation } from './operation.ts';
import { pageOf } from './paging.ts';
import {
  type Field,
  type Fields,
  items,
  parseBoolean,
  patchEntity,
  readPatch,
  scalar,
} from './patch.ts';
import { type Body, boolean, number, object, text, textMap, texts } from './read.ts';
import { type Input, jsonReply } from './request.ts';
import { newRecord } from './store.ts';
import { checkedTags } from './tags.ts';

const APIS = '/restapis';
const API = `${APIS}/{restApiId}`;

export function restApiOperations(gateway: Gateway): readonly Operation[] {
  const { records } = gateway.store;
  return [
    {
      name: 'CreateRestApi',
      method: 'POST',
      path: APIS,
      perform: (input) => jsonReply(201, createRestApi(gateway, input)),
    },
    {
      name: 'GetRestApis',
      method: 'GET',
      path: APIS,
      perform: (input) =>
        jsonReply(
          200,
          pageOf(
            [...records.values()].map(({ api }) => api),
            input,
          ),
        ),
    },
    {
      name: 'GetRestApi',
      method: 'GET',
      path: API,
      perform: (input) => jsonReply(200, findRecord(gateway, input).api),
    },
    {
      name: 'UpdateRestApi',
      method: 'PATCH',
      path: API,
      perform: (input) => {
        const record = findRecord(gateway, input);
        const operations = readPatch(input.body, 'updateRestApiInput');
        record.api = patchEntity(record.api, operations, FIELDS);
        return jsonReply(200, { ...record.api, tags: record.api.tags ?? {} });
      },
    },
    {
      name: 'DeleteRestApi',
      method: 'DELETE',
      path: API,
      perform: (input) => {
        records.delete(findRecord(gateway, input).api.id);
        return jsonReply(202);
      },
    },
  ];
}

const notEmpty = (what: string) => (value: string | undefined) => {
  if (!value) throw badRequest(`${what} cannot be an empty string`);
  return value;
};

const MAX_COMPRESSION_BYTES = 10_485_760;

function compressionSize(size: number | undefined): number | undefined {
  if (size === undefined) return undefined;
  if (Number.isInteger(size) && size >= 0 && size <= MAX_COMPRESSION_BYTES) return size;
  throw badRequest(
    `Invalid minimum compression size, must be between 0 and ${MAX_COMPRESSION_BYTES}`,
  );
}

/** A private API is reached over both kinds of addresses only (developer guide, "IP address types for REST APIs"). */
function checkAddressType(type: string, given: string | undefined): string {
  if (given !== 'ipv4' && given !== 'dualstack') {
    throw badRequest('ipAddressType must be either ipv4 or dualstack.');
  }
  if (type === 'PRIVATE' && given === 'ipv4') {
    throw badRequest('Only dualstack ipAddressType is supported for Private APIs.');
  }
  return given;
}

const endpoint: Field<RestApi> = {
  ops: ['replace'],
  keyed: true,
  apply: (api, value, key) => {
    if (key !== 'ipAddressType') {
      throw badRequest(`Invalid patch path /endpointConfiguration/${key}`);
    }
    const [type = 'EDGE'] = api.endpointConfiguration.types;
    return {
      ...api,
      endpointConfiguration: {
        ...api.endpointConfiguration,
        ipAddressType: checkAddressType(type, value),
      },
    };
  },
};

const FIELDS: Fields<RestApi> = {
  name: scalar('name', notEmpty('Name')),
  description: scalar('description', (value) => value ?? '', ['replace', 'remove']),
  version: scalar('version'),
  binaryMediaTypes: items('binaryMediaTypes', false),
  minimumCompressionSize: scalar('minimumCompressionSize', (value) =>
    value ? compressionSize(Number(value)) : undefined,
  ),
  apiKeySource: scalar('apiKeySource', (value) => keySource(value)),
  disableExecuteApiEndpoint: scalar('disableExecuteApiEndpoint', parseBoolean),
  policy: scalar('policy', (value) => value || undefined),
  endpointConfiguration: endpoint,
};

function keySource(value: string | undefined): string {
  if (value === 'HEADER' || value === 'AUTHORIZER') return value;
  throw badRequest('Invalid API key source specified. Valid options are HEADER,AUTHORIZER');
}

function createRestApi(gateway: Gateway, { body }: Input): RestApi {
  const description = text(body, 'description');
  if (description === '') throw badRequest('Description cannot be an empty string');
  const api: RestApi = {
    id: newId(gateway, 10),
    name: notEmpty('Name')(text(body, 'name')),
    createdDate: gateway.world.clock.now(),
    apiKeySource: keySource(text(body, 'apiKeySource') ?? 'HEADER'),
    endpointConfiguration: endpointConfiguration(object(body, 'endpointConfiguration') ?? {}),
    disableExecuteApiEndpoint: boolean(body, 'disableExecuteApiEndpoint') ?? false,
    rootResourceId: newId(gateway, 10),
    ...present({
      description,
      version: text(body, 'version'),
      binaryMediaTypes: texts(body, 'binaryMediaTypes'),
      minimumCompressionSize: compressionSize(number(body, 'minimumCompressionSize')),
      policy: text(body, 'policy'),
      tags: checkedTags(textMap(body, 'tags')),
    }),
  };
  gateway.store.records.set(api.id, newRecord(api));
  return api;
}

function endpointConfiguration(body: Body): RestApi['endpointConfiguration'] {
  const types = texts(body, 'types') ?? ['EDGE'];
  if (types.length > 1) throw badRequest('Cannot create an api with multiple Endpoint Types.');
  const [type] = types;
  if (type === undefined) {
    throw badRequest('REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.');
  }
  if (!['EDGE', 'REGIONAL', 'PRIVATE'].includes(type)) {
    throw badRequest('Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE');
  }
  const ipAddressType = text(body, 'ipAddressType') ?? (type === 'PRIVATE' ? 'dualstack' : 'ipv4');
  checkAddressType(type, ipAddressType);
  const vpcEndpointIds = texts(body, 'vpcEndpointIds');
  if (vpcEndpointIds?.length && type !== 'PRIVATE') {
    throw badRequest('VPCEndpoints can only be specified with PRIVATE apis.');
  }
  return { types, ipAddressType, ...present({ vpcEndpointIds }) };
}
