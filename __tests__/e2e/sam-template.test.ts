// A SAM template and an AppSpec as the inputs of a release of aliases.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import { CreateAliasCommand, GetAliasCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HelloApi } from '../../demo/hello-api.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { GRADUAL, planJson } from '../support/terraform-json.ts';
import { createWorkspace } from '../support/workspace.ts';
import { acceptedWrites, attempt, makeApi, openAws, type Refusal } from './preflight-refusals.ts';

const TEMPLATE = `
Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: { Type: String }
Globals:
  Function:
    AutoPublishAlias: live
    DeploymentPreference:
      Type: Canary10Percent1Minute
      Role: !GetAtt DeploymentRole.Arn
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties: { FunctionName: !Sub "orders-\${Stage}" }
  Payments:
    Type: AWS::Serverless::Function
  DeploymentRole: { Type: AWS::IAM::Role }
`;

const APPSPEC = (current: string, target: string) => `
version: 0.0
Resources:
  - orders:
      Type: AWS::Lambda::Function
      Properties: { Name: orders-prod, Alias: spec, CurrentVersion: ${current}, TargetVersion: ${target} }
`;

describe('a template', () => {
  let simulator: Simulator;
  let apis: readonly HelloApi[];
  beforeAll(async () => {
    simulator = await openAws();
    apis = [await makeApi(simulator, 'orders-prod'), await makeApi(simulator, 'payments-1A2B')];
    for (const { clients, functionName, upload } of apis) {
      for (const Name of ['live', 'spec']) {
        const alias = { FunctionName: functionName, Name, FunctionVersion: '1' };
        await clients.lambda.send(new CreateAliasCommand(alias));
      }
      await upload({ label: 'v2' });
    }
  });
  afterAll(() => simulator.close());

  const standing = (alias: string) =>
    Promise.all(
      apis.map(async ({ clients, functionName }) => {
        const asked = { FunctionName: functionName, Name: alias };
        const { FunctionVersion, RoutingConfig } = await clients.lambda.send(
          new GetAliasCommand(asked),
        );
        return [FunctionVersion, RoutingConfig?.AdditionalVersionWeights ?? {}];
      }),
    );

  const run = (
    files: Readonly<Record<string, string>>,
    inputs: Readonly<Record<string, string>>,
  ): Promise<Refusal> => {
    const workspace = createWorkspace();
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(workspace.checkout, name), text);
    }
    const usual = { 'bake-time': '0s', 'on-inconclusive': 'promote', comment: 'false' };
    return attempt(simulator, { workspace, inputs: { ...usual, ...inputs } });
  };

  const all = {
    template: 'template.yaml',
    'template-parameters': 'Stage=prod\nPayments=payments-1A2B',
  };

  it('that says too little is refused with all that is missing, and AWS is left alone', async () => {
    const bad = TEMPLATE.replace('Role:', 'Rule: x\n      Role:');
    const { exitCode, errors, calls } = await run(
      { 'template.yaml': bad },
      { template: 'template.yaml' },
    );
    expect(exitCode).toBe(1);
    const [headline, ...problems] = errors[0]!.split('\n');
    expect(headline).toBe('The inputs have 4 problems; nothing was changed in AWS.');
    expect(problems).toEqual([
      expect.stringContaining(
        'template "template.yaml": functions: the parameter "Stage" has no default',
      ),
      expect.stringContaining('has the unknown key "Rule". Did you mean "Role"?'),
      expect.stringContaining('"Payments" has no FunctionName, so CloudFormation names it'),
      expect.stringContaining('the DeploymentPreference of "Payments" has the unknown key "Rule"'),
    ]);
    expect(calls).toEqual([]);
  });

  it.each([
    ['is not YAML', 'a: [', 'it cannot be read as YAML or JSON'],
    ['has a cycle', 'a: &a [*a]', 'the anchor &a contains itself'],
    ['has 10 MB', `# ${'x'.repeat(10_000_000)}`, 'it has 10000002 bytes; expected at most 5000000'],
  ])('that %s is refused', async (_, text, says) => {
    for (const kind of ['template', 'appspec']) {
      const { errors, calls } = await run({ 'file.yaml': text }, { [kind]: 'file.yaml' });
      expect(errors.join()).toMatch(
        new RegExp(`have one problem.*\\n- ${kind} "file.yaml": .*${says}`),
      );
      expect(calls).toEqual([]);
    }
  });

  it('takes parameters as the SAM CLI does, and releases by the schedule that they choose', async () => {
    const text = TEMPLATE.replace(
      'Type: Canary10Percent1Minute',
      'Type: !If [IsProd, Linear10PercentEvery10Minutes, AllAtOnce]',
    ).replace('Globals:', 'Conditions: { IsProd: !Equals [!Ref Stage, prod] }\nGlobals:');
    const plan = (parameters: string) =>
      run(
        { 'template.yaml': text },
        { ...all, command: 'plan', 'template-parameters': parameters },
      );
    const { outputs, log } = await plan('Stage=prod Payments=payments-1A2B');
    expect(outputs.outcome).toBe('planned');
    expect(log).toContain(
      '"Orders" is released as orders-prod:live, by Linear10PercentEvery10Minutes',
    );
    const joined = await plan('Stage=prod,Payments=payments-1A2B');
    expect(joined.errors.join()).toContain(
      'template-parameters: "Stage=prod,Payments=payments-1A2B" is neither one NAME=VALUE',
    );
    expect(joined.calls).toEqual([]);
  });

  it('whose functions are made by a loop is refused with the reason and the way out', async () => {
    const loop = 'Resources:\n  Fn::ForEach::Fns: [Name, [a, b], {}]\n';
    const { errors, calls } = await run({ 'template.yaml': loop }, { template: 'template.yaml' });
    expect(errors.join()).toMatch(
      /nothing to release: Fn::ForEach::Fns in Resources is not expanded; expected the inputs functions, alias and steps instead of template/,
    );
    expect(calls).toEqual([]);
  });

  it('with a deployment configuration of its own is released with the input that it asks for', async () => {
    const own = TEMPLATE.replace('Type: Canary10Percent1Minute', 'Type: !Ref Slow').replace(
      'Resources:',
      'Resources:\n  Slow: { Type: AWS::CodeDeploy::DeploymentConfig }',
    );
    const plan = (inputs: Readonly<Record<string, string>>) =>
      run({ 'template.yaml': own }, { ...all, command: 'plan', ...inputs });
    const { errors } = await plan({});
    expect(errors.join()).toMatch(
      /"Slow" has no TrafficRoutingConfig that can be read; expected .*, or the input steps/,
    );
    expect(errors.join()).not.toContain('Slow=VALUE');
    expect((await plan({ steps: '30%/9m' })).outputs.outcome).toBe('planned');
  });

  it('may name an alarm with a comma, as may the inputs', async () => {
    const name = 'orders, 5xx';
    await apis[0]!.clients.cloudWatch.send(
      new PutMetricAlarmCommand({
        AlarmName: name,
        MetricName: 'Errors',
        Namespace: 'AWS/Lambda',
        ComparisonOperator: 'GreaterThanThreshold',
        EvaluationPeriods: 1,
        Period: 60,
        Statistic: 'Sum',
        Threshold: 1,
      }),
    );
    const text = TEMPLATE.replace('Role:', `Alarms: ["${name}"]\n      Role:`);
    const plan = (inputs: Readonly<Record<string, string>>) =>
      run(
        { 'template.yaml': text, 'canary.yml': `alarms: ["${name}"]` },
        { ...all, command: 'plan', ...inputs },
      );
    for (const inputs of [{}, { alarms: `["${name}"]` }, { config: 'canary.yml' }]) {
      expect((await plan(inputs)).outputs.outcome).toBe('planned');
    }
    const apart = await plan({ alarms: name });
    expect(apart.errors.join()).toMatch(/there is no alarm "orders".*a name with a comma/s);
  });

  it('takes its parameters from samconfig.toml, and the stack only for names that it lacks', async () => {
    const samconfig = `[prod.deploy.parameters]
stack_name = "shop"
parameter_overrides = "Stage=prod"
`;
    const files = {
      'template.yaml': TEMPLATE.replace('  Payments:\n    Type: AWS::Serverless::Function\n', ''),
      'samconfig.toml': samconfig,
    };
    const inputs = { template: 'template.yaml', 'sam-config': 'samconfig.toml#prod' };
    const { log, outputs, calls } = await run(files, { ...inputs, command: 'plan' });
    expect(outputs.outcome).toBe('planned');
    expect(log).toContain('sam-config "samconfig.toml#prod": parameters Stage');
    expect(log).toContain('"Orders" is released as orders-prod:live');
    expect(log).toContain('"Orders": the deployment of this file moves the alias as well');
    expect(calls.filter(({ service }) => service === 'cloudformation')).toEqual([]);
    const wrong = await run(files, { ...inputs, 'sam-config': 'samconfig.toml' });
    expect(wrong.errors.join()).toContain('it has no environment "default"; expected "prod"');
    expect(wrong.calls).toEqual([]);
  });

  it('may be what Terraform shows of a plan', async () => {
    const shown = JSON.parse(planJson(GRADUAL));
    const [, alias] = shown.planned_values.root_module.resources;
    alias.values.function_name = 'orders-prod';
    const inputs = { template: 'plan.json', alarms: '[]', command: 'plan' };
    const { log, outputs } = await run({ 'plan.json': JSON.stringify(shown) }, inputs);
    expect(log).toContain('"aws_lambda_alias.live" is released as orders-prod:live, by 30%/9m');
    expect(outputs.outcome).toBe('planned');
  });

  it('is planned in words', async () => {
    const { log, outputs, summary, calls } = await run(
      { 'template.yaml': TEMPLATE },
      { ...all, command: 'plan', steps: '5%/5m' },
    );
    expect(outputs.outcome).toBe('planned');
    for (const text of [log, summary]) {
      expect(text).toMatch(/Orders.* is released as orders\\?-prod:live/);
      expect(text).toMatch(/Role of .*Payments.* belongs to CodeDeploy/);
      expect(text).toMatch(/steps is set as input, which overrides the template/);
    }
    expect(acceptedWrites(calls)).toEqual([]);
  });

  it('releases its functions as one', async () => {
    const { exitCode, outputs, log } = await run({ 'template.yaml': TEMPLATE }, all);
    expect(log).toContain('by Canary10Percent1Minute');
    expect([exitCode, outputs.outcome]).toEqual([0, 'promoted']);
    expect(JSON.parse(outputs.versions!)).toEqual({ 'orders-prod': '2', 'payments-1A2B': '2' });
    expect(await standing('live')).toEqual([
      ['2', {}],
      ['2', {}],
    ]);
  });

  it('can be combined with an AppSpec, whose CurrentVersion must be what the alias points to', async () => {
    const inputs = { appspec: 'appspec.yml', steps: 'AllAtOnce' };
    const wrong = await run({ 'appspec.yml': APPSPEC('3', '2') }, inputs);
    expect(wrong.errors.join()).toContain(
      'appspec: orders-prod:spec points to version 1, but CurrentVersion is 3',
    );
    expect(acceptedWrites(wrong.calls)).toEqual([]);
    const right = await run({ 'appspec.yml': APPSPEC('1', '2') }, inputs);
    expect(right.outputs.outcome).toBe('promoted');
    const again = await run({ 'appspec.yml': APPSPEC('1', '2') }, inputs);
    expect(again.outputs.outcome).toBe('unchanged');
    expect((await standing('spec'))[0]).toEqual(['2', {}]);
  });
});
