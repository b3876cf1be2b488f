import { describe, expect, it } from '@jest/globals';
import { lackingIn } from '../../../src/cli/lacking.ts';

describe('What a command line lacks', () => {
  it('is named by the variable of its CI, with what was found there', () => {
    const gitlab = { GITLAB_CI: 'true', CI_PROJECT_PATH: '' };
    expect(lackingIn(gitlab).pull).toBe(
      'GitLab CI names it in CI_MERGE_REQUEST_IID, which is not set; expected for example 42',
    );
    expect(lackingIn(gitlab).repository).toContain('in CI_PROJECT_PATH, which is not set');
    const push = { GITHUB_ACTIONS: 'true', GITHUB_REF: 'refs/heads/main' };
    expect(lackingIn(push).pull).toBe(
      'GitHub Actions names it in GITHUB_REF, which is "refs/heads/main"; expected for example refs/pull/42/merge',
    );
  });

  it('is named by that of every CI where none runs', () => {
    expect(lackingIn({}).pull).toBe(
      'this run has the variables of no CI; expected one of GITHUB_REF (GitHub Actions), CI_MERGE_REQUEST_IID (GitLab CI), BUILDKITE_PULL_REQUEST (Buildkite), CIRCLE_PULL_REQUEST (CircleCI), CODEBUILD_WEBHOOK_TRIGGER (CodeBuild), CHANGE_ID (Jenkins)',
    );
  });

  it('has another way, if there is one', () => {
    expect(lackingIn({}).variable).toContain('stop-switch with alarm=NAME or parameter=NAME');
  });
});
