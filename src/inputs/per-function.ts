// Inputs with a value for each function: `8` for a single function, or `orders=8, payments=3`.

import { didYouMean } from '../base/suggest.ts';
import type { FunctionInput } from './values.ts';

/** Values by function name. The empty name stands for the only function. */
export type PerFunction = Readonly<Record<string, string>>;

/** @returns the value of a function; adds a problem for each value that has no function */
export function perFunction(
  input: string,
  values: PerFunction | undefined,
  functions: readonly FunctionInput[],
  problems: string[],
): (functionName: string) => string | undefined {
  const { '': lone, ...named } = values ?? {};
  if (lone !== undefined && functions.length !== 1) {
    problems.push(
      `${input}: "${lone}" does not name its function, and ${functions.length} are listed; expected for example orders=${lone}`,
    );
  }
  const names = functions.map(({ name }) => name);
  for (const name of Object.keys(named).filter((each) => !names.includes(each))) {
    problems.push(`${input}: "${name}" is not among the functions.${didYouMean(name, names)}`);
  }
  return (name) => (Object.hasOwn(named, name) ? named[name] : lone);
}
