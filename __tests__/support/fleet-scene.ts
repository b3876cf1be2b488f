// A team whose functions are called through a weighted alias: a simulated account, its users, and the
// shipped bundle released into it.

import {
  type AliasConfiguration,
  CreateAliasCommand,
  CreateFunctionCommand,
  GetAliasCommand,
  InvokeCommand,
  LambdaClient,
  ListTagsCommand,
  PublishVersionCommand,
  UntagResourceCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import { archive } from '../../demo/handlers.ts';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import { openInnerEnvironment } from '../../simulator/lambda/inner-environment.ts';
import {
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../../simulator/simulator.ts';
import { openTurnClock } from '../../simulator/turns/turn-clock.ts';
import { afterWrites } from './changes.ts';
import { sendSteadily } from './crowd.ts';
import { watched } from './only-reads.ts';
import { shortBake, until } from './rollout.ts';
import { type ActionResult, type RunningStep, type RunOptions, startAction } from './runner.ts';
import type { Variables } from './runner-environment.ts';

export interface FleetOptions extends Pick<SimulatorOptions, 'quotas'> {
  /** Default: `orders` alone. */
  readonly names?: readonly string[];
  /** Share of version 2's invocations that fail, 0 to 1; default 0. `null`: nothing new is uploaded. */
  readonly failing?: number | null;
  /** Default `live`; `null`: there is none yet. */
  readonly alias?: string | null;
  /**
   * Whether runs read the functions' logs where an input says nothing else; default true. They do so each second, which is
   * most of the work of a test that is not about it.
   */
  readonly logs?: boolean;
}

export interface FleetScene {
  readonly simulator: Simulator;
  readonly lambda: LambdaClient;
  readonly names: readonly string[];
  /** Starts the bundle on the functions; `inputs` come on top of a short rollout. */
  start(inputs?: Variables, options?: RunOptions): RunningStep<ActionResult>;
  /** Runs it to its end. */
  release(inputs?: Variables, options?: RunOptions): Promise<ActionResult>;
  /**
   * Invokes functions through their alias, again and again, until the scene is closed; default: every one of them, 15 times
   * in a simulated minute.
   */
  users(perMinute?: number, only?: readonly string[]): void;
  /** Invokes one function through its alias; the answers by version. */
  ask(count: number, name?: string): Promise<Readonly<Record<string, number>>>;
  alias(name?: string): Promise<AliasConfiguration>;
  /** Who gets what on each alias: `1`, or `1 + 0.5 of 2`. */
  routing(): Promise<readonly string[]>;
  /** Every tag of every function, as `orders team`. */
  tags(): Promise<readonly string[]>;
  /** Removes the tags of ours from a function, as somebody might by hand. */
  untag(name: string): Promise<void>;
  /** Moves an alias as somebody else would. */
  meddle(name: string, version: string, weights?: Readonly<Record<string, number>>): Promise<void>;
  /** Makes a further function, with its version 1 behind the alias or without an alias. */
  create(name: string, aliased: boolean): Promise<void>;
  upload(name: string, label: string, failing?: number): Promise<void>;
  /** Publishes what was uploaded. */
  publish(name: string): Promise<string>;
  /** Resolves once every alias has this share on another version, 0 to 1. */
  reaches(share: number): Promise<void>;
  /** The control-plane calls since `mark` (default: of all time), without the users' invocations. */
  calls(mark?: number): readonly CallRecord[];
  mark(): number;
  close(): Promise<void>;
}

/** Makes an account with the functions, version 1 behind their aliases and version 2 uploaded. */
export async function openFleet(options: FleetOptions = {}): Promise<FleetScene> {
  const { names = ['orders'], failing = 0, alias = 'live', quotas, logs = true } = options;
  const clock = await openTurnClock();
  const simulator = await startSimulator({
    clock,
    lambda: { updateSeconds: 0 },
    openEnvironment: openInnerEnvironment,
  });
  const { region } = simulator.world.place;
  const lambda = new LambdaClient({
    region,
    endpoint: simulator.url,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
  });
  const account = accountOf(lambda, simulator, alias ?? 'live');
  for (const name of names) {
    await account.create(name, alias !== null);
    if (failing !== null) await account.upload(name, 'v2', failing);
  }
  simulator.quotas.enabled = quotas ?? false;

  const runs: RunningStep<ActionResult>[] = [];
  const stops: (() => Promise<void>)[] = [];
  const start: FleetScene['start'] = (inputs = {}, more = {}) => {
    const run = watched(simulator, inputs, (key) =>
      startAction({
        aws: { endpoint: simulator.url, region, ...key },
        clock: clock.settings,
        ...more,
        inputs: { ...shortRollout(names, failing), ...(!logs && withoutLogs(inputs)), ...inputs },
      }),
    );
    runs.push(run);
    return run;
  };
  const calls = (mark = 0) =>
    simulator.calls
      .list()
      .slice(mark)
      .filter(({ operation }) => operation !== 'Invoke');
  return {
    simulator,
    lambda,
    names,
    ...account,
    ...reads(simulator, account.alias, names),
    tags: async () => (await Promise.all(names.map((name) => account.tagsOf(name)))).flat(),
    start,
    release: (inputs, more) => start(inputs, more).done,
    users: (perMinute = 15, only = names) => {
      const send = () => Promise.all(only.map((name) => simulator.invoke(account.callOf(name))));
      stops.push(sendSteadily(clock, perMinute, send));
    },
    calls,
    mark: () => simulator.calls.list().length,
    close: async () => {
      const ended = await Promise.allSettled(runs.map((run) => run.kill()));
      for (const end of ended) if (end.status === 'fulfilled') end.value.dispose();
      await Promise.all(stops.map((stop) => stop()));
      lambda.destroy();
      await simulator.close();
    },
  };
}

/** Opens a scene, plays in it, and closes it however that ends. */
export async function playFleet<T>(
  options: FleetOptions,
  act: (scene: FleetScene) => Promise<T>,
): Promise<T> {
  const scene = await openFleet(options);
  return act(scene).finally(() => scene.close());
}

function shortRollout(names: readonly string[], failing: number | null): Variables {
  return {
    functions: names.join(', '),
    alias: 'live',
    steps: '50%/2m',
    ...shortBake(failing),
    comment: 'false',
  };
}

/** Where nothing is compared, logs have no effect, so the input is refused. */
function withoutLogs({ analysis }: Variables): Variables {
  return analysis === 'off' ? {} : { logs: 'off' };
}

function accountOf(lambda: LambdaClient, { world }: Simulator, alias: string) {
  const { account, region } = world.place;
  const publish = async (name: string) =>
    (await lambda.send(new PublishVersionCommand({ FunctionName: name }))).Version ?? '';
  const arnOf = (name: string) => `arn:aws:lambda:${region}:${account}:function:${name}`;
  const tagKeys = async (name: string) => {
    const { Tags = {} } = await lambda.send(new ListTagsCommand({ Resource: arnOf(name) }));
    return Object.keys(Tags);
  };
  const upload: FleetScene['upload'] = async (name, label, failing = 0) => {
    const ZipFile = archive({ label, failing });
    await lambda.send(new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile }));
  };
  const invoke = async (name: string): Promise<string> => {
    const { ExecutedVersion = '?', FunctionError } = await lambda.send(
      new InvokeCommand({ FunctionName: name, Qualifier: alias }),
    );
    return FunctionError === undefined ? ExecutedVersion : `${ExecutedVersion} failed`;
  };
  return {
    publish,
    upload,
    callOf: (name: string) => ({
      functionRef: `${arnOf(name)}:${alias}`,
      payload: Buffer.alloc(0),
    }),
    create: async (name: string, aliased: boolean) => {
      const { Version: FunctionVersion } = await lambda.send(
        new CreateFunctionCommand({
          FunctionName: name,
          Role: `arn:aws:iam::${account}:role/${name}`,
          Runtime: 'nodejs22.x',
          Handler: 'index.handler',
          Code: { ZipFile: archive({ label: 'v1' }) },
          Tags: { team: 'shop' },
          Publish: aliased,
        }),
      );
      if (!aliased) return;
      const Description = `${name} for everybody`;
      await lambda.send(
        new CreateAliasCommand({ FunctionName: name, Name: alias, FunctionVersion, Description }),
      );
    },
    alias: (name = 'orders') =>
      lambda.send(new GetAliasCommand({ FunctionName: name, Name: alias })),
    tagsOf: async (name: string) => (await tagKeys(name)).map((key) => `${name} ${key}`),
    untag: async (name: string) => {
      const TagKeys = (await tagKeys(name)).filter((key) => key.startsWith('canary-action:'));
      await lambda.send(new UntagResourceCommand({ Resource: arnOf(name), TagKeys }));
    },
    meddle: async (
      name: string,
      FunctionVersion: string,
      AdditionalVersionWeights: Readonly<Record<string, number>> = {},
    ) => {
      const RoutingConfig = { AdditionalVersionWeights: { ...AdditionalVersionWeights } };
      const asked = { FunctionName: name, Name: alias, FunctionVersion, RoutingConfig };
      await lambda.send(new UpdateAliasCommand(asked));
    },
    ask: async (count: number, name = 'orders') => {
      const answers: Record<string, number> = {};
      for (let i = 0; i < count; i++) {
        const said = await invoke(name);
        answers[said] = (answers[said] ?? 0) + 1;
      }
      return answers;
    },
  };
}

