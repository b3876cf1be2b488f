// `npm run bench -- scale [FUNCTIONS]`: the bundle releases a hundred functions behind aliases in 30 minutes, on the
// simulator with AWS's quotas on. Counts the calls to Lambda, whose control plane the whole account shares, and measures
// the preflight, the shifts, and how often the release is checked.

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
import { CALLS_PER_SECOND, OWN_RATES } from '../src/aws/lambda-client.ts';
import { routingOf, serveUsers } from './scale-users.ts';

const FUNCTIONS = 100;
/** Slow enough that the machine's own time is a small part of the simulated time. */
const CLOCK_RATE = 15;
/** The defaults: 30 minutes. */
const STEPS = '5%/5m, 25%/10m, 50%/10m';

const GOALS = {
  calls: 2500,
  preflightSeconds: 60,
  checkSeconds: 16,
  /** The runner's time for a cancelled job, within which a rollback must finish. */
  waveSeconds: 10,
} as const;

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

/** Prints the measures; returns `false` if one of them is beyond its goal. */
export async function runScaleBench([given]: readonly string[]): Promise<boolean> {
  const count = given === undefined ? FUNCTIONS : Number(given);
  const { waves, all, metrics, outcome } = await measureAliases(count);
  console.log(`${count} functions behind aliases, 30 minutes, AWS's quotas on: ${outcome}`);
  for (const { name, calls, throttled, inStep, seconds } of waves) {
    console.log(
      `  ${name.padEnd(12)} ${calls} calls of UpdateAlias, ${throttled} throttled, ${seconds.toFixed(1)} s from first to last; ${inStep} calls to Lambda in the step`,
    );
  }
  for (const [phase, calls] of phasesOf(all)) {
    console.log(`  ${phase.padEnd(12)} ${calls.length} calls: ${tally(calls)}`);
  }
  const refused = all.filter(({ status }) => status === 429).length;
  console.log(`  in all       ${all.length} calls, ${refused} throttled: ${tally(all)}`);
  console.log(
    `  CloudWatch   ${metrics.toLocaleString('en-US')} metrics, ${(metrics / 100_000).toFixed(2)} USD`,
  );
  const [[, preflight] = ['', []]] = phasesOf(all);
  const measured = {
    calls: all.length,
    preflightSeconds: secondsFor(preflight),
    checkSeconds: checkInterval(all),
    waveSeconds: Math.max(...waves.map(({ calls }) => calls)) / CALLS_PER_SECOND,
  };
  const over = Object.entries(GOALS).filter(([name, goal]) => {
    const value = measured[name as keyof typeof measured];
    console.log(`  ${name.padEnd(18)} ${value.toFixed(1).padStart(8)}   (goal: at most ${goal})`);
    return !(value <= goal);
  });
  return outcome === 'promoted' && over.length === 0;
}

/** The probe of the permission is refused. */
function isPublished({ operation, status }: CallRecord): boolean {
  return operation === 'PublishVersion' && status === 201;
}

/** The calls until the versions are published, until traffic is first moved, until the promotion, and after it. */
function phasesOf(
  all: readonly CallRecord[],
): readonly (readonly [string, readonly CallRecord[]])[] {
  const published = all.findIndex(isPublished);
  const moved = all.findIndex((call) => waveOf(call) !== undefined);
  const promoted = all.findLastIndex((call) => waveOf(call) !== undefined);
  return [
    ['preflight', all.slice(0, published)],
    ['preparation', all.slice(published, moved)],
    ['release', all.slice(moved, promoted + 1)],
    ['bake and end', all.slice(promoted + 1)],
  ];
}

/**
 * How long these calls take at the rates that Lambda allows and the action uses: what a machine adds to it is its own. Reads
 * with a rate of their own are made at the same time as the others.
 */
function secondsFor(calls: readonly CallRecord[]): number {
  const own = new Map(Object.entries(OWN_RATES));
  const seconds = new Map<string, number>();
  for (const { operation = '' } of calls) {
    const rate = own.get(operation);
    const bucket = rate === undefined ? '*' : operation;
    seconds.set(bucket, (seconds.get(bucket) ?? 0) + 1 / (rate ?? CALLS_PER_SECOND));
  }
  return Math.max(0, ...seconds.values());
}

/** `GetAlias 700, ListTags 400`, the most frequent first. */
function tally(calls: readonly CallRecord[]): string {
  const counts = new Map<string, number>();
  for (const { operation = '?' } of calls) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted.map(([name, count]) => `${name} ${count}`).join(', ');
}

/** The median seconds between two checks: each begins by reading the tags of the function that stores the state. */
function checkInterval(calls: readonly CallRecord[]): number {
  const [first] = calls.filter((call) => waveOf(call) !== undefined);
  const reads = calls.filter(
    ({ operation, path, at }) =>
      operation === 'ListTags' && path.includes('fn-000') && at > (first?.at ?? 0),
  );
  const gaps = reads.slice(1).map(({ at }, i) => (at - (reads[i]?.at ?? 0)) / 1000);
  const sorted = gaps.filter((gap) => gap > 1).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

interface Measured {
  readonly waves: readonly Wave[];
  /** All calls to Lambda during the release. */
  readonly all: readonly CallRecord[];
  /** Asked of CloudWatch, which bills them. */
  readonly metrics: number;
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
    const stop = serveUsers(simulator, names);
    const run = await runAction({
      aws: { endpoint: simulator.url, region: simulator.world.place.region },
      clock: simulator.world.clock.settings,
      inputs: {
        functions: names.join(', '),
        alias: 'live',
        steps: STEPS,
        comment: 'false',
      },
    });
    stop();
    run.dispose();
    const calls = simulator.calls.list();
    const all = calls.filter(({ service }) => service === 'lambda');
    const metrics = calls.reduce((sum, call) => sum + (call.metrics ?? 0), 0);
    const outcome = run.outputs.outcome === 'promoted' ? 'promoted' : run.log.slice(-1000);
    return { waves: wavesIn(all), all, metrics, outcome };
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
    const name = waveOf(call);
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

/** `undefined`: it does not move traffic. */
function waveOf(call: CallRecord): string | undefined {
  const routing = routingOf(call);
  if (routing === undefined) return undefined;
  return routing.share === 0 ? `version ${routing.version}` : `${routing.share * 100}%`;
}
