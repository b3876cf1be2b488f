// `npm run bench -- judge [--full] [--seed N] [--json FILE]`: measures the judge, prints the results next to
// those of its peers, and writes them as JSON. A full run also writes the tables of docs/judge-benchmark.md.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bakeStudy } from './bake.ts';
import { openBakeStudy } from './bake-open.ts';
import { blipStudy } from './blips.ts';
import { clientErrorStudy } from './client-errors.ts';
import { cornerStudy } from './corners.ts';
import { functionBlipStudy } from './function-blips.ts';
import { functionStudy } from './functions.ts';
import { detectionStudy, falseRollbackStudy } from './grid-study.ts';
import { healthCheckStudy } from './health-checks.ts';
import { laneStudy } from './lane.ts';
import { latencyStudy } from './latency.ts';
import { logLaneStudy } from './log-lane.ts';
import { lowTrafficStudy } from './low-traffic.ts';
import { noisyHourStudy } from './noisy-hour.ts';
import { elsewhereStudy } from './peers-elsewhere.ts';
import { planStudy } from './plan.ts';
import { ratioStudy } from './ratio.ts';
import { releaseStudy } from './release-study.ts';
import { routeStudy } from './routes.ts';
import { safeStudy } from './safe.ts';
import { speedStudy } from './speed.ts';
import { stageCacheStudy } from './stage-cache.ts';
import type { Study } from './study.ts';
import { asMarkdown, asText, betweenMarkers, goalTable, goalText } from './tables.ts';
import { warmUpStudy } from './warm-up.ts';

/** The number of rollouts that each study simulates per cell. */
interface Size {
  readonly nulls: number;
  readonly alternatives: number;
  readonly corners: number;
  readonly ratio: number;
  readonly releases: number;
  readonly bakes: number;
  readonly other: number;
  /** Of the studies in seconds. */
  readonly seconds: number;
  /** Of the study of logs, whose every second is simulated. */
  readonly logs: number;
}

const QUICK: Size = {
  nulls: 300,
  alternatives: 300,
  corners: 1000,
  ratio: 200,
  releases: 100,
  bakes: 60,
  other: 200,
  seconds: 100,
  logs: 2,
};
const FULL: Size = {
  nulls: 8000,
  alternatives: 1000,
  corners: 10_000,
  ratio: 3000,
  releases: 300,
  bakes: 5000,
  other: 500,
  seconds: 400,
  logs: 60,
};

const PAGE = fileURLToPath(new URL('../../docs/judge-benchmark.md', import.meta.url));

/**
 * Runs the benchmark of the judge. The quick mode shows that it works and gives approximate results; its
 * samples are too small for the goals about one in a thousand.
 *
 * @returns whether every goal was reached
 */
export function runJudgeBench(args: readonly string[]): boolean {
  const { values } = parseArgs({
    args: [...args],
    options: {
      full: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      json: { type: 'string', default: 'build/bench-judge.json' },
    },
  });
  const seed = Number(values.seed);
  if (!Number.isInteger(seed)) throw new Error(`--seed ${values.seed}: expected an integer`);
  const studies = runStudies(values.full ? FULL : QUICK, seed);
  const goals = studies.flatMap((study) => study.goals);
  console.log(goalText(goals));
  mkdirSync(dirname(values.json), { recursive: true });
  writeFileSync(values.json, `${JSON.stringify({ seed, goals, studies })}\n`);
  console.log(`The numbers behind the tables: ${values.json}`);
  if (values.full) writePage(studies);
  return goals.every((goal) => goal.reached);
}

function runStudies(size: Size, seed: number): Study[] {
  const runs: readonly (() => Study)[] = [
    () => speedStudy(seed),
    () => falseRollbackStudy(size.nulls, seed),
    () => cornerStudy(size.corners, seed),
    () => detectionStudy(size.alternatives, seed),
    () => ratioStudy(size.ratio, seed),
    () => releaseStudy(size.releases, seed),
    () => bakeStudy(size.bakes, seed),
    () => openBakeStudy(size.bakes, seed),
    () => safeStudy(size.other, seed),
    () => latencyStudy(size.other, seed),
    () => planStudy(size.other, seed),
    () => blipStudy(size.seconds, seed),
    () => clientErrorStudy(size.corners, size.other, seed),
    () => functionStudy(size.releases, seed),
    () => functionBlipStudy(size.other, seed),
    () => stageCacheStudy(size.other, seed),
    () => lowTrafficStudy(size.other, seed),
    () => laneStudy(size.seconds, seed),
    () => logLaneStudy(size.logs, seed),
    () => noisyHourStudy(size.other, seed),
    () => healthCheckStudy(size.seconds, seed),
    () => warmUpStudy(size.seconds, seed),
    () => routeStudy(size.other, seed),
    () => elsewhereStudy(size.other, seed),
  ];
  return runs.map((run) => {
    const study = run();
    for (const table of study.tables) console.log(asText(table));
    return study;
  });
}

function writePage(studies: readonly Study[]): void {
  const tables = [goalTable(studies.flatMap((s) => s.goals)), ...studies.flatMap((s) => s.tables)];
  const page = readFileSync(PAGE, 'utf8');
  writeFileSync(PAGE, betweenMarkers(page, tables.map(asMarkdown).join('\n\n')));
}
