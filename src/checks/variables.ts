// `${name}` in a check: a value that an earlier check saved, or a secret. `$${` stands for `${` itself.

export type Values = ReadonlyMap<string, unknown>;

export const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/;

const USE = /\$\$\{|\$\{([^{}]*)\}/g;

/** The names that a text uses, also those that are no names. */
export function namesIn(text: string): readonly string[] {
  return [...text.matchAll(USE)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

/** The same for all texts in a value of JSON. */
export function namesInJson(value: unknown): readonly string[] {
  if (typeof value === 'string') return namesIn(value);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(namesInJson);
}

/** @param write how a value is written at its place */
export function fill(
  text: string,
  values: Values,
  write: (value: string) => string = (value) => value,
): string {
  return text.replace(USE, (use, name: string | undefined) =>
    name === undefined ? '${' : values.has(name) ? write(String(values.get(name))) : use,
  );
}

/** In JSON, a text that is nothing but one name becomes the value itself: a number stays a number. */
export function fillJson(value: unknown, values: Values): unknown {
  if (typeof value === 'string') {
    const [, only] = /^\$\{([^{}]*)\}$/.exec(value) ?? [];
    return only !== undefined && values.has(only) ? values.get(only) : fill(value, values);
  }
  if (Array.isArray(value)) return value.map((item) => fillJson(item, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, fillJson(member, values)]),
  );
}

/** For a regular expression. */
export function escapePattern(value: string): string {
  return value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
