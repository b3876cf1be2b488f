// Faults on demand: rules for which calls fail, how, and for how long.

import type { Clock } from '../clock.ts';
import type { Marking } from './marked-texts.ts';
import type { Json } from './merge-patch.ts';

/** How a call fails. Unless noted, the call has no effect. */
export type Effect =
  /** The service's own throttling error. */
  | { readonly kind: 'throttle' }
  /** Default 500. */
  | { readonly kind: 'server-error'; readonly status?: number }
  /** The call is never answered. */
  | { readonly kind: 'timeout' }
  | { readonly kind: 'cut-before' }
  /** The call has its effect, but the client gets no answer. */
  | { readonly kind: 'cut-after' }
  /** The call has its effect; a JSON merge patch is applied to the real answer. */
  | { readonly kind: 'wrong-answer'; readonly patch: Json }
  /** The call has its effect; the real answer, an error too, has a marker in every text. */
  | ({ readonly kind: 'marked-answer' } & Marking)
  | { readonly kind: 'expired-credentials' }
  | { readonly kind: 'access-denied' }
  /** The error of AWS with this name, such as `LimitExceededException`. */
  | AwsFailure
  /** Simulated milliseconds before the call has its effect and its answer. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** GetMetricData answers 200, with a status that these metrics could not be read completely. */
  | IncompleteMetrics;

/**
 * The status of one result, as in the API reference of CloudWatch (MetricDataResult, StatusCode):
 * `PartialData` has a part of the values, the others have none.
 */
export interface IncompleteMetrics {
  readonly kind: 'incomplete-metrics';
  /** Names of metrics, such as `5XXError`; of every namespace and dimension. */
  readonly metrics: readonly string[];
  readonly statusCode: 'PartialData' | 'InternalError' | 'Forbidden';
  /** The text of the result's entry in `Messages`; by default there is none. */
  readonly message?: string;
}

export interface AwsFailure {
  readonly kind: 'aws-error';
  readonly name: string;
  readonly status: number;
  readonly message: string;
}

export interface FaultRule {
  /** An operation's name, or `*`. */
  readonly operation: string;
  /** `apigateway`, `lambda`, `monitoring`, `logs`, `sts`; omitted: any. */
  readonly service?: string;
  /** The access key of the calls; omitted: any. */
  readonly accessKeyId?: string;
  readonly effect: Effect;
  /** The number of calls that succeed first; default 0. */
  readonly after?: number;
  /** The number of calls that fail; default: all, until the rule is removed. */
  readonly times?: number;
  /** Milliseconds since the epoch, simulated; from then on calls succeed. */
  readonly until?: number;
}

export interface ActiveFault extends FaultRule {
  readonly id: number;
  /** The number of calls that failed because of it. */
  readonly hits: number;
}

/** The properties of a call that a rule can match. */
export interface CallToMatch {
  readonly service: string;
  readonly operation: string;
  readonly accessKeyId: string | undefined;
}

export interface Faults {
  add(rule: FaultRule): ActiveFault;
  /** Removes one rule, or all; returns `false` if there was no such rule. */
  remove(id?: number): boolean;
  list(): readonly ActiveFault[];
  /** Counts the call for every matching rule; returns the effect of the oldest rule that applies. */
  match(call: CallToMatch): Effect | undefined;
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
    match: (call) => {
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

const names = (rule: FaultRule, call: CallToMatch): boolean =>
  (rule.operation === '*' || rule.operation === call.operation) &&
  (rule.service === undefined || rule.service === call.service) &&
  (rule.accessKeyId === undefined || rule.accessKeyId === call.accessKeyId);
