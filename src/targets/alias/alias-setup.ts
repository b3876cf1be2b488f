// Aliases after a clean preflight: their stored record, and how a rollout or a first release begins.

import type { Aliases } from '../../aws/aliases.ts';
import type { Place } from '../../aws/arns.ts';
import type { FunctionCalls } from '../../aws/functions.ts';
import { CALLS_PER_SECOND } from '../../aws/lambda-client.ts';
import type { Provisioned } from '../../aws/provisioned.ts';
import { must } from '../../base/assert.ts';
import { KnownError, known, MovedError } from '../../base/errors.ts';
import { listed } from '../../base/listed.ts';
import type { SuiteNeeds } from '../../checks/fit-target.ts';
import { expectedTags, MAX_CHUNKS, type RolloutRecord, recordTags } from '../../rollout/record.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import { forAll, forEvery } from '../concurrency.ts';
import type { FunctionNeeds } from '../lambda/function-policy.ts';
import { publishVersions } from '../lambda/publish-versions.ts';
import { createUploads } from '../lambda/upload-code.ts';
import { findWarmUps, type WarmUps, warmUpVersions } from '../lambda/warm-up.ts';
import type { TargetSetup } from '../target.ts';
import type { Trust } from '../trust.ts';
import { aliasPolicy } from './alias-policy.ts';
import { aliasesOf } from './alias-record.ts';
import { labelOf } from './alias-set.ts';
import { describeAlias } from './alias-state.ts';
import type { AliasFacts } from './inspect-aliases.ts';
import { repairSplit } from './repair-split.ts';
import type { TagStore } from './tag-store.ts';

/** The calls for releasing aliases. */
export interface AliasCalls {
  readonly place: Place;
  readonly aliases: Aliases;
  /** Deletes the created aliases if not all could be created. */
  readonly removing: Aliases<'rollback'>;
  readonly provisioned: Provisioned;
  readonly functions: FunctionCalls<'normal'>;
  readonly stored: TagStore;
  readonly trust: Trust;
  readonly smoke: SuiteNeeds | undefined;
}

export function setUpAliases(
  { aliases, functions, place, removing, provisioned, stored, trust, smoke }: AliasCalls,
  facts: readonly AliasFacts[],
  longestAnswerSeconds: number,
): TargetSetup {
  const first = facts.every(({ from }) => from === '');
  const released = facts.map(({ release }) => release);
  const uploads = createUploads(functions, released);
  return {
    functions: released,
    uploads,
    publish: (publishing) => publishVersions(functions, uploads, publishing),
    longestAnswerSeconds,
    ...(!first && {
      movedOneByOne: {
        functions: facts.map(({ ref }) => ref.functionName),
        callsPerSecond: CALLS_PER_SECOND,
      },
    }),
    provisionedForNew: facts.reduce((sum, { warmth }) => sum + warmth.count, 0),
    blindSpots: [{ kind: 'returned-errors' }, { kind: 'asynchronous' }],
    functionArns: facts.map(({ arn }) => arn),
    policy: (order) =>
      aliasPolicy(
        { aliases: first ? 'created' : 'moved', functions: facts.map(needsOf), smoke },
        place,
        order,
      ),
    ...(facts.some(({ split }) => split) && { repair: () => repairSplit(aliases, facts) }),
    whyUnchanged: async (changes) =>
      changes.every((change) => change.from === change.to)
        ? 'code and configuration are the same as in the version that the alias points to'
        : undefined,
    ...(first && { serveFirst: (changes) => createAll({ aliases, removing }, facts, changes) }),
    storedOn: must([...facts].sort(byName)[0], 'a function is released').arn,
    checkRoom: async (begun, signs, findings) => {
      // A first release stores nothing.
      if (first) return;
      const tags = {
        ...tagsFor(withExpected(begun, facts), facts.length),
        ...expectedTags(begun),
      };
      await stored.checkRoom(tags, begun.id, signs, findings);
    },
    record: () => ({
      kind: 'alias',
      aliases: Object.fromEntries(facts.map(({ ref }) => [ref.functionName, ref.alias])),
    }),
    prepare: async (begun, preparing) => {
      const phase = { kind: 'preparing' } as const;
      const kept = facts.filter(({ warmth }) => warmth.of === 'alias').map(({ ref }) => ref);
      const aliasOf = new Map(kept.map(({ functionName, alias }) => [functionName, alias]));
      const warm = new Set(
        facts.filter(({ warmth }) => warmth.of !== 'none').map(({ ref }) => ref.functionName),
      );
      const warmed = begun.functions.filter(({ name }) => warm.has(name));
      const warmUps = await findWarmUps(provisioned, warmed, aliasOf);
      const record = withAllocated(begun, warmUps, [...aliasOf.keys()]);
      trust.writes(record);
      const tags = tagsFor(record, facts.length);
      await stored.begin(tags, record.id, preparing.pause);
      await warmUpVersions(provisioned, record.functions, warmUps, preparing);
      preparing.say('The new versions are published; they receive no traffic yet.');
      return { record, phase, stepStartTimes: [], canaryDeploymentId: undefined };
    },
  };
}

