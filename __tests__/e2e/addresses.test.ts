// An address that is handed out answers, or the reason why it does not is said before: the default endpoint may be
// off or private, and a new stage is in no usage plan.

import {
  CreateDeploymentCommand,
  CreateRestApiCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutMethodCommand,
  UpdateMethodCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { describe, expect, it } from '@jest/globals';
import { startGitHubDouble } from '../support/github-double.ts';
import { errorsOf, play, readReport, type Scene, writesIn } from '../support/rollout.ts';

const OFF =
  "the API's default endpoint is disabled (disableExecuteApiEndpoint), so the default address of every stage answers 403";

async function turnOff({ api: { restApiId, clients } }: Scene): Promise<void> {
  const path = '/disableExecuteApiEndpoint';
  const patchOperations = [{ op: 'replace' as const, path, value: 'true' }];
  await clients.apiGateway.send(new UpdateRestApiCommand({ restApiId, patchOperations }));
}

/** All routes require an API key, in the draft and on the stage. */
async function requireKeys({ api: { restApiId, stageName, clients } }: Scene) {
  const { apiGateway } = clients;
  const { items = [] } = await apiGateway.send(new GetResourcesCommand({ restApiId }));
  const names: string[] = [];
  for (const { id: resourceId, path, resourceMethods = {} } of items) {
    for (const httpMethod of Object.keys(resourceMethods)) {
      const patchOperations = [{ op: 'replace' as const, path: '/apiKeyRequired', value: 'true' }];
      const method = { restApiId, resourceId, httpMethod };
      await apiGateway.send(new UpdateMethodCommand({ ...method, patchOperations }));
      names.push(`${httpMethod} ${path}`);
    }
  }
  await apiGateway.send(new CreateDeploymentCommand({ restApiId, stageName }));
  return names.join(', ');
}

const notesOf = (run: Parameters<typeof readReport>[0]) => readReport(run).notes.join('\n');
const SHADOW = { 'shadow-stage': 'true', 'pre-traffic-hook': 'https://hooks.example.com/smoke' };

const opened = (apiUrl?: string) => ({
  github: { eventName: 'pull_request', runId: 7_000_000_801, ...(apiUrl && { apiUrl }) },
  event: {
    action: 'opened',
    pull_request: {
      number: 12,
      state: 'open',
      title: 'Keys',
      head: { sha: '1'.repeat(40), repo: { full_name: 'octo-org/orders' } },
    },
  },
});

describe('An API whose default endpoint is disabled', () => {
  it('has no shadow stage, which nobody could call; plan and release say so alike', async () => {
    await play({}, async (scene) => {
      await turnOff(scene);
      const plan = await scene.release({ command: 'plan', ...SHADOW });
      const mark = scene.mark();
      const run = await scene.release(SHADOW);
      expect([plan.exitCode, run.exitCode]).toEqual([1, 1]);
      expect(readReport(plan).problems).toEqual(readReport(run).problems);
      expect(errorsOf(run).join('\n')).toContain(`shadow-stage: ${OFF}`);
      expect(writesIn(scene.calls(mark)).filter((call) => call !== 'UntagResource')).toEqual([]);
    });
  });

  it('is named where hooks get the address of the stage, and only there', async () => {
    await play({}, async (scene) => {
      await turnOff(scene);
      const hooks = { 'step-hook': 'https://hooks.example.com/smoke' };
      const plan = await scene.release({ command: 'plan', ...hooks });
      expect([errorsOf(plan), notesOf(plan)]).toEqual([
        [],
        expect.stringContaining(`hooks: ${OFF}`),
      ]);
      expect(notesOf(await scene.release({ command: 'plan' }))).not.toContain('default endpoint');
    });
  });

  it('gets no preview', async () => {
    await play({}, async (scene) => {
      await turnOff(scene);
      const mark = scene.mark();
      const run = await scene.release({ command: 'preview' }, opened());
      expect([run.exitCode, errorsOf(run).join('\n')]).toEqual([1, expect.stringContaining(OFF)]);
      expect(run.outputs['preview-url'] ?? '').toBe('');
      expect(writesIn(scene.calls(mark))).toEqual([]);
    });
  });
});

describe('A private API', () => {
  it('is named as one that answers only in its VPCs', async () => {
    await play({}, async (scene) => {
      const { clients } = scene.api;
      const endpointConfiguration = { types: ['PRIVATE' as const] };
      const { id = '', rootResourceId } = await clients.apiGateway.send(
        new CreateRestApiCommand({ name: 'inside', endpointConfiguration }),
      );
      const method = { restApiId: id, resourceId: rootResourceId, httpMethod: 'GET' };
      await clients.apiGateway.send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }));
      await clients.apiGateway.send(new PutIntegrationCommand({ ...method, type: 'MOCK' }));
      await clients.apiGateway.send(
        new CreateDeploymentCommand({ restApiId: id, stageName: 'prod' }),
      );
      const plan = await scene.release({
        command: 'plan',
        'rest-api-id': id,
        functions: '',
        ...SHADOW,
      });
      expect(notesOf(plan)).toContain(
        'hooks: the API is private and reachable only from its VPCs, so stageUrl and shadowUrl answer only a hook that runs there',
      );
    });
  });
});

describe('Routes that require an API key', () => {
  it.each(['draft', 'deployed'])(
    'are named where a shadow stage cannot answer them, with definition: %s',
    async (definition) => {
      await play({}, async (scene) => {
        const names = await requireKeys(scene);
        const plan = await scene.release({ command: 'plan', definition, ...SHADOW });
        expect(errorsOf(plan)).toEqual([]);
        expect(notesOf(plan)).toContain(`shadow-stage: ${names} require`);
        expect(notesOf(plan)).toContain('every request gets 403');
        const others = await scene.release({ command: 'plan', definition });
        expect(notesOf(others)).not.toContain('API key');
      });
    },
  );

  it('are named in the comment of a preview, with the command that lets callers in', async () => {
    await play({}, async (scene) => {
      const names = await requireKeys(scene);
      const github = await startGitHubDouble();
      try {
        const run = await scene.release(
          { command: 'preview', comment: 'true' },
          opened(github.apiUrl),
        );
        expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'previewed']);
        const { restApiId, path } = scene.api;
        const answer = await fetch(scene.simulator.stageUrl(restApiId, 'pr-12', path));
        expect(answer.status).toBe(403);
        const said = notesOf(run);
        expect(said).toContain(`the preview: ${names} require`);
        expect(said).toContain(
          `aws apigateway update-usage-plan --region us-east-1 --usage-plan-id PLAN --patch-operations op=add,path=/apiStages,value=${restApiId}:pr-12`,
        );
        expect(github.comments.map(({ body }) => body).join()).toContain('API key');
      } finally {
        await github.close();
      }
    });
  });
});
