// The split of a router in memory, as a target: what every kind has to do, and nothing else.

import { errorsMeasure } from '../../../src/analysis/errors-measure.ts';
import { KnownError, MovedError, messageOf } from '../../../src/base/errors.ts';
import type { CountSource } from '../../../src/monitor/count-source.ts';
import type { TargetReport } from '../../../src/report/report.ts';
import { sameWeight } from '../../../src/rollout/plan.ts';
import {
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
import { members, text } from '../../../src/rollout/shape.ts';
import type { TargetCodec } from '../../../src/rollout/target-record.ts';
import type { TrafficState } from '../../../src/rollout/traffic-state.ts';
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
} from '../../../src/targets/target.ts';
import { BORNE_OUT, createTrust } from '../../../src/targets/trust.ts';
import type { MemoryRouter, Split } from './memory-router.ts';

export const memoryCodec: TargetCodec = {
  kind: 'memory',
  isName: text(/^[a-z]{1,64}$/),
  isVersion: text(/^\d{1,18}$/),
  isCanary: () => false,
  fits: members({ kind: text(/^memory$/), router: text(/^[a-z-]{1,64}$/) }),
};

export function connectMemory(router: MemoryRouter, functionName: string): Target {
  const { name } = router;
  const place = { on: `arn:aws:memory:eu-west-1::${name}`, parts: [] };
  const trust = createTrust(() => undefined);
  const storedIn = (tags: Readonly<Record<string, string>>) =>
    ofRequestedTarget(readStoredState(tags, memoryCodec), place);
  const stored = async () => storedIn((await router.read()).tags);
  const bring = async (record: RolloutRecord, wanted: Split) => {
    const { split } = await router.read();
    const now = trafficOf(split, record);
    if (now.kind === 'external') throw new MovedError(now.what);
    if (!isSame(split, wanted)) await setAndRead(router, wanted);
  };
  const reads: TargetReads = {
    observe: async () => {
      const { split, tags } = await router.read();
      const found = await trust.vet(storedIn(tags), async () => BORNE_OUT);
      return {
        stored: found,
        trafficState:
          found.kind === 'rollout' ? trafficOf(split, found.storedRollout.record) : undefined,
      };
    },
    readTraffic: async ({ record }) => trafficOf((await router.read()).split, record),
  };
  return {
    words: `the router "${name}"`,
    countSource: NOTHING_COUNTED,
    knows: trust.knows,
    ...reads,
    readVersion: async (_, version = '2') => ({ description: '', digest: version }),
    readArns: async (changes) => new Map(changes.map((c) => [c.name, `${place.on}:${c.to}`])),
    rollback: { ...reads, ...rollbackCalls() },
    inspect: async () => {
      const { serves } = (await router.read()).split;
      return setUp(serves);
    },
    claim: async (id) => {
      assertOpen(await stored());
      await router.tag(ownerTag(id));
    },
    savePhase: async (rollout, phase) => {
      assertOwned(await stored(), rollout.record.id);
      await router.tag(phaseTags(rollout, phase));
    },
    shift: ({ record }, weight) => {
      const { from, to } = changeOf(record);
      return bring(record, { serves: from, canary: { version: to, weight } });
    },
    promote: ({ record }) => bring(record, { serves: changeOf(record).to }),
    pause: async (pause) => {
      assertOpen(await stored());
      await (pause ? router.tag(pauseTag(pause)) : router.untag([PAUSED]));
    },
    readUnknownSplit: async () => {
      const { canary } = (await router.read()).split;
      return canary && `${name} gives ${canary.weight}% to version ${canary.version}`;
    },
    sweep: async () => ({ leftovers: [], notes: [] }),
    findUndo: async () => {
      throw new KnownError('a router in memory has no past');
    },
    showCommands: () => [`memory get-router ${name}`],
    repairCommands: ({ functions }) => [`memory set-router ${name} ${functions[0]?.from}`],
    closesSplit: () => true,
    urls: () => ({ stageUrl: undefined, shadowUrl: undefined }),
    describe: () => describeRouter(name),
  };

  function rollbackCalls(): Omit<RollbackTarget, keyof TargetReads> {
    return {
      restore: async ({ record }, trafficState) => {
        const before = { serves: changeOf(record).from };
        if (trafficState.kind === 'stable') await bring(record, before);
        else await setAndRead(router, before);
      },
      completePromotion: ({ record }) => bring(record, { serves: changeOf(record).to }),
      cleanUp: async () => undefined,
      clearState: async (last, of) => {
        const { tags } = await router.read();
        if (isOwnedByAnother(storedIn(tags), of)) return;
        if (last) await router.tag(lastOutcomeTag({ ...last, of: fingerprint(place) }));
        await router.untag(tagKeysToClear(tags, last));
      },
    };
  }

  function setUp(serves: string): TargetSetup {
    return {
      functions: [{ name: functionName, from: serves, version: undefined }],
      publish: async () => [{ name: functionName, from: serves, to: '2' }],
      longestAnswerSeconds: 30,
      provisionedForNew: 0,
      functionArns: [],
      policy: () => [],
      whyUnchanged: async () => undefined,
      record: () => ({ kind: 'memory', router: name }),
      storedOn: place.on,
      prepare: async (record) => {
        const phase = { kind: 'preparing' } as const;
        assertFree(await stored(), () => name);
        trust.writes(record);
        await router.tag(recordTags(record, phase));
        return { record, phase, stepStartTimes: [], canaryDeploymentId: undefined };
      },
    };
  }
}

/** An answer that is lost is no failure where the change is there. */
async function setAndRead(router: MemoryRouter, wanted: Split): Promise<void> {
  const answer = await router.set(wanted).catch(async (error) => {
    const { split } = await router.read();
    if (!isSame(split, wanted)) throw new KnownError(messageOf(error), { cause: error });
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

function describeRouter(name: string): TargetReport {
  return {
    region: 'eu-west-1',
    label: name,
    key: name,
    resources: [`arn:aws:memory:eu-west-1::${name}`],
    links: [],
    metrics: [],
    rows: [['Router', name]],
    releases: 'Router',
    countNotes: {},
    searchLogs: () => undefined,
    outputs: {},
    toJSON: () => ({ kind: 'memory', region: 'eu-west-1' }),
  };
}

const NOTHING_COUNTED: CountSource = {
  readTraffic: async () => ({ kind: 'unreadable', why: 'nothing is counted in memory' }),
  readBaseline: async () => [{ measure: errorsMeasure(), minutes: [] }],
  readMeasures: async () => [],
  readDaily: async () => undefined,
};
