// npm run demo [-- --scenario NAME | --all]: shows a canary release with the shipped bundle.

import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findNode24 } from '../tools/node24.ts';
import { CLOCK_RATE, type Played, play } from './play.ts';
import { readable, WIDTH, wrap } from './readable.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';

const OUTPUT = fileURLToPath(new URL('../.demo', import.meta.url));
const NAMES = SCENARIOS.map((scenario) => scenario.name);

function chosen(): readonly Scenario[] {
  const { values, positionals } = parseArgs({
    options: { scenario: { type: 'string' }, all: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.all) return SCENARIOS;
  const name = values.scenario ?? positionals[0] ?? 'healthy';
  const scenario = SCENARIOS.find((s) => s.name === name);
  if (scenario) return [scenario];
  throw new Error(`unknown scenario "${name}"; expected ${NAMES.join(', ')}, or --all`);
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

async function run(scenario: Scenario): Promise<boolean> {
  title(`${scenario.name}: ${scenario.story}`);
  const folder = join(OUTPUT, scenario.name);
  const played = await play(scenario, folder, show);
  title('Answers to the users');
  showSplit(played);
  title('The job summary');
  console.log(readable(played.summary));
  title('The comment on the pull request');
  console.log(readable(played.comment));
  console.log(
    `\nWritten to ${relative(process.cwd(), folder) || '.'}: log.txt, summary.md, comment.md, report.json\n`,
  );
  const { outcome, tally } = played;
  const kept = scenario.expected === 'promoted' || played.stageAsBefore;
  const { name, expected } = scenario;
  const result = {
    scenario: name,
    outcome,
    expected,
    requests: tally.requests,
    failed: tally.failed,
  };
  console.log(JSON.stringify(result));
  return outcome === expected && kept;
}

try {
  const { note, version } = findNode24();
  console.log(
    note ??
      `The bundle runs on Node ${version}, as on GitHub's runner; time runs ${CLOCK_RATE} times as fast.`,
  );
  let good = true;
  for (const scenario of chosen()) good = (await run(scenario)) && good;
  process.exitCode = good ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
