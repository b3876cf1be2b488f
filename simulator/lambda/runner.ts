// Runs one invocation of one version: finds or opens an environment, and reports the result as Lambda does,
// in the payload and in the log.

import { NotImplemented } from '../service.ts';
import type { World } from '../world.ts';
import { createUnpacker } from './archive.ts';
import {
  type Ending,
  type ErrorBody,
  type OpenEnvironment,
  openEnvironment,
} from './environment.ts';
import type { Release } from './model.ts';
import { createPool } from './pool.ts';
import type { LambdaSettings } from './settings.ts';

/** The handler's module must be loaded within this time, in simulated milliseconds. */
const INIT_LIMIT_MS = 10_000;

/** AWS shows the last 4 KB of a log. */
const LOG_TAIL_BYTES = 4096;

export interface Task {
  readonly functionName: string;
  readonly version: string;
  readonly release: Release;
  /** The ARN of the invocation, with its qualifier. */
  readonly arn: string;
  /** JSON. */
  readonly event: string;
  readonly clientContext?: unknown;
  /** Whether it has provisioned concurrency, and thus no added cold start. */
  readonly isProvisioned: boolean;
}

export interface Outcome {
  readonly requestId: string;
  readonly payload: string;
  readonly isError: boolean;
  readonly logTail: string;
  /** The handler's duration in simulated milliseconds. */
  readonly durationMs: number;
  /** Simulated milliseconds of the cold start; 0 when warm. */
  readonly initMs: number;
}

export interface Runner {
  /** @throws AwsError `NotImplementedBySimulator` for a runtime that is not Node's. */
  run(task: Task): Promise<Outcome>;
  close(): Promise<void>;
}

export function createRunner(
  world: World,
  settings: LambdaSettings,
  open: OpenEnvironment = openEnvironment,
): Runner {
  const { clock, random } = world;
  const unpacker = createUnpacker();
  const pool = createPool(clock, settings);

  const coldStart = async (task: Task) => {
    const folder = await unpacker.folderOf(task.release.code);
    const environment = open(clock, specOf(world, task, folder));
    pool.add(environment);
    const ready = await environment.start(INIT_LIMIT_MS);
    const added = task.isProvisioned ? 0 : settings.coldStartMs;
    if (added > 0) await clock.sleep(added);
    const failed = ready.kind === 'ready' ? undefined : ready;
    return { environment, failed, initMs: ready.ms + added };
  };

  return {
    async run(task) {
      const { Runtime, Timeout } = task.release.configuration;
      if (!Runtime.startsWith('nodejs')) throw new NotImplemented(`running ${Runtime} functions`);
      const requestId = random.uuid();
      const limitMs = Timeout * 1000;
      const warm = pool.take(task.release);
      const { environment, failed, initMs } = warm
        ? { environment: warm, failed: undefined, initMs: 0 }
        : await coldStart(task);
      const invocation = { ...task, requestId, deadlineMs: clock.now() + limitMs };
      const ending = failed ?? (await environment.invoke(messageOf(invocation), limitMs));
      const log = environment.takeLog();
      pool.give(task.release, environment);
      return outcomeOf({ requestId, task, ending, log, initMs });
    },
    async close() {
      pool.close();
      await unpacker.close();
    },
  };
}

/** Passes only the data that the environment needs. */
function messageOf(task: Task & { readonly requestId: string; readonly deadlineMs: number }) {
  const { requestId, event, deadlineMs, arn, clientContext } = task;
  return { requestId, event, deadlineMs, arn, clientContext };
}

interface Finished {
  readonly requestId: string;
  readonly task: Task;
  readonly ending: Ending;
  readonly log: string;
  readonly initMs: number;
}

function outcomeOf({ requestId, task, ending, log, initMs }: Finished): Outcome {
  const error = errorOf(requestId, ending);
  const { MemorySize } = task.release.configuration;
  const init = initMs > 0 ? `Init Duration: ${initMs.toFixed(2)} ms\t` : '';
  const text = [
    `START RequestId: ${requestId} Version: ${task.version}\n`,
    log,
    ending.kind === 'timed-out' ? `${requestId} Task timed out after ${seconds(ending)}\n\n` : '',
    `END RequestId: ${requestId}\n`,
    `REPORT RequestId: ${requestId}\tDuration: ${ending.ms.toFixed(2)} ms\tBilled Duration: ${Math.ceil(ending.ms + initMs)} ms\tMemory Size: ${MemorySize} MB\t${init}\n`,
  ].join('');
  return {
    requestId,
    payload: ending.kind === 'done' ? ending.payload : JSON.stringify(error),
    isError: ending.kind !== 'done',
    logTail: Buffer.from(text).subarray(-LOG_TAIL_BYTES).toString(),
    durationMs: ending.ms,
    initMs,
  };
}

function errorOf(requestId: string, ending: Ending): ErrorBody | undefined {
  switch (ending.kind) {
    case 'done':
    case 'ready':
      return undefined;
    case 'failed':
    case 'crashed':
      return ending.error;
    case 'exited':
      return {
        errorType: 'Runtime.ExitError',
        errorMessage: `RequestId: ${requestId} Error: ${ending.reason}`,
      };
    case 'timed-out':
      return {
        errorType: 'Sandbox.Timedout',
        errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds(ending)}`,
      };
  }
}

const seconds = ({ ms }: { readonly ms: number }) => `${(ms / 1000).toFixed(2)} seconds`;

function specOf({ place }: World, task: Task, folder: string) {
  const { Handler, MemorySize, Runtime, Environment: own } = task.release.configuration;
  const group = `/aws/lambda/${task.functionName}`;
  return {
    folder,
    handler: Handler,
    name: task.functionName,
    version: task.version,
    memoryMb: MemorySize,
    variables: {
      PATH: process.env.PATH ?? '',
      LANG: 'en_US.UTF-8',
      TZ: ':UTC',
      AWS_REGION: place.region,
      AWS_DEFAULT_REGION: place.region,
      AWS_EXECUTION_ENV: `AWS_Lambda_${Runtime}`,
      AWS_LAMBDA_FUNCTION_NAME: task.functionName,
      AWS_LAMBDA_FUNCTION_VERSION: task.version,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
      AWS_LAMBDA_LOG_GROUP_NAME: group,
      AWS_LAMBDA_LOG_STREAM_NAME: `simulated/[${task.version}]`,
      LAMBDA_TASK_ROOT: folder,
      _HANDLER: Handler,
      ...own?.Variables,
    },
  };
}
