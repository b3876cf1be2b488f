// Code that nobody has merged is not brought to users, whatever event it comes with.

import { describe, expect, it } from '@jest/globals';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { errorsOf, readReport, writesIn } from '../support/rollout.ts';

const REPOSITORY = 'octo-org/orders';
const QUEUE = 'gh-readonly-queue/main/pr-7-0123456789abcdef0123456789abcdef01234567';
const SHA = { head: '1'.repeat(40), merge: '2'.repeat(40) };

const pull = (action: string, merged: boolean) => ({
  action,
  pull_request: {
    number: 7,
    state: action === 'closed' ? 'closed' : 'open',
    title: 'Round prices up',
    merged,
    merge_commit_sha: SHA.merge,
    head: { sha: SHA.head, repo: { full_name: REPOSITORY } },
  },
});

const runOf = (event: string, branch = 'main', from = REPOSITORY) => ({
  workflow_run: { event, head_branch: branch, head_repository: { full_name: from } },
  repository: { full_name: REPOSITORY },
});

type Event = readonly [what: string, eventName: string, event: object, ref?: string];

const UNMERGED: readonly Event[] = [
  ['a pull request', 'pull_request', pull('synchronize', false), 'refs/pull/7/merge'],
  ['one that is closed and not merged', 'pull_request', pull('closed', false)],
  ['the label of a merged one', 'pull_request', pull('labeled', true)],
  ['a pull request by its target', 'pull_request_target', pull('opened', false)],
  ['the merge queue', 'merge_group', {}, `refs/heads/${QUEUE}`],
  ['a push of the merge queue', 'push', {}, `refs/heads/${QUEUE}`],
  ['a review', 'pull_request_review', pull('submitted', false), 'refs/pull/7/merge'],
  ['a comment', 'issue_comment', { issue: { number: 7, pull_request: {} } }],
  ['a deployment', 'deployment', {}, 'refs/heads/topic'],
  ['a branch that is made', 'create', {}, 'refs/heads/topic'],
  ['a run for a pull request', 'workflow_run', runOf('pull_request', 'topic')],
  ['a run for the merge queue', 'workflow_run', runOf('push', QUEUE)],
  ['a run of a fork', 'workflow_run', runOf('push', 'main', 'stranger/orders')],
  ['a run of which nothing is known', 'workflow_run', {}],
  ['an event that nobody knows yet', 'agent_session', {}],
  ['no event', '', {}],
];

const MERGED: readonly Event[] = [
  ['a push to a branch', 'push', {}],
  ['a tag', 'push', {}, 'refs/tags/v1.2.3'],
  ['a tag that is made', 'create', {}, 'refs/tags/v1.2.3'],
  ['a release', 'release', { action: 'published' }, 'refs/tags/v1.2.3'],
  ['a schedule', 'schedule', {}],
  ['somebody’s wish', 'workflow_dispatch', {}, 'refs/heads/release/2'],
  ['a program’s wish', 'repository_dispatch', {}],
  ['a run for a push', 'workflow_run', runOf('push')],
  ['a merged pull request', 'pull_request', pull('closed', true)],
  ['the same by its target', 'pull_request_target', pull('closed', true)],
];

function on(scene: FleetScene, [, eventName, event, ref = 'refs/heads/main']: Event) {
  return (inputs: Readonly<Record<string, string>>) =>
    scene.release(inputs, { github: { eventName, ref }, event });
}

describe('A release', () => {
  it('is refused for code that is not merged, in the same words on every event', async () => {
    await playFleet({}, async (scene) => {
      const mark = scene.mark();
      for (const example of UNMERGED) {
        const run = await on(scene, example)({ command: 'start' });
        expect({ example, outcome: run.outputs.outcome }).toEqual({ example, outcome: 'failed' });
        expect(errorsOf(run).join()).toContain(
          `on-pull-request: command start would release unmerged code to users; expected command: plan or preview on the event ${example[1] || 'unknown'}, or on-pull-request: allow`,
        );
      }
      expect(writesIn(scene.calls(mark))).toEqual([]);
      expect(await scene.routing()).toEqual(['1']);
    });
  });

  it('is made for code that is merged, and where it is allowed', async () => {
    // Nothing new is uploaded, so that none has anything to do.
    await playFleet({ failing: null }, async (scene) => {
      for (const example of MERGED) {
        const run = await on(scene, example)({});
        expect({ example, outcome: run.outputs.outcome }).toEqual({
          example,
          outcome: 'unchanged',
        });
      }
      const [first] = UNMERGED.filter(([what]) => what === 'the merge queue');
      const allowed = await on(scene, first as Event)({ 'on-pull-request': 'allow' });
      expect(allowed.outputs.outcome).toBe('unchanged');
    });
  });

  it('names the commit on the base of a merged pull request, and the head of an open one', async () => {
    await playFleet({ failing: null }, async (scene) => {
      const merged = await on(scene, ['', 'pull_request', pull('closed', true)])({});
      expect(readReport(merged).source.sha).toBe(SHA.merge);
      const open = await on(scene, ['', 'pull_request', pull('opened', false)])({
        command: 'plan',
      });
      expect(readReport(open).source.sha).toBe(SHA.head);
    });
  });

  it('can be shown and rolled back on every event', async () => {
    await playFleet({}, async (scene) => {
      await scene.release({ command: 'start', steps: '20%/2h', analysis: 'off' });
      const queue = on(scene, ['', 'merge_group', {}, `refs/heads/${QUEUE}`]);
      expect((await queue({ command: 'status' })).outputs.outcome).toBe('running');
      expect(errorsOf(await queue({ command: 'promote' })).join()).toContain('unmerged code');
      expect((await queue({ command: 'rollback' })).outputs.outcome).toBe('rolled-back');
      expect(await scene.routing()).toEqual(['1']);
    });
  });
});
