// Handles a control-plane request: finds the caller, the service and the operation, checks permissions,
// applies faults, and only then performs the operation.

import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import {
  AwsError,
  type AwsRequest,
  type Call,
  NotImplemented,
  type Reply,
  type Service,
} from '../service.ts';
import { type Answer, jsonReply } from './answer.ts';
import type { CallLog, CallRecord } from './call-log.ts';
import {
  accessDenied,
  expiredToken,
  outOfDate,
  serverError,
  throttled,
  unknownKey,
  unsigned,
} from './common-errors.ts';
import { type Credential, credentialOf, type KeyRing, whyOutOfDate } from './credential.ts';
import type { Effect, Faults } from './faults.ts';
import { markReply } from './marked-answer.ts';
import { type Json, mergePatch } from './merge-patch.ts';
import { type PolicyHolder, rule, type Statement } from './policy.ts';
import type { Quotas } from './quotas.ts';

export interface ControlPlaneParts {
  readonly clock: Clock;
  readonly services: readonly Service[];
  /** The ARN in answers of GetCallerIdentity and in access denials. */
  readonly callerArn: string;
  readonly keys: KeyRing;
  readonly policy: PolicyHolder;
  readonly quotas: Quotas;
  readonly faults: Faults;
  readonly calls: CallLog;
  /** Whether a signature's date must match the clock. */
  readonly strictSignatureDates: boolean;
}

export type ControlPlane = (request: AwsRequest) => Promise<Answer>;

/** Answers every request, also with errors; rejects only on an error of the simulator itself. */
export function createControlPlane(parts: ControlPlaneParts): ControlPlane {
  return async (request) => {
    const credential = credentialOf(request);
    const service = findService(parts.services, request, credential);
    if (!service) return unknownService(request, credential);

    const call = attempt(() => service.identify(request));
    const { operation, permission, metrics } = call instanceof AwsError ? UNKNOWN : call;
    const requestId = randomUUID();
    const about = { service, operation, permission, metrics, credential, requestId };
    const record = recordOf(request, about, parts.clock);
    const complete = await parts.calls.enter(record);
    const target = { service: service.name, accessKeyId: credential?.accessKeyId };
    const effect = operation ? parts.faults.match({ ...target, operation }) : undefined;

    const answer = await settle(
      async () => {
        admit(parts, service, credential, call);
        if (call instanceof AwsError) throw call;
        return perform(parts, service, call, effect);
      },
      (error) => {
        const reply = service.encodeError(error, request);
        return effect?.kind === 'marked-answer' ? markReply(reply, effect) : reply;
      },
    );

    await complete({
      ...(answer.kind === 'reply'
        ? { status: answer.reply.status, bytes: Buffer.byteLength(answer.reply.body) }
        : { status: null }),
      ...(effect && { fault: effect.kind }),
    });
    return answer.kind === 'reply' ? withRequestId(answer, requestId) : answer;
  };
}

const UNKNOWN = { operation: undefined, permission: undefined, metrics: undefined };

/** If the credential scope is absent or unknown, the form of the request decides. */
function findService(
  services: readonly Service[],
  request: AwsRequest,
  credential: Credential | undefined,
): Service | undefined {
  if (credential) return services.find(({ name }) => name === credential.service);
  return services.find((service) => service.owns(request));
}

function unknownService(request: AwsRequest, credential: Credential | undefined): Answer {
  const what = credential?.service ?? `unsigned ${request.method} ${request.rawPath}`;
  return {
    kind: 'reply',
    reply: jsonReply(501, {
      __type: 'NotImplementedBySimulator',
      message: `not implemented by this simulator: ${what}`,
    }),
  };
}

function attempt<T>(action: () => T): T | AwsError {
  try {
    return action();
  } catch (error) {
    if (error instanceof AwsError) return error;
    throw error;
  }
}

async function settle(
  action: () => Promise<Answer>,
  encode: (error: AwsError) => Reply,
): Promise<Answer> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return { kind: 'reply', reply: encode(error) };
  }
}

