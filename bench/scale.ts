// Measures how fast many functions behind aliases shift together: the bundle releases a hundred of them on
// the simulator, with AWS's quotas on, and the calls of each shift are counted.

import {
  CreateAliasCommand,
  CreateFunctionCommand,
  LambdaClient,
  PublishVersionCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import { runAction } from '../__tests__/support/runner.ts';
import { archive } from '../demo/handlers.ts';
import type { CallRecord } from '../simulator/front/call-log.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';

const FUNCTIONS = 100;
/** Slow enough that the machine's own time is a small part of the simulated time. */
const CLOCK_RATE = 15;
const STEPS = '10%/1m, 50%/1m';
/** The runner's 10 s for a cancelled job, within which a rollback must finish. */
const GOAL_SECONDS = 10;

/** One wave of writes, which sets a weight on every alias. */
export interface Wave {
  readonly name: string;
  /** Calls that were performed, and those that were throttled. */
  readonly calls: number;
  readonly throttled: number;
  /** All calls to Lambda from the start of this wave to the next one. */
  readonly inStep: number;
  /** Simulated seconds from the first call to the last. */
  readonly seconds: number;
}

/** Prints the waves; returns `false` if one takes longer than a cancelled job may. */
export async function runAliasBench(): Promise<boolean> {
  const { waves, all, outcome } = await measureAliases(FUNCTIONS);
  console.log(`${FUNCTIONS} functions behind aliases, AWS's quotas on: ${outcome}`);
  for (const { name, calls, throttled, inStep, seconds } of waves) {
    console.log(
      `  ${name.padEnd(12)} ${calls} calls of UpdateAlias, ${throttled} throttled, ${seconds.toFixed(1)} s from first to last; ${inStep} calls to Lambda in the step`,
    );
  }
  const refused = all.filter(({ status }) => status === 429).length;
  console.log(`total        ${all.length} calls to Lambda, ${refused} throttled`);
  const slowest = Math.max(...waves.map(({ seconds }) => seconds));
  console.log(`  slowest wave ${slowest.toFixed(1)} s   (goal: at most ${GOAL_SECONDS})`);
  return outcome === 'promoted' && waves.length === 3 && slowest <= GOAL_SECONDS;
}

interface Measured {
  readonly waves: readonly Wave[];
  /** All calls to Lambda during the release. */
  readonly all: readonly CallRecord[];
  readonly outcome: string;
}

async function measureAliases(count: number): Promise<Measured> {
  const simulator = await startSimulator({
    clockRate: CLOCK_RATE,
    lambda: { updateSeconds: 0 },
  });
  try {
    const names = Array.from({ length: count }, (_, i) => `fn-${String(i).padStart(3, '0')}`);
    await makeFunctions(simulator, names);
    simulator.quotas.enabled = true;
    simulator.calls.clear();
    const run = await runAction({
      aws: { endpoint: simulator.url, region: simulator.world.place.region },
      clock: simulator.world.clock.settings,
      inputs: {
        functions: names.join(', '),
        alias: 'live',
        steps: STEPS,
        'bake-time': '30s',
        // The functions get no traffic: only the shifts are measured.
        'on-inconclusive': 'promote',
        comment: 'false',
      },
    });
    run.dispose();
    const all = simulator.calls.list().filter(({ service }) => service === 'lambda');
    const outcome = run.outputs.outcome === 'promoted' ? 'promoted' : run.log.slice(-1000);
    return { waves: wavesIn(all), all, outcome };
  } finally {
    await simulator.close();
  }
}

async function makeFunctions({ url, world }: Simulator, names: readonly string[]): Promise<void> {
  const { region, account } = world.place;
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };
  const lambda = new LambdaClient({ region, endpoint: url, credentials });
  for (const FunctionName of names) {
    await lambda.send(
      new CreateFunctionCommand({
        FunctionName,
        Role: `arn:aws:iam::${account}:role/runs`,
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Code: { ZipFile: archive({ label: 'v1' }) },
      }),
    );
    const { Version } = await lambda.send(new PublishVersionCommand({ FunctionName }));
    const alias = { FunctionName, Name: 'live', FunctionVersion: Version };
    await lambda.send(new CreateAliasCommand(alias));
    const ZipFile = archive({ label: 'v2' });
    await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }));
  }
  lambda.destroy();
}

/** The writes of aliases, grouped by their target weight. */
function wavesIn(calls: readonly CallRecord[]): readonly Wave[] {
  const byName = new Map<string, CallRecord[]>();
  for (const call of calls) {
    const name = call.operation === 'UpdateAlias' ? waveOf(call) : undefined;
    if (name === undefined) continue;
    byName.set(name, [...(byName.get(name) ?? []), call]);
  }
  const begins = [...byName.values()].map(([first]) => (first ? calls.indexOf(first) : 0));
  return [...byName].map(([name, wave], i) => ({
    name,
    calls: wave.filter(({ status }) => status === 200).length,
    throttled: wave.filter(({ status }) => status === 429).length,
    inStep: (begins[i + 1] ?? calls.length) - (begins[i] ?? 0),
    seconds: ((wave.at(-1)?.at ?? 0) - (wave[0]?.at ?? 0)) / 1000,
  }));
}

/** `undefined`: a permission probe, which AWS refuses for its content. */
function waveOf({ body = '{}' }: CallRecord): string | undefined {
  const asked = JSON.parse(body) as {
    FunctionVersion?: string;
    RoutingConfig?: { AdditionalVersionWeights?: Record<string, number> };
  };
  if (asked.FunctionVersion === undefined) return undefined;
  const [share] = Object.values(asked.RoutingConfig?.AdditionalVersionWeights ?? {});
  return share === undefined ? `version ${asked.FunctionVersion}` : `${share * 100}%`;
}
