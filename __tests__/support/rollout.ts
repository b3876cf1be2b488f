// A team that uses the action: a simulated account with its API, its users, and the shipped bundle
// released into it. What the tests of whole rollouts share.

import { readFileSync } from 'node:fs';
import {
  CreateDeploymentCommand,
  CreateResourceCommand,
  type Deployment,
  GetDeploymentsCommand,
  GetResourcesCommand,
  type PatchOperation,
  PutIntegrationCommand,
  PutMethodCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { PutMetricAlarmCommand, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import { CreateFunctionCommand, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { archive } from '../../demo/handlers.ts';
import { createHelloApi, type HelloApi, type HelloApiOptions } from '../../demo/hello-api.ts';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import { openInnerEnvironment } from '../../simulator/lambda/inner-environment.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { beforeJumps, hasTurns, openTurnClock } from '../../simulator/turns/turn-clock.ts';
import type { Unsettled } from '../../simulator/world.ts';
import type { ReportFile } from '../../src/report/files.ts';
import { afterWrites } from './changes.ts';
import { openUsers, type Users } from './crowd.ts';
import { watched } from './only-reads.ts';
import { type ActionResult, type RunningStep, type RunOptions, startAction } from './runner.ts';
import type { Variables } from './runner-environment.ts';
import { READ_ONLY } from './written.ts';

export interface SceneOptions extends HelloApiOptions {
  readonly unsettled?: Partial<Unsettled>;
  /** Share of version 2's requests that fail, 0 to 1; default 0. `null`: nothing new is uploaded. */
  readonly failing?: number | null;
  /** Functions do more than answer: each of their environments is then a process, as on AWS. */
  readonly processes?: boolean;
  /** Requests must be signed at the simulator's time. */
  readonly strictSignatureDates?: boolean;
}

export interface Scene {
  readonly simulator: Simulator;
  readonly api: HelloApi;
  /** Starts the bundle on the API's stage; `inputs` come on top of a short rollout. */
  start(inputs?: Variables, options?: RunOptions): RunningStep<ActionResult>;
  /** Runs it to its end. */
  release(inputs?: Variables, options?: RunOptions): Promise<ActionResult>;
  /** A steady stream of requests, until `close` at the latest; default: 40 in a simulated minute. */
  users(perMinute?: number): Users;
  /** The answers to this many requests, one after the other, by what they say. */
  ask(count: number, path?: string): Promise<Readonly<Record<string, number>>>;
  /** The stage as GetStage answers, without what every change stamps. */
  stage(): Promise<Readonly<Record<string, unknown>>>;
  /** Stage and draft: all that a release may touch and a rollback must give back. */
  standing(): Promise<unknown>;
  deployments(): Promise<readonly Deployment[]>;
  /** Changes the stage as somebody else would. */
  patch(...operations: readonly PatchOperation[]): Promise<void>;
  /** Resolves once the stage's canary has this weight. */
  reaches(weight: number): Promise<void>;
  /** Sets an alarm, which then stays so: its metric has no data, and it ignores that. */
  setAlarm(name: string, state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'): Promise<void>;
  /** The control-plane calls since `mark` (default: of all time), setting-up included. */
  calls(mark?: number): readonly CallRecord[];
  /** The number of calls so far. */
  mark(): number;
  close(): Promise<void>;
}

/** Makes an account with the API, version 1 on its stage and version 2 uploaded. */
export async function openScene(options: SceneOptions = {}): Promise<Scene> {
  const { unsettled, failing = 0, processes = false, ...others } = options;
  const { strictSignatureDates = false, ...wishes } = others;
  const clock = await openTurnClock();
  const simulator = await startSimulator({
    clock,
    // AWS's own waiters look once a real second; here there is nothing to wait for.
    lambda: { updateSeconds: 0 },
    strictSignatureDates,
    ...(processes ? {} : { openEnvironment: openInnerEnvironment }),
    ...(unsettled && { unsettled }),
  });
  const { place } = simulator.world;
  const endpoint = { url: simulator.url, region: place.region, account: place.account };
  const api = await createHelloApi(endpoint, wishes);
  if (failing !== null) await api.upload({ label: 'v2', failing });
  const crowds: Users[] = [];
  const runs: RunningStep<ActionResult>[] = [];
  const start: Scene['start'] = (inputs = {}, more = {}) => {
    const run = watched(simulator, inputs, (key) =>
      startAction({
        aws: { endpoint: simulator.url, region: place.region, ...key },
        clock: clock.settings,
        ...more,
        inputs: { ...shortRollout(api, failing), ...inputs },
      }),
    );
    runs.push(run);
    return run;
  };
  const calls = (mark = 0) => simulator.calls.list().slice(mark);
  return {
    simulator,
    api,
    start,
    release: (inputs, more) => start(inputs, more).done,
    users: (perMinute = 40) => {
      const users = openUsers(simulator, api, perMinute);
      crowds.push(users);
      return users;
    },
    ask: (count, path) => ask(urlOf(simulator, api, path), count),
    ...reads(simulator, api),
    setAlarm: async (AlarmName, StateValue) => {
      const { cloudWatch } = api.clients;
      const set = { AlarmName, StateValue, StateReason: 'set by the test' };
      await cloudWatch.send(new PutMetricAlarmCommand({ AlarmName, ...NO_DATA }));
      await cloudWatch.send(new SetAlarmStateCommand(set));
    },
    calls,
    mark: () => calls().length,
    close: async () => {
      const ended = await Promise.allSettled(runs.map((run) => run.kill()));
      for (const end of ended) if (end.status === 'fulfilled') end.value.dispose();
      await Promise.all(crowds.map((users) => users.stop()));
      for (const client of Object.values(api.clients)) client.destroy();
      await simulator.close();
    },
  };
}

/** Opens a scene, plays in it, and closes it however that ends. */
export async function play<T>(
  options: SceneOptions,
  act: (scene: Scene) => Promise<T>,
): Promise<T> {
  const scene = await openScene(options);
  return act(scene).finally(() => scene.close());
}

/** A release that is not the point of its test: it waits for no closed minutes, and has no bake. */
export const BRIEF: Variables = {
  steps: '50%/30s',
  'max-step-time': '30s',
  'on-inconclusive': 'promote',
  'bake-time': '0s',
};

const NO_DATA = {
  Namespace: 'Nothing',
  MetricName: 'Nothing',
  Statistic: 'Sum',
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanThreshold',
  TreatMissingData: 'ignore',
} as const;

/** Without a bake, chance could promote a version that fails: a short step may end before it is found. */
export function shortBake(failing: number | null): Variables {
  return { 'bake-time': failing === null || failing === 0 ? '0s' : '30s' };
}

function shortRollout(
  { restApiId, stageName, functionName }: HelloApi,
  failing: number | null,
): Variables {
  return {
    'rest-api-id': restApiId,
    'stage-name': stageName,
    functions: functionName,
    steps: '50%/2m',
    ...shortBake(failing),
    'invoke-permission': 'grant',
    comment: 'false',
  };
}

function urlOf(simulator: Simulator, api: HelloApi, path = api.path): string {
  return simulator.stageUrl(api.restApiId, api.stageName, path);
}

async function ask(url: string, count: number): Promise<Readonly<Record<string, number>>> {
  const answers: Record<string, number> = {};
  for (let i = 0; i < count; i++) {
    const response = await fetch(url);
    const text = await response.text();
    const said = response.ok ? text.replace(/^"|"$/g, '') : `HTTP ${response.status}`;
    answers[said] = (answers[said] ?? 0) + 1;
  }
  return answers;
}

type Reads = Pick<Scene, 'stage' | 'standing' | 'deployments' | 'patch' | 'reaches'>;

function reads(simulator: Simulator, api: HelloApi): Reads {
  const { restApiId, stageName, clients } = api;
  const { apiGateway } = clients;
  const stage = async () => {
    const answer: object = await api.stage();
    const stamps = ['lastUpdatedDate', '$metadata'];
    return Object.fromEntries(Object.entries(answer).filter(([name]) => !stamps.includes(name)));
  };
  return {
    stage,
    standing: async () => {
      const { items } = await apiGateway.send(
        new GetResourcesCommand({ restApiId, embed: ['methods'] }),
      );
      return { stage: await stage(), draft: items };
    },
    deployments: async () => {
      const { items = [] } = await apiGateway.send(new GetDeploymentsCommand({ restApiId }));
      return items;
    },
    patch: async (...operations) => {
      const patchOperations = [...operations];
      await apiGateway.send(new UpdateStageCommand({ restApiId, stageName, patchOperations }));
    },
    reaches: (weight) => {
      const isThere = async () => (await api.stage()).canarySettings?.percentTraffic === weight;
      return until(afterWrites(simulator, isThere));
    },
  };
}

/**
 * Further functions behind the API, each at `/{name}`: version 1 on the stage, version 2 uploaded.
 *
 * @param by what the integration of each has as the version
 */
export async function addServices(
  { api, simulator }: Scene,
  names: readonly string[],
  by: (index: number) => string = () => '1',
): Promise<void> {
  const { restApiId, stageName, clients } = api;
  const { apiGateway, lambda } = clients;
  const { region, account } = simulator.world.place;
  const { items } = await apiGateway.send(new GetResourcesCommand({ restApiId }));
  const parentId = items?.find(({ path }) => path === '/')?.id;
  for (const [i, FunctionName] of names.entries()) {
    const Code = { ZipFile: archive({ label: 'v1' }) };
    const Role = `arn:aws:iam::${account}:role/hello`;
    const settings = { Runtime: 'nodejs22.x', Handler: 'index.handler', Timeout: 30 } as const;
    const wish = { FunctionName, Role, Code, ...settings, Publish: true };
    await lambda.send(new CreateFunctionCommand(wish));
    const { id: resourceId } = await apiGateway.send(
      new CreateResourceCommand({ restApiId, parentId, pathPart: FunctionName }),
    );
    const method = { restApiId, resourceId, httpMethod: 'GET' };
    await apiGateway.send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }));
    const arn = `arn:aws:lambda:${region}:${account}:function:${FunctionName}:${by(i)}`;
    const uri = `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${arn}/invocations`;
    const integration = { type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri } as const;
    await apiGateway.send(new PutIntegrationCommand({ ...method, ...integration }));
    const ZipFile = archive({ label: 'v2' });
    await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }));
  }
  await apiGateway.send(new CreateDeploymentCommand({ restApiId, stageName }));
}

