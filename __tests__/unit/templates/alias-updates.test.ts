// Templates of CloudFormation with CodeDeploy, written by hand or synthesized by CDK.

import { describe, expect, it } from '@jest/globals';
import { parseSteps } from '../../../src/rollout/steps.ts';
import { parseTree } from '../../../src/templates/parse.ts';
import { plainValue } from '../../../src/templates/plain-scalar.ts';
import { readSam } from '../../../src/templates/sam.ts';
import { readSupplied } from '../../../src/templates/template-parameters.ts';
import { withoutMoved } from '../../support/moved-note.ts';

async function read(template: unknown, parameters = '', gives: readonly string[] = []) {
  const parsed = await parseTree(JSON.stringify(template, undefined, 1), plainValue);
  if (parsed.kind === 'problem') throw new Error(parsed.problem);
  const facts = readSam(parsed.tree, {
    gives: (name) => gives.includes(name),
    supplied: readSupplied(parameters, []),
    region: 'eu-west-1',
    stepsOf: (steps) => JSON.stringify(parseSteps(steps)),
  });
  return { ...facts, notes: withoutMoved(facts.notes) };
}

const ref = (Ref: string) => ({ Ref });
const alias = (update: Readonly<Record<string, unknown>>) => ({
  Type: 'AWS::Lambda::Alias',
  Properties: { FunctionName: ref('Orders4F2C'), FunctionVersion: '1', Name: 'live' },
  UpdatePolicy: {
    CodeDeployLambdaAliasUpdate: {
      ApplicationName: ref('App'),
      DeploymentGroupName: ref('Group'),
      ...update,
    },
  },
});
const group = (more: Readonly<Record<string, unknown>> = {}) => ({
  Type: 'AWS::CodeDeploy::DeploymentGroup',
  Properties: {
    ApplicationName: ref('App'),
    DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
    ...more,
  },
});

/** What CDK synthesizes for a LambdaDeploymentGroup. */
const SYNTHESIZED = {
  Resources: {
    Orders4F2C: { Type: 'AWS::Lambda::Function', Properties: { Handler: 'index.handler' } },
    Hook9A1B: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'orders-smoke' } },
    Errors77: { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmName: 'orders-errors' } },
    App: { Type: 'AWS::CodeDeploy::Application', Properties: { ComputePlatform: 'Lambda' } },
    Live: alias({ BeforeAllowTrafficHook: ref('Hook9A1B') }),
    Group: group({ AlarmConfiguration: { Alarms: [{ Name: ref('Errors77') }], Enabled: true } }),
  },
};

const withResources = (resources: Readonly<Record<string, unknown>>) => ({
  Resources: { ...SYNTHESIZED.Resources, ...resources },
});

describe('an alias that CodeDeploy updates', () => {
  it('is released with the schedule, alarms and hooks of its deployment group', async () => {
    const { values, problems, notes } = await read(SYNTHESIZED, 'Orders4F2C=shop-orders');
    expect(problems).toEqual([]);
    expect(values).toMatchObject({
      functions: 'shop-orders:live',
      steps: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
      alarms: 'orders-errors',
      'pre-traffic-hook': 'orders-smoke',
    });
    expect(notes).toEqual([
      '"Live" is released as shop-orders:live, by CodeDeployDefault.LambdaCanary10Percent5Minutes, monitored by orders-errors',
    ]);
  });

  it('asks only for the name that CloudFormation generates', async () => {
    const { problems } = await read(SYNTHESIZED);
    expect(problems).toEqual([
      'functions: "Orders4F2C" has no FunctionName, so CloudFormation names it; expected a line Orders4F2C=VALUE in template-parameters, or the input functions',
    ]);
  });

  it('takes a schedule of its own from the template', async () => {
    const { values, problems } = await read(
      withResources({
        Group: group({ DeploymentConfigName: ref('Slow') }),
        Slow: {
          Type: 'AWS::CodeDeploy::DeploymentConfig',
          Properties: {
            ComputePlatform: 'Lambda',
            TrafficRoutingConfig: {
              Type: 'TimeBasedLinear',
              TimeBasedLinear: { LinearInterval: 3, LinearPercentage: 30 },
            },
          },
        },
      }),
      'Orders4F2C=orders',
    );
    expect(problems).toEqual([]);
    expect(values).toMatchObject({ steps: '30%/3m, 60%/3m, 90%/3m', alarms: '' });
  });

  it.each<[string, Readonly<Record<string, unknown>>, Readonly<Record<string, string>>, string[]]>([
    [
      'without a configuration is shifted at once',
      { DeploymentConfigName: '' },
      { steps: 'AllAtOnce' },
      [],
    ],
    [
      'has no alarms if they are not enabled',
      { AlarmConfiguration: { Alarms: [{ Name: 'a' }], Enabled: false } },
      { alarms: '' },
      ['the alarms of "Group" are not enabled'],
    ],
  ])('%s', async (_, more, values, notes) => {
    const facts = await read(withResources({ Group: group(more) }), 'Orders4F2C=orders');
    expect(facts.problems).toEqual([]);
    expect(facts.values).toMatchObject(values);
    expect(facts.notes).toEqual(expect.arrayContaining(notes));
  });

  it('is left out by its Condition, and its group is not said twice', async () => {
    const { problems } = await read({
      Conditions: { IsProd: { 'Fn::Equals': ['a', 'b'] } },
      ...withResources({ Live: { ...alias({}), Condition: 'IsProd' } }),
    });
    expect(problems).toEqual([
      expect.stringMatching(
        /nothing to release: "Live" is not released: its Condition "IsProd" is false; expected/,
      ),
    ]);
  });

  it.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    [
      'a group that is elsewhere',
      { Live: alias({ DeploymentGroupName: 'shared-group' }), Group: undefined },
      [
        'the deployment group of "Live" is not in this template, so its schedule and alarms are unknown; expected the inputs steps and alarms',
      ],
    ],
    [
      'alarms without names',
      { Group: group({ AlarmConfiguration: { Alarms: ['a'] } }) },
      ['Alarms of "Group" is a list with an item that has no Name; expected a list of alarms'],
    ],
  ])('is refused with %s', async (_, resources, problems) => {
    const facts = await read(withResources(resources), 'Orders4F2C=orders');
    expect(facts.problems).toEqual(problems.map((each) => expect.stringContaining(each)));
  });

  it('with everything as input asks for nothing', async () => {
    const { problems } = await read(
      withResources({ Live: alias({ DeploymentGroupName: 'shared-group' }), Group: undefined }),
      '',
      ['functions', 'alias', 'steps', 'alarms'],
    );
    expect(problems).toEqual([]);
  });
});
