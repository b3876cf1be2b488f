// Functions: create, read, list, delete.

import { requireRoom } from './account.ts';
import { codeIn, readPermissions, requireSize } from './code-sources.ts';
import { newConfiguration } from './configuration.ts';
import { conflict, functionNotFound, invalidParameter } from './errors.ts';
import { functionArn, parseFunctionName, qualified } from './function-name.ts';
import type { Code, Configuration, LambdaFunction } from './model.ts';
import type { Operation } from './operation.ts';
import { aliasesOf, versionBehind } from './store.ts';
import { publish, type Scope } from './versions.ts';
import { functionConfiguration, justChanged, listedVersion } from './view.ts';
import {
  type Input,
  isMembers,
  jsonReply,
  noContent,
  page,
  readMembers,
  requiredString,
} from './wire.ts';

const PATH = '/2015-03-31/functions';
const FUNCTIONS_PER_PAGE = 50;

export function functionOperations(scope: Scope): readonly Operation[] {
  const one = `${PATH}/{FunctionName}`;
  return [
    {
      name: 'CreateFunction',
      method: 'POST',
      path: PATH,
      reads: readPermissions(scope.world.place),
      perform: create(scope),
    },
    { name: 'ListFunctions', method: 'GET', path: PATH, perform: list(scope) },
    { name: 'GetFunction', method: 'GET', path: one, perform: get(scope) },
    {
      name: 'GetFunctionConfiguration',
      method: 'GET',
      path: `${one}/configuration`,
      perform: getConfiguration(scope),
    },
    { name: 'DeleteFunction', method: 'DELETE', path: one, perform: remove(scope) },
  ];
}

function create(scope: Scope): Operation['perform'] {
  const { world, store, settings } = scope;
  return ({ body }) => {
    const members = readMembers(body);
    const { name } = parseFunctionName(world.place, requiredString(members, 'FunctionName'));
    const source = members.Code;
    requireSize(body, 'CreateFunction');
    const code = codeIn(isMembers(source) ? source : {}, scope.objects);
    const configuration = newConfiguration(
      code.imageUri === undefined ? members : { ...members, Runtime: '', Handler: '' },
      name,
    );
    if (store.functions.has(name)) throw conflict(`Function already exist: ${name}`);
    const readyAt = world.clock.now() + settings.updateSeconds * 1000;
    const fn = newFunction(scope, name, { code, configuration, readyAt });
    if (isMembers(members.Tags)) {
      requireRoom(new Set(Object.keys(members.Tags)));
      for (const [key, value] of Object.entries(members.Tags)) fn.tags.set(key, String(value));
    }
    store.functions.set(name, fn);
    const shown = members.Publish === true ? publish(scope, fn, { readyAt }) : fn.latest;
    // The answer has the published number, but the unqualified ARN.
    return jsonReply(201, justChanged(world.place, fn, shown, undefined));
  };
}

function newFunction(
  { world }: Scope,
  name: string,
  made: { readonly code: Code; readonly configuration: Configuration; readonly readyAt: number },
): LambdaFunction {
  return {
    name,
    arn: functionArn(world.place, name),
    latest: {
      number: '$LATEST',
      release: { code: made.code, configuration: made.configuration },
      description: made.configuration.Description,
      lastModified: world.clock.now(),
      revisionId: world.random.uuid(),
      change: { kind: 'creating', until: made.readyAt, revisionId: world.random.uuid() },
    },
    versions: new Map(),
    lastNumber: 0,
    updated: false,
    aliases: new Map(),
    policies: new Map(),
    provisioned: new Map(),
    urls: new Map(),
    asyncSettings: new Map(),
    tags: new Map(),
    reservedConcurrency: undefined,
    running: 0,
  };
}

function list({ world, store }: Scope): Operation['perform'] {
  return ({ query }) => {
    const now = world.clock.now();
    const everyVersion = query.get('FunctionVersion') === 'ALL';
    const entries = [...store.functions.values()].flatMap((fn) => [
      listedVersion(fn, fn.latest, {
        now,
        arnQualifier: everyVersion ? '$LATEST' : undefined,
      }),
      ...(everyVersion ? [...fn.versions.values()] : []).map((version) =>
        listedVersion(fn, version, { now, arnQualifier: version.number }),
      ),
    ]);
    const cut = page(entries, query, FUNCTIONS_PER_PAGE);
    return jsonReply(200, { Functions: cut.items, NextMarker: cut.NextMarker });
  };
}

/** The function and its configuration for the qualifier of the request. */
function readFunction({ world, store }: Scope, input: Input) {
  const { name, qualifier } = store.named(input);
  const fn = store.find({ name, qualifier });
  const known = qualifier === undefined || qualifier === '$LATEST' || fn.aliases.has(qualifier);
  if (!known && !fn.versions.has(qualifier)) throw functionNotFound(qualified(fn.arn, qualifier));
  const seen = { now: world.clock.now(), arnQualifier: qualifier };
  const version = versionBehind(fn, qualifier);
  return { fn, version, configuration: functionConfiguration(world.place, fn, version, seen) };
}

function get(scope: Scope): Operation['perform'] {
  return (input) => {
    const { fn, version, configuration } = readFunction(scope, input);
    const id = encodeURIComponent(version.release.code.sha256);
    const { region } = scope.world.place;
    return jsonReply(200, {
      Configuration: configuration,
      Code: version.release.code.imageUri
        ? {
            RepositoryType: 'ECR',
            ImageUri: version.release.code.imageUri,
            ResolvedImageUri: version.release.code.imageUri,
          }
        : {
            // AWS returns a presigned URL of S3; this one does not work.
            RepositoryType: 'S3',
            Location: `https://awslambda-${region}-tasks.s3.${region}.amazonaws.com/snapshots/${fn.name}?versionId=${id}`,
          },
      ...(fn.tags.size > 0 && { Tags: Object.fromEntries(fn.tags) }),
      ...(fn.reservedConcurrency !== undefined && {
        Concurrency: { ReservedConcurrentExecutions: fn.reservedConcurrency },
      }),
    });
  };
}

function getConfiguration(scope: Scope): Operation['perform'] {
  return (input) => jsonReply(200, readFunction(scope, input).configuration);
}

/** Without a qualifier the whole function is deleted, with all versions and aliases. */
function remove({ store }: Scope): Operation['perform'] {
  return (input) => {
    const { name, qualifier } = store.named(input);
    // The error for an absent function names it without the qualifier, as recorded from AWS.
    const fn = store.find({ name, qualifier: undefined });
    if (qualifier === undefined) {
      store.functions.delete(fn.name);
      return noContent;
    }
    if (qualifier === '$LATEST') {
      throw invalidParameter('$LATEST version cannot be deleted without deleting the function.');
    }
    if (fn.aliases.has(qualifier)) {
      throw invalidParameter('Deletion of aliases is not currently supported.');
    }
    const holders = aliasesOf(fn, qualifier).map((alias) => alias.name);
    if (holders.length > 0) {
      throw conflict(
        `Unable to delete version because the following aliases reference it: [${holders.join(', ')}]`,
      );
    }
    // A version that does not exist counts as deleted: 204 as well.
    fn.versions.delete(qualifier);
    fn.policies.delete(qualifier);
    fn.asyncSettings.delete(qualifier);
    fn.provisioned.delete(qualifier);
    return noContent;
  };
}
