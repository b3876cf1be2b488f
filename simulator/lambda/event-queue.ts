// Lambda's own queue of events: the caller does not wait, and a failed event is tried again.

import type { InvokeOutcome, InvokeRequest } from '../world.ts';
import { parseFunctionName } from './function-name.ts';
import type { Scope } from './versions.ts';

/** A failed event is tried again after these simulated milliseconds. */
const RETRY_DELAYS_MS = [60_000, 120_000];

/**
 * Delivers an event, with as many retries as the settings of its version or alias allow: two without settings (Lambda
 * developer guide, "How Lambda handles errors and retries with asynchronous invocation"). Its results show in the
 * metrics only.
 */
export function deliver(
  { world, store }: Scope,
  request: InvokeRequest,
  invoke: (request: InvokeRequest) => Promise<InvokeOutcome>,
): void {
  const { name, qualifier = '$LATEST' } = parseFunctionName(world.place, request.functionRef);
  const retries = store.functions.get(name)?.asyncSettings.get(qualifier)?.retries;
  const work = async () => {
    for (const delay of [...RETRY_DELAYS_MS.slice(0, retries), undefined]) {
      const { kind } = await invoke(request);
      if (kind === 'ok' || delay === undefined) return;
      await world.clock.sleep(delay);
    }
  };
  work().catch(() => undefined);
}
