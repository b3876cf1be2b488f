// A log of every control-plane call with its request and its result, for tests of clients.

import type { Effect } from './faults.ts';

export interface CallRecord {
  /** Milliseconds since the epoch, simulated. */
  readonly at: number;
  readonly service: string;
  /** `undefined`: the simulator does not know the operation of the request. */
  readonly operation: string | undefined;
  readonly method: string;
  readonly path: string;
  /** The request's body, if it is text of at most 4 KB. */
  readonly body?: string;
  readonly accessKeyId?: string;
  /** The IAM action and resource of the call. */
  readonly permission?: { readonly action: string; readonly resource: string };
  /** How many metrics it asks for, which is what AWS bills. */
  readonly metrics?: number;
  readonly requestId: string;
  /** `null`: the client got no answer, or none yet. */
  readonly status: number | null;
  /** The size of the answer's body. */
  readonly bytes?: number;
  readonly fault?: Effect['kind'];
}

/** Runs before or after a call; it is awaited, so it can delay the call or change the state during it. */
export interface CallListener {
  before?(call: CallRecord): void | Promise<void>;
  after?(call: CallRecord): void | Promise<void>;
}

export interface CallLog {
  /** In order of arrival. */
  list(): readonly CallRecord[];
  clear(): void;
  listen(listener: CallListener): () => void;
  /** Records a call on arrival; the returned function completes the record. */
  enter(call: CallRecord): Promise<(outcome: Partial<CallRecord>) => Promise<void>>;
}

/** Enough for a rollout of several days; older calls are dropped. */
const CAPACITY = 20_000;

export function createCallLog(): CallLog {
  let calls: CallRecord[] = [];
  const listeners = new Set<CallListener>();
  const notify = async (moment: keyof CallListener, call: CallRecord) => {
    for (const listener of listeners) await listener[moment]?.(call);
  };
  return {
    list: () => calls,
    clear: () => {
      calls = [];
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    enter: async (call) => {
      // The entry is readonly to others but completed in place here.
      const entry = { ...call };
      calls.push(entry);
      if (calls.length > CAPACITY) calls.shift();
      await notify('before', entry);
      return async (outcome) => {
        Object.assign(entry, outcome);
        await notify('after', entry);
      };
    },
  };
}
