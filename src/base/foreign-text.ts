// Text of others, which may be anything: what cannot be parsed is `undefined` instead of an error.

/** What the text holds; `undefined`: it is not JSON. The parser's own message would show a part of it. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A text without its percent-encoding; `undefined`: it has a lone percent sign, so it is not encoded. */
export function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The bytes of a text in base64, one to a character; `undefined`: it is not base64. */
export function binaryIn(base64: string): string | undefined {
  try {
    return atob(base64);
  } catch {
    return undefined;
  }
}
