// `canary-action init`, as a shell starts it: three kinds of services, from a checkout to a release on the simulator.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  CloudWatchClient,
  PutMetricAlarmCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { Simulator } from '../../simulator/simulator.ts';
import { type CliOptions, cliFolder, runCli } from '../support/cli.ts';
import { playFleet } from '../support/fleet-scene.ts';
import { play } from '../support/rollout.ts';

const SAM = `# The shop.
Transform: AWS::Serverless-2016-10-31
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: hello # its name
      Events:
        Get: { Type: Api, Properties: { Path: /canary-demo, Method: get } }
`;

const IDS = ['--owner-id', '11', '--repository-id', '22'];

function checkout(files: Readonly<Record<string, string>>, remote = 'octo-org/shop'): string {
  const cwd = cliFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const git = (...args: readonly string[]) => execFileSync('git', [...args], { cwd });
  git('init', '-q');
  if (remote !== '') git('remote', 'add', 'origin', `git@github.com:${remote}.git`);
  return cwd;
}

const init = (cwd: string, args: readonly string[] = [], options: CliOptions = {}) =>
  runCli(['init', ...IDS, ...args], { cwd, aws: undefined, ...options });

const fileIn = (cwd: string, path: string) => readFileSync(join(cwd, path), 'utf8');

describe('init', () => {
  it('shows what it would write, and writes nothing without a terminal', async () => {
    const cwd = checkout({ 'template.yaml': SAM });
    const { code, log } = await init(cwd);
    expect(code).toBe(0);
    expect(log).toContain('+      AutoPublishAlias: live');
    expect(log).toContain('"repo:octo-org@11/shop@22:environment:production"');
    expect(log).toContain('Nothing was written. Add --write to write 5 files.');
    expect(log).toMatch(
      /Next:\n {2}1\. sam build .*\n {2}2\. aws cloudformation deploy .*\n {2}3\. npx /,
    );
    expect(fileIn(cwd, 'template.yaml')).toBe(SAM);
    expect(existsSync(join(cwd, '.github'))).toBe(false);
  });

  it('writes, keeps comments, and changes nothing the second time', async () => {
    const cwd = checkout({ 'template.yaml': SAM });
    await init(cwd, ['--write']);
    const template = fileIn(cwd, 'template.yaml');
    expect(template).toContain('# The shop.');
    expect(template).toContain('FunctionName: hello # its name');
    expect(parse(fileIn(cwd, '.github/canary.yml'))).toMatchObject({
      ...{ functions: ['hello'], alias: 'live', alarms: ['hello-canary-errors'] },
    });
    const again = await init(cwd, ['--write']);
    expect(again.log).toContain('Nothing to write: all files are as they should be.');
    expect(fileIn(cwd, 'template.yaml')).toBe(template);
    const doctor = await runCli(['doctor', '--check'], { cwd, aws: undefined });
    expect(doctor).toMatchObject({ code: 0 });
  });

  it('keeps files of other content, unless told otherwise', async () => {
    const own = 'alias: mine\nstep-hook: check\n';
    const cwd = checkout({ 'template.yaml': SAM, '.github/canary.yml': own });
    const { log } = await init(cwd, ['--write']);
    expect(log).toContain('.github/canary.yml (kept: it has other content');
    expect(log).toContain('- files of yours are kept: .github/canary.yml.');
    const inOneLine = log.replaceAll(/\s+/g, ' ');
    expect(inOneLine).toContain('"org" in "org/canary-action" stands for the owner of your copy');
    expect(inOneLine).toContain('It needs more for step-hook, which your config file sets');
    expect(fileIn(cwd, '.github/canary.yml')).toBe(own);
    await init(cwd, ['--write', '--overwrite']);
    expect(fileIn(cwd, '.github/canary.yml')).toContain('alias: live');
  });

  it('edits Terraform files', async () => {
    const text = `resource "aws_lambda_function" "checkout" {
  function_name = "checkout" # its name
}
resource "aws_lambda_function_url" "checkout" {
  function_name      = aws_lambda_function.checkout.function_name
  authorization_type = "NONE"
}
`;
    const cwd = checkout({ 'infra/main.tf': text });
    const { log } = await init(cwd, ['--write']);
    expect(log).toContain('  1. terraform -chdir=infra apply ');
    expect(log).toContain(
      'add ignore_tags { key_prefixes = ["canary-action:"] } to Terraform\'s provider',
    );
    expect(fileIn(cwd, 'infra/main.tf')).toContain('resource "aws_lambda_alias" "checkout_live"');
    expect(fileIn(cwd, 'infra/main.tf')).toContain('"checkout" # its name');
    expect(fileIn(cwd, 'canary/main.tf')).toContain('"repo:octo-org@11/shop@22:pull_request"');
    expect((await init(cwd, ['--write'])).log).toContain('Nothing to write');
  });

  it('prints code for CDK, for each function', async () => {
    const functions = ['Cart', 'Payments', 'Stock', 'Mailer'];
    const resources = functions.flatMap((name) => [
      [
        `${name}B7CD3E82`,
        {
          Type: 'AWS::Lambda::Function',
          Metadata: { 'aws:cdk:path': `Shop/${name}` },
          Properties: {},
        },
      ],
      [
        `${name}Url`,
        {
          Type: 'AWS::Lambda::Url',
          Properties: { TargetFunctionArn: { 'Fn::GetAtt': [`${name}B7CD3E82`, 'Arn'] } },
        },
      ],
    ]);
    const cwd = checkout({
      'cdk.json': '{}',
      'cdk.out/Shop.template.json': JSON.stringify({ Resources: Object.fromEntries(resources) }),
    });
    const { log } = await init(cwd);
    for (const name of functions) {
      const variable = `${name.charAt(0).toLowerCase()}${name.slice(1)}Live`;
      expect(log).toContain(`const ${variable} = new lambda.Alias(this, '${name}Live', {`);
    }
    expect(log).toContain('+stack: Shop');
    expect(log).toContain(
      '+functions: [CartB7CD3E82, PaymentsB7CD3E82, StockB7CD3E82, MailerB7CD3E82]',
    );
    expect(log).toContain('1. npx cdk deploy Shop');
  });
});

