import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Bench, badRequest, refusal, setUp } from './fixture.ts';

let bench: Bench;
let base: string;
let next: string;
beforeEach(async () => {
  bench = await setUp();
  base = await bench.deploy({ stageName: 'prod', variables: { version: '1', region: 'eu' } });
  next = await bench.deploy();
});
afterEach(() => bench.close());

const replace = (path: string, value?: string) => ({ op: 'replace' as const, path, value });
const remove = (path: string) => ({ op: 'remove' as const, path });
const copy = (from: string, path: string) => ({ op: 'copy' as const, from, path });

const openCanary = () =>
  bench.patch(
    'prod',
    replace('/canarySettings/deploymentId', next),
    replace('/canarySettings/percentTraffic', '12.5'),
    replace('/canarySettings/stageVariableOverrides/version', '2'),
  );

const PROMOTE = [
  replace('/canarySettings/percentTraffic', '0.0'),
  copy('/canarySettings/stageVariableOverrides', '/variables'),
  copy('/canarySettings/deploymentId', '/deploymentId'),
];

describe('patches that open and change a canary', () => {
  it('opens one by deployment, percent and override in one patch', async () => {
    const stage = await openCanary();
    expect(stage).toMatchObject({ deploymentId: base, variables: { version: '1', region: 'eu' } });
    expect(stage.canarySettings).toEqual({
      deploymentId: next,
      percentTraffic: 12.5,
      stageVariableOverrides: { version: '2' },
      useStageCache: false,
    });
    expect(await bench.look('prod')).toEqual(stage);
  });

  it('opens one of 0 % by the deployment alone', async () => {
    const { canarySettings } = await bench.patch(
      'prod',
      replace('/canarySettings/deploymentId', next),
    );
    expect(canarySettings).toEqual({ deploymentId: next, percentTraffic: 0, useStageCache: false });
  });

  it('opens one on the base deployment by the percent alone', async () => {
    const { canarySettings } = await bench.patch(
      'prod',
      replace('/canarySettings/percentTraffic', '5'),
    );
    expect(canarySettings).toEqual({ deploymentId: base, percentTraffic: 5, useStageCache: false });
  });

  it.each([
    ['0', 0],
    ['0.0', 0],
    ['10.5', 10.5],
    ['66.660000', 66.66],
    ['100.0', 100],
  ])('takes %s %% and shows %d', async (value, shown) => {
    const { canarySettings } = await bench.patch(
      'prod',
      replace('/canarySettings/percentTraffic', value),
    );
    expect(canarySettings?.percentTraffic).toBe(shown);
  });

  it.each(['-1', '100.01', '', 'ten', '1e9', '0x10'])('refuses "%s" %%', async (value) => {
    expect(
      await refusal(bench.patch('prod', replace('/canarySettings/percentTraffic', value))),
    ).toEqual(badRequest(expect.stringContaining('percentTraffic')));
    expect(await bench.look('prod')).not.toHaveProperty('canarySettings');
  });

  it('sets and clears the choice of cache', async () => {
    await openCanary();
    const path = '/canarySettings/useStageCache';
    expect((await bench.patch('prod', replace(path, 'true'))).canarySettings?.useStageCache).toBe(
      true,
    );
    expect((await bench.patch('prod', replace(path, 'false'))).canarySettings?.useStageCache).toBe(
      false,
    );
  });

  it('removes overrides one by one, and shows no empty map', async () => {
    await openCanary();
    await bench.patch('prod', replace('/canarySettings/stageVariableOverrides/extra', 'x'));
    const one = await bench.patch('prod', remove('/canarySettings/stageVariableOverrides/version'));
    expect(one.canarySettings?.stageVariableOverrides).toEqual({ extra: 'x' });
    const none = await bench.patch('prod', remove('/canarySettings/stageVariableOverrides/extra'));
    expect(none.canarySettings).toEqual({
      deploymentId: next,
      percentTraffic: 12.5,
      useStageCache: false,
    });
  });

  it('takes canary, variable and method settings in one patch', async () => {
    const stage = await bench.patch(
      'prod',
      replace('/canarySettings/percentTraffic', '1'),
      replace('/variables/added', 'y'),
      remove('/variables/region'),
      replace('/*/*/metrics/enabled', 'true'),
    );
    expect(stage.variables).toEqual({ version: '1', added: 'y' });
    expect(stage.methodSettings?.['*/*']?.metricsEnabled).toBe(true);
    expect(stage.canarySettings?.percentTraffic).toBe(1);
  });
});

