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
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import type { Tally } from '../../demo/clients.ts';
import { archive } from '../../demo/handlers.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import { wireAlarm } from './alarm.ts';
import { type Meddling, SHORT, type Standing, type World, type WorldOptions } from './world.ts';

const ALIAS = 'live';
const TAG_PREFIX = 'canary-action:';
/** The version that somebody else releases. */
const THEIRS = '2';
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
  });
  const { region, account } = simulator.world.place;
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };
  const settings = { region, endpoint: simulator.url, credentials };
  const lambda = new LambdaClient(settings);
  const cloudWatch = new CloudWatchClient(settings);
  const arnOf = (name: string) => `arn:aws:lambda:${region}:${account}:function:${name}`;
  const bound = { lambda, names, arnOf };
  for (const name of names) await create(bound, name, options.failing);
  const opens = ({
    operation,
    status,
    body = '',
  }: {
    operation?: string | undefined;
    status: number | null;
    body?: string;
  }) => operation === 'UpdateAlias' && status === 200 && body.includes('"3":');
  await wireAlarm({ simulator, cloudWatch, opens }, options);
  const descriptions = new Map(names.map((name) => [name, describe(name)]));
  const users = names.length === 1 ? callUsers(bound) : undefined;
  return {
    simulator,
    inputs: { ...SHORT, functions: names.join(', '), alias: ALIAS },
    standing: () => standingOf(bound, descriptions),
    meddle: async (how) => {
      await meddle(bound, how);
      if (how === 'setting') descriptions.set(names[0] ?? '', CHANGED);
    },
    keepsTheirs: async () => (await aliasOf(bound, names[0] ?? '')).FunctionVersion === THEIRS,
    tally: () => users?.tally() ?? { requests: 0, failed: 0, answers: {} },
    close: async () => {
      await users?.stop();
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
  await upload('v3', failing ? 0.5 : 0);
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
  if (version === '3' && others.length === 0) return 'released';
  return version === '1' && others.every((other) => other === '3') ? 'split' : 'strange';
}

/** Users of the first function, through its alias. */
function callUsers({ lambda, names }: Account) {
  let requests = 0;
  let failed = 0;
  const open = new Set<Promise<void>>();
  const call = async () => {
    requests += 1;
    try {
      const { FunctionError } = await lambda.send(
        new InvokeCommand({ FunctionName: names[0], Qualifier: ALIAS }),
      );
      if (FunctionError !== undefined) failed += 1;
    } catch {
      failed += 1;
    }
  };
  const timer = setInterval(() => {
    const sent: Promise<void> = call().finally(() => open.delete(sent));
    open.add(sent);
  }, 125);
  return {
    tally: (): Tally => ({ requests, failed, answers: {} }),
    stop: async () => {
      clearInterval(timer);
      await Promise.all(open);
    },
  };
}
