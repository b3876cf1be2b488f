// The open questions about a stage's canary, each asked of whoever is at the other end.

import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CloudWatchClient,
  GetMetricDataCommand,
  ListMetricsCommand,
} from '@aws-sdk/client-cloudwatch';
import type { Unsettled } from '../../simulator/world.ts';
import type { Recorder } from './recorder.ts';

/** The answers that a stage can give, named as the simulator names its choices. */
export type Answers = Omit<
  Unsettled,
  'metricDelaySeconds' | 'provisionedVersionBehindProvisionedAlias'
> & {
  /** How `33.333` per cent is read back. */
  readonly percentOf33_333: unknown;
  /** The longest description of a deployment that was taken, of those that were tried. */
  readonly longestDescription: number;
};

export interface Asked {
  readonly recorder: Recorder;
  /** Where the stage answers. */
  readonly stageUrl: string;
  readonly cloudWatch: CloudWatchClient;
  readonly apiName: string;
  /** Milliseconds since the epoch, of the other end's clock. */
  readonly now: () => number;
  /** Real milliseconds between two looks. */
  readonly pauseMs: number;
  /** Looks for metrics and for a weight's effect before giving up. */
  readonly looks: number;
  readonly signal: AbortSignal;
}

export const STAGE = 'verify';
const stage = { restApiId: '${api.id}', stageName: STAGE };
const PERCENT = '/canarySettings/percentTraffic';
const DEPLOYMENT = '/canarySettings/deploymentId';

const replace = (path: string, value: string) => ({ op: 'replace', path, value });
const CLOSE = { op: 'remove', path: '/canarySettings' };
const OPEN = [replace(DEPLOYMENT, '${second.id}'), replace(PERCENT, '50')];
const PROMOTE = { op: 'copy', from: DEPLOYMENT, path: '/deploymentId' };

export async function askAll(asked: Asked): Promise<Answers> {
  const { recorder } = asked;
  const patch = (...patchOperations: object[]) =>
    recorder.call('UpdateStage', { ...stage, patchOperations });
  const accepted = async (...operations: object[]) => !(await patch(...operations)).error;

  const removeAbsentCanary = (await accepted(CLOSE)) ? 'no-op' : 'error';
  const patchIsAtomic = await asksAtomicity(asked, patch);
  await patch(...OPEN);
  const blocked = await recorder.call('DeleteDeployment', {
    restApiId: '${api.id}',
    deploymentId: '${second.id}',
  });
  if (!blocked.error) await recorder.call('CreateDeployment', { restApiId: '${api.id}' }, 'second');
  await patch(...OPEN);
  const moved = await accepted(replace('/deploymentId', '${first.id}'));
  const precise = await patch(replace(PERCENT, '33.333'));
  const { propagationSeconds } = await asksPropagation(asked, patch);
  const counted = await asksMetrics(asked, patch);
  await patch(...OPEN);
  const together = await accepted(PROMOTE, CLOSE);
  return {
    removeAbsentCanary,
    patchIsAtomic,
    canaryBlocksDeploymentDelete: blocked.error !== undefined,
    moveBaseUnderCanary: moved ? 'accepted' : 'refused',
    percentOf33_333: canaryOf(precise.body)?.percentTraffic,
    propagationSeconds,
    ...counted,
    removeCanaryInPromotingPatch: together ? 'accepted' : 'refused',
    longestDescription: await asksDescription(recorder),
  };
}

type Patch = (...operations: object[]) => ReturnType<Recorder['call']>;

const canaryOf = (body: unknown) =>
  (body as { canarySettings?: { percentTraffic?: number } } | undefined)?.canarySettings;

async function asksAtomicity({ recorder }: Asked, patch: Patch): Promise<boolean> {
  await patch(replace('/description', 'half a patch'), replace('/nothing', 'x'));
  const { body } = await recorder.call('GetStage', stage);
  return (body as { description?: string }).description !== 'half a patch';
}

