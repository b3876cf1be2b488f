// The policy that a plan writes is enough for the whole story that it is about, and for nothing else.

import {
  CreateAuthorizerCommand,
  CreateDeploymentCommand,
  GetResourcesCommand,
  UpdateMethodCommand,
} from '@aws-sdk/client-api-gateway';
import {
  CreateAliasCommand,
  PublishVersionCommand,
  PutProvisionedConcurrencyConfigCommand,
} from '@aws-sdk/client-lambda';
import { describe, expect, it } from '@jest/globals';
import type { ApiWiring, HelloApi } from '../../demo/hello-api.ts';
import { parsePolicy } from '../../simulator/front/fault-input.ts';
import { rule, type Statement } from '../../simulator/front/policy.ts';
import { must } from '../../src/base/assert.ts';
import { addHook } from '../support/hook-scene.ts';
import { errorsOf, play, readReport, type Scene, writesIn } from '../support/rollout.ts';
import type { Variables } from '../support/runner-environment.ts';

interface Case {
  readonly of: string;
  readonly wiring: ApiWiring;
  readonly inputs: Variables;
  /** What has provisioned concurrency. */
  readonly provisioned?: string;
  /** Somebody left the alias split with version 2. */
  readonly split?: boolean;
  /** Is the first one: there is no alias. */
  readonly first?: boolean;
  /** There is an alias that nobody may call yet, and an authorizer. */
  readonly guarded?: boolean;
  /** What only trouble needs. */
  readonly forTrouble?: readonly string[];
}

const ON_ALIAS = { alias: 'live', 'rest-api-id': '', 'stage-name': '', 'invoke-permission': '' };
const HOOKS = {
  'hook-timeout': '15m',
  'pre-traffic-hook': 'smoke',
  'step-hook': 'between:$LATEST',
  'post-traffic-hook': 'last',
};
const PRUNES = { 'keep-versions': '1' };

const BY_VARIABLE: Case = { of: 'a stage by its variable', wiring: 'variable', inputs: {} };
const ALL_ON_STAGE: Case = {
  of: 'a stage with a shadow, hooks and keep-versions',
  wiring: 'pinned',
  inputs: { 'shadow-stage': 'shade', ...HOOKS, ...PRUNES },
};
const WARM_STAGE: Case = {
  of: 'a stage with what is ready',
  wiring: 'pinned',
  inputs: {},
  provisioned: '1',
};
const ALL_ON_ALIAS: Case = {
  of: 'a split alias with hooks and keep-versions',
  wiring: 'alias',
  // To read logs each second is most of the work of a release; the one of the other alias does.
  inputs: { ...ON_ALIAS, 'on-split-alias': 'repair', ...HOOKS, ...PRUNES, logs: 'off' },
  split: true,
};
const WARM_ALIAS: Case = {
  of: 'an alias with what is ready',
  wiring: 'alias',
  inputs: ON_ALIAS,
  provisioned: 'live',
  // What the new version was lent is not taken away from an alias of somebody else's.
  forTrouble: ['lambda:ListAliases', 'Aliases'],
};
const CAN_BE_BAD = [BY_VARIABLE, ALL_ON_STAGE, WARM_STAGE, ALL_ON_ALIAS, WARM_ALIAS];

const VARIABLES_ALONE: Case = {
  of: 'a stage by overrides alone',
  wiring: 'variable',
  inputs: {
    functions: '',
    definition: 'deployed',
    'route-guard': 'off',
    'stage-variable-overrides': 'flag=on',
    'invoke-permission': 'check',
  },
};
const LED_ELSEWHERE: Case = {
  of: 'a stage by an override that leads to an alias, with an authorizer',
  wiring: 'variable',
  inputs: {
    functions: '',
    definition: 'deployed',
    'route-guard': 'off',
    'stage-variable-overrides': 'version=green',
  },
  guarded: true,
};
const FIRST: Case = {
  of: 'an alias that is not there yet',
  wiring: 'alias',
  inputs: { ...ON_ALIAS, ...PRUNES, 'first-release': 'allow' },
  first: true,
  // One that was made is cleared away when another could not be. The version is read if it is not active at once.
  forTrouble: ['lambda:DeleteAlias', 'Look'],
};