describe('init with bad input', () => {
  it('names all that is missing at once', async () => {
    const cwd = checkout(
      { 'template.yaml': SAM.replace('FunctionName: hello # its name', 'Handler: a') },
      '',
    );
    const { code, log } = await init(cwd, ['--write', '--dry-run']);
    expect(code).toBe(2);
    expect(log).toContain('"Hello" gets its name from CloudFormation; give --stack');
    expect(log).toContain('--repository: there is no remote "origin"; expected OWNER/NAME');
    expect(log).toContain('--write and --dry-run exclude each other');
  });

  it('asks for numbers of the repository that are not known', async () => {
    const cwd = checkout({ 'template.yaml': SAM });
    const { code, log } = await runCli(['init'], { cwd, aws: undefined });
    expect(code).toBe(0);
    expect(log.replace(/\s+/g, ' ')).toContain(
      "give --owner-id and --repository-id: gh api repos/octo-org/shop --jq '.owner.id, .id'",
    );
    const wrong = await runCli(['init', '--owner-id', 'x'], { cwd, aws: undefined });
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.log).toContain('--owner-id: "x"; expected a number');
  });

  it('trusts the new name of a repository that was renamed', async () => {
    const cwd = checkout({
      'template.yaml': SAM,
      'bin/gh': '#!/bin/sh\nprintf "octo-org/new-shop\\t22\\t11\\ttrunk\\n"\n',
    });
    execFileSync('chmod', ['+x', join(cwd, 'bin/gh')]);
    const env = { PATH: `${join(cwd, 'bin')}:${process.env.PATH}` };
    const { log } = await runCli(['init'], { cwd, aws: undefined, env });
    expect(log).toContain('the repository is called octo-org/new-shop now, and not octo-org/shop');
    expect(log).toContain('"repo:octo-org@11/new-shop@22:pull_request"');
    expect(log).toContain('"refs/heads/trunk"');
  });

  it('wants the commit of the action where a repository pins its actions', async () => {
    const sha = 'a'.repeat(40);
    const cwd = checkout({
      'template.yaml': SAM,
      '.github/workflows/ci.yml': `jobs: { a: { steps: [\n  uses: actions/checkout@${sha} # v9\n] } }\n`,
      '.github/workflows/actions.lock': '',
    });
    const refused = await init(cwd);
    expect(refused.code).toBe(2);
    expect(refused.log).toContain('--action-sha: this repository pins its actions to commits');
    const { log } = await init(cwd, ['--action-sha', 'b'.repeat(40)]);
    expect(log).toContain(`uses: org/canary-action@${'b'.repeat(40)} # v1`);
    expect(log).toContain(`uses: actions/checkout@${sha} # v9`);
    expect(log).toContain('run "gh actions-lock"');
  });

  it('says what could not be written, and writes it the next time', async () => {
    const cwd = checkout({ 'template.yaml': SAM, '.github': 'a file' });
    const { code, log } = await init(cwd, ['--write']);
    expect(code).toBe(1);
    expect(log).toMatch(
      /error: ".github\/canary.yml" could not be written \(.*\); "template.yaml" was written\. Run init again/,
    );
    expect(log).not.toContain('bug');
    rmSync(join(cwd, '.github'));
    expect((await init(cwd, ['--write'])).log).toContain('Written: ".github/canary.yml"');
    expect(fileIn(cwd, '.github/canary.yml')).toContain('alias: live');
  });

  it('names a folder that is not there, and a template that is not YAML', async () => {
    const cwd = checkout({ 'template.yaml': SAM.replace('Type: AWS', 'Type: [AWS') });
    const broken = await init(cwd);
    expect(broken.code).toBe(1);
    expect(broken.log).toContain('template.yaml: ');
    const missing = await init(cwd, ['--folder', 'nowhere']);
    expect(missing.code).toBe(1);
    expect(missing.log).toContain('nowhere": there is no such folder');
  });

  it('has nothing to write for an empty folder', async () => {
    const { code, log } = await init(checkout({}));
    expect(code).toBe(1);
    expect(log).toContain('No function was found');
  });
});

