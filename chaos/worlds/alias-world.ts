// Functions behind weighted aliases, on which the team has its own settings.

import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import {
  CreateAliasCommand,
  CreateFunctionCommand,
  GetAliasCommand,
  LambdaClient,
  ListTagsCommand,
  PublishVersionCommand,
  TagResourceCommand,
  UpdateAliasCommand,
  type UpdateAliasCommandInput,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import { archive } from '../../demo/handlers.ts';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import { openInnerEnvironment } from '../../simulator/lambda/inner-environment.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { openTurnClock } from '../../simulator/turns/turn-clock.ts';
import { wireAlarm } from './alarm.ts';
import { type Forgery, forgeTags } from './forgery.ts';
import { followWeights, sendRequests, type Users, type WeightChange } from './users.ts';
import {
  APPROVED,
  checksOf,
  type ExternalChange,
  probesOf,
  SHORT,
  storesRollout,
  type World,
  type WorldOptions,
  type WorldState,
} from './world.ts';

const ALIAS = 'live';
/** The version of the external release. */
const EXTERNAL = '2';
/** The version of the rollout. */
const NEW = '3';
/** Share of a failing version's answers that fail. */
const FAILING = 0.5;
const REQUESTS_PER_MINUTE = 80;
const CHANGED = 'changed by another tool';
const describe = (name: string) => `${name} for all users`;

interface Account {
  readonly lambda: LambdaClient;
  readonly names: readonly string[];
  readonly arnOf: (name: string) => string;
}

/** Creates the account: version 1 behind each alias, an external hotfix published, version 3 uploaded. */
export async function openAliasWorld(
  names: readonly string[],
  options: WorldOptions,
): Promise<World> {
  const simulator = await startSimulator({
    clock: await openTurnClock(),
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
  let changes = 0;
  const users = callUsers(bound, simulator, options.failing ? FAILING : 0);
  return {
    simulator,
    inputs: {
      ...SHORT,
      functions: names.join(', '),
      alias: ALIAS,
      ...(options.checked && checksOf('/orders', 'rest')),
      ...(options.probed && probesOf('/orders', 'rest')),
      ...(options.approved && APPROVED),
    },
    state: () => stateOf(bound, descriptions),
    applyExternalChange: async (how) => {
      if (how === 'setting') {
        const description = `${CHANGED}, ${++changes}`;
        descriptions.set(names[0] ?? '', description);
        await changeAlias(bound, { Description: description });
        return true;
      }
      return applyChange(bound, how);
    },
    forge: (how) => forge(bound, how),
    keepsExternalRelease: async () =>
      (await aliasOf(bound, names[0] ?? '')).FunctionVersion === EXTERNAL,
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

function changeAlias(
  { lambda, names: [name] }: Account,
  change: Omit<UpdateAliasCommandInput, 'FunctionName' | 'Name'>,
): Promise<unknown> {
  return lambda.send(new UpdateAliasCommand({ FunctionName: name, Name: ALIAS, ...change }));
}

/** @returns whether there was anything to change */
async function applyChange(
  account: Account,
  how: Exclude<ExternalChange, 'setting'>,
): Promise<boolean> {
  const none = { RoutingConfig: { AdditionalVersionWeights: {} } };
  if (how === 'release') {
    await changeAlias(account, { FunctionVersion: EXTERNAL, ...none });
    return true;
  }
  const { RoutingConfig } = await aliasOf(account, account.names[0] ?? '');
  const open = Object.keys(RoutingConfig?.AdditionalVersionWeights ?? {}).length > 0;
  if (how === 'close') await changeAlias(account, none);
  // Without a weight, the alias would be closed.
  else if (open) {
    const lowered = { AdditionalVersionWeights: { [NEW]: 0.05 } };
    await changeAlias(account, { RoutingConfig: lowered });
  }
  return open;
}

async function forge({ lambda, names, arnOf }: Account, how: Forgery): Promise<void> {
  const [leader = ''] = [...names].sort();
  const Resource = arnOf(leader);
  const { Tags = {} } = await lambda.send(new ListTagsCommand({ Resource }));
  const forged = forgeTags(Tags, how, {
    change: (record) => ({
      ...record,
      functions: record.functions.map((change) => ({ ...change, from: EXTERNAL })),
    }),
    functions: [{ name: leader, from: EXTERNAL, to: '1' }],
    target: { kind: 'alias', aliases: { [leader]: ALIAS } },
  });
  if (Object.keys(forged).length === 0) return;
  await lambda.send(new TagResourceCommand({ Resource, Tags: { ...forged } }));
}

async function stateOf(
  account: Account,
  descriptions: ReadonlyMap<string, string>,
): Promise<WorldState> {
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
  const traffic = kinds.has('external') ? 'external' : kinds.size === 1 && only ? only : 'split';
  const shares = each.map(({ version, weights }) => (version === NEW ? 1 : (weights[NEW] ?? 0)));
  return {
    traffic,
    weight: 100 * Math.max(...shares),
    what: each
      .map(({ name, version, weights }) => `${name} ${version} ${JSON.stringify(weights)}`)
      .join('; '),
    stored: each.some(({ Tags }) => storesRollout(Tags)),
    lost: each.flatMap(({ name, alias, Tags }) => [
      ...(alias.Description === descriptions.get(name) ? [] : [`${name}: ${alias.Description}`]),
      ...(Tags.team === 'orders' ? [] : [`${name}: the tag "team"`]),
    ]),
  };
}

function trafficOf(
  version: string,
  weights: Readonly<Record<string, number>>,
): WorldState['traffic'] {
  const others = Object.keys(weights);
  if (version === '1' && others.length === 0) return 'stable';
  if (version === NEW && others.length === 0) return 'released';
  return version === '1' && others.every((other) => other === NEW) ? 'split' : 'external';
}

/** Users of every function, through its alias. */
function callUsers({ names, arnOf }: Account, simulator: Simulator, failing: number): Users {
  return sendRequests({
    clock: simulator.world.clock,
    perMinute: REQUESTS_PER_MINUTE,
    failing,
    weights: followWeights(simulator, weightChangeOf),
    senders: names.map((to) => ({
      to,
      send: async () => {
        const functionRef = `${arnOf(to)}:${ALIAS}`;
        const { kind } = await simulator.invoke({ functionRef, payload: Buffer.alloc(0) });
        return kind === 'ok' ? undefined : kind;
      },
    })),
  });
}

function weightChangeOf({ operation, path, body = '{}' }: CallRecord): WeightChange | undefined {
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
