// The client of the service in memory, and its calls. Like ECS, the service reads by POST.

import { call } from '../../../src/aws/call.ts';
import type { HttpRequest } from '../../../src/aws/client-middleware.ts';
import type { AwsService, Clients, Mode } from '../../../src/aws/clients.ts';
import { findRouter, type Operations } from './memory-router.ts';

type Operation = keyof Operations;

interface MemoryRequest extends HttpRequest {
  readonly router: string;
  readonly operation: Operation;
  readonly given: never;
}

class MemoryClient {
  readonly config = { requestHandler: { handle: answer } };
  /** Its calls are not signed, so nothing is done about sessions. */
  readonly middlewareStack = { add: () => undefined };

  async send<O extends Operation>(
    router: string,
    operation: O,
    ...given: Parameters<Operations[O]>
  ): Promise<ReturnType<Operations[O]>> {
    const headers = { 'x-memory-target': operation };
    const request = { method: 'POST', headers, router, operation, given: given as never };
    const { response } = await this.config.requestHandler.handle(request);
    return response.body as ReturnType<Operations[O]>;
  }
}

async function answer({ router, operation, given }: MemoryRequest) {
  const found = findRouter(router);
  if (!found) throw new Error(`there is no router "${router}"`);
  const body: unknown = await found.answer(operation, ...(given as []));
  return { response: { headers: { date: new Date().toUTCString() }, body } };
}

export const MEMORY: AwsService<MemoryClient> = {
  create: () => new MemoryClient(),
  isRead: ({ headers }) => /^(Get|Describe)/.test(headers['x-memory-target'] ?? ''),
};

/** The calls of one router. */
export interface RouterCalls<M extends Mode = Mode> {
  readonly mode: M;
  readonly name: string;
  /** Throws a `KnownError` if the call fails. */
  send<O extends Operation>(
    operation: O,
    ...given: Parameters<Operations[O]>
  ): Promise<ReturnType<Operations[O]>>;
}

export function bindRouter<M extends Mode>(
  { mode, open }: Clients<M>,
  name: string,
): RouterCalls<M> {
  const client = open(MEMORY);
  return {
    mode,
    name,
    send: (operation, ...given) =>
      call(
        { doing: operation, permission: { action: `memory:${operation}`, resource: name } },
        () => client.send(name, operation, ...given),
      ),
  };
}
