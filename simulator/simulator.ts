// The complete simulator: one world, its services, and the HTTP front.

import { createApiGateway } from './api-gateway/api-gateway.ts';
import { type Clock, createClock } from './clock.ts';
import { createCloudFormation } from './cloudformation/cloudformation.ts';
import type { StackStore } from './cloudformation/store.ts';
import { type CloudWatch, createCloudWatch } from './cloudwatch/cloudwatch.ts';
import { createDataPlane, type DataPlane } from './execute-api/data-plane.ts';
import type { Backends } from './execute-api/http-proxy.ts';
import { createAdmin } from './front/admin.ts';
import { type CallListener, type CallLog, createCallLog } from './front/call-log.ts';
import { createControlPlane } from './front/control-plane.ts';
import { createKeyRing, type KeyRing } from './front/credential.ts';
import { createDispatch, type Domains } from './front/dispatch.ts';
import { createFaults, type Faults } from './front/faults.ts';
import { serve } from './front/http-server.ts';
import { createPolicyHolder, type PolicyHolder } from './front/policy.ts';
import { createQuotas, type Quotas } from './front/quotas.ts';
import { createReseedableRandom } from './front/reseedable-random.ts';
import { callerArn, createSts } from './front/sts.ts';
import type { OpenEnvironment } from './lambda/environment.ts';
import { createLambda } from './lambda/lambda.ts';
import type { LambdaSettings } from './lambda/settings.ts';
import { createLogs, type Logs } from './logs/logs.ts';
import type { LogsSettings } from './logs/settings.ts';
import { createS3 } from './s3/s3.ts';
import type { ObjectStore } from './s3/store.ts';
import { createSsm, type ParameterStore } from './ssm/ssm.ts';
import { shownLate, type TaggingSettings } from './tagging/late.ts';
import { createTagging } from './tagging/tagging.ts';
import {
  DEFAULT_UNSETTLED,
  type FunctionInvoker,
  type Place,
  type Unsettled,
  type World,
} from './world.ts';

export interface SimulatorOptions {
  /** 0 (the default): any free port. */
  readonly port?: number;
  /** The seed of all random draws; default: arbitrary. */
  readonly seed?: number;
  /** Simulated seconds per real second; default 1. */
  readonly clockRate?: number;
  /** Another clock, such as one that waits for its processes (turns/turn-clock.ts). It is closed with the simulator. */
  readonly clock?: Clock;
  /** Twelve digits. */
  readonly account?: string;
  readonly region?: string;
  /** Answers to AWS's open questions that differ from the defaults. */
  readonly unsettled?: Partial<Unsettled>;
  readonly lambda?: Partial<LambdaSettings>;
  readonly logs?: Partial<LogsSettings>;
  /** Where the functions' code runs; default: each environment is a separate process. */
  readonly openEnvironment?: OpenEnvironment;
  /** Whether AWS's control-plane quotas throttle; default false. */
  readonly quotas?: boolean;
  /**
   * Whether to refuse, as AWS does, requests whose signature date differs by more than five minutes from the
   * simulator's time; default false, so that a client may use another clock.
   */
  readonly strictSignatureDates?: boolean;
}

export interface Simulator {
  /** `http://127.0.0.1:{port}`: an endpoint URL for any AWS client. */
  readonly url: string;
  readonly port: number;
  readonly world: World;
  readonly faults: Faults;
  readonly policy: PolicyHolder;
  /** Access keys that are expired or unknown; every other key is valid. */
  readonly keys: KeyRing;
  readonly quotas: Quotas;
  readonly calls: CallLog;
  /** Durations and limits of Lambda; may be changed at any time. */
  readonly lambda: LambdaSettings;
  /** Delays and losses of CloudWatch Logs; may be changed at any time. */
  readonly logs: LogsSettings;
  /** Delays or loses matching log lines that are written from now on, until the returned function is called. */
  readonly disturbLogs: Logs['disturb'];
  /** Custom domain names, and what they lead to. */
  readonly domains: Domains;
  /** HTTP backends that answer inside this process. */
  readonly backends: Backends;
  /** S3, with one Region's buckets. */
  readonly objects: ObjectStore;
  /** How late the Resource Groups Tagging API shows tags; may be changed at any time. */
  readonly tagging: TaggingSettings;
  /** Stacks of CloudFormation, as descriptions. */
  readonly stacks: StackStore;
  /** Parameters of Systems Manager. */
  readonly parameters: ParameterStore;
  /** Delays matching metrics, until the returned function is called. */
  readonly delayMetrics: CloudWatch['delay'];
  /** Records many events at once, such as the traffic of an hour before the simulator was started. */
  readonly recordStatistics: CloudWatch['recordStatistics'];
  /** A request to a deployed stage without HTTP, routed, answered and counted like any other. */
  readonly request: DataPlane;
  /** An invocation without HTTP, answered and counted like any other. */
  readonly invoke: FunctionInvoker['invoke'];
  /** The URL of a deployed stage; `path` begins with a slash. */
  stageUrl(apiId: string, stageName: string, path?: string): string;
  /** Runs before and after every control-plane call, until the returned function is called. */
  onCall(listener: CallListener): () => void;
  /** Resets the random generator to this seed. */
  reseed(seed: number): void;
  close(): Promise<void>;
}

