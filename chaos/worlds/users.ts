// Users who send requests throughout, and how many of these may fail: as many as the weights at the time
// of each request explain.

import { sendSteadily } from '../../__tests__/support/crowd.ts';
import type { Clock } from '../../simulator/clock.ts';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import type { Simulator } from '../../simulator/simulator.ts';

/** The results of all requests so far. */
export interface Tally {
  readonly requests: number;
  /** Answers with a status of 500 or above, function errors, and requests without an answer. */
  readonly failed: number;
  /** Failures by their description. */
  readonly failures: Readonly<Record<string, number>>;
  /** Failures to be expected from the weights, and their variance. */
  readonly due: { readonly mean: number; readonly variance: number };
}

export interface Users {
  tally(): Tally;
  /** Ends the traffic and waits for the last answers. */
  stop(): Promise<void>;
}

/** One request. */
export interface Sender {
  /** The destination, which has its own weight. */
  readonly to: string;
  /** @returns a description of the failure; `undefined`: success */
  readonly send: () => Promise<string | undefined>;
}

export interface UsersOptions {
  readonly clock: Clock;
  /** For all senders together, in simulated minutes. */
  readonly perMinute: number;
  /** Used in turn. */
  readonly senders: readonly Sender[];
  readonly weights: Weights;
  /** Share of the new version's answers that fail, 0 to 1. */
  readonly failing: number;
}

export function sendRequests(options: UsersOptions): Users {
  const { clock, perMinute, senders, weights, failing } = options;
  const failures: Record<string, number> = {};
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
  const stop = sendSteadily(clock, perMinute, async () => {
    const sender = senders[turn++ % senders.length];
    if (sender) await send(sender);
  });
  return {
    tally: () => ({ requests, failed, failures: { ...failures }, due: { mean, variance } }),
    stop,
  };
}

export interface Weights {
  /** The largest share, 0 to 1, that the new version may have there now. */
  most(to: string): number;
}

/** The weight of the new version after a call has its effect. */
export interface WeightChange {
  readonly to: string;
  /** 0 to 1, from the previous weight. */
  readonly weight: (was: number) => number;
}

/** Tracks the weights by the calls that set them, from any client. */
export function followWeights(
  simulator: Simulator,
  read: (call: CallRecord) => WeightChange | undefined,
): Weights {
  const weights = new Map<string, number>();
  /** The weights that calls in progress may set. */
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
