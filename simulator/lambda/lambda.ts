// Lambda, as a service of the simulator and as the invoker of functions for other services.

import { type AwsRequest, type Call, NotImplemented, type Service } from '../service.ts';
import type { TaggedResource } from '../tagging/tagging.ts';
import type { FunctionInvoker, LogSink, MetricSink, ObjectReader, World } from '../world.ts';
import { accountOperations } from './account.ts';
import { aliasOperations } from './aliases.ts';
import { asyncInvocationOperations } from './async-invocations.ts';
import { concurrencyOperations } from './concurrency.ts';
import { durableOperations } from './durable.ts';
import type { OpenEnvironment } from './environment.ts';
import { eventSourceOperations } from './event-sources.ts';
import { functionUrlOperations } from './function-urls.ts';
import { functionOperations } from './functions.ts';
import { invocationOperations } from './invocation.ts';
import { createInvoker } from './invoker.ts';
import { type Found, findOperation, type Operation } from './operation.ts';
import { permissionOperations } from './permissions.ts';
import { provisionedOperations } from './provisioned.ts';
import { createRunner } from './runner.ts';
import { DEFAULT_SETTINGS, type LambdaSettings } from './settings.ts';
import { createStore } from './store.ts';
import { updateOperations } from './updates.ts';
import { type Scope, versionOperations } from './versions.ts';
import { errorReply, isMembers } from './wire.ts';

export interface Lambda {
  readonly service: Service;
  readonly invoker: FunctionInvoker;
  /** All functions, with their tags. */
  tagged(): readonly TaggedResource[];
  /** Mutable on purpose: times and limits may change while the simulator runs. */
  readonly settings: LambdaSettings;
  /** Ends every execution environment and removes the unpacked code. */
  close(): Promise<void>;
}

export interface LambdaDependencies {
  readonly metrics: MetricSink;
  /** Default: nothing is kept. */
  readonly logs?: LogSink;
  /** Where code may come from. */
  readonly objects: ObjectReader;
  readonly settings?: Partial<LambdaSettings>;
  /** Default: a process for each environment. */
  readonly openEnvironment?: OpenEnvironment | undefined;
}

/** A Lambda without any functions. */
export function createLambda(world: World, deps: LambdaDependencies): Lambda {
  const settings = { ...DEFAULT_SETTINGS, ...deps.settings };
  const scope: Scope = { world, store: createStore(world.place), settings, objects: deps.objects };
  const runner = createRunner(world, {
    settings,
    logs: deps.logs ?? { write: () => {} },
    open: deps.openEnvironment,
  });
  const invoker = createInvoker(scope, { metrics: deps.metrics, runner });
  const operations: readonly Operation[] = [
    ...functionOperations(scope),
    ...updateOperations(scope),
    ...versionOperations(scope),
    ...aliasOperations(scope),
    ...permissionOperations(scope),
    ...concurrencyOperations(scope),
    ...provisionedOperations(scope),
    ...eventSourceOperations(scope),
    ...durableOperations(scope),
    ...functionUrlOperations(scope),
    ...asyncInvocationOperations(scope),
    ...accountOperations(scope),
    ...invocationOperations(scope, invoker),
  ];

  const identify = (request: AwsRequest): Call => {
    const found = findOperation(operations, request);
    if (!found) throw new NotImplemented(`Lambda ${request.method} ${request.rawPath}`);
    const { operation, labels } = found;
    const { query, headers, body } = request;
    return {
      operation: operation.name,
      permission: {
        action: operation.action ?? `lambda:${operation.name}`,
        resource: resourceOf(world, found, request),
        ...(operation.keys && { keys: operation.keys(request) }),
      },
      furtherPermissions: operation.reads?.(request) ?? [],
      perform: () => operation.perform({ labels, query, headers, body }),
    };
  };

  return {
    service: {
      name: 'lambda',
      // The path of every Lambda operation begins with the date of its model.
      owns: ({ rawPath }) => /^\/20\d\d-\d\d-\d\d\//.test(rawPath),
      identify,
      encodeError: errorReply,
    },
    invoker,
    tagged: () =>
      [...scope.store.functions.values()].map(({ arn, tags }) => ({
        arn,
        type: 'lambda:function',
        tags,
      })),
    settings,
    close: () => runner.close(),
  };
}

/** The ARN for IAM: the function as in the request, with its qualifier. */
function resourceOf(
  { place }: World,
  { operation, labels }: Found,
  { query, body }: AwsRequest,
): string {
  const named = operation.name === 'CreateFunction' ? bodyName(body) : labels.FunctionName;
  if (named === undefined) return labels.Resource ?? '*';
  const qualifier = query.get('Qualifier');
  const suffix = qualifier === null ? '' : `:${qualifier}`;
  if (named.startsWith('arn:')) return named + suffix;
  const name = named.replace(/^.*function:/, '');
  return `arn:${place.partition}:lambda:${place.region}:${place.account}:function:${name}${suffix}`;
}

function bodyName(body: Buffer): string | undefined {
  try {
    const members: unknown = JSON.parse(body.toString('utf8'));
    return isMembers(members) ? String(members.FunctionName) : undefined;
  } catch {
    // A malformed body is refused when the operation is performed.
    return undefined;
  }
}
