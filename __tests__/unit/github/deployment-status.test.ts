// The deployments of several targets in one environment of GitHub.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDeployments } from '../../../src/github/deployment-status.ts';
import type { Report } from '../../../src/report/report.ts';
import { type GitHubDouble, startGitHubDouble } from '../../support/github-double.ts';
import { REPORTS } from '../report/report-fixture.ts';

let github: GitHubDouble;
beforeEach(async () => {
  github = await startGitHubDouble();
});
afterEach(() => github.close());

const release = async (key: string, sha: string) => {
  const { target, ...report } = REPORTS.promoted;
  const place = { token: 't', repository: 'octo-org/orders', environment: 'production', url: '' };
  const { write } = openDeployments(
    { ...place, apiUrl: github.apiUrl, sha, begins: true },
    new AbortController().signal,
  );
  await write({ ...report, target: { ...target, key } } as Report);
};
const states = () => github.deployments.map(({ statuses }) => statuses[0]?.state);

describe('a deployment', () => {
  it('replaces the one before of its target, and none of another Region or other functions', async () => {
    const account = '123456789012/eu-central-1/a:live';
    const targets = ['eu-central-1/a:live', 'us-east-1/a:live', 'eu-central-1/a:live+1-0123'];
    for (const target of targets) await release(target, 'a'.repeat(40));
    expect(states()).toEqual(['success', 'success', 'success']);
    await release(targets[0] ?? '', 'b'.repeat(40));
    expect(states()).toEqual(['inactive', 'success', 'success', 'success']);
    await release(account, 'c'.repeat(40));
    await release(account.replace('1', '2'), 'c'.repeat(40));
    expect(states().slice(-2)).toEqual(['success', 'success']);
  });

  it.each([
    ['Region', 'a:live', 'eu-central-1/a:live'],
    ['account', 'eu-central-1/a:live', '123456789012/eu-central-1/a:live'],
    ['account or Region', 'a:live', '123456789012/eu-central-1/a:live'],
  ])('replaces the one of the same target that does not name its %s', async (_, old, now) => {
    await release(old, 'a'.repeat(40));
    await release(now, 'b'.repeat(40));
    expect(states()).toEqual(['inactive', 'success']);
  });
});
