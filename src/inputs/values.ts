// What the texts of some inputs become: functions, hooks, metrics.

import type { HookPoint } from '../analysis/evidence.ts';

/** A function to release. */
export interface FunctionInput {
  readonly name: string;
  /** Given when the input was an ARN, to be compared with what AWS says. */
  readonly account: string | undefined;
  /** A published version to release; `undefined`: publish `$LATEST`. */
  readonly version: string | undefined;
  /** The alias to move; `undefined` for a stage. */
  readonly alias: string | undefined;
  /** The version that the alias must point to before, where an AppSpec says so. */
  readonly current?: string | undefined;
}

/** A metric of the user's own: events among a total, counted apart for each arm. */
export interface CustomMetric {
  readonly name: string;
  /** Whether many events are bad (failures) or few (orders placed). */
  readonly worse: 'higher' | 'lower';
  readonly namespace: string;
  /** Names of the metrics whose sums are the events and the total. */
  readonly events: string;
  readonly total: string;
  /** Dimensions of each arm; `{to.orders}` and `{from.orders}` stand for versions of a function. */
  readonly canary: Readonly<Record<string, string>>;
  readonly stable: Readonly<Record<string, string>>;
}

/** A Lambda that is invoked. */
export interface FunctionHook {
  readonly kind: 'function';
  /** A name, or an ARN without its qualifier. */
  readonly functionName: string;
  readonly qualifier: string | undefined;
  /** `orders-smoke:live`. */
  readonly label: string;
}

/** An address that gets a POST. */
export interface UrlHook {
  readonly kind: 'url';
  readonly url: string;
  /** The host alone, since path and query may be secret; numbered where several hooks have the same. */
  readonly label: string;
}

export type HookInput = FunctionHook | UrlHook;

export interface HookInputs {
  /** In the order in which they are asked. */
  readonly calls: Readonly<Record<HookPoint, readonly HookInput[]>>;
  readonly timeoutSeconds: number;
  /** Signs what goes to a URL; empty: nothing is signed. */
  readonly secret: string;
}
