import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Route } from '../../../../src/aws/rest-api-model.ts';
import {
  adviceFor,
  compareRoutes,
  describeRouteDifference,
} from '../../../../src/targets/stage/routes.ts';

/** Open to everybody, by its name: `GET /orders`. */
function open(name: string): Route {
  const [method = '', path = ''] = name.split(' ');
  return { method, path, apiKeyRequired: false, authorizationType: 'NONE' };
}

const keyed = (name: string): Route => ({ ...open(name), apiKeyRequired: true });

const name = fc.constantFrom('GET /', 'GET /a', 'POST /a', 'ANY /b', 'GET /b/{id}', 'PUT /c');
const names = fc.uniqueArray(name);

const inWords = (stable: readonly Route[], canary: readonly Route[]) =>
  describeRouteDifference(compareRoutes(stable, canary));

describe('the routes of two deployments', () => {
  it('differ by exactly what one side has and the other lacks', () => {
    fc.assert(
      fc.property(names, names, (stable, canary) => {
        const [old, fresh] = [stable.map(open), canary.map(open)];
        const { added, removed } = compareRoutes(old, fresh);
        const rebuilt = [...stable.filter((r) => !removed.includes(r)), ...added];
        expect(rebuilt.sort()).toEqual([...canary].sort());
        const back = { added: removed, removed: added, guarded: [] };
        expect(compareRoutes(fresh, old)).toEqual(back);
      }),
    );
  });

  it('are described when they differ, and only then', () => {
    fc.assert(
      fc.property(names, names, (stable, canary) => {
        const same = [...stable].sort().join() === [...canary].sort().join();
        expect(inWords(stable.map(open), canary.map(open)) === undefined).toBe(same);
      }),
    );
  });

  it('are described for people, ten at the most', () => {
    const many = Array.from({ length: 12 }, (_, i) => `GET /r${String(i).padStart(2, '0')}`);
    const difference = { added: many, removed: ['DELETE /old'], guarded: [] };
    expect(describeRouteDifference(difference)).toBe(
      'only the canary has GET /r00, GET /r01, GET /r02, GET /r03, GET /r04, GET /r05, GET /r06, GET /r07, GET /r08, GET /r09 and 2 more; ' +
        'only stable has DELETE /old: while traffic is split, these routes return 403 to some users at random',
    );
    expect(adviceFor(difference)).toBe(
      'Deploy the added routes to the stage first (no one calls them yet), remove routes only after the release, or set route-guard: warn',
    );
  });

  it.each([
    ['GET /orders/{id}', 'GET /orders/{orderId}'],
    ['ANY /{proxy+}', 'ANY /{rest+}'],
    ['GET /{a}/items/{b}', 'GET /{b}/items/{a}'],
  ])('are the same under another name of a path parameter (%s, %s)', (before, after) => {
    expect(inWords([open(before)], [open(after)])).toBeUndefined();
  });

  it('differ where a path parameter becomes greedy', () => {
    expect(inWords([open('GET /a/{id}')], [open('GET /a/{id+}')])).toMatch(
      /only the canary has GET \/a\/\{id\+\}; only stable has GET \/a\/\{id\}:/,
    );
  });

  it('differ only in the verbs that ANY adds to the methods of the other side', () => {
    const verbs = ['DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'POST'].map((verb) => `${verb} /a`);
    const { added, removed, guarded } = compareRoutes(
      [open('GET /a'), open('PUT /a')],
      [open('ANY /a')],
    );
    expect({ added, removed, guarded }).toEqual({ added: verbs, removed: [], guarded: [] });
    const all = ['GET', 'PUT', ...verbs.map((each) => each.split(' ')[0])];
    const each = all.map((verb) => open(`${verb} /a`));
    expect(inWords(each, [open('ANY /a')])).toBeUndefined();
  });

  it('differ in an API key that only one side requires', () => {
    const [old, fresh] = [
      [open('GET /a'), open('GET /b')],
      [keyed('GET /a'), open('GET /b')],
    ];
    const end = ': while traffic is split, these routes return 403 to some users at random';
    expect(inWords(old, fresh)).toBe(`only the canary requires an API key for GET /a${end}`);
    expect(inWords(fresh, old)).toBe(`only stable requires an API key for GET /a${end}`);
    expect(inWords(fresh, fresh)).toBeUndefined();
    expect(adviceFor(compareRoutes(old, fresh))).toBe(
      'Deploy a change of who may call a route to the whole stage, before or after the release, or set route-guard: warn',
    );
  });

  it('differ in the type of authorization, which answers 401 as well', () => {
    const signed: Route = { ...keyed('ANY /a/{id}'), authorizationType: 'AWS_IAM' };
    expect(inWords([open('ANY /a/{key}')], [signed])).toBe(
      'only the canary requires an API key for ANY /a/{id}; ' +
        'authorization is AWS_IAM on the canary and NONE on stable for ANY /a/{id}: ' +
        'while traffic is split, these routes return 401 or 403 to some users at random',
    );
  });

  it('differ in the guard of one verb that the other side answers by ANY', () => {
    const { guarded } = compareRoutes([open('ANY /a')], [open('ANY /a'), keyed('GET /a')]);
    expect(guarded.map((route) => route.name)).toEqual(['GET /a']);
  });
});
