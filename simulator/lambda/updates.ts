// UpdateFunctionCode and UpdateFunctionConfiguration, which change $LATEST after some time.

import { codeIn, readPermissions, requireSameKind, requireSize } from './code-sources.ts';
import { overlay } from './configuration.ts';
import type { Code, Configuration, LambdaFunction, Release, Version } from './model.ts';
import type { Operation } from './operation.ts';
import { publish, requireRevision, requireSettled, type Scope } from './versions.ts';
import { functionConfiguration, isChanging, justChanged } from './view.ts';
import { type Input, jsonReply, type Members, optionalString, readMembers } from './wire.ts';

/** The release that currently serves invocations of this version. */
export const servingRelease = (version: Version, now: number): Release =>
  version.change?.serving && (version.change.failure || isChanging(version, now))
    ? version.change.serving
    : version.release;

function changeable({ store, world }: Scope, input: Input, members: Members): LambdaFunction {
  const fn = store.find(store.named(input));
  const now = world.clock.now();
  requireSettled(fn, now);
  requireRevision(fn, optionalString(members, 'RevisionId'), now);
  return fn;
}

export function updateOperations(scope: Scope): readonly Operation[] {
  const { world, settings } = scope;

  const changeLatest = (
    fn: LambdaFunction,
    next: { readonly code?: Code; readonly configuration?: Configuration },
  ): number => {
    const now = world.clock.now();
    const until = now + settings.updateSeconds * 1000;
    const release = { ...fn.latest.release, ...next };
    fn.updated = true;
    fn.latest = {
      number: '$LATEST',
      release,
      description: release.configuration.Description,
      lastModified: now,
      revisionId: world.random.uuid(),
      change: {
        kind: 'updating',
        until,
        revisionId: world.random.uuid(),
        serving: servingRelease(fn.latest, now),
        failure: settings.updateFailure,
      },
    };
    return until;
  };

  const updateCode: Operation['perform'] = (input) => {
    requireSize(input.body, 'UpdateFunctionCode');
    const members = readMembers(input.body);
    const fn = changeable(scope, input, members);
    const now = world.clock.now();
    const code = codeIn(members, scope.objects);
    requireSameKind(code, fn.latest.release.code);
    if (members.DryRun === true) {
      const seen = { now, arnQualifier: undefined };
      const as = { ...fn.latest, release: { ...fn.latest.release, code } };
      return jsonReply(200, functionConfiguration(world.place, fn, as, seen));
    }
    const readyAt = changeLatest(fn, { code });
    if (members.Publish !== true) {
      return jsonReply(200, justChanged(world.place, fn, fn.latest, undefined));
    }
    const last = fn.lastNumber;
    const version = publish(scope, fn, { readyAt });
    const seen = { now, arnQualifier: version.number };
    const shown =
      fn.lastNumber > last
        ? justChanged(world.place, fn, version, version.number)
        : functionConfiguration(world.place, fn, version, seen);
    return jsonReply(200, shown);
  };

  const updateConfiguration: Operation['perform'] = (input) => {
    const members = readMembers(input.body);
    const fn = changeable(scope, input, members);
    changeLatest(fn, { configuration: overlay(fn.latest.release.configuration, members, fn.name) });
    return jsonReply(200, justChanged(world.place, fn, fn.latest, undefined));
  };

  const change = { method: 'PUT', reads: readPermissions(world.place) };
  const path = '/2015-03-31/functions/{FunctionName}';
  return [
    { ...change, name: 'UpdateFunctionCode', path: `${path}/code`, perform: updateCode },
    {
      ...{ ...change, name: 'UpdateFunctionConfiguration', path: `${path}/configuration` },
      perform: updateConfiguration,
    },
  ];
}
