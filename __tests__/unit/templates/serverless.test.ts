// serverless.yml with the canary plugin.

import { describe, expect, it } from '@jest/globals';
import { parseSteps } from '../../../src/rollout/steps.ts';
import { parseTree } from '../../../src/templates/parse.ts';
import { plainValue } from '../../../src/templates/plain-scalar.ts';
import { readSam } from '../../../src/templates/sam.ts';
import { readSupplied } from '../../../src/templates/template-parameters.ts';
import { withoutMoved } from '../../support/moved-note.ts';

async function read(text: string, parameters = '', gives: readonly string[] = []) {
  const parsed = await parseTree(text, plainValue);
  if (parsed.kind === 'problem') throw new Error(parsed.problem);
  const problems: string[] = [];
  const supplied = readSupplied(parameters, problems);
  const facts = readSam(parsed.tree, {
    gives: (name) => gives.includes(name),
    supplied,
    region: 'eu-west-1',
    stepsOf: (steps) => JSON.stringify(parseSteps(steps)),
  });
  return {
    ...facts,
    notes: withoutMoved(facts.notes),
    problems: [...problems, ...facts.problems],
  };
}

const SERVICE = `service: shop
provider: { name: aws, stage: "\${opt:stage, 'dev'}" }
plugins: [serverless-plugin-canary-deployments]
custom:
  deploymentSettings: { codeDeployRole: some-role, stages: [prod], alias: Live }
functions:
  create-order:
    handler: order.create
    deploymentSettings:
      type: Linear10PercentEvery1Minute
      preTrafficHook: smoke
      alarms: [OrderErrors, { name: shop-latency }]
  smoke: { handler: smoke.run }
resources:
  Resources:
    OrderErrors:
      Type: AWS::CloudWatch::Alarm
      Properties: { AlarmName: "orders-\${self:provider.stage}-errors" }
`;

describe('serverless.yml with the canary plugin', () => {
  it('is read as the plugin reads it', async () => {
    const { values, notes, problems } = await read(SERVICE, 'opt:stage=prod');
    expect(problems).toEqual([]);
    expect(values).toMatchObject({
      functions: 'shop-prod-create-order:Live',
      steps: 'Linear10PercentEvery1Minute',
      alarms: 'orders-prod-errors\nshop-latency',
      'pre-traffic-hook': 'shop-prod-smoke',
    });
    expect(notes).toEqual([
      '"create-order" is released as shop-prod-create-order:Live, by Linear10PercentEvery1Minute, monitored by orders-prod-errors, shop-latency',
      'codeDeployRole belongs to CodeDeploy and is not used',
      '"smoke" is not released: it has no deploymentSettings',
    ]);
  });

  it('is not released in a stage that the plugin leaves out, and says which it is for', async () => {
    const { problems } = await read(SERVICE);
    expect(problems).toEqual([
      expect.stringContaining(
        'nothing to release: "create-order" is not released: its Condition "the stage is prod" is false',
      ),
    ]);
  });

  it('takes a name of its own, and a general setting that the function replaces', async () => {
    const text = `service: { name: shop }
provider: { name: aws }
plugins: [serverless-plugin-canary-deployments]
custom:
  prefix: "\${env:PREFIX}"
  deploymentSettings: { type: AllAtOnce, alias: Live, alarms: [{ name: shared }] }
functions:
  - orders: { name: "\${self:custom.prefix}-orders", deploymentSettings: { alarms: [{ name: own }] } }
`;
    expect((await read(text)).problems).toEqual([
      expect.stringContaining(
        'the parameter "env:PREFIX" has no default; expected a line env:PREFIX=VALUE in template-parameters, or the input functions',
      ),
    ]);
    const { values, problems } = await read(text, 'env:PREFIX=x');
    expect(problems).toEqual([]);
    expect(values).toMatchObject({ functions: 'x-orders:Live', steps: 'AllAtOnce', alarms: 'own' });
  });

  it('has variables within variables', async () => {
    const text = `service: shop
provider: { name: aws, stage: "\${opt:stage, self:custom.stage}" }
plugins: [serverless-plugin-canary-deployments]
custom:
  stage: test
  type: { test: AllAtOnce, prod: Canary10Percent5Minutes }
functions:
  orders: { deploymentSettings: { type: "\${self:custom.type.\${self:custom.stage}}", alias: live } }
`;
    const { values, problems } = await read(text);
    expect(problems).toEqual([]);
    expect(values).toMatchObject({ functions: 'shop-test-orders:live', steps: 'AllAtOnce' });
  });

  it.each<[string, (text: string) => string, string]>([
    [
      'a hook that is no function',
      (text) => text.replace('preTrafficHook: smoke', 'preTrafficHook: smok'),
      'line 11, column 7: preTrafficHook of "create-order" is "smok"; expected the key of a function. Did you mean "smoke"?',
    ],
    [
      'an unknown key',
      (text) => text.replace('alarms:', 'alarm:'),
      'line 12, column 7: deploymentSettings of "create-order" have the unknown key "alarm". Did you mean "alarms"?',
    ],
    [
      'an alarm that is not in the file',
      (text) => text.replace('[OrderErrors,', '[OrderError,'),
      'there is no parameter or resource "OrderError"',
    ],
    [
      'a value that only the framework can read',
      (text) => text.replace('type: Linear10PercentEvery1Minute', 'type: ${file(x.yml):type}'),
      'DeploymentConfigName of "create-order:group": "${file(x.yml):type}" is known only to the Serverless Framework; expected the input steps instead',
    ],
    [
      'functions in another file',
      (text) =>
        text
          .replace('  smoke: {', '  smoke: &s {')
          .replace(/functions:\n[\s\S]*?resources:/, 'functions: ${file(f.yml)}\nresources:'),
      'functions are in another file; expected .serverless/cloudformation-template-update-stack.json',
    ],
  ])('is refused with %s', async (_, change, problem) => {
    const { problems } = await read(change(SERVICE), 'opt:stage=prod');
    expect(problems[0]).toContain(problem);
  });

  it('says that the plugin is not listed', async () => {
    const text = SERVICE.replace('[serverless-plugin-canary-deployments]', '[]');
    const { notes } = await read(text, 'opt:stage=prod');
    expect(notes).toContain(
      'no canary plugin is listed in plugins, so deploymentSettings had no effect',
    );
  });
});
