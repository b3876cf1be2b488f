// What may be deleted of earlier releases: the newest are kept, and everything in use.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isVersionNumber, type VersionNumber } from '../../../../src/aws/versions.ts';
import { phaseTags, recordTags } from '../../../../src/rollout/record.ts';
import { otherPrincipals } from '../../../../src/targets/lambda/invoke-policy.ts';
import { oldVersions } from '../../../../src/targets/lambda/retention.ts';
import { DEPLOYMENT_MARK } from '../../../../src/targets/stage/deployment-text.ts';
import { oldDeployments } from '../../../../src/targets/stage/old-deployments.ts';
import {
  deploymentUses,
  versionIn,
  versionUses,
} from '../../../../src/targets/stage/stage-uses.ts';
import { makeRecord, makeRemembered, STAGE, STAGE_RECORD } from '../../rollout/rollout-fixture.ts';

const numbers = (count: number) =>
  Array.from({ length: count }, (_, i): VersionNumber => `${BigInt(i + 1)}`);

describe('old versions', () => {
  const release = { from: '8', to: '9' };

  it.each<[number, readonly string[], readonly string[]]>([
    [1, [], ['1', '2', '3', '4', '5', '6', '7']],
    [2, [], ['1', '2', '3', '4', '5', '6', '7']],
    [5, [], ['1', '2', '3', '4']],
    [5, ['2', '3'], ['1', '4']],
    [9, [], []],
    [1000, [], []],
  ])('of 9, with %d to be kept and %j in use, are %j', (keep, inUse, expected) => {
    expect(oldVersions(numbers(9), release, keep, inUse)).toEqual(expected);
  });

  it('are counted by number, not by spelling, in any order', () => {
    const listed: VersionNumber[] = ['9', '10', '2', '11', '1'];
    expect(oldVersions(listed, { from: '10', to: '11' }, 2, [])).toEqual(['1', '2', '9']);
  });

  it('are never newer than the release, because another person may be about to release them', () => {
    expect(oldVersions(numbers(9), { from: '3', to: '5' }, 1, [])).toEqual(['1', '2', '4']);
  });

  it('leave a place for the version that will be published', () => {
    expect(oldVersions(numbers(5), { from: '5', to: undefined }, 3, [])).toEqual(['1', '2', '3']);
    expect(oldVersions(numbers(5), { from: '2', to: undefined }, 1, [])).toEqual([
      '1',
      '3',
      '4',
      '5',
    ]);
  });

  it('are never in use, never of the release, and never among the newest, whatever there is', () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(some, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 }), some, (...given) => {
        const [listed, f, t, keep, used] = given;
        const versions = listed.map((n): VersionNumber => `${BigInt(n)}`);
        const at = (n: number) => versions[n % versions.length] ?? '';
        const [from, to, inUse] = [at(f), at(t), used.map(String)];
        const gone = oldVersions(versions, { from, to }, keep, inUse);
        for (const version of gone) {
          const newer = listed.filter((n) => n > Number(version) && n <= Number(to));
          expect(newer.length).toBeGreaterThanOrEqual(keep);
          expect([from, to, ...inUse]).not.toContain(version);
          expect(Number(version)).toBeLessThan(Number(to));
        }
      }),
    );
  });

  it('have numbers: nothing else names what is deleted', () => {
    for (const text of ['', '$LATEST', 'live', '0', '-1', '1e3', '7 ', '007', ':7']) {
      expect(isVersionNumber(text)).toBe(false);
    }
    expect(isVersionNumber('7')).toBe(true);
  });
});

