// Inputs with a value for each function: `8` for a single function, or `orders=8, payments=3`.

import { didYouMean } from '../base/suggest.ts';
import type { FunctionInput } from './values.ts';

/** Values by function name. The empty name stands for the only function. */
export type PerFunction<T = string> = Readonly<Record<string, T>>;

/** @returns the value of a function; adds a problem for each value that has no function */
export function perFunction<T = string>(
  input: string,
  values: PerFunction<T> | undefined,
  functions: readonly FunctionInput[],
  problems: string[],
  textOf: (value: T) => string = String,
): (functionName: string) => T | undefined {
  const { '': lone, ...named }: PerFunction<T> = values ?? {};
  if (lone !== undefined && functions.length !== 1) {
    const text = textOf(lone);
    problems.push(
      `${input}: "${text}" does not name its function, and ${functions.length} are listed; expected for example orders=${text}`,
    );
  }
  const names = functions.map(({ name }) => name);
  for (const name of Object.keys(named).filter((each) => !names.includes(each))) {
    problems.push(`${input}: "${name}" is not among the functions.${didYouMean(name, names)}`);
  }
  return (name) => (Object.hasOwn(named, name) ? named[name] : lone);
}
