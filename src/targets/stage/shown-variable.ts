// The values of stage variables that may be shown. Most may be secrets, so only values that are the version
// of a released function are shown.

import type { FunctionChange } from '../../rollout/release.ts';

/** The variables that the canary overrides, as known to the rollout. */
export interface KnownVariables {
  readonly functions: readonly FunctionChange[];
  readonly overrides: Readonly<Record<string, string>>;
}

/**
 * The value of a variable, if it may be shown: this rollout writes the version of a function into the
 * variable, and the value is a version of the same function.
 *
 * @param value `null` if the variable does not exist
 */
export function shownValue(
  name: string,
  value: string | null,
  { functions, overrides }: KnownVariables,
): string | undefined {
  const ours = Object.hasOwn(overrides, name) ? overrides[name] : undefined;
  if (value === null || ours === undefined) return undefined;
  const held = functions.some(
    (fn) => versionIn(ours, fn.name) === fn.to && versionIn(value, fn.name) !== undefined,
  );
  return held ? value : undefined;
}

const ARN_HEAD = /^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:/;

/** `7` from `7`, `orders:7` or the ARN of that version. */
function versionIn(value: string, functionName: string): string | undefined {
  const [, name, version] = /^(?:([\w-]+):)?(\d{1,10})$/.exec(value.replace(ARN_HEAD, '')) ?? [];
  return name === undefined || name === functionName ? version : undefined;
}

/**
 * Describes the variables in which a set of overrides differs from the expected one: with the value if it is a
 * version, otherwise by name only.
 */
export function describeOtherOverrides(
  found: Readonly<Record<string, string>>,
  known: KnownVariables,
): string {
  const names = [...new Set([...Object.keys(known.overrides), ...Object.keys(found)])];
  const value = (of: Readonly<Record<string, string>>, name: string) =>
    Object.hasOwn(of, name) ? (of[name] ?? null) : null;
  const words = names.flatMap((name) => {
    const [theirs, ours] = [value(found, name), value(known.overrides, name)];
    if (theirs === ours) return [];
    if (theirs === null) return [`"${name}" is missing`];
    if (ours === null) return [`"${name}" is added`];
    const shown = shownValue(name, theirs, known);
    return [
      shown === undefined ? `"${name}" has a different value` : `${name}=${shown}, not ${ours}`,
    ];
  });
  return words.join('; ');
}
