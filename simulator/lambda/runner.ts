// Runs one invocation of one version: finds or opens an environment, and writes its log.

import { NotImplemented } from '../service.ts';
import type { LogSink, World } from '../world.ts';
import { createUnpacker } from './archive.ts';
import {
  type Ending,
  type Environment,
  type OpenEnvironment,
  openEnvironment,
} from './environment.ts';
import { specOf } from './environment-spec.ts';
import type { LogMessage } from './log-stream.ts';
import { initLog, type Outcome, outcomeOf, startLog, type Task } from './outcome.ts';
import { createPool } from './pool.ts';
import type { LambdaSettings } from './settings.ts';

/** The handler's module must be loaded within this time, in simulated milliseconds. */
const INIT_LIMIT_MS = 10_000;

export interface Runner {
  /** @throws AwsError `NotImplementedBySimulator` for a runtime that is not Node's. */
  run(task: Task): Promise<Outcome>;
  close(): Promise<void>;
}

export interface RunnerParts {
  readonly settings: LambdaSettings;
  readonly logs: LogSink;
  /** Default: a process for each environment. */
  readonly open?: OpenEnvironment | undefined;
}

export function createRunner(world: World, parts: RunnerParts): Runner {
  const { settings, logs, open = openEnvironment } = parts;
  const { clock, random } = world;
  const unpacker = createUnpacker();
  const pool = createPool(clock, settings);

  const write = ({ spec }: Environment, messages: readonly LogMessage[]) => {
    if (messages.length === 0) return;
    logs.write({
      ...spec.logPlace,
      lines: messages.map((line) => ({ ...line, writtenAt: line.at })),
    });
  };

  const coldStart = async (task: Task, requestId: string): Promise<Ready> => {
    const folder = await unpacker.folderOf(task.release.code);
    const at = clock.now();
    const environment = open(clock, specOf(world, task, { folder, requestId, at }));
    pool.add(environment);
    const ready = await environment.start(INIT_LIMIT_MS);
    const added = task.isProvisioned ? 0 : settings.coldStartMs;
    if (added > 0) await clock.sleep(added);
    const failed = ready.kind === 'ready' ? undefined : ready;
    const said = environment.takeLog();
    const log = initLog(world.place, task, { at, now: clock.now(), ready, said });
    return { environment, failed, initMs: ready.ms + added, said, log };
  };

  return {
    async run(task) {
      const { Runtime, Timeout } = task.release.configuration;
      if (task.release.code.imageUri !== undefined) throw new NotImplemented('running images');
      if (!Runtime.startsWith('nodejs')) throw new NotImplemented(`running ${Runtime} functions`);
      const requestId = random.uuid();
      const limitMs = Timeout * 1000;
      const warm = pool.take(task.release);
      const ready: Ready = warm
        ? { environment: warm, failed: undefined, initMs: 0, said: [], log: [] }
        : await coldStart(task, requestId);
      const { environment, failed, initMs } = ready;
      const startedAt = clock.now();
      const started = startLog(task, requestId, startedAt);
      // Not only at the end: a hanging function is visible while it hangs.
      write(environment, [...ready.log, ...started]);
      const invocation = { ...task, requestId, deadlineMs: startedAt + limitMs };
      const ending = failed ?? (await environment.invoke(messageOf(invocation), limitMs));
      // A failed initialization is tried again within the invocation (Lambda guide, "Understanding the Lambda execution
      // environment lifecycle"), and logs the same again.
      const said = failed
        ? ready.said.map(({ message }) => ({ at: startedAt, message }))
        : environment.takeLog();
      pool.give(task.release, environment);
      const endedAt = clock.now();
      const outcome = outcomeOf({ requestId, task, ending, started, said, initMs, endedAt });
      write(environment, outcome.log);
      return outcome;
    },
    async close() {
      pool.close();
      await unpacker.close();
    },
  };
}

/** An environment before an invocation. */
interface Ready {
  readonly environment: Environment;
  /** Why its start failed. */
  readonly failed: Ending | undefined;
  /** Simulated milliseconds of the cold start; 0 when warm. */
  readonly initMs: number;
  /** What the handler's module logged. */
  readonly said: readonly LogMessage[];
  /** The same with the lines of Lambda itself about the start. */
  readonly log: readonly LogMessage[];
}

/** Passes only the data that the environment needs. */
function messageOf(task: Task & { readonly requestId: string; readonly deadlineMs: number }) {
  const { requestId, event, deadlineMs, arn, clientContext } = task;
  return { requestId, event, deadlineMs, arn, clientContext };
}
