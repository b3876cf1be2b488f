// One secret lies wherever a secret can be: in the function's environment, in the address of its code, in
// stage variables, in the addresses of hooks and in what their servers answer. Whatever becomes of a
// release, it is shown nowhere.

import type { ServerResponse } from 'node:http';
import { UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import type { Effect } from '../../simulator/front/faults.ts';
import { startGitHubDouble } from '../support/github-double.ts';
import { type HookRequest, serveHook } from '../support/hook-scene.ts';
import { BRIEF, play, type Scene } from '../support/rollout.ts';
import type { ActionResult, RunningStep } from '../support/runner.ts';
import type { Variables } from '../support/runner-environment.ts';
import { leaksOf, type Shown, shownBy } from '../support/shown.ts';

const SECRET = 'hunter2NotReal';
/** What the release itself brings. */
const NEW_SECRET = `${SECRET}/new`;

type Answer = (request: HookRequest, response: ServerResponse) => void;

interface Case {
  readonly of: string;
  readonly outcome: string;
  /** What people are told, so that it is known that the release came this far. */
  readonly says: RegExp;
  readonly inputs?: Variables;
  readonly failing?: number;
  readonly rate?: number;
  /** Before the release. */
  readonly before?: (scene: Scene) => Promise<void> | void;
  /** While it runs. */
  readonly during?: (scene: Scene, run: RunningStep<ActionResult>) => Promise<void>;
  /** How the servers behind the hooks answer. */
  readonly hook?: Answer;
  /** The same of notify-url. */
  readonly notify?: Answer;
}

const LONG = { steps: '40%/2h' };
const set = (path: string, value: string) => ({ op: 'replace', path, value }) as const;
const wrong = (patch: Extract<Effect, { kind: 'wrong-answer' }>['patch']) =>
  ({ kind: 'wrong-answer', patch }) as const;

/** In words and as the whole, as servers do. */
const echo =
  (status: number): Answer =>
  ({ path, headers, body }, response) => {
    const message = `denied: ${path} ${encodeURIComponent(path)} ${JSON.stringify(headers)}`;
    const said = { status: 'Failed', message, request: { path, headers, body }, env: SECRET };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  };

/** What Express says by itself. */
const notFound: Answer = ({ path }, response) =>
  void response.writeHead(404).end(`<pre>Cannot POST ${path.replaceAll('&', '&amp;')}</pre>`);

const elsewhere: Answer = ({ path }, response) =>
  void response.writeHead(307, { location: `https://${SECRET}.example.com${path}` }).end();

const CASES: readonly Case[] = [
  { of: 'promoted', outcome: 'promoted', says: /Promoted/, inputs: BRIEF },
  {
    of: 'planned',
    outcome: 'planned',
    says: /No problems found/,
    inputs: { command: 'plan' },
  },
  {
    of: 'stopped by a hook that answers what it was sent',
    outcome: 'failed',
    says: /127\.0\.0\.1:\d+ failed: denied: \*\*\*/,
    hook: echo(200),
    notify: echo(500),
  },
  {
    of: 'stopped by a hook that is not there',
    outcome: 'failed',
    says: /it returned 404: a response that is not a JSON object \(\d+ bytes, not shown\)/,
    hook: notFound,
    notify: notFound,
  },
  {
    of: 'stopped by a hook that sends it elsewhere',
    outcome: 'failed',
    says: /redirects to another origin/,
    hook: elsewhere,
    notify: elsewhere,
  },
  {
    of: 'stopped by an update that fails',
    outcome: 'failed',
    says: /the last update of "hello" failed \(InvalidImage: no such layer\)/,
    before: ({ simulator }) => {
      const Configuration = {
        LastUpdateStatus: 'Failed',
        LastUpdateStatusReason: 'no such layer',
        LastUpdateStatusReasonCode: 'InvalidImage',
      };
      const Code = { Location: `https://code.example.com/?X-Amz-Signature=${SECRET}` };
      const effect = wrong({ Configuration, Code });
      simulator.faults.add({ operation: 'GetFunction', effect });
      // Only an update in progress is waited for.
      const updating = wrong({ LastUpdateStatus: 'InProgress' });
      simulator.faults.add({ operation: 'GetFunctionConfiguration', effect: updating });
    },
  },
  {
    of: 'stopped by a version that fails to start',
    outcome: 'failed',
    says: /version 2 of "hello" failed to start \(FunctionError: the handler threw\)/,
    before: ({ simulator }) => {
      simulator.lambda.publishSeconds = 1;
      simulator.lambda.versionFailure = 'the handler threw';
    },
  },
  {
    of: 'stopped by a version that never becomes active',
    outcome: 'failed',
    says: /version 2 of "hello" was still Inactive after 26m/,
    before: ({ simulator }) => {
      simulator.lambda.publishSeconds = 1;
      const effect = wrong({ State: 'Inactive' });
      simulator.faults.add({ operation: 'GetFunctionConfiguration', effect });
    },
  },
  {
    of: 'stopped by another override of the canary',
    outcome: 'failed',
    says: /variable overrides are not those of this rollout: "apiKey" has a different value/,
    inputs: LONG,
    during: (scene) =>
      scene.patch(set('/canarySettings/stageVariableOverrides/apiKey', `${SECRET}2`)),
  },
  {
    of: 'stopped by another variable of the stage',
    outcome: 'failed',
    says: /with a different "apiKey" than before, version=1/,
    inputs: LONG,
    during: (scene) => scene.patch(set('/variables/apiKey', `${SECRET}2`)),
  },
  {
    of: 'rolled back for a change that AWS does not show',
    outcome: 'rolled-back',
    says: /AWS accepted the change, but does not show it/,
    before: ({ simulator }) => {
      const effect = wrong({ canarySettings: { percentTraffic: 7 } });
      simulator.faults.add({ operation: 'UpdateStage', effect, after: 1, times: 1 });
    },
  },
  {
    of: 'rolled back',
    outcome: 'rolled-back',
    says: /Rolled back/,
    inputs: { ...LONG, alarms: 'bad' },
    before: (scene) => scene.setAlarm('bad', 'OK'),
    during: (scene) => scene.setAlarm('bad', 'ALARM'),
  },
  {
    of: 'neither promoted nor rolled back, with commands that mend it',
    outcome: 'stuck',
    says: /path=\/variables\/apiKey,value=\\"\$\{BEFORE_apiKey:\?/,
    inputs: { steps: 'AllAtOnce', 'bake-time': '2h', alarms: 'bad' },
    before: (scene) => scene.setAlarm('bad', 'OK'),
    during: async (scene, run) => {
      await run.sees(/ bake .* left/);
      const effect = { kind: 'access-denied' } as const;
      scene.simulator.faults.add({ operation: 'UpdateStage', effect });
      await scene.setAlarm('bad', 'ALARM');
    },
  },
];

/** Puts the secret wherever AWS keeps one. */
async function plant({ api, patch }: Scene): Promise<void> {
  const Environment = { Variables: { DB_PASSWORD: SECRET } };
  const asked = { FunctionName: api.functionName, Environment };
  await api.clients.lambda.send(new UpdateFunctionConfigurationCommand(asked));
  await patch(set('/variables/apiKey', SECRET), set('/variables/other', SECRET));
}

const passes: Answer = ({ path }, response) =>
  void response.end(JSON.stringify({ status: 'Succeeded', message: `thanks for ${path}` }));

/** Everything that leaves the job, by where it is read. */
async function playCase(example: Case): Promise<Shown> {
  const github = await startGitHubDouble();
  const hook = await serveHook(example.hook ?? passes);
  const chat = await serveHook(example.notify ?? passes);
  const path = `/services/${SECRET}?token=${SECRET}&n=1`;
  try {
    return await play({ ...example }, async (scene) => {
      await plant(scene);
      await example.before?.(scene);
      scene.users();
      const inputs = {
        'stage-variable-overrides': `apiKey=${NEW_SECRET}`,
        'pre-traffic-hook': `${hook.origin}${path}`,
        'post-traffic-hook': `${hook.origin}${path}`,
        'hook-timeout': '15m',
        'notify-url': `${chat.origin}${path}`,
        environment: 'production',
        comment: 'true',
        ...example.inputs,
      };
      const pull_request = { number: 12, title: 'Round prices up' };
      const options = { github: { apiUrl: github.apiUrl }, event: { pull_request } };
      const run = scene.start(inputs, options);
      if (example.during) {
        if (example.inputs?.steps === LONG.steps) await run.sees(/step 1\/1 .* 40%/);
        await example.during(scene, run);
      }
      const ended = await run.done;
      expect(ended.outputs.outcome).toBe(example.outcome);
      expect(ended.log + ended.summary).toMatch(example.says);
      return shownBy(ended, { github, hook, chat });
    });
  } finally {
    await Promise.all([github.close(), hook.close(), chat.close()]);
  }
}

/** Some releases ask no hook, and most leave nothing to the post step. */
const MAY_BE_EMPTY = ['log of the post step', 'summary of the post step', 'told to hooks'];

describe('A secret is shown nowhere by a release that is', () => {
  it.each(CASES)('$of', async (example) => {
    const shown = await playCase(example);
    expect(leaksOf(shown, SECRET)).toEqual([]);
    const empty = Object.keys(shown).filter((where) => shown[where] === '');
    expect(empty.filter((where) => !MAY_BE_EMPTY.includes(where))).toEqual([]);
  });
});
