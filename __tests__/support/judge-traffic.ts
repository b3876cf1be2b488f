// A service under steady traffic whose two versions behave as a test scripts them, by the simulated
// clock: what the judge is shown when it is tried through the bundle.
//
// The API passes every request on to one backend, which learns the version from a stage variable.
// Each share of failures is met exactly (every fifth request, not one in five by chance), so that
// the gateway's own coin is the only chance left in a test.

import {
  CreateDeploymentCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
} from '@aws-sdk/client-api-gateway';
import type { CallRecord } from '../../simulator/front/call-log.ts';
import type { Evidence } from '../../src/analysis/evidence.ts';
import type { Finding } from '../../src/analysis/finding.ts';
import type { ReportFile } from '../../src/report/files.ts';
import type { Users } from './crowd.ts';
import { type Backend, openBackend, type Script } from './judge-backend.ts';
import { openScene, readReport, type Scene, type SceneOptions } from './rollout.ts';
import type { ActionResult } from './runner.ts';
import type { Variables } from './runner-environment.ts';

export interface TrialOptions extends SceneOptions {
  /** Requests in a simulated minute; default 300. */
  readonly perMinute?: number;
  /** Simulated minutes of traffic before the release; default 2. */
  readonly minutesBefore?: number;
  readonly script?: Script;
  /** Whose versions are released: the backend's (default), or the Lambda function's. */
  readonly behind?: 'backend' | 'function';
}

export interface Trial {
  readonly scene: Scene;
  readonly backend: Backend;
  /** Simulated seconds since the epoch. */
  now(): number;
  /** Calls back when a weight has just been set, with the time of it. */
  onShift(listener: (weight: number, at: number) => void): void;
  /** Holds the release up so that its first shift falls some seconds after this one of a minute. */
  beginAt(second: number): void;
  /** Runs the bundle to its end; `inputs` come on top of the version to release. */
  release(inputs: Variables): Promise<Told>;
}

/** What a release left behind. */
export interface Told {
  readonly result: ActionResult;
  readonly report: ReportFile;
  readonly outcome: string;
  /** Requests of the users while it ran. */
  readonly requests: number;
  /** Those that version 2 failed. */
  readonly canaryFailures: number;
  /** Warnings on the run's page. */
  readonly warnings: readonly string[];
  readonly timeline: readonly string[];
  /** The last word of a witness; of one that did not speak, what must fail the test. */
  witness(
    name: string,
  ): Pick<Evidence, 'verdict'> & { readonly says?: string } & Partial<Omit<Finding, 'source'>>;
}

/** Opens a service with its users, tries a release on it, and closes it however that ends. */
export async function tryRelease(
  options: TrialOptions,
  act: (trial: Trial) => Promise<void>,
): Promise<void> {
  const { perMinute = 300, minutesBefore = 2, script = () => ({}), behind = 'backend' } = options;
  const scene = await openScene({ failing: null, ...options });
  const backend = openBackend(scene, script);
  if (behind === 'backend') await passOn(scene, backend.origin);
  const users = scene.users(perMinute);
  try {
    await scene.simulator.world.clock.sleep(minutesBefore * 60_000);
    const trial = createTrial(scene, backend, users, behind);
    await act(trial);
  } finally {
    await scene.close();
    backend.close();
  }
}

/** An AWS client waits twice as long for an answer; there are calls enough before the first shift. */
const MOST_HELD_SECONDS = 10;

function createTrial(
  scene: Scene,
  backend: Backend,
  users: Users,
  behind: 'backend' | 'function',
): Trial {
  const { clock } = scene.simulator.world;
  const now = () => clock.now() / 1000;
  return {
    scene,
    backend,
    now,
    onShift: (listener) => {
      const after = (call: CallRecord) => {
        const weight = weightIn(call);
        if (weight !== undefined) listener(weight, now());
      };
      scene.simulator.onCall({ after });
    },
    beginAt: (second) => {
      let at: number | undefined;
      const before = async ({ operation }: CallRecord) => {
        // Its first change: it remembers in AWS what it is about to do.
        if (operation === 'TagResource') at ??= now() + ((second - (now() % 60) + 60) % 60);
        const wait = Math.min(MOST_HELD_SECONDS, (at ?? 0) - now());
        if (wait > 0) await clock.sleep(wait * 1000);
      };
      scene.simulator.onCall({ before });
    },
    release: async (inputs) => {
      const from = users.tally().requests;
      const what = behind === 'backend' ? OF_BACKEND : {};
      const result = await scene.release({ ...what, ...INDEPENDENT, ...inputs });
      return told(result, users.tally().requests - from, backend.canaryFailures());
    },
  };
}

