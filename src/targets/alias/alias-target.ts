// Weighted aliases of one or more functions, with one plan and one verdict. All are promoted or none.

import { type AliasRef, bindAliases } from '../../aws/aliases.ts';
import type { ClientSets, Clients, Mode } from '../../aws/clients.ts';
import { bindFunctions, type FunctionCalls } from '../../aws/functions.ts';
import { bindProvisioned } from '../../aws/provisioned.ts';
import { bindQualifiers } from '../../aws/qualifiers.ts';
import { bindVersions } from '../../aws/versions.ts';
import { aliasCommand, awsCommand } from '../../base/command-line.ts';
import { addFindings, noProblems } from '../../base/problems.ts';
import type { SuiteNeeds } from '../../checks/fit-target.ts';
import type { Reach } from '../../checks/reach.ts';
import type { FunctionInput } from '../../inputs/values.ts';
import { type LogTarget, lazyLogTarget } from '../../monitor/log-source.ts';
import {
  APPROVED,
  approvalTag,
  ownerTag,
  PAUSED,
  pauseTag,
  phaseTags,
} from '../../rollout/record.ts';
import type { RolloutId } from '../../rollout/release.ts';
import { mapAll } from '../concurrency.ts';
import { createNewCodes } from '../lambda/new-code.ts';
import { rememberVersions } from '../lambda/remember-versions.ts';
import { inspectUnqualified, type UploadedFunction } from '../lambda/unqualified-callers.ts';
import { versionReads } from '../lambda/version-reads.ts';
import { type KnownUses, sweepVersions } from '../lambda/version-sweep.ts';
import { assertOpen, assertOwned } from '../ownership.ts';
import type { Target } from '../target.ts';
import { createTrust, type Trust } from '../trust.ts';
import { admitAliases } from './alias-admission.ts';
import { inspectCallers } from './alias-callers.ts';
import { beyondAliases } from './alias-claim.ts';
import { createAliasCounts } from './alias-counts.ts';
import type { FirstRelease, OnSplitAlias, UnusedAlias } from './alias-inputs.ts';
import { makeWay, membersOf, moves } from './alias-moves.ts';
import { aliasPolicyAtMost } from './alias-policy.ts';
import { rollbackOf } from './alias-rollback.ts';
import {
  type AliasCache,
  type AliasSet,
  createAliasSet,
  labelOf,
  type Member,
  newAliasCache,
} from './alias-set.ts';
import { setUpAliases } from './alias-setup.ts';
import { describeAlias } from './alias-state.ts';
import { findAliasUndo } from './alias-undo.ts';
import { aliasWayIn } from './alias-way-in.ts';
import { checkFirst } from './first-release.ts';
import { forgetCommands } from './forget-commands.ts';
import { bindTags, newTagMemory, type TagMemory } from './function-tags.ts';
import { inspectPermissions } from './inspect-alias-permissions.ts';
import { type AliasFacts, inspectAlias, refOf } from './inspect-aliases.ts';
import { observing } from './observe-aliases.ts';
import { findLongestAnswer } from './observed-duration.ts';
import { createTagStore, type TagStore } from './tag-store.ts';

export interface AliasConnection {
  readonly clients: ClientSets;
  /** The functions to release; each names its alias. */
  readonly released: readonly FunctionInput[];
  readonly onSplit: OnSplitAlias;
  readonly firstRelease: FirstRelease;
  readonly unusedAlias: UnusedAlias;
  readonly seesMore: boolean;
  readonly smokeNeeds?: SuiteNeeds | undefined;
  /** Logs a line. */
  readonly say: (line: string) => void;
  /** The URL of a run, for people. */
  readonly linkTo: (id: RolloutId) => string;
}

