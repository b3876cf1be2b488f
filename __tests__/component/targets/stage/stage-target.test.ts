// The contract of a target, held by the canary of a REST API's stage over real HTTP: it reads
// before it writes, reads back what it wrote, and leaves alone what is not its own.

import { GetIntegrationCommand, type PatchOperation } from '@aws-sdk/client-api-gateway';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Json } from '../../../../simulator/front/merge-patch.ts';
import { bindRestApi, type RestApi } from '../../../../src/aws/rest-api.ts';
import { canaryTag, recordTags, type StoredRollout } from '../../../../src/rollout/record.ts';
import { sealOf } from '../../../../src/targets/seal.ts';
import type { PromoteChoice } from '../../../../src/targets/stage/stage-record.ts';
import { stageOf } from '../../../../src/targets/stage/stage-record.ts';
import { connectStage } from '../../../../src/targets/stage/stage-target.ts';
import type { Target } from '../../../../src/targets/target.ts';
import { clientSets } from '../../../support/client-sets.ts';
import { openScene, patchesIn, type Scene } from '../../../support/rollout.ts';
import { holdsContract } from '../../../support/target-contract.ts';

const STAGE_INPUTS = {
  kind: 'stage',
  overrides: {},
  useStageCache: false,
  promote: { deployment: true, variables: true, close: true },
  definition: 'draft',
  routeGuard: 'block',
  invokePermission: 'check',
  canaryDimension: '{stage}/Canary',
  shadowStage: undefined,
  splits: true,
  compares: true,
  tellsHooks: false,
} as const;

const ALL: PromoteChoice = { deployment: true, variables: true, close: true };

const replace = (path: string, value: string): PatchOperation => ({ op: 'replace', path, value });

