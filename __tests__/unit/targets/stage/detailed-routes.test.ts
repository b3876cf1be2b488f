// Which routes of a stage may be counted by themselves.

import { describe, expect, it } from '@jest/globals';
import { detailedMetrics } from '../../../../src/aws/detailed-metrics.ts';
import { detailedRoutes } from '../../../../src/targets/stage/detailed-routes.ts';

const ROUTES = [
  { method: 'GET', path: '/' },
  { method: 'GET', path: '/orders/{id}' },
  { method: 'POST', path: '/orders' },
];

const names = (methodSettings: Parameters<typeof detailedMetrics>[0]['methodSettings'] = {}) =>
  detailedRoutes(ROUTES, detailedMetrics({ methodSettings })).map(
    ({ method, resource }) => `${method} ${resource}`,
  );

describe('the routes with metrics of their own', () => {
  it.each([
    ['none without settings', {}, []],
    ['all', { '*/*': { metricsEnabled: true } }, ['GET /', 'GET /orders/{id}', 'POST /orders']],
    [
      'all but one, whose own setting takes precedence',
      { '*/*': { metricsEnabled: true }, '~1orders/POST': { metricsEnabled: false } },
      ['GET /', 'GET /orders/{id}'],
    ],
    ['one', { '~1orders~1{id}/GET': { metricsEnabled: true } }, ['GET /orders/{id}']],
    ['the root', { '~1/GET': { metricsEnabled: true } }, ['GET /']],
    ['none with other settings', { '*/*': { loggingLevel: 'INFO' } }, []],
  ])('%s', (_, settings, expected) => {
    expect(names(settings)).toEqual(expected);
  });

  it('are asked for under every verb if the method is ANY, because AWS does not document which counts', () => {
    const routes = [
      { method: 'ANY', path: '/a' },
      { method: 'GET', path: '/a' },
    ];
    const found = detailedRoutes(routes, { '*': true }).map(({ method }) => method);
    expect(found).toHaveLength(8);
    expect(found).toEqual(expect.arrayContaining(['ANY', 'GET', 'POST']));
  });
});
