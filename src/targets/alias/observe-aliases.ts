// Reads the traffic state and the stored state of the aliases.

import type { AliasRef } from '../../aws/aliases.ts';
import { accountOf } from '../../aws/arns.ts';
import type { Mode } from '../../aws/clients.ts';
import type { FunctionCalls } from '../../aws/functions.ts';
import { KnownError } from '../../base/errors.ts';
import type { FunctionInput } from '../../inputs/values.ts';
import type { NotResumable, StoredRollout, StoredState } from '../../rollout/record.ts';
import type { TrafficState } from '../../rollout/traffic-state.ts';
import { mapAll } from '../concurrency.ts';
import type { Target, TargetReads } from '../target.ts';
import type { Trust } from '../trust.ts';
import { membersOf, movedRefs } from './alias-moves.ts';
import { type AliasProof, proveAliases } from './alias-proof.ts';
import { movedBy } from './alias-record.ts';
import { aliasReport } from './alias-report.ts';
import { type AliasSet, labelOf } from './alias-set.ts';
import { aliasTrafficInPhase, explainedWeights, trafficOfAll } from './alias-state.ts';
import { refOf } from './inspect-aliases.ts';
import { createTurns } from './look-in-turn.ts';
import type { TagStore } from './tag-store.ts';

export interface Observing<M extends Mode = Mode> extends AliasProof {
  readonly aliasSet: AliasSet<M>;
  readonly functions: FunctionCalls<M>;
  readonly stored: TagStore<M>;
  readonly trust: Trust;
  readonly released: readonly FunctionInput[];
  /** Receives the alias of each function of an open rollout, which may have more functions than the inputs. */
  readonly known: Map<string, string>;
  /** `arns`: of the functions that have been read, by name. */
  readonly memory: { readonly arns: ReadonlyMap<string, string> };
}

/** @param turns which aliases a look reads; omitted: all */
export function readings(bound: Observing, turns?: ReturnType<typeof createTurns>): TargetReads {
  const { aliasSet, stored, trust, released, known } = bound;
  return {
    observe: async () => {
      const read = await stored.read();
      checkAccount(released, accountOf((await stored.readArn()) ?? ''));
      const found = await trust.vet(read, ({ record }) => proveAliases(bound, membersOf(record)));
      if (found.kind !== 'rollout') return { stored: found, trafficState: undefined };
      for (const ref of movedRefs(found.storedRollout.record))
        known.set(ref.functionName, ref.alias);
      return {
        stored: found,
        trafficState: await observeAll(aliasSet, found.storedRollout, turns),
      };
    },
    readTraffic: (rollout) => observeAll(aliasSet, rollout),
  };
}

export function observing(
  bound: Observing<'normal'>,
  region: string,
): Pick<Target, 'knows' | 'observe' | 'readTraffic' | 'readOtherRollout' | 'describe'> {
  const { stored, trust, released, memory } = bound;
  const refs = released.map(refOf);
  const labels = refs.map(labelOf);
  return {
    knows: trust.knows,
    ...readings(bound, createTurns()),
    readOtherRollout: async () => {
      if (refs.length === 1) return undefined;
      const each = await mapAll(refs, ({ functionName }) => stored.readOf(functionName));
      return each.map(otherRolloutOf).find((one) => one !== undefined);
    },
    describe: (snapshot) => {
      const moved = snapshot ? movedRefs(snapshot.rollout.record).map(labelOf) : labels;
      // Labels in the order of the inputs, if the rollout has exactly those.
      const same = moved.length === labels.length && moved.every((label) => labels.includes(label));
      const facts = { kind: 'alias', region, aliases: same ? labels : moved } as const;
      const [arn] = memory.arns.values();
      return aliasReport(facts, snapshot?.rollout.record.functions ?? [], arn && accountOf(arn));
    },
  };
}

/** The stored state on one of several functions, when the first of them has none. */
function otherRolloutOf(stored: StoredState): NotResumable | undefined {
  if (stored.kind === 'none') return undefined;
  if (stored.kind !== 'rollout') return stored;
  const { record } = stored.storedRollout;
  return { kind: 'another', of: movedBy(record), id: record.id };
}

/** A function of the same name in another account is not the one in the inputs. */
function checkAccount(released: readonly FunctionInput[], account: string): void {
  const other = released.find((input) => input.account !== undefined && input.account !== account);
  if (!other || account === '') return;
  throw new KnownError(
    `functions: "${other.name}" belongs to account ${other.account}, but the job uses account ${account}`,
  );
}

export async function observeAll(
  aliasSet: AliasSet,
  { record, phase }: StoredRollout,
  turns?: ReturnType<typeof createTurns>,
): Promise<TrafficState> {
  const members = membersOf(record);
  const inTurn = turns?.(members.map(({ ref }) => labelOf(ref)));
  const stateOf = async (ref: AliasRef) => {
    const seen = inTurn?.has(labelOf(ref)) === false ? aliasSet.lastSeen(ref) : undefined;
    return seen ?? (await aliasSet.read(ref));
  };
  const trafficStates = await mapAll(members, async (member) => ({
    label: labelOf(member.ref),
    trafficState: aliasTrafficInPhase(await stateOf(member.ref), member, phase),
  }));
  return trafficOfAll(trafficStates, explainedWeights(phase, record.plan));
}
