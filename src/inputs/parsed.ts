// What a parser of an input answers: a value, or what is wrong with its text.

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly string[] };

export type Parser<T> = (text: string) => Parsed<T>;

/** The text means this. */
export const ok = <T>(value: T): Parsed<T> => ({ ok: true, value });
/** What is wrong: each problem shows the text, and says what was expected. */
export const bad = <T>(...problems: readonly string[]): Parsed<T> => ({ ok: false, problems });
