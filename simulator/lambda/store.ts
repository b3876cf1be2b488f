// The functions of the account, and how to find them.

import type { Place } from '../world.ts';
import { aliasNotFound, functionNotFound } from './errors.ts';
import { type FunctionName, functionArn, parseFunctionName, qualified } from './function-name.ts';
import type { Alias, LambdaFunction, Version } from './model.ts';
import type { Input } from './wire.ts';

export interface Store {
  readonly functions: Map<string, LambdaFunction>;
  /** The function that a request names in its path and, optionally, its `Qualifier`. */
  named(input: Input): FunctionName;
  /** @throws AwsError 404 naming the ARN, with the qualifier if one was given. */
  find(name: FunctionName): LambdaFunction;
  /** The ARN of the function in a request, whether it exists or not. */
  arn(name: FunctionName): string;
}

export function createStore(place: Place): Store {
  const functions = new Map<string, LambdaFunction>();
  const arn = ({ name, qualifier }: FunctionName) => qualified(functionArn(place, name), qualifier);
  return {
    functions,
    arn,
    named: ({ labels, query }) =>
      parseFunctionName(place, labels.FunctionName ?? '', query.get('Qualifier') ?? undefined),
    find: (named) => {
      const found = functions.get(named.name);
      if (!found) throw functionNotFound(arn(named));
      return found;
    },
  };
}

/** `$LATEST`, or a published version. */
export function versionOf(fn: LambdaFunction, number: string): Version | undefined {
  return number === '$LATEST' ? fn.latest : fn.versions.get(number);
}

/** @throws AwsError 404 if the function has no such version. */
export function requireVersion(fn: LambdaFunction, number: string): Version {
  const version = versionOf(fn, number);
  if (!version) throw functionNotFound(qualified(fn.arn, number));
  return version;
}

/** The version of a qualifier; for an alias, its primary version. */
export function versionBehind(fn: LambdaFunction, qualifier = '$LATEST'): Version {
  const alias = fn.aliases.get(qualifier);
  if (alias) return requireVersion(fn, alias.routing.primary);
  return requireVersion(fn, qualifier);
}

/** @throws AwsError 404 if the function has no such alias. */
export function requireAlias(fn: LambdaFunction, name: string): Alias {
  const alias = fn.aliases.get(name);
  if (!alias) throw aliasNotFound(qualified(fn.arn, name));
  return alias;
}

/** Aliases that send any traffic to that version. */
export function aliasesOf(fn: LambdaFunction, number: string): readonly Alias[] {
  return [...fn.aliases.values()].filter(
    ({ routing }) => routing.primary === number || routing.additional?.version === number,
  );
}
