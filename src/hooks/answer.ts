// What a hook's answer means. Foreign text: its message is shown on one line, and not all of it.

export interface HookAnswer {
  readonly kind: 'passed' | 'failed';
  /** The message, in words; may be empty when it passed. */
  readonly says: string;
}

/** Bytes: no more is read of an answer. Lambda answers with 6 MB at most. */
export const ANSWER_LIMIT_BYTES = 6 * 1024 * 1024;

const SHOWN = 400;

/** Text of others in a sentence. */
export function shortly(text: string): string {
  const line = text
    .slice(0, 4 * SHOWN)
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  return line.length > SHOWN
    ? `${line.slice(0, SHOWN - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
    : line;
}

/** Takes out of a text what must not be shown. */
export type Clean = (text: string) => string;

const AS_IT_IS: Clean = (text) => text;

/**
 * The verdict in the body of an answer that was itself a success: `{"status": "Failed"}` fails, as
 * CodeDeploy spells it, and any other JSON passes. Of JSON only the message is shown.
 *
 * @returns `undefined` when it is no JSON
 */
export function readAnswer(body: string, clean: Clean = AS_IT_IS): HookAnswer | undefined {
  const value = parse(body);
  if (!value) return undefined;
  const { json } = value;
  if (typeof json !== 'object' || json === null) return { kind: 'passed', says: '' };
  const { status } = json as { status?: unknown };
  const failed = typeof status === 'string' && status.toLowerCase() === 'failed';
  const says = messageIn(json, ['message'], clean);
  if (!failed) return { kind: 'passed', says };
  return { kind: 'failed', says: says || 'it answered {"status":"Failed"} and no message' };
}

/** What an answer that was no success says: its message where it is JSON, else its text. */
export function readFailure(body: string, clean: Clean = AS_IT_IS): string {
  const value = parse(body);
  if (!value) return shortly(clean(body));
  const { json } = value;
  if (typeof json === 'string') return shortly(clean(json));
  if (typeof json !== 'object' || json === null) return '';
  return messageIn(json, ['message', 'Message', 'error'], clean);
}

/** The first of these fields that is a text; nothing else of an answer is shown. */
function messageIn(json: object, fields: readonly string[], clean: Clean): string {
  const texts = fields.map((field) => (json as Readonly<Record<string, unknown>>)[field]);
  const message = texts.find((text) => typeof text === 'string');
  return message === undefined ? '' : shortly(clean(message));
}

function parse(body: string): { readonly json: unknown } | undefined {
  if (body.trim() === '') return { json: null };
  try {
    return { json: JSON.parse(body) };
  } catch {
    return undefined;
  }
}

/** What AWS's own samples of CodeDeploy hooks call, throw and log when nobody knows the deployment. */
const CODEDEPLOY =
  /codedeploy|PutLifecycleEventHookExecutionStatus|LifecycleEventHookExecutionId|Validation test failed/i;

/** The way out for a hook that wants to report to CodeDeploy; empty when it does not. */
export function codeDeployAdvice(...texts: readonly string[]): string {
  return texts.some((text) => CODEDEPLOY.test(text)) ? ADVICE : '';
}

const ADVICE =
  'This hook was written for CodeDeploy, to which it reports; here nobody waits for that report. ' +
  'Three lines change, and it serves both: ' +
  "(1) const status = ok ? 'Succeeded' : 'Failed'; " +
  '(2) if (!event.rollout) await codedeploy.putLifecycleEventHookExecutionStatus({ …, status }); ' +
  '(3) return { status };';
