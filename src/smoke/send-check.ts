// Sends what a check sends to one version: over HTTP through a stage, or by invoking the function.

import { randomUUID } from 'node:crypto';
import type { Place } from '../aws/arns.ts';
import { accountOf } from '../aws/arns.ts';
import type { Credentials } from '../aws/role-session.ts';
import { signedHeaders } from '../aws/sign-request.ts';
import { KnownError } from '../base/errors.ts';
import type { Answer } from '../checks/check-answer.ts';
import { answerOf, resultAnswer } from '../checks/event-answer.ts';
import { eventOf } from '../checks/event-shapes.ts';
import type { PreparedCall, PreparedRequest } from '../checks/prepare-check.ts';
import type { Reach, ReachedFunction, VersionSide } from '../checks/reach.ts';
import { addressOf } from '../checks/request-path.ts';
import { errorInWords, type FunctionInvoker } from '../hooks/lambda-hook.ts';
import type { Agents } from '../network/agents.ts';
import { sendRequest } from './send-request.ts';

export interface SendServices {
  readonly place: Place;
  readonly invoke: FunctionInvoker;
  /** With the certificates that are trusted for AWS. */
  readonly agents: Agents;
  /** The credentials of this job. May reject. */
  readonly credentials: () => Promise<Credentials>;
}

export interface Sending {
  readonly call: PreparedCall;
  /** Empty: the only function. */
  readonly functionName: string;
  readonly side: VersionSide;
  readonly reach: Reach;
}

/** Rejects with a `KnownError` that says why there is no answer to judge. */
export function sendCheck(
  services: SendServices,
  { call, functionName, side, reach }: Sending,
  signal: AbortSignal,
): Promise<Answer> {
  if (call.kind === 'request' && reach.addresses) {
    return sendToStage(services, call, reach.addresses[side], signal);
  }
  const fn = functionIn(reach.functions, functionName);
  return call.kind === 'event'
    ? invokeWithEvent(services, call.payload, fn[side], signal)
    : invokeWithRequest(services, call, { fn, side, reach }, signal);
}

async function sendToStage(
  { place, credentials, agents }: SendServices,
  { method, path, headers, body, signs }: PreparedRequest,
  base: string | undefined,
  signal: AbortSignal,
): Promise<Answer> {
  if (base === undefined) {
    throw new KnownError(
      'no stage serves this version alone, because the release was begun without one; start the release again with these checks',
    );
  }
  const url = addressOf(base, path);
  if (!url) throw new KnownError('its path leaves the API');
  const request = { method, url, headers, body };
  if (!signs) return sendRequest(request, agents, signal);
  const scope = { region: place.region, service: 'execute-api', at: Date.now() };
  const signed = signedHeaders(request, await credentials(), scope);
  return sendRequest({ ...request, headers: signed }, agents, signal);
}

/** Preflight has checked that there is one. */
function functionIn(all: readonly ReachedFunction[], name: string): ReachedFunction {
  const found = name === '' && all.length === 1 ? all[0] : all.find((one) => one.name === name);
  if (found) return found;
  const names = all.map((one) => one.name).join(', ') || 'none';
  throw new KnownError(
    `the release has no function ${JSON.stringify(name)} (it has ${names}); expected "function" with one of them`,
  );
}

async function invokeWithEvent(
  { invoke }: SendServices,
  payload: string,
  versionArn: string,
  signal: AbortSignal,
): Promise<Answer> {
  const { result, milliseconds } = await invokeVersion(invoke, versionArn, payload, signal);
  return resultAnswer(result, milliseconds);
}

interface Aim {
  readonly fn: ReachedFunction;
  readonly side: VersionSide;
  readonly reach: Reach;
}

async function invokeWithRequest(
  { invoke, place }: SendServices,
  call: PreparedRequest,
  { fn, side, reach }: Aim,
  signal: AbortSignal,
): Promise<Answer> {
  const found = call.format ? { format: call.format } : await reach.formatOf(fn.name);
  if ('why' in found) throw new KnownError(found.why);
  const { format } = found;
  const context = {
    requestId: randomUUID(),
    at: Date.now(),
    account: accountOf(fn[side]),
    region: place.region,
    functionName: fn.name,
  };
  const payload = JSON.stringify(eventOf(format, call, context));
  const { result, milliseconds } = await invokeVersion(invoke, fn[side], payload, signal);
  const answer = answerOf(result, format, milliseconds);
  if (typeof answer === 'string') throw new KnownError(answer);
  return answer;
}

async function invokeVersion(
  invoke: FunctionInvoker,
  versionArn: string,
  payload: string,
  signal: AbortSignal,
): Promise<{ readonly result: string; readonly milliseconds: number }> {
  const at = versionArn.lastIndexOf(':');
  const begun = performance.now();
  const invoked = await invoke(
    { functionName: versionArn.slice(0, at), qualifier: versionArn.slice(at + 1), payload },
    signal,
  );
  const milliseconds = performance.now() - begun;
  if (invoked.functionError === '') return { result: invoked.payload, milliseconds };
  const words = errorInWords(invoked.payload) || invoked.functionError;
  throw new KnownError(`the function failed: ${words}`);
}
