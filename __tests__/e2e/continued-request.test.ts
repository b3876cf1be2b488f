// A run continues an open rollout only if it releases all of what the run was asked for. Otherwise a later push
// would be reported as released when the earlier one is.

import { GetResourcesCommand, UpdateMethodCommand } from '@aws-sdk/client-api-gateway';
import { UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { errorsOf, play, type Scene, type SceneOptions, writesIn } from '../support/rollout.ts';
import type { Variables } from '../support/runner-environment.ts';

const NEXT_RUN = { github: { runId: 2 } };
const STARTED = { command: 'start', steps: '40%/30s' };
const SECRET = 'https://token-of-nobody.example';

async function editDraft({ api }: Scene): Promise<void> {
  const { restApiId, clients, path } = api;
  const { items = [] } = await clients.apiGateway.send(new GetResourcesCommand({ restApiId }));
  const resourceId = items.find((item) => item.path === path)?.id;
  const patchOperations = [{ op: 'replace', path: '/apiKeyRequired', value: 'true' } as const];
  const httpMethod = 'GET';
  const edit = { restApiId, resourceId, httpMethod, patchOperations };
  await clients.apiGateway.send(new UpdateMethodCommand(edit));
}

async function editSettings({ api: { clients, functionName } }: Scene): Promise<void> {
  await clients.lambda.send(
    new UpdateFunctionConfigurationCommand({ FunctionName: functionName, MemorySize: 256 }),
  );
}

interface Case {
  readonly scene?: SceneOptions;
  /** Inputs of both runs. */
  readonly inputs?: Variables;
  /** What happens between the runs. */
  readonly edit?: (scene: Scene) => Promise<void>;
  /** Inputs of the later run. */
  readonly later?: Variables;
  readonly named: RegExp;
}

const CASES: readonly (readonly [what: string, one: Case])[] = [
  [
    'a draft that changed',
    { scene: { wiring: 'pinned' }, edit: editDraft, named: /draft has changed since/ },
  ],
  [
    'a draft that changed, without functions',
    { inputs: { functions: '' }, edit: editDraft, named: /draft has changed since/ },
  ],
  [
    'settings of the function that changed',
    {
      scene: { wiring: 'variable' },
      edit: editSettings,
      named: /version 2 of "hello" \(its settings are not those of \$LATEST\)/,
    },
  ],
  [
    'another value of a variable',
    {
      inputs: { 'stage-variable-overrides': 'backend=one' },
      later: { 'stage-variable-overrides': `backend=${SECRET}` },
      named: /other values of the stage variable "backend" than stage-variable-overrides/,
    },
  ],
  [
    'one more variable',
    {
      later: { 'stage-variable-overrides': `backend=${SECRET}` },
      named: /other values of the stage variable "backend" than stage-variable-overrides/,
    },
  ],
  [
    'another definition',
    {
      scene: { wiring: 'variable' },
      later: { definition: 'deployed' },
      named: /a deployment of the API's draft \(definition: deployed is requested\)/,
    },
  ],
  [
    'another promotion',
    {
      later: { promote: 'deployment, variables' },
      named: /promotes deployment, variables, close \(promote: deployment, variables is/,
    },
  ],
];

describe('An open rollout', () => {
  it.each(CASES)('is not continued by a run that requests %s', async (_, one) => {
    await play({ ...one.scene }, async (scene) => {
      await scene.patch({ op: 'replace', path: '/variables/backend', value: 'zero' });
      const started = await scene.release({ ...STARTED, ...one.inputs });
      expect(started.outputs.outcome).toBe('held');
      await one.edit?.(scene);
      const before = await scene.standing();
      const mark = scene.mark();
      const next = await scene.release({ ...STARTED, ...one.inputs, ...one.later }, NEXT_RUN);
      expect(next).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(errorsOf(next).join()).toMatch(one.named);
      expect(errorsOf(next).join()).toContain('differs from what this run would release');
      expect(next.log + next.summary).not.toContain(SECRET);
      expect(await scene.standing()).toEqual(before);
      expect(writesIn(scene.calls(mark))).toEqual([]);
    });
  });

  it.each(['pinned', 'variable'] as const)(
    'is continued by a run that requests all of the same (%s)',
    async (wiring) => {
      await play({ wiring }, async (scene) => {
        const inputs = { 'stage-variable-overrides': 'backend=one' };
        await scene.patch({ op: 'replace', path: '/variables/backend', value: 'zero' });
        expect((await scene.release({ ...STARTED, ...inputs })).outputs.outcome).toBe('held');
        const next = await scene.release({ ...STARTED, ...inputs }, NEXT_RUN);
        expect(errorsOf(next)).toEqual([]);
        expect(next.log).toContain('Continuing the open rollout');
        expect(next.outputs.outcome).toBe('held');
      });
    },
  );

  it('is replaced by a run that requests another draft, if it is asked to', async () => {
    await play({}, async (scene) => {
      await scene.release({ ...STARTED, functions: '' });
      const open = (await scene.api.stage()).canarySettings?.deploymentId;
      await editDraft(scene);
      const later = {
        functions: '',
        steps: 'AllAtOnce',
        analysis: 'off',
        'bake-time': '0s',
        'route-guard': 'warn',
      };
      const next = await scene.release({ ...later, supersede: 'replace' }, NEXT_RUN);
      expect(next.outputs.outcome).toBe('promoted');
      expect((await scene.api.stage()).deploymentId).toBe(next.outputs['deployment-after']);
      expect(next.outputs['deployment-after']).not.toBe(open);
    });
  });

  it('is not promoted by a command that names other values', async () => {
    await play({}, async (scene) => {
      await scene.patch({ op: 'replace', path: '/variables/backend', value: 'zero' });
      const overrides = (value: string) => ({ 'stage-variable-overrides': `backend=${value}` });
      await scene.release({ ...STARTED, ...overrides('one') });
      const before = await scene.standing();
      const inputs = { command: 'promote', ...overrides(SECRET) };
      const next = await scene.release(inputs, NEXT_RUN);
      expect(next).toMatchObject({ exitCode: 1 });
      expect(errorsOf(next).join()).toContain('other values of the stage variable "backend"');
      expect(next.log + next.summary).not.toContain(SECRET);
      expect(await scene.standing()).toEqual(before);
    });
  });
});