async function asksDescription(recorder: Recorder): Promise<number> {
  let longest = 0;
  for (const length of [256, 257, 1024, 2048]) {
    const input = { restApiId: '${api.id}', description: 'x'.repeat(length) };
    if ((await recorder.call('CreateDeployment', input)).error) break;
    longest = length;
  }
  return longest;
}

/** Seconds from a weight of 100 to the last answer of the side before. */
async function asksPropagation(asked: Asked, patch: Patch) {
  await patch(replace(PERCENT, '0'));
  await until(asked, async () => (await sides(asked, 5)).canary === 0);
  await patch(replace(PERCENT, '100'));
  const changed = asked.now();
  let lastOfBefore = changed;
  await until(asked, async () => {
    const { canary } = await sides(asked, 5);
    if (canary < 5) lastOfBefore = asked.now();
    return canary === 5;
  });
  return { propagationSeconds: Math.round((lastOfBefore - changed) / 1000) };
}

const REQUESTS = 60;

async function asksMetrics(asked: Asked, patch: Patch) {
  await patch(replace(PERCENT, '50'));
  await sleep(asked.pauseMs);
  const since = asked.now();
  const { canary, stable } = await sides(asked, REQUESTS);
  const named = `${STAGE}/Canary`;
  let own = 0;
  await until(asked, async () => {
    own = await countOf(asked, STAGE, since);
    return own >= stable;
  });
  const dimensions = [named, ...(await stagesSeen(asked))].filter((name) => name !== STAGE);
  const counts = await Promise.all(dimensions.map((name) => countOf(asked, name, since)));
  const found = dimensions.find((_, i) => (counts[i] ?? 0) >= canary);
  return {
    canaryStageDimension: found?.replace(STAGE, '{stage}') ?? null,
    stageSeriesIncludesCanary: Math.abs(own - canary - stable) < Math.abs(own - stable),
  };
}

/** How many requests each side answers; the stage's answer is its side. */
async function sides({ stageUrl, signal }: Asked, requests: number) {
  let canary = 0;
  for (let sent = 0; sent < requests; sent += 1) {
    const answer = await fetch(stageUrl, { signal });
    if ((await answer.text()).includes('true')) canary += 1;
  }
  return { canary, stable: requests - canary };
}

async function until(
  { looks, pauseMs, signal }: Asked,
  seen: () => Promise<boolean>,
): Promise<void> {
  for (let look = 0; look < looks && !(await seen()); look += 1) {
    await sleep(pauseMs, undefined, { signal });
  }
}

const MINUTE = 60_000;

async function countOf({ cloudWatch, apiName, now }: Asked, Stage: string, since: number) {
  const dimensions = { ApiName: apiName, Stage };
  const { MetricDataResults } = await cloudWatch.send(
    new GetMetricDataCommand({
      StartTime: new Date(Math.floor(since / MINUTE) * MINUTE),
      EndTime: new Date(now() + MINUTE),
      MetricDataQueries: [
        {
          Id: 'requests',
          MetricStat: {
            Metric: {
              Namespace: 'AWS/ApiGateway',
              MetricName: 'Count',
              Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
            },
            Period: 60,
            Stat: 'SampleCount',
          },
        },
      ],
    }),
  );
  return (MetricDataResults?.[0]?.Values ?? []).reduce((sum, value) => sum + value, 0);
}

/** Every value of the dimension Stage that CloudWatch has for this API. */
async function stagesSeen({ cloudWatch, apiName }: Asked): Promise<readonly string[]> {
  const { Metrics } = await cloudWatch.send(
    new ListMetricsCommand({
      Namespace: 'AWS/ApiGateway',
      MetricName: 'Count',
      Dimensions: [{ Name: 'ApiName', Value: apiName }],
    }),
  );
  const stages = (Metrics ?? []).flatMap(({ Dimensions }) =>
    (Dimensions ?? []).flatMap(({ Name, Value }) => (Name === 'Stage' && Value ? [Value] : [])),
  );
  return [...new Set(stages)];
}
