// The part of a record that only the kind of target can read. The domain stores it and passes it on.

import type { Check } from './shape.ts';

export interface TargetRecord {
  readonly kind: string;
  readonly [member: string]: unknown;
}

/**
 * How a kind of target handles its part of a record. Anyone who may write tags may write one, so a value is valid only
 * if it has the characters that this action and AWS would write.
 */
export interface TargetCodec {
  readonly kind: string;
  /** Whether a value is the name of something that this kind releases. */
  readonly isName: Check;
  /** Whether a value is a version of it. */
  readonly isVersion: Check;
  /** Whether a value is the ID of what a canary serves; no value is, if this kind stores none. */
  readonly isCanary: Check;
  /**
   * Whether a value is a valid part.
   *
   * @param functions the names of the functions that the record releases
   */
  fits(target: unknown, functions: readonly string[]): boolean;
}
