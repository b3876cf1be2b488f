// What cannot be released behind an alias is refused before anything is changed, in words.

import {
  PublishVersionCommand,
  PutProvisionedConcurrencyConfigCommand,
  UpdateAliasCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { errorsOf, writesIn } from '../support/rollout.ts';
import type { Variables } from '../support/runner-environment.ts';

const FAR = 'arn:aws:lambda:us-east-1:999999999999:function:orders';
const none = async () => undefined;

async function roleOf(scene: FleetScene): Promise<void> {
  const Role = 'arn:aws:iam::123456789012:role/another';
  const config = { FunctionName: 'orders', Role };
  await scene.lambda.send(new UpdateFunctionConfigurationCommand(config));
}

async function deadLetters(scene: FleetScene): Promise<void> {
  const TargetArn = 'arn:aws:sqs:us-east-1:123456789012:dead';
  const config = { FunctionName: 'orders', DeadLetterConfig: { TargetArn } };
  await scene.lambda.send(new UpdateFunctionConfigurationCommand(config));
  await scene.lambda.send(new PublishVersionCommand({ FunctionName: 'orders' }));
}

async function provision({ lambda }: FleetScene, Qualifier = 'live'): Promise<void> {
  const asked = { FunctionName: 'orders', Qualifier, ProvisionedConcurrentExecutions: 1 };
  await lambda.send(new PutProvisionedConcurrencyConfigCommand(asked));
}

/** Moved by somebody else, as a deploy does; the environments of the other version never come. */
function held(failure: string) {
  return async (scene: FleetScene): Promise<void> => {
    await provision(scene);
    await scene.publish('orders');
    scene.simulator.lambda.provisioningSeconds = failure === '' ? 36_000 : 0;
    scene.simulator.lambda.provisioningFailure = failure;
    await scene.meddle('orders', '2');
  };
}

async function snapshotting(scene: FleetScene): Promise<void> {
  await scene.publish('orders');
  const SnapStart = { ApplyOn: 'PublishedVersions', OptimizationStatus: 'Off' };
  const effect = { kind: 'wrong-answer', patch: { SnapStart } } as const;
  scene.simulator.faults.add({ operation: 'GetFunctionConfiguration', effect });
}

async function unpublished({ lambda }: FleetScene): Promise<void> {
  const asked = { FunctionName: 'orders', Name: 'live', FunctionVersion: '$LATEST' };
  await lambda.send(new UpdateAliasCommand(asked));
}

const CASES: readonly (readonly [
  string,
  Variables,
  (scene: FleetScene) => Promise<void>,
  RegExp,
])[] = [
  [
    'an alias of digits only',
    { alias: '42' },
    none,
    /alias: "42"; expected an alias.*not only digits/,
  ],
  ['$LATEST for an alias', { alias: '$LATEST' }, none, /alias: "\$LATEST"; expected an alias/],
  ['a version for an alias', { functions: 'orders:7' }, none, /"orders:7" has the qualifier "7"/],
  ['a version that is not there', { version: '9' }, none, /no published version 9/],
  ['$LATEST for a version', { version: '$LATEST' }, none, /version: "\$LATEST"/],
  ['two versions of one function', { version: 'orders=1, orders=2' }, none, /"orders".*twice/],
  ['a function of another account', { functions: FAR }, none, /999999999999/],
  ['a stage beside the alias', { 'stage-name': 'prod' }, none, /one or the other/],
  ['no function', { functions: '' }, none, /functions: it is empty/],
  ['a function that is not there', { functions: 'ordres' }, none, /no function "ordres"/],
  ['an alias on $LATEST', {}, unpublished, /orders:live points to \$LATEST; expected a published/],
  [
    'provisioned concurrency of the alias and of the version both',
    { version: '2' },
    async (scene) => {
      await provision(scene);
      await provision(scene, await scene.publish('orders'));
    },
    /version 2 of "orders" has provisioned concurrency of its own.*--qualifier 2/,
  ],
  [
    'an alias that Lambda holds, its environments being late',
    { 'on-split-alias': 'repair', version: '1' },
    held(''),
    /Lambda itself keeps orders:live.*1 \(100%\).*is not ready yet\. Run the release again/,
  ],
  [
    'an alias that Lambda holds, its environments having failed',
    { 'on-split-alias': 'repair', version: '1' },
    held('FUNCTION_ERROR_INIT_FAILURE'),
    /keeps orders:live.*failed \(FUNCTION_ERROR_INIT_FAILURE\).*--function-version 1 /,
  ],
  [
    'a version whose SnapStart snapshot is not made yet',
    { version: '2' },
    snapshotting,
    /version 2 of "orders" is Active, and its SnapStart snapshot is not ready yet/,
  ],
  ['another role', {}, roleOf, /has the role .*role\/another; versions of one alias must share/],
  ['another dead-letter queue', { version: '2' }, deadLetters, /different dead-letter queues/],
];

describe('Behind an alias', () => {
  it.each(CASES)('%s is refused, and nothing is changed', async (_, inputs, prepare, said) => {
    await playFleet({}, async (scene) => {
      await prepare(scene);
      const before = [await scene.routing(), await scene.tags()];
      const mark = scene.mark();
      const run = await scene.release(inputs);
      expect(run.exitCode).toBe(1);
      expect(errorsOf(run).join('\n')).toMatch(said);
      expect([await scene.routing(), await scene.tags()]).toEqual(before);
      expect(writesIn(scene.calls(mark))).toEqual([]);
    });
  });

  it.each(['UpdateAlias', 'TagResource', 'UntagResource', 'PutProvisionedConcurrencyConfig'])(
    'the permission %s is asked for by name, before anything is published',
    async (operation) => {
      await playFleet({}, async (scene) => {
        await provision(scene, '1');
        const effect = { kind: 'access-denied' } as const;
        scene.simulator.faults.add({ operation, effect });
        const mark = scene.mark();
        const run = await scene.release();
        const needs = new RegExp(`lambda:${operation}.*the role of this job needs`);
        expect(run.outputs.reason).toMatch(needs);
        expect(writesIn(scene.calls(mark)).filter((name) => name !== 'UntagResource')).toEqual([]);
      });
    },
  );
});