/** The account as it is before the release; `bad`: what is released fails. */
async function arrange({ api, ...scene }: Scene, example: Case, bad = 0): Promise<void> {
  const { wiring, inputs, provisioned: Qualifier, split, first } = example;
  const { lambda, apiGateway } = api.clients;
  const FunctionName = api.functionName;
  if (inputs['keep-versions'] !== undefined) {
    // What an earlier release left.
    await lambda.send(new PublishVersionCommand({ FunctionName }));
    await api.upload({ label: 'v3', failing: bad });
    const description = 'canary-action: hello 1>2';
    await apiGateway.send(new CreateDeploymentCommand({ restApiId: api.restApiId, description }));
  }
  if (wiring === 'alias' && !first) {
    const RoutingConfig = { AdditionalVersionWeights: split ? { '2': 0.1 } : {} };
    const alias = { FunctionName, Name: 'live', FunctionVersion: '1', RoutingConfig };
    await lambda.send(new CreateAliasCommand(alias));
    await api.allow('live');
  }
  if (example.guarded) await guard(api);
  if (inputs['stage-variable-overrides'] !== undefined) {
    await scene.patch({ op: 'replace', path: '/variables/flag', value: 'off' });
  }
  if (inputs['step-hook'] !== undefined) {
    for (const name of ['smoke', 'between', 'last']) {
      await addHook({ api, ...scene }, name, 'return null;');
    }
  }
  if (Qualifier === undefined) return;
  const asked = { FunctionName, Qualifier, ProvisionedConcurrentExecutions: 1 };
  await lambda.send(new PutProvisionedConcurrencyConfigCommand(asked));
}

/** An alias that nobody may call yet, and a method of the draft that asks an authorizer. */
async function guard({ clients, functionName: FunctionName, restApiId, path }: HelloApi) {
  const { lambda, apiGateway } = clients;
  await lambda.send(new PublishVersionCommand({ FunctionName }));
  const alias = { FunctionName, Name: 'green', FunctionVersion: '2' };
  await lambda.send(new CreateAliasCommand(alias));
  const { items } = await apiGateway.send(
    new GetResourcesCommand({ restApiId, embed: ['methods'] }),
  );
  const resource = items?.find((item) => item.path === path);
  const method = resource?.resourceMethods?.GET;
  const authorizerUri = method?.methodIntegration?.uri?.replace('${stageVariables.version}', '1');
  const wish = { restApiId, name: 'guard', type: 'REQUEST', authorizerUri } as const;
  const { id: value } = await apiGateway.send(new CreateAuthorizerCommand(wish));
  const patchOperations = [
    { op: 'replace', path: '/authorizerId', value } as const,
    { op: 'replace', path: '/authorizationType', value: 'CUSTOM' } as const,
  ];
  const which = { restApiId, resourceId: resource?.id, httpMethod: 'GET' };
  await apiGateway.send(new UpdateMethodCommand({ ...which, patchOperations }));
}

interface Written extends Statement {
  readonly Sid: string;
}

interface Policies {
  readonly policy: readonly Written[];
  readonly planPolicy: readonly Written[];
}

async function policyOf(...given: Parameters<typeof policiesOf>): Promise<readonly Written[]> {
  return (await policiesOf(...given)).policy;
}

/**
 * What the plan allows, and what it needs itself.
 *
 * @param lent the environments whose price it tells
 */
async function policiesOf(scene: Scene, inputs: Variables, lent = ''): Promise<Policies> {
  const run = await scene.release({ ...inputs, command: 'plan' });
  const { policy, planPolicy } = readReport(run);
  expect(run.summary).toContain('Permissions that the role needs for this release');
  expect(run.log).not.toMatch(/AWS denies/);
  // The first release splits no traffic, so nothing is compared.
  const isFirst = inputs['first-release'] === 'allow';
  expect(run.log).toMatch(
    isFirst
      ? /this is the first release/
      : /cost: about 0\.[\d]+ USD for about [\d,]+ CloudWatch metrics/,
  );
  expect(/cost: about (\d+) × \S+ of provisioned concurrency/.exec(run.log)?.[1] ?? '').toBe(lent);
  return { policy: statementsIn(policy), planPolicy: statementsIn(planPolicy) };
}

