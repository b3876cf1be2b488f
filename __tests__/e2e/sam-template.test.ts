// A SAM template and an AppSpec as the inputs of a release of aliases.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateAliasCommand, GetAliasCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HelloApi } from '../../demo/hello-api.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { createWorkspace } from '../support/workspace.ts';
import { acceptedWrites, attempt, makeApi, type Refusal } from './preflight-refusals.ts';

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
    simulator = await startSimulator({ clockRate: 60, lambda: { updateSeconds: 0 } });
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
    const clock = simulator.world.clock.settings;
    return attempt(simulator, { workspace, clock, inputs: { ...usual, ...inputs } });
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
    ['has 10 MB', `# ${'x'.repeat(10_000_000)}`, 'it has 10000002 bytes; expected at most 1048576'],
  ])('that %s is refused', async (_, text, says) => {
    for (const kind of ['template', 'appspec']) {
      const { errors, calls } = await run({ 'file.yaml': text }, { [kind]: 'file.yaml' });
      expect(errors.join()).toMatch(
        new RegExp(`have one problem.*\\n- ${kind} "file.yaml": .*${says}`),
      );
      expect(calls).toEqual([]);
    }
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
