export interface RuntimeLogOptions {
  readonly logFormat: string;
  /** The least level that is written, in the format JSON; default `INFO`. */
  readonly level: string | undefined;
  /** Of the unpacked code. */
  readonly folder: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Of the current invocation. */
  readonly requestId: () => string | undefined;
  /** Takes one log event. */
  readonly emit: (message: string) => void;
}

export interface RuntimeLog {
  readonly methods: Readonly<Record<string, (...parts: unknown[]) => void>>;
  print(text: string): void;
  failure(what: string, error: unknown): void;
  /** The text with the path of the code as it is on AWS. */
  asOnAws(text: string): string;
}

export function createRuntimeLog(options: RuntimeLogOptions): RuntimeLog;
