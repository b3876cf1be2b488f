// Every control-plane call, as a client's test wants to see it: what was asked, and what came back.

import type { Effect } from './faults.ts';

export interface CallRecord {
  /** Milliseconds since the epoch, simulated. */
  readonly at: number;
  readonly service: string;
  /** `undefined`: a request whose operation the simulator does not know. */
  readonly operation: string | undefined;
  readonly method: string;
  readonly path: string;
  /** The request's body where it is text of at most 4 KB. */
  readonly body?: string;
  readonly accessKeyId?: string;
  /** What IAM was asked. */
  readonly permission?: { readonly action: string; readonly resource: string };
  readonly requestId: string;
  /** `null`: the client got no answer, or has not got it yet. */
  readonly status: number | null;
  readonly fault?: Effect['kind'];
}

/** Runs beside a call; it is awaited, so it can hold the call up or change the world under it. */
export interface CallListener {
  before?(call: CallRecord): void | Promise<void>;
  after?(call: CallRecord): void | Promise<void>;
}

export interface CallLog {
  /** In the order of their arrival. */
  list(): readonly CallRecord[];
  clear(): void;
  listen(listener: CallListener): () => void;
  /** Enters a call as it arrives; the returned function completes it. */
  enter(call: CallRecord): Promise<(outcome: Partial<CallRecord>) => Promise<void>>;
}

/** Enough for days of a rollout; older calls are dropped. */
const CAPACITY = 20_000;

export function createCallLog(): CallLog {
  let calls: CallRecord[] = [];
  const listeners = new Set<CallListener>();
  const tell = async (moment: keyof CallListener, call: CallRecord) => {
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
      // A mutable entry behind a readonly face: it is completed in its place.
      const entry = { ...call };
      calls.push(entry);
      if (calls.length > CAPACITY) calls.shift();
      await tell('before', entry);
      return async (outcome) => {
        Object.assign(entry, outcome);
        await tell('after', entry);
      };
    },
  };
}