const PARTITIONS: readonly (readonly [prefix: string, partition: string])[] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
];

/** Starts it on the loopback interface. Rejects if the port is in use. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const place = placeOf(options);
  const clock = options.clock ?? createClock(options.clockRate);
  const { random, logRandom, reseed } = createDice(options.seed);
  const unsettled = { ...DEFAULT_UNSETTLED, ...options.unsettled };
  const world: World = { place, clock, random, unsettled };
  const controls = createControls(clock, options.quotas ?? false, place.region);

  const [apiGateway, cloudFormation] = [createApiGateway(world), createCloudFormation(world)];
  const [cloudWatch, s3, ssm] = [createCloudWatch(world), createS3(world), createSsm(world)];
  const { metrics } = cloudWatch;
  const logs = createLogs(world, { random: logRandom, settings: options.logs ?? {} });
  const lambda = createLambda(world, {
    ...{ metrics, logs: logs.sink, objects: s3.objects },
    settings: options.lambda ?? {},
    openEnvironment: options.openEnvironment,
  });
  const tagging: TaggingSettings = { lagSeconds: 0 };
  // STS and CloudFormation before CloudWatch: an unsigned request of the Query protocol could belong to any of them.
  const services = [
    apiGateway.service,
    lambda.service,
    ...[createSts(world, controls.keys), cloudFormation.service],
    ...[logs.service, cloudWatch.service, s3.service],
    ...[ssm.service, createTagging(shownLate(clock, tagging, [apiGateway, lambda, cloudWatch]))],
  ];
  const dataPlane = createDataPlane(world, {
    ...{ apis: apiGateway.apis, invoker: lambda.invoker, metrics },
    ...{ logs: logs.sink, policy: controls.policy, backends: controls.backends },
  });
  const server = await serve(
    options.port ?? 0,
    clock,
    createDispatch({
      domains: controls.domains,
      admin: createAdmin({
        ...{ world, reseed, lambda: lambda.settings, logs: logs.settings },
        ...{ ...controls, stacks: cloudFormation.stacks, parameters: ssm.parameters },
      }),
      dataPlane,
      controlPlane: createControlPlane({
        clock,
        services,
        callerArn: callerArn(place),
        strictSignatureDates: options.strictSignatureDates ?? false,
        ...controls,
      }),
    }),
  );

  const url = `http://127.0.0.1:${server.port}`;
  return {
    url,
    port: server.port,
    world,
    ...controls,
    lambda: lambda.settings,
    ...{ logs: logs.settings, disturbLogs: logs.disturb },
    ...{ objects: s3.objects, stacks: cloudFormation.stacks, parameters: ssm.parameters },
    ...{ tagging, delayMetrics: cloudWatch.delay, recordStatistics: cloudWatch.recordStatistics },
    ...{ request: dataPlane, invoke: lambda.invoker.invoke },
    stageUrl: (apiId, stageName, path = '/') =>
      `${url}/_aws/execute-api/${apiId}/${stageName}${path}`,
    onCall: controls.calls.listen,
    reseed,
    close: async () => {
      await server.close();
      cloudWatch.close();
      await lambda.close().then(clock.close);
    },
  };
}

function placeOf({ account = '123456789012', region = 'us-east-1' }: SimulatorOptions): Place {
  const partition = PARTITIONS.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws';
  return { account, region, partition };
}

/** The logs have their own draws: they shift none of the traffic's. */
function createDice(seed?: number) {
  const random = createReseedableRandom(seed);
  const logRandom = createReseedableRandom(seed);
  const reseed = (next: number) => {
    random.reseed(next);
    logRandom.reseed(next);
  };
  return { random, logRandom, reseed };
}

/** The controls and data for tests. */
const createControls = (clock: Clock, quotas: boolean, region: string) => ({
  faults: createFaults(clock),
  policy: createPolicyHolder(),
  keys: createKeyRing(clock),
  quotas: createQuotas(clock, quotas, region),
  calls: createCallLog(),
  domains: new Map() as Domains,
  backends: new Map() as Backends,
});
