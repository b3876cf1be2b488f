// The published versions of functions: listing them, finding what uses them, and deleting one. Lambda returns an empty
// list for none, so a response without its list is incomplete: what uses a version would look unused.

import {
  type AliasConfiguration,
  DeleteFunctionCommand,
  type DeleteFunctionCommandInput,
  ListDurableExecutionsByFunctionCommand,
  paginateListAliases,
  paginateListEventSourceMappings,
  paginateListProvisionedConcurrencyConfigs,
  paginateListVersionsByFunction,
} from '@aws-sdk/client-lambda';
import { functionArnPattern, qualifierOf } from './arns.ts';
import { call, required } from './call.ts';
import type { Clients, Mode } from './clients.ts';
import { LAMBDA } from './lambda-client.ts';
import { gather } from './pages.ts';

export interface Versions<M extends Mode = Mode> {
  readonly mode: M;
  list(functionName: string): Promise<readonly VersionNumber[]>;
  /** Versions that an alias points to, also by a weight. */
  aliased(functionName: string): Promise<readonly string[]>;
  /** Versions and aliases that have their own provisioned concurrency. */
  provisioned(functionName: string): Promise<readonly string[]>;
  /** All event source mappings of the region. */
  readEventSources(): Promise<readonly EventSource[]>;
  /** Whether a durable execution runs on the version. */
  isExecuting(functionName: string, version: VersionNumber): Promise<boolean>;
  /** Deletes one version. A missing version is not an error. AWS refuses to delete one that an alias points to. */
  remove(functionName: string, version: VersionNumber): Promise<void>;
}

/** A stream or queue that is read for a function. */
export interface EventSource {
  /** What it invokes, with the qualifier. */
  readonly functionArn: string;
  /** The stream or queue; empty for a source without an ARN, such as a Kafka cluster of one's own. */
  readonly sourceArn: string;
  /** Whether the function reports single messages as failed, without failing itself. */
  readonly reportsItems: boolean;
}

/**
 * Without a qualifier, DeleteFunction deletes the whole function. So this type requires a qualifier, and it
 * can only be a version number.
 */
interface DeleteVersion extends Required<DeleteFunctionCommandInput> {
  readonly Qualifier: VersionNumber;
}

export function bindVersions<M extends Mode>({ mode, place, open }: Clients<M>): Versions<M> {
  const client = open(LAMBDA);
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
        .flatMap((page) => required(page.Versions, doing, 'Versions'))
        .map((v) => required(v.Version, doing, 'Version'));
      return numbers.filter(isVersionNumber);
    },
    aliased: async (name) => {
      const asked = { FunctionName: name };
      const pages = paginateListAliases({ client }, asked);
      const doing = `listing the aliases of "${name}"`;
      const found = await all(doing, 'ListAliases', name, pages);
      return found.flatMap((page) => required(page.Aliases, doing, 'Aliases')).flatMap(versionsOf);
    },
    provisioned: async (name) => {
      const pages = paginateListProvisionedConcurrencyConfigs({ client }, { FunctionName: name });
      const doing = `listing the provisioned concurrency of "${name}"`;
      const found = await all(doing, 'ListProvisionedConcurrencyConfigs', name, pages);
      const configs = found.flatMap((page) =>
        required(page.ProvisionedConcurrencyConfigs, doing, 'ProvisionedConcurrencyConfigs'),
      );
      return configs.map(({ FunctionArn }) =>
        qualifierOf(required(FunctionArn, doing, 'FunctionArn')),
      );
    },
    readEventSources: async () => {
      // AWS does not document whether a bare function name also finds mappings of its versions and aliases, so this
      // lists all mappings.
      const pages = paginateListEventSourceMappings({ client }, {});
      const doing = 'listing the event source mappings';
      const found = await call(words(doing, 'ListEventSourceMappings', '*'), () => gather(pages));
      return found
        .flatMap((page) => required(page.EventSourceMappings, doing, 'EventSourceMappings'))
        .map(({ FunctionArn, EventSourceArn = '', FunctionResponseTypes = [] }) => ({
          functionArn: required(FunctionArn, doing, 'FunctionArn'),
          sourceArn: EventSourceArn,
          reportsItems: FunctionResponseTypes.includes('ReportBatchItemFailures'),
        }));
    },
    isExecuting: async (name, version) => {
      const asked = { FunctionName: name, Qualifier: version, Statuses: ['RUNNING' as const] };
      const doing = `listing the durable executions of version ${version} of "${name}"`;
      const resource = functionArnPattern(place, `${name}:${version}`);
      const { DurableExecutions = [], NextMarker } = await call(
        words(doing, 'ListDurableExecutionsByFunction', resource),
        () => client.send(new ListDurableExecutionsByFunctionCommand(asked)),
      );
      return DurableExecutions.length > 0 || Boolean(NextMarker);
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
