// A plan reads and does nothing else: no request is sent that could change something, not even one that AWS would
// refuse. Every plan of every test is watched for that (support/only-reads.ts). Here: with every word of every input,
// with whatever a release would write before its first weight, and with a role that may do nothing.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateAliasCommand, GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { archive } from '../../demo/handlers.ts';
import { parsePolicy } from '../../simulator/front/fault-input.ts';
import type { Statement } from '../../simulator/front/policy.ts';
import { playFleet } from '../support/fleet-scene.ts';
import { addHook } from '../support/hook-scene.ts';
import { INPUTS } from '../support/input-schema.ts';
import { errorsOf, play, readReport } from '../support/rollout.ts';
import type { ActionResult } from '../support/runner.ts';
import type { Variables } from '../support/runner-environment.ts';
import { createWorkspace } from '../support/workspace.ts';

/** For these, the scenes give another word than the default. */
const GIVEN = ['comment', 'invoke-permission'];
/** Without the defaults, which the plans with the others have in common. */
const WORDS = Object.entries(INPUTS).flatMap(([name, { type, default: usual }]) => {
  const words = type.words ?? (type.name.startsWith('boolean') ? ['true', 'false'] : []);
  const others = words.filter((word) => word !== usual || GIVEN.includes(name));
  return name === 'command' ? [] : others.map((word) => ({ [name]: word }));
});

const ALIAS = { alias: 'live', functions: 'orders' };

/** @returns the plans that were made, so that not all of them were refused at the inputs */
async function plansOf(
  plan: (inputs: Variables) => Promise<ActionResult>,
  each: readonly Variables[],
): Promise<number> {
  let planned = 0;
  for (const inputs of each) {
    const run = await plan({ command: 'plan', ...inputs });
    if (run.outputs.outcome === 'planned') planned += 1;
    run.dispose();
  }
  return planned;
}

function statementsIn(json = '{}'): readonly Statement[] {
  return parsePolicy(JSON.parse(json));
}

/** The users of an alias have the same policy as the role. */
const CALLS_OF_USERS: Statement = {
  Effect: 'Allow',
  Action: ['lambda:InvokeFunction'],
  Resource: ['*'],
};

const actionsIn = (json: string | undefined) => statementsIn(json).flatMap(({ Action }) => Action);