describe('patches that AWS refuses', () => {
  beforeEach(() => openCanary());

  const cannotRemove = (path: string) =>
    `Cannot remove method setting ${path} because there is no method setting for this method `;

  it.each([
    [
      { op: 'add' as const, path: '/canarySettings/deploymentId', value: 'x' },
      'Invalid add operation with path: /canarySettings/deploymentId',
    ],
    [
      { op: 'add' as const, path: '/tags/team', value: 'x' },
      'Invalid add operation with path: /tags/team',
    ],
    [
      { op: 'move' as const, path: '/deploymentId', from: '/description' },
      'Invalid move operation with path: /deploymentId',
    ],
    [
      remove('/canarySettings/stageVariableOverrides'),
      cannotRemove('canarySettings/stageVariableOverrides'),
    ],
    [
      remove('/canarySettings/stageVariableOverrides/none'),
      cannotRemove('canarySettings/stageVariableOverrides/none'),
    ],
    [remove('/canarySettings/badPath'), cannotRemove('canarySettings/badPath')],
    [remove('/tags/team'), cannotRemove('tags/team')],
    [remove('/variables/none'), cannotRemove('variables/none')],
    [remove('/variables/constructor'), cannotRemove('variables/constructor')],
    [replace('/canarySettings/deploymentId', 'none'), 'Deployment id does not exist'],
    [replace('/deploymentId', 'none'), 'Deployment id does not exist'],
    [
      copy('/variables', '/canarySettings/stageVariableOverrides'),
      'Invalid copy operation with path: /canarySettings/stageVariableOverrides and from /variables. Valid copy:path are [/deploymentId, /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]',
    ],
  ])('%j', async (operation, message) => {
    const before = await bench.look('prod');
    expect(await refusal(bench.patch('prod', operation))).toEqual(badRequest(message));
    expect(await bench.look('prod')).toEqual(before);
  });

  it.each([
    '/canarySettings',
    '/canarySettings/badPath',
    '/canary/percentTraffic',
    '/tags/team',
    '/documentation_version',
    '/*/*/nothing/enabled',
    '/constructor',
  ])('replace %s: no such path', async (path) => {
    const { status, code, message } = await refusal(bench.patch('prod', replace(path, 'x')));
    expect({ status, code }).toEqual({ status: 400, code: 'BadRequestException' });
    expect(message).toMatch(
      /^Invalid method setting path: .*\. Must be one of: \[\/deploymentId, /,
    );
    expect(message).toContain(`path: ${path}.`);
  });

  it('an operation that is none', async () => {
    const operation = { op: 'mend' as 'add', path: '/description', value: 'x' };
    expect(await refusal(bench.patch('prod', operation))).toEqual({
      status: 400,
      code: 'ValidationException',
      message:
        "1 validation error detected: Value 'mend' at 'updateStageInput.patchOperations.1.member.op' failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]",
    });
  });
});

describe('promotion', () => {
  it('moves the deployment, merges the variables and keeps the canary at 0 %', async () => {
    await openCanary();
    const stage = await bench.patch('prod', ...PROMOTE);
    expect(stage).toMatchObject({ deploymentId: next, variables: { version: '2', region: 'eu' } });
    expect(stage.canarySettings).toEqual({
      deploymentId: next,
      percentTraffic: 0,
      stageVariableOverrides: { version: '2' },
      useStageCache: false,
    });
  });

  it('changes no variable when there are no overrides', async () => {
    await bench.patch('prod', replace('/canarySettings/deploymentId', next));
    const { variables } = await bench.patch('prod', ...PROMOTE);
    expect(variables).toEqual({ version: '1', region: 'eu' });
  });

  it('is refused without a canary, when a copy comes first', async () => {
    expect(await refusal(bench.patch('prod', ...PROMOTE.slice(1), PROMOTE[0]!))).toEqual(
      badRequest('Promotion not available. Canary does not exist.'),
    );
  });

  it('succeeds in vain without a canary, when the percent comes first', async () => {
    const stage = await bench.patch('prod', ...PROMOTE);
    expect(stage.deploymentId).toBe(base);
    expect(stage.canarySettings).toEqual({
      deploymentId: base,
      percentTraffic: 0,
      useStageCache: false,
    });
  });

  it('is undone by moving the base back once the canary is closed', async () => {
    await openCanary();
    await bench.patch('prod', ...PROMOTE);
    await bench.patch('prod', remove('/canarySettings'));
    const stage = await bench.patch(
      'prod',
      replace('/deploymentId', base),
      replace('/variables/version', '1'),
    );
    expect(stage).toMatchObject({ deploymentId: base, variables: { version: '1', region: 'eu' } });
    expect(stage).not.toHaveProperty('canarySettings');
  });
});

it('rolls back by one removal, to the very stage of before', async () => {
  const before = await bench.look('prod');
  await openCanary();
  expect(await bench.patch('prod', remove('/canarySettings'))).toEqual(before);
  await bench.deploy({ stageName: 'prod' });
});

describe('what no source settles, from both sides', () => {
  const settle = (answers: Partial<Bench['simulator']['world']['unsettled']>) =>
    Object.assign(bench.simulator.world.unsettled, answers);

  it('closing the canary in the promoting patch', async () => {
    await openCanary();
    const together = [...PROMOTE, remove('/canarySettings')];
    settle({ removeCanaryInPromotingPatch: 'refused' });
    expect(await refusal(bench.patch('prod', ...together))).toMatchObject({ status: 400 });
    expect((await bench.look('prod')).deploymentId).toBe(base);
    settle({ removeCanaryInPromotingPatch: 'accepted' });
    const stage = await bench.patch('prod', ...together);
    expect(stage.deploymentId).toBe(next);
    expect(stage).not.toHaveProperty('canarySettings');
  });

  it('removing a canary that is not there', async () => {
    const before = await bench.look('prod');
    settle({ removeAbsentCanary: 'error' });
    expect(await refusal(bench.patch('prod', remove('/canarySettings')))).toMatchObject({
      status: 400,
    });
    settle({ removeAbsentCanary: 'no-op' });
    expect(await bench.patch('prod', remove('/canarySettings'))).toEqual(before);
  });

  it('moving the base under a canary', async () => {
    await openCanary();
    settle({ moveBaseUnderCanary: 'refused' });
    expect(await refusal(bench.patch('prod', replace('/deploymentId', next)))).toMatchObject({
      status: 400,
    });
    settle({ moveBaseUnderCanary: 'accepted' });
    expect((await bench.patch('prod', replace('/deploymentId', next))).deploymentId).toBe(next);
  });

  it('a patch of which one operation is bad', async () => {
    const halfBad = [replace('/description', 'changed'), replace('/deploymentId', 'none')];
    settle({ patchIsAtomic: true });
    await refusal(bench.patch('prod', ...halfBad));
    expect(await bench.look('prod')).not.toHaveProperty('description');
    settle({ patchIsAtomic: false });
    await refusal(bench.patch('prod', ...halfBad));
    expect((await bench.look('prod')).description).toBe('changed');
  });
});
