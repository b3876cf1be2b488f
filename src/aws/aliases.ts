// Lambda aliases and the tags of their functions.

import {
  type AliasConfiguration,
  CreateAliasCommand,
  DeleteAliasCommand,
  GetAliasCommand,
  type LambdaClient,
  ListTagsCommand,
  paginateListAliases,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAliasCommand,
} from '@aws-sdk/client-lambda';
import { errorName, messageOf } from '../base/errors.ts';
import { functionArnPattern } from './arns.ts';
import { isThereAlready } from './aws-errors.ts';
import { type CallWords, call, causedBy, ifThere, required } from './call.ts';
import type { Clients, Mode } from './clients.ts';
import { LAMBDA } from './lambda-client.ts';
import { gather } from './pages.ts';

/** An alias of a function. */
export interface AliasRef {
  readonly functionName: string;
  readonly alias: string;
}

/**
 * The desired state of an alias. Both parts are always sent, because AWS keeps the current value of an omitted
 * part.
 */
export interface AliasChange {
  readonly version: string;
  /** `weight`: % of traffic on another version; `undefined`: no other version. */
  readonly canary: { readonly version: string; readonly weight: number } | undefined;
}

export interface Aliases<M extends Mode = Mode> {
  readonly mode: M;
  /** `undefined` if the alias does not exist. */
  read(ref: AliasRef): Promise<AliasState | undefined>;
  /** The names of all aliases of a function. */
  names(functionName: string): Promise<readonly string[]>;
  /**
   * Compare-and-set: fails with `isLostRace` if the alias no longer has the given revision.
   * Returns the alias as AWS returns it.
   */
  update(ref: AliasRef, change: AliasChange, revisionId: string): Promise<AliasState>;
  /** Creates an alias that sends all traffic to one version. Safe to repeat. */
  create(ref: AliasRef, version: string): Promise<AliasState>;
  /** Deletes an alias. A missing alias is not an error. */
  remove(ref: AliasRef): Promise<void>;
  readTags(functionArn: string): Promise<Readonly<Record<string, string>>>;
  tag(functionArn: string, tags: Readonly<Record<string, string>>): Promise<void>;
  untag(functionArn: string, keys: readonly string[]): Promise<void>;
}

/** Another writer changed the alias in between: its revision differs from the one that was read. */
export function isLostRace(error: unknown): boolean {
  return causedBy(error, (cause) => errorName(cause) === 'PreconditionFailedException');
}

/**
 * A version may have provisioned concurrency of its own or through one alias (Lambda developer guide). The
 * error for a second one through an alias is not documented, so this matches any error of that meaning.
 */
export function isProvisionedTwice(error: unknown): boolean {
  const names = ['InvalidParameterValueException', 'ResourceConflictException'];
  return causedBy(
    error,
    (cause) => names.includes(errorName(cause)) && /provisioned/i.test(messageOf(cause)),
  );
}

export function bindAliases<M extends Mode>({ mode, place, open }: Clients<M>): Aliases<M> {
  const client = open(LAMBDA);
  const words: Words = (doing, action, name) => ({
    doing,
    permission: { action: `lambda:${action}`, resource: functionArnPattern(place, name) },
  });
  const read = readWith(client, words);
  return {
    mode,
    read,
    names: namesWith(client, words),
    ...writes(client, words, read),
    ...tagCalls(client, words),
  };
}

type Words = (doing: string, action: string, name: string) => CallWords;

function readWith(client: LambdaClient, words: Words): Aliases['read'] {
  return async ({ functionName, alias }) => {
    const label = `${functionName}:${alias}`;
    const send = () =>
      client.send(new GetAliasCommand({ FunctionName: functionName, Name: alias }));
    const doing = `reading the alias "${label}"`;
    return ifThere(async () => stateOf(await call(words(doing, 'GetAlias', label), send)));
  };
}

