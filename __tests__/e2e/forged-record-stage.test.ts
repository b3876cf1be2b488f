// Whoever may write a stage's tags, and nothing else, writes the record of a release that never was. No command
// moves anything for it; each says why, and the way out that it names works.

import { CreateDeploymentCommand } from '@aws-sdk/client-api-gateway';
import { describe, expect, it } from '@jest/globals';
import type { Phase } from '../../src/rollout/phase.ts';
import { readStoredState } from '../../src/rollout/record.ts';
import { type StageRecord, stageCodec } from '../../src/targets/stage/stage-record.ts';
import { type Forged, forgedRecord, forgedTags, tagStage } from '../support/forge.ts';
import { errorsOf, play, readReport, type Scene, writesIn } from '../support/rollout.ts';

const NEXT = { github: { runId: 7_000_000_002 } };
const AT_ONCE = { steps: 'AllAtOnce', 'bake-time': '0s', analysis: 'off' };
const STEP: Phase = { kind: 'step', index: 0, since: 1_800_000_060 };

const PROMOTE = { deployment: true, variables: true, close: true };

function stageRecord(parts: Partial<StageRecord>): StageRecord {
  return {
    kind: 'stage',
    deploymentId: 'old111',
    variables: {},
    overrides: {},
    useStageCache: false,
    drafts: [],
    promote: PROMOTE,
    ...parts,
  };
}

async function deploy({ api }: Scene): Promise<string> {
  const { restApiId, clients } = api;
  return (await clients.apiGateway.send(new CreateDeploymentCommand({ restApiId }))).id ?? '';
}

async function served({ api }: Scene): Promise<string> {
  return (await api.stage()).deploymentId ?? '';
}

/** Everything that writes, by its inputs. */
const COMMANDS: readonly Readonly<Record<string, string>>[] = [
  { 'on-unfinished': 'rollback' },
  { 'on-unfinished': 'resume' },
  { 'on-unfinished': 'resume', supersede: 'replace' },
  { command: 'start' },
  { command: 'advance' },
  { command: 'promote' },
  { command: 'pause' },
  { command: 'rollback' },
];

/** Those that give something back, and that go on. */
const BOTH_WAYS = [
  { 'on-unfinished': 'rollback' },
  { command: 'advance' },
  { command: 'rollback' },
];

/** Plays commands on a forged record: none of them writes anything, and each says why. */
async function nothingMoves(
  scene: Scene,
  forged: Forged,
  said: RegExp,
  commands: typeof COMMANDS = BOTH_WAYS,
): Promise<void> {
  await tagStage(scene, forgedTags(forged));
  const before = await scene.standing();
  const mark = scene.mark();
  for (const inputs of commands) {
    const run = await scene.release(inputs, NEXT);
    expect([inputs, run.exitCode, run.outputs.outcome]).toEqual([inputs, 1, 'failed']);
    expect(errorsOf(run).join()).toMatch(said);
    expect(run.summary).toMatch(said);
    // What nobody can confirm has a way out by hand.
    if (said.source.includes('does not confirm')) {
      const untag = / untag-resource .*--tag-keys canary-action:\S+ /;
      expect(readReport(run).commands).toContainEqual(expect.stringMatching(untag));
    }
    expect((await run.post())?.exitCode).toBe(0);
  }
  expect(writesIn(scene.calls(mark))).toEqual([]);
  expect(await scene.standing()).toEqual(before);
}

