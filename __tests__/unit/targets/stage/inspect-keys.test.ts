// Which checks need an API key, by the route that API Gateway selects.

import { describe, expect, it } from '@jest/globals';
import { needsKey } from '../../../../src/targets/stage/inspect-keys.ts';

const route = (method: string, path: string, apiKeyRequired = false) => ({
  ...{ method, path, apiKeyRequired },
  authorizationType: 'NONE',
});
const ROUTES = [
  route('ANY', '/{proxy+}', true),
  route('GET', '/health'),
  route('ANY', '/orders/{id}'),
  route('DELETE', '/orders/{id}', true),
  route('GET', '/orders/mine', true),
];

describe('a check needs an API key', () => {
  it.each([
    ['GET', '/health', false],
    ['POST', '/health', true],
    ['GET', '/health?deep=1', false],
    ['GET', '/orders/7', false],
    ['DELETE', '/orders/7', true],
    ['GET', '/orders/mine', true],
    ['GET', '/orders/7/lines', true],
  ])('%s %s: %s', (method, path, needed) => {
    expect(needsKey({ method, path }, ROUTES)).toBe(needed);
  });

  it('not if no route fits', () => {
    expect(needsKey({ method: 'GET', path: '/other' }, [route('GET', '/health', true)])).toBe(
      false,
    );
  });
});