function namesWith(client: LambdaClient, words: Words): Aliases['names'] {
  return async (functionName) => {
    const doing = `listing the aliases of "${functionName}"`;
    const pages = paginateListAliases({ client }, { FunctionName: functionName });
    const found = await call(words(doing, 'ListAliases', functionName), () => gather(pages));
    return found
      .flatMap((page) => required(page.Aliases, doing, 'Aliases'))
      .map(({ Name }) => required(Name, doing, 'Name'));
  };
}

function writes(
  client: LambdaClient,
  words: Words,
  read: Aliases['read'],
): Pick<Aliases, 'update' | 'create' | 'remove'> {
  return {
    update: async ({ functionName, alias }, change, revisionId) => {
      const label = `${functionName}:${alias}`;
      const send = () =>
        client.send(
          new UpdateAliasCommand({
            FunctionName: functionName,
            Name: alias,
            FunctionVersion: change.version,
            RoutingConfig: { AdditionalVersionWeights: weightsOf(change) },
            RevisionId: revisionId,
          }),
        );
      return stateOf(
        await call(words(`updating the alias "${label}"`, 'UpdateAlias', label), send),
      );
    },
    create: async (ref, version) => {
      const { functionName, alias } = ref;
      const label = `${functionName}:${alias}`;
      const asked = { FunctionName: functionName, Name: alias, FunctionVersion: version };
      try {
        const send = () => client.send(new CreateAliasCommand(asked));
        return stateOf(
          await call(words(`creating the alias "${label}"`, 'CreateAlias', label), send),
        );
      } catch (error) {
        if (!causedBy(error, isThereAlready)) throw error;
        // An earlier try, whose answer was lost; the caller sees whether it is what was asked for.
        const state = await read(ref);
        if (!state) throw error;
        return state;
      }
    },
    remove: async ({ functionName, alias }) => {
      const label = `${functionName}:${alias}`;
      const send = () =>
        client.send(new DeleteAliasCommand({ FunctionName: functionName, Name: alias }));
      await call(words(`deleting the alias "${label}"`, 'DeleteAlias', label), send);
    },
  };
}

function tagCalls(client: LambdaClient, words: Words): Pick<Aliases, 'readTags' | 'tag' | 'untag'> {
  return {
    readTags: async (arn) => {
      const send = () => client.send(new ListTagsCommand({ Resource: arn }));
      const doing = 'reading the tags of a function';
      // Lambda returns an empty object for none. Taking nothing for none would lose a stored rollout.
      return required((await call(words(doing, 'ListTags', arn), send)).Tags, doing, 'Tags');
    },
    tag: async (arn, Tags) => {
      const send = () => client.send(new TagResourceCommand({ Resource: arn, Tags: { ...Tags } }));
      await call(words('writing the tags of a function', 'TagResource', arn), send);
    },
    untag: async (arn, keys) => {
      if (keys.length === 0) return;
      const send = () =>
        client.send(new UntagResourceCommand({ Resource: arn, TagKeys: [...keys] }));
      await call(words('removing the tags of a function', 'UntagResource', arn), send);
    },
  };
}

/** Lambda takes fractions of 1; four digits keep hundredths of 1%. */
function weightsOf({ canary }: AliasChange): Record<string, number> {
  return canary ? { [canary.version]: Number((canary.weight / 100).toFixed(4)) } : {};
}

function stateOf(alias: AliasConfiguration): AliasState {
  const weights = alias.RoutingConfig?.AdditionalVersionWeights ?? {};
  const doing = `reading the alias "${alias.Name}"`;
  return {
    version: required(alias.FunctionVersion, doing, 'FunctionVersion'),
    revisionId: required(alias.RevisionId, doing, 'RevisionId'),
    weights: Object.fromEntries(
      Object.entries(weights).map(([version, share]) => [
        version,
        Number((share * 100).toFixed(4)),
      ]),
    ),
  };
}

/** The part of an alias that determines which version serves traffic. */
export interface AliasState {
  readonly version: string;
  /** Additional versions and their traffic, in %. */
  readonly weights: Readonly<Record<string, number>>;
  /** AWS's optimistic lock: changes with every update. */
  readonly revisionId: string;
}
