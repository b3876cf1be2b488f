// Invoke over HTTP: synchronous, asynchronous with retries, or a dry run.

import { AwsError, type Reply } from '../service.ts';
import type { InvokeOutcome } from '../world.ts';
import { conflict, functionNotFound, validation } from './errors.ts';
import { functionArn, qualified } from './function-name.ts';
import type { Invoker, LambdaInvokeRequest } from './invoker.ts';
import type { Operation } from './operation.ts';
import type { Scope } from './versions.ts';
import type { Input } from './wire.ts';

/** Maximum bytes of a payload: 6 MB each way, 1 MB for an asynchronous event. */
const SYNCHRONOUS_LIMIT = 6 * 1024 * 1024;
const ASYNCHRONOUS_LIMIT = 1024 * 1024;

export function invocationOperations(scope: Scope, invoker: Invoker): readonly Operation[] {
  const invoke: Operation['perform'] = async (input) => {
    const type = input.headers['x-amz-invocation-type'] ?? 'RequestResponse';
    const { name, qualifier } = scope.store.named(input);
    const request: LambdaInvokeRequest = {
      functionRef: qualified(functionArn(scope.world.place, name), qualifier),
      payload: input.body,
      clientContext: clientContext(input),
    };
    requireJson(input.body, type === 'Event' ? ASYNCHRONOUS_LIMIT : SYNCHRONOUS_LIMIT);
    switch (type) {
      case 'RequestResponse':
        return reply(scope, await invoker.invoke(request), input);
      case 'Event':
        return refused(invoker.queue(request)) ?? { status: 202, headers: {}, body: '' };
      case 'DryRun':
        return refused(invoker.refusal(request)) ?? { status: 204, headers: {}, body: '' };
      default:
        throw validation(
          type,
          'invocationType',
          'Member must satisfy enum value set: [Event, RequestResponse, DryRun]',
        );
    }
  };
  return [
    {
      name: 'Invoke',
      method: 'POST',
      path: '/2015-03-31/functions/{FunctionName}/invocations',
      action: 'lambda:InvokeFunction',
      perform: invoke,
    },
  ];
}

function requireJson(body: Buffer, limit: number): void {
  if (body.length > limit) {
    throw new AwsError(
      'RequestEntityTooLargeException',
      413,
      `Request must be smaller than ${limit} bytes for the InvokeFunction operation`,
    );
  }
  try {
    if (body.length > 0) JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new AwsError(
      'InvalidRequestContentException',
      400,
      `Could not parse request body into json: ${String(error)}`,
      { members: { Type: 'User' } },
    );
  }
}

function clientContext({ headers }: Input): unknown {
  const encoded = headers['x-amz-client-context'];
  if (!encoded) return undefined;
  try {
    return JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
  } catch {
    throw new AwsError('InvalidRequestContentException', 400, 'Client context must be valid JSON');
  }
}

/** @throws AwsError if the invocation is not possible. */
function refused(outcome: InvokeOutcome | undefined): undefined {
  switch (outcome?.kind) {
    case 'not-found':
      throw functionNotFound(outcome.functionArn);
    case 'not-ready':
      throw conflict(outcome.message);
    case 'no-permission':
      throw new AwsError('AccessDeniedException', 403, 'Not authorized to invoke this function');
    default:
      return undefined;
  }
}

/** The limit that was reached: the function's reserved concurrency, or the shared one. */
function throttled({ store }: Scope, input: Input): AwsError {
  const { reservedConcurrency } = store.find(store.named(input));
  const own = reservedConcurrency === undefined ? '' : 'ReservedFunction';
  return new AwsError('TooManyRequestsException', 429, 'Rate Exceeded.', {
    members: { Reason: `${own}ConcurrentInvocationLimitExceeded`, Type: 'User' },
  });
}

function reply(scope: Scope, outcome: InvokeOutcome, input: Input): Reply {
  if (outcome.kind === 'throttled') throw throttled(scope, input);
  if (outcome.kind !== 'ok' && outcome.kind !== 'function-error') {
    refused(outcome);
    throw new Error(`no answer for ${outcome.kind}`);
  }
  const tail = input.headers['x-amz-log-type'] === 'Tail';
  return {
    status: 200,
    headers: {
      'content-type': 'application/json',
      'x-amz-executed-version': outcome.executedVersion,
      ...(outcome.kind === 'function-error' && { 'x-amz-function-error': 'Unhandled' }),
      ...(tail && { 'x-amz-log-result': Buffer.from(outcome.logTail).toString('base64') }),
    },
    body: outcome.payload,
  };
}
