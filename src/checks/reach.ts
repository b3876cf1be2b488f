// How one version of a release is reached alone, whatever the weight is.

import type { EventFormat } from './check.ts';

export type VersionSide = 'canary' | 'stable';

export interface Reach {
  /** `undefined`: requests are sent to the functions themselves. */
  readonly addresses: Addresses | undefined;
  /** How long the addresses may be unknown to API Gateway after they were made, in seconds; absent: as usual. */
  readonly freshSeconds?: number;
  /** The released functions. */
  readonly functions: readonly ReachedFunction[];
  /** The form in which a function gets requests of users, or why it is not known. */
  formatOf(
    functionName: string,
  ): Promise<{ readonly format: EventFormat } | { readonly why: string }>;
}

/** The addresses of stages, without a slash at the end; `undefined`: no stage serves this version alone. */
export type Addresses = Readonly<Record<VersionSide, string | undefined>>;

export interface ReachedFunction {
  readonly name: string;
  /** The versions; the current one may be the same. */
  readonly canary: string;
  readonly stable: string;
}
