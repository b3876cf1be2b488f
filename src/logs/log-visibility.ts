// What a function's logging settings hide. Lambda has levels in the JSON format only (Lambda developer guide, "Log-level
// filtering"): at the system level WARN, it leaves out the lines of successful invocations, so failures cannot be
// related to a total.

/** The part of a function's configuration that is needed here. */
export interface LoggingSettings {
  readonly format: 'Text' | 'JSON';
  readonly systemLevel?: 'DEBUG' | 'INFO' | 'WARN';
  /** `nodejs22.x`; `undefined` for a container image. */
  readonly runtime?: string;
}

export interface Visibility {
  /** Whether successful invocations have a line. */
  readonly successes: boolean;
  /**
   * Whether every failed invocation has a line that shows it. If not, a failure that is seen is still one.
   */
  readonly failures: boolean;
}

/**
 * In the text format, Lambda states how an invocation ended only if the platform ended it. What the code threw is shown
 * by the record of the runtime: .NET's looks like an error that the code handled, and runtimes of the user's own may
 * write none.
 */
export function visibilityOf({ format, systemLevel, runtime }: LoggingSettings): Visibility {
  if (format === 'JSON') return { successes: systemLevel !== 'WARN', failures: true };
  return { successes: true, failures: /^(?:nodejs|python|java|ruby)/.test(runtime ?? '') };
}
