// Releases while a marker lies in every text that AWS, GitHub and hooks answer, but for the fields that
// docs/security.md lists.

import type { ServerResponse } from 'node:http';
import { UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { expect } from '@jest/globals';
import { type Marking, markBody } from '../../simulator/front/marked-texts.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import type { FleetScene } from './fleet-scene.ts';
import { type GitHubDouble, startGitHubDouble } from './github-double.ts';
import { addHook, type HookServer, serveHook } from './hook-scene.ts';
import { startIdTokens } from './id-tokens.ts';
import { namedFields } from './named-fields.ts';
import type { Scene } from './rollout.ts';
import type { Variables } from './runner-environment.ts';
import { type Shown, shownBy } from './shown.ts';
import { writtenIn } from './written.ts';

export const MARKER = 'MarkerOfASecret';
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

export type Answer = (request: unknown, response: ServerResponse) => void;

/** In every field but those that are shown, and in a header. */
export const answering =
  (status: number, body: unknown): Answer =>
  (_, response) =>
    void response
      .writeHead(status, { 'x-debug': MARKER })
      .end(markBody(JSON.stringify(body), marking('hooks, `notify-url`')));

export const page =
  (status: number): Answer =>
  (_, response) =>
    void response.writeHead(status).end(`<pre>DB_PASSWORD=${MARKER}</pre>`);

const passes = answering(200, { status: 'Succeeded', message: 'fine', env: { KEY: 'x' } });

export interface World {
  readonly github: GitHubDouble;
  readonly hook: HookServer;
  readonly chat: HookServer;
}

export interface Step {
  readonly says: RegExp;
  readonly inputs?: (world: World) => Variables;
  readonly event?: unknown;
}

export interface Case<S extends Scene | FleetScene = Scene | FleetScene> extends Step {
  readonly of: string;
  readonly outcome?: string;
  readonly hook?: Answer;
  readonly chat?: Answer;
  /** Before anything is marked. */
  readonly arrange?: (scene: S) => Promise<unknown>;
  readonly before?: (simulator: Simulator, world: World) => void;
  /** It takes a role on with an ID token. */
  readonly role?: true;
  readonly wiring?: 'variable' | 'pinned';
  /** Nobody calls it. */
  readonly unused?: true;
  /** A release of an alias reads the logs, which is most of its work. */
  readonly logs?: true;
  /** A later run on the same target. */
  readonly later?: Step;
}

const ROLE = {
  'role-to-assume': 'arn:aws:iam::123456789012:role/deploy',
  'role-duration-seconds': '900',
};
const NO_CREDENTIALS = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };

/** Of a release that is promoted: no more than a comparison needs. */
export const QUICK: Variables = { steps: '50%/1m', 'bake-time': '0s' };

export const PULL = { number: 12, title: 'Round prices up' };

/** What the runs show and write. */
export async function releaseMarked<S extends Scene | FleetScene>(
  scene: S,
  example: Case<S>,
): Promise<Shown> {
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
      { github: { apiUrl: github.apiUrl }, event: event ?? { pull_request: PULL }, env },
    );
    expect(ended.log + ended.summary).toMatch(says);
    return ended;
  };
  try {
    await plant(scene);
    await example.arrange?.(scene);
    example.before?.(simulator, world);
    github.mark(marking('GitHub'));
    mark(simulator);
    if (!example.unused) scene.users();
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
  // Of a fast clock: a loaded machine needs real seconds.
  'hook-timeout': '15m',
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
