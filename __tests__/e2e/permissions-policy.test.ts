// The policies of docs/permissions.md are enough for a whole release, and no statement is idle.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CreateAliasCommand, PublishVersionCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import type { ApiWiring } from '../../demo/hello-api.ts';
import { parsePolicy } from '../../simulator/front/fault-input.ts';
import type { Statement } from '../../simulator/front/policy.ts';
import { GROUP, logTo } from '../support/access-log.ts';
import { errorsOf, play, type Scene, writesIn } from '../support/rollout.ts';
import type { Variables } from '../support/runner-environment.ts';

const PAGE = readFileSync(
  fileURLToPath(new URL('../../docs/permissions.md', import.meta.url)),
  'utf8',
);
const POLICIES = new Map(
  [...PAGE.matchAll(/<!-- (?:policy|tested): (.*?) -->\n\n```json\n([\s\S]*?)```/g)].map(
    ([, name = '', policy = '']) => [name, policy],
  ),
);

interface Written {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

/** Each with the name of its policy, because an addition may have the same Sid. */
const statementsOf = (name: string) =>
  (
    JSON.parse(POLICIES.get(name) ?? '{}') as { readonly Statement: readonly Written[] }
  ).Statement.map((one) => ({ ...one, id: `${one.Sid} of ${name}` }));

/** These policies for this account, less one statement. */
function policyFor(
  names: readonly string[],
  { simulator, api }: Scene,
  without?: string,
  group = `/aws/lambda/${api.functionName}`,
): readonly Statement[] {
  const { region, account } = simulator.world.place;
  const filled = (text: string) =>
    text
      .replaceAll('REGION', region)
      .replaceAll('ACCOUNT', account)
      .replaceAll(/\bAPI\b|(?<=%2F)API(?=%2F)/g, api.restApiId)
      .replaceAll('STAGE', api.stageName)
      .replaceAll('FUNCTION', api.functionName)
      .replaceAll('GROUP', group);
  return names
    .flatMap(statementsOf)
    .filter(({ id }) => id !== without)
    .flatMap(({ id: _, ...statement }) =>
      parsePolicy({ Statement: JSON.parse(filled(JSON.stringify(statement))) }),
    );
}

interface Case {
  readonly of: string;
  readonly kind: 'stage' | 'alias';
  /** The names of its policies on the page. */
  readonly policies: readonly string[];
  /** Statements without which a release goes on, and says what it could not see. */
  readonly onlySaid: readonly string[];
  readonly wiring: ApiWiring;
  readonly inputs: Variables;
}

const CASES: readonly Case[] = [
  {
    of: 'a pinned version on a stage, grant included',
    kind: 'stage',
    policies: ['stage', 'pinned', 'grant'],
    onlySaid: ['LookAtFunctions of stage'],
    wiring: 'pinned',
    inputs: {},
  },
  {
    of: 'an alias',
    kind: 'alias',
    policies: ['alias'],
    onlySaid: ['Callers of alias', 'EventSources of alias', 'LookAtFunctions of alias'],
    wiring: 'alias',
    inputs: { alias: 'live', 'rest-api-id': '', 'stage-name': '', 'invoke-permission': '' },
  },
];

/** No more than a comparison needs. */
const QUICK = { steps: '50%/1m', 'bake-time': '0s' };

/** The account with what the release needs, and the role under the policy from then on. */
async function arrange(scene: Scene, { policies, wiring }: Case, without?: string): Promise<void> {
  const { api, simulator } = scene;
  if (wiring === 'alias') {
    const { functionName: FunctionName, clients } = api;
    const alias = { FunctionName, Name: 'live', FunctionVersion: '1' };
    await clients.lambda.send(new CreateAliasCommand(alias));
    await api.allow('live');
  }
  simulator.policy.set(policyFor(policies, scene, without));
}

describe.each(CASES)('the documented policies for $of', (example) => {
  const { policies, onlySaid, wiring, inputs } = example;

  it('is enough for a release from its publication to its last tag', async () => {
    await play({ wiring }, async (scene) => {
      await arrange(scene, example);
      scene.users();
      const { outputs, exitCode, log } = await scene.release(inputs);
      expect(outputs).toMatchObject({ outcome: 'promoted', versions: '{"hello":"2"}' });
      expect(exitCode).toBe(0);
      expect(log).not.toContain('could not be');
    });
  });

  const ids = policies.flatMap(statementsOf).map(({ id }) => id);
  it.each(ids)('miss the statement %s', async (id) => {
    await play({ wiring }, async (scene) => {
      await arrange(scene, example, id);
      const mark = scene.mark();
      scene.users();
      const result = await scene.release({ ...inputs, ...QUICK });
      expect(result.log).toMatch(/(?:AWS denies|the role has no) (apigateway|lambda|cloudwatch):/);
      if (onlySaid.includes(id)) {
        expect(result.outputs.outcome).toBe('promoted');
        return;
      }
      expect(result.outputs.outcome).toBe('failed');
      // A permission is asked for by removing a tag that is not there.
      expect(writesIn(scene.calls(mark)).filter((name) => name !== 'UntagResource')).toEqual([]);
    });
  });
});

describe('the documented policy for plans', () => {
  it.each(CASES)('is enough to plan $of, and not to release it', async (example) => {
    const { kind, wiring, inputs } = example;
    await play({ wiring }, async (scene) => {
      await arrange(scene, example);
      const name = `plan of ${kind === 'stage' ? 'a stage' : 'an alias'}`;
      scene.simulator.policy.set(policyFor([name], scene));
      const plan = await scene.release({ ...inputs, command: 'plan' });
      expect(plan.outputs.outcome).toBe('planned');
      expect(plan.log).not.toMatch(/AWS denies (?!logs)/);
      const mark = scene.mark();
      expect((await scene.release(inputs)).outputs.outcome).toBe('failed');
      expect(
        scene
          .calls(mark)
          .filter(
            ({ status, permission }) =>
              status !== null && status < 300 && permission && WRITES.test(permission.action),
          ),
      ).toEqual([]);
    });
  });
});

/** Actions that change something. */
const WRITES = /:(?!GET|Get|List|Describe)/;

describe('the documented policy for keep-versions', () => {
  it.each(CASES)('is enough in addition for $of', async (example) => {
    const { kind, policies, wiring, inputs } = example;
    await play({ wiring }, async (scene) => {
      const { functionName: FunctionName, clients } = scene.api;
      await clients.lambda.send(new PublishVersionCommand({ FunctionName }));
      await scene.api.upload({ label: 'v3' });
      await arrange(scene, example);
      const prune = `keep-versions on ${kind === 'stage' ? 'a stage' : 'an alias'}`;
      scene.simulator.policy.set(policyFor([...policies, prune], scene));
      scene.users();
      const { outputs, log } = await scene.release({ ...inputs, ...QUICK, 'keep-versions': '1' });
      expect(outputs.outcome).toBe('promoted');
      expect(log).toContain('Deleted version 2 of "hello".');
      expect(log).not.toMatch(/AWS denies (?!logs)/);
    });
  });
});

describe('the documented policy for logs', () => {
  it.each(CASES)('is enough in addition for $of', async (example) => {
    const { kind, policies, wiring, inputs } = example;
    await play({ wiring }, async (scene) => {
      await logTo(scene);
      await arrange(scene, example);
      await scene.ask(5);
      const group = wiring === 'alias' ? undefined : GROUP;
      const name = `logs on ${kind === 'stage' ? 'a stage' : 'an alias'}`;
      const statements = (sid?: string) =>
        policyFor([...policies, name], scene, `${sid} of ${name}`, group);
      const wanted = { ...inputs, command: 'plan', logs: 'required' };
      scene.simulator.policy.set(statements());
      expect((await scene.release(wanted)).outputs.outcome).toBe('planned');
      for (const [sid, action] of [
        ['Logs', 'FilterLogEvents'],
        ['LogGroups', 'DescribeLogGroups'],
      ]) {
        scene.simulator.policy.set(statements(sid));
        const refused = await scene.release(wanted);
        expect(errorsOf(refused).join('\n')).toContain(`AWS denies logs:${action}`);
      }
    });
  });
});

describe('the documented policy for previews', () => {
  const event = (action: string) => ({
    action,
    pull_request: { number: 12, head: { sha: '1', repo: { full_name: 'octo-org/orders' } } },
  });
  const run = ({ release }: Scene, command: string, action: string) =>
    release(
      { command, 'preview-age': '0s' },
      { github: { eventName: 'pull_request', runId: 7_000_000_600 }, event: event(action) },
    );
  /** Made, brought up to date, removed; and made once more, to be swept. */
  const LIFE = [
    ['preview', 'opened', 'previewed'],
    ['preview', 'synchronize', 'previewed'],
    ['preview', 'closed', 'unchanged'],
    ['preview', 'reopened', 'previewed'],
    ['sweep', '', 'unchanged'],
  ] as const;

  it('is enough for the life of a preview, and for no change of the stage that it is made from', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      const before = await scene.standing();
      scene.simulator.policy.set(policyFor(['previews'], scene));
      for (const [command, action, outcome] of LIFE) {
        const { outputs, log } = await run(scene, command, action);
        expect({ action, ...outputs }).toMatchObject({ action, outcome });
        expect(log).not.toContain('AWS denies');
      }
      const mark = scene.mark();
      const release = await scene.release();
      expect(errorsOf(release).join()).toMatch(/AWS denies apigateway:/);
      expect(writesIn(scene.calls(mark)).filter((name) => name !== 'UntagResource')).toEqual([]);
      scene.simulator.policy.set(undefined);
      expect(await scene.standing()).toEqual(before);
      expect(await scene.deployments()).toHaveLength(1);
    });
  });

  it('has no statement that could be left out', async () => {
    await play({ wiring: 'pinned' }, async (scene) => {
      for (const { id, Sid } of statementsOf('previews')) {
        scene.simulator.policy.set(policyFor(['previews'], scene, id));
        const mark = scene.mark();
        const isDenied = () => scene.calls(mark).some(({ status }) => status === 403);
        for (const [command, action] of LIFE) {
          if (!isDenied()) await run(scene, command, action);
        }
        expect({ Sid, denied: isDenied() }).toEqual({ Sid, denied: true });
        scene.simulator.policy.set(undefined);
        await run(scene, 'preview', 'closed');
        await scene.api.upload({ label: `without ${Sid}` });
      }
    });
  });
});
