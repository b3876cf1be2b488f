// Interprets a hook's response. It is external text: its message is shown on one line and shortened.

import { parseJson } from '../base/foreign-text.ts';

export interface HookResult {
  readonly kind: 'passed' | 'failed';
  /** The message as text; may be empty if the hook passed. */
  readonly message: string;
}

/** Bytes: the maximum that is read of a response. Lambda returns at most 6 MB. */
export const ANSWER_LIMIT_BYTES = 6 * 1024 * 1024;

const SHOWN = 400;

/** External text, shortened for a sentence. */
export function shortly(text: string): string {
  const line = text
    .slice(0, 4 * SHOWN)
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  return line.length > SHOWN
    ? `${line.slice(0, SHOWN - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
    : line;
}

/** Removes from a text what must not be shown. */
export type Clean = (text: string) => string;

const AS_IT_IS: Clean = (text) => text;

/**
 * The verdict in the body of a successful response: `{"status": "Failed"}` fails, as CodeDeploy spells it, and any
 * other JSON passes. Only the message of the JSON is shown.
 *
 * @returns `undefined` if it is not JSON
 */
export function readAnswer(body: string, clean: Clean = AS_IT_IS): HookResult | undefined {
  const json = parse(body);
  if (json === undefined) return undefined;
  if (typeof json !== 'object' || json === null) return { kind: 'passed', message: '' };
  const { status } = json as { status?: unknown };
  const failed = typeof status === 'string' && status.toLowerCase() === 'failed';
  const message = messageIn(json, ['message'], clean);
  if (!failed) return { kind: 'passed', message };
  return {
    kind: 'failed',
    message: message || 'it returned {"status":"Failed"} without a message',
  };
}

/**
 * The message of an unsuccessful response, from its JSON. Anything else may be a page of debugging output with the
 * server's environment in it, so it is only described.
 */
export function readFailure(body: string, clean: Clean = AS_IT_IS): string {
  const json = parse(body);
  if (json === null) return '';
  if (typeof json !== 'object') return notShown(body);
  return messageIn(json, ['message', 'Message', 'error'], clean);
}

/** Describes a response without a field that may be shown. */
export function notShown(body: string): string {
  const bytes = Buffer.byteLength(body);
  return `a response that is not a JSON object (${bytes} ${bytes === 1 ? 'byte' : 'bytes'}, not shown)`;
}

/** The first of these fields that is text; nothing else of a response is shown. */
function messageIn(json: object, fields: readonly string[], clean: Clean): string {
  const texts = fields.map((field) => (json as Readonly<Record<string, unknown>>)[field]);
  const message = texts.find((text) => typeof text === 'string');
  return message === undefined ? '' : shortly(clean(message));
}

/** @returns `undefined` when it is no JSON */
function parse(body: string): unknown {
  return body.trim() === '' ? null : parseJson(body);
}

/**
 * What AWS's own samples of CodeDeploy hooks call, throw and log when the deployment is not known to CodeDeploy.
 */
const CODEDEPLOY =
  /codedeploy|PutLifecycleEventHookExecutionStatus|LifecycleEventHookExecutionId|Validation test failed/i;

/** Advice for a hook that reports to CodeDeploy; empty if it does not. */
export function codeDeployAdvice(...texts: readonly string[]): string {
  return texts.some((text) => CODEDEPLOY.test(text)) ? ADVICE : '';
}

const ADVICE =
  'This hook reports its result to CodeDeploy. This action does not receive that report; return the result instead. ' +
  'Change three lines to support both: ' +
  "(1) const status = ok ? 'Succeeded' : 'Failed'; " +
  '(2) if (!event.rollout) await codedeploy.putLifecycleEventHookExecutionStatus({ …, status }); ' +
  '(3) return { status };';
