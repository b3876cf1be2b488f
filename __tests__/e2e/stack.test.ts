// Releases whose names are those of a stack, or of a file with outputs.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { SimulatedResource } from '../../simulator/cloudformation/store.ts';
import type { Statement } from '../../simulator/front/policy.ts';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { errorsOf, play, readReport } from '../support/rollout.ts';
import { createWorkspace } from '../support/workspace.ts';

const QUICK = { steps: '50%/1m', 'bake-time': '0s', analysis: 'off' };
const BOTH = { names: ['shop-Orders-1A2B', 'shop-Payments-3C4D'] } as const;
const FUNCTION = 'AWS::Lambda::Function';
const ALIAS = 'AWS::Lambda::Alias';

/** As SAM makes them; the payments are in a nested stack, among 150 other resources. */
function stackOf({ simulator, names }: FleetScene, status = 'UPDATE_COMPLETE'): void {
  const { account, region } = simulator.world.place;
  const [orders = '', payments = ''] = names;
  const row = (logicalId: string, type: string, physicalId: string): SimulatedResource => ({
    ...{ logicalId, type, physicalId },
  });
  const live = (name: string) => `arn:aws:lambda:${region}:${account}:function:${name}:live`;
  const others = Array.from({ length: 150 }, (_, i) => row(`T${i}`, 'AWS::SQS::Queue', `q${i}`));
  const inner = simulator.stacks.put({
    name: 'shop-Money-5E6F',
    resources: [
      ...others,
      row('Payments', FUNCTION, payments),
      row('PaymentsAliaslive', ALIAS, live(payments)),
    ],
  });
  simulator.stacks.put({
    ...{ name: 'shop', status },
    resources: [
      row('Orders', FUNCTION, orders),
      row('OrdersAliaslive', ALIAS, live(orders)),
      row('Money', 'AWS::CloudFormation::Stack', inner),
    ],
  });
}

describe('A stack', () => {
  it('and an alias are enough to release all of its functions', async () => {
    await playFleet(BOTH, async (scene) => {
      stackOf(scene);
      scene.users();
      const run = await scene.release({ ...QUICK, functions: '', stack: 'shop', alias: 'live' });
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      expect(await scene.routing()).toEqual(['2', '2']);
      expect(run.log).toContain(
        'functions: all with the alias "live": shop-Orders-1A2B, shop-Payments-3C4D (the stack "shop")',
      );
    });
  });

  it('is shown by a plan, whose policy is enough for the release', async () => {
    await playFleet(BOTH, async (scene) => {
      stackOf(scene);
      const inputs = { ...QUICK, stack: 'shop', functions: 'Orders, Payments' };
      const plan = await scene.release({ ...inputs, command: 'plan' });
      expect([errorsOf(plan), plan.outputs.outcome]).toEqual([[], 'planned']);
      expect(plan.log).toContain(
        '"Payments" is shop-Payments-3C4D (AWS::Lambda::Function shop/Money/Payments)',
      );
      const { Statement: all } = JSON.parse(readReport(plan).policy ?? '{}') as {
        readonly Statement: readonly (Statement & { readonly Sid: string })[];
      };
      expect(all.find(({ Sid }) => Sid === 'Resolve')).toEqual({
        Sid: 'Resolve',
        Effect: 'Allow',
        Action: ['cloudformation:DescribeStacks', 'cloudformation:ListStackResources'],
        Resource: [
          'arn:aws:cloudformation:us-east-1:123456789012:stack/shop/*',
          'arn:aws:cloudformation:us-east-1:123456789012:stack/shop-Money-*/*',
        ],
      });
      const invoke = {
        Effect: 'Allow',
        Action: ['lambda:InvokeFunction'],
        Resource: ['*'],
      } as const;
      scene.simulator.policy.set([...all, invoke]);
      scene.users();
      const run = await scene.release(inputs);
      scene.simulator.policy.set(undefined);
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      expect(run.outputs.versions).toBe('{"shop-Orders-1A2B":"2","shop-Payments-3C4D":"2"}');
    });
  });

  it('that cannot be used is refused like any input, before anything is changed', async () => {
    await playFleet(BOTH, async (scene) => {
      stackOf(scene, 'UPDATE_IN_PROGRESS');
      const inputs = { ...QUICK, functions: 'Orders', stack: 'shop' };
      const busy = await scene.release(inputs);
      expect(busy.outputs).toMatchObject({ outcome: 'failed', cause: 'refused' });
      expect(errorsOf(busy).join()).toContain('is in the state UPDATE_IN_PROGRESS');
      expect(busy.summary).toContain('its names and the code of its functions may still change');
      stackOf(scene);
      const typo = await scene.release({ ...inputs, functions: 'Ordesr' });
      expect(errorsOf(typo).join()).toContain('there is no function "Ordesr"');
      expect(typo.log).toContain('the stack "shop" has no function "Ordesr"');
      expect(typo.log).toContain('Did you mean "Orders"?');
      const wrong = await scene.release({ ...inputs, functions: 'Money' });
      expect(errorsOf(wrong).join()).toContain('"Money" is an AWS::CloudFormation::Stack');
      expect(await scene.routing()).toEqual(['1', '1']);
    });
  });

  it('that is being updated does not keep a rollout from its rollback', async () => {
    await playFleet(BOTH, async (scene) => {
      stackOf(scene);
      scene.users();
      const inputs = { ...QUICK, functions: '', alias: 'live', stack: 'shop' };
      const start = await scene.release({ ...inputs, command: 'start' });
      expect([errorsOf(start), start.outputs.outcome]).toEqual([[], 'held']);
      expect(await scene.routing()).toEqual(['1 + 0.5 of 2', '1 + 0.5 of 2']);
      stackOf(scene, 'UPDATE_IN_PROGRESS');
      const back = await scene.release({ ...inputs, command: 'rollback' });
      expect([errorsOf(back), back.outputs.outcome]).toEqual([[], 'rolled-back']);
      expect(await scene.routing()).toEqual(['1', '1']);
    });
  });
});

