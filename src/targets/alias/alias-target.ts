// Weighted aliases of one or many functions: one plan, one verdict, all or none.

import { type AliasRef, bindAliases } from '../../aws/aliases.ts';
import type { Clients } from '../../aws/clients.ts';
import { MovedError, RolloutError } from '../../aws/errors.ts';
import { bindFunctions } from '../../aws/functions.ts';
import {
  aliasProbe,
  createAliasProbe,
  functionTagProbes,
  provisionProbes,
  publishProbe,
} from '../../aws/lambda-probes.ts';
import { missingPermissions } from '../../aws/probes.ts';
import { bindProvisioned, type Provisioned } from '../../aws/provisioned.ts';
import { bindVersions, type Versions } from '../../aws/versions.ts';
import type { FunctionInput, OnSplitAlias } from '../../inputs/inputs.ts';
import { type Findings, noFindings } from '../../preflight/findings.ts';
import {
  describeAlias,
  explainedWeights,
  standingInPhase,
  standingOfAll,
} from '../../rollout/alias-standing.ts';
import { ownerTag, phaseTags, type Remembered, type RolloutRecord } from '../../rollout/record.ts';
import type { Standing } from '../../rollout/standing.ts';
import { isAnothers, mustBeOurs } from '../ours.ts';
import type { Target } from '../target.ts';
import { forAll, forEvery, mapAll } from '../together.ts';
import { type KnownUses, sweepVersions } from '../version-sweep.ts';
import { coolDown } from '../warm-up.ts';
import { createAliasGauge } from './alias-gauge.ts';
import { openAliases } from './alias-opening.ts';
import { findAliasWayBack } from './alias-way-back.ts';
import {
  createFleet,
  type Fleet,
  labelOf,
  type Member,
  PROMOTED,
  PROMOTED_BY_WEIGHT,
  STABLE,
  splitGoal,
} from './fleet.ts';
import { handOver } from './hand-over.ts';
import { type AliasFacts, inspectAlias, refOf } from './inspect-aliases.ts';
import { createMemory, type TagMemory } from './tag-memory.ts';

export interface AliasConnection {
  readonly clients: Clients;
  /** The functions to release; each names its alias. */
  readonly released: readonly FunctionInput[];
  readonly onSplit: OnSplitAlias;
}

export function connectAliases({ clients, released, onSplit }: AliasConnection): Target {
  const { place, lambda, cloudWatch } = clients;
  const aliases = bindAliases(lambda, place);
  const functions = bindFunctions(lambda, place);
  const provisioned = bindProvisioned(lambda, place);
  const versions = bindVersions(lambda, place);
  const fleet = createFleet(aliases, ({ change, kept }) =>
    kept ? provisioned.remove(change.name, change.to) : Promise.resolve(),
  );
  const refs = released.map(refOf);
  const labels = refs.map(labelOf);
  const names = refs.map((ref) => ref.functionName);
  const memory = createMemory(aliases, functions, names);
  return {
    words: labels.length === 1 ? `the alias ${labels[0]}` : `${labels.length} aliases`,
    gauge: createAliasGauge(cloudWatch, refs),
    observe: async (signal) => {
      const found = await memory.read(signal);
      if (found.kind !== 'rollout') return { memory: found, standing: undefined };
      return { memory: found, standing: await observeAll(fleet, found.remembered, signal) };
    },
    inspect: async (findings) => {
      const bound = { aliases, functions, provisioned, region: place.region, onSplit };
      const each = released.map((input) => ({ input, own: noFindings() }));
      const found = await mapAll(each, ({ input, own }) => inspectAlias(bound, input, own));
      findings.problems.push(...each.flatMap(({ own }) => own.problems));
      findings.notes.push(...each.flatMap(({ own }) => own.notes));
      const facts = found.filter((fact) => fact !== undefined);
      checkAlike(facts, findings);
      await inspectPermissions(clients, facts, findings);
      return facts.length < released.length
        ? undefined
        : openAliases({ aliases, provisioned, memory }, facts);
    },
    ...memoryCalls(memory),
    ...moves(fleet, provisioned, versions),
    readStray: async () => {
      const states = await mapAll(refs, async (ref) => ({ ref, state: await fleet.look(ref) }));
      const split = states.find(({ state }) => Object.keys(state?.weights ?? {}).length > 0);
      return (
        split?.state &&
        `${labelOf(split.ref)} is split between ${describeAlias(split.state)} by someone else, or a release that was cut off`
      );
    },
    findWayBack: (to) => findAliasWayBack(fleet, functions, refs, to),
    sweep: ({ functions: changes, keep }) => {
      const { readTags } = aliases;
      const bound = { versions, functions, readTags };
      return sweepVersions(bound, changes, keep, NOTHING_KNOWN);
    },
    lookCommands: () => refs.map((ref) => lookCommand(place.region, ref)),
    // Each alias is known by itself, even where not all of them could be read.
    mendCommands: (record) =>
      membersOf(record)
        .filter((member) => fleet.isLeft(member))
        .map((member) => mendCommand(place.region, member)),
    describe: () => ({ kind: 'alias', region: place.region, aliases: labels }),
  };
}

