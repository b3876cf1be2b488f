// src/cli/cli-command.ts
var EXIT = {
  /** Promoted, unchanged, planned, previewed, or in progress; or done as asked, such as a rollback by `rollback`. */
  ok: 0,
  /** Rolled back or failed. */
  failed: 1,
  /** The command line is wrong. Nothing was begun. */
  usage: 2,
  /** The release is held, and waits for a person. */
  held: 3,
  /** A rollback failed: a person must act. */
  stuck: 4
};

export {
  EXIT
};
