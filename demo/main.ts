// npm run demo [-- --scenario NAME | --all] [--open]: shows canary releases with the shipped bundle.

import { spawn } from 'node:child_process';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findNode24 } from '../tools/node24.ts';
import { CLOCK_RATE, PAGE, type Played, play } from './play.ts';
import { readable, WIDTH, wrap } from './readable.ts';
import { SCENARIOS, type Scenario, STORY } from './scenarios.ts';

const OUTPUT = fileURLToPath(new URL('../.demo', import.meta.url));
const NAMES = SCENARIOS.map((scenario) => scenario.name);

interface Chosen {
  readonly scenarios: readonly Scenario[];
  /** Whether the report page is opened at the end. */
  readonly open: boolean;
}

function chosen(): Chosen {
  const { values, positionals } = parseArgs({
    options: {
      scenario: { type: 'string' },
      all: { type: 'boolean' },
      open: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const { open } = values;
  if (values.all) return { scenarios: SCENARIOS, open };
  const name = values.scenario ?? positionals[0];
  const names = name === undefined ? STORY : [name];
  const scenarios = names.flatMap((each) => SCENARIOS.filter((s) => s.name === each));
  if (scenarios.length === names.length) return { scenarios, open };
  throw new Error(
    `unknown scenario ${JSON.stringify(name)}; expected ${NAMES.join(', ')}, or --all`,
  );
}

function title(text: string): void {
  console.log(`\n━━ ${text} ${'━'.repeat(Math.max(0, WIDTH - 4 - text.length))}\n`);
}

/** The log as the runner shows it, in the width of a terminal: groups as headings, annotations with their symbols. */
function show(line: string): void {
  const [, command = '', text = ''] = /^::([\w-]+)[^:]*::(.*)$/.exec(line) ?? [];
  const plain = text.replace(/%0A/g, '\n').replace(/%0D/g, '').replace(/%25/g, '%');
  if (command === 'endgroup' || command === 'add-mask') return;
  if (command === 'group') console.log(`▼ ${plain}`);
  else for (const part of shown(command, command === '' ? line : plain)) console.log(part);
}

function shown(command: string, text: string): readonly string[] {
  const head = command === '' ? '' : `${command}: `;
  // A line of progress has wide columns.
  return `${head}${text.replace(/ {3,}/g, '  ')}`
    .split('\n')
    .flatMap((part) => wrap(`   ${part}`, '      '));
}

function showSplit({ tally, stageAsBefore }: Played): void {
  console.log(`${tally.requests} requests over HTTP, ${tally.failed} failed:`);
  for (const [answer, count] of Object.entries(tally.answers).sort()) {
    const share = count / tally.requests;
    const line = '█'.repeat(Math.max(1, Math.round(share * 40)));
    console.log(
      `  ${answer.padEnd(26)} ${String(count).padStart(6)}  ${line} ${Math.round(share * 100)}%`,
    );
  }
  console.log(
    stageAsBefore
      ? '\nThe stage is byte for byte as it was before.'
      : '\nThe stage serves the new version.',
  );
}

interface Result {
  readonly scenario: string;
  readonly outcome: string;
  readonly expected: string;
  readonly requests: number;
  readonly failed: number;
}

interface Shown {
  readonly result: Result;
  readonly good: boolean;
  readonly page: string;
}

async function run(scenario: Scenario): Promise<Shown> {
  title(`${scenario.name}: ${scenario.story}`);
  const folder = join(OUTPUT, scenario.name);
  const played = await play(scenario, folder, show);
  title('Answers to the users');
  showSplit(played);
  const { outcome, tally } = played;
  // A release that went well has said so in the end of its log.
  if (outcome !== 'promoted') {
    title('The job summary');
    console.log(readable(played.summary));
  }
  console.log(`\nIn ${shortPath(folder)}: log.txt, summary.md, comment.md, report.json, ${PAGE}\n`);
  const kept = scenario.expected === 'promoted' || played.stageAsBefore;
  const { name, expected } = scenario;
  return {
    result: { scenario: name, outcome, expected, requests: tally.requests, failed: tally.failed },
    good: outcome === expected && kept,
    page: join(folder, PAGE),
  };
}

function shortPath(path: string): string {
  return relative(process.cwd(), path) || '.';
}

const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** In the browser; it is no reason to fail that there is none. */
function openPage(page: string): void {
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...args, page], { stdio: 'ignore', detached: true });
  child.on('error', () => console.error(`The page could not be opened: there is no ${program}.`));
  child.unref();
}

try {
  const { note, version } = findNode24();
  console.log(
    note ??
      `The bundle runs on Node ${version}, as on GitHub's runner; time runs ${CLOCK_RATE} times as fast.`,
  );
  const { scenarios, open } = chosen();
  const all: Shown[] = [];
  for (const scenario of scenarios) all.push(await run(scenario));
  const results = all.map(({ result }) => result);
  const page = all.at(-1)?.page;
  if (page) console.log(`The report page: ${shortPath(page)}${open ? '' : ' (--open opens it)'}`);
  console.log(JSON.stringify(results.length === 1 ? results[0] : results));
  if (page && open) openPage(page);
  process.exitCode = all.every(({ good }) => good) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
