// `canary-action doctor`, as a shell starts it: a folder, an account, both, and neither.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CreateFunctionUrlConfigCommand } from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHelloApi, type HelloApi } from '../../demo/hello-api.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { type CliOptions, cliFolder, startCli } from '../support/cli.ts';

let simulator: Simulator;
let api: HelloApi;
beforeEach(async () => {
  simulator = await startSimulator({ lambda: { updateSeconds: 0 } });
  const { place } = simulator.world;
  api = await createHelloApi({ ...place, url: simulator.url }, { wiring: 'unqualified' });
});
afterEach(() => simulator.close());

const SAM = (more = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: ${api.functionName}
      Events:
        Get: { Type: Api, Properties: { Path: /canary-demo, Method: get } }
${more}`;

const ALIAS = "      AutoPublishAlias: live\n      AutoPublishCodeSha256: '0'\n";

function folderWith(files: Readonly<Record<string, string>>): string {
  const cwd = cliFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  return cwd;
}

const inAccount = () => ({ endpoint: simulator.url, region: simulator.world.place.region });
const doctor = (options: CliOptions, ...args: readonly string[]) =>
  startCli(['doctor', ...args], options).done;

describe('doctor', () => {
  it('tells of files alone what one deployment does, and the smallest change', async () => {
    const cwd = folderWith({ 'template.yaml': SAM() });
    const { code, log } = await doctor({ cwd, aws: undefined });
    expect(code).toBe(0);
    expect(log).toContain('1 function, 0 ready for gradual releases.');
    expect(log).toMatch(
      /GET \/canary-demo +REST ServerlessRestApi\/Prod +unqualified +all users, at once/,
    );
    expect(log).toContain('AutoPublishAlias: live');
    expect(log).toContain('docs/doctor.md#unqualified');
    expect(log).toContain('no account was read: there is no Region');
  });

  it('tells of an account what calls its functions, and changes nothing', async () => {
    await api.clients.lambda.send(
      new CreateFunctionUrlConfigCommand({ FunctionName: api.functionName, AuthType: 'NONE' }),
    );
    const mark = simulator.calls.list().length;
    const { code, log } = await doctor({ aws: inAccount() });
    expect(code).toBe(0);
    expect(log).toContain('Read: account 123456789012 (us-east-1)');
    expect(log).toMatch(/GET \/canary-demo +REST canary-demo\/prod +unqualified/);
    expect(log).toMatch(/function URL +unqualified/);
    const calls = simulator.calls.list().slice(mark);
    expect(calls.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('tells of both what is not deployed yet', async () => {
    const cwd = folderWith({ 'template.yaml': SAM(ALIAS) });
    const { log } = await doctor({ cwd, aws: inAccount() });
    expect(log).toContain('Hello = hello (SAM, template.yaml; account 123456789012 (us-east-1))');
    expect(log.replace(/\s+/g, ' ')).toContain(
      'template.yaml has alias live, and the account has unqualified; it is not deployed yet',
    );
    expect(log).toContain('Change   The files have the change already. Deploy this alone first');
  });

  it('writes JSON, and checks', async () => {
    const ready = folderWith({ 'template.yaml': SAM(ALIAS) });
    const { code, log } = await doctor({ cwd: ready, aws: undefined }, '--json', '--check');
    expect(code).toBe(0);
    expect(JSON.parse(log)).toMatchObject({
      read: ['template.yaml'],
      functions: [{ function: 'Hello', ready: true, inputs: { alias: 'live' } }],
    });
    const cwd = folderWith({ 'template.yaml': SAM() });
    expect(await doctor({ cwd, aws: undefined }, '--check')).toMatchObject({ code: 1 });
  });

  it('names what the role may not read, and reads the rest', async () => {
    simulator.policy.set([
      {
        ...{ Effect: 'Allow', Resource: ['*'] },
        Action: ['lambda:ListFunctions', 'lambda:ListAliases', 'apigateway:GET'],
      },
    ]);
    const { code, log } = await doctor({ aws: inAccount() });
    expect(code).toBe(0);
    expect(log).toMatch(/GET \/canary-demo .*unqualified/);
    expect(log).toContain('AWS denies lambda:ListEventSourceMappings');
  });
});

describe('doctor with bad input', () => {
  it('says what it expects of an empty folder', async () => {
    const { code, log } = await doctor({ aws: undefined });
    expect(code).toBe(1);
    expect(log).toContain('No function was found in');
    expect(log).toContain('Expected template.yaml, cdk.out, *.tf or serverless.yml');
  });

  it('goes on with files if there are no credentials, and stops without files', async () => {
    const env = { AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL: simulator.url };
    const cwd = folderWith({ 'template.yaml': SAM() });
    const withFiles = await doctor({ cwd, aws: undefined, env });
    expect(withFiles).toMatchObject({ code: 0 });
    expect(withFiles.log).toContain('no account was read: there are no AWS credentials');
    const without = await doctor({ aws: undefined, env });
    expect(without.code).toBe(1);
    expect(without.log).toContain('Without an account, add --offline');
  });

  it('refuses another account', async () => {
    const { code, log } = await doctor({ aws: inAccount() }, '--account', '999999999999');
    expect(code).toBe(1);
    expect(log).toContain('the credentials are of the account 123456789012; expected 999999999999');
  });

  it('names all wrong flags at once', async () => {
    const { code, log } = await doctor({ aws: undefined }, '--account', '1', '--region', 'x');
    expect(code).toBe(2);
    expect(log).toContain('--account: "1"; expected 12 digits');
    expect(log).toContain('--region: "x"; expected a Region');
  });
});

describe('the refusals of the action', () => {
  it('link to a heading of the page of the doctor', () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const page = readFileSync(join(root, 'docs/doctor.md'), 'utf8');
    const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
      text.toLowerCase().replaceAll(' ', '-'),
    );
    for (const ways of [
      'unqualified',
      'alias',
      'version',
      'stage-variable',
      'mixed',
      'unknown',
      'no-caller',
    ]) {
      expect(headings).toContain(ways);
    }
  });
});
