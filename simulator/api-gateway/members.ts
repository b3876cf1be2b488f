// Changes to immutable values: each returns a new value.

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Omits the members that are `undefined`. */
export function present<T extends object>(members: T): Partial<Present<T>> {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<Present<T>>;
}

/** The map, or `undefined` if it is empty: AWS returns no empty maps. */
export const nonEmpty = <M extends object>(map: M | undefined): M | undefined =>
  map && Object.keys(map).length > 0 ? map : undefined;

/** The value without that key. */
export function without<V>(
  value: Readonly<Record<string, V>>,
  key: string,
): Readonly<Record<string, V>>;
export function without<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K>;
export function without(value: object, key: string): object {
  const { [key]: _, ...rest } = value as Record<string, unknown>;
  return rest;
}

/** The value with that member replaced, or without it if there is no new value. */
export function withMember<T extends object, K extends keyof T & string>(
  value: T,
  key: K,
  next: T[K] | undefined,
): T {
  const rest: object = without(value, key);
  return (next === undefined ? rest : { ...rest, [key]: next }) as T;
}

/** The entry with that key. The key is untrusted: `constructor` is no entry. */
export const entryOf = <V>(map: Readonly<Record<string, V>> | undefined, key: string) =>
  map && Object.hasOwn(map, key) ? map[key] : undefined;
