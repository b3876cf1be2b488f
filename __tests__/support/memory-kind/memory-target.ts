// The split of a router in memory, as a target: what every kind has to do, and nothing else.

import type { ClientSets } from '../../../src/aws/clients.ts';
import { KnownError, MovedError } from '../../../src/base/errors.ts';
import { sameWeight } from '../../../src/rollout/plan.ts';
import {
  APPROVED,
  approvalTag,
  lastOutcomeTag,
  ownerTag,
  PAUSED,
  pauseTag,
  phaseTags,
  type RolloutRecord,
  readStoredState,
  recordTags,
  tagKeysToClear,
} from '../../../src/rollout/record.ts';
import type { FunctionChange } from '../../../src/rollout/release.ts';
import { fingerprint, ofRequestedTarget } from '../../../src/rollout/requested-target.ts';
import type { TrafficState } from '../../../src/rollout/traffic-state.ts';
import { unnamedFunctions } from '../../../src/targets/claim.ts';
import { allow } from '../../../src/targets/iam-policy.ts';
import {
  assertFree,
  assertOpen,
  assertOwned,
  isOwnedByAnother,
} from '../../../src/targets/ownership.ts';
import type {
  RollbackTarget,
  Target,
  TargetReads,
  TargetSetup,
  VersionReads,
} from '../../../src/targets/target.ts';
import { BORNE_OUT, createTrust, type Trust } from '../../../src/targets/trust.ts';
import { bindRouter, type RouterCalls } from './memory-client.ts';
import { createMemoryCounts } from './memory-counts.ts';
import { memoryCodec } from './memory-record.ts';
import { describeRouter } from './memory-report.ts';
import type { Split } from './memory-router.ts';

export interface MemoryConnection {
  readonly clients: ClientSets;
  /** The name of the router. */
  readonly router: string;
  /** The service to release. */
  readonly service: string;
}

export function connectMemory({ clients, router: name, service }: MemoryConnection): Target {
  const trust = createTrust((record) => unnamedFunctions(record, [service], (asked) => asked));
  const router = bindRouter(clients.normal, name);
  const stored = async () => storedIn(name, (await router.send('GetRouter')).tags);
  return {
    words: `the router "${name}"`,
    countSource: createMemoryCounts(name),
    knows: trust.knows,
    ...readings(router, trust),
    ...versionReads(router),
    rollback: rollbackOf(bindRouter(clients.rollback, name), trust),
    inspect: async () => setUp(router, trust, service),
    policyAtMost: () => [allow('Release', ['memory:SetRouter'], [placeOf(name).on])],
    claim: async (id) => {
      assertOpen(await stored());
      await router.send('TagRouter', ownerTag(id));
    },
    savePhase: async (rollout, phase) => {
      assertOwned(await stored(), rollout.record.id);
      await router.send('TagRouter', phaseTags(rollout, phase));
    },
    shift: ({ record }, weight) => {
      const { from, to } = changeOf(record);
      return bring(router, record, { serves: from, canary: { version: to, weight } });
    },
    promote: ({ record }) => bring(router, record, { serves: changeOf(record).to }),
    pause: async (pause) => {
      assertOpen(await stored());
      await (pause
        ? router.send('TagRouter', pauseTag(pause))
        : router.send('UntagRouter', [PAUSED]));
    },
    saveApprovals: async (rollout) => {
      assertOwned(await stored(), rollout.record.id);
      const tag = approvalTag(rollout);
      await (tag ? router.send('TagRouter', tag) : router.send('UntagRouter', [APPROVED]));
    },
    admit: async ({ record }) => trust.writes(record),
    readUnknownSplit: async () => {
      const { canary } = (await router.send('GetRouter')).split;
      return canary && `${name} gives ${canary.weight}% to version ${canary.version}`;
    },
    sweep: async () => ({ leftovers: [], notes: [] }),
    findUndo: async () => {
      throw new KnownError('a router in memory has no past');
    },
    forgetCommands: async () => [`memory forget-router ${name}`],
    showCommands: () => [`memory get-router ${name}`],
    repairCommands: ({ functions }) => [`memory set-router ${name} ${functions[0]?.from}`],
    differences: async () => [],
    closesSplit: () => true,
    wayIn: () => ({ commands: [], notes: [] }),
    urls: () => ({ stageUrl: undefined, shadowUrl: undefined }),
    describe: () => describeRouter(name),
  };
}

const placeOf = (name: string) => ({ on: `arn:aws:memory:eu-west-1::${name}`, parts: [] });

function storedIn(name: string, tags: Readonly<Record<string, string>>) {
  return ofRequestedTarget(readStoredState(tags, memoryCodec), placeOf(name));
}

