import { describe, expect, it } from '@jest/globals';
import type { Integration } from '../../../../src/aws/rest-api-model.ts';
import {
  findReleaseWiring,
  pinnedIn,
  servedVersion,
} from '../../../../src/targets/stage/served-wiring.ts';

const ARN = 'arn:aws:lambda:eu-west-1:123456789012:function';

const calling = (...inners: readonly string[]): readonly Integration[] =>
  inners.map((inner, i) => ({
    resourceId: `r${i}`,
    path: `/r${i}`,
    method: 'GET',
    uri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${ARN}:${inner}/invocations`,
  }));

const BY_VARIABLE = 'orders:${stageVariables.v}';

describe('the version that a stage serves', () => {
  it.each([
    ['a pinned one', ['orders:7', 'payments:3'], {}, '7'],
    ["the variable's", [BY_VARIABLE], { v: '7' }, '7'],
    ['one, reached in two ways', [BY_VARIABLE, 'orders:7'], { v: '7' }, '7'],
  ])('is %s', (_, inners, variables, is) => {
    expect(servedVersion('orders', calling(...inners), variables)).toEqual({ is });
  });

  it.each([
    [
      'nothing calls it',
      ['payments:3'],
      {},
      'no route of the deployment that the stage serves calls',
    ],
    [
      'it has none',
      ['orders'],
      {},
      'GET /r0 of the deployment that the stage serves calls "orders" without a version',
    ],
    ['it is an alias', ['orders:live'], {}, 'through "live", so it is unknown'],
    [
      'a variable holds what may be secret',
      [BY_VARIABLE],
      { v: 'hush' },
      'through stage variable "v", which holds no version, so it is unknown',
    ],
    ['its variable is not set', [BY_VARIABLE], {}, 'without a version'],
    ['there are two', ['orders:7', 'orders:8'], {}, '(GET /r0 calls 7, GET /r1 calls 8)'],
  ])('is not known where %s', (_, inners, variables, problem) => {
    expect(servedVersion('orders', calling(...inners), variables)).toEqual({
      problem: expect.stringContaining(problem),
    });
  });
});

describe('the wiring of a release', () => {
  const variables = { v: '7', w: '9' };

  it('goes from what is served, in the way of what will be', () => {
    const served = calling(BY_VARIABLE);
    const find = (released: readonly Integration[]) =>
      findReleaseWiring('orders', { served, released }, variables);
    expect(find(served)).toMatchObject({ wiring: { kind: 'variable', variable: 'v', from: '7' } });
    expect(find(calling('orders:${stageVariables.w}'))).toMatchObject({
      wiring: { kind: 'variable', variable: 'w', from: '7' },
    });
    expect(find(calling('orders:8'))).toMatchObject({ wiring: { kind: 'pinned', from: '7' } });
  });

  it('is none if either cannot be determined', () => {
    const find = (served: string, released: string) =>
      findReleaseWiring(
        'orders',
        { served: calling(served), released: calling(released) },
        variables,
      );
    expect(find('orders', 'orders:8').kind).toBe('unsplittable');
    expect(find('orders:7', 'orders').kind).toBe('unsplittable');
  });
});

describe('integrations that are pinned', () => {
  it('are those of the function, each as it would be with the version that is served', () => {
    const all = calling('orders:7', 'orders:8', 'payments:7', BY_VARIABLE, 'orders', 'orders:live');
    const found = pinnedIn('orders', '7', all);
    expect(found.map(({ path }) => path)).toEqual(['/r0', '/r1']);
    expect(found.map(({ uri }) => /[^:]+:\d+(?=\/)/.exec(uri)?.[0])).toEqual([
      'orders:7',
      'orders:7',
    ]);
  });
});
