// Where a function writes its log, and how much of it.

import type { FunctionConfiguration } from '@aws-sdk/client-lambda';

export interface FunctionLogging {
  readonly format: 'Text' | 'JSON';
  /** Of the lines of the platform; `undefined`: AWS names none. */
  readonly systemLevel?: 'DEBUG' | 'INFO' | 'WARN';
  /** `undefined`: AWS names none. */
  readonly group?: string;
  /** `nodejs22.x`; `undefined` for a container image. */
  readonly runtime?: string;
}

export function loggingOf({ LoggingConfig = {}, Runtime }: FunctionConfiguration): FunctionLogging {
  const { LogFormat, SystemLogLevel, LogGroup } = LoggingConfig;
  return {
    format: LogFormat === 'JSON' ? 'JSON' : 'Text',
    ...(SystemLogLevel && { systemLevel: SystemLogLevel }),
    ...(LogGroup && { group: LogGroup }),
    ...(Runtime && { runtime: Runtime }),
  };
}
