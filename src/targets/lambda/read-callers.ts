// Reads what leads to a function and its aliases. Whatever cannot be read is left out, and said.

import type { FunctionCalls } from '../../aws/functions.ts';
import type { Qualifiers } from '../../aws/qualifiers.ts';
import type { EventSource } from '../../aws/versions.ts';
import { known } from '../../base/errors.ts';
import type { Callers } from './callers.ts';
import { permittedCallers } from './policy-callers.ts';

export type Optional<T> = { readonly value: T } | { readonly why: string };

export async function optional<T>(read: () => Promise<T>): Promise<Optional<T>> {
  try {
    return { value: await read() };
  } catch (error) {
    return { why: known(error).message };
  }
}

export function valueIn<T>(found: Optional<T>): T | undefined {
  return 'value' in found ? found.value : undefined;
}

export interface CallersFound {
  /**
   * What leads to exactly this ARN.
   *
   * @param certain `yes`: only permissions that are certainly about it
   */
  of(called: string, certain: 'yes' | 'unknown'): Callers;
  /** What could not be read. */
  readonly why: readonly string[];
}

/**
 * @param functionArn without a qualifier
 * @param aliases whose permissions are read as well
 * @param sources all event sources
 */
export async function readCallers(
  functions: Pick<FunctionCalls, 'readPolicy' | 'readResourcePolicy'>,
  qualifiers: Pick<Qualifiers, 'readUrlOwners'>,
  functionArn: string,
  aliases: readonly string[],
  sources: Optional<readonly EventSource[]>,
): Promise<CallersFound> {
  const name = functionArn.split(':')[6] ?? '';
  const policies: Optional<string | undefined>[] = [];
  for (const qualifier of [...aliases, '$LATEST']) {
    policies.push(await optional(() => functions.readPolicy(name, qualifier)));
  }
  // It may name the aliases as well.
  policies.push(await optional(() => functions.readResourcePolicy(functionArn)));
  const urls = await optional(() => qualifiers.readUrlOwners(name));
  const documents = policies.map(valueIn).filter((document) => document !== undefined);
  return {
    of: (called, certain) => ({
      permitted: permittedCallers({ arn: called, documents }, certain),
      sources: (valueIn(sources) ?? [])
        .filter((each) => each.functionArn === called)
        .map(({ sourceArn }) => sourceArn),
      hasUrl: (valueIn(urls) ?? []).includes(called),
    }),
    why: [...policies, urls].flatMap((one) => ('why' in one ? [one.why] : [])),
  };
}