describe('The canary of a stage', () => {
  let scene: Scene;
  let api: RestApi;
  let target: Target;
  let warnings: string[];
  beforeEach(async () => {
    scene = await openScene({ wiring: 'pinned' });
    const { restApiId, stageName, clients } = scene.api;
    const sets = clientSets(scene.simulator.world.place.region, clients);
    api = bindRestApi(sets.normal, restApiId, stageName);
    warnings = [];
    target = connectStage({
      clients: sets,
      inputs: { ...STAGE_INPUTS, restApiId, stageName },
      released: [],
      say: () => undefined,
      warn: (text) => warnings.push(text),
    });
    await scene.patch(replace('/variables/table', 'orders'));
    await api.tag({ team: 'orders' });
  });
  afterEach(() => scene.close());

  /** A rollout from version 1 to 2 whose canary is deployed, and remembered on the stage. */
  async function storedRollout(promote: PromoteChoice = ALL): Promise<StoredRollout> {
    const draft = (await api.readDraft()).integrations[0];
    if (!draft) throw new Error('the API has no integration');
    const to = draft.uri.replace(/:1\/invocations$/, ':2/invocations');
    const { deploymentId = '' } = await scene.api.stage();
    await api.rewriteIntegration(draft.resourceId, draft.method, to);
    const canaryDeploymentId = await api.snapshot('canary');
    await api.rewriteIntegration(draft.resourceId, draft.method, draft.uri);
    const record: StoredRollout['record'] = {
      id: { repository: 'octo-org/orders', runId: '7', attempt: '1' },
      startedAt: 1_800_000_000,
      plan: {
        steps: [{ weight: 25, holdSeconds: 60 }],
        bakeSeconds: 60,
        advance: { kind: 'time', maxSeconds: undefined },
      },
      longestAnswerSeconds: 29,
      functions: [{ name: 'hello', from: '1', to: '2' }],
      target: {
        kind: 'stage',
        deploymentId,
        variables: { table: 'orders', fresh: null },
        overrides: { table: 'orders-v2', fresh: 'yes' },
        useStageCache: true,
        drafts: [{ resourceId: draft.resourceId, method: draft.method, from: draft.uri, to }],
        promote,
      },
    };
    const phase = { kind: 'preparing' } as const;
    await api.tag({ ...recordTags(record, phase), ...canaryTag(canaryDeploymentId) });
    target.knows(sealOf(record));
    return { record, phase, stepStartTimes: [], canaryDeploymentId };
  }

  async function draftUri({ record }: StoredRollout): Promise<string | undefined> {
    const { resourceId, method } = stageOf(record).drafts[0] ?? { resourceId: '', method: '' };
    const asked = { restApiId: api.restApiId, resourceId, httpMethod: method };
    return (await scene.api.clients.apiGateway.send(new GetIntegrationCommand(asked))).uri;
  }

  /** What the next UpdateStage answers is not what it did. */
  function lie(patch: Json, after = 0): void {
    const effect = { kind: 'wrong-answer', patch } as const;
    scene.simulator.faults.add({ operation: 'UpdateStage', effect, after, times: 1 });
  }

  holdsContract(async () => ({
    target,
    simulator: scene.simulator,
    moves: 'UpdateStage',
    repairs: /^aws apigateway update-/,
    lie: { canarySettings: { percentTraffic: 26 } },
    prepare: () => storedRollout(),
    trafficState: async () => {
      const { tags, ...stage } = await scene.stage();
      return { stage, draft: (await api.readDraft()).integrations };
    },
    tags: async () => (await scene.stage()).tags,
    meddle: ({ record }) =>
      scene.patch(replace('/canarySettings/deploymentId', stageOf(record).deploymentId)),
    close: async () => undefined,
  }));

  it('observes nothing where nothing is remembered, and changes nothing by looking', async () => {
    const mark = scene.mark();
    expect(await target.observe()).toEqual({ stored: { kind: 'none' }, trafficState: undefined });
    expect(scene.calls(mark).map(({ operation }) => operation)).toEqual(['GetStage']);
  });

  it('observes a rollout as it was stored, with the traffic state', async () => {
    const rollout = await storedRollout();
    await target.savePhase(rollout, { kind: 'step', index: 0, since: 1_800_000_060 });
    const { stored, trafficState } = await target.observe();
    expect(trafficState).toEqual({ kind: 'stable' });
    expect(stored).toEqual({
      kind: 'rollout',
      storedRollout: {
        ...rollout,
        phase: { kind: 'step', index: 0, since: 1_800_000_060 },
        stepStartTimes: [1_800_000_060],
      },
    });
  });

  it('opens the canary with its first weight in one call, and moves it by the weight alone', async () => {
    const rollout = await storedRollout();
    const mark = scene.mark();
    await target.shift(rollout, 12.34);
    expect(await scene.stage()).toMatchObject({
      deploymentId: stageOf(rollout.record).deploymentId,
      canarySettings: {
        deploymentId: rollout.canaryDeploymentId,
        percentTraffic: 12.34,
        stageVariableOverrides: { table: 'orders-v2', fresh: 'yes' },
        useStageCache: true,
      },
    });
    await target.shift(rollout, 50);
    expect((await target.observe()).trafficState).toEqual({ kind: 'split', weight: 50 });
    const writes = scene.calls(mark).filter(({ operation }) => operation === 'UpdateStage');
    expect(writes).toHaveLength(2);
    expect(patchesIn(writes).at(-1)).toBe('replace /canarySettings/percentTraffic 50');
  });

  it.each([
    ['another weight', { canarySettings: { percentTraffic: 26 } }],
    ['another deployment', { canarySettings: { deploymentId: 'abc123' } }],
    ['no canary', { canarySettings: null }],
    ['a moved base', { deploymentId: 'abc123' }],
    ['a missing override', { canarySettings: { stageVariableOverrides: { fresh: null } } }],
  ])('does not believe a shift whose answer shows %s', async (_, patch) => {
    const rollout = await storedRollout();
    lie(patch);
    await expect(target.shift(rollout, 25)).rejects.toThrow(
      /AWS accepted the change, but does not/,
    );
  });

  it('promotes deployment and variables, closes the canary, and brings the draft along', async () => {
    const rollout = await storedRollout();
    await target.shift(rollout, 25);
    await target.promote(rollout);
    const { tags, ...stage } = await scene.stage();
    expect(stage).toMatchObject({
      deploymentId: rollout.canaryDeploymentId,
      variables: { table: 'orders-v2', fresh: 'yes' },
    });
    expect(stage).not.toHaveProperty('canarySettings');
    expect(tags).toHaveProperty('team', 'orders');
    expect(await draftUri(rollout)).toMatch(/:2\/invocations$/);
    expect((await target.observe()).trafficState).toEqual({ kind: 'promoted', open: false });

    const mark = scene.mark();
    await target.promote(rollout);
    expect(patchesIn(scene.calls(mark))).toEqual([]);
  });

  it('promotes without a split before it, too', async () => {
    const rollout = await storedRollout();
    await target.promote(rollout);
    expect((await target.observe()).trafficState).toEqual({ kind: 'promoted', open: false });
  });

  it('leaves the canary at 0 % where closing is not wanted', async () => {
    const rollout = await storedRollout({ ...ALL, close: false });
    await target.shift(rollout, 25);
    await target.promote(rollout);
    expect(await scene.stage()).toMatchObject({ canarySettings: { percentTraffic: 0 } });
  });

  it.each([
    ['the deployment did not move', { deploymentId: 'abc123' }],
    ['the variables did not', { variables: { table: 'orders' } }],
  ])('does not believe a promotion whose answer shows that %s', async (_, patch) => {
    const rollout = await storedRollout();
    await target.shift(rollout, 25);
    lie(patch);
    await expect(target.promote(rollout)).rejects.toThrow(/AWS accepted the change, but does not/);
  });

  it('does not promote what is not its own any more', async () => {
    const rollout = await storedRollout();
    await target.shift(rollout, 25);
    await scene.patch(
      replace('/canarySettings/deploymentId', stageOf(rollout.record).deploymentId),
    );
    const before = await scene.stage();
    await expect(target.promote(rollout)).rejects.toThrow(/stopped without changing it/);
    await expect(target.shift(rollout, 50)).rejects.toThrow(/stopped without changing it/);
    expect(await scene.stage()).toEqual(before);
  });

  it.each([
    ['a split', async (rollout: StoredRollout) => target.shift(rollout, 25)],
    ['a promotion', async (rollout: StoredRollout) => target.promote(rollout)],
  ])('rolls back from %s, with its first call, to the previous state', async (_, forth) => {
    const rollout = await storedRollout();
    const before = await scene.stage();
    await forth(rollout);
    const { trafficState } = await target.observe();
    const mark = scene.mark();
    if (!trafficState) throw new Error('nothing stands');
    await target.rollback.restore(rollout, trafficState);
    expect(scene.calls(mark)[0]).toMatchObject({ operation: 'UpdateStage', status: 200 });
    expect(await scene.stage()).toEqual(before);
    expect(await draftUri(rollout)).toMatch(/:1\/invocations$/);

    const again = scene.mark();
    await target.rollback.restore(rollout, { kind: 'stable' });
    expect(patchesIn(scene.calls(again))).toEqual([]);
  });

  it('does not believe a way back that AWS only claims', async () => {
    const rollout = await storedRollout();
    await target.shift(rollout, 25);
    lie({ canarySettings: null });
    const effect = { kind: 'wrong-answer', patch: { deploymentId: 'abc123' } } as const;
    scene.simulator.faults.add({ operation: 'GetStage', effect });
    const back = target.rollback.restore(rollout, { kind: 'split', weight: 25 });
    await expect(back).rejects.toThrow(/expected the stage as it was before/);
  });

  it.each<'no-op' | 'error'>(['no-op', 'error'])(
    'takes an absent canary for closed where AWS calls that a %s',
    async (answer) => {
      Object.assign(scene.simulator.world.unsettled, { removeAbsentCanary: answer });
      const rollout = await storedRollout();
      await target.rollback.restore(rollout, { kind: 'split', weight: 25 });
      expect((await target.observe()).trafficState).toEqual({ kind: 'stable' });
    },
  );

  it.each([
    ['a rollback', 'restore', ':1'],
    ['a promotion', 'promote', ':2'],
    ['the end of a promotion', 'complete', ':2'],
  ] as const)(
    'says that %s leaves a draft alone that someone else changed',
    async (_, how, own) => {
      const rollout = await storedRollout();
      const [draft] = stageOf(rollout.record).drafts;
      const theirs = draft?.from.replace(/:1\/invocations$/, ':9/invocations') ?? '';
      await api.rewriteIntegration(draft?.resourceId ?? '', draft?.method ?? '', theirs);
      await target.shift(rollout, 25);
      if (how === 'promote') await target.promote(rollout);
      else if (how === 'complete') await target.rollback.completePromotion(rollout);
      else await target.rollback.restore(rollout, { kind: 'split', weight: 25 });
      expect(await draftUri(rollout)).toBe(theirs);
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toContain(
        `GET /canary-demo calls ${theirs} instead of ${theirs.replace(':9/', `${own}/`)}. Someone else`,
      );
    },
  );

  it('removes its own tags and no others', async () => {
    await storedRollout();
    await target.rollback.clearState();
    expect((await scene.stage()).tags).toEqual({ team: 'orders' });
    expect((await target.observe()).stored).toEqual({ kind: 'none' });
  });
});
