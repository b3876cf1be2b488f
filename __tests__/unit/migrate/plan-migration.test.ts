// From the files of another tool to the config file, the change of that file, and what will be different.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readSource } from '../../../src/migrate/migrated-source.ts';
import { configFiles, type Migration, migrationOf } from '../../../src/migrate/plan-migration.ts';
import { parseSteps } from '../../../src/rollout/steps.ts';
import { readSupplied } from '../../../src/templates/template-parameters.ts';
import { GRADUAL, stateJson } from '../../support/terraform-json.ts';

interface Given {
  readonly path?: string;
  readonly parameters?: string;
  readonly stack?: string;
  readonly steps?: string;
}

async function migrate(text: string, given: Given = {}): Promise<Migration> {
  const { path = 'template.yaml', parameters = '', stack, steps = '' } = given;
  const reading = await readSource(path, text);
  if (reading.kind !== 'source') throw new Error(JSON.stringify(reading));
  return migrationOf(reading.source, {
    supplied: readSupplied(parameters, []),
    region: 'eu-west-1',
    stepsOf: (written) => {
      const parsed = parseSteps(written);
      return parsed.kind === 'steps' ? JSON.stringify(parsed.steps) : written;
    },
    ...{ steps, stack },
  });
}

const CONFIG = '.github/canary.yml';

/** The settings in the config files, by their paths. */
const configs = (migration: Migration) =>
  Object.fromEntries(
    configFiles([migration], CONFIG).map(({ path, text }) => [path, parse(text) as unknown]),
  );

const afterwards = ({ differences }: Migration, what: string) =>
  differences.find((each) => each.what === what)?.afterwards;

const HASH = `AutoPublishCodeSha256: '${'0'.repeat(64)}'`;
const HEAD = 'Transform: AWS::Serverless-2016-10-31\n';

const SAM = `# The shop.
${HEAD}Globals:
  Function:
    AutoPublishAlias: live # ours
    DeploymentPreference:
      Type: Canary10Percent5Minutes
      TriggerConfigurations: []
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: orders # its name
      DeploymentPreference:
        Alarms: [orders-errors]
        Hooks: { PreTraffic: smoke }

  Cart: { Type: AWS::Serverless::Function, Properties: { DeploymentPreference: { Alarms: ["a, b"] }, FunctionName: cart } }
`;