/** The state at the beginning; its parts may be spread over all functions. */
function tagsFor(record: RolloutRecord, functions: number): Readonly<Record<string, string>> {
  return recordTags(record, { kind: 'preparing' }, MAX_CHUNKS * functions);
}

/** With the environments that preflight expects to be allocated. */
function withExpected(record: RolloutRecord, facts: readonly AliasFacts[]): RolloutRecord {
  const warm = facts.filter(({ warmth }) => warmth.of !== 'none');
  const warmed = warm.map(({ ref, warmth }) => [ref.functionName, warmth.count] as const);
  const kept = warm.filter(({ warmth }) => warmth.of === 'alias');
  const names = kept.map(({ ref }) => ref.functionName);
  return withAllocated(record, Object.fromEntries(warmed), names);
}

function needsOf({ arn, input, release, warmth, durable }: AliasFacts): FunctionNeeds {
  return {
    arn,
    durable,
    publishes: input.version === undefined,
    code: input.code?.source,
    stores: release.version === undefined && release.upload?.store,
    provisions: warmth.of !== 'none',
  };
}

/** Alphabetical, as in the sort that finds the function with the stored state. */
function byName({ ref: a }: AliasFacts, { ref: b }: AliasFacts): number {
  return a.functionName < b.functionName ? -1 : 1;
}

/** Environments are stored before they are requested, so that any run that ends the rollout deallocates them. */
function withAllocated(
  record: RolloutRecord,
  warmed: WarmUps,
  kept: readonly string[],
): RolloutRecord {
  const target = {
    ...aliasesOf(record),
    ...(Object.keys(warmed).length > 0 && { warmed }),
    ...(kept.length > 0 && { kept }),
  };
  return { ...record, target };
}

/** Creates every alias, or none. */
async function createAll(
  { aliases, removing }: Pick<AliasCalls, 'aliases' | 'removing'>,
  facts: readonly AliasFacts[],
  changes: readonly FunctionChange[],
): Promise<string> {
  const versions = new Map(changes.map(({ name, to }) => [name, to]));
  const made: AliasFacts[] = [];
  try {
    await forAll(facts, async (fact) => {
      const version = must(versions.get(fact.ref.functionName), 'each function has its version');
      const state = await aliases.create(fact.ref, version);
      // Another version means that the alias was created outside this run in between, so it is not removed.
      if (state.version !== version) {
        throw new MovedError(
          `${labelOf(fact.ref)} should be created for version ${version}, but someone else created it: ${describeAlias(state)}`,
        );
      }
      made.push(fact);
    });
  } catch (error) {
    const left = await removeAll(removing, made);
    const { message } = known(error);
    const why =
      left === undefined
        ? `no alias was created: ${message}`
        : `${message}; some aliases were already created: ${left}`;
    throw new KnownError(why, { cause: error });
  }
  const labels = listed(facts.map(({ ref }) => labelOf(ref)));
  return `${labels} ${facts.length === 1 ? 'was' : 'were'} created and ${facts.length === 1 ? 'gives' : 'give'} all traffic to the new version`;
}

/** Removes what was made. @returns why some of it is still there; `undefined`: none is */
async function removeAll(
  aliases: Aliases<'rollback'>,
  made: readonly AliasFacts[],
): Promise<string | undefined> {
  try {
    await forEvery(made, ({ ref }) => aliases.remove(ref));
    return undefined;
  } catch (error) {
    return known(error).message;
  }
}
