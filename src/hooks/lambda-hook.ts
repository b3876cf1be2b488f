// A hook that is a Lambda function: invoked once, synchronously.

import { InvokeCommand, type InvokeCommandOutput, LambdaClient } from '@aws-sdk/client-lambda';
import { hookArn, type Place } from '../aws/arns.ts';
import { describeAwsError } from '../aws/aws-errors.ts';
import { renewWhenRefused } from '../aws/renewed-session.ts';
import type { CredentialProvider } from '../aws/role-session.ts';
import { createTransport } from '../aws/sdk-settings.ts';
import { KnownError, known } from '../base/errors.ts';
import { parseJson } from '../base/foreign-text.ts';
import type { FunctionHook } from '../inputs/values.ts';
import { codeDeployAdvice, type HookResult, notShown, readAnswer, shortly } from './answer.ts';

/** The response of Lambda's Invoke, as text. */
export interface Invoked {
  /** 200 for a synchronous invocation. */
  readonly status: number | undefined;
  /** Empty if the handler returned. */
  readonly functionError: string;
  readonly payload: string;
  /** The last 4 KB of the log: searched, never shown. */
  readonly logTail: string;
}

export type LambdaCaller = (
  hook: FunctionHook,
  body: string,
  signal: AbortSignal,
) => Promise<HookResult>;

/** A function and what it is invoked with. */
export interface Invocation {
  /** A name, or an ARN without a qualifier. */
  readonly functionName: string;
  readonly qualifier: string | undefined;
  readonly payload: string;
}

/** Throws a `KnownError` if Lambda does not run the function. */
export type FunctionInvoker = (invocation: Invocation, signal: AbortSignal) => Promise<Invoked>;

/**
 * A separate client: the SDK would resend a request whose response is late, and so run the function twice. Also, the
 * socket may be idle for as long as the function runs.
 */
export function connectInvoker(
  place: Place,
  credentials: CredentialProvider | undefined,
): FunctionInvoker {
  const client = renewWhenRefused(
    new LambdaClient({
      region: place.region,
      ...(credentials && { credentials }),
      maxAttempts: 1,
      customUserAgent: 'canary-action/1',
      requestHandler: createTransport(process.env),
    }),
    credentials,
  );
  return async ({ functionName, qualifier, payload }, abortSignal) => {
    const command = new InvokeCommand({
      FunctionName: functionName,
      ...(qualifier !== undefined && { Qualifier: qualifier }),
      InvocationType: 'RequestResponse',
      LogType: 'Tail',
      Payload: new TextEncoder().encode(payload),
    });
    let answer: InvokeCommandOutput;
    try {
      answer = await client.send(command, { abortSignal });
    } catch (error) {
      const resource = hookArn(place, functionName, qualifier);
      const permission = { action: 'lambda:InvokeFunction', resource };
      throw new KnownError(describeAwsError(error, 'invoking it', permission), { cause: error });
    }
    return {
      status: answer.StatusCode,
      functionError: answer.FunctionError ?? '',
      payload: answer.Payload?.transformToString() ?? '',
      logTail: Buffer.from(answer.LogResult ?? '', 'base64').toString('utf8'),
    };
  };
}

export function connectLambdaHooks(
  place: Place,
  credentials: CredentialProvider | undefined,
): LambdaCaller {
  const invoke = connectInvoker(place, credentials);
  return async ({ functionName, qualifier }, payload, signal) => {
    try {
      return judgeInvoked(await invoke({ functionName, qualifier, payload }, signal));
    } catch (error) {
      return { kind: 'failed', message: known(error).message };
    }
  };
}

/**
 * Status 200 does not mean success: Lambda also returns it if the handler threw. A handler that returns nothing has the
 * payload `null`, so an empty one shows no result at all.
 */
export function judgeInvoked({ status, functionError, payload, logTail }: Invoked): HookResult {
  if (functionError !== '') {
    const why = errorInWords(payload) || functionError;
    const advice = codeDeployAdvice(payload, logTail);
    return { kind: 'failed', message: [why, advice].filter((part) => part !== '').join('. ') };
  }
  if (status !== 200) {
    const message = `Lambda returned the status ${status ?? '(none)'}; expected 200`;
    return { kind: 'failed', message };
  }
  if (payload.trim() === '') {
    return { kind: 'failed', message: 'its response is empty; expected JSON, such as null' };
  }
  return (
    readAnswer(payload) ?? {
      kind: 'failed',
      message: `it returned ${notShown(payload)}; expected JSON`,
    }
  );
}

/** `TypeError: x is not a function`, from the runtime's description of an error; nothing else of it is shown. */
export function errorInWords(payload: string): string {
  const json = parseJson(payload) ?? null;
  if (json === null) return '';
  const { errorType, errorMessage } = json as Record<string, unknown>;
  const parts = [errorType, errorMessage].filter((part) => typeof part === 'string');
  return shortly(parts.join(': '));
}
