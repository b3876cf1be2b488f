// The latency of aliases: the Duration of the versions' invocations, where CloudWatch counts the slow ones.

import { AddPermissionCommand, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it, jest } from '@jest/globals';
import { archive } from '../../demo/handlers.ts';
import type { Unsettled } from '../../simulator/world.ts';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { readReport } from '../support/rollout.ts';

// Scenes take turns, and their time runs meanwhile.
jest.setTimeout(600_000);

/** Many times what the handler needs, however slow the machine is. */
const SLOW_MS = 60;

/** A service with a history of some minutes, whose next version answers late. */
async function slowRelease(
  scene: FleetScene,
  answer: Unsettled['trimmedCountOfDuration'],
  inputs: Readonly<Record<string, string>>,
) {
  scene.simulator.world.unsettled.trimmedCountOfDuration = answer;
  scene.users(80);
  await scene.simulator.world.clock.sleep(360_000);
  const ZipFile = archive({ label: 'v2', delayMs: SLOW_MS });
  for (const FunctionName of scene.names) {
    await scene.lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }));
  }
  return scene.release({ dispersion: '1', ...inputs });
}

describe('A slow version behind an alias', () => {
  it('is rolled back', async () => {
    await playFleet({ failing: null }, async (scene) => {
      const run = await slowRelease(scene, 'counted', { steps: '50%/20m' });
      expect(run.outputs).toMatchObject({ outcome: 'rolled-back', cause: 'latency' });
      expect(run.outputs.reason).toMatch(
        /^latency p\d\d: requests above \d+ ms \d+% on the canary vs [\d.]+% on stable/,
      );
      expect(readReport(run).evidence).toContainEqual(
        expect.objectContaining({ witness: 'latency p90', verdict: 'failing' }),
      );
    });
  });

  it('is named, where one of two functions is slow', async () => {
    const names = ['carts', 'orders'];
    await playFleet({ failing: null, names, logs: false }, async (scene) => {
      scene.users(80);
      await scene.simulator.world.clock.sleep(360_000);
      for (const [name, delayMs] of [
        ['carts', 0],
        ['orders', SLOW_MS],
      ] as const) {
        const ZipFile = archive({ label: 'v2', delayMs });
        await scene.lambda.send(new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile }));
      }
      const run = await scene.release({ dispersion: '1', steps: '50%/20m' });
      expect(run.outputs).toMatchObject({ outcome: 'rolled-back', cause: 'latency' });
      expect(run.outputs.reason).toMatch(/^latency p\d\d of orders: requests above /);
    });
  });

  it.each([
    ['absent', 'CloudWatch returned no count of slow invocations for the last hour'],
    ['refused', 'CloudWatch refuses to count slow invocations'],
  ] as const)(
    'is promoted where CloudWatch does not count it (%s), and the run says so',
    async (answer, why) => {
      await playFleet({ failing: null, logs: false }, async (scene) => {
        const run = await slowRelease(scene, answer, { steps: '50%/3m' });
        expect(run.outputs).toMatchObject({ outcome: 'promoted', verdict: 'healthy' });
        const said = run.commands.filter(({ name }) => name === 'warning').map((c) => c.message);
        expect(said.filter((text) => text.startsWith('latency: '))).toEqual([
          `latency: it is not compared, because ${why} (statistic TC of Duration). Set an alarm on Duration in alarms to monitor it`,
        ]);
      });
    },
  );
});

describe('A response with status 500 behind an alias', () => {
  it('is said to be invisible, unless metrics or alarms are given', async () => {
    await playFleet({}, async (scene) => {
      scene.users();
      await scene.simulator.world.clock.sleep(180_000);
      await scene.lambda.send(
        new AddPermissionCommand({
          FunctionName: 'orders',
          Qualifier: 'live',
          StatementId: 'call',
          Action: 'lambda:InvokeFunction',
          Principal: 'apigateway.amazonaws.com',
          SourceArn: 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/*/*',
        }),
      );
      const plain = await scene.release({ command: 'plan' });
      expect(plain.summary).toMatch(
        /a 5XX response that a function returns is invisible on orders:live, called through API Gateway/,
      );
      expect(plain.summary).toMatch(
        /Blind spots: what could break unseen[^#]*responses with status 500 that a function returns[^#]*alarms would show/,
      );
      // What it proposes can be pasted.
      const text = plain.summary.replaceAll('\\', '');
      const [, metrics = ''] = /metrics: "(\[\{ name: 5XX.*?\}\])"/.exec(text) ?? [];
      expect(metrics).toContain('{to.orders}');
      const compared = await scene.release({ command: 'plan', metrics });
      expect(compared).toMatchObject({ exitCode: 0 });
      expect(compared.summary).not.toContain('is invisible on');
    });
  });
});
