// The open questions about a stage's canary, each answered by experiment on the given endpoint.

import {
  type CloudWatchClient,
  GetMetricDataCommand,
  ListMetricsCommand,
} from '@aws-sdk/client-cloudwatch';
import type { Unsettled } from '../../simulator/world.ts';
import type { Recorder } from './recorder.ts';

/** The answers that experiments on a stage can give, named like the simulator's settings. */
export type Answers = Omit<
  Unsettled,
  | 'accessLogEscapesQuotes'
  | 'canaryFlagInAccessLog'
  | 'canaryLinesInStageGroup'
  | 'deploymentIdInAccessLog'
  | 'metricDelaySeconds'
  | 'numberPatternReadsText'
  | 'provisionedVersionBehindProvisionedAlias'
  | 'canaryHasDetailedMetrics'
  | 'publishAfterSameUpdate'
  | 'trimmedCountOfDuration'
> & {
  /** What AWS returns for a weight set to `33.333`. */
  readonly percentOf33_333: unknown;
  /** The longest accepted description of a deployment, of the lengths that were tried. */
  readonly longestDescription: number;
};

export interface QuestionContext {
  readonly recorder: Recorder;
  /** The URL of the stage. */
  readonly stageUrl: string;
  readonly cloudWatch: CloudWatchClient;
  readonly apiName: string;
  /** Milliseconds since the epoch, on the endpoint's clock. */
  readonly now: () => number;
  /** Real milliseconds between two polls. */
  readonly pauseMs: number;
  readonly wait: (ms: number) => Promise<void>;
  /** Polls for metrics and for a weight's effect before giving up. */
  readonly maxPolls: number;
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

export async function answerQuestions(context: QuestionContext): Promise<Answers> {
  const { recorder } = context;
  const patch = (...patchOperations: object[]) =>
    recorder.call('UpdateStage', { ...stage, patchOperations });
  const accepted = async (...operations: object[]) => !(await patch(...operations)).error;

  const removeAbsentCanary = (await accepted(CLOSE)) ? 'no-op' : 'error';
  const patchIsAtomic = await testAtomicity(context, patch);
  await patch(...OPEN);
  const blocked = await recorder.call('DeleteDeployment', {
    restApiId: '${api.id}',
    deploymentId: '${second.id}',
  });
  if (!blocked.error) await recorder.call('CreateDeployment', { restApiId: '${api.id}' }, 'second');
  await patch(...OPEN);
  const moved = await accepted(replace('/deploymentId', '${first.id}'));
  const precise = await patch(replace(PERCENT, '33.333'));
  const { propagationSeconds } = await measurePropagation(context, patch);
  const counted = await findCanarySeries(context, patch);
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
    longestDescription: await findLongestDescription(recorder),
  };
}

type Patch = (...operations: object[]) => ReturnType<Recorder['call']>;

const canaryOf = (body: unknown) =>
  (body as { canarySettings?: { percentTraffic?: number } } | undefined)?.canarySettings;

async function testAtomicity({ recorder }: QuestionContext, patch: Patch): Promise<boolean> {
  await patch(replace('/description', 'half a patch'), replace('/nothing', 'x'));
  const { body } = await recorder.call('GetStage', stage);
  return (body as { description?: string }).description !== 'half a patch';
}

async function findLongestDescription(recorder: Recorder): Promise<number> {
  let longest = 0;
  for (const length of [256, 257, 1024, 2048]) {
    const input = { restApiId: '${api.id}', description: 'x'.repeat(length) };
    if ((await recorder.call('CreateDeployment', input)).error) break;
    longest = length;
  }
  return longest;
}

/** Seconds from setting a weight of 100 to the last answer of the stable side. */
async function measurePropagation(context: QuestionContext, patch: Patch) {
  await patch(replace(PERCENT, '0'));
  await until(context, async () => (await sides(context, 5)).canary === 0);
  await patch(replace(PERCENT, '100'));
  const changed = context.now();
  let lastOfBefore = changed;
  await until(context, async () => {
    const { canary } = await sides(context, 5);
    if (canary < 5) lastOfBefore = context.now();
    return canary === 5;
  });
  return { propagationSeconds: Math.round((lastOfBefore - changed) / 1000) };
}

const REQUESTS = 60;

async function findCanarySeries(context: QuestionContext, patch: Patch) {
  await patch(replace(PERCENT, '50'));
  await context.wait(context.pauseMs);
  const since = context.now();
  const { canary, stable } = await sides(context, REQUESTS);
  const named = `${STAGE}/Canary`;
  let own = 0;
  await until(context, async () => {
    own = await countOf(context, STAGE, since);
    return own >= stable;
  });
  const dimensions = [named, ...(await stagesSeen(context))].filter((name) => name !== STAGE);
  const counts = await Promise.all(dimensions.map((name) => countOf(context, name, since)));
  const found = dimensions.find((_, i) => (counts[i] ?? 0) >= canary);
  return {
    canaryStageDimension: found?.replace(STAGE, '{stage}') ?? null,
    stageSeriesIncludesCanary: Math.abs(own - canary - stable) < Math.abs(own - stable),
  };
}

/** How many requests each side answers; the stage's answer is its side. */
async function sides({ stageUrl, signal }: QuestionContext, requests: number) {
  let canary = 0;
  for (let sent = 0; sent < requests; sent += 1) {
    const answer = await fetch(stageUrl, { signal });
    if ((await answer.text()).includes('true')) canary += 1;
  }
  return { canary, stable: requests - canary };
}

async function until(
  { maxPolls, pauseMs, wait, signal }: QuestionContext,
  seen: () => Promise<boolean>,
): Promise<void> {
  for (let polls = 0; polls < maxPolls && !(await seen()); polls += 1) {
    signal.throwIfAborted();
    await wait(pauseMs);
  }
}

const MINUTE = 60_000;

async function countOf(
  { cloudWatch, apiName, now }: QuestionContext,
  Stage: string,
  since: number,
) {
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
async function stagesSeen({ cloudWatch, apiName }: QuestionContext): Promise<readonly string[]> {
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
