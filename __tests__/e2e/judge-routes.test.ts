// A stage with detailed metrics, a route of which fails with a small share of the traffic: it is found by itself, though
// the failures of all requests hide it.

import {
  CreateDeploymentCommand,
  CreateResourceCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutMethodCommand,
} from '@aws-sdk/client-api-gateway';
import { describe, expect, it, jest } from '@jest/globals';
import { openUsers } from '../support/crowd.ts';
import type { Script } from '../support/judge-backend.ts';
import { type Told, type Trial, tryRelease } from '../support/judge-traffic.ts';

jest.setTimeout(600_000);

const INPUTS = { 'bake-time': '0s' };
const ROUTE = { kind: 'route', method: 'GET', resource: '/rare' };
const NOT_COMPARED = 'single routes are not compared';

/** Half of the requests fail on both versions; those to /rare on version 2 alone. */
const script: Script = (version, _, path) => {
  if (path !== '/rare') return { failing: 0.5 };
  return { failing: version === '2' ? 1 : 0 };
};

/** Adds the route to the stage, enables detailed metrics, and lets users call it for some minutes. */
async function withRareRoute(
  { scene: { api, simulator, patch }, backend }: Trial,
  release: () => Promise<Told>,
): Promise<Told> {
  const { restApiId, stageName, clients } = api;
  const { apiGateway } = clients;
  const { items = [] } = await apiGateway.send(new GetResourcesCommand({ restApiId }));
  const parentId = items.find(({ path }) => path === '/')?.id;
  const { id: resourceId } = await apiGateway.send(
    new CreateResourceCommand({ restApiId, parentId, pathPart: 'rare' }),
  );
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  await apiGateway.send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }));
  const uri = `${backend.origin}/\${stageVariables.version}/rare`;
  const integration = { type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri } as const;
  await apiGateway.send(new PutIntegrationCommand({ ...method, ...integration }));
  const { id } = await apiGateway.send(new CreateDeploymentCommand({ restApiId }));
  await patch(
    { op: 'replace', path: '/deploymentId', value: id ?? '' },
    { op: 'replace', path: '/*/*/metrics/enabled', value: 'true' },
  );
  const users = openUsers(simulator, { restApiId, stageName, path: '/rare' }, 8);
  await simulator.world.clock.sleep(3 * 60_000);
  return release().finally(() => users.stop());
}

describe('A route that fails with a small share of the traffic', () => {
  it('rolls the release back, and is named', async () => {
    await tryRelease({ script }, async (trial) => {
      const told = await withRareRoute(trial, () => trial.release({ ...INPUTS, steps: '50%/20m' }));
      const all = told.report.evidence.map(({ witness, says }) => `${witness}: ${says}`);
      expect([told.outcome, ...all]).toEqual(['rolled-back', ...all]);
      expect(told.report.reason).toMatch(
        /^errors of GET \/rare: errors 100% on the canary vs 0% on/,
      );
      expect(told.report.cause).toMatchObject({
        kind: 'errors',
        evidence: [{ source: { kind: 'errors', scope: ROUTE } }],
      });
      expect(told.report.impact).toMatchObject({ source: { kind: 'errors', scope: ROUTE } });
      expect(told.result.summary).toContain('errors of GET /rare');
      expect(told.warnings.join()).not.toContain(NOT_COMPARED);
    });
  });

  it('is not compared where the canary’s routes are not counted, which is said once', async () => {
    const unsettled = { canaryHasDetailedMetrics: false };
    await tryRelease({ script: () => ({}), unsettled }, async (trial) => {
      const told = await withRareRoute(trial, () => trial.release({ ...INPUTS, steps: '50%/5m' }));
      const all = told.report.evidence.map(({ witness, says }) => `${witness}: ${says}`);
      expect([told.outcome, ...all]).toEqual(['promoted', ...all]);
      expect(told.warnings.filter((text) => text.includes(NOT_COMPARED))).toHaveLength(1);
      expect(told.report.notCompared).toEqual([{ what: 'routes', why: 'not-counted' }]);
    });
  });
});
