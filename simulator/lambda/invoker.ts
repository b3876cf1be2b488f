// An invocation: finds the version, checks permission and concurrency, runs it, and counts it.

import type {
  Dimensions,
  FunctionInvoker,
  InvokeOutcome,
  InvokeRequest,
  MetricSink,
} from '../world.ts';
import { unreserved } from './concurrency.ts';
import { deliver } from './event-queue.ts';
import { type FunctionName, parseFunctionName, qualified } from './function-name.ts';
import type { LambdaFunction, Version } from './model.ts';
import type { Outcome } from './outcome.ts';
import { allows } from './policy.ts';
import { isReady } from './provisioned.ts';
import { chooseVersion, routingInEffect } from './routing.ts';
import type { Runner } from './runner.ts';
import { versionOf } from './store.ts';
import { servingRelease } from './updates.ts';
import type { Scope } from './versions.ts';
import { isChanging } from './view.ts';

export interface LambdaInvokeRequest extends InvokeRequest {
  /** The client context, decoded. */
  readonly clientContext?: unknown;
}

export interface Invoker extends FunctionInvoker {
  invoke(request: LambdaInvokeRequest): Promise<InvokeOutcome>;
  queue(request: LambdaInvokeRequest): InvokeOutcome | undefined;
  /** The obstacle to an invocation; `undefined` if it could run. */
  refusal(request: InvokeRequest): InvokeOutcome | undefined;
}

/** A request with its function and version. */
interface Aim {
  readonly fn: LambdaFunction;
  readonly version: Version;
  readonly qualifier: string | undefined;
  readonly executed: string;
}

export function createInvoker(
  scope: Scope,
  deps: { readonly metrics: MetricSink; readonly runner: Runner },
): Invoker {
  const { world, store } = scope;

  const aim = (request: InvokeRequest): Aim | InvokeOutcome => {
    const named = parseFunctionName(world.place, request.functionRef);
    const fn = store.functions.get(named.name);
    const missing = { kind: 'not-found', functionArn: store.arn(named) } as const;
    if (!fn) return missing;
    const now = world.clock.now();
    const executed = chosenVersion(scope, fn, named, now);
    const version = versionOf(fn, executed);
    if (!version) return missing;
    const policies = [fn.policies.get(policyKey(named)), fn.policies.get('$LATEST')];
    if (request.caller && !allows(policies, qualified(fn.arn, named.qualifier), request.caller)) {
      return { kind: 'no-permission' };
    }
    const state = whyNotReady(version, now);
    if (state) {
      const message = `The operation cannot be performed at this time. The function is currently in the following state: ${state}`;
      return { kind: 'not-ready', message };
    }
    return { fn, version, qualifier: named.qualifier, executed };
  };

  const run = async (request: LambdaInvokeRequest, target: Aim): Promise<InvokeOutcome> => {
    const { fn, version, qualifier, executed } = target;
    const at = world.clock.now();
    fn.running += 1;
    const running = fn.running;
    try {
      const outcome = await deps.runner.run({
        functionName: fn.name,
        version: executed,
        release: servingRelease(version, at),
        arn: qualified(fn.arn, qualifier),
        event: eventOf(request.payload),
        clientContext: request.clientContext,
        isProvisioned: isReady(fn, qualifier, executed, at),
      });
      count(deps.metrics, target, { at, running, outcome });
      return answer(outcome, executed);
    } finally {
      fn.running -= 1;
    }
  };

  const refusal = (request: InvokeRequest) => {
    const target = aim(request);
    return 'kind' in target ? target : undefined;
  };

  const invoke = async (request: LambdaInvokeRequest): Promise<InvokeOutcome> => {
    const target = aim(request);
    if ('kind' in target) return target;
    if (!hasRoom(scope, target.fn)) {
      countThrottle(deps.metrics, target, world.clock.now());
      return { kind: 'throttled' };
    }
    return run(request, target);
  };

  return {
    refusal,
    invoke,
    queue(request) {
      const obstacle = refusal(request);
      if (!obstacle) deliver(scope, request, invoke);
      return obstacle;
    },
  };
}

const policyKey = ({ qualifier }: FunctionName) => qualifier ?? '$LATEST';

/** An alias draws a version for each invocation. */
function chosenVersion(
  { world }: Scope,
  fn: LambdaFunction,
  { qualifier = '$LATEST' }: FunctionName,
  now: number,
): string {
  const alias = fn.aliases.get(qualifier);
  if (!alias) return qualifier;
  return chooseVersion(routingInEffect(alias, now), world.random.next());
}

/** A function with reserved concurrency has only that; all others share the rest. */
function hasRoom(scope: Scope, fn: LambdaFunction): boolean {
  if (fn.reservedConcurrency !== undefined) return fn.running < fn.reservedConcurrency;
  const sharing = [...scope.store.functions.values()].filter(
    (other) => other.reservedConcurrency === undefined,
  );
  return sharing.reduce((sum, other) => sum + other.running, 0) < unreserved(scope);
}

/** An absent payload is an empty event. */
const eventOf = (payload: Uint8Array) =>
  payload.length === 0 ? '{}' : Buffer.from(payload).toString('utf8');

function answer(outcome: Outcome, executedVersion: string): InvokeOutcome {
  return {
    kind: outcome.isError ? 'function-error' : 'ok',
    payload: Buffer.from(outcome.payload),
    requestId: outcome.requestId,
    executedVersion,
    logTail: outcome.logTail,
    durationMs: outcome.initMs + outcome.durationMs,
  };
}

/** Aliases have a series for each version that ran; a direct invocation of a version or `$LATEST` has none. */
function dimensionSets({ fn, qualifier, executed }: Aim): readonly Dimensions[] {
  const FunctionName = fn.name;
  if (qualifier === undefined) return [{ FunctionName }];
  const Resource = `${fn.name}:${qualifier}`;
  if (!fn.aliases.has(qualifier)) return [{ FunctionName }, { FunctionName, Resource }];
  return [
    { FunctionName },
    { FunctionName, Resource },
    { FunctionName, Resource, ExecutedVersion: executed },
  ];
}

/** Counted at the start of the invocation, however late it ended. */
function count(
  metrics: MetricSink,
  target: Aim,
  ran: { readonly at: number; readonly running: number; readonly outcome: Outcome },
): void {
  const sets = dimensionSets(target);
  const record = (name: string, value: number, unit: string) =>
    metrics.record({
      namespace: 'AWS/Lambda',
      name,
      dimensionSets: sets,
      value,
      unit,
      at: ran.at,
    });
  record('Invocations', 1, 'Count');
  record('Errors', ran.outcome.isError ? 1 : 0, 'Count');
  record('Throttles', 0, 'Count');
  record('Duration', ran.outcome.durationMs, 'Milliseconds');
  record('ConcurrentExecutions', ran.running, 'Count');
}

/** A throttled request counts as neither an invocation nor an error, and for no version. */
function countThrottle(metrics: MetricSink, target: Aim, at: number): void {
  metrics.record({
    namespace: 'AWS/Lambda',
    name: 'Throttles',
    dimensionSets: dimensionSets(target).slice(0, 2),
    value: 1,
    unit: 'Count',
    at,
  });
}

/** The state of a version that cannot be invoked. */
function whyNotReady(version: Version, now: number): 'Pending' | 'Failed' | undefined {
  if (version.change?.kind !== 'creating') return undefined;
  if (isChanging(version, now)) return 'Pending';
  return version.change.failure ? 'Failed' : undefined;
}