function readings(router: RouterCalls, trust: Trust): TargetReads {
  return {
    observe: async () => {
      const { split, tags } = await router.send('GetRouter');
      const stored = await trust.vet(storedIn(router.name, tags), async () => BORNE_OUT);
      const open = stored.kind === 'rollout' ? stored.storedRollout.record : undefined;
      return { stored, trafficState: open && trafficOf(split, open) };
    },
    readTraffic: async ({ record }) => trafficOf((await router.send('GetRouter')).split, record),
  };
}

function versionReads(router: RouterCalls<'normal'>): VersionReads {
  return {
    readVersion: async (_, version) => {
      const { source, code } = await router.send('DescribeVersion', version);
      return { description: source, digest: code, settings: 'none' };
    },
    readArns: async (changes) =>
      new Map(changes.map(({ name, to }) => [name, `arn:aws:memory:eu-west-1::version/${to}`])),
  };
}

function rollbackOf(router: RouterCalls<'rollback'>, trust: Trust): RollbackTarget {
  return {
    ...readings(router, trust),
    restore: async ({ record }, trafficState) => {
      const before = { serves: changeOf(record).from };
      if (trafficState.kind === 'stable') await bring(router, record, before);
      else await setAndRead(router, before);
    },
    completePromotion: ({ record }) => bring(router, record, { serves: changeOf(record).to }),
    cleanUp: async () => undefined,
    clearState: async (last, of) => {
      const { tags } = await router.send('GetRouter');
      if (isOwnedByAnother(storedIn(router.name, tags), of)) return;
      const place = placeOf(router.name);
      if (last) await router.send('TagRouter', lastOutcomeTag({ ...last, of: fingerprint(place) }));
      await router.send('UntagRouter', tagKeysToClear(tags, last));
    },
  };
}

async function setUp(
  router: RouterCalls<'normal'>,
  trust: Trust,
  service: string,
): Promise<TargetSetup> {
  const { name } = router;
  const { on } = placeOf(name);
  const { serves: from } = (await router.send('GetRouter')).split;
  return {
    functions: [{ name: service, from, version: undefined }],
    longestAnswerSeconds: 30,
    provisionedForNew: 0,
    blindSpots: [],
    functionArns: [on],
    policy: () => [allow('Release', ['memory:SetRouter'], [on])],
    publish: async ({ say, source }) => {
      const to = await router.send('RegisterVersion', source);
      say(`${service}: ${to}`);
      return [{ name: service, from, to }];
    },
    whyUnchanged: async ([change]) =>
      change?.from === change?.to ? 'the router serves this code already' : undefined,
    record: () => ({ kind: 'memory', router: name }),
    checkRoom: async () => undefined,
    storedOn: on,
    prepare: async (record) => {
      const phase = { kind: 'preparing' } as const;
      assertFree(storedIn(name, (await router.send('GetRouter')).tags), () => name);
      trust.writes(record);
      await router.send('TagRouter', recordTags(record, phase));
      return { record, phase, stepStartTimes: [], canaryDeploymentId: undefined };
    },
  };
}

async function bring(router: RouterCalls, record: RolloutRecord, wanted: Split): Promise<void> {
  const { split } = await router.send('GetRouter');
  const now = trafficOf(split, record);
  if (now.kind === 'external') throw new MovedError(now.what);
  if (!isSame(split, wanted)) await setAndRead(router, wanted);
}

/** An answer that is lost is no failure where the change is there. */
async function setAndRead(router: RouterCalls, wanted: Split): Promise<void> {
  const answer = await router.send('SetRouter', wanted).catch(async (error) => {
    const { split } = await router.send('GetRouter');
    if (!isSame(split, wanted)) throw error;
    return split;
  });
  if (!isSame(answer, wanted)) {
    throw new KnownError('AWS accepted the change, but does not show it');
  }
}

function trafficOf({ serves, canary }: Split, record: RolloutRecord): TrafficState {
  const { from, to } = changeOf(record);
  if (serves === to && !canary) return { kind: 'promoted', open: false };
  if (serves === from && !canary) return { kind: 'stable' };
  return serves === from && canary?.version === to
    ? { kind: 'split', weight: canary.weight }
    : { kind: 'external', what: `somebody else set version ${serves}` };
}

function changeOf({ functions: [change] }: RolloutRecord): FunctionChange {
  if (!change) throw new KnownError('the record releases nothing');
  return change;
}

function isSame(a: Split, b: Split): boolean {
  const [one, other] = [a.canary, b.canary];
  return (
    a.serves === b.serves &&
    one?.version === other?.version &&
    sameWeight(one?.weight ?? 0, other?.weight ?? 0)
  );
}
