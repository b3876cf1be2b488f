// Sends calls and records them, with their answers, in the format that the replayer reads.

import type { Recording, Step } from '../recordings/recording.ts';
import type { Answer, Sender } from '../recordings/send.ts';
import { fillAll } from '../recordings/values.ts';

export interface Recorder {
  /**
   * Sends and records a call; `${name.path}` in its input refers to a value of an earlier answer.
   *
   * @param as the name for the answer
   */
  call(operation: string, input: Readonly<Record<string, unknown>>, as?: string): Promise<Answer>;
  /** A value of a recorded answer, e.g. `api.id`. */
  value(reference: string): string;
  /** Everything so far, as one scenario. */
  recording(about: string): Omit<Recording, 'file'> & Readonly<Record<string, unknown>>;
}

/** @param given the values that a replayer supplies, by name */
export function createRecorder(
  sender: Sender,
  given: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Recorder {
  const known: Record<string, unknown> = { given };
  const ids = new Map<string, string>();
  const steps: Step[] = [];
  return {
    call: async (operation, input, as) => {
      signal.throwIfAborted();
      const answer = await sender.send(operation, fillAll(known, input) as Record<string, unknown>);
      const expect = expectation(answer, ids, given);
      if (as !== undefined && !answer.error) {
        known[as] = answer.body;
        for (const [name, value] of Object.entries(answer.body as object)) {
          if (ID.test(name) && !ids.has(value)) ids.set(value, `${as}.${name}`);
        }
      }
      steps.push({ call: operation, input, expect, ...(as !== undefined && { as }) });
      return answer;
    },
    value: (reference) => fillAll(known, `\${${reference}}`) as string,
    recording: (about) => ({
      source: 'npm run verify -- aws',
      service: 'apigateway',
      scenarios: [
        {
          name: 'open questions',
          recorded: new Date().toISOString().slice(0, 10),
          about,
          given: Object.fromEntries(Object.keys(given).map((name) => [name, 'any unused name'])),
          steps,
        },
      ],
      left_out: [],
    }),
  };
}

/** Members that hold an id. */
const ID = /^id$|Id$/;

type Ids = ReadonlyMap<string, string>;
type Given = Readonly<Record<string, string>>;

function expectation({ status, body, error }: Answer, ids: Ids, given: Given) {
  const at = status === undefined ? {} : { status };
  if (!error) return { ...at, body: pattern(body, ids, given) };
  return { ...at, error: { code: error.code, message: pattern(error.message, ids, given) } };
}

/** A value as the next run will see it: dates and ids vary, everything else does not. */
function pattern(value: unknown, ids: Ids, given: Given, name = ''): unknown {
  if (value instanceof Date) return { any: 'date' };
  if (Array.isArray(value)) return value.map((each) => pattern(each, ids, given));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .map(([key, each]) => [key, pattern(each, ids, given, key)]),
    );
  }
  if (typeof value !== 'string') return value;
  const reference = ids.get(value);
  if (reference !== undefined) return { ref: reference };
  if (ID.test(name)) return { any: 'string' };
  const supplied = Object.entries(given).find(([, each]) => each === value);
  return supplied ? { ref: `given.${supplied[0]}` } : value;
}