describe('a template of SAM', () => {
  it('becomes a config file, and loses what moves the alias', async () => {
    const migration = await migrate(SAM);
    expect(migration.problems).toEqual([]);
    expect(configs(migration)).toEqual({
      [CONFIG]: {
        ...{ functions: ['orders', 'cart'], alias: 'live', steps: 'Canary10Percent5Minutes' },
        ...{ alarms: ['orders-errors', 'a, b'], 'pre-traffic-hook': ['smoke'] },
      },
    });
    expect(migration.change).toEqual({
      steps: [],
      notes: [],
      text: `# The shop.
${HEAD}Globals:
  Function:
    AutoPublishAlias: live # ours
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      ${HASH}
      FunctionName: orders # its name

  Cart: { Type: AWS::Serverless::Function, Properties: { ${HASH}, FunctionName: cart } }
`,
    });
    expect(afterwards(migration, 'messages')).toMatch(/^none by SNS/);
    expect(afterwards(migration, 'several functions')).toMatch(/^one release/);
    expect(afterwards(migration, 'hooks')).toMatch(/^return their result/);
    expect(afterwards(migration, 'values by parameters')).toBeUndefined();
  });

  it('has nothing to migrate afterwards', async () => {
    const { change } = await migrate(SAM);
    const again = await migrate(change.text ?? '');
    expect(again).toMatchObject({ releases: [], problems: [], change: { text: undefined } });
    expect(again.why.join()).toContain('"Orders" is not released');
  });

  it('in JSON stays JSON', async () => {
    const text = JSON.stringify(
      {
        Transform: 'AWS::Serverless-2016-10-31',
        Resources: {
          Orders: {
            Type: 'AWS::Serverless::Function',
            Properties: {
              ...{ FunctionName: 'orders', AutoPublishAlias: 'live' },
              DeploymentPreference: { Type: 'AllAtOnce' },
            },
          },
        },
      },
      null,
      2,
    );
    const { change } = await migrate(text);
    expect(JSON.parse(change.text ?? '').Resources.Orders.Properties).toEqual({
      ...{ AutoPublishCodeSha256: '0'.repeat(64), FunctionName: 'orders' },
      AutoPublishAlias: 'live',
    });
  });

  it('with two schedules becomes two releases', async () => {
    const text = SAM.replace('Alarms: ["a, b"]', 'Type: AllAtOnce');
    const migration = await migrate(text);
    expect(configs(migration)).toMatchObject({
      '.github/canary/1-live.yml': { functions: ['orders'], steps: 'Canary10Percent5Minutes' },
      '.github/canary/2-live.yml': { functions: ['cart'], steps: 'AllAtOnce' },
    });
  });

  it('without a name uses the logical IDs of its stack, or asks for one', async () => {
    const text = SAM.replace(/FunctionName: orders.*\n {6}/, '');
    expect((await migrate(text)).problems).toEqual([
      expect.stringContaining('"Orders" has no FunctionName, so CloudFormation names it'),
    ]);
    const migration = await migrate(text, { stack: 'shop' });
    expect(configs(migration)).toMatchObject({
      [CONFIG]: { stack: 'shop', functions: ['Orders', 'Cart'] },
    });
  });

  const ONE = (properties: string, more = '') =>
    `${HEAD}${more}Resources:\n  Orders:\n    Type: AWS::Serverless::Function\n    Properties: { FunctionName: orders, AutoPublishAlias: live, ${properties} }\n`;

  it.each([
    [
      'a name in IgnoreGlobals that would be left over',
      `${SAM}  Other: { Type: AWS::Serverless::Function, IgnoreGlobals: [DeploymentPreference, Timeout], Properties: { FunctionName: other } }\n`.replace(
        '  Function:\n',
        '  Function:\n    Timeout: 3\n',
      ),
      'take out Globals.Function.DeploymentPreference',
    ],
    [
      'an anchor that is used elsewhere',
      ONE('DeploymentPreference: &gradual { Type: AllAtOnce }').replace(
        /$/,
        'Outputs: { A: { Value: a, Description: d }, B: *gradual }\n',
      ),
      'line 5, column 65: take out Resources.Orders.Properties.DeploymentPreference',
    ],
    [
      'what a merge key brings',
      ONE('<<: *base', 'Metadata: { Base: &base { DeploymentPreference: { Type: AllAtOnce } } }\n'),
      'line 2, column 27: take out Resources.Orders.Properties.DeploymentPreference',
    ],
  ])('with %s is changed by hand', async (_, text, step) => {
    const { change, releases } = await migrate(text);
    expect(releases.length).toBeGreaterThan(0);
    expect(change.text).toBeUndefined();
    expect(change.steps.join('\n')).toContain(step);
    expect(change.steps.join('\n')).toContain(
      'add a constant AutoPublishCodeSha256 to the Properties of Orders',
    );
  });

  it('takes out a list in IgnoreGlobals that has nothing else', async () => {
    const { change } = await migrate(
      `${SAM}  Other: { Type: AWS::Serverless::Function, IgnoreGlobals: [DeploymentPreference], Properties: { FunctionName: other } }\n`,
    );
    expect(change.text).toContain(
      'Other: { Type: AWS::Serverless::Function, Properties: { FunctionName: other } }',
    );
  });

  it('says which functions lose what they have with other parameters', async () => {
    const conditions = `Parameters:\n  Stage: { Type: String, Default: prod }\nConditions:\n  IsDev: !Equals [!Ref Stage, dev]\n`;
    const text = SAM.replace('Globals:', `${conditions}Globals:`).replace(
      'Cart: { Type: AWS::Serverless::Function,',
      'Cart: { Type: AWS::Serverless::Function, Condition: IsDev,',
    );
    const migration = await migrate(text);
    expect(migration.change.notes).toEqual([
      expect.stringMatching(/^"Cart" is not in this release, because of its Condition/),
    ]);
    expect(afterwards(migration, 'values by parameters')).toContain('--config-only');
  });

  it('is told to make its own hash constant', async () => {
    const { change } = await migrate(
      ONE('AutoPublishCodeSha256: !Ref Hash, DeploymentPreference: { Type: AllAtOnce }'),
    );
    expect(change.steps).toEqual([
      'let AutoPublishCodeSha256 of Orders be a constant: SAM moves the alias when it changes',
    ]);
    expect(change.text).not.toContain('DeploymentPreference');
  });

  it('names each place that is wrong', async () => {
    const { problems, change } = await migrate(SAM.replace('Alarms: [orders', 'Alarm: [orders'));
    expect(problems).toEqual([expect.stringContaining('has the unknown key "Alarm"')]);
    expect(change.text).toBeUndefined();
  });

  it('takes a schedule in place of its own', async () => {
    const migration = await migrate(SAM, { steps: '5%/5m, 50%/10m' });
    expect(configs(migration)).toMatchObject({ [CONFIG]: { steps: '5%/5m, 50%/10m' } });
  });
});

const CLOUDFORMATION = `Resources:
  Live:
    Type: AWS::Lambda::Alias
    Properties: { FunctionName: orders, Name: live, FunctionVersion: !GetAtt Code7.Version }
    UpdatePolicy:
      CodeDeployLambdaAliasUpdate:
        ApplicationName: !Ref App
        DeploymentGroupName: !Ref Group
  Code7: { Type: AWS::Lambda::Version, Properties: { FunctionName: orders } }
  App: { Type: AWS::CodeDeploy::Application, Properties: { ComputePlatform: Lambda } }
  Group:
    Type: AWS::CodeDeploy::DeploymentGroup
    Properties:
      DeploymentConfigName: CodeDeployDefault.LambdaLinear10PercentEvery1Minute
      AutoRollbackConfiguration: { Enabled: true, Events: [DEPLOYMENT_FAILURE] }
      AlarmConfiguration: { Enabled: true, IgnorePollAlarmFailure: true, Alarms: [{ Name: errors }] }
`;