describe('A file with outputs', () => {
  it('of Terraform names functions, and its secrets are masked', async () => {
    await playFleet(BOTH, async (scene) => {
      const workspace = createWorkspace();
      const write = (text: string) => writeFileSync(join(workspace.checkout, 'outputs.json'), text);
      const outputs = {
        functions: { sensitive: false, type: ['list', 'string'], value: BOTH.names },
        password: { sensitive: true, type: 'string', value: 'correct-horse' },
      };
      write(JSON.stringify(outputs));
      scene.users();
      const inputs = { ...QUICK, functions: 'functions', 'outputs-file': 'outputs.json' };
      const run = await scene.release(inputs, { workspace });
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
      const masks = run.commands.filter(({ name }) => name === 'add-mask');
      expect(masks.map(({ message }) => message)).toContain('correct-horse');
      expect(await scene.routing()).toEqual(['2', '2']);
      const secret = await scene.release({ ...inputs, functions: 'password' }, { workspace });
      expect(errorsOf(secret).join()).toContain(
        'the output "password" in "outputs.json" is sensitive',
      );
      write(`[command]/x/terraform-bin output -json\n${JSON.stringify(outputs)}`);
      const noisy = await scene.release(inputs, { workspace });
      expect(errorsOf(noisy).join()).toContain('expected terraform_wrapper: false in that step');
    });
  });

  it('of CDK names an API and its stage by the address', async () => {
    await play({}, async (scene) => {
      const { restApiId, stageName } = scene.api;
      const workspace = createWorkspace();
      const address = `https://${restApiId}.execute-api.us-east-1.amazonaws.com/${stageName}/`;
      writeFileSync(
        join(workspace.checkout, 'cdk-outputs.json'),
        JSON.stringify({ Shop: { ShopEndpoint4D1A: address } }),
      );
      scene.users();
      const run = await scene.release(
        {
          ...QUICK,
          'outputs-file': 'cdk-outputs.json',
          'rest-api-id': 'ShopEndpoint4D1A',
          'stage-name': 'ShopEndpoint4D1A',
        },
        { workspace },
      );
      expect([errorsOf(run), run.outputs.outcome]).toEqual([[], 'promoted']);
    });
  });
});
