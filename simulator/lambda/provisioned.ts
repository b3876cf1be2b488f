// Provisioned concurrency: environments kept ready for a version or an alias. Allocation takes
// its time; until then the old ones, or none, are there.

import { AwsError } from '../service.ts';
import { aliasNotFound, conflict, functionNotFound, invalidParameter } from './errors.ts';
import { type FunctionName, qualified } from './function-name.ts';
import type { LambdaFunction, Provisioned } from './model.ts';
import type { Operation } from './operation.ts';
import { aliasesOf } from './store.ts';
import type { Scope } from './versions.ts';
import { jsonReply, noContent, optionalInteger, page, readMembers } from './wire.ts';

const PATH = '/2019-09-30/functions/{FunctionName}/provisioned-concurrency';
const CONFIGS_PER_PAGE = 50;

export function provisionedOperations(scope: Scope): readonly Operation[] {
  return [
    {
      name: 'PutProvisionedConcurrencyConfig',
      method: 'PUT',
      path: PATH,
      perform: put(scope),
    },
    {
      name: 'ListProvisionedConcurrencyConfigs',
      method: 'GET',
      path: PATH,
      requires: 'List',
      perform: list(scope),
    },
    { name: 'GetProvisionedConcurrencyConfig', method: 'GET', path: PATH, perform: get(scope) },
    {
      name: 'DeleteProvisionedConcurrencyConfig',
      method: 'DELETE',
      path: PATH,
      perform: remove(scope),
    },
  ];
}

function put(scope: Scope): Operation['perform'] {
  const { store, world, settings } = scope;
  return (input) => {
    const named = store.named(input);
    const fn = store.find(named);
    const qualifier = requireQualifier(fn, named);
    const members = readMembers(input.body);
    const range = [1, settings.accountConcurrency] as const;
    const requested = optionalInteger(members, 'ProvisionedConcurrentExecutions', range) ?? 1;
    requireFree(fn, qualifier);
    if (fn.reservedConcurrency !== undefined && requested > fn.reservedConcurrency) {
      throw invalidParameter(
        'Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function',
      );
    }
    const now = world.clock.now();
    const readyAt = now + settings.provisioningSeconds * 1000;
    const provisioned = { requested, readyAt, lastModified: now };
    fn.provisioned.set(qualifier, provisioned);
    return jsonReply(202, { ...view(provisioned, now), Status: 'IN_PROGRESS' });
  };
}

/** @throws AwsError 404, or 400 for what cannot have it. */
function requireQualifier(fn: LambdaFunction, { qualifier }: FunctionName): string {
  if (qualifier === undefined || qualifier === '$LATEST') {
    throw invalidParameter(
      'Provisioned Concurrency Configs cannot be applied to unpublished function versions.',
    );
  }
  if (fn.versions.has(qualifier) || fn.aliases.has(qualifier)) return qualifier;
  const arn = qualified(fn.arn, qualifier);
  throw /^[0-9]+$/.test(qualifier) ? functionNotFound(arn) : aliasNotFound(arn);
}

/** A version has it by itself or by an alias, never by both; weights and snapshots exclude it. */
function requireFree(fn: LambdaFunction, qualifier: string): void {
  const alias = fn.aliases.get(qualifier);
  if (alias?.routing.additional) {
    throw invalidParameter('Alias with weights can not be used with Provisioned Concurrency');
  }
  if (alias && fn.provisioned.has(alias.routing.primary)) {
    throw conflict(
      "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version",
    );
  }
  if (!alias && aliasesOf(fn, qualifier).some(({ name }) => fn.provisioned.has(name))) {
    throw conflict('Version is pointed by a Provisioned Concurrency alias');
  }
  const version = fn.versions.get(alias?.routing.primary ?? qualifier);
  if (version?.release.configuration.SnapStart.ApplyOn === 'PublishedVersions') {
    throw invalidParameter('Provisioned Concurrency is not supported for SnapStart functions.');
  }
}

function get({ store, world }: Scope): Operation['perform'] {
  return (input) => {
    const named = store.named(input);
    const fn = store.find(named);
    const provisioned = fn.provisioned.get(requireQualifier(fn, named));
    if (!provisioned) {
      throw new AwsError(
        'ProvisionedConcurrencyConfigNotFoundException',
        404,
        'No Provisioned Concurrency Config found for this function',
        { members: { Type: 'User' } },
      );
    }
    return jsonReply(200, view(provisioned, world.clock.now()));
  };
}

function list({ store, world }: Scope): Operation['perform'] {
  return (input) => {
    const fn = store.find(store.named(input));
    const cut = page([...fn.provisioned], input.query, CONFIGS_PER_PAGE);
    const now = world.clock.now();
    return jsonReply(200, {
      ProvisionedConcurrencyConfigs: cut.items.map(([qualifier, provisioned]) => ({
        FunctionArn: qualified(fn.arn, qualifier),
        ...view(provisioned, now),
      })),
      NextMarker: cut.NextMarker,
    });
  };
}

function remove({ store }: Scope): Operation['perform'] {
  return (input) => {
    const named = store.named(input);
    const fn = store.find(named);
    fn.provisioned.delete(requireQualifier(fn, named));
    return noContent;
  };
}

function view({ requested, readyAt, lastModified }: Provisioned, now: number) {
  const ready = now >= readyAt;
  return {
    RequestedProvisionedConcurrentExecutions: requested,
    AvailableProvisionedConcurrentExecutions: ready ? requested : 0,
    AllocatedProvisionedConcurrentExecutions: ready ? requested : 0,
    Status: ready ? 'READY' : 'IN_PROGRESS',
    LastModified: new Date(lastModified).toISOString().replace('Z', '+0000'),
  };
}