function reads(
  simulator: Simulator,
  alias: (name: string) => Promise<AliasConfiguration>,
  names: readonly string[],
): Pick<FleetScene, 'routing' | 'reaches'> {
  const routing = () =>
    Promise.all(
      names.map(async (name) => {
        const { FunctionVersion, RoutingConfig } = await alias(name);
        const others = Object.entries(RoutingConfig?.AdditionalVersionWeights ?? {});
        return [FunctionVersion, ...others.map(([v, share]) => `${share} of ${v}`)].join(' + ');
      }),
    );
  return {
    routing,
    reaches: (share) => {
      const isThere = async () => (await routing()).every((one) => one.includes(` ${share} of `));
      return until(afterWrites(simulator, isThere));
    },
  };
}

/** The UpdateAlias calls that AWS performed, as `orders 1 + 0.5 of 2`. */
export function movesIn(calls: readonly CallRecord[]): readonly string[] {
  return calls
    .filter(({ operation, status }) => operation === 'UpdateAlias' && status === 200)
    .map(({ path, body = '{}' }) => {
      const asked = JSON.parse(body) as {
        FunctionVersion: string;
        RoutingConfig: { AdditionalVersionWeights: Record<string, number> };
      };
      const others = Object.entries(asked.RoutingConfig.AdditionalVersionWeights);
      const name = /functions\/([^/]+)\//.exec(path)?.[1] ?? '';
      const parts = [asked.FunctionVersion, ...others.map(([v, share]) => `${share} of ${v}`)];
      return `${name} ${parts.join(' + ')}`;
    });
}
