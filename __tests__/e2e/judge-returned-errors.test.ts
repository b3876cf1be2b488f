// A version that returns errors with a 5XX status, on a stage where API Gateway shows no series of the canary:
// Lambda counts none of them as errors of a version, so only the stage's own series can show them.

import { describe, expect, it, jest } from '@jest/globals';
import type { Unsettled } from '../../simulator/world.ts';
import type { ReportFile } from '../../src/report/files.ts';
import { play, readReport } from '../support/rollout.ts';
import type { ActionResult } from '../support/runner.ts';
import type { Variables } from '../support/runner-environment.ts';

jest.setTimeout(300_000);

interface Told {
  readonly result: ActionResult;
  readonly report: ReportFile;
  readonly warnings: readonly string[];
}

/** Releases a version that answers this share of its requests with the status 500. */
async function release(
  unsettled: Partial<Unsettled>,
  returning500: number,
  inputs: Variables,
): Promise<Told> {
  return play({ failing: null, unsettled }, async (scene) => {
    await scene.api.upload({ label: 'v2', returning500 });
    scene.users(60);
    const result = await scene.release({ 'job-timeout': '60m', ...inputs });
    const warnings = result.commands.filter((c) => c.name === 'warning').map((c) => c.message);
    return { result, report: readReport(result), warnings };
  });
}

const BLIND = expect.stringMatching(
  /^Counted by function version, .* A 4XX or 5XX response that a function returns is not counted by version/,
);

describe('Errors that the new version returns, where the canary has no series', () => {
  it('end the release while traffic is split, if the stage’s series contains them', async () => {
    const unsettled = { canaryStageDimension: null, stageSeriesIncludesCanary: true };
    const { result, report, warnings } = await release(unsettled, 0.5, { steps: '50%/20m' });
    expect(report).toMatchObject({
      outcome: 'rolled-back',
      countedBy: 'functions',
      cause: {
        kind: 'guardrail',
        evidence: [{ source: { kind: 'guardrail', limit: 0.1, of: 'all-traffic' } }],
      },
    });
    expect(report.reason).toMatch(
      /errors \d+% of all traffic, which are not counted by version; limit 10%/,
    );
    expect(result.exitCode).toBe(1);
    expect(warnings).toContainEqual(BLIND);
  });

  it('are warned of, and end the release in the bake, if no series contains them before', async () => {
    const unsettled = { canaryStageDimension: null, stageSeriesIncludesCanary: false };
    const { report, warnings } = await release(unsettled, 0.5, {
      steps: '50%/2m',
      'bake-time': '6m',
    });
    expect(warnings).toContainEqual(BLIND);
    expect(report.timeline.map(({ what }) => what)).toContainEqual(BLIND);
    expect(report).toMatchObject({ outcome: 'rolled-back', cause: { kind: 'guardrail' } });
    expect(report.reason).toMatch(/errors \d+% with no stable traffic; limit 10%/);
    expect(report.steps.map(({ label }) => label)).toEqual(['50%', 'bake']);
  });

  it('are not suspected of a version that returns none, and nobody is warned elsewhere', async () => {
    const blind = { canaryStageDimension: null, stageSeriesIncludesCanary: true };
    const good = await release(blind, 0, { steps: '50%/2m' });
    expect(good.report.outcome).toBe('promoted');
    expect(good.warnings).toContainEqual(BLIND);
    const usual = await release({}, 0, { steps: '50%/2m' });
    expect(usual.report.outcome).toBe('promoted');
    expect(usual.warnings).not.toContainEqual(BLIND);
  });
});