function statementsIn(json = '{}'): readonly Written[] {
  const { Statement: statements } = JSON.parse(json) as { Statement: readonly Written[] };
  return statements.map((statement) => ({ Sid: statement.Sid, ...parsed(statement) }));
}

function parsed(statement: Written): Statement {
  const [read] = parsePolicy({ Statement: statement });
  return must(read, 'one statement was given');
}

/** Waits for an update of the function that is in progress, or for a version that is not active yet. */
const WAITS = 'lambda:GetFunction';

/** Each action, and the statement of each resource, that no call since `mark` made use of. */
function idleIn(policy: readonly Written[], scene: Scene, mark: number): readonly string[] {
  const asked = scene.calls(mark).flatMap(({ permission }) => (permission ? [permission] : []));
  const isUsed = (statement: Statement) =>
    asked.some((call) => rule([statement], call) === 'allowed');
  return policy.flatMap(({ Sid, ...statement }) => [
    ...statement.Action.filter((action) => !isUsed({ ...statement, Action: [action] })),
    ...statement.Resource.filter((arn) => !isUsed({ ...statement, Resource: [arn] })).map(
      () => Sid,
    ),
  ]);
}

const LEFT_UNDONE = /AWS denies|could not be|were not deleted|is kept:/;

/** Once anything is changed, nothing that a policy allows depends on how long the release takes. */
const QUICK = { steps: '50%/1m', 'bake-time': '0s' };

