// npm run test:chaos: injects every fault at every call of a rollout. See USAGE.

import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { FAULTS } from './faults.ts';
import { FUZZES } from './fuzz.ts';
import { judge } from './judge.ts';
import { openLedger } from './ledger.ts';
import { runTrial } from './run-trial.ts';
import { ALL_SCENARIOS, type Scenario } from './scenarios.ts';
import { runSoak } from './soak.ts';
import { summarise } from './totals.ts';
import { play } from './trial.ts';

const USAGE = `npm run test:chaos [-- options]

  --only NAMES   only these trials, separated by commas: stage-variable, alias/17, alias/17/cut-after
  --fault NAMES  only these faults, separated by commas
  --every N      only every Nth trial
  --soak N       instead: N rollouts, each with several faults, and half of them with another
                 repository's run at the same time; --only soak/17 runs that seed alone
  --seed S       the first seed of the soak, or the seed of the fuzz test (default 1)
  --fuzz N       instead: N cases of random input, for every reader of external text
  --out FILE     the results, one JSON object per line; trials that are already in it are skipped
                 (default chaos-results.jsonl)
  --again        runs the failed trials of the results again
  --parallel N   rollouts at the same time (default: eight per processor)
`;

interface Options {
  /** Empty: all. */
  readonly only: readonly string[];
  readonly faults: readonly string[];
  readonly every: number;
  /** Seeds of the soak; empty: none. */
  readonly seeds: readonly number[];
  /** Cases of the fuzz; 0: none. */
  readonly fuzz: number;
  readonly seed: number;
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
      fuzz: { type: 'string', default: '0' },
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
    fuzz: +values.fuzz,
    seed: +values.seed,
    seeds: Array.from({ length: +values.soak }, (_, i) => +values.seed + i),
    parallel: +values.parallel,
  };
}

/** The number of calls that a rollout makes without a fault: a fault is injected at each of them. */
async function measure(scenario: Scenario): Promise<number> {
  const result = await play({ scenario, call: 0, fault: undefined });
  const findings = judge(result, undefined, scenario.failing);
  if (findings.length === 0) return result.calls;
  const why = findings.map(({ breach, why }) => `${breach}: ${why}`).join('\n');
  throw new Error(`${scenario.name} fails even without a fault:\n${why}`);
}

/** Whether one of the two names equals the other or contains it. */
function related(a: string, b: string): boolean {
  return `${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`);
}

async function namesOf({ only, faults, every, seeds }: Options): Promise<readonly string[]> {
  const soaks = [...only.filter(isSoak), ...seeds.map((seed) => `soak/${seed}`)];
  if (soaks.length > 0) return soaks;
  const names: string[] = [];
  for (const scenario of ALL_SCENARIOS) {
    if (only.length > 0 && !only.some((name) => related(scenario.name, name))) continue;
    const calls = await measure(scenario);
    console.log(`${scenario.name}: ${calls} calls`);
    for (let call = 1; call <= calls; call++) {
      const fits = faults.filter((fault) => scenario.only?.includes(fault) ?? true);
      names.push(...fits.map((fault) => `${scenario.name}/${call}/${fault}`));
    }
  }
  const within = (name: string) => only.some((one) => `${name}/`.startsWith(`${one}/`));
  const wanted = names.filter((name) => only.length === 0 || within(name));
  return shuffled(wanted.filter((_, i) => i % every === 0));
}

function isSoak(name: string): boolean {
  return /^soak\/\d+$/.test(name);
}

/** A fixed, mixed order: an interrupted run has covered a part of everything. */
function shuffled(names: readonly string[]): readonly string[] {
  const hash = (name: string) => createHash('sha256').update(name).digest('hex');
  return names
    .map((name) => ({ name, key: hash(name) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ name }) => name);
}

/** The same number of cases for each reader; an unhandled rejection ends the process. */
async function fuzz({ fuzz: cases, seed }: Options): Promise<void> {
  const each = Math.ceil(cases / Object.keys(FUZZES).length);
  for (const [of, run] of Object.entries(FUZZES)) {
    const began = Date.now();
    await run(each, seed);
    console.log(`${of}: ${each} cases in ${Math.round((Date.now() - began) / 1000)} s`);
  }
}

async function main(): Promise<void> {
  const options = readOptions();
  if (!options) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  if (options.fuzz > 0) return fuzz(options);
  const ledger = openLedger(options.out, options.again);
  const all = await namesOf(options);
  const names = all.filter((name) => !ledger.has(name));
  console.log(`${all.length} trials, ${names.length} of them to run`);
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
