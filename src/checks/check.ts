// A suite of checks: what is sent to the new version, and what is expected of it.

import type { HookPoint } from '../analysis/evidence.ts';
import type { Expectation } from './expectation.ts';
import type { JsonPath } from './json-path.ts';

export interface Suite {
  readonly checks: readonly Check[];
  /** By the name that checks use. */
  readonly secrets: Readonly<Record<string, string>>;
  /**
   * Where the API's stages are reached by their names, without a slash at the end; empty: at their default addresses.
   */
  readonly address: string;
  /** The usage plan to which stages are added that are made for checks, for its API keys; empty: none. */
  readonly usagePlan: string;
  /** For all checks of one point together. */
  readonly limitSeconds: number;
  /** How often the probes are sent to each version; absent: there are none. */
  readonly probesPerMinute?: number;
}

export interface Check {
  readonly name: string;
  /** When it runs. */
  readonly points: readonly HookPoint[];
  readonly call: CheckCall;
  readonly expect: readonly Expectation[];
  readonly save: readonly Saving[];
  /** The names of the checks whose values it uses. */
  readonly needs: readonly string[];
  /** How often it is tried. */
  readonly attempts: number;
  /** Between two attempts, in milliseconds. */
  readonly pauseMilliseconds: number;
  /** Of one attempt, in milliseconds. */
  readonly limitMilliseconds: number;
  /** The function, where an event or a request is sent to one; empty: the only one. */
  readonly functionName: string;
  /** `undefined`: it is not sent to the current version. */
  readonly compare: Comparison | undefined;
  /** While traffic is split, it is sent to both versions at a rate. */
  readonly probe?: true;
}

export type CheckCall = RequestCall | EventCall;

/** Texts may contain `${name}`. */
export interface RequestCall {
  readonly kind: 'request';
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RequestBody | undefined;
  /** With the credentials of the job, for routes with authorization by IAM. */
  readonly signs: boolean;
  /** The form of the event in which a function receives it; `undefined`: that of what calls the function. */
  readonly format: EventFormat | undefined;
  /** `/orders/{id}`: the route, for functions that read it from the event. */
  readonly route: string | undefined;
}

export type RequestBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'json'; readonly value: unknown };

/** An event of the user's, as it is. */
export interface EventCall {
  readonly kind: 'event';
  /** The file, for messages. */
  readonly file: string;
  readonly event: unknown;
}

export const EVENT_FORMATS = ['rest', 'http', 'url', 'alb'] as const;

/** What calls a function: a REST API, an HTTP API, its URL, or a load balancer. */
export type EventFormat = (typeof EVENT_FORMATS)[number];

export interface Saving {
  readonly name: string;
  readonly path: JsonPath;
}

/** The same request is sent to the current version. */
export interface Comparison {
  readonly ignored: readonly JsonPath[];
  /** What a difference means. */
  readonly onDifference: 'warn' | 'fail';
}

/** The checks of a suite that run at a point. */
export function checksAt({ checks }: Pick<Suite, 'checks'>, point: HookPoint): readonly Check[] {
  return checks.filter(({ points }) => points.includes(point));
}

/** The checks that a probe consists of, in their order. */
export function probesIn({ checks }: Pick<Suite, 'checks'>): readonly Check[] {
  return checks.filter(({ probe }) => probe);
}

/** `POST /orders`, `event tests/order.json`. */
export function callText({ call }: Pick<Check, 'call'>): string {
  return call.kind === 'event' ? `event ${call.file}` : `${call.method} ${call.path}`;
}
