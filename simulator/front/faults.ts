// Faults on demand: rules that say which calls go wrong, how, and for how long.

import type { Clock } from '../clock.ts';
import type { Json } from './merge-patch.ts';

/** How a call goes wrong. Where nothing else is said, it has no effect. */
export type Effect =
  /** The service's own throttling error. */
  | { readonly kind: 'throttle' }
  /** 500 unless told otherwise. */
  | { readonly kind: 'server-error'; readonly status?: number }
  /** Never answers. */
  | { readonly kind: 'timeout' }
  | { readonly kind: 'cut-before' }
  /** The call has its effect, and the client never learns of it. */
  | { readonly kind: 'cut-after' }
  /** The call has its effect; a JSON merge patch is laid over the real answer. */
  | { readonly kind: 'wrong-answer'; readonly patch: Json }
  | { readonly kind: 'expired-credentials' }
  | { readonly kind: 'access-denied' }
  /** Simulated milliseconds before the call has its effect and its answer. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** GetMetricData answers 200, and says of these metrics that it could not read all of them. */
  | IncompleteMetrics;

/**
 * What CloudWatch says of one result, as its API reference has it (MetricDataResult, StatusCode):
 * `PartialData` comes with a part of the values, the others come with none.
 */
export interface IncompleteMetrics {
  readonly kind: 'incomplete-metrics';
  /** Names of metrics, such as `5XXError`; of every namespace and dimension. */
  readonly metrics: readonly string[];
  readonly statusCode: 'PartialData' | 'InternalError' | 'Forbidden';
  /** The text of the result's entry in `Messages`; without it there is none. */
  readonly message?: string;
}

export interface FaultRule {
  /** An operation's name, or `*`. */
  readonly operation: string;
  /** `apigateway`, `lambda`, `monitoring`, `sts`; omitted: any. */
  readonly service?: string;
  /** Whose calls; omitted: anybody's. */
  readonly accessKeyId?: string;
  readonly effect: Effect;
  /** Calls that go well first; default 0. */
  readonly after?: number;
  /** Calls that go wrong; default: all, until the rule is removed. */
  readonly times?: number;
  /** Milliseconds since the epoch, simulated; from then on all is well. */
  readonly until?: number;
}

export interface ActiveFault extends FaultRule {
  readonly id: number;
  /** How many calls it has hit so far. */
  readonly hits: number;
}

/** What a rule can tell one call from another by. */
export interface StruckCall {
  readonly service: string;
  readonly operation: string;
  readonly accessKeyId: string | undefined;
}

export interface Faults {
  add(rule: FaultRule): ActiveFault;
  /** Removes one rule, or all; `false` if there was no such rule. */
  remove(id?: number): boolean;
  list(): readonly ActiveFault[];
  /** Counts the call against every rule that names it; the oldest one that bites wins. */
  strike(call: StruckCall): Effect | undefined;
}

export function createFaults(clock: Clock): Faults {
  const faults = new Map<number, { fault: ActiveFault; passed: number }>();
  let lastId = 0;
  const spent = ({ times, until, hits }: ActiveFault) =>
    (times !== undefined && hits >= times) || (until !== undefined && clock.now() >= until);

  return {
    add: (rule) => {
      lastId += 1;
      const fault = { ...rule, id: lastId, hits: 0 };
      faults.set(fault.id, { fault, passed: 0 });
      return fault;
    },
    remove: (id) => {
      if (id !== undefined) return faults.delete(id);
      faults.clear();
      return true;
    },
    list: () => [...faults.values()].map(({ fault }) => fault),
    strike: (call) => {
      let effect: Effect | undefined;
      for (const entry of faults.values()) {
        if (!names(entry.fault, call) || spent(entry.fault)) continue;
        entry.passed += 1;
        if (effect || entry.passed <= (entry.fault.after ?? 0)) continue;
        entry.fault = { ...entry.fault, hits: entry.fault.hits + 1 };
        effect = entry.fault.effect;
      }
      return effect;
    },
  };
}

const names = (rule: FaultRule, call: StruckCall): boolean =>
  (rule.operation === '*' || rule.operation === call.operation) &&
  (rule.service === undefined || rule.service === call.service) &&
  (rule.accessKeyId === undefined || rule.accessKeyId === call.accessKeyId);
