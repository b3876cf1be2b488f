// What a release made for itself and left, because every run of it has died.

export interface Orphan {
  /** Of the stage, or of what else it is. */
  readonly name: string;
  readonly words: string;
  /** Why nothing needs it, as part of a sentence. */
  readonly why: string;
  /** @returns whether it was removed; otherwise it is needed again. Throws a `KnownError`. */
  remove(): Promise<boolean>;
}
