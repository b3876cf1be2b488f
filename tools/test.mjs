// npm test, after lint and types: runs jest with the given arguments. A few failed files are run once more, one after
// the other; those that then pass are named, so that they can be checked.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const JEST = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));
/** The maximum number of files that are run again: more failures have another cause. */
const FEW_FILES = 6;

const folder = mkdtempSync(join(tmpdir(), 'canary-tests-'));
try {
  process.exitCode = test(process.argv.slice(2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @returns the exit code */
function test(args) {
  const outputFile = args.find((arg) => arg.startsWith('--outputFile='))?.split('=')[1];
  const others = args.filter((arg) => arg !== '--json' && !arg.startsWith('--outputFile='));
  const first = run('first', others);
  const flags = others.filter((arg) => arg.startsWith('--'));
  const last = first.results && first.status !== 0 ? again(first, flags) : first;
  if (outputFile && last.results) writeFileSync(outputFile, JSON.stringify(last.results));
  return last.status;
}

function again(first, flags) {
  const failed = first.results.testResults.filter(({ status }) => status === 'failed');
  if (failed.length === 0 || failed.length > FEW_FILES) return first;
  const files = failed.map(({ name }) => name);
  console.log(`\nOnce more, one after the other: ${names(files)}\n`);
  const second = run('second', [...flags, '--runInBand', '--runTestsByPath', ...files]);
  if (second.status !== 0 || !second.results) return first;
  console.log(`\nFailed at first, and passed when run alone: ${names(files)}`);
  return { status: 0, results: merged(first.results, second.results) };
}

function names(files) {
  return files.map((file) => relative(process.cwd(), file)).join(', ');
}

function run(name, args) {
  const file = join(folder, `${name}.json`);
  const { status } = spawnSync(
    process.execPath,
    [JEST, '--json', `--outputFile=${file}`, ...args],
    { stdio: ['inherit', 'ignore', 'inherit'] },
  );
  return { status: status ?? 1, results: read(file) };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The first results, with the files of the second in the place of theirs. */
function merged(first, second) {
  const replaced = new Map(second.testResults.map((result) => [result.name, result]));
  const testResults = first.testResults.map((result) => replaced.get(result.name) ?? result);
  const count = (wanted) =>
    testResults.flatMap((r) => r.assertionResults).filter(({ status }) => status === wanted).length;
  return {
    ...first,
    success: true,
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numFailedTestSuites: 0,
    numRuntimeErrorTestSuites: 0,
    testResults,
  };
}
