// `canary-action migrate`, as a shell starts it: from each tool's file to a config file that the action releases by.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { type CliOptions, cliFolder, runCli } from '../support/cli.ts';
import { playFleet } from '../support/fleet-scene.ts';
import { GRADUAL, planJson } from '../support/terraform-json.ts';

const SAM = `# The shop.
Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: { Type: String }
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: !Sub "\${Stage}" # its name
      AutoPublishAlias: live
      DeploymentPreference:
        Type: Canary10Percent5Minutes
`;
const SAMCONFIG = '[default.deploy.parameters]\nparameter_overrides = "Stage=orders"\n';

const CLOUDFORMATION = {
  Resources: {
    LiveB7CD3E82: {
      Type: 'AWS::Lambda::Alias',
      Properties: { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' },
      UpdatePolicy: { CodeDeployLambdaAliasUpdate: { DeploymentGroupName: { Ref: 'Group' } } },
    },
    Group: {
      Type: 'AWS::CodeDeploy::DeploymentGroup',
      Properties: {
        DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
        AlarmConfiguration: { Enabled: true, Alarms: [{ Name: 'orders-errors' }] },
      },
    },
  },
};

const SERVERLESS = `service: shop
provider: { name: aws }
plugins: [serverless-plugin-canary-deployments]
functions:
  orders:
    name: orders
    handler: a.b
    deploymentSettings: { type: Canary10Percent5Minutes, alias: live, alarms: [{ name: orders-errors }] }
`;

const APPSPEC = `version: 0.0
Resources:
  - orders:
      Type: AWS::Lambda::Function
      Properties: { Name: orders, Alias: live, CurrentVersion: 1, TargetVersion: 2 }
`;

const CONFIG = '.github/canary.yml';
const STEPS = 'Canary10Percent5Minutes';

function checkout(files: Readonly<Record<string, string>>): string {
  const cwd = cliFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  execFileSync('git', ['init', '-q'], { cwd });
  return cwd;
}

const migrate = (cwd: string, args: readonly string[] = [], options: CliOptions = {}) =>
  runCli(['migrate', ...args], { cwd, aws: undefined, ...options });

const fileIn = (cwd: string, path: string) => readFileSync(join(cwd, path), 'utf8');

describe('migrate', () => {
  it('shows what it would write and what will be different, and writes nothing without a terminal', async () => {
    const cwd = checkout({ 'template.yaml': SAM, 'samconfig.toml': SAMCONFIG });
    const { code, log } = await migrate(cwd);
    expect(code).toBe(0);
    expect(log).toContain('- sam-config "samconfig.toml": parameters Stage');
    expect(log).toContain(
      '| who moves the alias | CodeDeploy, within each sam deploy | a release, in a job after',
    );
    expect(log).toContain(`+steps: ${STEPS}`);
    expect(log).toContain('-        Type: Canary10Percent5Minutes');
    expect(log).toContain('+      AutoPublishCodeSha256:');
    expect(log).toContain('Nothing was written. Add --write to write 2 files.');
    expect(fileIn(cwd, 'template.yaml')).toBe(SAM);
    expect(existsSync(join(cwd, CONFIG))).toBe(false);
  });

  it('writes, keeps comments, and has nothing to do the second time', async () => {
    const cwd = checkout({ 'template.yaml': SAM, 'samconfig.toml': SAMCONFIG });
    expect((await migrate(cwd, ['--write'])).code).toBe(0);
    const template = fileIn(cwd, 'template.yaml');
    expect(template).toContain('# The shop.');
    expect(template).toContain('# its name');
    expect(template).not.toContain('DeploymentPreference');
    const config = fileIn(cwd, CONFIG);
    expect(parse(config)).toEqual({ functions: ['orders'], alias: 'live', steps: STEPS });
    const again = await migrate(cwd, ['--write']);
    expect(again).toMatchObject({ code: 0 });
    expect(again.log).toContain(`Nothing to migrate: no file in ${cwd} releases gradually.`);
    const named = await migrate(cwd, ['--from', 'template.yaml']);
    expect(named).toMatchObject({ code: 0 });
    expect(named.log).toContain('it has an AutoPublishAlias and no DeploymentPreference');
    expect([fileIn(cwd, 'template.yaml'), fileIn(cwd, CONFIG)]).toEqual([template, config]);
  });

  it('writes a config file for each environment, and changes the template with the last', async () => {
    const cwd = checkout({
      'template.yaml': SAM,
      'samconfig.toml': `${SAMCONFIG}[dev.deploy.parameters]\nparameter_overrides = "Stage=orders-dev"\n`,
    });
    const dev = ['--sam-config', 'samconfig.toml#dev', '--config', 'dev.yml', '--config-only'];
    const { code, log } = await migrate(cwd, ['--write', ...dev]);
    expect(code).toBe(0);
    expect(log).toContain('- sam-config "samconfig.toml#dev": parameters Stage');
    expect(parse(fileIn(cwd, 'dev.yml'))).toMatchObject({ functions: ['orders-dev'] });
    expect(fileIn(cwd, 'template.yaml')).toBe(SAM);
    expect((await migrate(cwd, ['--write'])).code).toBe(0);
    expect(parse(fileIn(cwd, CONFIG))).toMatchObject({ functions: ['orders'] });
    expect(fileIn(cwd, 'template.yaml')).not.toContain('DeploymentPreference');
  });

  const GRADUALLY = { functions: ['orders'], alias: 'live' };
  const WATCHED = { ...GRADUALLY, alarms: ['orders-errors'] };
  const BY_NAME = `CodeDeployDefault.Lambda${STEPS}`;

  it.each([
    [
      'CloudFormation',
      'stack.json',
      JSON.stringify(CLOUDFORMATION, null, 2),
      { ...WATCHED, steps: BY_NAME },
      '-      "UpdatePolicy"',
    ],
    [
      'CDK',
      'cdk.out/Shop.template.json',
      JSON.stringify(CLOUDFORMATION),
      { ...WATCHED, steps: BY_NAME },
      'lambda.Version.fromVersionArn',
    ],
    [
      'Serverless',
      'serverless.yml',
      SERVERLESS,
      { ...WATCHED, steps: STEPS },
      'OrdersLambdaFunctionAliaslive:',
    ],
    [
      'Terraform',
      'plan.json',
      planJson(GRADUAL),
      { ...WATCHED, steps: '30%/9m' },
      'ignore_changes = [function_version, routing_config]',
    ],
    ['CodeDeploy', 'appspec.yml', APPSPEC, GRADUALLY, 'aws deploy create-deployment'],
  ])(
    'reads what %s has, and writes or prints the change',
    async (_, path, text, config, change) => {
      const cwd = checkout({ [path]: text });
      const { code, log } = await migrate(cwd, ['--write']);
      expect(log).toContain(change);
      expect(code).toBe(0);
      expect(parse(fileIn(cwd, CONFIG))).toEqual(config);
      const again = await migrate(cwd, ['--write']);
      expect(again.log).toMatch(/Nothing to (?:migrate|write)/);
      expect(again.code).toBe(0);
    },
  );
});

describe('migrate with what it cannot do', () => {
  it('leaves everything alone if another config file is there', async () => {
    const files = { 'template.yaml': SAM, 'samconfig.toml': SAMCONFIG, [CONFIG]: 'alias: mine\n' };
    const cwd = checkout(files);
    const { code, log } = await migrate(cwd, ['--write']);
    expect(code).toBe(1);
    expect(log).toContain(`"${CONFIG}": other content is there, so nothing was written`);
    expect([fileIn(cwd, 'template.yaml'), fileIn(cwd, CONFIG)]).toEqual([SAM, 'alias: mine\n']);
    expect((await migrate(cwd, ['--write', '--config', 'canary.yml'])).code).toBe(0);
    expect(parse(fileIn(cwd, 'canary.yml'))).toMatchObject({ alias: 'live' });
    expect(fileIn(cwd, CONFIG)).toBe('alias: mine\n');
  });

  it('names all that is wrong at once', async () => {
    const cwd = checkout({ 'template.yaml': SAM, 'notes.yml': 'a: b\n' });
    const flags = [
      ...['--write', '--dry-run', '--account', '12', '--region', 'x', '--steps', '5'],
      ...['--from', 'template.yaml', '--from', 'notes.yml', '--from', 'nowhere.yml'],
      ...['--from', '../template.yaml'],
      ...['--config', '../canary.yml', '--sam-config', 'nowhere.toml'],
    ];
    const { code, log } = await migrate(cwd, flags);
    expect(code).toBe(2);
    for (const says of [
      '--write and --dry-run exclude each other',
      '--account: "12"; expected 12 digits',
      '--region: "x"; expected a Region',
      '--steps: ',
      '--config: "../canary.yml"; expected a YAML file within the repository',
      '--from: "notes.yml" is none of these',
      'nowhere.yml": ',
      'is outside of the repository',
      'sam-config "nowhere.toml": there is no such file',
      'the parameter "Stage" has no default; expected a line Stage=VALUE in template-parameters',
    ]) {
      expect(log).toContain(says);
    }
  });

  it('says so for an empty folder', async () => {
    const { code, log } = await migrate(checkout({}));
    expect(code).toBe(0);
    expect(log).toContain('Nothing to migrate');
  });
});

describe('after migrate', () => {
  it('the action releases by the config file', async () => {
    const cwd = checkout({ 'template.yaml': SAM, 'samconfig.toml': SAMCONFIG });
    await migrate(cwd, ['--write']);
    await playFleet({}, async ({ simulator, users, routing }) => {
      users();
      const { log, code } = await runCli(
        ['rollout', '--config', CONFIG, '--steps', '50%/2m', '--bake-time', '30s'],
        { cwd, aws: { endpoint: simulator.url }, clock: simulator.world.clock.settings },
      );
      expect([log, code]).toEqual([expect.stringContaining('completed all steps'), 0]);
      expect(await routing()).toEqual(['2']);
    });
  });
});
