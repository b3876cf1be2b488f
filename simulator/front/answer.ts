// Answers over HTTP; with some faults a client gets none.

export interface WireReply {
  readonly status: number;
  /** Each element of a list is sent as a separate header line. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Uint8Array;
}

/** `silence`: the connection stays open without an answer. `cut`: it is closed abruptly. */
export type Answer =
  | { readonly kind: 'reply'; readonly reply: WireReply }
  | { readonly kind: 'silence' }
  | { readonly kind: 'cut' };

/** A JSON answer of the simulator itself (not of a simulated service). */
export function jsonReply(status: number, value: unknown): WireReply {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: `${JSON.stringify(value, null, 2)}\n`,
  };
}
