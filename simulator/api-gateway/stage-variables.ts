// Allowed names and values of stage variables. Messages as in AWS.

import { badRequest, limitExceeded } from './errors.ts';
import type { TextMap } from './model.ts';

const NAME = /^\w{1,64}$/;
/** The documented set. AWS's own message also lists the space, which its documentation excludes. */
const VALUE = /^[A-Za-z0-9\-._~:/?#&=,]{1,512}$/;
const MAX_VARIABLES = 100;

/** Throws BadRequest if AWS would refuse the variable. */
export function checkVariable(name: string, value: string): void {
  if (!NAME.test(name)) {
    throw badRequest(
      `Invalid stage variable name: ${name}.  Please use names with only word characters.`,
    );
  }
  if (!VALUE.test(value)) {
    throw badRequest(
      `Invalid stage variable value: ${value}.  Please use values with alphanumeric characters and the symbols ' ', -', '.', '_', ':', '/', '?', '&', '=', and ','.`,
    );
  }
}

/** Checks each variable and their number. Returns the map, or `undefined` if it is empty. */
export function checkedVariables(variables: TextMap | undefined): TextMap | undefined {
  const list = Object.entries(variables ?? {});
  for (const [name, value] of list) checkVariable(name, value);
  if (list.length > MAX_VARIABLES) {
    throw limitExceeded(`A stage can have at most ${MAX_VARIABLES} variables`);
  }
  return list.length > 0 ? variables : undefined;
}
