// How a run is named for people: a link where its page is known, otherwise words.

import { describe, expect, it } from '@jest/globals';
import {
  describeRun,
  linkToRun,
  parseRolloutId,
  rolloutKey,
  UNKNOWN_REPOSITORY,
} from '../../../src/rollout/release.ts';

const GITHUB = 'https://github.com/shop/orders/actions/runs/1';
const GITLAB = 'https://gitlab.example/shop/orders/-/jobs/1';
const id = (runId: string) => ({ repository: 'shop/orders', runId, attempt: '1' });

describe('A run of another CI', () => {
  it.each([
    ['gitlab-4711', 'GitLab job 4711 of shop/orders'],
    ['buildkite-812', 'Buildkite build 812 of shop/orders'],
    ['circleci-99', 'CircleCI job 99 of shop/orders'],
    ['codebuild-31', 'CodeBuild build 31 of shop/orders'],
    ['jenkins-17', 'Jenkins build 17 of shop/orders'],
    ['local-1764000000', 'command-line run 1764000000 of shop/orders'],
    ['7000000001', 'shop/orders/actions/runs/7000000001/attempts/1'],
    ['constructor-1', 'shop/orders/actions/runs/constructor-1/attempts/1'],
  ])('%s is %s, and is stored like any other', (runId, words) => {
    expect(describeRun(id(runId))).toBe(words);
    expect(parseRolloutId(rolloutKey(id(runId)))).toEqual(id(runId));
  });

  it('has no repository where there is no Git', () => {
    const run = { repository: UNKNOWN_REPOSITORY, runId: 'local-1764000000', attempt: '1' };
    expect(describeRun(run)).toBe('command-line run 1764000000');
  });

  it.each([
    ['7000000001', GITHUB, 'https://github.com/shop/orders/actions/runs/7000000001/attempts/1'],
    ['7000000001', GITLAB, 'shop/orders/actions/runs/7000000001/attempts/1'],
    ['gitlab-4711', GITLAB, 'https://gitlab.example/shop/orders/-/jobs/4711'],
    ['gitlab-4711', GITHUB, 'GitLab job 4711 of shop/orders'],
    ['jenkins-17', GITLAB, 'Jenkins build 17 of shop/orders'],
    ['gitlab-4711', '', 'GitLab job 4711 of shop/orders'],
  ])('%s is linked from %s as %s', (runId, own, link) => {
    expect(linkToRun(id(runId), own)).toBe(link);
  });
});
