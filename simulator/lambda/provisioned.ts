// Provisioned concurrency: environments that are kept ready for a version or an alias. Allocation takes
// time; until then there are the old environments, or none.

import { AwsError } from '../service.ts';
import { aliasNotFound, conflict, functionNotFound, invalidParameter } from './errors.ts';
import { type FunctionName, qualified } from './function-name.ts';
import type { Alias, LambdaFunction, Provisioned, Routing } from './model.ts';
import type { Operation } from './operation.ts';
import type { LambdaSettings } from './settings.ts';
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
    requireFree(fn, qualifier, world.clock.now());
    if (fn.reservedConcurrency !== undefined && requested > fn.reservedConcurrency) {
      throw invalidParameter(
        'Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function',
      );
    }
    const now = world.clock.now();
    const provisioned = allocate(requested, settings, now);
    fn.provisioned.set(qualifier, provisioned);
    return jsonReply(202, { ...view(provisioned, now), Status: 'IN_PROGRESS' });
  };
}

function allocate(requested: number, settings: LambdaSettings, now: number): Provisioned {
  const readyAt = now + settings.provisioningSeconds * 1000;
  return { requested, readyAt, failure: settings.provisioningFailure, lastModified: now };
}

/**
 * Provisioned concurrency of an alias follows it to another version. Until that version is ready, Lambda
 * keeps the traffic on the previous one by its own weights, which remain if the environments fail
 * (hashicorp/terraform-provider-aws#48116, gradientedge/cdk-utils#1110).
 */
export function moveProvisioned(
  { world, settings }: Scope,
  fn: LambdaFunction,
  alias: Alias,
  to: Routing,
): Alias['transition'] {
  const current = fn.provisioned.get(alias.name);
  if (!current || to.primary === alias.routing.primary) return undefined;
  const now = world.clock.now();
  if (alias.transition && now < alias.transition.until && alias.transition.from === to.primary) {
    // The version to which the alias returns still has its environments.
    fn.provisioned.set(alias.name, { ...current, readyAt: now, failure: '' });
    return undefined;
  }
  const moved = allocate(current.requested, settings, now);
  fn.provisioned.set(alias.name, moved);
  const until = moved.failure === '' ? moved.readyAt : Number.POSITIVE_INFINITY;
  return { from: alias.routing.primary, until };
}

/** @throws AwsError if a version would have it twice: its own, and that of this alias. */
export function requireOnce({ world }: Scope, fn: LambdaFunction, alias: Alias, to: Routing): void {
  if (world.unsettled.provisionedVersionBehindProvisionedAlias === 'accepted') return;
  if (!fn.provisioned.has(alias.name)) return;
  const versions = [to.primary, ...(to.additional ? [to.additional.version] : [])];
  if (versions.some((version) => fn.provisioned.has(version))) {
    throw invalidParameter('Invalid alias configuration for Provisioned Concurrency');
  }
}

/** Whether an invocation with this qualifier finds a ready environment of that version. */
export function isReady(
  fn: LambdaFunction,
  qualifier: string | undefined,
  executed: string,
  now: number,
): boolean {
  const own = fn.provisioned.get(executed);
  if (own && isThere(own, now)) return true;
  const alias = fn.aliases.get(qualifier ?? '');
  const shared = alias && fn.provisioned.get(alias.name);
  if (!alias || !shared) return false;
  const { transition, routing } = alias;
  if (transition && now < transition.until) return executed === transition.from;
  return executed === routing.primary && isThere(shared, now);
}

const isThere = ({ readyAt, failure }: Provisioned, now: number) =>
  now >= readyAt && failure === '';

/** @throws AwsError 404, or 400 for a qualifier that cannot have it. */
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

/** A version has its own or that of an alias, never both; weights and SnapStart exclude it. */
function requireFree(fn: LambdaFunction, qualifier: string, now: number): void {
  const alias = fn.aliases.get(qualifier);
  if (alias?.routing.additional || (alias?.transition && now < alias.transition.until)) {
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

function view({ requested, readyAt, failure, lastModified }: Provisioned, now: number) {
  const over = now >= readyAt;
  const ready = over && failure === '';
  return {
    RequestedProvisionedConcurrentExecutions: requested,
    AvailableProvisionedConcurrentExecutions: ready ? requested : 0,
    AllocatedProvisionedConcurrentExecutions: ready ? requested : 0,
    Status: ready ? 'READY' : over ? 'FAILED' : 'IN_PROGRESS',
    ...(over && !ready && { StatusReason: failure }),
    LastModified: new Date(lastModified).toISOString().replace('Z', '+0000'),
  };
}