export function connectAliases(connection: AliasConnection): Target {
  const { clients, released, say } = connection;
  const { place, cloudWatch } = clients.normal;
  const refs = released.map(refOf);
  const asked = Object.fromEntries(refs.map((ref) => [ref.functionName, ref.alias]));
  const trust = createTrust((record) => beyondAliases(record, asked));
  /** Includes those of an open rollout that has more functions than the inputs. */
  const known = new Map(Object.entries(asked));
  const memory = { aliases: newAliasCache(), ...newTagMemory() };
  const given = { asked, memory, say, trust, released, known };
  const bound = bindCalls(clients.normal, given);
  const rollback = bindCalls(clients.rollback, given);
  const { aliases, functions, versions, aliasSet, stored } = bound;
  const codes = createNewCodes(clients.normal, functions, released);
  return {
    words: inWords(refs.map(labelOf)),
    rollback: rollbackOf(rollback),
    countSource: createAliasCounts(cloudWatch, refs, known),
    logs: logsOf({ read: functions.seen }, clients.normal),
    ...observing(bound, place.region),
    ...versionReads(functions, place, codes),
    inspect: async (findings) => {
      const looked = { ...bound, ...place, codes, ...connection, names: Object.keys(asked) };
      const each = released.map((input) => ({ input, claim: noProblems() }));
      const found = await mapAll(each, ({ input, claim }) => inspectAlias(looked, input, claim));
      addFindings(
        findings,
        each.map(({ claim }) => claim),
      );
      const facts = found.filter((fact) => fact !== undefined);
      await checkFirst(aliases, facts, connection.firstRelease, findings);
      const calls = { ...bound, cloudWatch, qualifiers: bindQualifiers(clients.normal) };
      const looksAt = facts.filter(
        ({ from }) => from !== '' || connection.firstRelease === 'allow',
      );
      await inspectCallers(calls, looksAt, connection, findings);
      await inspectUnqualified(calls, facts.flatMap(uploadedOf), findings);
      await inspectPermissions(clients.normal, facts, findings);
      if (facts.length < released.length) return undefined;
      const longest = await findLongestAnswer(cloudWatch, facts, findings);
      return setUpAliases(
        { ...bound, place, removing: rollback.aliases, smoke: connection.smokeNeeds },
        facts,
        longest,
      );
    },
    policyAtMost: (order) => aliasPolicyAtMost(connection, released, place, order),
    // A record of other aliases is not accepted at all (alias-claim.ts).
    differences: async () => [],
    ...storedStateCalls(stored),
    admit: ({ record }) => admitAliases(functions, trust, record),
    ...moves(bound, trust),
    readUnknownSplit: () => unknownSplit(aliasSet, refs),
    findUndo: (to) =>
      findAliasUndo({ aliasSet, functions, rollbackAliasSet: rollback.aliasSet }, refs, to),
    sweep: ({ functions: changes, keep }) => {
      const { readTags } = aliases;
      return sweepVersions({ versions, functions, readTags }, changes, keep, NOTHING_KNOWN);
    },
    ...manualCommands(bound, refs, place.region),
    closesSplit: () => true,
    wayIn: ({ record }) => aliasWayIn(place.region, record),
    urls: () => ({ stageUrl: undefined, shadowUrl: undefined }),
    ...reaching(clients.normal, known),
  };
}

function reaching(
  clients: Clients<'normal'>,
  known: ReadonlyMap<string, string>,
): Pick<Target, 'reach' | 'formatOf'> {
  const load = () => import('./alias-reach.ts');
  const found = new Map<string, ReturnType<Reach['formatOf']>>();
  const formatOf: Reach['formatOf'] = async (name) => {
    const { readFormat } = await load();
    const reading = found.get(name) ?? readFormat(clients, name, known.get(name) ?? '');
    found.set(name, reading);
    return reading;
  };
  return {
    formatOf,
    reach: async ({ record }) => (await load()).reachOfAliases(clients, record, formatOf),
  };
}

