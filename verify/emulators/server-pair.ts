// Sends the same calls to two servers that share no code, and reports where their answers differ.

import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Answer, Sender } from '../recordings/send.ts';

/** One of the two servers, and the ids of the resources that were created on it. */
export interface Server {
  readonly url: string;
  readonly sender: Sender;
  /** Ids by our names for them. */
  readonly ids: Map<string, string>;
}

export interface ServerPair {
  /**
   * Sends a call to both; `{name}` in its input is replaced by each server's own id. Records
   * differences in status, error or body.
   *
   * @param keep the name for the id in the answer
   */
  call(operation: string, input: object, keep?: string): Promise<void>;
  /** Throws if answers have differed since the last call of this function. */
  agree(): void;
  /** Both servers, for everything that is not an AWS call. */
  readonly servers: readonly [Server, Server];
}

/** @param ignored members of answers that one of the servers is known to omit or to add */
export function createServerPair(
  servers: readonly [Server, Server],
  ignored: readonly string[],
): ServerPair {
  let differences: string[] = [];
  return {
    servers,
    agree: () => {
      const found = differences;
      differences = [];
      assert.ok(found.length === 0, found.join('\n'));
    },
    call: async (operation, input, keep) => {
      const answers: unknown[] = [];
      for (const server of servers) {
        const answer = await server.sender.send(operation, filled(server, input));
        const id = (answer.body as { id?: string } | undefined)?.id;
        if (keep !== undefined && id !== undefined) server.ids.set(keep, id);
        answers.push(masked(server, answer, ignored));
      }
      const [one, other] = answers.map((answer) => JSON.stringify(answer));
      if (isDeepStrictEqual(answers[0], answers[1])) return;
      differences.push(`${operation} ${JSON.stringify(input)}\n  ${one}\n  ${other}`);
    },
  };
}

function filled({ ids }: Server, input: object): Record<string, unknown> {
  return JSON.parse(
    JSON.stringify(input).replaceAll(/\{(\w+)\}/g, (whole, name: string) => ids.get(name) ?? whole),
  );
}

/** An answer with ids and dates replaced by names, without ignored, absent and empty members. */
function masked({ ids }: Server, answer: Answer, ignored: readonly string[]): unknown {
  const { status, body, error } = answer;
  const answered = error ? { code: error.code, message: error.message } : body;
  const text = JSON.stringify({ status, answered }, (key, value) =>
    ignored.includes(key) || value === null || value === '' ? undefined : value,
  );
  let plain = text.replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"a date"');
  for (const [name, id] of ids) plain = plain.replaceAll(id, `{${name}}`);
  return JSON.parse(plain);
}
