// A version whose function fails although API Gateway answers 200: its integration is not a proxy, and maps no error.
// Only Lambda's own counts show it.

import {
  CreateDeploymentCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodResponseCommand,
} from '@aws-sdk/client-api-gateway';
import { describe, expect, it, jest } from '@jest/globals';
import type { ReportFile } from '../../src/report/files.ts';
import { play, readReport, type Scene } from '../support/rollout.ts';
import type { Variables } from '../support/runner-environment.ts';

jest.setTimeout(300_000);

/** Lets the route call its function by a custom integration that answers 200 to everything. */
async function withoutProxy({ api, simulator, patch }: Scene): Promise<void> {
  const { restApiId, functionName, path, clients } = api;
  const { apiGateway } = clients;
  const { region, account } = simulator.world.place;
  const { items = [] } = await apiGateway.send(new GetResourcesCommand({ restApiId }));
  const resourceId = items.find((item) => item.path === path)?.id ?? '';
  const method = { restApiId, resourceId, httpMethod: 'GET' };
  const arn = `arn:aws:lambda:${region}:${account}:function:${functionName}:\${stageVariables.version}`;
  const uri = `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${arn}/invocations`;
  const integration = { type: 'AWS', integrationHttpMethod: 'POST', uri } as const;
  await apiGateway.send(new PutIntegrationCommand({ ...method, ...integration }));
  const ok = { ...method, statusCode: '200' };
  await apiGateway.send(new PutMethodResponseCommand(ok));
  await apiGateway.send(new PutIntegrationResponseCommand(ok));
  const { id = '' } = await apiGateway.send(new CreateDeploymentCommand({ restApiId }));
  await patch({ op: 'replace', path: '/deploymentId', value: id });
}

async function release(failing: number, inputs: Variables): Promise<ReportFile> {
  return play({ failing }, async (scene) => {
    await withoutProxy(scene);
    scene.users(60);
    return readReport(await scene.release({ 'job-timeout': '60m', ...inputs }));
  });
}

describe('Errors of a function to which API Gateway answers 200', () => {
  it('roll the version back, with Lambda’s counts as the reason', async () => {
    const report = await release(0.5, { steps: '50%/20m' });
    const source = { kind: 'errors', scope: { kind: 'function', name: 'hello' } };
    expect(report).toMatchObject({
      outcome: 'rolled-back',
      countedBy: 'gateway',
      cause: { kind: 'errors', evidence: [{ source, verdict: 'failing' }] },
    });
    expect(report.reason).toMatch(/^errors of hello: errors \d+% on the canary vs 0% on/);
    expect(report.impact).toMatchObject({ source });
    expect(report.impact?.events).toBeGreaterThan(0);
    expect(report.evidence.find(({ witness }) => witness === 'errors')?.verdict).not.toBe(
      'failing',
    );
  });

  it('roll it back in the bake, if it was served to everybody at once', async () => {
    const report = await release(0.5, { steps: 'AllAtOnce', 'bake-time': '10m' });
    expect(report).toMatchObject({ outcome: 'rolled-back', cause: { kind: 'guardrail' } });
    expect(report.reason).toMatch(/errors of hello \d+% with no stable traffic; limit 10%/);
  });

  it('are not seen where there are none: a good version is promoted', async () => {
    const report = await release(0, { steps: '50%/2m' });
    expect(report.outcome).toBe('promoted');
    expect(report.evidence.map(({ witness }) => witness)).toContain('errors of hello');
  });
});