describe('A forged record in the tags of a stage', () => {
  it('does not lead to another deployment, and one that is named does', async () => {
    await play({}, async (scene) => {
      const older = await deploy(scene);
      const canary = await served(scene);
      const target = stageRecord({
        deploymentId: older,
        variables: { version: '1' },
        overrides: { version: '1' },
      });
      const record = forgedRecord([{ name: 'hello', from: '1', to: '1' }], target);
      await nothingMoves(
        scene,
        { record, canary },
        new RegExp(
          `AWS does not confirm.*that the deployment ${older} was served before ${canary}`,
        ),
      );
      const back = { command: 'rollback', 'rollback-to': `deployment=${older}` };
      const run = await scene.release(back, NEXT);
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'rolled-back' } });
      expect(await scene.api.stage()).toMatchObject({ deploymentId: older });
      expect(Object.keys((await scene.api.stage()).tags ?? {})).toEqual(['canary-action:last']);
    });
  });

  it('does not set a variable that holds no version of its functions', async () => {
    await play({}, async (scene) => {
      await scene.release(AT_ONCE);
      const canary = await served(scene);
      await scene.patch({ op: 'replace', path: '/variables/table', value: '2' });
      const target = stageRecord({
        deploymentId: canary,
        variables: { table: '1' },
        overrides: { table: '2' },
      });
      const record = forgedRecord([{ name: 'hello', from: '1', to: '2' }], target);
      const said = /that the stage variable "table" was "1" before/;
      await nothingMoves(scene, { record, canary }, said);
    });
  });

  it('does not make a run show a value that is no version', async () => {
    await play({}, async (scene) => {
      await scene.release(AT_ONCE);
      const canary = await served(scene);
      await scene.patch({ op: 'replace', path: '/variables/table', value: '2' });
      const target = stageRecord({
        deploymentId: canary,
        variables: { table: 'hunter2notreal' },
        overrides: { table: '2' },
      });
      const record = forgedRecord([{ name: 'hello', from: '1', to: '2' }], target);
      await tagStage(scene, forgedTags({ record, canary }));
      const run = await scene.release(
        { 'on-unfinished': 'rollback', 'stage-variable-overrides': 'table=2' },
        NEXT,
      );
      expect(errorsOf(run).join()).toContain('the stage variable "table" had another value before');
      expect([run.log, run.summary, JSON.stringify(run.outputs)].join()).not.toContain('hunter2');
    });
  });

  it('neither names a variable nor a function that the inputs do not', async () => {
    await play({}, async (scene) => {
      const canary = await served(scene);
      const flag = stageRecord({
        deploymentId: canary,
        variables: { flag: 'on' },
        overrides: { flag: 'off' },
      });
      const hello = { name: 'hello', from: '1', to: '1' };
      await nothingMoves(
        scene,
        { record: forgedRecord([hello], flag), canary },
        /sets the stage variable "flag" as well, which this run does not name/,
      );
      const more = [hello, { name: 'payments', from: '7', to: '8' }];
      await nothingMoves(
        scene,
        { record: forgedRecord(more, stageRecord({ deploymentId: canary })), phase: STEP, canary },
        /releases "payments" as well, which this run does not name; expected functions: hello, payments/,
      );
    });
  });

  it('does not open a canary', async () => {
    await play({}, async (scene) => {
      const canary = await deploy(scene);
      const target = stageRecord({
        deploymentId: await served(scene),
        variables: { version: '1' },
        overrides: { version: '2' },
      });
      const record = forgedRecord([{ name: 'hello', from: '1', to: '2' }], target);
      await tagStage(scene, forgedTags({ record, phase: { kind: 'preparing' }, canary }));
      const before = await scene.standing();
      const run = await scene.release({ command: 'advance' }, NEXT);
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(run).join()).toContain('interrupted before its first step');
      expect(await scene.standing()).toEqual(before);
      // Nothing of it is there, so clearing it away moves nothing either.
      await scene.release({ command: 'rollback' }, NEXT);
      const { stage } = (await scene.standing()) as { stage: object };
      expect({ ...stage, tags: {} }).toEqual({ ...(before as { stage: object }).stage, tags: {} });
    });
  });

  it('does not rewrite an integration to another function or version', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const [integration] = (await draft(scene)).flat();
      if (!integration) throw new Error('the API has no integration');
      const { resourceId, method, uri } = integration;
      const deploymentId = await served(scene);
      const drafts = (from: string) => [{ resourceId, method, from, to: uri }];
      const functions = [{ name: 'hello', from: '7', to: '1' }];
      const forge = (from: string, phase: Phase): Forged => ({
        record: forgedRecord(functions, stageRecord({ deploymentId, drafts: drafts(from) })),
        phase,
      });
      const evil = uri.replace(':hello:1/', ':evil:7/');
      for (const phase of [{ kind: 'preparing' } as const, STEP]) {
        await nothingMoves(scene, forge(evil, phase), /not the two versions of a function/);
      }
      const older = uri.replace(':hello:1/', ':hello:7/');
      const said = /only its tags say that GET on resource \w+ called .*hello:7/;
      await nothingMoves(scene, forge(older, { kind: 'preparing' }), said);
    });
  });
});

