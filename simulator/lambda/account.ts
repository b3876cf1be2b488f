// GetAccountSettings, and the tags of functions.

import { unreserved } from './concurrency.ts';
import { invalidParameter, notFound } from './errors.ts';
import { parseFunctionName } from './function-name.ts';
import type { LambdaFunction } from './model.ts';
import type { Operation } from './operation.ts';
import type { Scope } from './versions.ts';
import { type Input, isMembers, jsonReply, noContent, readMembers } from './wire.ts';

const GIGABYTE = 1024 ** 3;
const MEGABYTE = 1024 ** 2;

export function accountOperations(scope: Scope): readonly Operation[] {
  const tags = '/2017-03-31/tags/{Resource}';
  return [
    {
      name: 'GetAccountSettings',
      method: 'GET',
      path: '/2016-08-19/account-settings',
      perform: () => jsonReply(200, accountSettings(scope)),
    },
    {
      name: 'ListTags',
      method: 'GET',
      path: tags,
      perform: (input) => jsonReply(200, { Tags: Object.fromEntries(tagged(scope, input).tags) }),
    },
    { name: 'TagResource', method: 'POST', path: tags, perform: tag(scope) },
    { name: 'UntagResource', method: 'DELETE', path: tags, perform: untag(scope) },
  ];
}

/** Every published version counts toward the storage of the account. */
function accountSettings(scope: Scope) {
  const functions = [...scope.store.functions.values()];
  const versions = functions.flatMap((fn) => [fn.latest, ...fn.versions.values()]);
  return {
    AccountLimit: {
      TotalCodeSize: 75 * GIGABYTE,
      CodeSizeUnzipped: 250 * MEGABYTE,
      CodeSizeZipped: 50 * MEGABYTE,
      ConcurrentExecutions: scope.settings.accountConcurrency,
      UnreservedConcurrentExecutions: unreserved(scope),
    },
    AccountUsage: {
      TotalCodeSize: versions.reduce((sum, { release }) => sum + release.code.zip.length, 0),
      FunctionCount: functions.length,
    },
  };
}

function tag(scope: Scope): Operation['perform'] {
  return (input) => {
    const { tags } = tagged(scope, input);
    const given = readMembers(input.body).Tags;
    const entries = Object.entries(isMembers(given) ? given : {});
    if (entries.some(([key]) => isReserved(key))) {
      throw invalidParameter('Tag keys that begin with aws: are reserved for system use.');
    }
    requireRoom(new Set([...tags.keys(), ...entries.map(([key]) => key)]));
    for (const [key, value] of entries) tags.set(key, String(value));
    return noContent;
  };
}

/** AWS's own tags are not counted. The text: recorded from AWS by LocalStack's tests of Lambda tags. */
export function requireRoom(keys: ReadonlySet<string>): void {
  const counted = [...keys].filter((key) => !isReserved(key));
  if (counted.length > MOST_TAGS) {
    throw invalidParameter('Number of tags exceeds resource tag limit.');
  }
}

const MOST_TAGS = 50;

const isReserved = (key: string) => key.toLowerCase().startsWith('aws:');

function untag(scope: Scope): Operation['perform'] {
  return (input) => {
    const { tags } = tagged(scope, input);
    for (const key of input.query.getAll('tagKeys')) tags.delete(key);
    return noContent;
  };
}

function tagged({ store, world }: Scope, input: Input): LambdaFunction {
  const arn = input.labels.Resource ?? '';
  const fn = store.functions.get(parseFunctionName(world.place, arn).name);
  if (!fn) throw notFound(`Function not found: ${arn}`);
  return fn;
}
