// A marker lies in every text that AWS, GitHub and hooks answer, but for the fields that docs/security.md
// lists. Whatever becomes of a release, the marker is shown nowhere and written nowhere.

import { describe, expect, it } from '@jest/globals';
import { playFleet } from '../support/fleet-scene.ts';
import {
  answering,
  type Case,
  MARKER,
  PULL,
  page,
  QUICK,
  releaseMarked,
} from '../support/marked-release.ts';
import { play } from '../support/rollout.ts';
import { leaksOf } from '../support/shown.ts';
import { recordIn } from '../support/written.ts';

const pull = (action: string) => ({
  action,
  pull_request: {
    ...PULL,
    state: action === 'closed' ? 'closed' : 'open',
    head: { sha: '1'.repeat(40), repo: { full_name: 'octo-org/orders' } },
  },
});

const CASES: readonly Case[] = [
  { of: 'promoted', outcome: 'promoted', says: /Promoted/, logs: true },
  {
    of: 'planned',
    outcome: 'planned',
    says: /No problems found/,
    inputs: () => ({ command: 'plan' }),
    logs: true,
  },
  {
    of: 'stopped by a hook that fails',
    outcome: 'failed',
    says: /failed: two carts were empty/,
    hook: answering(200, { status: 'Failed', message: 'two carts were empty', env: 'x' }),
    chat: answering(500, { error: 'no', env: 'x' }),
  },
  {
    of: 'stopped by a hook that answers with a page',
    outcome: 'failed',
    says: /it returned 500: a response that is not a JSON object/,
    hook: page(500),
    chat: page(404),
  },
  {
    of: 'stopped by a function that throws',
    outcome: 'failed',
    says: /Error: two carts were empty/,
    inputs: () => ({ 'pre-traffic-hook': 'throws' }),
  },
  {
    of: 'stopped by a version that fails to start',
    outcome: 'failed',
    says: /failed to start \(FunctionError: the handler threw\)/,
    before: ({ lambda }) => {
      lambda.publishSeconds = 1;
      lambda.versionFailure = 'the handler threw';
    },
  },
  {
    of: 'rolled back',
    outcome: 'rolled-back',
    says: /Rolled back/,
    inputs: ({ hook }) => ({ 'pre-traffic-hook': '', 'step-hook': `${hook.origin}/step` }),
    hook: answering(200, { status: 'Failed', message: 'no', env: 'x' }),
    logs: true,
  },
  {
    of: 'promoted while GitHub refuses its comments',
    outcome: 'promoted',
    says: /Validation Failed: IssueComment data custom/,
    inputs: () => QUICK,
    before: (_, { github }) => {
      const errors = [{ resource: 'IssueComment', field: 'data', code: 'custom', value: 'x' }];
      const body = { message: 'Validation Failed', errors, documentation_url: 'x' };
      github.fail({ method: 'POST', path: /\/comments$/, answer: { status: 422, body } });
    },
  },
  {
    of: 'promoted with a role of its own',
    outcome: 'promoted',
    says: /Promoted/,
    inputs: () => QUICK,
    role: true,
  },
  {
    of: 'refused a role',
    says: /does not let this job assume/,
    role: true,
    before: ({ faults }) =>
      void faults.add({
        operation: 'AssumeRoleWithWebIdentity',
        effect: { kind: 'access-denied' },
      }),
  },
];

const STAGE_CASES: readonly Case[] = [
  ...CASES,
  {
    of: 'promoted, with pinned versions',
    outcome: 'promoted',
    says: /Promoted/,
    inputs: () => QUICK,
    wiring: 'pinned',
  },
  {
    of: 'neither promoted nor rolled back',
    outcome: 'stuck',
    says: /aws apigateway update-stage/,
    inputs: ({ hook }) => ({ 'pre-traffic-hook': '', 'step-hook': `${hook.origin}/step` }),
    hook: answering(200, { status: 'Failed', message: 'no', env: 'x' }),
    before: ({ faults }) =>
      void faults.add({ operation: 'UpdateStage', effect: { kind: 'access-denied' }, after: 2 }),
  },
  {
    of: 'a preview, and removed',
    outcome: 'previewed',
    says: /Preview/,
    inputs: () => PREVIEW,
    event: pull('opened'),
    before: (_, { github }) => {
      const head = { sha: '1'.repeat(40), repo: { full_name: 'octo-org/orders' } };
      github.pulls.push({ number: 12, state: 'open', head });
    },
    later: { says: /was removed/, inputs: () => PREVIEW, event: pull('closed') },
  },
];

const NO_HOOKS = {
  'pre-traffic-hook': '',
  'post-traffic-hook': '',
  'hook-timeout': '',
  environment: '',
};
const PREVIEW = { ...NO_HOOKS, command: 'preview' };

describe('Of all answers, only named fields are shown and stored by a release of a stage that is', () => {
  it.each(STAGE_CASES)('$of', async (example) => {
    const { wiring = 'variable' } = example;
    const shown = await play({ wiring }, (scene) => releaseMarked(scene, example));
    expect(leaksOf(shown, MARKER)).toEqual([]);
  });
});

describe('Of all answers, only named fields are shown and stored by a release of an alias that is', () => {
  it.each(CASES)('$of', async (example) => {
    const shown = await playFleet({ logs: example.logs ?? false }, (scene) =>
      releaseMarked(scene, example),
    );
    expect(leaksOf(shown, MARKER)).toEqual([]);
  });
});

describe('The stored state of a release', () => {
  it('holds the values of those stage variables alone that it overrides, and none after its end', async () => {
    await play({}, async (scene) => {
      const set = (name: string, value: string) =>
        scene.patch({ op: 'replace', path: `/variables/${name}`, value });
      await set('apiKey', 'theOldKey');
      await set('other', 'anotherKey');
      scene.users();
      const run = scene.start({ 'stage-variable-overrides': 'apiKey=theNewKey' });
      await scene.reaches(50);
      const record = recordIn(JSON.stringify((await scene.stage()).tags));
      expect(JSON.parse(record)).toMatchObject({
        target: { variables: { apiKey: 'theOldKey' }, overrides: { apiKey: 'theNewKey' } },
      });
      expect(record).not.toContain('anotherKey');
      expect((await run.done).outputs.outcome).toBe('promoted');
      expect((await scene.stage()).tags ?? {}).toEqual({});
      const texts = (await scene.deployments()).map(({ description = '' }) => description);
      expect(texts.join()).not.toMatch(/Key/);
    });
  });
});