function memoryCalls(memory: TagMemory): Pick<Target, 'own' | 'remember' | 'pause' | 'forget'> {
  return {
    own: (id) => memory.write(ownerTag(id)),
    remember: async (rollout, phase) => {
      mustBeOurs(await memory.read(), rollout.record.id);
      await memory.write(phaseTags(rollout, phase));
    },
    pause: memory.pause,
    forget: async (last, signal, of) => {
      if (of && isAnothers(await memory.read(signal), of)) return;
      await memory.clear(last, signal);
    },
  };
}

/** All that changes who is served what, or what is ready for them. */
function moves(
  fleet: Fleet,
  provisioned: Provisioned,
  versions: Pick<Versions, 'aliased'>,
): Pick<Target, 'shift' | 'promote' | 'handOver' | 'rollBack' | 'settle'> {
  return {
    shift: ({ record }, weight) =>
      forAll(membersOf(record), (member) => fleet.bring(member, splitGoal(weight))),
    promote: ({ record }) =>
      forAll(membersOf(record), (member) =>
        fleet.bring(member, member.kept ? PROMOTED_BY_WEIGHT : PROMOTED),
      ),
    handOver: ({ record }, waiting) => handOver({ fleet, provisioned }, membersOf(record), waiting),
    rollBack: ({ record }, standing, signal) =>
      giveBack(fleet, membersOf(record), standing, signal),
    settle: ({ record }, stands, signal) => {
      const isNeeded = async (name: string, version: string) =>
        (await versions.aliased(name, signal)).includes(version);
      return coolDown({ provisioned, isNeeded }, record, stands, signal);
    },
  };
}

async function observeAll(
  fleet: Fleet,
  { record, phase }: Remembered,
  signal: AbortSignal | undefined,
): Promise<Standing> {
  const standings = await mapAll(membersOf(record), async (member) => ({
    label: labelOf(member.ref),
    standing: standingInPhase(await fleet.look(member.ref, signal), member, phase),
  }));
  return standingOfAll(standings, explainedWeights(phase, record.plan));
}

/** All that are ours. What somebody else was seen to hold is left to them. */
async function giveBack(
  fleet: Fleet,
  members: readonly Member[],
  standing: Standing,
  signal: AbortSignal | undefined,
): Promise<void> {
  const known = standing.kind === 'foreign' && standing.others === 'ours';
  await forEvery(members, async (member) => {
    try {
      await fleet.bring(member, STABLE, signal);
    } catch (error) {
      if (!known || !(error instanceof MovedError)) throw error;
    }
  });
}

/** Every function whose version changes, with its alias. */
function membersOf({ functions, target }: RolloutRecord): readonly Member[] {
  if (target.kind !== 'alias') {
    throw new RolloutError('what is remembered here is not the rollout of an alias');
  }
  return functions
    .filter(({ from, to }) => from !== to)
    .map((change) => ({
      ref: { functionName: change.name, alias: target.aliases[change.name] ?? '' },
      change,
      kept: target.kept?.includes(change.name) ?? false,
    }));
}

/** All that leads to a version of a function is found by the function. */
const NOTHING_KNOWN: KnownUses = {
  of: () => [],
  hidden: () => undefined,
  knows: () => false,
};

function lookCommand(region: string, { functionName, alias }: AliasRef): string {
  return `aws lambda get-alias --region ${region} --function-name ${functionName} --name ${alias}`;
}

function mendCommand(region: string, { ref, change }: Member): string {
  return (
    `aws lambda update-alias --region ${region} --function-name ${ref.functionName} --name ${ref.alias} ` +
    `--function-version ${change.from} --routing-config '{"AdditionalVersionWeights":{}}'`
  );
}

/** A first release is watched by nobody, so it must not ride along with one that is. */
function checkAlike(facts: readonly AliasFacts[], findings: Findings): void {
  const missing = facts.filter(({ from }) => from === '').map(({ ref }) => labelOf(ref));
  if (missing.length === 0) return;
  if (missing.length < facts.length) {
    findings.problems.push(
      `alias: there is no ${missing.join(', ')} yet, while the others exist; a first release has nothing to be compared with, so release ${missing.length === 1 ? 'it' : 'them'} alone first`,
    );
    return;
  }
  findings.notes.push(
    `alias: there is no ${missing.join(', ')} yet, so this is the first release: with nothing to compare it with, all traffic goes to it at once`,
  );
}

async function inspectPermissions(
  { place, lambda }: Clients,
  facts: readonly AliasFacts[],
  findings: Findings,
): Promise<void> {
  const probes = facts.flatMap(({ input: { name, version }, arn, from, warmth }) => [
    from === '' ? createAliasProbe(lambda, place, name) : aliasProbe(lambda, place, name),
    ...(version === undefined ? [publishProbe(lambda, place, name)] : []),
    ...(from === '' ? [] : functionTagProbes(lambda, arn)),
    ...(warmth !== 'none' ? provisionProbes(lambda, place, name) : []),
  ]);
  findings.problems.push(...(await missingPermissions(probes)));
}
