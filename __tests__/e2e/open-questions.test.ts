// Some of AWS's behaviour is settled by no public source. The action must end rightly under every
// answer: here one alternative at a time, and the worst of them together.

import { PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import { describe, expect, it } from '@jest/globals';
import { type ApiWiring, createHelloApi, type HelloApi } from '../../demo/hello-api.ts';
import { openInnerEnvironment } from '../../simulator/lambda/inner-environment.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { openTurnClock } from '../../simulator/turns/turn-clock.ts';
import type { Unsettled } from '../../simulator/world.ts';
import { FORMAT, logTo } from '../support/access-log.ts';
import { openUsers } from '../support/crowd.ts';
import { runAction } from '../support/runner.ts';
import type { StepResult } from '../support/step-result.ts';

const REQUESTS_PER_MINUTE = 28;

interface Case {
  readonly answers: Partial<Unsettled>;
  /** The stage has an access log, in this format. */
  readonly format?: string;
  readonly wiring?: ApiWiring;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Default true. Where the answers are not about what is counted or logged, a bake would show no more. */
  readonly bake?: boolean;
}

/** Errors a minute: more than a function's cold starts time out on a busy machine. */
const THRESHOLD = 5;

const CASES: Readonly<Record<string, Case>> = {
  'the canary has no series of its own': { answers: { canaryStageDimension: null } },
  'the canary has no series of its own, and the stage counts it': {
    answers: { canaryStageDimension: null, stageSeriesIncludesCanary: true },
  },
  'the series of the canary has another name': {
    answers: { canaryStageDimension: '{stage}-canary' },
  },
  'the series of the canary has another name, and the job says which': {
    answers: { canaryStageDimension: '{stage}-canary' },
    inputs: { 'canary-metric-dimension': '{stage}-canary' },
  },
  'the series of the stage counts canary requests too': {
    answers: { stageSeriesIncludesCanary: true },
  },
  'closing the canary may not share the promoting patch': {
    answers: { removeCanaryInPromotingPatch: 'refused' },
    bake: false,
  },
  'removing an absent canary is no error': {
    answers: { removeAbsentCanary: 'no-op' },
    bake: false,
  },
  'a patch with a bad operation is applied up to it': {
    answers: { patchIsAtomic: false },
    bake: false,
  },
  'the base cannot be moved under a canary': {
    answers: { moveBaseUnderCanary: 'refused' },
    bake: false,
    wiring: 'pinned',
  },
  'a canary does not keep its deployment from being deleted': {
    answers: { canaryBlocksDeploymentDelete: false },
    bake: false,
  },
  'metrics come at once': { answers: { metricDelaySeconds: 0 } },
  'metrics come two minutes late': {
    answers: { metricDelaySeconds: 120 },
  },
  'metrics come four minutes late': {
    answers: { metricDelaySeconds: 240 },
    inputs: { 'max-step-time': '15m' },
  },
  'an update without changes gives no new version': {
    answers: { publishAfterSameUpdate: 'same-number' },
    bake: false,
  },
  'a weight takes effect after half a minute': { answers: { propagationSeconds: 30 } },
  'the group of the stage repeats the lines of the canary, which say so': {
    answers: { canaryLinesInStageGroup: true, canaryFlagInAccessLog: true },
    format: FORMAT,
  },
  'the canary has its lines to itself, and nothing in them says so': {
    answers: { canaryLinesInStageGroup: false, canaryFlagInAccessLog: false },
    format: FORMAT,
  },
  'lines name their deployment, and quotes in them are not escaped': {
    answers: { deploymentIdInAccessLog: true, accessLogEscapesQuotes: false },
    format: `$context.deploymentId ${FORMAT}`,
  },
  'lines do not name their deployment, and a pattern for numbers reads text': {
    answers: { deploymentIdInAccessLog: false, numberPatternReadsText: true },
    format: `$context.deploymentId ${FORMAT}`,
  },
  'everything is otherwise than usual': {
    format: FORMAT,
    answers: {
      canaryLinesInStageGroup: false,
      canaryFlagInAccessLog: false,
      accessLogEscapesQuotes: false,
      canaryStageDimension: null,
      stageSeriesIncludesCanary: true,
      removeCanaryInPromotingPatch: 'refused',
      removeAbsentCanary: 'no-op',
      patchIsAtomic: false,
      moveBaseUnderCanary: 'refused',
      canaryBlocksDeploymentDelete: false,
      publishAfterSameUpdate: 'same-number',
      propagationSeconds: 30,
      metricDelaySeconds: 120,
    },
    wiring: 'pinned',
  },
};

interface Released {
  readonly step: StepResult;
  readonly before: unknown;
  readonly after: unknown;
  readonly tags: readonly string[];
  /** What users got once it was over. */
  readonly answers: readonly string[];
}

type Both = Readonly<Record<'healthy' | 'regression', Released>>;

describe.each(Object.entries(CASES))('where %s', (name) => {
  it('a good version is promoted', async () => {
    const { step, after, tags, answers } = (await playedOnce(name)).healthy;
    expect(step.log).toContain('Promoted and verified');
    expect(step.outputs).toMatchObject({ outcome: 'promoted', weight: '100' });
    expect(step.exitCode).toBe(0);
    expect(after).toMatchObject({ deploymentId: step.outputs['deployment-after'] });
    expect(after).not.toHaveProperty('canarySettings');
    expect(tags).toEqual([]);
    expect(new Set(answers)).toEqual(new Set(['"Hello from Lambda v2"']));
  });

  it('a version that fails is rolled back', async () => {
    const { step, before, after, tags, answers } = (await playedOnce(name)).regression;
    expect(step.log).toContain('Rolled back and verified');
    expect(step.outputs).toMatchObject({ outcome: 'rolled-back', verdict: 'failing', weight: '0' });
    expect(step.exitCode).toBe(1);
    expect(after).toEqual(before);
    expect(tags).toEqual([]);
    expect(new Set(answers)).toEqual(new Set(['"Hello from Lambda v1"']));
  });
});

describe('silence', () => {
  it('is never read as health: a step that ends before its metrics come is held', async () => {
    const answers = { metricDelaySeconds: 1200 };
    const { step, after } = await within(answers, (simulator) =>
      release(simulator, { answers }, { ...GOOD, steps: '50%/30s' }),
    );
    expect(step.outputs).toMatchObject({ outcome: 'held', verdict: 'inconclusive' });
    expect(after).toMatchObject({ canarySettings: { percentTraffic: 50 } });
  });
});

const running = new Map<string, Promise<Both>>();

function playedOnce(name: string): Promise<Both> {
  const played = running.get(name) ?? play(CASES[name] as Case);
  running.set(name, played);
  return played;
}

/** Closes the simulator at once: its time goes on as fast as it can while nobody takes part in it. */
async function within<T>(
  unsettled: Partial<Unsettled>,
  act: (simulator: Simulator) => Promise<T>,
): Promise<T> {
  // Logs show every cold start that times out on a busy machine, so there is none.
  const openEnvironment = openInnerEnvironment;
  const clock = await openTurnClock();
  const simulator = await startSimulator({
    ...{ clock, unsettled, openEnvironment },
    // The waiters of AWS's client wait in real time.
    lambda: { updateSeconds: 0 },
  });
  try {
    return await act(simulator);
  } finally {
    await simulator.close();
  }
}

function play(world: Case): Promise<Both> {
  return within(world.answers, async (simulator) => {
    const [healthy, regression] = await Promise.all([
      release(simulator, world, GOOD),
      release(simulator, world, BAD),
    ]);
    return { healthy, regression };
  });
}

interface Version {
  readonly name: string;
  /** Share of its requests that fail, 0 to 1. */
  readonly failing: number;
  readonly steps: string;
}

const GOOD: Version = { name: 'good', failing: 0, steps: '50%/90s' };
/** Its step is as long as a late alarm may need; the alarm ends it. */
const BAD: Version = { name: 'bad', failing: 1, steps: '50%/12m' };

async function release(
  simulator: Simulator,
  { wiring = 'variable', inputs, answers, format, bake = true }: Case,
  { name, failing, steps }: Version,
): Promise<Released> {
  const { region, account } = simulator.world.place;
  const api = await createHelloApi(
    { url: simulator.url, region, account },
    { apiName: name, functionName: name, wiring },
  );
  await api.upload({ label: 'v2', failing });
  await addErrorAlarm(api);
  if (format !== undefined) await logTo({ simulator, api }, { format });
  const before = stageOf(await api.stage());
  const url = simulator.stageUrl(api.restApiId, api.stageName, api.path);
  const users = openUsers(simulator, api, REQUESTS_PER_MINUTE);
  const step = await runAction({
    inputs: {
      'rest-api-id': api.restApiId,
      'stage-name': api.stageName,
      functions: name,
      steps,
      'bake-time': bake ? '30s' : '0s',
      alarms: `${name}-errors`,
      'invoke-permission': 'grant',
      ...inputs,
    },
    aws: { endpoint: simulator.url, region },
    clock: simulator.world.clock.settings,
  });
  await users.stop();
  step.dispose();
  const { tags = {}, ...stage } = await api.stage();
  await simulator.world.clock.sleep((answers.propagationSeconds ?? 0) * 1000);
  return {
    step,
    before,
    after: stageOf(stage),
    tags: Object.keys(tags),
    answers: await ask(url, 10),
  };
}

/** On the function's own errors: those series are documented, whatever API Gateway's are. */
async function addErrorAlarm({ clients, functionName }: HelloApi): Promise<void> {
  await clients.cloudWatch.send(
    new PutMetricAlarmCommand({
      AlarmName: `${functionName}-errors`,
      Namespace: 'AWS/Lambda',
      MetricName: 'Errors',
      Dimensions: [{ Name: 'FunctionName', Value: functionName }],
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: THRESHOLD,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
    }),
  );
}

function stageOf(stage: Awaited<ReturnType<HelloApi['stage']>>): unknown {
  const { $metadata, lastUpdatedDate, tags, ...rest } = { $metadata: {}, ...stage };
  return rest;
}

async function ask(url: string, times: number): Promise<string[]> {
  const answers: string[] = [];
  for (let i = 0; i < times; i += 1) answers.push(await (await fetch(url)).text());
  return answers;
}
