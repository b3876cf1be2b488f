// Checks of parsed JSON: whether a value has the required type and characters.

export type Check = (value: unknown) => boolean;
export type Members = Readonly<Record<string, unknown>>;

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member of the value; inherited ones do not count. */
export function own(members: Members, name: string): unknown {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

export function isText(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

export const text =
  (pattern: RegExp): Check =>
  (value) =>
    isText(value, pattern);

export const number =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;

export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

export const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

export const members =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isMembers(value) && Object.entries(checks).every(([name, check]) => check(own(value, name)));

/** A map whose names all have the same form. */
export const map =
  (isName: Check, check: Check): Check =>
  (value) =>
    isMembers(value) &&
    Object.entries(value).every(([name, member]) => isName(name) && check(member));

export const isBoolean: Check = (value) => typeof value === 'boolean';
export const isString: Check = (value) => typeof value === 'string';
export const isCount = number(0, 1e9);

/** Whether two lists contain the same names. */
export function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}
