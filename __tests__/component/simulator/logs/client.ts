// A client of CloudWatch Logs in a simulator: unsigned bodies in its JSON protocol, with the credential scope that
// tells the service.

import type { Simulator } from '../../../../simulator/simulator.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers of any operation, checked member by member
export type Answer = any;

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export interface LogsClient {
  /** The answer of an operation; throws if it is refused. */
  call(operation: string, input: object): Promise<Answer>;
  /** The refusal of an operation; throws if it succeeds. */
  refused(operation: string, input: object): Promise<Refusal>;
  /** All events on all pages. */
  events(input: object): Promise<readonly Answer[]>;
  /** The messages of all events. */
  messages(input: object): Promise<readonly string[]>;
}

export function logsClient({ url, world }: Pick<Simulator, 'url' | 'world'>): LogsClient {
  const send = async (operation: string, input: object) => {
    const scope = `AKIATEST/20260101/${world.place.region}/logs/aws4_request`;
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `Logs_20140328.${operation}`,
        authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
      },
      body: JSON.stringify(input),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? {} : JSON.parse(text) };
  };
  const client: LogsClient = {
    call: async (operation, input) => {
      const { status, body } = await send(operation, input);
      if (status === 200) return body;
      throw new Error(`${operation}: ${status} ${JSON.stringify(body)}`);
    },
    refused: async (operation, input) => {
      const { status, body } = await send(operation, input);
      if (status === 200) throw new Error(`${operation} succeeded`);
      return { status, code: body.__type, message: body.message };
    },
    events: async (input) => {
      const events: Answer[] = [];
      let nextToken: string | undefined;
      do {
        const page = await client.call('FilterLogEvents', { ...input, nextToken });
        events.push(...page.events);
        nextToken = page.nextToken;
      } while (nextToken !== undefined);
      return events;
    },
    messages: async (input) => (await client.events(input)).map(({ message }) => message),
  };
  return client;
}
