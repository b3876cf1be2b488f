// src/cli/usage-error.ts
import {
  src_base_errors_ts__KnownError as KnownError
} from "./core.js";
var UsageError = class extends KnownError {
  problems;
  /** @param problems sentences without their ends, each named by its flag or variable */
  constructor(problems) {
    super(problems.join("\n"));
    this.problems = problems;
  }
};

export {
  UsageError
};
