// What became of an issue or a revert.

export type FollowUpResult =
  /** `name`: for a link. */
  | { readonly kind: 'done'; readonly words: string; readonly url: string; readonly name: string }
  /** `words`: why, and what to do instead. */
  | { readonly kind: 'not-done'; readonly words: string };