/** Throws the error of AWS for a caller without valid credentials or permission. */
function admit(
  { keys, policy, quotas, callerArn, clock, strictSignatureDates }: ControlPlaneParts,
  service: Service,
  credential: Credential | undefined,
  call: Call | AwsError,
): void {
  // A caller that assumes a role with a web identity has no credentials yet.
  const isToken = !(call instanceof AwsError) && call.operation === 'AssumeRoleWithWebIdentity';
  if (!credential && isToken) return;
  if (!credential) throw unsigned(service.name);
  const { accessKeyId, signedAt } = credential;
  const late = strictSignatureDates && whyOutOfDate(signedAt ?? 0, clock.now());
  if (late) throw outOfDate(late);
  const state = keys.stateOf(accessKeyId);
  if (state === 'expired') throw expiredToken(service.name);
  if (state === 'unknown') throw unknownKey(service.name);
  if (call instanceof AwsError) return;
  if (!quotas.take(service.name, call.operation)) throw throttled(service.name);
  // GetCallerIdentity needs no permission.
  if (call.operation !== 'GetCallerIdentity')
    permit(policy.get() ?? ANYTHING, call, service, callerArn);
}

const ANYTHING: readonly Statement[] = [{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }];

/** Throws the denial of the first permission that the caller lacks. */
function permit(
  statements: readonly Statement[],
  { permission: first, furtherPermissions = [] }: Call,
  service: Service,
  callerArn: string,
): void {
  for (const permission of [first, ...furtherPermissions]) {
    const ruling = rule(statements, permission);
    if (ruling === 'allowed') continue;
    throw accessDenied(service.name, callerArn, permission, ruling === 'explicitly-denied');
  }
}

async function perform(
  { clock, callerArn }: ControlPlaneParts,
  service: Service,
  call: Call,
  effect: Effect | undefined,
): Promise<Answer> {
  switch (effect?.kind) {
    case 'throttle':
      throw throttled(service.name);
    case 'server-error':
      throw serverError(service.name, effect.status ?? 500);
    case 'expired-credentials':
      throw expiredToken(service.name);
    case 'access-denied':
      throw accessDenied(service.name, callerArn, call.permission);
    case 'aws-error':
      throw new AwsError(effect.name, effect.status, effect.message);
    case 'timeout':
      return { kind: 'silence' };
    case 'cut-before':
      return { kind: 'cut' };
    case 'cut-after':
      await settle(
        async () => replyOf(await call.perform()),
        () => NOBODY_READS,
      );
      return { kind: 'cut' };
    case 'wrong-answer':
      return replyOf(falsify(await call.perform(), effect.patch));
    case 'marked-answer':
      return replyOf(markReply(await call.perform(), effect));
    case 'incomplete-metrics':
      if (!call.performInPart) {
        throw new NotImplemented(`an answer of ${call.operation} without some metrics`);
      }
      return replyOf(await call.performInPart(effect));
    case 'delay':
      await clock.sleep(effect.ms);
      return replyOf(await call.perform());
    case undefined:
      return replyOf(await call.perform());
  }
}

const NOBODY_READS: Reply = { status: 500, headers: {}, body: '' };

const replyOf = (reply: Reply): Answer => ({ kind: 'reply', reply });

/** Only JSON can be patched: for another protocol's answer, the fault is refused. */
function falsify(reply: Reply, patch: Json): Reply {
  const text = typeof reply.body === 'string' ? reply.body : Buffer.from(reply.body).toString();
  const real = attemptJson(text);
  if (real === undefined) {
    throw new AwsError(
      'NotImplementedBySimulator',
      501,
      'the fault wrong-answer needs a JSON answer',
    );
  }
  const { 'content-length': _, ...headers } = reply.headers;
  return { ...reply, headers, body: JSON.stringify(mergePatch(real, patch)) };
}

function attemptJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const LOGGED_BODY_BYTES = 4096;

function recordOf(
  request: AwsRequest,
  about: {
    readonly service: Service;
    readonly operation: string | undefined;
    readonly permission: Call['permission'] | undefined;
    readonly metrics: Call['metrics'];
    readonly credential: Credential | undefined;
    readonly requestId: string;
  },
  clock: Clock,
): CallRecord {
  const { length } = request.body;
  const isText = length > 0 && length <= LOGGED_BODY_BYTES && !request.body.includes(0);
  return {
    at: clock.now(),
    service: about.service.name,
    operation: about.operation,
    method: request.method,
    path: request.rawPath,
    ...(isText && { body: request.body.toString() }),
    ...(about.credential && { accessKeyId: about.credential.accessKeyId }),
    ...(about.permission && { permission: about.permission }),
    ...(about.metrics !== undefined && { metrics: about.metrics }),
    requestId: about.requestId,
    status: null,
  };
}

function withRequestId(answer: Answer & { readonly kind: 'reply' }, requestId: string): Answer {
  const { reply } = answer;
  const headers = { 'x-amzn-requestid': requestId, ...reply.headers };
  return { kind: 'reply', reply: { ...reply, headers } };
}
