// Weighted aliases of one or many functions: one plan, one verdict, all or none.

import { type AliasRef, bindAliases } from '../../aws/aliases.ts';
import type { Clients } from '../../aws/clients.ts';
import { bindFunctions } from '../../aws/functions.ts';
import {
  aliasProbe,
  createAliasProbe,
  functionTagProbes,
  provisionProbes,
  publishProbe,
} from '../../aws/lambda-probes.ts';
import { missingPermissions } from '../../aws/probes.ts';
import { bindProvisioned } from '../../aws/provisioned.ts';
import { bindVersions } from '../../aws/versions.ts';
import { aliasCommand, awsCommand } from '../../base/command-line.ts';
import { type Findings, noFindings } from '../../base/problems.ts';
import type { FirstRelease, FunctionInput, OnSplitAlias } from '../../inputs/inputs.ts';
import { ownerTag, phaseTags } from '../../rollout/record.ts';
import type { RolloutId } from '../../rollout/release.ts';
import { mapAll } from '../concurrency.ts';
import { isAnothers, mustBeOpen, mustBeOurs } from '../ownership.ts';
import type { Target } from '../target.ts';
import { createTrust } from '../trust.ts';
import { type KnownUses, sweepVersions } from '../version-sweep.ts';
import { createAliasGauge } from './alias-counts.ts';
import { makeWay, membersOf, moves } from './alias-moves.ts';
import { createFleet, labelOf } from './alias-set.ts';
import { openAliases } from './alias-setup.ts';
import { describeAlias } from './alias-state.ts';
import { findAliasWayBack } from './alias-undo.ts';
import { checkFirst } from './first-release.ts';
import { type AliasFacts, inspectAlias, refOf } from './inspect-aliases.ts';
import { observing } from './observe-aliases.ts';
import { createMemory, type TagMemory } from './tag-store.ts';

export interface AliasConnection {
  readonly clients: Clients;
  /** The functions to release; each names its alias. */
  readonly released: readonly FunctionInput[];
  readonly onSplit: OnSplitAlias;
  readonly firstRelease: FirstRelease;
  /** Takes a line for the log. */
  readonly say: (line: string) => void;
  /** Where a person can look at a run. */
  readonly linkTo: (id: RolloutId) => string;
}

export function connectAliases(connection: AliasConnection): Target {
  const { clients, released, onSplit, firstRelease, say, linkTo } = connection;
  const { place, lambda, cloudWatch } = clients;
  const aliases = bindAliases(lambda, place);
  const functions = bindFunctions(lambda, place);
  const provisioned = bindProvisioned(lambda, place);
  const versions = bindVersions(lambda, place);
  const fleet = createFleet(aliases, (member) => makeWay(provisioned, member, say));
  const refs = released.map(refOf);
  const labels = refs.map(labelOf);
  const asked = Object.fromEntries(refs.map((ref) => [ref.functionName, ref.alias]));
  const memory = createMemory(aliases, functions, asked);
  /** With those of an open rollout of more functions than were asked for. */
  const known = new Map(Object.entries(asked));
  const trust = createTrust({ kind: 'alias', functions: asked, variables: [] });
  const proof = { fleet, functions };
  return {
    words: labels.length === 1 ? `the alias ${labels[0]}` : `${labels.length} aliases`,
    gauge: createAliasGauge(cloudWatch, refs, known),
    ...observing({ memory, trust, proof, released, known, region: place.region }),
    inspect: async (findings) => {
      const bound = {
        aliases,
        functions,
        provisioned,
        region: place.region,
        onSplit,
        memory,
        names: Object.keys(asked),
        linkTo,
      };
      const each = released.map((input) => ({ input, own: noFindings() }));
      const found = await mapAll(each, ({ input, own }) => inspectAlias(bound, input, own));
      findings.problems.push(...each.flatMap(({ own }) => own.problems));
      findings.notes.push(...each.flatMap(({ own }) => own.notes));
      const facts = found.filter((fact) => fact !== undefined);
      await checkFirst(aliases, facts, firstRelease, findings);
      await inspectPermissions(clients, facts, findings);
      return facts.length < released.length
        ? undefined
        : openAliases({ aliases, provisioned, memory, trust }, facts);
    },
    ...memoryCalls(memory),
    ...moves(proof, trust, provisioned, versions),
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
        .map(({ ref, change }) => aliasCommand(place.region, ref, change.from)),
    urls: () => ({ stageUrl: undefined, shadowUrl: undefined }),
  };
}

function memoryCalls(memory: TagMemory): Pick<Target, 'own' | 'remember' | 'pause' | 'forget'> {
  return {
    own: async (id) => {
      mustBeOpen(await memory.read());
      await memory.write(ownerTag(id));
    },
    remember: async (rollout, phase) => {
      mustBeOurs(await memory.read(), rollout.record.id);
      await memory.write(phaseTags(rollout, phase));
    },
    pause: async (pause) => {
      mustBeOpen(await memory.read());
      await memory.pause(pause);
    },
    forget: async (last, signal, of) => {
      if (isAnothers(await memory.read(signal), of)) return;
      await memory.clear(last, signal);
    },
  };
}

/** All that leads to a version of a function is found by the function. */
const NOTHING_KNOWN: KnownUses = {
  of: () => [],
  hidden: () => undefined,
  knows: () => false,
};

function lookCommand(region: string, { functionName, alias }: AliasRef): string {
  return awsCommand('lambda get-alias', { region, 'function-name': functionName, name: alias });
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
    ...(warmth.of !== 'none' ? provisionProbes(lambda, place, name) : []),
  ]);
  findings.problems.push(...(await missingPermissions(probes)));
}
