// References of a recording to values of this run: `${given.name}`, `${env.region}`, `${api.id}`.

/** Everything that can be referred to: `given`, `env`, and each stored answer by its name. */
export type Known = Readonly<Record<string, unknown>>;

/** A reference to an answer that is missing. */
export class Unresolved extends Error {}

/** The value at `a.b[0].c`. Throws `Unresolved`. */
export function lookUp(known: Known, path: string): unknown {
  let value: unknown = known;
  for (const key of path.split(/[.[\]]+/).filter(Boolean)) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  if (value === undefined) throw new Unresolved(`no value for ${path}`);
  return value;
}

/** Replaces the references in a string. Throws `Unresolved`. */
export function fill(known: Known, text: string): string {
  return text.replace(/\$\{([a-zA-Z_][\w.[\]]*)\}/g, (_, path: string) =>
    String(lookUp(known, path)),
  );
}

/** Replaces the references in every string of a request; `special` may replace a value itself. */
export function fillAll(
  known: Known,
  value: unknown,
  special: (value: object) => unknown = () => undefined,
): unknown {
  if (typeof value === 'string') return fill(known, value);
  if (Array.isArray(value)) return value.map((each) => fillAll(known, each, special));
  if (typeof value !== 'object' || value === null) return value;
  const taken = special(value);
  if (taken !== undefined) return taken;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, fillAll(known, each, special)]),
  );
}
