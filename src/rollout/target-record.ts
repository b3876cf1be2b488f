// The part of a record that only the target's kind can read. The domain stores it and hands it on.

export interface TargetRecord {
  readonly kind: string;
  readonly [member: string]: unknown;
}

/** What a kind of target says of its part of a record. */
export interface TargetCodec {
  readonly kind: string;
  /**
   * Whether a value is such a part, every member as this action and AWS would have made it. Whoever may write
   * tags may write one.
   *
   * @param functions the names of those that the record releases
   */
  fits(target: unknown, functions: readonly string[]): boolean;
}
