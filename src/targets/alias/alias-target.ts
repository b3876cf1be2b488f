// Weighted aliases of one or many functions: one plan, one verdict, all or none. What must be
// remembered stands in the tags of the first function; the others say whose they are.

import { bindAliases } from '../../aws/aliases.ts';
import type { Clients } from '../../aws/clients.ts';
import { RolloutError } from '../../aws/errors.ts';
import { bindFunctions } from '../../aws/functions.ts';
import { aliasProbe, missingPermissions, publishProbe } from '../../aws/probes.ts';
import type { FunctionInput } from '../../inputs/inputs.ts';
import type { Findings } from '../../preflight/findings.ts';
import { standingOfAlias, standingOfAll } from '../../rollout/alias-standing.ts';
import {
  type Memory,
  ourTagKeys,
  ownerTag,
  phaseTags,
  type Remembered,
  type RolloutRecord,
  readMemory,
  recordTags,
  TAG_PREFIX,
} from '../../rollout/record.ts';
import { formatRolloutId } from '../../rollout/release.ts';
import type { Standing } from '../../rollout/standing.ts';
import type { Opening, Target } from '../target.ts';
import { createAliasGauge } from './alias-gauge.ts';
import {
  createFleet,
  type Fleet,
  forAll,
  labelOf,
  type Member,
  PROMOTED,
  STABLE,
  splitGoal,
} from './fleet.ts';
import { type AliasFacts, inspectAlias, refOf } from './inspect-aliases.ts';

export interface AliasConnection {
  readonly clients: Clients;
  /** The functions to release; each names its alias. */
  readonly released: readonly FunctionInput[];
}

export function connectAliases({ clients, released }: AliasConnection): Target {
  const { place, lambda, cloudWatch } = clients;
  const aliases = bindAliases(lambda, place);
  const functions = bindFunctions(lambda, place);
  const fleet = createFleet(aliases);
  const refs = released.map(refOf);
  const labels = refs.map(labelOf);
  const memory = createMemory(
    aliases,
    functions,
    refs.map((ref) => ref.functionName),
  );
  return {
    words: labels.length === 1 ? `the alias ${labels[0]}` : `${labels.length} aliases`,
    gauge: createAliasGauge(cloudWatch, refs),
    observe: async (signal) => {
      const tags = await memory.read(signal);
      const leader = tags[WITH];
      if (leader !== undefined) return { memory: elsewhere(leader), standing: undefined };
      const found = readMemory(tags);
      if (found.kind !== 'rollout') return { memory: found, standing: undefined };
      return { memory: found, standing: await observeAll(fleet, found.remembered.record, signal) };
    },
    inspect: async (findings) => {
      const bound = { aliases, functions, region: place.region };
      const facts = await forAll(released, (input) => inspectAlias(bound, input, findings));
      await inspectPermissions(clients, released, findings);
      const whole = facts.filter((fact) => fact !== undefined);
      return whole.length < released.length ? undefined : openAliases(memory, whole);
    },
    own: (id) => memory.write(ownerTag(id)),
    remember: (rollout, phase) => memory.write(phaseTags(rollout, phase)),
    shift: async ({ record }, weight) => {
      await forAll(membersOf(record), (member) => fleet.bring(member, splitGoal(weight)));
    },
    promote: async ({ record }) => {
      await forAll(membersOf(record), (member) => fleet.bring(member, PROMOTED));
    },
    rollBack: async ({ record }, _, signal) => {
      await forAll(membersOf(record), (member) => fleet.bring(member, STABLE, signal));
    },
    forget: () => memory.clear(),
    mendCommands: (record) => membersOf(record).map((member) => mendCommand(place.region, member)),
    describe: () => ({ kind: 'alias', region: place.region, aliases: labels }),
  };
}

/** The tag of a function that takes part in a rollout which another one remembers. */
const WITH = `${TAG_PREFIX}with`;

