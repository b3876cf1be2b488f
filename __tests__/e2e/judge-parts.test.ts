// A release of two functions of which one is bad: the reason names it, on aliases and on a stage.

import { AddPermissionCommand, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it, jest } from '@jest/globals';
import { archive } from '../../demo/handlers.ts';
import { openUsers } from '../support/crowd.ts';
import { playFleet } from '../support/fleet-scene.ts';
import { addServices, play, readReport } from '../support/rollout.ts';

jest.setTimeout(300_000);

const INPUTS = { steps: '50%/15m', 'bake-time': '0s', 'job-timeout': '60m' };
const BAD = { kind: 'function', name: 'payments' };

describe('One bad function of two', () => {
  it('is named where both are released on aliases', async () => {
    await playFleet({ names: ['orders', 'payments'] }, async ({ upload, users, release }) => {
      await upload('payments', 'v2', 0.5);
      users(30);
      const result = await release(INPUTS);
      const report = readReport(result);
      expect(report).toMatchObject({ outcome: 'rolled-back', countedBy: 'alias' });
      // Chance decides whether all errors are also sure by then; those of the bad function always are.
      const failing = report.evidence.filter(({ verdict }) => verdict === 'failing');
      const ofFunction = failing.find(({ witness }) => witness === 'errors of payments');
      const ofAll = failing.find(({ witness }) => witness === 'errors');
      if (ofAll) {
        expect(report.reason).toMatch(
          /^errors \d+% on the canary vs 0% on stable( \(.*?\))?, most of them of payments/,
        );
        expect(ofAll).toMatchObject({ mostly: [BAD] });
        expect(result.summary).toContain('most of them of payments');
      } else {
        expect(report.reason).toMatch(
          /^errors of payments: errors \d+% on the canary vs 0% on stable/,
        );
        expect(ofFunction).toBeDefined();
        expect(result.summary).toContain('errors of payments');
      }
      expect(failing.map(({ witness }) => witness)).not.toContain('errors of orders');
      const witnesses = report.evidence.map(({ witness }) => witness);
      expect(witnesses).toEqual(expect.arrayContaining(['errors of orders', 'errors of payments']));
    });
  });

  it('is named where both are behind a stage', async () => {
    await play({ failing: 0 }, async (scene) => {
      const { api, simulator } = scene;
      await addServices(scene, ['payments']);
      await api.clients.lambda.send(
        new AddPermissionCommand({
          ...{ FunctionName: 'payments', Qualifier: '1', StatementId: 'stable' },
          ...{ Action: 'lambda:InvokeFunction', Principal: 'apigateway.amazonaws.com' },
        }),
      );
      const ZipFile = archive({ label: 'v2', failing: 0.5 });
      await api.clients.lambda.send(
        new UpdateFunctionCodeCommand({ FunctionName: 'payments', ZipFile }),
      );
      scene.users(40);
      const users = openUsers(simulator, { ...api, path: '/payments' }, 40);
      const functions = `${api.functionName}, payments`;
      const result = await scene.release({ ...INPUTS, functions }).finally(() => users.stop());
      const report = readReport(result);
      const said = report.evidence.map(({ witness, says }) => `${witness}: ${says}`);
      expect([report.outcome, ...said]).toEqual(['rolled-back', ...said]);
      expect(report.reason).toContain('of payments');
      expect(result.summary).toContain('errors of payments');
    });
  });
});
