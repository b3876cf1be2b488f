// A bug in this action must not look like an answer from AWS or GitHub, so a catch handles known errors and
// throws on what is not one.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** The files that may catch whatever is thrown, and why. */
const CATCH_ALL: Readonly<Record<string, string>> = {
  'base/errors.ts': 'foreign() makes a known error of what code of others throws',
  'base/foreign-text.ts': 'JSON.parse, decodeURIComponent and atob throw at text of others',
  'rollout/record-text.ts': 'zlib throws at bytes that are not compressed text',
  'aws/call.ts': 'the SDK throws its own errors',
  'calendar/zone.ts': 'Intl throws at the name of a time zone that it does not know',
  'aws/logs-client.ts': 'the SDK throws its own errors',
  'checks/pattern.ts': 'RegExp throws at a pattern that is none',
  'packaging/file-system.ts': 'the file system throws its own errors',
  'aws/probes.ts': 'the SDK throws its own errors',
  'aws/renewed-session.ts': 'it throws on what it catches, or the sentence for it',
  'network/certificates.ts': 'the file system and the TLS library throw their own errors',
  'aws/wait-until.ts': 'the SDK and its waiters throw their own errors',
  'aws/role-session.ts':
    "the SDK's credential provider and GitHub's toolkit throw their own errors",
  'hooks/lambda-hook.ts': 'the SDK throws its own errors',
  'inputs/checkout-file.ts': 'the file system throws its own errors',
  'targets/concurrency.ts': 'all are tried before the first bug, or else the failures, are thrown',
  'comments/listener.ts':
    'it runs beside the loop, where nobody could handle what it throws; a bug is logged',
  'commands/rollout.ts': 'what was prepared is cleared away after a bug as well, which is logged',
  'commands/take-over.ts': 'a rollback does not wait for a tag; a bug is logged',
  'controller/advance-traffic.ts': 'a bug rolls back',
  'controller/loop.ts': 'what it catches goes to the one place for bugs',
  'controller/on-bug.ts': 'the one place for bugs',
  'action/event.ts': 'the file system throws its own errors',
  'action/local-results.ts': 'no report may fail a release; a bug is logged',
  'run/up-to-date.ts': 'no report may fail a release; a bug is logged',
  'cli/post-comment.ts': 'the file system throws its own errors',
  'survey/find-files.ts': 'the file system throws its own errors',
  'survey/read-folder.ts': 'the file system throws its own errors',
  'monitor/explained-logs.ts':
    'it runs beside the loop; what it catches goes to the place for bugs',
  'cli/result-files.ts':
    'no report may fail a release, and a bug is logged; the file system throws its own errors',
  'cli/run-cli.ts': 'the last catch of the command line; a bug is logged',
  'action/main-step.ts': 'the last catch of the main step',
  'action/post-entry.ts': 'the last catch of the post step',
  'action/step-state.ts': 'the file system throws its own errors',
};

interface Catch {
  readonly file: string;
  readonly text: string;
}

/** From the `{` or `(` at its beginning to the one that closes it. */
function bodyAt(text: string, start: number): string {
  const [open, close] = text[start] === '{' ? '{}' : '()';
  let depth = 0;
  for (let end = start; end < text.length; end++) {
    if (text[end] === open) depth += 1;
    if (text[end] === close) depth -= 1;
    if (depth === 0) return text.slice(start + 1, end).trim();
  }
  return text.slice(start);
}

function catchesOf(file: string): readonly Catch[] {
  const text = readFileSync(join(SRC, file), 'utf8').replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  const blocks = [...text.matchAll(/\bcatch (?:\(\w+\) )?(?=\{)|\.catch(?=\()/g)];
  return blocks.map(({ index, 0: found }) => ({
    file,
    text: bodyAt(text, index + found.length),
  }));
}

/** It handles known errors, refuses the rest at once, or throws all of them on. */
function throwsOn({ text }: Catch): boolean {
  return (
    /\b(known|orElse)(<.*>)?\(/.test(text) ||
    /^(async \(error: unknown\) => \{\s*)?if \(!.*\) throw error;/.test(text) ||
    /throw error;\s*\}?$/.test(text)
  );
}

const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));
const CATCHES = FILES.flatMap(catchesOf);

describe('what src/ catches', () => {
  it('is found', () => {
    expect(CATCHES.length).toBeGreaterThan(80);
  });

  it('is a known error, but for the files that have a reason', () => {
    const bare = CATCHES.filter((one) => !throwsOn(one) && !(one.file in CATCH_ALL));
    expect(bare).toEqual([]);
  });

  it('lists no file that has no such catch', () => {
    const files = new Set(CATCHES.filter((one) => !throwsOn(one)).map(({ file }) => file));
    expect([...files].sort()).toEqual(Object.keys(CATCH_ALL).sort());
  });
});
