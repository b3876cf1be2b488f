// The published versions of functions: which there are, what leads to them, and how one is deleted.

import {
  type AliasConfiguration,
  DeleteFunctionCommand,
  type DeleteFunctionCommandInput,
  paginateListAliases,
  paginateListEventSourceMappings,
  paginateListProvisionedConcurrencyConfigs,
  paginateListVersionsByFunction,
} from '@aws-sdk/client-lambda';
import { functionArnPattern, qualifierOf } from './arns.ts';
import { call, required } from './call.ts';
import type { LambdaAccess, Mode } from './clients.ts';
import { gather } from './pages.ts';

export interface Versions<M extends Mode = Mode> {
  readonly mode: M;
  list(functionName: string): Promise<readonly VersionNumber[]>;
  /** Versions that an alias leads to, by weights too. */
  aliased(functionName: string): Promise<readonly string[]>;
  /** Versions, and aliases, that have provisioned concurrency of their own. */
  provisioned(functionName: string): Promise<readonly string[]>;
  /** The ARNs of what all event source mappings of the region call. */
  readEventTargets(): Promise<readonly string[]>;
  /** Deletes one version; one that is not there is no error. AWS refuses one that an alias leads to. */
  remove(functionName: string, version: VersionNumber): Promise<void>;
}

/**
 * Without a qualifier DeleteFunction deletes the whole function: a request must have one, and it can
 * be nothing but a version's number.
 */
interface DeleteVersion extends Required<DeleteFunctionCommandInput> {
  readonly Qualifier: VersionNumber;
}

export function bindVersions<M extends Mode>({
  mode,
  place,
  lambda: client,
}: LambdaAccess<M>): Versions<M> {
  const words = (doing: string, action: string, resource: string) => ({
    doing,
    permission: { action: `lambda:${action}`, resource },
  });
  const all = <P>(doing: string, action: string, name: string, pages: AsyncIterable<P>) =>
    call(words(doing, action, functionArnPattern(place, name)), () => gather(pages));
  return {
    mode,
    list: async (name) => {
      const pages = paginateListVersionsByFunction({ client }, { FunctionName: name });
      const doing = `listing the versions of "${name}"`;
      const found = await all(doing, 'ListVersionsByFunction', name, pages);
      const numbers = found
        .flatMap((page) => page.Versions ?? [])
        .map((v) => required(v.Version, doing, 'Version'));
      return numbers.filter(isVersionNumber);
    },
    aliased: async (name) => {
      const asked = { FunctionName: name };
      const pages = paginateListAliases({ client }, asked);
      const found = await all(`listing the aliases of "${name}"`, 'ListAliases', name, pages);
      return found.flatMap((page) => page.Aliases ?? []).flatMap(versionsOf);
    },
    provisioned: async (name) => {
      const pages = paginateListProvisionedConcurrencyConfigs({ client }, { FunctionName: name });
      const doing = `listing the provisioned concurrency of "${name}"`;
      const found = await all(doing, 'ListProvisionedConcurrencyConfigs', name, pages);
      const configs = found.flatMap((page) => page.ProvisionedConcurrencyConfigs ?? []);
      return configs.map(({ FunctionArn }) =>
        qualifierOf(required(FunctionArn, doing, 'FunctionArn')),
      );
    },
    readEventTargets: async () => {
      // Whether a bare function name finds those of its versions and aliases is not documented: all.
      const pages = paginateListEventSourceMappings({ client }, {});
      const doing = 'listing the event source mappings';
      const found = await call(words(doing, 'ListEventSourceMappings', '*'), () => gather(pages));
      return found
        .flatMap((page) => page.EventSourceMappings ?? [])
        .map(({ FunctionArn }) => required(FunctionArn, doing, 'FunctionArn'));
    },
    remove: async (name, version) => {
      const which: DeleteVersion = { FunctionName: name, Qualifier: version };
      const resource = functionArnPattern(place, `${name}:${version}`);
      const doing = `deleting version ${version} of "${name}"`;
      await call(words(doing, 'DeleteFunction', resource), () =>
        client.send(new DeleteFunctionCommand(which)),
      );
    },
  };
}

function versionsOf({ FunctionVersion, RoutingConfig }: AliasConfiguration): readonly string[] {
  return [
    required(FunctionVersion, 'listing aliases', 'FunctionVersion'),
    ...Object.keys(RoutingConfig?.AdditionalVersionWeights ?? {}),
  ];
}

/** A published version: digits, so that it can never be empty or `$LATEST`. */
export type VersionNumber = `${bigint}`;

export function isVersionNumber(text: string): text is VersionNumber {
  return /^[1-9]\d*$/.test(text);
}
