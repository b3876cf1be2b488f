// Functions behind weighted aliases, whose team has settings of its own on them.

import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import {
  CreateAliasCommand,
  CreateFunctionCommand,
  GetAliasCommand,
  InvokeCommand,
  LambdaClient,
  ListTagsCommand,
  PublishVersionCommand,
  UpdateAliasCommand,
  type UpdateAliasCommandInput,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import { archive } from '../../demo/handlers.ts';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import { openInnerEnvironment } from '../../simulator/lambda/inner-environment.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { wireAlarm } from './alarm.ts';
import { followWeights, type Given, sendRequests, type Users } from './users.ts';
import { type Meddling, SHORT, type Standing, type World, type WorldOptions } from './world.ts';

const ALIAS = 'live';
const TAG_PREFIX = 'canary-action:';
/** The version that somebody else releases. */
const THEIRS = '2';
/** The version that is released. */
const NEW = '3';
/** Share of a bad version's answers that fail. */
const FAILING = 0.5;
const REQUESTS_PER_SECOND = 8;
const CHANGED = 'changed by somebody';
const describe = (name: string) => `${name} for everybody`;

interface Account {
  readonly lambda: LambdaClient;
  readonly names: readonly string[];
  readonly arnOf: (name: string) => string;
}

/** Makes the account: version 1 behind each alias, a hotfix of somebody's published, version 3 uploaded. */
export async function openAliasWorld(
  names: readonly string[],
  options: WorldOptions,
): Promise<World> {
  const simulator = await startSimulator({
    clockRate: options.rate,
    lambda: { updateSeconds: 0 },
    openEnvironment: openInnerEnvironment,
  });
  const { region, account } = simulator.world.place;
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };
  const settings = { region, endpoint: simulator.url, credentials };
  const lambda = new LambdaClient(settings);
  const cloudWatch = new CloudWatchClient(settings);
  const arnOf = (name: string) => `arn:aws:lambda:${region}:${account}:function:${name}`;
  const bound = { lambda, names, arnOf };
  for (const name of names) await create(bound, name, options.failing);
  const opens = ({ operation, status, body = '' }: CallRecord) =>
    operation === 'UpdateAlias' && status === 200 && body.includes('"3":');
  await wireAlarm({ simulator, cloudWatch, opens }, options);
  const descriptions = new Map(names.map((name) => [name, describe(name)]));
  const users = callUsers(bound, simulator, options.failing ? FAILING : 0);
  return {
    simulator,
    inputs: { ...SHORT, functions: names.join(', '), alias: ALIAS },
    standing: () => standingOf(bound, descriptions),
    meddle: async (how) => {
      await meddle(bound, how);
      if (how === 'setting') descriptions.set(names[0] ?? '', CHANGED);
    },
    keepsTheirs: async () => (await aliasOf(bound, names[0] ?? '')).FunctionVersion === THEIRS,
    tally: users.tally,
    close: async () => {
      await users.stop();
      lambda.destroy();
      cloudWatch.destroy();
      await simulator.close();
    },
  };
}

async function create({ lambda }: Account, name: string, failing: boolean): Promise<void> {
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: name,
      Role: `arn:aws:iam::123456789012:role/${name}`,
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      // On a fast clock and a loaded machine three seconds are soon over.
      Timeout: 900,
      Code: { ZipFile: archive({ label: 'v1' }) },
      Tags: { team: 'orders' },
    }),
  );
  const publish = async () =>
    (await lambda.send(new PublishVersionCommand({ FunctionName: name }))).Version ?? '';
  const upload = (label: string, share: number) =>
    lambda.send(
      new UpdateFunctionCodeCommand({
        FunctionName: name,
        ZipFile: archive({ label, failing: share }),
      }),
    );
  const FunctionVersion = await publish();
  const Description = describe(name);
  await lambda.send(
    new CreateAliasCommand({ FunctionName: name, Name: ALIAS, FunctionVersion, Description }),
  );
  await upload('hotfix', 0);
  await publish();
  await upload('v3', failing ? FAILING : 0);
}

function aliasOf({ lambda }: Account, name: string) {
  return lambda.send(new GetAliasCommand({ FunctionName: name, Name: ALIAS }));
}

async function meddle(account: Account, how: Meddling): Promise<void> {
  const name = account.names[0] ?? '';
  const which = { FunctionName: name, Name: ALIAS };
  const none = { RoutingConfig: { AdditionalVersionWeights: {} } };
  const change = {
    setting: { Description: CHANGED },
    close: none,
    release: { FunctionVersion: THEIRS, ...none },
  }[how];
  await account.lambda.send(new UpdateAliasCommand({ ...which, ...change }));
}

async function standingOf(
  account: Account,
  descriptions: ReadonlyMap<string, string>,
): Promise<Standing> {
  const { lambda, names, arnOf } = account;
  const each = await Promise.all(
    names.map(async (name) => {
      const [alias, { Tags = {} }] = await Promise.all([
        aliasOf(account, name),
        lambda.send(new ListTagsCommand({ Resource: arnOf(name) })),
      ]);
      const weights = alias.RoutingConfig?.AdditionalVersionWeights ?? {};
      return { name, version: alias.FunctionVersion ?? '', weights, alias, Tags };
    }),
  );
  const kinds = new Set(each.map(({ version, weights }) => trafficOf(version, weights)));
  const [only] = kinds;
  const traffic = kinds.has('strange') ? 'strange' : kinds.size === 1 && only ? only : 'split';
  return {
    traffic,
    what: each
      .map(({ name, version, weights }) => `${name} ${version} ${JSON.stringify(weights)}`)
      .join('; '),
    remembered: each.some(({ Tags }) =>
      Object.keys(Tags).some((key) => key.startsWith(TAG_PREFIX)),
    ),
    lost: each.flatMap(({ name, alias, Tags }) => [
      ...(alias.Description === descriptions.get(name) ? [] : [`${name}: ${alias.Description}`]),
      ...(Tags.team === 'orders' ? [] : [`${name}: the tag "team"`]),
    ]),
  };
}

function trafficOf(
  version: string,
  weights: Readonly<Record<string, number>>,
): Standing['traffic'] {
  const others = Object.keys(weights);
  if (version === '1' && others.length === 0) return 'stable';
  if (version === NEW && others.length === 0) return 'released';
  return version === '1' && others.every((other) => other === NEW) ? 'split' : 'strange';
}

/** Users of every function, through its alias. */
function callUsers({ lambda, names }: Account, simulator: Simulator, failing: number): Users {
  return sendRequests({
    perSecond: REQUESTS_PER_SECOND,
    failing,
    weights: followWeights(simulator, givenBy),
    senders: names.map((to) => ({
      to,
      send: async () => {
        const { FunctionError } = await lambda.send(
          new InvokeCommand({ FunctionName: to, Qualifier: ALIAS }),
        );
        return FunctionError;
      },
    })),
  });
}

function givenBy({ operation, path, body = '{}' }: CallRecord): Given | undefined {
  const [, to] = /\/functions\/([^/]+)\/aliases\//.exec(path) ?? [];
  if (operation !== 'UpdateAlias' || to === undefined) return undefined;
  const { FunctionVersion, RoutingConfig } = JSON.parse(body) as UpdateAliasCommandInput;
  const share = RoutingConfig?.AdditionalVersionWeights?.[NEW];
  return {
    to,
    weight: (was) => {
      if (FunctionVersion === undefined && RoutingConfig === undefined) return was;
      return FunctionVersion === NEW ? 1 : (share ?? 0);
    },
  };
}
