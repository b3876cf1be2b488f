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

/**
 * The verdict in the body of an answer that was itself a success: `{"status": "Failed"}` fails, as
 * CodeDeploy spells it, and any other JSON passes.
 *
 * @returns `undefined` when it is no JSON
 */
export function readAnswer(body: string): HookAnswer | undefined {
  const value = parse(body);
  if (!value) return undefined;
  const { json } = value;
  if (typeof json !== 'object' || json === null) return { kind: 'passed', says: '' };
  const { status, message } = json as { status?: unknown; message?: unknown };
  const failed = typeof status === 'string' && status.toLowerCase() === 'failed';
  const says = typeof message === 'string' ? shortly(message) : '';
  if (!failed) return { kind: 'passed', says };
  return { kind: 'failed', says: says || `it answered ${shortly(body)}` };
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