/** A method of the draft, for a call: `GET` of this path. */
export async function methodOf({ api }: Scene, path = api.path) {
  const { restApiId, clients } = api;
  const { items = [] } = await clients.apiGateway.send(new GetResourcesCommand({ restApiId }));
  const resourceId = items.find((item) => item.path === path)?.id;
  return { restApiId, resourceId, httpMethod: 'GET' };
}

const PATIENCE_MS = 40_000;
/** Simulated. */
const PATIENCE_HOURS = 6;

/**
 * Resolves once the condition holds; rejects when it does not within reason. On a clock that waits, simulated time stays
 * as soon as it holds.
 */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  if (await condition()) return;
  if (hasTurns()) return untilTurn(condition);
  const from = performance.now();
  while (!(await condition())) {
    if (performance.now() - from > PATIENCE_MS) throw new Error('it never came to that');
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

function untilTurn(condition: () => boolean | Promise<boolean>): Promise<void> {
  return new Promise((resolve, reject) => {
    let from: number | undefined;
    const ask = async (now: number) => {
      from ??= now;
      try {
        if (now - from > PATIENCE_HOURS * 3_600_000) throw new Error('it never came to that');
        if (!(await condition())) return 'go';
        resolve();
      } catch (error) {
        reject(error);
      }
      end();
      return 'hold';
    };
    const end = beforeJumps(ask, reject);
  });
}

/** Until no call is on its way: between two checks, a run looks where the logs are. */
export function quiet(scene: Pick<Scene, 'mark'>): Promise<void> {
  if (hasTurns()) return untilTurn(() => true);
  let [calls, since] = [-1, 0];
  return until(() => {
    if (scene.mark() !== calls) [calls, since] = [scene.mark(), performance.now()];
    return performance.now() - since > 300;
  });
}

/** The JSON report that a run left. It is gone once its workspace is disposed of. */
export function readReport(result: ActionResult): ReportFile {
  return JSON.parse(readFileSync(result.outputs.report ?? '', 'utf8')) as ReportFile;
}

/** The lines that the run's page shows in red. */
export function errorsOf({ commands }: Pick<ActionResult, 'commands'>): readonly string[] {
  return commands.filter(({ name }) => name === 'error').map(({ message }) => message);
}

/** The patch operations that UpdateStage performed, in words such as `replace /variables/a 1`. */
export function patchesIn(calls: readonly CallRecord[]): readonly string[] {
  return calls
    .filter((call) => call.operation === 'UpdateStage' && call.status === 200)
    .flatMap(({ body = '{}' }) => {
      const { patchOperations = [] } = JSON.parse(body) as { patchOperations?: PatchOperation[] };
      return patchOperations.map(({ op, path, value }) =>
        [op, path, value].filter((part) => part !== undefined).join(' '),
      );
    });
}

/** The calls that changed something. */
export function writesIn(calls: readonly CallRecord[]): readonly string[] {
  const wrote = ({ method, service, status }: CallRecord) =>
    method !== 'GET' && !READ_ONLY.includes(service) && status !== null && status < 300;
  return calls.filter(wrote).map(({ operation = '' }) => operation);
}
