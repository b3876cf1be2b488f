// What an execution environment is started with.

import type { World } from '../world.ts';
import type { EnvironmentSpec } from './environment.ts';
import { logPlace } from './log-stream.ts';
import type { Release } from './model.ts';

export function specOf(
  { place }: World,
  task: { readonly functionName: string; readonly version: string; readonly release: Release },
  start: { readonly folder: string; readonly requestId: string; readonly at: number },
): EnvironmentSpec {
  const { configuration } = task.release;
  const { Handler, MemorySize, Runtime, Environment: own, LoggingConfig } = configuration;
  const { functionName, version } = task;
  const { folder, requestId, at } = start;
  const logsTo = logPlace(configuration, { functionName, version, requestId, at });
  return {
    folder,
    handler: Handler,
    name: functionName,
    version,
    memoryMb: MemorySize,
    logging: {
      logFormat: LoggingConfig.LogFormat ?? 'Text',
      level: LoggingConfig.ApplicationLogLevel,
    },
    logPlace: logsTo,
    variables: {
      PATH: process.env.PATH ?? '',
      LANG: 'en_US.UTF-8',
      TZ: ':UTC',
      AWS_REGION: place.region,
      AWS_DEFAULT_REGION: place.region,
      AWS_EXECUTION_ENV: `AWS_Lambda_${Runtime}`,
      AWS_LAMBDA_FUNCTION_NAME: functionName,
      AWS_LAMBDA_FUNCTION_VERSION: version,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
      AWS_LAMBDA_LOG_GROUP_NAME: logsTo.group,
      AWS_LAMBDA_LOG_STREAM_NAME: logsTo.stream,
      LAMBDA_TASK_ROOT: folder,
      _HANDLER: Handler,
      ...own?.Variables,
    },
  };
}