/** The policy of a role in the template, as the simulator takes it. */
function policyOf(template: string, role: 'PlanRole' | 'ReleaseRole', { world }: Simulator) {
  const { Resources } = parse(template, { logLevel: 'silent' });
  const [policy] = Resources[role].Properties.Policies;
  const { partition, region, account } = world.place;
  const arn = (text: string) =>
    text
      .replaceAll('${AWS::Partition}', partition)
      .replaceAll('${AWS::Region}', region)
      .replaceAll('${AWS::AccountId}', account);
  return policy.PolicyDocument.Statement.map(
    ({ Action, Resource }: { Action: string[]; Resource: string[] }) => ({
      ...{ Effect: 'Allow', Action, Resource: Resource.map(arn) },
    }),
  );
}

async function addAlarm({ url, world }: Simulator, AlarmName: string): Promise<void> {
  const client = new CloudWatchClient({
    ...{ region: world.place.region, endpoint: url },
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  await client.send(
    new PutMetricAlarmCommand({
      ...{ AlarmName, Namespace: 'AWS/Lambda', MetricName: 'Errors', Statistic: 'Sum' },
      ...{ Period: 60, EvaluationPeriods: 1, Threshold: 5, TreatMissingData: 'notBreaching' },
      ComparisonOperator: 'GreaterThanThreshold',
    }),
  );
  const StateReason = 'set by the test';
  await client.send(new SetAlarmStateCommand({ AlarmName, StateValue: 'OK', StateReason }));
}

const SHORT = ['--config', '.github/canary.yml', '--steps', '50%/2m', '--bake-time', '30s'];

/** A plan does without the logs of production, and says so. */
const EXCEPT_LOGS = expect.not.stringMatching(/AWS denies (?!logs:)/);

describe('what init writes', () => {
  it('releases an alias, with no more than its role', async () => {
    await playFleet({}, async ({ simulator, users, routing }) => {
      const { place, clock } = simulator.world;
      const at = { aws: { endpoint: simulator.url, region: place.region }, clock: clock.settings };
      const template = SAM.replace('hello # its name', 'orders');
      const cwd = checkout({
        'template.yaml': `${template}      AutoPublishAlias: live\n      AutoPublishCodeSha256: '0'\n`,
      });
      const { log } = await init(cwd, ['--write'], at);
      expect(log).toContain('role-to-assume: arn:aws:iam::123456789012:role/canary-release-shop');
      await addAlarm(simulator, 'orders-canary-errors');
      const roles = fileIn(cwd, 'canary/canary.template.yaml');
      simulator.policy.set(policyOf(roles, 'PlanRole', simulator));
      const plan = await runCli(['plan', ...SHORT], { cwd, ...at });
      expect([plan.log, plan.code]).toEqual([EXCEPT_LOGS, 0]);
      users();
      simulator.policy.set([
        ...policyOf(roles, 'ReleaseRole', simulator),
        // The users of the test.
        { Effect: 'Allow', Action: ['lambda:InvokeFunction'], Resource: ['*'] },
      ]);
      const run = await runCli(['rollout', ...SHORT], { cwd, ...at });
      expect([run.log, run.code]).toEqual([expect.not.stringContaining('AWS denies'), 0]);
      expect(await routing()).toEqual(['2']);
    });
  });

  it('releases a stage, with no more than its role', async () => {
    await play({}, async ({ simulator, api, users, ask }) => {
      const { place, clock } = simulator.world;
      const at = { aws: { endpoint: simulator.url, region: place.region }, clock: clock.settings };
      const cwd = checkout({});
      const { log } = await init(cwd, ['--write'], at);
      expect(log).toMatch(new RegExp(`\\+rest-api-id: "?${api.restApiId}"?\n`));
      await addAlarm(simulator, 'hello-canary-errors');
      const roles = fileIn(cwd, 'canary/canary.template.yaml');
      simulator.policy.set(policyOf(roles, 'PlanRole', simulator));
      const plan = await runCli(['plan', ...SHORT], { cwd, ...at });
      expect([plan.log, plan.code]).toEqual([EXCEPT_LOGS, 0]);
      users();
      simulator.policy.set(policyOf(roles, 'ReleaseRole', simulator));
      const run = await runCli(['rollout', ...SHORT], { cwd, ...at });
      expect([run.log, run.code]).toEqual([expect.not.stringContaining('AWS denies'), 0]);
      expect(Object.keys(await ask(10))).toEqual(['Hello from Lambda v2']);
    });
  });
});