describe('The policies of a plan', () => {
  it.each([...CAN_BE_BAD, VARIABLES_ALONE, LED_ELSEWHERE, FIRST])(
    'let a release of $of be planned and promoted, and allow nothing that it does not do',
    async (example) => {
      await play({ wiring: example.wiring }, async (scene) => {
        await arrange(scene, example);
        await scene.setAlarm('quiet', 'OK');
        const all = { ...example.inputs, ...QUICK, alarms: 'quiet' };
        const lent = example.provisioned === undefined ? '' : '1';
        const found = await policiesOf(scene, all, lent);
        const { policy, planPolicy } = found;

        // A role that can change nothing may plan.
        scene.simulator.policy.set(planPolicy);
        const planned = scene.mark();
        expect(await policiesOf(scene, all, lent)).toEqual(found);
        expect(idleIn(planPolicy, scene, planned)).toEqual([]);
        expect(planPolicy.flatMap(({ Action }) => Action)).not.toContain(WAITS);

        scene.simulator.policy.set(policy);
        // Who may release may plan.
        expect(await policyOf(scene, all, lent)).toEqual(policy);
        scene.users();
        const mark = scene.mark();
        const run = await scene.release(all);
        expect(run).toMatchObject({ exitCode: 0, outputs: { outcome: 'promoted' } });
        expect(run.log).not.toMatch(LEFT_UNDONE);
        const idle = idleIn(policy, scene, mark).filter((one) => one !== WAITS);
        expect(idle).toEqual(example.forTrouble ?? []);
        if (!example.inputs['keep-versions'] || example.first) return;
        expect(run.log).toContain('Deleted version 2 of "hello".');
      });
    },
  );

  it.each(CAN_BE_BAD)('let a bad release of $of be rolled back', async (example) => {
    const { wiring, inputs } = example;
    await play({ wiring, failing: 1 }, async (scene) => {
      await arrange(scene, example, 1);
      await scene.setAlarm('bad', 'OK');
      const all = { ...inputs, alarms: 'bad', steps: '40%/2h' };
      const lent = example.provisioned === undefined ? '' : '1';
      const policy = await policyOf(scene, all, lent);
      scene.simulator.policy.set(policy);
      const mark = scene.mark();
      const run = scene.start(all);
      await run.sees(/step 1\/1 .* 40%/);
      scene.simulator.policy.set(undefined);
      await scene.setAlarm('bad', 'ALARM');
      scene.simulator.policy.set(policy);
      const ended = await run.done;
      expect(ended).toMatchObject({ outputs: { outcome: 'rolled-back' } });
      expect(ended.log).not.toMatch(LEFT_UNDONE);
      const idle = idleIn(policy, scene, mark);
      for (const one of example.forTrouble ?? []) expect(idle).not.toContain(one);
    });
  });

  // What comes before any user is asked for beforehand; what comes after a promotion is only told.
  it.each([
    { without: 'Publish', example: ALL_ON_STAGE, outcome: 'failed' },
    { without: 'Ask', example: ALL_ON_STAGE, outcome: 'failed' },
    { without: 'DeleteVersions', example: ALL_ON_STAGE, outcome: 'promoted' },
    { without: 'EventSources', example: ALL_ON_ALIAS, outcome: 'promoted' },
  ])('are not enough without $without', async ({ without, example, outcome }) => {
    await play({ wiring: example.wiring }, async (scene) => {
      await arrange(scene, example);
      const all = { ...example.inputs, ...QUICK };
      const policy = await policyOf(scene, all);
      const rest = policy.filter(({ Sid }) => Sid !== without);
      expect(rest).toHaveLength(policy.length - 1);
      scene.simulator.policy.set(rest);
      scene.users();
      const mark = scene.mark();
      const run = await scene.release(all);
      expect(run.outputs.outcome).toBe(outcome);
      expect(run.log).toMatch(/AWS denies lambda:/);
      if (outcome === 'promoted') expect(run.log).not.toContain('Deleted version');
      else {
        expect(errorsOf(run).join('\n')).toMatch(/AWS denies lambda:/);
        // A permission is asked for by removing a tag that is not there, and a hook by a dry run.
        const wrote = writesIn(scene.calls(mark));
        expect(wrote.filter((name) => !['UntagResource', 'Invoke'].includes(name))).toEqual([]);
      }
    });
  });

  it('let delete versions and never a function, and know their account', async () => {
    await play({ wiring: 'alias' }, async (scene) => {
      await arrange(scene, ALL_ON_ALIAS);
      const policy = await policyOf(scene, ALL_ON_ALIAS.inputs);
      const { region, account } = scene.simulator.world.place;
      const hello = `arn:aws:lambda:${region}:${account}:function:hello`;
      const deletes = policy.filter(({ Action }) => Action.join().includes('Delete'));
      expect(deletes.map(({ Action, Resource }) => [Action, Resource])).toEqual([
        [['lambda:DeleteFunction'], [`${hello}:*`]],
      ]);
      const whole = { action: 'lambda:DeleteFunction', resource: hello };
      expect(rule(policy, whole)).toBe('not-allowed');
      const ask = policy.find(({ Sid }) => Sid === 'Ask');
      expect(ask?.Resource).toEqual(
        ['smoke', 'between:$LATEST', 'last'].map(
          (name) => `arn:aws:lambda:${region}:${account}:function:${name}`,
        ),
      );
      const arns = policy.flatMap(({ Resource }) => Resource).filter((arn) => arn !== '*');
      expect(arns.filter((arn) => !arn.includes(`:${account}:`))).toEqual([]);
    });
  });

  it('let a role do nothing that the release does not do', async () => {
    await play({ wiring: 'variable' }, async (scene) => {
      const version = await scene.api.publish();
      const policy = await policyOf(scene, { 'invoke-permission': 'check', version });
      const actions = policy.flatMap(({ Action }) => Action);
      expect(actions).not.toContain('lambda:AddPermission');
      expect(actions).not.toContain('lambda:PublishVersion');
      expect(actions).not.toContain('cloudwatch:DescribeAlarms');
      expect(actions.filter((action) => action.includes('*'))).toEqual([]);
      const everywhere = policy.filter(({ Resource }) => Resource.includes('*'));
      expect(everywhere.map(({ Action }) => Action)).toEqual([['cloudwatch:GetMetricData']]);
    });
  });
});
