// The settings of asynchronous invocations: retries, age and destinations, for each qualifier. A new version has none.
// The simulator applies the number of retries, and only stores the rest. Forms as in botocore's model; errors as LocalStack's provider words
// them, which is tested against AWS.

import { invalidParameter, notFound } from './errors.ts';
import { qualified } from './function-name.ts';
import type { AsyncSettings, LambdaFunction } from './model.ts';
import type { Operation } from './operation.ts';
import { versionBehind } from './store.ts';
import type { Scope } from './versions.ts';
import { type Input, jsonReply, noContent, optionalInteger, page, readMembers } from './wire.ts';

const PATH = '/2019-09-25/functions/{FunctionName}/event-invoke-config';
const CONFIGS_PER_PAGE = 50;

export function asyncInvocationOperations(scope: Scope): readonly Operation[] {
  return [
    { name: 'PutFunctionEventInvokeConfig', method: 'PUT', path: PATH, perform: put(scope) },
    { name: 'GetFunctionEventInvokeConfig', method: 'GET', path: PATH, perform: get(scope) },
    {
      name: 'DeleteFunctionEventInvokeConfig',
      method: 'DELETE',
      path: PATH,
      perform: remove(scope),
    },
    {
      name: 'ListFunctionEventInvokeConfigs',
      method: 'GET',
      path: `${PATH}/list`,
      perform: list(scope),
    },
  ];
}

function put(scope: Scope): Operation['perform'] {
  return (input) => {
    const { fn, key } = find(scope, input);
    // AWS refuses a version or alias that does not exist.
    versionBehind(fn, key);
    const members = readMembers(input.body);
    const retries = optionalInteger(members, 'MaximumRetryAttempts', [0, 2]);
    const age = optionalInteger(members, 'MaximumEventAgeInSeconds', [60, 21_600]);
    const { DestinationConfig: destinations } = members;
    if (retries === undefined && age === undefined && destinations === undefined) {
      throw invalidParameter(
        'You must specify at least one of error handling or destination setting.',
      );
    }
    const settings: AsyncSettings = {
      retries,
      age,
      destinations: destinations ?? { OnSuccess: {}, OnFailure: {} },
      lastModified: scope.world.clock.now(),
    };
    fn.asyncSettings.set(key, settings);
    return jsonReply(200, view(fn, key, settings));
  };
}

function get(scope: Scope): Operation['perform'] {
  return (input) => {
    const { fn, key } = find(scope, input);
    const settings = fn.asyncSettings.get(key);
    if (!settings) throw absent(fn, key);
    return jsonReply(200, view(fn, key, settings));
  };
}

function remove(scope: Scope): Operation['perform'] {
  return (input) => {
    const { fn, key } = find(scope, input);
    if (!fn.asyncSettings.delete(key)) throw absent(fn, key);
    return noContent;
  };
}

function list({ store }: Scope): Operation['perform'] {
  return (input) => {
    const fn = store.find(store.named(input));
    const cut = page([...fn.asyncSettings], input.query, CONFIGS_PER_PAGE);
    return jsonReply(200, {
      FunctionEventInvokeConfigs: cut.items.map(([key, settings]) => view(fn, key, settings)),
      NextMarker: cut.NextMarker,
    });
  };
}

function find({ store }: Scope, input: Input): { fn: LambdaFunction; key: string } {
  const named = store.named(input);
  return { fn: store.find(named), key: named.qualifier ?? '$LATEST' };
}

function absent(fn: LambdaFunction, key: string) {
  return notFound(`The function ${qualified(fn.arn, key)} doesn't have an EventInvokeConfig`);
}

function view(
  fn: LambdaFunction,
  key: string,
  { retries, age, destinations, lastModified }: AsyncSettings,
) {
  return {
    FunctionArn: qualified(fn.arn, key),
    LastModified: lastModified / 1000,
    ...(retries !== undefined && { MaximumRetryAttempts: retries }),
    ...(age !== undefined && { MaximumEventAgeInSeconds: age }),
    DestinationConfig: destinations,
  };
}
