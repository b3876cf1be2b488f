// npm run bench [-- start-up | judge … | probes | scale … | length … | templates]: measures the figures in the documents.

import { measureStartUp } from './start-up.ts';

/** The goals; comparable actions need 4 to 7 times the start-up time of Node, and 1.7 to 2.4 times the memory. */
const GOALS = { refusal: 2, memory: 1.3, firstCall: 4.5 } as const;

const BENCHES: Readonly<Record<string, (args: readonly string[]) => Promise<boolean>>> = {
  'start-up': startUp,
  judge: async (args) => {
    const { runJudgeBench } = await import('./judge/main.ts');
    return runJudgeBench(args);
  },
  probes: async (args) => {
    const { runProbeBench } = await import('./judge/probes.ts');
    return runProbeBench(args);
  },
  scale: async (args) => {
    const { runScaleBench } = await import('./scale.ts');
    return runScaleBench(args);
  },
  length: async (args) => {
    const { runLengthBench } = await import('./length.ts');
    return runLengthBench(args);
  },
  templates,
};

/** Reading a template may cost little more than parsing it. */
const MOST_OF_PARSING = 1.5;

async function templates(): Promise<boolean> {
  const { measureTemplates } = await import('./templates.ts');
  const costs = await measureTemplates();
  console.log('the largest templates, read, in multiples of what the YAML parser needs');
  for (const { title, kilobytes, ratio, milliseconds } of costs) {
    console.log(
      `  ${title}, ${kilobytes} kB  ${ratio.toFixed(2)} ×  (${milliseconds.toFixed(0)} ms here; goal: at most ${MOST_OF_PARSING})`,
    );
  }
  return costs.every(({ ratio }) => ratio <= MOST_OF_PARSING);
}

async function startUp(): Promise<boolean> {
  const { refusal, memory, firstCall, pairs, node } = await measureStartUp();
  console.log(`the bundle, as a multiple of node -e 0; medians of ${pairs} pairs, Node ${node}`);
  let reached = true;
  const row = (name: string, value: number, goal: number) => {
    reached &&= value <= goal;
    console.log(`  ${name.padEnd(46)} ${value.toFixed(2)}   (goal: at most ${goal})`);
  };
  row('time until a missing input is refused', refusal, GOALS.refusal);
  row('peak memory until then', memory, GOALS.memory);
  for (const [name, ratio] of Object.entries(firstCall)) {
    row(`time until the first call to AWS, ${name}`, ratio, GOALS.firstCall);
  }
  return reached;
}

const [name, ...args] = process.argv.slice(2);
const chosen = name === undefined ? Object.keys(BENCHES) : [name];
for (const one of chosen) {
  const bench = BENCHES[one];
  if (!bench) {
    console.error(`unknown bench "${one}"; expected ${Object.keys(BENCHES).join(', ')}`);
    process.exitCode = 2;
  } else if (!(await bench(args))) process.exitCode = 1;
}