describe('A release that an action without seals began', () => {
  /** As it would have left the stage: its deployment says what it was made after, and nothing of a record. */
  async function begun(scene: Scene): Promise<Forged & { readonly canary: string }> {
    const { restApiId, clients } = scene.api;
    const after = await served(scene);
    await scene.api.publish();
    const description = `canary-action: octo-org/orders run 6000000001 after ${after}: hello 1 to 2`;
    const made = new CreateDeploymentCommand({ restApiId, description });
    const { id: canary = '' } = await clients.apiGateway.send(made);
    const target = stageRecord({
      deploymentId: after,
      variables: { version: '1' },
      overrides: { version: '2' },
    });
    return { record: forgedRecord([{ name: 'hello', from: '1', to: '2' }], target), canary };
  }

  it('is rolled back in a step, because the stage shows what was served before', async () => {
    await play({}, async (scene) => {
      const before = await scene.standing();
      const forged = await begun(scene);
      const replace = (path: string, value: string) => ({ op: 'replace', path, value }) as const;
      await scene.patch(
        replace('/canarySettings/deploymentId', forged.canary),
        replace('/canarySettings/stageVariableOverrides/version', '2'),
        replace('/canarySettings/percentTraffic', '50'),
      );
      await tagStage(scene, forgedTags({ ...forged, phase: STEP }));
      const run = await scene.release({ command: 'rollback' }, NEXT);
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'rolled-back' } });
      const { stage } = (await scene.standing()) as { stage: object };
      expect({ ...stage, tags: {} }).toEqual({ ...(before as { stage: object }).stage, tags: {} });
    });
  });

  it('is rolled back in the bake, because its deployment says what was served before', async () => {
    await play({}, async (scene) => {
      const before = await scene.standing();
      const forged = await begun(scene);
      await scene.patch(
        { op: 'replace', path: '/deploymentId', value: forged.canary },
        { op: 'replace', path: '/variables/version', value: '2' },
      );
      await tagStage(scene, forgedTags(forged));
      const run = await scene.release({ command: 'rollback' }, NEXT);
      expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'rolled-back' } });
      const { stage } = (await scene.standing()) as { stage: object };
      expect({ ...stage, tags: {} }).toEqual({ ...(before as { stage: object }).stage, tags: {} });
    });
  });
});

describe('A release whose run was lost in the bake', () => {
  it.each(['variable', 'pinned'] as const)(
    'is rolled back by another run, wired by %s, unless somebody changed its record',
    async (wiring) => {
      await play({ wiring }, async (scene) => {
        const before = await scene.standing();
        const run = scene.start({ steps: 'AllAtOnce', 'bake-time': '2h' });
        await run.sees(/ bake .* left/);
        await run.kill();
        const { tags = {} } = await scene.api.stage();
        const memory = readStoredState(tags, stageCodec);
        if (memory.kind !== 'rollout') throw new Error(memory.kind);
        const { record, canaryDeploymentId: canary = '' } = memory.storedRollout;
        const changed = { ...record, plan: { ...record.plan, bakeSeconds: 0 } };
        const said = new RegExp(
          `deployment ${canary} was created for another release, or the record`,
        );
        await nothingMoves(scene, { record: changed, canary }, said);
        await tagStage(scene, tags);
        const back = await scene.release({ command: 'rollback' }, NEXT);
        expect(back).toMatchObject({ exitCode: 0, outputs: { outcome: 'rolled-back' } });
        const after = (await scene.standing()) as { stage: object; draft: unknown };
        const { stage, draft: stood } = before as { stage: object; draft: unknown };
        expect({ ...after.stage, tags: {} }).toEqual({ ...stage, tags: {} });
        expect(after.draft).toEqual(stood);
      });
    },
  );
});

/** Every integration of the draft. */
async function draft(scene: Scene) {
  const { draft: items } = (await scene.standing()) as {
    draft: readonly {
      id: string;
      resourceMethods?: Record<string, { methodIntegration?: { uri?: string } }>;
    }[];
  };
  return items.map(({ id, resourceMethods = {} }) =>
    Object.entries(resourceMethods).map(([method, { methodIntegration }]) => ({
      resourceId: id,
      method,
      uri: methodIntegration?.uri ?? '',
    })),
  );
}
