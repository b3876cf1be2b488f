// Counts that CloudWatch does not give, does not give yet, or gives in part: none of them is a zero,
// and nothing is called healthy that nobody compared.

import {
  PublishVersionCommand,
  UpdateAliasCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { describe, expect, it, jest } from '@jest/globals';
import type { IncompleteMetrics } from '../../simulator/front/faults.ts';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { tryRelease } from '../support/judge-traffic.ts';
import { play, readReport, type Scene } from '../support/rollout.ts';

// A trial waits for its turn, and its time runs meanwhile.
jest.setTimeout(600_000);

const HALF = { steps: '50%/2m', 'max-step-time': '7m' };
const FAILURES = ['5XXError', 'Errors', 'Throttles'];

type Said = Partial<Omit<IncompleteMetrics, 'kind'>>;

function lose({ simulator }: Scene | FleetScene, said: Said, times?: number): void {
  const effect = {
    kind: 'incomplete-metrics',
    metrics: FAILURES,
    statusCode: 'InternalError',
    message: 'An error occurred on our side',
    ...said,
  } as const;
  simulator.faults.add({ operation: 'GetMetricData', effect, ...(times && { times }) });
}

describe('Errors that CloudWatch could not read', () => {
  it('are not taken for none on a stage: the release is held, with AWS’s message', async () => {
    await play({ failing: 0.5 }, async (scene) => {
      scene.users(30);
      const run = scene.start(HALF);
      await scene.reaches(50);
      lose(scene, {});
      const { outputs, exitCode, log, summary } = await run.done;
      expect({ exitCode, ...outputs }).toMatchObject({
        exitCode: 0,
        outcome: 'held',
        verdict: 'inconclusive',
        weight: '50',
      });
      expect(outputs.reason).toMatch(
        /5XXError \(InternalError: An error occurred on our side\).*Errors \(InternalError/,
      );
      expect(log).toMatch(
        /waiting .* not yet counted +not yet counted +.*canary traffic: the counts/,
      );
      expect(summary).toMatch(/\| not yet counted \| not yet counted \||The counts were last read/);
    });
  });

  it('are not taken for none on an alias, where only a part of them came', async () => {
    await playFleet({ failing: 0.5 }, async (scene) => {
      scene.users(20);
      const run = scene.start({ ...HALF, 'on-inconclusive': 'rollback' });
      await scene.reaches(0.5);
      lose(scene, { metrics: ['Errors'], statusCode: 'PartialData' });
      const { outputs } = await run.done;
      expect(outputs).toMatchObject({ outcome: 'rolled-back', weight: '0' });
      expect(outputs.reason).toMatch(
        /^inconclusive: .*did not return all of Errors \(PartialData: /,
      );
      expect(await scene.routing()).toEqual(['1']);
    });
  });

  it('are asked for once more, and found', async () => {
    await playFleet({ failing: 0.5, logs: false }, async (scene) => {
      scene.users(40);
      const run = scene.start({ steps: '50%/20m' });
      await scene.reaches(0.5);
      lose(scene, {}, 2);
      const { outputs } = await run.done;
      expect(outputs).toMatchObject({ outcome: 'rolled-back', verdict: 'failing' });
      expect(outputs.reason).toMatch(/^errors [\d.]+% on the canary/);
    });
  });

  it('of the day before stop a release before anything is changed', async () => {
    await playFleet({ logs: false }, async (scene) => {
      lose(scene, { metrics: ['Errors'], statusCode: 'Forbidden' });
      const run = await scene.release();
      expect(run).toMatchObject({ exitCode: 1, outputs: { outcome: 'failed' } });
      expect(run.outputs.reason).toContain('Errors (Forbidden: An error occurred on our side)');
      expect(await scene.routing()).toEqual(['1']);
    });
  });

  it('whose minutes are shown without them are not compared', async () => {
    await play({ failing: 0.5 }, async (scene) => {
      scene.users(30);
      // Of the canary they never come: far later than the release ends.
      const { simulator, api } = scene;
      const never = { seconds: 36_000 };
      const gateway = { namespace: 'AWS/ApiGateway', dimensions: { Stage: 'prod/Canary' } };
      simulator.delayMetrics({ ...gateway, ...never, name: '5XXError' });
      const lambda = {
        namespace: 'AWS/Lambda',
        dimensions: { Resource: `${api.functionName}:2` },
      };
      simulator.delayMetrics({ ...lambda, ...never, name: 'Errors' });
      const run = scene.start(HALF);
      const result = await run.done;
      const { outputs } = result;
      expect(outputs).toMatchObject({ outcome: 'held', verdict: 'inconclusive', weight: '50' });
      expect(readReport(result).steps).toMatchObject([{ canary: null }]);
      expect(outputs.reason).toMatch(/counts of errors: CloudWatch has only part of the data for /);
    });
  });
});

describe('The bake', () => {
  it('is read to its end: a version that fails in its second half is rolled back', async () => {
    await tryRelease({ perMinute: 100 }, async (trial) => {
      let promotedAt = Number.POSITIVE_INFINITY;
      trial.scene.simulator.onCall({
        after: ({ operation, body = '' }) => {
          if (operation === 'UpdateStage' && body.includes('"copy"')) promotedAt = trial.now();
        },
      });
      trial.backend.script = (_, now) => ({ failing: now > promotedAt + 150 ? 1 : 0 });
      const told = await trial.release({ steps: 'AllAtOnce', 'bake-time': '4m' });
      expect([told.outcome, told.report.reason]).toEqual([
        'rolled-back',
        expect.stringMatching(/errors \d+% with no stable traffic/),
      ]);
      expect(told.result.exitCode).toBe(1);
    });
  });

  it('whose counts could not be read ends by on-inconclusive: held, with the way back kept', async () => {
    await play({}, async (scene) => {
      scene.users(20);
      const run = scene.start({ steps: '50%/3m', 'bake-time': '3m' });
      await run.sees(/ bake .* left/);
      lose(scene, { metrics: ['5XXError'] });
      const { outputs, exitCode } = await run.done;
      expect({ exitCode, ...outputs }).toMatchObject({
        exitCode: 0,
        outcome: 'held',
        verdict: 'inconclusive',
        weight: '100',
      });
      expect(outputs.reason).toContain('5XXError (InternalError');
      expect((await scene.api.stage()).tags).toBeDefined();
    });
  });

  it('is waited for until its last minute is closed, and the plan says so', async () => {
    await play({}, async (scene) => {
      scene.users(20);
      const inputs = { steps: '50%/3m', 'bake-time': '2m' };
      const plan = await scene.release({ ...inputs, command: 'plan' });
      expect(plan.outputs.reason).toContain('the release would take at least 9m.');
      const short = await scene.release({ ...inputs, 'job-timeout': '10m' });
      expect(short.outputs.reason).toContain(
        'the steps and the bake take 9m (including 4m until the end of the bake has been read)',
      );

      const run = await scene.release(inputs);
      expect(run.outputs).toMatchObject({ outcome: 'promoted', verdict: 'healthy' });
      const report = readReport(run);
      const bake = report.steps.at(-1);
      // Its last minute ends when it is over or later, and is closed two minutes after that.
      expect((bake?.ended ?? 0) - (bake?.began ?? 0)).toBeGreaterThanOrEqual(240);
      expect(report.evidence.map(({ witness }) => witness)).toContain('guardrail');
    });
  });
});

describe('A release without analysis and alarms', () => {
  it('is promoted as it was asked to be, and nothing calls it healthy', async () => {
    await play({}, async (scene) => {
      scene.users(20);
      const inputs = { steps: '50%/1m', 'bake-time': '1m' };
      const { outputs, log } = await scene.release({ ...inputs, analysis: 'off', alarms: '' });
      expect(outputs).toMatchObject({ outcome: 'promoted', verdict: '' });
      expect(log).toMatch(/^waiting .* no checks in this phase$/m);
      expect(log).not.toMatch(/^healthy /m);
    });
  });
});

describe('A function whose answers may take 15 minutes', () => {
  const LONG = { steps: '10%/1m, 50%/2m', 'bake-time': '2m' };

  /** Version 2, and whatever is published after it, has this time-out. */
  const slowly = ({ lambda, names: [FunctionName] }: FleetScene) =>
    lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Timeout: 900 }));

  it('is not called healthy, nor promoted, while no minute could be compared', async () => {
    await playFleet({ logs: false }, async (scene) => {
      await slowly(scene);
      scene.users(20);
      const run = await scene.release(LONG);
      const { outputs, exitCode } = run;
      // By the clock it went on from 10 %; the promotion is what a comparison is asked for.
      expect({ exitCode, ...outputs }).toMatchObject({
        exitCode: 0,
        outcome: 'held',
        verdict: 'inconclusive',
        weight: '50',
      });
      expect(outputs.reason).toMatch(/nothing has been compared yet: .* ended 16m30s ago/);
      expect(run.log).not.toMatch(/left .* healthy$/m);
      const warnings = run.commands.filter(({ name }) => name === 'warning');
      expect(warnings.map(({ message }) => message)).toContainEqual(
        expect.stringMatching(
          /no minute can be compared before the promotion: the steps end after 7m at the latest. A response may take 15m, so a minute’s counts are read 16m30s after its end/,
        ),
      );
    });
  });

  it('is compared after two minutes, if a day shows that none takes as long', async () => {
    await playFleet({ logs: false }, async (scene) => {
      await slowly(scene);
      scene.users(20);
      await scene.simulator.world.clock.sleep(8 * 60_000);
      const run = await scene.release({ ...LONG, steps: '50%/6m' });
      expect(run.outputs).toMatchObject({ outcome: 'promoted', verdict: 'healthy' });
      const warnings = run.commands.filter(({ name }) => name === 'warning');
      expect(warnings.map(({ message }) => message).join()).not.toContain(
        'no minute can be compared',
      );
    });
  });

  it('is told of the version that serves users, whatever $LATEST says', async () => {
    await playFleet({ logs: false }, async (scene) => {
      const { lambda, names } = scene;
      const [FunctionName] = names;
      await slowly(scene);
      const slow = await lambda.send(new PublishVersionCommand({ FunctionName }));
      const alias = { FunctionName, Name: 'live', FunctionVersion: slow.Version };
      await lambda.send(new UpdateAliasCommand(alias));
      await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Timeout: 3 }));
      const run = await scene.release({ ...LONG, command: 'plan' });
      expect(run.summary).toContain('A response may take 15m');
    });
  });

  it('may be promoted uncompared, by on-inconclusive, and that is said', async () => {
    await playFleet({ logs: false }, async (scene) => {
      await slowly(scene);
      scene.users(20);
      const run = await scene.release({ ...LONG, 'bake-time': '0s', 'on-inconclusive': 'promote' });
      expect(run.outputs).toMatchObject({ outcome: 'promoted', verdict: 'inconclusive' });
      expect(run.outputs.reason).toMatch(
        /but there is no evidence that it is healthy \(comparison: /,
      );
    });
  });
});

describe('All traffic at once, and no requests', () => {
  it('is promoted, and not called healthy', async () => {
    await play({}, async (scene) => {
      const { outputs } = await scene.release({ steps: 'AllAtOnce', 'bake-time': '2m' });
      expect(outputs).toMatchObject({ outcome: 'promoted', verdict: 'inconclusive' });
      expect(outputs.reason).toContain('nothing has been compared');
    });
  });
});
