// The files that a run leaves, where the flags name them.

import { accessSync, constants, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { must } from '../base/assert.ts';
import { foreign, messageOf } from '../base/errors.ts';
import { logBug } from '../base/log.ts';
import { quote } from '../base/quote.ts';
import { renderJson, renderPage } from '../report/files.ts';
import { problemIds } from '../report/problem-link.ts';
import type { Report } from '../report/report.ts';
import { renderSummary } from '../report/summary.ts';
import { renderWrongInputs } from '../report/wrong-inputs.ts';
import { outputsOf } from '../run/outputs.ts';
import type { GivenFlags } from './cli-command.ts';
import type { MaskedLog } from './plain-log.ts';

/** The flags, in the order in which the files are written: later jobs decide by the outputs. */
const FILES = ['outputs', 'summary', 'report', 'page'] as const;
type FileFlag = (typeof FILES)[number];

/** Files that could not be written at the end, or that two flags name. */
export function fileProblems(flags: GivenFlags, cwd: string): readonly string[] {
  const named = FILES.flatMap((name) => {
    const given = flags.get(name);
    return given ? [{ from: given.from, text: given.text, path: resolve(cwd, given.text) }] : [];
  });
  return named.flatMap(({ from, text, path }, index) => {
    const other = named.slice(0, index).find((each) => each.path === path);
    if (other)
      return [`${from} ${quote(text)}: ${other.from} names the same file; expected another`];
    const problem = whyNotWritable(path);
    return problem === undefined ? [] : [`${from} ${quote(text)}: ${problem}`];
  });
}

function whyNotWritable(path: string): string | undefined {
  const folder = dirname(path);
  try {
    if (!statSync(folder).isDirectory()) return `${quote(folder)} is not a folder`;
  } catch {
    return `there is no folder ${quote(folder)}`;
  }
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return 'it is a folder; expected a file';
  try {
    accessSync(found ? path : folder, constants.W_OK);
    return undefined;
  } catch {
    return 'it may not be written by this user';
  }
}

/** Never rejects: what fails is a warning. */
export async function writeResults(
  report: Report,
  flags: GivenFlags,
  cwd: string,
  log: MaskedLog,
): Promise<void> {
  const contents: Readonly<Record<FileFlag, () => string | Promise<string>>> = {
    outputs: () => dotenv(outputsOf(report)),
    summary: () => renderSummary(report),
    report: () => renderJson(report),
    page: async () => renderPage(await emptyPage(), report),
  };
  await writeFiles(contents, flags, cwd, log);
}

/** The same for a run whose inputs are refused. */
export async function writeRefusal(
  problems: readonly string[],
  flags: GivenFlags,
  cwd: string,
  log: MaskedLog,
): Promise<void> {
  const reason = `The inputs: ${problems.join('; ')}`;
  const contents = {
    outputs: () =>
      dotenv({
        ...{ outcome: 'failed', cause: 'refused', reason, verdict: '' },
        'problem-ids': problemIds(problems, 'the-command-line').join(','),
      }),
    summary: () => renderWrongInputs(problems),
  };
  await writeFiles(contents, flags, cwd, log);
}

/** Never rejects: what fails is a warning. */
export async function writeFiles(
  contents: Partial<Record<FileFlag, () => string | Promise<string>>>,
  flags: GivenFlags,
  cwd: string,
  log: MaskedLog,
): Promise<void> {
  for (const name of FILES) {
    const path = flags.get(name)?.text;
    const make = contents[name];
    if (path === undefined || !make) continue;
    try {
      const text = log.masked(await make());
      await foreign(() => writeFileSync(resolve(cwd, path), text));
    } catch (error) {
      logBug(log, error);
      log.warning(`--${name} ${quote(path)} could not be written: ${messageOf(error)}`);
    }
  }
}

/** The longest value: GitLab refuses a dotenv report of more than 5 KB (docs, "artifacts:reports:dotenv"). */
const MAX_VALUE = 1000;

/**
 * One line for each output. GitLab allows letters, digits and underscores in a name, and no line break in a value; it
 * keeps quotes as they are, so there are none.
 */
export function dotenv(outputs: Readonly<Record<string, string>>): string {
  return Object.entries(outputs)
    .map(([name, value]) => {
      const key = `CANARY_OUTPUT_${name.replaceAll('-', '_').toUpperCase()}`;
      return `${key}=${value.replace(/\s+/g, ' ').slice(0, MAX_VALUE)}\n`;
    })
    .join('');
}

/** The page is a file next to the bundle. */
function emptyPage(): Promise<string> {
  const bundle = must(process.argv[1], 'node was started with a file');
  return foreign(() => readFileSync(join(dirname(bundle), 'report-page.html'), 'utf8'));
}
