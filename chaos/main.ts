// npm run test:chaos: every call of a rollout, struck in every way. See USAGE.

import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { FAULTS } from './faults.ts';
import { judge } from './judge.ts';
import { openLedger } from './ledger.ts';
import { runTrial } from './run-trial.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';
import { runSoak } from './soak.ts';
import { summarise } from './totals.ts';
import { play } from './trial.ts';

const USAGE = `npm run test:chaos [-- options]

  --only NAMES   a part of all, separated by commas: stage-variable, alias/17, alias/17/cut-after
  --fault NAMES  these faults only, separated by commas
  --every N      every Nth trial only
  --soak N       instead: N rollouts, each with several faults at once, and half of them with another
                 repository's run at the same time; --only soak/17 plays that seed alone
  --seed S       the first seed of the soak (default 1)
  --out FILE     the results, one JSON object a line; trials that are in it already are not run again
                 (default chaos-results.jsonl)
  --again        runs once more those of the results that failed
  --parallel N   rollouts at a time (default: eight per processor)
`;

interface Options {
  /** Empty: all. */
  readonly only: readonly string[];
  readonly faults: readonly string[];
  readonly every: number;
  /** Seeds of the soak; empty: none. */
  readonly seeds: readonly number[];
  readonly out: string;
  readonly again: boolean;
  readonly parallel: number;
}

function readOptions(): Options | undefined {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      fault: { type: 'string', default: '' },
      every: { type: 'string', default: '1' },
      soak: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: 'chaos-results.jsonl' },
      again: { type: 'boolean', default: false },
      parallel: { type: 'string', default: String(8 * availableParallelism()) },
      help: { type: 'boolean', default: false },
    },
  });
  const faults = values.fault === '' ? FAULTS.map(({ name }) => name) : values.fault.split(',');
  const unknown = faults.filter((name) => !FAULTS.some((fault) => fault.name === name));
  if (unknown.length > 0) console.error(`unknown faults: ${unknown.join(', ')}`);
  if (values.help || unknown.length > 0) return undefined;
  const { only, out, again } = values;
  return {
    only: only.split(',').filter((name) => name !== ''),
    faults,
    out,
    again,
    every: +values.every,
    seeds: Array.from({ length: +values.soak }, (_, i) => +values.seed + i),
    parallel: +values.parallel,
  };
}

/** How many calls a rollout makes when all is well: each of them is struck. */
async function measure(scenario: Scenario): Promise<number> {
  const story = await play({ scenario, call: 0, fault: undefined });
  const findings = judge(story, undefined, scenario.failing);
  if (findings.length === 0) return story.calls;
  const why = findings.map(({ breach, why }) => `${breach}: ${why}`).join('\n');
  throw new Error(`${scenario.name} is not well even without a fault:\n${why}`);
}

/** Whether one of the two names is the other, or stands above it. */
function related(a: string, b: string): boolean {
  return `${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`);
}

async function namesOf({ only, faults, every, seeds }: Options): Promise<readonly string[]> {
  const soaks = [...only.filter(isSoak), ...seeds.map((seed) => `soak/${seed}`)];
  if (soaks.length > 0) return soaks;
  const names: string[] = [];
  for (const scenario of SCENARIOS) {
    if (only.length > 0 && !only.some((name) => related(scenario.name, name))) continue;
    const calls = await measure(scenario);
    console.log(`${scenario.name}: ${calls} calls`);
    for (let call = 1; call <= calls; call++) {
      names.push(...faults.map((fault) => `${scenario.name}/${call}/${fault}`));
    }
  }
  const within = (name: string) => only.some((one) => `${name}/`.startsWith(`${one}/`));
  const wanted = names.filter((name) => only.length === 0 || within(name));
  return shuffled(wanted.filter((_, i) => i % every === 0));
}

function isSoak(name: string): boolean {
  return /^soak\/\d+$/.test(name);
}

/** Always the same order: a run that is stopped has seen a bit of everything. */
function shuffled(names: readonly string[]): readonly string[] {
  const hash = (name: string) => createHash('sha256').update(name).digest('hex');
  return names
    .map((name) => ({ name, key: hash(name) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ name }) => name);
}

async function main(): Promise<void> {
  const options = readOptions();
  if (!options) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const ledger = openLedger(options.out, options.again);
  const all = await namesOf(options);
  const names = all.filter((name) => !ledger.has(name));
  console.log(`${all.length} trials, ${names.length} of them to be run`);
  let next = 0;
  const worker = async () => {
    for (let name = names[next++]; name !== undefined; name = names[next++]) {
      const entry = isSoak(name) ? await runSoak(+name.slice(5)) : await runTrial(name);
      ledger.add(entry);
      for (const { breach, why } of entry.findings) console.log(`${name}: ${breach}: ${why}`);
      if (entry.findings.length > 0 && isSoak(name)) console.log(entry.logs?.[0]);
      if (next % 100 === 0) console.log(`${next} of ${names.length}`);
    }
  };
  await Promise.all(Array.from({ length: options.parallel }, worker));
  const { text, breaches } = summarise(ledger.entries());
  console.log(text);
  if (breaches > 0) process.exitCode = 1;
}

await main();
