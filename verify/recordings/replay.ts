// Replays recorded scenarios against an endpoint, each from a clean start, and reports where its
// answers differ from those of AWS.

import { deploymentArchive } from './archive.ts';
import { type Recording, readRecordings, type Scenario } from './recording.ts';
import { createSender, type Sender } from './send.ts';
import { playStep, type StepOutcome, type Verdict } from './step.ts';
import { fill, type Known, lookUp, Unresolved } from './values.ts';

export interface ReplayOptions {
  /** The folder of the recordings. */
  readonly directory: string;
  /** `http://127.0.0.1:4566` */
  readonly endpoint: string;
  /** Partition, region and account of the endpoint; by default `aws`, `us-east-1`, twelve digits. */
  readonly partition?: string;
  readonly region?: string;
  readonly account?: string;
  /** Only recordings whose file name contains this. */
  readonly only?: string;
}

export interface ScenarioReport {
  readonly file: string;
  readonly name: string;
  readonly steps: readonly StepOutcome[];
  /** Values that should have been distinct and were not. */
  readonly distinct: readonly string[];
}

export interface Report {
  readonly scenarios: readonly ScenarioReport[];
  /** The number of steps with each verdict. */
  readonly totals: Readonly<Record<Verdict, number>>;
}

/** Replays every scenario, one after the other. Throws only if the recordings cannot be read. */
export async function replay(options: ReplayOptions): Promise<Report> {
  const env = {
    partition: options.partition ?? 'aws',
    region: options.region ?? 'us-east-1',
    account: options.account ?? '123456789012',
  };
  const recordings = (await readRecordings(options.directory)).filter(({ file }) =>
    file.includes(options.only ?? ''),
  );
  const sender = createSender(options.endpoint, env.region);
  try {
    const scenarios: ScenarioReport[] = [];
    for (const { recording, scenario } of recordings.flatMap(scenariosOf)) {
      const report = await playScenario(sender, scenario, env, scenarios.length);
      scenarios.push({ file: recording.file, ...report });
    }
    return { scenarios, totals: totalsOf(scenarios) };
  } finally {
    sender.close();
  }
}

const scenariosOf = (recording: Recording) =>
  recording.scenarios.map((scenario) => ({ recording, scenario }));

type Env = Readonly<Record<'partition' | 'region' | 'account', string>>;

async function playScenario(
  sender: Sender,
  scenario: Scenario,
  env: Env,
  index: number,
): Promise<Omit<ScenarioReport, 'file'>> {
  const known: Record<string, unknown> = { env, given: given(scenario, env, index) };
  const steps: StepOutcome[] = [];
  for (const [i, step] of scenario.steps.entries()) {
    steps.push(await playStep(sender, known, step, i + 1, zipOf));
  }
  const distinct = notDistinct(scenario, known);
  await cleanUp(sender, scenario, known);
  return { name: scenario.name, steps, distinct };
}

/** The values that a scenario needs, by name. Unique per scenario and per run. */
function given(scenario: Scenario, env: Env, index: number): Readonly<Record<string, string>> {
  const unique = `replay-${Date.now().toString(36)}-${index}`;
  const values: Readonly<Record<string, string>> = {
    apiName: unique,
    functionName: unique,
    roleArn: `arn:${env.partition}:iam::${env.account}:role/${unique}`,
    logGroupArn: `arn:${env.partition}:logs:${env.region}:${env.account}:log-group:${unique}`,
  };
  return Object.fromEntries(
    Object.keys(scenario.given ?? {}).map((name) => {
      const value = values[name];
      if (value === undefined) throw new Error(`${scenario.name}: no value for ${name}`);
      return [name, value];
    }),
  );
}

/** `{"zip": "its content"}` is replaced by an archive. */
const zipOf = (value: object): unknown =>
  'zip' in value && typeof value.zip === 'string' ? deploymentArchive(value.zip) : undefined;

function notDistinct(scenario: Scenario, known: Known): string[] {
  return (scenario.distinct ?? []).flatMap((paths) => {
    const seen = new Map<unknown, string>();
    return paths.flatMap((path) => {
      try {
        const value = lookUp(known, path);
        const twin = seen.get(value);
        seen.set(value, path);
        return twin ? [`${path} equals ${twin}`] : [];
      } catch (error) {
        if (error instanceof Unresolved) return [error.message];
        throw error;
      }
    });
  });
}

/** Deletes what the scenario created. A failure is not reported: the names are unique. */
async function cleanUp(sender: Sender, scenario: Scenario, known: Known): Promise<void> {
  for (const step of scenario.steps) {
    if (step.call === 'CreateRestApi' && step.as && known[step.as]) {
      await sender.send('DeleteRestApi', { restApiId: lookUp(known, `${step.as}.id`) });
    }
    if (step.call === 'CreateFunction') {
      const name = fill(known, String(step.input.FunctionName));
      await sender.send('DeleteFunction', { FunctionName: name });
    }
  }
}

function totalsOf(scenarios: readonly ScenarioReport[]): Record<Verdict, number> {
  const totals: Record<Verdict, number> = { agreed: 0, succeeded: 0, differs: 0, skipped: 0 };
  for (const { steps } of scenarios) for (const { verdict } of steps) totals[verdict] += 1;
  return totals;
}
