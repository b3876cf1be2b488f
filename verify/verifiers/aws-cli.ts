// The command line that people use, and whose commands the action prints if a rollback fails.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archive } from '../../demo/handlers.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { repairCommands } from '../../src/targets/stage/repair-commands.ts';
import { type OpenCli, openCli } from '../aws-cli/open-cli.ts';
import { mustRun, need } from '../command.ts';
import type { Verifier, VerifyContext } from '../verifier.ts';

const CLOCK_RATE = 20;
const FUNCTION = 'cli-hello';

export const awsCli: Verifier = {
  name: 'aws-cli',
  title: 'The AWS command line',
  shows:
    'The commands that people type, and the repair commands that the action prints, work as they are.',
  byDefault: true,
  verify: async (context) => {
    const program = need('aws');
    const version = (await mustRun(program, ['--version'])).trim();
    context.print(version);
    const simulator = await startSimulator({ clockRate: CLOCK_RATE });
    const folder = await mkdtemp(join(tmpdir(), 'verify-cli-'));
    const env = cliVariables(simulator.url, simulator.world.place.region, folder);
    const cli = await openCli(program, version, env);
    try {
      await runScenario(context, connect(cli, simulator, folder));
    } finally {
      cli.close();
      await simulator.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

interface Cli {
  readonly simulator: Simulator;
  readonly folder: string;
  readonly region: string;
  readonly account: string;
  /** Runs `aws …words` and returns its answer; words are split at spaces, further arguments are not split. */
  aws(words: string, ...more: string[]): Promise<Answer>;
  /** Runs a command that must be refused, and returns the error text. */
  refused(words: string, ...more: string[]): Promise<string>;
}

// biome-ignore lint/suspicious/noExplicitAny: answers of any operation, checked member by member
type Answer = any;

function connect({ run }: OpenCli, simulator: Simulator, folder: string): Cli {
  const { region, account } = simulator.world.place;
  const words = (text: string, more: string[]) => [...text.split(' '), ...more];
  return {
    simulator,
    folder,
    region,
    account,
    aws: async (text, ...more) => {
      const { code, stdout, stderr } = await run(words(text, more));
      assert.equal(code, 0, `aws ${text}: ${stderr}`);
      return stdout.trim() === '' ? undefined : JSON.parse(stdout);
    },
    refused: async (text, ...more) => {
      const { code, stderr } = await run(words(text, more));
      assert.notEqual(code, 0, `aws ${text} should have been refused`);
      return stderr;
    },
  };
}

function cliVariables(endpoint: string, region: string, home: string) {
  return {
    PATH: process.env.PATH,
    HOME: home,
    PYENV_ROOT: process.env.PYENV_ROOT,
    AWS_ENDPOINT_URL: endpoint,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example',
    AWS_MAX_ATTEMPTS: '1',
    AWS_PAGER: '',
    AWS_DEFAULT_OUTPUT: 'json',
  };
}

const IN_ACCOUNT = ['account-functions', 'http-apis', 'caller'] as const;

/** What `doctor` reads of an account. */
async function accountReads({ aws, account }: Cli): Promise<void> {
  const { Functions } = await aws('lambda list-functions --max-items 50');
  const own = Functions.find((each: { FunctionName: string }) => each.FunctionName === FUNCTION);
  assert.match(own.FunctionArn, new RegExp(`:${account}:function:${FUNCTION}$`));
  const { ApiId } = await aws('apigatewayv2 create-api --name shop --protocol-type HTTP');
  const { IntegrationId } = await aws(
    `apigatewayv2 create-integration --api-id ${ApiId} --integration-type AWS_PROXY --payload-format-version 2.0 --integration-uri ${own.FunctionArn}`,
  );
  const target = `integrations/${IntegrationId}`;
  await aws(`apigatewayv2 create-route --api-id ${ApiId} --target ${target} --route-key`, 'GET /a');
  const { Items: apis } = await aws('apigatewayv2 get-apis');
  const isOurs = ({ ApiId: id }: { ApiId: string }) => id === ApiId;
  assert.deepEqual(apis.find(isOurs).ProtocolType, 'HTTP');
  const { Items: routes } = await aws(`apigatewayv2 get-routes --api-id ${ApiId}`);
  assert.deepEqual([routes[0].RouteKey, routes[0].Target], ['GET /a', target]);
  assert.equal((await aws('sts get-caller-identity')).Account, account);
}

async function stacks(cli: Cli): Promise<void> {
  const type = 'AWS::Lambda::Function';
  const arn = cli.simulator.stacks.put({
    name: 'shop',
    resources: Array.from({ length: 120 }, (_, i) => ({
      ...{ logicalId: `F${i}`, physicalId: `shop-F${i}`, type },
    })),
    outputs: { Api: 'a1b2c3' },
  });
  const { Stacks } = await cli.aws('cloudformation describe-stacks --stack-name shop');
  assert.deepEqual(
    [Stacks[0].StackId, Stacks[0].Outputs],
    [arn, [{ OutputKey: 'Api', OutputValue: 'a1b2c3' }]],
  );
  const listed = await cli.aws('cloudformation list-stack-resources --stack-name shop');
  assert.equal(listed.StackResourceSummaries.length, 120);
  assert.equal(listed.StackResourceSummaries[119].PhysicalResourceId, 'shop-F119');
  const refusal = await cli.refused('cloudformation list-stack-resources --stack-name none');
  assert.match(refusal, /ValidationError.*Stack with id none does not exist/s);
}

async function runScenario(context: VerifyContext, cli: Cli): Promise<void> {
  let api = '';
  await context.check('function: two versions, with waiters', ['publish', 'function-state'], () =>
    makeVersions(cli),
  );
  await context.check('API: made, deployed, served', ['read-stage', 'snapshot'], async () => {
    api = await makeApi(cli);
  });
  await context.check('permission: per version', ['policy-per-version'], () => allow(cli, api));
  const canary = () => openCanary(cli, api);
  await context.check('canary: created, changed, read back', ['open-canary', 'set-weight'], canary);
  await context.check('promotion, as AWS documents it', ['promote', 'close-canary'], () =>
    promote(cli, api),
  );
  await context.check('the repair commands that the action prints work', ['move-base'], () =>
    repair(cli, api),
  );
  await context.check('alarms: only those that exist', ['alarms', 'alarm-names'], () =>
    alarms(cli),
  );
  await context.check('invocations: an answer, an error, a dry run', ['invoke'], () => invoke(cli));
  await context.check(
    'logs: groups, and events in pages and by patterns',
    ['log-groups', 'log-events', 'log-patterns', 'log-classes'],
    () => logEvents(cli),
  );
  await context.check(
    'logs: those of the stage and of the function',
    ['access-log', 'function-log'],
    () => serviceLogs(cli, api),
  );
  await context.check('stacks: described, and their resources', ['stack-names'], () => stacks(cli));
  await context.check('an account: its functions, HTTP APIs and caller', IN_ACCOUNT, () =>
    accountReads(cli),
  );
  await context.check('clean-up', [], async () => {
    await cli.aws(`apigateway delete-rest-api --rest-api-id ${api}`);
    await cli.aws(`lambda delete-function --function-name ${FUNCTION}`);
    const refusal = await cli.refused(`apigateway get-rest-api --rest-api-id ${api}`);
    assert.match(refusal, /NotFoundException/);
  });
}

async function makeVersions({ aws, folder, account }: Cli): Promise<void> {
  for (const label of ['v1', 'v2']) {
    await writeFile(join(folder, `${label}.zip`), archive({ label }));
  }
  const name = `--function-name ${FUNCTION}`;
  await aws(
    `lambda create-function ${name} --runtime nodejs22.x --handler index.handler --timeout 60 --role arn:aws:iam::${account}:role/hello --zip-file fileb://${folder}/v1.zip`,
  );
  await aws(`lambda wait function-active-v2 ${name}`);
  assert.equal((await aws(`lambda publish-version ${name}`)).Version, '1');
  await aws(`lambda update-function-code ${name} --zip-file fileb://${folder}/v2.zip`);
  await aws(`lambda wait function-updated-v2 ${name}`);
  assert.equal((await aws(`lambda publish-version ${name}`)).Version, '2');
  const { Versions } = await aws(`lambda list-versions-by-function ${name} --page-size 1`);
  assert.deepEqual(
    Versions.map(({ Version }: { Version: string }) => Version),
    ['$LATEST', '1', '2'],
  );
}

async function makeApi({ aws, region, account, simulator }: Cli): Promise<string> {
  const { id } = await aws('apigateway create-rest-api --name cli');
  const api = `--rest-api-id ${id}`;
  const { items } = await aws(`apigateway get-resources ${api}`);
  const made = await aws(
    `apigateway create-resource ${api} --parent-id ${items[0].id} --path-part hello`,
  );
  const method = `${api} --resource-id ${made.id} --http-method GET`;
  await aws(`apigateway put-method ${method} --authorization-type NONE`);
  const fn = `arn:aws:lambda:${region}:${account}:function:${FUNCTION}:\${stageVariables.version}`;
  const uri = `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${fn}/invocations`;
  await aws(
    `apigateway put-integration ${method} --type AWS_PROXY --integration-http-method POST --uri ${uri}`,
  );
  const { id: deployment } = await aws(`apigateway create-deployment ${api}`);
  await aws(
    `apigateway create-stage ${api} --stage-name prod --deployment-id ${deployment} --variables version=1`,
  );
  const stage = await aws(`apigateway get-stage ${api} --stage-name prod`);
  assert.equal(stage.deploymentId, deployment);
  assert.ok(!('canarySettings' in stage));
  const url = simulator.stageUrl(id, 'prod', '/hello');
  assert.equal((await fetch(url)).status, 500, 'not allowed yet: a configuration error');
  return id;
}

async function allow({ aws, refused, region, account, simulator }: Cli, api: string) {
  const fn = (version: string) => `--function-name ${FUNCTION} --qualifier ${version}`;
  assert.match(await refused(`lambda get-policy ${fn('1')}`), /ResourceNotFoundException/);
  for (const version of ['1', '2']) {
    await aws(
      `lambda add-permission ${fn(version)} --statement-id gateway --action lambda:InvokeFunction --principal apigateway.amazonaws.com --source-arn arn:aws:execute-api:${region}:${account}:${api}/*`,
    );
  }
  assert.match((await aws(`lambda get-policy ${fn('2')}`)).Policy, /"Sid":"gateway"/);
  const answer = await fetch(simulator.stageUrl(api, 'prod', '/hello'));
  assert.equal(await answer.text(), '"Hello from Lambda v1"');
}

/** What a hook call can return: an answer, an error with a success status, and the dry run before. */
async function invoke({ aws, refused, folder }: Cli): Promise<void> {
  const call = `lambda invoke --function-name ${FUNCTION}`;
  const out = join(folder, 'answer.json');
  const answered = await aws(`${call} --qualifier 2 ${out}`);
  assert.deepEqual(answered, { StatusCode: 200, ExecutedVersion: '2' });
  await writeFile(join(folder, 'throws.zip'), archive({ label: 'v3', failing: 1 }));
  const name = `--function-name ${FUNCTION}`;
  await aws(`lambda update-function-code ${name} --zip-file fileb://${folder}/throws.zip`);
  await aws(`lambda wait function-updated-v2 ${name}`);
  const threw = await aws(`${call} --log-type Tail ${out}`);
  assert.equal(threw.StatusCode, 200);
  assert.equal(threw.FunctionError, 'Unhandled');
  assert.match(await readFile(out, 'utf8'), /"errorMessage":"the database said no"/);
  assert.match(Buffer.from(threw.LogResult, 'base64').toString(), /the database said no/);
  const rehearsed = await aws(`${call} --qualifier 2 --invocation-type DryRun ${out}`);
  assert.equal(rehearsed.StatusCode, 204);
  const missing = await refused(`${call}-none --invocation-type DryRun ${out}`);
  assert.match(missing, /ResourceNotFoundException/);
}

const stageOf = (api: string) => `--rest-api-id ${api} --stage-name prod`;

async function openCanary({ aws, simulator }: Cli, api: string): Promise<void> {
  const { id } = await aws(`apigateway create-deployment --rest-api-id ${api}`);
  const opened = await aws(
    `apigateway update-stage ${stageOf(api)} --patch-operations op=replace,path=/canarySettings/deploymentId,value=${id} op=replace,path=/canarySettings/stageVariableOverrides/version,value=2 op=replace,path=/canarySettings/percentTraffic,value=10.5`,
  );
  assert.deepEqual(opened.canarySettings, {
    deploymentId: id,
    percentTraffic: 10.5,
    stageVariableOverrides: { version: '2' },
    useStageCache: false,
  });
  await aws(
    `apigateway update-stage ${stageOf(api)} --patch-operations op=replace,path=/canarySettings/percentTraffic,value=100`,
  );
  const answer = await fetch(simulator.stageUrl(api, 'prod', '/hello'));
  assert.equal(await answer.text(), '"Hello from Lambda v2"');
}

/** The patch of the developer guide, unchanged. */
async function promote({ aws }: Cli, api: string): Promise<void> {
  const promoted = await aws(
    `apigateway update-stage ${stageOf(api)} --patch-operations`,
    JSON.stringify([
      { op: 'replace', path: '/canarySettings/percentTraffic', value: '0.0' },
      { op: 'copy', from: '/canarySettings/stageVariableOverrides', path: '/variables' },
      { op: 'copy', from: '/canarySettings/deploymentId', path: '/deploymentId' },
    ]),
  );
  assert.deepEqual(promoted.variables, { version: '2' });
  assert.equal(promoted.deploymentId, promoted.canarySettings.deploymentId);
  assert.equal(promoted.canarySettings.percentTraffic, 0);
}

/** A stage variable may contain all of these, and each has a meaning to a shell or to the CLI. */
const AWKWARD = 'https://example.com/~a?b=1&c=2,3#d';

async function repair({ aws, simulator, region }: Cli, api: string): Promise<void> {
  const stage = await aws(`apigateway get-stage ${stageOf(api)}`);
  const { items } = await aws(`apigateway get-deployments --rest-api-id ${api}`);
  const before = items.find(({ id }: { id: string }) => id !== stage.deploymentId).id;
  const commands = repairCommands(
    { restApiId: api, stageName: 'prod', region },
    {
      kind: 'stage',
      deploymentId: before,
      variables: { version: '1', backend: AWKWARD },
      overrides: { version: '2' },
      useStageCache: false,
      drafts: [],
      promote: { deployment: true, variables: true, close: true },
    },
    undefined,
    [{ name: FUNCTION, from: '1', to: '2' }],
  );
  // A value that may be secret is not printed: the person who runs the command sets it.
  assert.ok(!commands.join().includes(AWKWARD));
  const home = { HOME: process.env.HOME, BEFORE_backend: AWKWARD };
  const env = { ...cliVariables(simulator.url, region, '/'), ...home };
  for (const command of commands) await mustRun('sh', ['-c', command], { env });
  const repaired = await aws(`apigateway get-stage ${stageOf(api)}`);
  assert.equal(repaired.deploymentId, before);
  assert.deepEqual(repaired.variables, { version: '1', backend: AWKWARD });
  assert.ok(!('canarySettings' in repaired));
}

async function alarms({ aws }: Cli): Promise<void> {
  await aws(
    'cloudwatch put-metric-alarm --alarm-name errors --namespace AWS/Lambda --metric-name Errors --statistic Sum --period 60 --evaluation-periods 1 --threshold 0 --comparison-operator GreaterThanThreshold',
  );
  await aws('cloudwatch put-composite-alarm --alarm-name any --alarm-rule ALARM(errors)');
  const plain = await aws('cloudwatch describe-alarms --alarm-names errors any absent');
  assert.deepEqual([plain.MetricAlarms.length, plain.CompositeAlarms.length], [1, 0]);
  const all = await aws(
    'cloudwatch describe-alarms --alarm-names errors any absent --alarm-types MetricAlarm CompositeAlarm',
  );
  assert.deepEqual([all.MetricAlarms.length, all.CompositeAlarms.length], [1, 1]);
}

/** Longer than any line needs until it can be read. */
const ARRIVAL_MS = 300_000;

const messagesOf = ({ events }: Answer): readonly string[] =>
  events.map(({ message }: { message: string }) => message.trimEnd());

async function logEvents({ aws, refused, folder, simulator }: Cli): Promise<void> {
  await aws('logs create-log-group --log-group-name cli/lines');
  await aws('logs create-log-group --log-group-name cli/rare --log-group-class INFREQUENT_ACCESS');
  await aws('logs put-retention-policy --log-group-name cli/lines --retention-in-days 7');
  await aws('logs create-log-stream --log-group-name cli/lines --log-stream-name one');
  const timestamp = Math.floor(simulator.world.clock.now());
  const lines = ['{"status": "200"}', '{"status": "502"}', 'Task timed out', 'status 502'];
  const file = join(folder, 'lines.json');
  const events = lines.map((message, i) => ({ timestamp: timestamp + i, message }));
  await writeFile(file, JSON.stringify(events));
  const put = 'logs put-log-events --log-group-name cli/lines --log-stream-name one --log-events';
  await aws(put, `file://${file}`);
  simulator.world.clock.forward(ARRIVAL_MS);

  const filter = 'logs filter-log-events --log-group-name cli/lines';
  assert.deepEqual(messagesOf(await aws(`${filter} --page-size 1`)), lines);
  const range = `--start-time ${timestamp + 1} --end-time ${timestamp + 2}`;
  assert.deepEqual(messagesOf(await aws(`${filter} ${range}`)), lines.slice(1, 3));
  const matching = async (pattern: string) =>
    messagesOf(await aws(`${filter} --filter-pattern`, pattern));
  assert.deepEqual(await matching('{ $.status = "5*" }'), [lines[1]]);
  assert.deepEqual(await matching('"timed out"'), [lines[2]]);
  assert.deepEqual(await matching('[word, number = 5*]'), [lines[3]]);

  const groups = await aws('logs describe-log-groups --log-group-name-prefix cli/ --page-size 1');
  assert.deepEqual(
    groups.logGroups.map((group: Answer) => [group.logGroupClass, group.retentionInDays]),
    [
      ['STANDARD', 7],
      ['INFREQUENT_ACCESS', undefined],
    ],
  );
  const missing = await refused('logs filter-log-events --log-group-name cli/none');
  assert.match(missing, /ResourceNotFoundException.*The specified log group does not exist\./s);
  const rare = await refused('logs filter-log-events --log-group-name cli/rare');
  assert.match(rare, /InvalidOperationException/);
  const invalid = await refused(`${filter} --filter-pattern`, '{ $.status = ');
  assert.match(invalid, /InvalidParameterException/);
  assert.match(
    await refused(`${filter} --next-token none`),
    /The specified nextToken is invalid\./,
  );
}

async function serviceLogs({ aws, simulator, region, account }: Cli, api: string): Promise<void> {
  const patch = (path: string, value: string) => ({
    op: 'replace',
    path: `/accessLogSettings/${path}`,
    value,
  });
  await aws(
    `apigateway update-stage ${stageOf(api)} --patch-operations`,
    JSON.stringify([
      patch('destinationArn', `arn:aws:logs:${region}:${account}:log-group:cli/access`),
      patch('format', '$context.requestId,$context.resourcePath,$context.status'),
    ]),
  );
  await fetch(simulator.stageUrl(api, 'prod', '/hello'));
  simulator.world.clock.forward(ARRIVAL_MS);
  const access = await aws('logs filter-log-events --log-group-name cli/access');
  assert.match(messagesOf(access).join(), /^[\da-f-]{36},\/hello,200$/);

  const thrown = await aws(
    `logs filter-log-events --log-group-name /aws/lambda/${FUNCTION} --filter-pattern`,
    '"Invoke Error"',
  );
  const [line = ''] = messagesOf(thrown);
  assert.match(line, /"errorMessage":"the database said no"/);
  assert.match(line, /\/var\/task\/index\.js:\d+/);
  const [stream] = thrown.events.map((event: Answer) => event.logStreamName);
  assert.match(stream, /^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][\da-f]{32}$/);
}
