// What a run does next, and how it can end.

/** How a rollout ended, or how this run left it. */
export type Ending =
  | { readonly kind: 'promoted' }
  | { readonly kind: 'rolled-back'; readonly reason: string }
  /** What stands stays as it is until a later run goes on. */
  | { readonly kind: 'held'; readonly reason: string }
  /** Stopped; the reason says what stands now. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** It was to be rolled back, and could not be: someone must mend it by hand. */
  | { readonly kind: 'stuck'; readonly reason: string };

export type Decision =
  | { readonly kind: 'shift'; readonly step: number; readonly weight: number }
  /** Nothing to do before this time, in seconds since the epoch, but to look again. */
  | { readonly kind: 'wait'; readonly until: number }
  /** Ask the hook of this phase, and look on while it thinks. */
  | { readonly kind: 'hook' }
  | { readonly kind: 'promote' }
  | { readonly kind: 'roll-back'; readonly reason: string }
  /** Clear away what was prepared: no user was served it. */
  | { readonly kind: 'abandon'; readonly reason: string }
  /** Forget the rollout, and be done. */
  | { readonly kind: 'finish'; readonly ending: Ending }
  /** End this run and leave what is remembered in AWS. */
  | { readonly kind: 'leave'; readonly ending: Ending };