const API_GATEWAY = 'AWS/ApiGateway';
/** A little less than the two minutes that CloudWatch may take. */
const LATEST_SECONDS = 110;
const MINUTE_MS = 60_000;

/** Counts of both versions come late, each kind by another time, in every other minute only. */
export function lateAndOutOfOrder({ scene }: Trial): void {
  const { world, delayMetrics } = scene.simulator;
  world.unsettled.metricDelaySeconds = 0;
  const late = [
    { name: 'Count', dimensions: { Stage: 'prod/Canary' }, seconds: LATEST_SECONDS },
    { name: '5XXError', dimensions: { Stage: 'prod' }, seconds: LATEST_SECONDS - 30 },
    { name: 'Latency', seconds: LATEST_SECONDS - 60 },
  ].map((lateness) => ({ namespace: API_GATEWAY, ...lateness }));
  let back: (() => void)[] = [];
  world.clock.every(MINUTE_MS, () => {
    for (const end of back) end();
    back = back.length > 0 ? [] : late.map(delayMetrics);
  });
}

/**
 * The canary's requests are counted late, but for those that fail. CloudWatch does so where
 * failures are quick and successes are slow: a request is counted when it has ended.
 */
export function lateCanarySuccesses({ scene, backend }: Trial): void {
  const { world, delayMetrics } = scene.simulator;
  world.unsettled.metricDelaySeconds = 0;
  const canary = { namespace: API_GATEWAY, name: 'Count', dimensions: { Stage: 'prod/Canary' } };
  const delay = () => delayMetrics({ ...canary, seconds: LATEST_SECONDS });
  let inTime: (() => void) | undefined;
  backend.onRequest = () => {
    inTime ??= delay();
  };
  backend.onCanaryFailure = () => {
    inTime?.();
    inTime = undefined;
  };
}

/**
 * The requests are independent, and said to be: a machine that stalls before the release makes
 * clusters of failures, which the default would take for the service's habit.
 */
const INDEPENDENT: Variables = { dispersion: '1' };

/** No function is released: the stage's own deployment is tried with another variable. */
const OF_BACKEND: Variables = {
  functions: '',
  definition: 'deployed',
  'stage-variable-overrides': 'version=2',
};

function told(result: ActionResult, requests: number, canaryFailures: number): Told {
  const report = readReport(result);
  return {
    result,
    report,
    outcome: result.outputs.outcome ?? '',
    requests,
    canaryFailures,
    warnings: result.commands.filter((c) => c.name === 'warning').map((c) => c.message),
    timeline: report.timeline.map(({ what }) => what),
    witness: (name) =>
      report.evidence.find((e) => e.witness === name) ?? {
        verdict: 'inconclusive',
        says: 'did not speak',
      },
  };
}

/** The weight that a call has set. */
function weightIn({ operation, status, body }: CallRecord): number | undefined {
  if (operation !== 'UpdateStage' || status !== 200) return undefined;
  const { patchOperations = [] } = JSON.parse(body ?? '{}') as {
    patchOperations?: { path: string; value?: string }[];
  };
  const set = patchOperations.find(({ path }) => path === '/canarySettings/percentTraffic');
  return set && Number(set.value);
}

/** Lets the API pass every request on to the backend's version that a stage variable names. */
async function passOn({ api, patch }: Scene, origin: string): Promise<void> {
  const { restApiId, clients, path } = api;
  const { apiGateway } = clients;
  const { items = [] } = await apiGateway.send(new GetResourcesCommand({ restApiId }));
  await apiGateway.send(
    new PutIntegrationCommand({
      restApiId,
      resourceId: items.find((item) => item.path === path)?.id ?? '',
      httpMethod: 'GET',
      type: 'HTTP_PROXY',
      integrationHttpMethod: 'GET',
      uri: `${origin}/\${stageVariables.version}`,
    }),
  );
  const { id = '' } = await apiGateway.send(new CreateDeploymentCommand({ restApiId }));
  await patch({ op: 'replace', path: '/deploymentId', value: id });
}