async function unknownSplit(
  aliasSet: AliasSet,
  refs: readonly AliasRef[],
): Promise<string | undefined> {
  const states = await mapAll(refs, async (ref) => ({ ref, state: await aliasSet.read(ref) }));
  const split = states.find(({ state }) => Object.keys(state?.weights ?? {}).length > 0);
  return (
    split?.state &&
    `${labelOf(split.ref)} is split between ${describeAlias(split.state)} by another tool or an interrupted release`
  );
}

function logsOf(functions: Pick<FunctionCalls, 'read'>, clients: Clients<'normal'>): LogTarget {
  return lazyLogTarget(async () => {
    const { aliasLogs } = await import('./alias-logs.ts');
    const { bindLogEvents } = await import('../../aws/log-events.ts');
    return aliasLogs({ functions, place: clients.place, logs: bindLogEvents(clients) });
  });
}

function inWords(labels: readonly string[]): string {
  return labels.length === 1 ? `the alias ${labels[0]}` : `${labels.length} aliases`;
}

/** Shared by both sets of clients, so that neither reads from AWS what the other already knows. */
interface Shared {
  /** The alias of each function to release. */
  readonly asked: Readonly<Record<string, string>>;
  readonly memory: TagMemory & { readonly aliases: AliasCache };
  readonly trust: Trust;
  readonly released: readonly FunctionInput[];
  readonly known: Map<string, string>;
  readonly say: (line: string) => void;
}

function bindCalls<M extends Mode>(clients: Clients<M>, shared: Shared) {
  const { asked, memory, say } = shared;
  const aliases = bindAliases(clients);
  const functions = rememberVersions(bindFunctions(clients));
  const provisioned = bindProvisioned(clients);
  const free = (member: Member) => makeWay(provisioned, member, say);
  return {
    ...shared,
    aliases,
    functions,
    provisioned,
    versions: bindVersions(clients),
    aliasSet: createAliasSet(aliases, free, memory.aliases),
    stored: createTagStore(aliases, functions, asked, memory),
  };
}

function manualCommands(
  { aliases, functions, aliasSet, asked, memory }: ReturnType<typeof bindCalls<'normal'>>,
  refs: readonly AliasRef[],
  region: string,
): Pick<Target, 'forgetCommands' | 'showCommands' | 'repairCommands'> {
  return {
    forgetCommands: () =>
      forgetCommands(bindTags(aliases, functions, memory), region, Object.keys(asked)),
    showCommands: () => refs.map((ref) => showCommand(region, ref)),
    // Each alias is repaired on its own, even if not all of them could be read.
    repairCommands: (record) =>
      membersOf(record)
        .filter((member) => aliasSet.isLeft(member))
        .map(({ ref, change }) => aliasCommand(region, ref, change.from)),
  };
}

function storedStateCalls(
  stored: TagStore<'normal'>,
): Pick<Target, 'claim' | 'savePhase' | 'pause' | 'saveApprovals'> {
  return {
    claim: async (id) => {
      assertOpen(await stored.read());
      await stored.write(ownerTag(id));
    },
    savePhase: async (rollout, phase) => {
      assertOwned(await stored.read(), rollout.record.id);
      await stored.write(phaseTags(rollout, phase));
    },
    pause: async (pause) => {
      assertOpen(await stored.read());
      await (pause ? stored.write(pauseTag(pause)) : stored.forget([PAUSED]));
    },
    saveApprovals: async (rollout) => {
      assertOwned(await stored.read(), rollout.record.id);
      const tag = approvalTag(rollout);
      await (tag ? stored.write(tag) : stored.forget([APPROVED]));
    },
  };
}

function uploadedOf({ input: { name, code }, arn, ref }: AliasFacts): UploadedFunction[] {
  return code ? [{ name, arn, aliases: [ref.alias] }] : [];
}

/** Everything that uses a version of a function is found through the function itself. */
const NOTHING_KNOWN: KnownUses = {
  of: () => [],
  hidden: () => undefined,
  knows: () => false,
};

function showCommand(region: string, { functionName, alias }: AliasRef): string {
  return awsCommand('lambda get-alias', { region, 'function-name': functionName, name: alias });
}
