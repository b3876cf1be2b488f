// The part of a record that only the kind of target can read. The domain stores it and passes it on.

export interface TargetRecord {
  readonly kind: string;
  readonly [member: string]: unknown;
}

/** How a kind of target handles its part of a record. */
export interface TargetCodec {
  readonly kind: string;
  /**
   * Whether a value is a valid part, with every member as this action and AWS would write it. Anyone who may
   * write tags may write one.
   *
   * @param functions the names of the functions that the record releases
   */
  fits(target: unknown, functions: readonly string[]): boolean;
}
