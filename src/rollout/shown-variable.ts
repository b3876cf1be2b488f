// The values of stage variables that people are shown. Most may be secrets, so only those are shown
// that hold the version of a function which is released.

import type { FunctionChange } from './release.ts';

/** What a rollout knows of the variables that its canary overrides. */
export interface KnownVariables {
  readonly functions: readonly FunctionChange[];
  readonly overrides: Readonly<Record<string, string>>;
}

/**
 * The value of a variable, where it may be shown: this rollout writes the version of a function into that
 * variable, and the value is a version of the same function.
 *
 * @param value `null`: there is no such variable
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

/** `7`, out of `7`, `orders:7` or the ARN of that version. */
function versionIn(value: string, functionName: string): string | undefined {
  const [, name, version] = /^(?:([\w-]+):)?(\d{1,10})$/.exec(value.replace(ARN_HEAD, '')) ?? [];
  return name === undefined || name === functionName ? version : undefined;
}

/**
 * In which variables a set of overrides is not the one that was expected, for a sentence: the version
 * where it is one, else the name alone.
 */
export function sayOtherOverrides(
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
    return [shown === undefined ? `"${name}" has another value` : `${name}=${shown}, not ${ours}`];
  });
  return words.join('; ');
}
