// Probes of a stage: through the shadow stages of both versions, while traffic is split.

import { GetStagesCommand } from '@aws-sdk/client-api-gateway';
import { describe, expect, it, jest } from '@jest/globals';
import { openApiNetwork } from '../support/api-network.ts';
import { exactProblemsOf } from '../support/report-validator.ts';
import { play, readReport, type Scene, type SceneOptions } from '../support/rollout.ts';
import type { ActionResult, RunningStep } from '../support/runner.ts';
import type { Variables } from '../support/runner-environment.ts';

jest.setTimeout(600_000);

type Start = (inputs?: Variables) => RunningStep<ActionResult>;

async function withProbes(
  options: SceneOptions,
  smoke: string,
  act: (scene: Scene, start: Start) => Promise<void>,
): Promise<void> {
  await play({ ...options }, async (scene) => {
    const network = await openApiNetwork(scene.simulator, scene.api.restApiId);
    const start: Start = (inputs = {}) =>
      scene.start(
        { steps: '25%/5m, 50%/6m', 'bake-time': '0s', smoke, ...inputs },
        { env: network.env },
      );
    await act(scene, start).finally(() => network.close());
  });
}

async function stagesOf({ api: { clients, restApiId } }: Scene): Promise<readonly string[]> {
  const { item = [] } = await clients.apiGateway.send(new GetStagesCommand({ restApiId }));
  return item.map(({ stageName = '' }) => stageName);
}

const PROBED = `
probe: 10/m
checks:
  - path: /canary-demo
    when: after
    timeout: 60s
    expect: { status: 200, contains: Hello from Lambda }
`;

describe('Probes of a stage', () => {
  it('promote a good version that no user calls, and leave no stage', async () => {
    await withProbes({}, PROBED, async (scene, start) => {
      const run = await start().done;
      expect(run.outputs.outcome).toBe('promoted');
      const report = readReport(run);
      const probes = report.evidence.find(({ source }) => source.kind === 'probes');
      expect(probes).toMatchObject({ verdict: 'healthy', canary: { events: 0 } });
      // Neither API Gateway's series of the stage nor what is compared contains them.
      expect(report.steps.map(({ canary }) => canary?.requests ?? 0)).toEqual(
        report.steps.map(() => 0),
      );
      const compared = report.evidence.filter(({ source }) => 'scope' in source && source.scope);
      expect(compared).toEqual([]);
      expect(exactProblemsOf(report)).toEqual([]);
      expect(await stagesOf(scene)).toEqual(['prod']);
    });
  });

  it('roll back a version that fails them', async () => {
    await withProbes({ failing: 1 }, PROBED, async (scene, start) => {
      const run = await start().done;
      expect(run.outputs).toMatchObject({ outcome: 'rolled-back', cause: 'probes', weight: '0' });
      expect(run.log).toContain(
        'Probe of the new version failed: "GET /canary-demo": the status is 502; expected 200',
      );
      expect(await stagesOf(scene)).toEqual(['prod']);
    });
  });

  it('stop at once when the job is cancelled', async () => {
    // Slow enough that the seconds that a cancelled job has left are seconds here as well.
    await withProbes({ failing: 1 }, PROBED, async (scene, start) => {
      const run = start();
      await run.sees(/Probe of the new version failed/);
      const result = await run.cancel();
      expect(result.outputs.outcome).toBe('rolled-back');
      expect(await stagesOf(scene)).toEqual(['prod']);
    });
  });
});