describe('old deployments', () => {
  const made = (id: string, createdAt: number, description = `${DEPLOYMENT_MARK}octo-org/x`) => ({
    id,
    createdAt,
    description,
  });
  const all = [made('d', 40), made('a', 10), made('theirs', 5, 'by hand'), made('b', 20)];

  it('are those of this action, oldest first, without the newest', () => {
    expect(oldDeployments(all, 100, 1, []).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(oldDeployments(all, 100, 0, []).map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  });

  it('are none in use, and none that was made after the release began', () => {
    expect(oldDeployments(all, 100, 1, ['a']).map(({ id }) => id)).toEqual(['b']);
    expect(oldDeployments(all, 20, 0, []).map(({ id }) => id)).toEqual(['a']);
  });
});

describe('the value of a stage variable', () => {
  it.each([
    ['7', '7'],
    ['orders:7', '7'],
    ['arn:aws:lambda:eu-west-1:123456789012:function:orders:12', '12'],
    ['live', undefined],
    ['orders-7', undefined],
    ['', undefined],
  ])('"%s" leads to version %s', (value, version) => {
    expect(versionIn(value)).toBe(version);
  });
});

const ARN = 'arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5';

function stageNamed(name: string, variables: Record<string, string>, tags = {}) {
  return { name, description: '', state: { ...STAGE, variables }, tags, detailed: {} };
}

describe('what the stages of an API lead to', () => {
  const calling = (qualifier: string) => ({
    resourceId: 'r',
    path: '/',
    method: 'GET',
    uri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders:${qualifier}/invocations`,
  });
  const reading = (stages: ReturnType<typeof stageNamed>[], qualifier: string) => ({
    restApiId: 'a1b2c3d4e5',
    stageName: 'prod',
    shadowStages: [],
    stages,
    integrations: [calling(qualifier)],
  });
  const storedRollout = makeRemembered();
  const tags = {
    ...recordTags(makeRecord({ target: { ...STAGE_RECORD, deploymentId: 'base9' } }), {
      kind: 'preparing',
    }),
    ...phaseTags(storedRollout, { kind: 'baking', since: 1_764_000_900 }),
    'canary-action:canary': 'new222',
  };

  it('are versions in variables, in overrides of a canary, and in an unfinished rollout', () => {
    const canary = { deploymentId: 'c', weight: 5, overrides: { v: '12' }, useStageCache: false };
    const beta = { ...stageNamed('beta', { v: 'orders:3' }), tags };
    const prod = stageNamed('prod', { v: '11' });
    const stages = [{ ...prod, state: { ...prod.state, canary } }, beta];
    const { of, hidden } = versionUses(reading(stages, '${stageVariables.v}'));
    expect([...of('orders')].sort()).toEqual(['11', '12', '3', '7', '8', ''].sort());
    expect(hidden('orders')).toBeUndefined();
    expect([...deploymentUses(stages)].sort()).toEqual([
      'base9',
      'c',
      'new222',
      'old111',
      'old111',
    ]);
  });

  it('are unknown if a version is pinned and other stages serve unreadable deployments', () => {
    const alone = versionUses(reading([stageNamed('prod', {})], '11'));
    expect(alone.of('orders')).toEqual(['11']);
    expect(alone.hidden('orders')).toBeUndefined();
    const two = versionUses(reading([stageNamed('prod', {}), stageNamed('beta', {})], '11'));
    expect(two.hidden('orders')).toMatch(/pinned.*other stages \(beta\) call is unknown/);
    expect(two.hidden('carts')).toBeUndefined();
  });

  it('are what streamed responses and authorizers call as well', () => {
    const streamed = {
      ...calling('3'),
      uri: calling('3')
        .uri.replace('2015-03-31', '2021-11-15')
        .replace('/invocations', '/response-streaming-invocations'),
    };
    const guard = { ...calling('${stageVariables.guard}'), authorizerId: 'a1' };
    const integrations = [calling('7'), streamed, guard];
    const api = { ...reading([stageNamed('prod', { guard: '5' })], '7'), integrations };
    const { of, hidden, knows } = versionUses(api);
    expect(of('orders')).toEqual(expect.arrayContaining(['3', '5', '7']));
    expect(hidden('orders')).toBeUndefined();
    expect(knows(`${ARN}/authorizers/a1`)).toBe(true);
  });

  it('are pinned versions of a function whose name a variable holds', () => {
    const uri = calling('7').uri.replace(':orders:', ':${stageVariables.fn}:');
    const stages = [stageNamed('prod', { fn: 'orders' }), stageNamed('beta', {})];
    const api = { ...reading(stages, '7'), integrations: [{ ...calling('7'), uri }] };
    expect(versionUses(api).of('orders')).toContain('7');
    expect(versionUses(api).hidden('orders')).toMatch(/other stages \(beta\)/);
  });

  it.each(['{name}', 'orders:7:x', 'other%3A7'])(
    'cannot be seen where it is unclear what is called: %s',
    (inner) => {
      const odd = { ...calling('7'), method: 'POST', path: '/odd' };
      const uri = odd.uri.replace(/functions\/.*\/invocations/, `functions/${inner}/invocations`);
      const integrations = [calling('7'), { ...odd, uri }];
      const api = { ...reading([stageNamed('prod', {})], '7'), integrations };
      expect(versionUses(api).hidden('orders')).toBe(`it is unclear what POST /odd calls (${uri})`);
    },
  );

  it('are unknown if the stored state of a stage is unreadable', () => {
    const stages = [stageNamed('beta', {}, { 'canary-action:phase': 'gone' })];
    expect(() => versionUses(reading(stages, '1'))).toThrow(/the stage "beta" has stored state/);
  });

  it('explain the permission of a version for this stage, and for all only where it is alone', () => {
    const { knows } = versionUses(reading([stageNamed('prod', {})], '1'));
    const two = versionUses(reading([stageNamed('prod', {}), stageNamed('beta', {})], '1'));
    expect([knows(`${ARN}/prod/*`), two.knows(`${ARN}/prod/*`)]).toEqual([true, true]);
    expect([knows(`${ARN}/*/GET/x`), two.knows(`${ARN}/*/GET/x`)]).toEqual([true, false]);
    expect([knows(`${ARN}/beta/*`), knows(`${ARN}0/prod/*`), knows('')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

const FUNCTION = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';
const VERSION = `${FUNCTION}:7`;
const SOURCE = { 'aws:SourceArn': 'known' };

describe('the policy of a version', () => {
  const policy = (...conditions: readonly unknown[]) =>
    JSON.stringify({
      Statement: conditions.map((Condition) => ({ Effect: 'Allow', Resource: VERSION, Condition })),
    });
  const source = (...arns: readonly string[]) => ({ ArnLike: { 'AWS:SourceArn': arns } });
  const knows = (arn: string) => arn === 'known';

  it.each<[string, string | undefined, boolean]>([
    ['none at all', undefined, false],
    ['a caller that is known', policy(source('known')), false],
    ['one of another', policy(source('known'), source('other')), true],
    ['one source of two that is another', policy(source('known', 'other')), true],
    ['a statement without a source', policy(undefined), true],
    ['no statement', policy(), true],
    ['no JSON', 'nonsense', true],
  ])('with %s lets a stranger call: %s', (_, text, expected) => {
    const documents = text === undefined ? [] : [text];
    expect(otherPrincipals({ arn: VERSION, documents }, knows)).toBe(expected);
  });

  it.each<[string, object, boolean]>([
    ['that denies', { Effect: 'Deny', Principal: '*' }, false],
    ['about another version', { Effect: 'Allow', Resource: `${FUNCTION}:4` }, false],
    ['about the function alone', { Effect: 'Allow', Resource: FUNCTION }, false],
    ['about every version', { Effect: 'Allow', Resource: `${FUNCTION}:*` }, true],
    ['about everything but another', { Effect: 'Allow', NotResource: `${FUNCTION}:4` }, true],
    ['whose Resource is not understood', { Effect: 'Allow', Resource: [7] }, true],
    ['without Resource', { Effect: 'Allow', Resource: undefined }, true],
    ['of an effect that is not known', { Effect: 'Permit' }, true],
    ['for a source unless it is absent', { Condition: { ArnLikeIfExists: SOURCE } }, true],
    ['for any source but one', { Condition: { ArnNotLike: SOURCE } }, true],
  ])('%s: a stranger may call: %s', (_, more, expected) => {
    const own = { Effect: 'Allow', Resource: VERSION, Condition: source('known') };
    const whole = { Effect: 'Allow', Resource: VERSION, ...more };
    const documents = [own, whole].map((one) => JSON.stringify({ Statement: [one] }));
    expect(otherPrincipals({ arn: VERSION, documents }, knows)).toBe(expected);
  });
});
