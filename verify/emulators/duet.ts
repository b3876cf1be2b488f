// The same calls to two servers that have no code in common, and where their answers differ.

import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Answer, Sender } from '../recordings/send.ts';

/** One of the two servers, and what it called the things that were made on it. */
export interface Voice {
  readonly url: string;
  readonly sender: Sender;
  /** Its ids, by our names for them. */
  readonly ids: Map<string, string>;
}

export interface Duet {
  /**
   * Sends a call to both; `{name}` in its input stands for each server's own id. Notes where the
   * answers differ in status, error or body.
   *
   * @param keep what to call the id in the answer
   */
  call(operation: string, input: object, keep?: string): Promise<void>;
  /** Throws where answers have differed since it was last asked. */
  agree(): void;
  /** Both voices, for what is no call. */
  readonly voices: readonly [Voice, Voice];
}

/** @param ignored members of answers that one of the servers is known to lack or to add */
export function createDuet(voices: readonly [Voice, Voice], ignored: readonly string[]): Duet {
  let differences: string[] = [];
  return {
    voices,
    agree: () => {
      const found = differences;
      differences = [];
      assert.ok(found.length === 0, found.join('\n'));
    },
    call: async (operation, input, keep) => {
      const answers: unknown[] = [];
      for (const voice of voices) {
        const answer = await voice.sender.send(operation, filled(voice, input));
        const id = (answer.body as { id?: string } | undefined)?.id;
        if (keep !== undefined && id !== undefined) voice.ids.set(keep, id);
        answers.push(masked(voice, answer, ignored));
      }
      const [one, other] = answers.map((answer) => JSON.stringify(answer));
      if (isDeepStrictEqual(answers[0], answers[1])) return;
      differences.push(`${operation} ${JSON.stringify(input)}\n  ${one}\n  ${other}`);
    },
  };
}

function filled({ ids }: Voice, input: object): Record<string, unknown> {
  return JSON.parse(
    JSON.stringify(input).replaceAll(/\{(\w+)\}/g, (whole, name: string) => ids.get(name) ?? whole),
  );
}

/** Ids by our names, dates as such, and without what is ignored, absent or empty. */
function masked({ ids }: Voice, answer: Answer, ignored: readonly string[]): unknown {
  const { status, body, error } = answer;
  const said = error ? { code: error.code, message: error.message } : body;
  const text = JSON.stringify({ status, said }, (key, value) =>
    ignored.includes(key) || value === null || value === '' ? undefined : value,
  );
  let plain = text.replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"a date"');
  for (const [name, id] of ids) plain = plain.replaceAll(id, `{${name}}`);
  return JSON.parse(plain);
}