describe('a template of CloudFormation', () => {
  it('loses the UpdatePolicy, and says what a person does', async () => {
    const migration = await migrate(CLOUDFORMATION);
    expect(configs(migration)).toEqual({
      [CONFIG]: {
        ...{ functions: ['orders'], alias: 'live', alarms: ['errors'] },
        steps: 'CodeDeployDefault.LambdaLinear10PercentEvery1Minute',
      },
    });
    const { text, steps } = migration.change;
    expect(text).toBe(CLOUDFORMATION.replace(/ {4}UpdatePolicy:\n(?: {6,}.*\n){3}/, ''));
    expect(steps).toEqual([
      expect.stringContaining('never rename Code7 again'),
      expect.stringContaining('take out what only CodeDeploy needs, once this is deployed: Group'),
    ]);
    expect(afterwards(migration, 'rollback')).toMatch(/^always/);
    expect(afterwards(migration, 'alarms that cannot be read')).toMatch(/^extend the step/);
  });

  it('with a stage that has a canary becomes a release of the stage', async () => {
    const text = `Resources:
  Prod:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: a1b2c3d4e5
      StageName: prod
      DeploymentId: d
      CanarySetting: { PercentTraffic: 20, UseStageCache: true, StageVariableOverrides: { backend: blue } }
`;
    const migration = await migrate(text);
    expect(configs(migration)).toEqual({
      [CONFIG]: {
        ...{ 'rest-api-id': 'a1b2c3d4e5', 'stage-name': 'prod', steps: '20%/10m' },
        ...{ 'use-stage-cache': 'true', 'stage-variable-overrides': { backend: 'blue' } },
      },
    });
    expect(migration.change.text).toBe(text.replace(/ {6}CanarySetting.*\n/, ''));
  });
});

describe('what people do not write by hand', () => {
  it('of CDK is code to copy', async () => {
    const { change, code, releases } = await migrate(CLOUDFORMATION, {
      path: 'cdk.out/Shop.template.json',
    });
    expect(releases).toHaveLength(1);
    expect(change.text).toBeUndefined();
    expect(code.join()).toContain('RemovalPolicy.RETAIN');
    expect(code.join()).toContain('lambda.Version.fromVersionArn');
    expect(code.join()).toContain('aws lambda get-alias --function-name orders --name live');
  });

  it('of the Serverless Framework keeps the logical ID of the alias', async () => {
    const text = `service: shop
provider: { name: aws }
plugins: [serverless-plugin-canary-deployments]
functions:
  create-order:
    handler: a.b
    deploymentSettings: { type: AllAtOnce, alias: Live, alarms: [{ name: errors }] }
`;
    const migration = await migrate(text, { path: 'serverless.yml' });
    expect(configs(migration)).toEqual({
      [CONFIG]: {
        ...{ functions: ['shop-dev-create-order'], alias: 'Live', steps: 'AllAtOnce' },
        alarms: ['errors'],
      },
    });
    expect(migration.code.join()).toContain('    CreateDashorderLambdaFunctionAliasLive:\n');
  });

  it('of Terraform is a lifecycle', async () => {
    const migration = await migrate(stateJson(GRADUAL), { path: 'state.json' });
    expect(configs(migration)).toEqual({
      [CONFIG]: {
        functions: ['orders'],
        alias: 'live',
        steps: '30%/9m',
        alarms: ['orders-errors'],
      },
    });
    expect(migration.code.join()).toContain('ignore_changes = [function_version, routing_config]');
  });
});

describe('an AppSpec', () => {
  it('gives what it has, and the rest is asked for in the file', async () => {
    const text = `version: 0.0
Resources:
  - orders:
      Type: AWS::Lambda::Function
      Properties: { Name: orders, Alias: live, CurrentVersion: 7, TargetVersion: 8 }
Hooks:
  - BeforeAllowTraffic: smoke
`;
    const migration = await migrate(text, { path: 'appspec.yml' });
    expect(configs(migration)).toEqual({
      [CONFIG]: { functions: ['orders'], alias: 'live', 'pre-traffic-hook': ['smoke'] },
    });
    expect(configFiles([migration], CONFIG)[0]?.text).toContain(
      '# The deployment group has the schedule and the alarms',
    );
    expect(migration.differences.map(({ what }) => what)).toContain('version');
  });
});

describe('the example', () => {
  const FOLDER = fileURLToPath(new URL('../../../examples/migrate', import.meta.url));
  const fileIn = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

  it('is what migrate makes of it', async () => {
    const path = 'before.template.yaml';
    const migration = await migrate(fileIn(path), { path, parameters: 'Stage=prod' });
    expect(migration.problems).toEqual([]);
    expect(migration.change.text).toBe(fileIn('after.template.yaml'));
    const [file] = configFiles([migration], CONFIG);
    expect(file?.text).toBe(fileIn('canary.yml'));
  });
});
