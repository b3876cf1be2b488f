// What failed on the new version, by its logs.

import type { Novelty } from '../logs/failure-groups.ts';
import type { FailureKind } from '../logs/lambda-lines.ts';

/** The failures of the new version that stable does not have, or not as often, by the logs. */
export interface WhatBroke {
  /** Requests of both versions that the logs show; `null`: of stable, only failures were read. */
  readonly requests: { readonly canary: number; readonly stable: number | null };
  /** The most important first. */
  readonly kinds: readonly BrokenKind[];
  /** How many more there are. */
  readonly more: number;
}

/** Failures of one kind: counts, types and places. */
export interface BrokenKind {
  /** `POST /orders`: the path of the resource, with placeholders instead of values. */
  readonly route?: string;
  /** Of aliases: the function that failed. */
  readonly functionName?: string;
  /** What the client received. */
  readonly status?: number;
  /** How the invocation ended, if its function was invoked without API Gateway. */
  readonly how?: FailureKind;
  /** Of the function's code, or API Gateway's own: `TypeError`, `INTEGRATION_TIMEOUT`. */
  readonly errorType?: string;
  /** `checkout.mjs:41`. */
  readonly location?: string;
  readonly canary: number;
  readonly stable: number;
  /** Seconds since the epoch. */
  readonly firstSeen: number;
  readonly novelty: Exclude<Novelty, 'same'>;
  /** Whether it is the one that began last, of those that stable does not have. */
  readonly newest?: true;
  /** Masked lines, with the input `log-samples` only. */
  readonly samples?: readonly string[];
}
