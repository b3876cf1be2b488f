// Aliases: names that point to one version or, with weights, to two.

import {
  aliasNotFound,
  conflict,
  functionNotFound,
  notFound,
  revisionMismatch,
  validation,
} from './errors.ts';
import { qualified } from './function-name.ts';
import type { Alias, LambdaFunction, Routing } from './model.ts';
import type { Operation } from './operation.ts';
import { moveProvisioned, requireOnce } from './provisioned.ts';
import { readWeights, routingInEffect, routingTo } from './routing.ts';
import type { Scope } from './versions.ts';
import {
  type Input,
  jsonReply,
  noContent,
  optionalString,
  page,
  readMembers,
  requiredString,
} from './wire.ts';

const PATH = '/2015-03-31/functions/{FunctionName}/aliases';
const ALIASES_PER_PAGE = 50;

const NAME = /^(?!^[0-9]+$)([a-zA-Z0-9-_]+)$/;

export function aliasOperations(scope: Scope): readonly Operation[] {
  const one = `${PATH}/{Name}`;
  return [
    { name: 'CreateAlias', method: 'POST', path: PATH, perform: create(scope) },
    { name: 'ListAliases', method: 'GET', path: PATH, perform: list(scope) },
    { name: 'GetAlias', method: 'GET', path: one, perform: get(scope) },
    { name: 'UpdateAlias', method: 'PUT', path: one, perform: update(scope) },
    { name: 'DeleteAlias', method: 'DELETE', path: one, perform: remove(scope) },
  ];
}

function create(scope: Scope): Operation['perform'] {
  const { store, world } = scope;
  return (input) => {
    const members = readMembers(input.body);
    const name = requiredString(members, 'Name');
    if (!NAME.test(name)) {
      const pattern = '(?!^[0-9]+$)([a-zA-Z0-9-_]+)';
      throw validation(name, 'name', `Member must satisfy regular expression pattern: ${pattern}`);
    }
    const primary = requiredString(members, 'FunctionVersion');
    const weights = readWeights(members) ?? {};
    const named = store.named(input);
    const fn = store.functions.get(named.name);
    // AWS looks up the version, so the error is about the version.
    if (!fn) throw functionNotFound(store.arn({ name: named.name, qualifier: primary }));
    const routing = routingTo(fn, primary, weights);
    const arn = qualified(fn.arn, name);
    if (fn.aliases.has(name)) throw conflict(`Alias already exists: ${arn}`);
    const alias: Alias = {
      name,
      description: optionalString(members, 'Description') ?? '',
      routing,
      revisionId: world.random.uuid(),
    };
    fn.aliases.set(name, alias);
    return jsonReply(201, view(fn, alias, world.clock.now()));
  };
}

function get({ store, world }: Scope): Operation['perform'] {
  return (input) => {
    const name = input.labels.Name ?? '';
    const named = store.named(input);
    const fn = store.functions.get(named.name);
    const alias = fn?.aliases.get(name);
    if (!fn || !alias) throw aliasNotFound(store.arn({ name: named.name, qualifier: name }));
    return jsonReply(200, view(fn, alias, world.clock.now()));
  };
}

function list({ store, world }: Scope): Operation['perform'] {
  return (input) => {
    const fn = store.find(store.named(input));
    const version = input.query.get('FunctionVersion');
    const found = [...fn.aliases.values()]
      .filter(({ routing }) => !version || leadsTo(routing, version))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const cut = page(found, input.query, ALIASES_PER_PAGE);
    const now = world.clock.now();
    return jsonReply(200, {
      Aliases: cut.items.map((alias) => view(fn, alias, now)),
      NextMarker: cut.NextMarker,
    });
  };
}

const leadsTo = ({ primary, additional }: Routing, version: string) =>
  primary === version || additional?.version === version;

/** Members that the request omits do not change; the `RevisionId` always does. */
function update(scope: Scope): Operation['perform'] {
  const { world } = scope;
  return (input) => {
    const members = readMembers(input.body);
    const { fn, alias } = find(scope, input);
    const revision = optionalString(members, 'RevisionId');
    if (revision !== undefined && revision !== alias.revisionId) {
      throw revisionMismatch('GetFunction/GetAlias');
    }
    const primary = optionalString(members, 'FunctionVersion') ?? alias.routing.primary;
    const requested = readWeights(members);
    const routing = routingTo(fn, primary, requested ?? currentWeights(alias));
    requireOnce(scope, fn, alias, routing);
    const now = world.clock.now();
    const changed: Alias = {
      name: alias.name,
      description: optionalString(members, 'Description') ?? alias.description,
      routing,
      revisionId: world.random.uuid(),
      before: {
        routing: routingInEffect(alias, now),
        until: now + world.unsettled.propagationSeconds * 1000,
      },
      transition:
        primary === alias.routing.primary && requested === undefined
          ? alias.transition
          : moveProvisioned(scope, fn, alias, routing),
    };
    fn.aliases.set(alias.name, changed);
    return jsonReply(200, view(fn, changed, now));
  };
}

function find({ store }: Scope, input: Input): { fn: LambdaFunction; alias: Alias } {
  const name = input.labels.Name ?? '';
  const fn = store.find(store.named(input));
  const alias = fn.aliases.get(name);
  if (!alias) throw notFound(`Alias not found: ${qualified(fn.arn, name)}`);
  return { fn, alias };
}

const currentWeights = ({ routing: { additional } }: Alias) =>
  additional ? { [additional.version]: additional.weight } : {};

/** Deleting an absent alias succeeds as well. */
function remove({ store }: Scope): Operation['perform'] {
  return (input) => {
    const name = input.labels.Name ?? '';
    const fn = store.find(store.named(input));
    fn.aliases.delete(name);
    fn.policies.delete(name);
    fn.provisioned.delete(name);
    fn.urls.delete(name);
    fn.asyncSettings.delete(name);
    return noContent;
  };
}

function view(fn: LambdaFunction, alias: Alias, now: number) {
  const { additional } = alias.routing;
  const transition =
    alias.transition && now < alias.transition.until ? { [alias.transition.from]: 1 } : undefined;
  const weights = additional ? { [additional.version]: additional.weight } : transition;
  return {
    AliasArn: qualified(fn.arn, alias.name),
    Name: alias.name,
    FunctionVersion: alias.routing.primary,
    Description: alias.description,
    ...(weights && { RoutingConfig: { AdditionalVersionWeights: weights } }),
    RevisionId: alias.revisionId,
  };
}