describe('A plan', () => {
  it('of a stage changes nothing with any word of any input', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      expect(await plansOf(scene.release, [{}, ...WORDS])).toBeGreaterThan(25);
    });
  });

  it('of an alias changes nothing with any word of any input', async () => {
    await playFleet({}, async (scene) => {
      expect(await plansOf(scene.release, [{}, ...WORDS])).toBeGreaterThan(25);
    });
  });

  it('changes nothing of what a release changes before its first weight', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      await addHook(scene, 'smoke', 'return null;');
      const open = scene.start({ steps: '50%/2h' });
      await scene.reaches(50);
      await open.kill();
      const every = ['wait', 'cancel', 'ignore'].map((supersede) => ({ supersede }));
      expect(
        await plansOf(scene.release, [
          { 'shadow-stage': 'shade', 'pre-traffic-hook': 'smoke', 'keep-versions': '1' },
          { 'on-unfinished': 'rollback' },
          { 'on-unfinished': 'resume' },
          { 'plan-of': 'start' },
          ...every,
        ]),
      ).toBeGreaterThan(0);
    });
  });

  it('says what is wrong with a hook, without calling it', async () => {
    await playFleet({}, async (scene) => {
      const run = await scene.release({ command: 'plan', 'pre-traffic-hook': 'smok' });
      expect(errorsOf(run).join()).toContain('there is no function "smok"');
    });
  });

  it.each(['stage', 'alias'])(
    'of a role that may do nothing fails, and writes what the roles need: %s',
    async (kind) => {
      const check = async (
        scene:
          | Parameters<Parameters<typeof play>[1]>[0]
          | Parameters<Parameters<typeof playFleet>[1]>[0],
      ) => {
        const { policy } = scene.simulator;
        policy.set([]);
        const denied = await scene.release({ command: 'plan', 'keep-versions': '2' });
        expect(denied).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
        expect(errorsOf(denied).join()).toMatch(/AWS denies (apigateway:GET|lambda:Get)/);
        expect(denied.summary).toContain('can need at most');
        const { policy: most, planPolicy } = readReport(denied);
        // The role of the plan can then plan, and that of the release release.
        policy.set(statementsIn(planPolicy));
        const planned = await scene.release({ command: 'plan', 'keep-versions': '2' });
        expect([errorsOf(planned), planned.outputs.outcome]).toEqual([[], 'planned']);
        expect(
          actionsIn(planPolicy).filter((action) => !/:(GET|Get|List|Describe|Filter)/.test(action)),
        ).toEqual([]);
        const exact = readReport(planned);
        for (const name of ['policy', 'planPolicy'] as const) {
          const all = actionsIn(name === 'policy' ? most : planPolicy);
          for (const action of actionsIn(exact[name])) expect(all).toContain(action);
        }
        policy.set([...statementsIn(most), CALLS_OF_USERS]);
        scene.users();
        const run = await scene.release({
          'keep-versions': '2',
          steps: '50%/1m',
          'bake-time': '0s',
          analysis: 'off',
        });
        expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      };
      if (kind === 'stage') await play({ wiring: 'pinned' }, check);
      else await playFleet({}, check);
    },
  );

  it('writes the exact policy although an alarm is in alarm', async () => {
    await play({ wiring: 'alias' }, async (scene) => {
      const { lambda } = scene.api.clients;
      const alias = { FunctionName: scene.api.functionName, Name: 'live', FunctionVersion: '1' };
      await lambda.send(new CreateAliasCommand(alias));
      await scene.api.allow('live');
      await scene.setAlarm('bad', 'ALARM');
      const ON_ALIAS = {
        alias: 'live',
        'rest-api-id': '',
        'stage-name': '',
        'invoke-permission': '',
      };
      const run = await scene.release({ ...ON_ALIAS, command: 'plan', alarms: 'bad' });
      expect(errorsOf(run).join()).toContain('bad');
      expect(run.summary).not.toContain('can need at most');
      const { policy } = readReport(run);
      expect(actionsIn(policy)).toContain('lambda:UpdateAlias');
      expect(actionsIn(policy)).not.toContain('lambda:PutProvisionedConcurrencyConfig');
      expect(run.summary).toContain('permissions: a plan only reads');
    });
  });

  it('of code does not have Lambda try it', async () => {
    await playFleet({ names: ['orders', 'payments'], failing: null }, async (scene) => {
      const { objects, world } = scene.simulator;
      objects.createBucket('code-of-shop', world.place.region);
      const version = objects.put('code-of-shop', 'orders.zip', archive({ label: 'v1' }));
      const object = `s3://code-of-shop/orders.zip#${version}`;
      const workspace = createWorkspace();
      mkdirSync(join(workspace.checkout, 'dist'));
      writeFileSync(join(workspace.checkout, 'dist/payments.zip'), archive({ label: 'v2' }));
      const inputs = { command: 'plan', code: `orders=${object}\npayments=dist/payments.zip` };
      const run = await scene.release(inputs, { workspace });
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'planned']);
      expect(run.log).toContain(
        `"orders" gets ${object} (code that only the release reads), in place of $LATEST`,
      );
      expect(run.log).toContain(`did not check whether Lambda can read ${object}`);
      expect(run.log).toMatch(
        /"payments" gets dist\/payments.zip \(\d+ bytes|"payments" gets dist\/payments.zip \([\d.]+ kB/,
      );
      expect(actionsIn(readReport(run).planPolicy)).not.toContain('s3:GetObject');
      expect(actionsIn(readReport(run).policy)).toContain('s3:GetObjectVersion');
      // With its hash, the plan knows that this code serves already.
      const { CodeSha256 } = await scene.lambda.send(
        new GetFunctionConfigurationCommand({ FunctionName: 'orders' }),
      );
      const again = await scene.release({
        ...ALIAS,
        ...{ command: 'plan', code: `orders=${object}`, 'code-sha256': `${CodeSha256}` },
      });
      expect(again.log).toContain('there is nothing to release');
    });
  });
});
