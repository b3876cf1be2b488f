// A function's configuration: reads it from a request, and merges it into the current one.

import { NotImplemented } from '../service.ts';
import { invalidParameter, validation } from './errors.ts';
import { logging } from './logging-config.ts';
import type { Configuration } from './model.ts';
import {
  isMembers,
  type Members,
  optionalInteger,
  optionalString,
  requiredString,
} from './wire.ts';

/** Members that change how a function behaves, and that this simulator does not support. */
const UNSUPPORTED = [
  'CapacityProviderConfig',
  'CodeSigningConfigArn',
  'FileSystemConfigs',
  'ImageConfig',
  'KMSKeyArn',
  'Layers',
  'PublishTo',
  'TenancyConfig',
  'VpcConfig',
];

const ROLE = /^arn:aws[a-zA-Z-]*:iam::\d{12}:role\/?[a-zA-Z_0-9+=,.@\-_/]+$/;

const SNAP_START_RUNTIMES = /^(java(11|17|21|25)|python3\.(1[2-9])|dotnet(8|9|10))/;

/** The configuration of a new function. @throws AwsError for the first member that is wrong. */
export function newConfiguration(members: Members, functionName: string): Configuration {
  return overlay(
    {
      Runtime: requiredString(members, 'Runtime'),
      Role: requiredString(members, 'Role'),
      Handler: requiredString(members, 'Handler'),
      Description: '',
      Timeout: 3,
      MemorySize: 128,
      TracingConfig: { Mode: 'PassThrough' },
      Architectures: architectures(members),
      EphemeralStorage: { Size: 512 },
      SnapStart: { ApplyOn: 'None' },
      LoggingConfig: { LogFormat: 'Text', LogGroup: `/aws/lambda/${functionName}` },
    },
    members,
    functionName,
  );
}

/** The current configuration with the members of a request. @throws AwsError as above. */
export function overlay(
  current: Configuration,
  members: Members,
  functionName: string,
): Configuration {
  refuseUnsupported(members);
  const text = (name: 'Runtime' | 'Role' | 'Handler' | 'Description') =>
    optionalString(members, name) ?? current[name];
  const merged: Configuration = {
    ...current,
    Runtime: text('Runtime'),
    Role: text('Role'),
    Handler: text('Handler'),
    Description: text('Description'),
    Timeout: optionalInteger(members, 'Timeout', [1, 900]) ?? current.Timeout,
    MemorySize: optionalInteger(members, 'MemorySize', [128, 10_240]) ?? current.MemorySize,
    TracingConfig: { Mode: part(members, 'TracingConfig', 'Mode') ?? current.TracingConfig.Mode },
    SnapStart: { ApplyOn: part(members, 'SnapStart', 'ApplyOn') ?? current.SnapStart.ApplyOn },
    EphemeralStorage: { Size: storage(members) ?? current.EphemeralStorage.Size },
    LoggingConfig: logging(current.LoggingConfig, members.LoggingConfig, functionName),
  };
  check(merged);
  return withDurable(withDeadLetter(withEnvironment(merged, members), members), members);
}

/** Stored and returned; executions are not simulated. */
function withDurable(current: Configuration, { DurableConfig }: Members): Configuration {
  return isMembers(DurableConfig) ? { ...current, DurableConfig } : current;
}

function check({ Role, Runtime, SnapStart }: Configuration): void {
  if (!ROLE.test(Role)) {
    const pattern = 'arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+';
    throw validation(Role, 'role', `Member must satisfy regular expression pattern: ${pattern}`);
  }
  if (SnapStart.ApplyOn === 'PublishedVersions' && !SNAP_START_RUNTIMES.test(Runtime)) {
    throw invalidParameter(`${Runtime} is not supported for SnapStart enabled functions.`);
  }
}

function refuseUnsupported(members: Members): void {
  for (const name of UNSUPPORTED) {
    if (!isEmpty(members[name])) throw new NotImplemented(`Lambda functions with ${name}`);
  }
}

/** Clients send empty lists and structures for "none". */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isMembers(value) && Object.values(value).every(isEmpty);
}

function architectures(members: Members): readonly string[] {
  const given = members.Architectures;
  if (!Array.isArray(given) || given.length === 0) return ['x86_64'];
  return given.map(String);
}

function part(members: Members, structure: string, name: string): string | undefined {
  const value = members[structure];
  return isMembers(value) ? optionalString(value, name) : undefined;
}

function storage(members: Members): number | undefined {
  const value = members.EphemeralStorage;
  return isMembers(value) ? optionalInteger(value, 'Size', [512, 10_240]) : undefined;
}

function strings(value: unknown): Record<string, string> {
  if (!isMembers(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]));
}

/** Names that Lambda sets itself and refuses from users. */
const RESERVED =
  /^(_HANDLER|_X_AMZN_TRACE_ID|AWS_(DEFAULT_REGION|REGION|LAMBDA_.*|ACCESS_KEY.*|SECRET_ACCESS_KEY|SESSION_TOKEN|EXECUTION_ENV)|LAMBDA_(TASK_ROOT|RUNTIME_DIR))$/;

function withEnvironment(current: Configuration, members: Members): Configuration {
  const given = members.Environment;
  if (!isMembers(given)) return current;
  const Variables = strings(given.Variables);
  const reserved = Object.keys(Variables).filter((name) => RESERVED.test(name));
  if (reserved.length > 0) {
    throw invalidParameter(
      `Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${reserved.join(', ')}`,
    );
  }
  const bytes = Buffer.byteLength(JSON.stringify(Variables));
  if (bytes > 4096) {
    throw invalidParameter(
      `Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit. String measured: ${JSON.stringify(Variables)}`,
    );
  }
  return { ...current, Environment: { Variables } };
}

function withDeadLetter(current: Configuration, members: Members): Configuration {
  const given = members.DeadLetterConfig;
  if (!isMembers(given)) return current;
  const TargetArn = optionalString(given, 'TargetArn');
  const { DeadLetterConfig: _, ...rest } = current;
  return TargetArn ? { ...rest, DeadLetterConfig: { TargetArn } } : rest;
}
