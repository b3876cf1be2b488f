import { describe, expect, it } from '@jest/globals';
import { readCodeEvent } from '../../../src/action/environment.ts';
import { readSource } from '../../../src/action/source.ts';
import { type CodeEvent, carriesMergedCode } from '../../../src/rollout/merged-code.ts';

const ENV = { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main', GITHUB_SHA: 'tip' };
const of = (parts: Partial<CodeEvent>): boolean =>
  carriesMergedCode({
    name: 'push',
    ref: 'refs/heads/main',
    mergedPull: false,
    before: undefined,
    ...parts,
  });

describe('merged code', () => {
  it('comes on a branch or tag of the repository', () => {
    for (const ref of ['refs/heads/main', 'refs/heads/release/2', 'refs/tags/v1']) {
      expect(of({ ref })).toBe(true);
    }
    for (const ref of ['', 'main', 'refs/pull/7/merge', 'refs/heads/gh-readonly-queue/main/pr-7']) {
      expect(of({ ref })).toBe(false);
    }
  });

  it('does not come with unknown event names', () => {
    for (const name of ['', 'merge_group', 'constructor', 'PUSH', 'check_run', 'status']) {
      expect(of({ name })).toBe(false);
    }
  });

  it('is determined by the previous run, never by the branch of workflow_run itself', () => {
    const before = { event: 'push', branch: 'main', own: true };
    expect(of({ name: 'workflow_run', before })).toBe(true);
    for (const other of [
      { ...before, event: 'pull_request' },
      { ...before, event: 'workflow_run' },
      { ...before, own: false },
      { ...before, branch: 'gh-readonly-queue/main/pr-7' },
    ]) {
      expect(of({ name: 'workflow_run', before: other })).toBe(false);
    }
    expect(of({ name: 'workflow_run' })).toBe(false);
  });

  it('is read from an event with any content', () => {
    const full_name = 'octo-org/orders';
    const run = { event: 'push', head_branch: 'main', head_repository: { full_name } };
    expect(readCodeEvent(ENV, { workflow_run: run, repository: { full_name } })).toEqual({
      name: 'push',
      ref: 'refs/heads/main',
      mergedPull: false,
      before: { event: 'push', branch: 'main', own: true },
    });
    for (const odd of [{ workflow_run: null }, { workflow_run: { head_repository: null } }, {}]) {
      expect(readCodeEvent({}, odd as never)).toMatchObject({ name: '', mergedPull: false });
    }
    // Only the boolean counts: `merged` may be a text.
    const pull_request = { merged: 'true' };
    expect(readCodeEvent(ENV, { action: 'closed', pull_request }).mergedPull).toBe(false);
  });

  it('is the commit on the base of a merged pull request', () => {
    const pull_request = { merged: true, merge_commit_sha: 'merge', head: { sha: 'head' } };
    expect(readSource(ENV, { action: 'closed', pull_request }).sha).toBe('merge');
    expect(readSource(ENV, { action: 'labeled', pull_request }).sha).toBe('head');
    expect(readSource(ENV, { action: 'closed', pull_request: { merged: true } }).sha).toBe('tip');
  });
});
