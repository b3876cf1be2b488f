// What changed in a draft is named by method and path, and shows no more than is known to be harmless.

import type { Resource } from '@aws-sdk/client-api-gateway';
import { describe, expect, it } from '@jest/globals';
import { changesBetween } from '../../../../src/targets/stage/draft-changes.ts';

const uri = (version: number) =>
  `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111111111111:function:orders:${version}/invocations`;

const ORDERS: Resource = {
  id: 'a1',
  path: '/orders',
  resourceMethods: {
    GET: { httpMethod: 'GET', apiKeyRequired: false, methodIntegration: { uri: uri(1) } },
    POST: { httpMethod: 'POST', methodIntegration: { uri: uri(1), timeoutInMillis: 29_000 } },
  },
};

function edited(method: string, details: object): readonly Resource[] {
  return [{ ...ORDERS, resourceMethods: { ...ORDERS.resourceMethods, [method]: details } }];
}

function changes(now: readonly Resource[]): readonly string[] {
  return changesBetween({ resources: [ORDERS] }, { resources: now });
}

describe('What changed between two readings of a draft', () => {
  it('is nothing if only the order of members differs', () => {
    const { path, id, resourceMethods } = ORDERS;
    expect(changes([{ resourceMethods, path, id } as Resource])).toEqual([]);
  });

  it.each([
    ['GET', { methodIntegration: { uri: uri(9) } }, [`GET /orders now calls ${uri(9)}`]],
    [
      'GET',
      { methodIntegration: { uri: 'https://user:secret@host.example/secret?secret' } },
      ['GET /orders now calls https://…@host.example/…'],
    ],
    [
      'GET',
      { apiKeyRequired: true, methodIntegration: { uri: uri(1) } },
      ['GET /orders was edited'],
    ],
    ['POST', { methodIntegration: { uri: uri(1) } }, ['POST /orders was edited']],
    ['PUT', { httpMethod: 'PUT' }, ['PUT /orders was added']],
  ])('names a method: %s %j', (method, details, expected) => {
    expect(changes(edited(method, details))).toEqual(expected);
  });

  it('names resources that were added, edited and removed', () => {
    const pays: Resource = { id: 'b2', path: '/pay', resourceMethods: { GET: {} } };
    expect(changes([{ ...ORDERS, parentId: 'c3' }, pays])).toEqual([
      'the resource /orders was edited',
      'the resource /pay was added',
      'GET /pay was added',
    ]);
    expect(changes([])).toEqual([
      'the resource /orders was removed',
      'GET /orders was removed',
      'POST /orders was removed',
    ]);
  });
});