function elsewhere(leader: string): Memory {
  const why = `it takes part in a rollout that the function "${leader}" remembers, so release the same functions together again`;
  return { kind: 'unreadable', why };
}

async function observeAll(
  fleet: Fleet,
  record: RolloutRecord,
  signal: AbortSignal | undefined,
): Promise<Standing> {
  const standings = await forAll(membersOf(record), async ({ ref, change }) => ({
    label: labelOf(ref),
    standing: standingOfAlias(await fleet.read(ref, signal), change),
  }));
  return standingOfAll(standings);
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
    }));
}

function mendCommand(region: string, { ref, change }: Member): string {
  return (
    `aws lambda update-alias --region ${region} --function-name ${ref.functionName} --name ${ref.alias} ` +
    `--function-version ${change.from} --routing-config '{"AdditionalVersionWeights":{}}'`
  );
}

async function inspectPermissions(
  { place, lambda }: Clients,
  released: readonly FunctionInput[],
  findings: Findings,
): Promise<void> {
  const probes = released.flatMap(({ name, version }) => [
    aliasProbe(lambda, place, name),
    ...(version === undefined ? [publishProbe(lambda, place, name)] : []),
  ]);
  findings.problems.push(...(await missingPermissions(probes)));
}

function openAliases(memory: TagMemory, facts: readonly AliasFacts[]): Opening {
  return {
    functions: facts.map(({ input, from }) => ({
      name: input.name,
      from,
      version: input.version,
    })),
    longestAnswerSeconds: Math.max(...facts.map((fact) => fact.timeoutSeconds)),
    whyUnchanged: async (changes) =>
      changes.every((change) => change.from === change.to)
        ? 'code and configuration are those of the version that the alias points to'
        : undefined,
    record: () => ({
      kind: 'alias',
      aliases: Object.fromEntries(facts.map(({ ref }) => [ref.functionName, ref.alias])),
    }),
    prepare: async (record, say) => {
      const phase = { kind: 'preparing' } as const;
      await memory.write(recordTags(record, phase));
      await memory.claim(formatRolloutId(record.id));
      say('The new versions are published; nobody is served them yet.');
      return { record, phase, shifts: [], canaryDeploymentId: undefined } satisfies Remembered;
    },
  };
}

interface TagMemory {
  /** The tags of the function that remembers. */
  read(signal?: AbortSignal): Promise<Readonly<Record<string, string>>>;
  write(tags: Readonly<Record<string, string>>): Promise<void>;
  /** Marks the other functions as part of the rollout. */
  claim(rollout: string): Promise<void>;
  /** Removes every tag of ours from every function. */
  clear(): Promise<void>;
}

function createMemory(
  aliases: ReturnType<typeof bindAliases>,
  functions: ReturnType<typeof bindFunctions>,
  names: readonly string[],
): TagMemory {
  const [leader = '', ...others] = [...names].sort();
  const arns = new Map<string, string>();
  const arnOf = async (name: string) => {
    const known = arns.get(name) ?? (await functions.read(name))?.arn;
    if (known === undefined) throw new RolloutError(`there is no function "${name}"`);
    arns.set(name, known);
    return known;
  };
  const clear = async (name: string) => {
    const arn = await arnOf(name);
    await aliases.untag(arn, ourTagKeys(await aliases.readTags(arn)));
  };
  return {
    read: async (signal) => aliases.readTags(await arnOf(leader), signal),
    write: async (tags) => aliases.tag(await arnOf(leader), tags),
    claim: async (rollout) => {
      const tags = { [`${TAG_PREFIX}rollout`]: rollout, [WITH]: leader };
      await Promise.all(await forAll(others, async (name) => aliases.tag(await arnOf(name), tags)));
    },
    // The one that remembers comes last: until then the next run still knows of the others.
    clear: async () => {
      await forAll(others, clear);
      await clear(leader);
    },
  };
}
