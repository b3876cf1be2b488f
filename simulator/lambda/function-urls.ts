// Function URLs: one for the unqualified function and for each alias. The simulator stores them and serves none: its
// address answers nothing. Forms as in botocore's model; errors as LocalStack's provider words them, which is tested
// against AWS.

import { conflict, functionNotFound, notFound, validation } from './errors.ts';
import { qualified } from './function-name.ts';
import type { FunctionUrl, LambdaFunction } from './model.ts';
import type { Operation } from './operation.ts';
import type { Scope } from './versions.ts';
import { type Input, jsonReply, noContent, page, readMembers, requiredString } from './wire.ts';

const PATH = '/2021-10-31/functions/{FunctionName}/url';
const URLS_PER_PAGE = 50;

export function functionUrlOperations(scope: Scope): readonly Operation[] {
  return [
    { name: 'CreateFunctionUrlConfig', method: 'POST', path: PATH, perform: create(scope) },
    { name: 'GetFunctionUrlConfig', method: 'GET', path: PATH, perform: get(scope) },
    { name: 'DeleteFunctionUrlConfig', method: 'DELETE', path: PATH, perform: remove(scope) },
    { name: 'ListFunctionUrlConfigs', method: 'GET', path: `${PATH}s`, perform: list(scope) },
  ];
}

function create(scope: Scope): Operation['perform'] {
  const { world } = scope;
  return (input) => {
    const { fn, key } = find(scope, input);
    if (key !== '$LATEST' && !fn.aliases.has(key)) {
      throw notFound('Function does not exist');
    }
    if (fn.urls.has(key)) {
      throw conflict(
        `Failed to create function url config for [functionArn = ${arnOf(fn, key)}]. Error message:  FunctionUrlConfig exists for this Lambda function`,
      );
    }
    const authType = requiredString(readMembers(input.body), 'AuthType');
    if (authType !== 'NONE' && authType !== 'AWS_IAM') {
      throw validation(authType, 'authType', 'Member must satisfy enum value set: [NONE, AWS_IAM]');
    }
    const id = world.random.uuid().replaceAll('-', '');
    const url: FunctionUrl = {
      address: `https://${id}.lambda-url.${world.place.region}.on.aws/`,
      authType,
      createdAt: world.clock.now(),
    };
    fn.urls.set(key, url);
    return jsonReply(201, view(fn, key, url));
  };
}

function get(scope: Scope): Operation['perform'] {
  return (input) => {
    const { fn, key } = find(scope, input);
    const url = fn.urls.get(key);
    if (!url) throw notFound('The resource you requested does not exist.');
    return jsonReply(200, view(fn, key, url));
  };
}

function remove(scope: Scope): Operation['perform'] {
  return (input) => {
    const { fn, key } = find(scope, input);
    if (!fn.urls.delete(key)) throw notFound('The resource you requested does not exist.');
    return noContent;
  };
}

/** Those of the aliases too. */
function list({ store }: Scope): Operation['perform'] {
  return (input) => {
    const fn = store.find(store.named(input));
    const cut = page([...fn.urls], input.query, URLS_PER_PAGE);
    return jsonReply(200, {
      FunctionUrlConfigs: cut.items.map(([key, url]) => view(fn, key, url)),
      NextMarker: cut.NextMarker,
    });
  };
}

/** A version cannot have a URL: its number is refused by the pattern of the model. */
function find({ store }: Scope, input: Input): { fn: LambdaFunction; key: string } {
  const { name, qualifier = '$LATEST' } = store.named(input);
  if (/^[0-9]+$/.test(qualifier)) {
    const pattern = '((?!^\\d+$)^[0-9a-zA-Z-_]+$)';
    throw validation(
      qualifier,
      'qualifier',
      `Member must satisfy regular expression pattern: ${pattern}`,
    );
  }
  const fn = store.functions.get(name);
  if (!fn) throw functionNotFound(store.arn({ name, qualifier: undefined }));
  return { fn, key: qualifier };
}

function arnOf(fn: LambdaFunction, key: string): string {
  return qualified(fn.arn, key === '$LATEST' ? undefined : key);
}

function view(fn: LambdaFunction, key: string, { address, authType, createdAt }: FunctionUrl) {
  const time = new Date(createdAt).toISOString();
  return {
    FunctionUrl: address,
    FunctionArn: arnOf(fn, key),
    AuthType: authType,
    InvokeMode: 'BUFFERED',
    CreationTime: time,
    LastModifiedTime: time,
  };
}
