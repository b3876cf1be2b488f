// A release that was served before, to roll back to after a promotion.

/** An earlier release to roll back to. */
export type EarlierRelease =
  /** The release before the current one. */
  | { readonly kind: 'previous' }
  | { readonly kind: 'deployment'; readonly id: string }
  /** Versions by function name; the empty name stands for the only function. */
  | { readonly kind: 'versions'; readonly versions: Readonly<Record<string, string>> };
