// Users who send requests all the while, and how many of them may fail: as many as the weights that stood
// when they sent them explain.

import type { CallRecord } from '../../simulator/front/call-log.ts';
import type { Simulator } from '../../simulator/simulator.ts';

/** What users saw so far. */
export interface Tally {
  readonly requests: number;
  /** Answers with a status of 500 or above, function errors, and requests without an answer. */
  readonly failed: number;
  /** Failures by what they looked like. */
  readonly failures: Readonly<Record<string, number>>;
  /** Failures to be expected of the weights that stood, and their variance. */
  readonly due: { readonly mean: number; readonly variance: number };
}

export interface Users {
  tally(): Tally;
  /** Ends the traffic and waits for the last answers. */
  stop(): Promise<void>;
}

/** One request. */
export interface Sender {
  /** What is asked: one that has a weight of its own. */
  readonly to: string;
  /** @returns what the failure looked like; `undefined`: it went well */
  readonly send: () => Promise<string | undefined>;
}

export interface UsersOptions {
  /** Of all together; in real seconds, whatever the simulated clock does. */
  readonly perSecond: number;
  /** Asked in turn. */
  readonly senders: readonly Sender[];
  readonly weights: Weights;
  /** Share of the new version's answers that fail, 0 to 1. */
  readonly failing: number;
}

export function sendRequests({ perSecond, senders, weights, failing }: UsersOptions): Users {
  const failures: Record<string, number> = {};
  const open = new Set<Promise<void>>();
  let [requests, failed, mean, variance] = [0, 0, 0, 0];
  const send = async ({ to, send: ask }: Sender) => {
    requests += 1;
    const before = weights.most(to);
    const failure = await ask().catch(() => 'no answer');
    const chance = failing * Math.max(before, weights.most(to));
    mean += chance;
    variance += chance * (1 - chance);
    if (failure === undefined) return;
    failed += 1;
    failures[failure] = (failures[failure] ?? 0) + 1;
  };
  let turn = 0;
  const timer = setInterval(() => {
    const sender = senders[turn++ % senders.length];
    if (!sender) return;
    const sent: Promise<void> = send(sender).finally(() => open.delete(sent));
    open.add(sent);
  }, 1000 / perSecond);
  return {
    tally: () => ({ requests, failed, failures: { ...failures }, due: { mean, variance } }),
    stop: async () => {
      clearInterval(timer);
      await Promise.all(open);
    },
  };
}

export interface Weights {
  /** The largest share, 0 to 1, that the new version may have there at this moment. */
  most(to: string): number;
}

/** What a call gives the new version, once it has its effect. */
export interface Given {
  readonly to: string;
  /** 0 to 1, from what it was. */
  readonly weight: (was: number) => number;
}

/** Follows the weights by the calls that set them, whoever makes them. */
export function followWeights(
  simulator: Simulator,
  read: (call: CallRecord) => Given | undefined,
): Weights {
  const weights = new Map<string, number>();
  /** What calls that are under way may set. */
  const coming = new Map<string, { readonly to: string; readonly weight: number }>();
  const at = (to: string) => weights.get(to) ?? 0;
  simulator.onCall({
    before: (call) => {
      const given = read(call);
      if (given) coming.set(call.requestId, { to: given.to, weight: given.weight(at(given.to)) });
    },
    after: (call) => {
      const given = coming.get(call.requestId);
      coming.delete(call.requestId);
      const effective = call.status === 200 || call.fault === 'cut-after';
      if (given && effective) weights.set(given.to, given.weight);
    },
  });
  return {
    most: (to) => {
      const others = [...coming.values()].filter((given) => given.to === to);
      return Math.max(at(to), ...others.map(({ weight }) => weight));
    },
  };
}
