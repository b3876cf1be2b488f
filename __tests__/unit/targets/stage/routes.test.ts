import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareRoutes, describeRouteDifference } from '../../../../src/targets/stage/routes.ts';

const route = fc.constantFrom('GET /', 'GET /a', 'POST /a', 'ANY /b', 'GET /b/{id}', 'PUT /c');
const routes = fc.uniqueArray(route);

describe('the routes of two deployments', () => {
  it('differ by exactly what one side has and the other lacks', () => {
    fc.assert(
      fc.property(routes, routes, (stable, canary) => {
        const { added, removed } = compareRoutes(stable, canary);
        const rebuilt = [...stable.filter((r) => !removed.includes(r)), ...added];
        expect(rebuilt.sort()).toEqual([...canary].sort());
        expect(compareRoutes(canary, stable)).toEqual({ added: removed, removed: added });
      }),
    );
  });

  it('are described when they differ, and only then', () => {
    fc.assert(
      fc.property(routes, routes, (stable, canary) => {
        const same = [...stable].sort().join() === [...canary].sort().join();
        expect(describeRouteDifference(compareRoutes(stable, canary)) === undefined).toBe(same);
      }),
    );
  });

  it('are described for people, ten at the most', () => {
    const many = Array.from({ length: 12 }, (_, i) => `GET /r${String(i).padStart(2, '0')}`);
    expect(describeRouteDifference({ added: many, removed: ['DELETE /old'] })).toBe(
      'only the canary has GET /r00, GET /r01, GET /r02, GET /r03, GET /r04, GET /r05, GET /r06, GET /r07, GET /r08, GET /r09 and 2 more; ' +
        'only stable has DELETE /old: while traffic is split, these routes return 403 to some users at random',
    );
  });
});
