// A marker lies in every text that AWS, GitHub and hooks answer, but for the fields that docs/security.md
// lists. Whatever becomes of a release, the marker is shown nowhere and written nowhere.

import type { ServerResponse } from 'node:http';
import { UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import { type Marking, markBody } from '../../simulator/front/marked-texts.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import { type GitHubDouble, startGitHubDouble } from '../support/github-double.ts';
import { addHook, type HookServer, serveHook } from '../support/hook-scene.ts';
import { startIdTokens } from '../support/id-tokens.ts';
import { namedFields } from '../support/named-fields.ts';
import { play, type Scene } from '../support/rollout.ts';
import type { Variables } from '../support/runner-environment.ts';
import { leaksOf, type Shown, shownBy } from '../support/shown.ts';
import { recordIn, writtenIn } from '../support/written.ts';

const MARKER = 'MarkerOfASecret';
const marking = (answersOf: string): Marking => ({ marker: MARKER, open: namedFields(answersOf) });

const SERVICES = {
  apigateway: 'API Gateway',
  lambda: 'Lambda',
  monitoring: 'CloudWatch',
  sts: 'STS',
} as const;

function mark({ faults }: Simulator): void {
  const invoked = { kind: 'marked-answer', ...marking('hooks, Lambda functions') } as const;
  faults.add({ operation: 'Invoke', effect: invoked });
  for (const [service, name] of Object.entries(SERVICES)) {
    const effect = { kind: 'marked-answer', ...marking(name) } as const;
    faults.add({ operation: '*', service, effect });
  }
}

type Answer = (request: unknown, response: ServerResponse) => void;

/** In every field but those that are shown, and in a header. */
const answering =
  (status: number, body: unknown): Answer =>
  (_, response) =>
    void response
      .writeHead(status, { 'x-debug': MARKER })
      .end(markBody(JSON.stringify(body), marking('hooks, `notify-url`')));

const page =
  (status: number): Answer =>
  (_, response) =>
    void response.writeHead(status).end(`<pre>DB_PASSWORD=${MARKER}</pre>`);

const passes = answering(200, { status: 'Succeeded', message: 'fine', env: { KEY: 'x' } });

interface World {
  readonly github: GitHubDouble;
  readonly hook: HookServer;
  readonly chat: HookServer;
}

interface Step {
  readonly says: RegExp;
  readonly inputs?: (world: World) => Variables;
  readonly event?: unknown;
}

interface Case extends Step {
  readonly of: string;
  readonly outcome?: string;
  readonly hook?: Answer;
  readonly chat?: Answer;
  /** Before anything is marked. */
  readonly before?: (simulator: Simulator, world: World) => void;
  /** It takes a role on with an ID token. */
  readonly role?: true;
  readonly wiring?: 'variable' | 'pinned';
  /** A later run on the same target. */
  readonly later?: Step;
}

const pull_request = { number: 12, title: 'Round prices up' };
const pull = (action: string) => ({
  action,
  pull_request: {
    ...pull_request,
    state: action === 'closed' ? 'closed' : 'open',
    head: { sha: '1'.repeat(40), repo: { full_name: 'octo-org/orders' } },
  },
});

const CASES: readonly Case[] = [
  { of: 'promoted', outcome: 'promoted', says: /Promoted/ },
  {
    of: 'planned',
    outcome: 'planned',
    says: /No problems found/,
    inputs: () => ({ command: 'plan' }),
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
  },
  {
    of: 'promoted while GitHub refuses its comments',
    outcome: 'promoted',
    says: /Validation Failed: IssueComment data custom/,
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

const ROLE = {
  'role-to-assume': 'arn:aws:iam::123456789012:role/deploy',
  'role-duration-seconds': '900',
};
const NO_CREDENTIALS = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };

/** What the runs show and write. */
async function release(scene: Scene | FleetScene, example: Case): Promise<Shown> {
  const { simulator } = scene;
  const github = await startGitHubDouble();
  const hook = await serveHook(example.hook ?? passes);
  const chat = await serveHook(example.chat ?? answering(200, { ok: 'yes' }));
  const world = { github, hook, chat };
  const tokens = await startIdTokens(() => simulator.world.clock.now());
  const env = example.role ? { ...tokens.env, ...NO_CREDENTIALS } : {};
  const run = async ({ inputs, event, says }: Step) => {
    const more = { ...(example.role && ROLE), ...inputs?.(world) };
    const ended = await scene.release(
      { ...surroundings(world), ...more },
      { github: { apiUrl: github.apiUrl }, event: event ?? { pull_request }, env },
    );
    expect(ended.log + ended.summary).toMatch(says);
    return ended;
  };
  try {
    await plant(scene);
    example.before?.(simulator, world);
    github.mark(marking('GitHub'));
    mark(simulator);
    scene.users();
    const before = simulator.calls.list().length;
    const ended = await run(example);
    if (example.outcome) expect(ended.outputs.outcome).toBe(example.outcome);
    const shown = await shownBy(ended, world);
    const later = example.later && (await shownBy(await run(example.later), world));
    const written = writtenIn(simulator.calls.list().slice(before));
    return { ...shown, later: JSON.stringify(later ?? ''), 'written to AWS': written };
  } finally {
    await Promise.all([github.close(), hook.close(), chat.close(), tokens.close()]);
  }
}

const surroundings = ({ hook, chat }: World): Variables => ({
  'pre-traffic-hook': `${hook.origin}/before\nsmoke`,
  'post-traffic-hook': `${hook.origin}/after`,
  'notify-url': `${chat.origin}/chat`,
  environment: 'production',
  comment: 'true',
});

/** Fields that AWS answers only where they are set, and functions for hooks. */
async function plant(scene: Scene | FleetScene): Promise<void> {
  await addHook(scene, 'smoke', `console.log('${MARKER}'); return { message: 'fine', env: 'x' };`);
  await addHook(
    scene,
    'throws',
    `console.log('${MARKER}'); throw new Error('two carts were empty');`,
  );
  const lambda = 'lambda' in scene ? scene.lambda : scene.api.clients.lambda;
  const FunctionName = 'lambda' in scene ? scene.names[0] : scene.api.functionName;
  const Environment = { Variables: { DB_PASSWORD: 'x' } };
  await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment }));
  if ('patch' in scene) await scene.patch({ op: 'replace', path: '/variables/apiKey', value: 'x' });
}

const STAGE_CASES: readonly Case[] = [
  ...CASES,
  { of: 'promoted, with pinned versions', outcome: 'promoted', says: /Promoted/, wiring: 'pinned' },
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

const NO_HOOKS = { 'pre-traffic-hook': '', 'post-traffic-hook': '', environment: '' };
const PREVIEW = { ...NO_HOOKS, command: 'preview' };

describe('Of all answers, only named fields are shown and stored by a release of a stage that is', () => {
  it.concurrent.each(STAGE_CASES)('$of', async (example) => {
    const { wiring = 'variable' } = example;
    const shown = await play({ rate: 60, wiring }, (scene) => release(scene, example));
    expect(leaksOf(shown, MARKER)).toEqual([]);
  });
});

describe('Of all answers, only named fields are shown and stored by a release of an alias that is', () => {
  it.concurrent.each(CASES)('$of', async (example) => {
    const shown = await playFleet({ rate: 60 }, (scene) => release(scene, example));
    expect(leaksOf(shown, MARKER)).toEqual([]);
  });
});

describe('The stored state of a release', () => {
  it('holds the values of those stage variables alone that it overrides, and none after its end', async () => {
    await play({ rate: 60 }, async (scene) => {
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
