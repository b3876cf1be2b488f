// The shadow stage: the pre-traffic hook calls the new version through API Gateway before any user is
// served it, and nothing of the stage is left, however the release ends.

import {
  CreateStageCommand,
  type CreateStageCommandInput,
  GetStagesCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-api-gateway';
import { describe, expect, it } from '@jest/globals';
import { addHook, type HookServer, serveHook } from '../support/hook-scene.ts';
import { errorsOf, patchesIn, play, type Scene, until, writesIn } from '../support/rollout.ts';

const NEXT_RUN = { github: { runId: 7_000_000_002 } };
const SHADOW = 'prod-canary-shadow';

interface Told {
  readonly shadowUrl?: string;
  readonly stageUrl: string;
  readonly hook: string;
}

/** A hook that calls what it is told of, and answers with this status; `null`: never. */
async function withHook<T>(
  status: number | null,
  act: (scene: Scene, hook: HookServer, seen: string[]) => Promise<T>,
): Promise<T> {
  return play({ wiring: 'pinned' }, async (scene) => {
    const seen: string[] = [];
    const { simulator, api } = scene;
    const server = await serveHook(({ body }, response) => {
      const { shadowUrl = '' } = JSON.parse(body) as Told;
      const stage = shadowUrl.split('/').at(-1) ?? '';
      void (async () => {
        const answer = await fetch(simulator.stageUrl(api.restApiId, stage, api.path));
        seen.push(await answer.text());
        if (status !== null) response.writeHead(status).end();
      })();
    });
    return act(scene, server, seen).finally(() => server.close());
  });
}

async function stagesOf({ api: { clients, restApiId } }: Scene): Promise<readonly string[]> {
  const { item = [] } = await clients.apiGateway.send(new GetStagesCommand({ restApiId }));
  return item.map(({ stageName = '' }) => stageName);
}

const inputs = ({ origin }: HookServer) => ({
  'shadow-stage': 'true',
  'pre-traffic-hook': `${origin}/smoke`,
  'hook-timeout': '15m',
});

const SHADED = { 'shadow-stage': 'true', 'pre-traffic-hook': 'smoke' };

describe('A shadow stage', () => {
  it('shows the hook the new version, and is gone before any user is served it', async () => {
    await withHook(204, async (scene, hook, seen) => {
      scene.users();
      const mark = scene.mark();
      const run = await scene.release(inputs(hook));
      expect(run.outputs.outcome).toBe('promoted');
      expect(seen).toEqual(['"Hello from Lambda v2"']);
      const [{ body = '{}' } = {}] = hook.requests;
      const told = JSON.parse(body) as Told;
      expect(told.shadowUrl).toMatch(new RegExp(`^https://.*/${SHADOW}$`));
      expect(told.stageUrl).toMatch(/\/prod$/);
      const wrote = writesIn(scene.calls(mark)).filter((name) => name.endsWith('Stage'));
      expect(wrote.slice(0, 3)).toEqual(['CreateStage', 'DeleteStage', 'UpdateStage']);
      expect(await stagesOf(scene)).toEqual(['prod']);
    });
  });

  it('is gone when the hook says no, and no user was served anything', async () => {
    await withHook(500, async (scene, hook, seen) => {
      const before = await scene.standing();
      const mark = scene.mark();
      const run = await scene.release(inputs(hook));
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(seen).toEqual(['"Hello from Lambda v2"']);
      expect(await stagesOf(scene)).toEqual(['prod']);
      expect(await scene.standing()).toEqual(before);
      expect(patchesIn(scene.calls(mark))).toEqual([]);
    });
  });

  it('that a lost machine left is removed by the next run, whatever its inputs', async () => {
    await withHook(null, async (scene, hook, seen) => {
      const run = scene.start(inputs(hook));
      await until(() => seen.length > 0);
      await run.kill();
      expect(await stagesOf(scene)).toEqual(['prod', SHADOW]);
      const before = { version: '1', steps: 'AllAtOnce', 'bake-time': '0s' };
      const next = await scene.release({ ...before, 'invoke-permission': 'check' }, NEXT_RUN);
      expect(next.outputs.outcome).toBe('promoted');
      expect(await stagesOf(scene)).toEqual(['prod']);
    });
  });

  it('that no release needs any more is swept, and no stage of a person', async () => {
    await withHook(null, async (scene, hook, seen) => {
      const { clients, restApiId } = scene.api;
      const run = scene.start(inputs(hook));
      await until(() => seen.length > 0);
      await run.kill();
      const sweep = () => scene.release({ command: 'sweep', steps: '' }, NEXT_RUN);
      // The release is still open: the next run goes on with it, or removes its stage.
      expect((await sweep()).outputs.reason).toBe('There is nothing to sweep.');

      const stages = await clients.apiGateway.send(new GetStagesCommand({ restApiId }));
      const find = (name: string) => stages.item?.find(({ stageName }) => stageName === name);
      const { description, deploymentId } = find(SHADOW) ?? {};
      const { tags = {} } = find('prod') ?? {};
      const make = (stageName: string, more: Partial<CreateStageCommandInput>) =>
        clients.apiGateway.send(
          new CreateStageCommand({ restApiId, stageName, deploymentId, description, ...more }),
        );
      await make('kept', { tags: { team: 'orders' } });
      await make('words', { description: `of a person: ${description}` });
      await make('other', {
        description: description?.replace('octo-org/orders', 'octo-org/other'),
      });
      await clients.apiGateway.send(
        new UntagResourceCommand({
          resourceArn: `arn:aws:apigateway:us-east-1::/restapis/${restApiId}/stages/prod`,
          tagKeys: Object.keys(tags).filter((key) => key.startsWith('canary-action:')),
        }),
      );
      const swept = await sweep();
      expect(swept).toMatchObject({ exitCode: 0, outputs: { outcome: 'unchanged' } });
      expect(swept.outputs.reason).toMatch(
        /^Removed the shadow stage "prod-canary-shadow" \(no release of octo-org\/orders.* is open on the stage "prod"\)/,
      );
      expect([...(await stagesOf(scene))].sort()).toEqual(['kept', 'other', 'prod', 'words']);
    });
  });

  it('without the permission to make it is refused before anything is made', async () => {
    await play({}, async (scene) => {
      const effect = { kind: 'access-denied' } as const;
      scene.simulator.faults.add({ operation: 'CreateStage', effect });
      const mark = scene.mark();
      const run = await scene.release(SHADED);
      expect(errorsOf(run).join('\n')).toMatch(/AWS denies apigateway:POST on .*\/stages/);
      expect(writesIn(scene.calls(mark)).filter((what) => what !== 'UntagResource')).toEqual([]);
    });
  });

  it('is never deleted to find out whether it may be', async () => {
    await play({}, async (scene) => {
      const mark = scene.mark();
      await scene.release({ ...SHADED, command: 'plan' });
      expect(scene.calls(mark).map(({ operation }) => operation)).not.toContain('DeleteStage');
    });
  });

  it('that may not be removed is named, with the permission, and holds up nothing', async () => {
    await play({}, async (scene) => {
      const effect = { kind: 'access-denied' } as const;
      scene.simulator.faults.add({ operation: 'DeleteStage', effect });
      await addHook(scene, 'smoke', 'return null;');
      scene.users();
      const run = await scene.release(SHADED);
      expect(run.outputs.outcome).toBe('promoted');
      expect(run.log).toMatch(/AWS denies apigateway:DELETE on .*\/stages\/prod-canary-shadow/);
      expect(run.log).toContain(
        'Not everything that was created for this rollout could be removed',
      );
      expect(await stagesOf(scene)).toEqual(['prod', SHADOW]);
    });
  });

  it.each<[string, string, RegExp]>([
    ['that is taken', 'beta', /shadow-stage: the API has a stage "beta" already/],
    ['of the stage itself', 'prod', /shadow-stage: "prod" is the stage that is being released/],
    [
      'that is none',
      'a b',
      /shadow-stage: "a b"; expected true, false, the name of a stage to create/,
    ],
  ])('with a name %s is refused, and nothing is changed', async (_, name, said) => {
    await play({}, async (scene) => {
      const { clients, restApiId } = scene.api;
      const { deploymentId } = await scene.api.stage();
      const beta = { restApiId, stageName: 'beta', deploymentId };
      await clients.apiGateway.send(new CreateStageCommand(beta));
      const mark = scene.mark();
      const run = await scene.release({ 'shadow-stage': name, 'pre-traffic-hook': 'smoke' });
      expect(run).toMatchObject({ exitCode: 1 });
      expect(errorsOf(run).join('\n')).toMatch(said);
      expect(writesIn(scene.calls(mark)).filter((what) => what !== 'UntagResource')).toEqual([]);
      expect(await stagesOf(scene)).toEqual(['prod', 'beta']);
    });
  });
});
