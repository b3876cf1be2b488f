// `canary-action comment gitlab|github`: posts or updates the comment of a report that an earlier command wrote.

import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseJson } from '../base/foreign-text.ts';
import { quote } from '../base/quote.ts';
import type { FollowUpPlace } from '../github/write-follow-up.ts';
import { markerOf } from '../report/comment-body.ts';
import type { FollowUp } from '../report/follow-up.ts';
import { REPORT_SCHEMA } from '../report/report.ts';
import { readCiRun } from './ci-runs.ts';
import { type CliContext, EXIT, type ExitCode } from './cli-command.ts';
import { UsageError } from './usage-error.ts';

/** A report has a few hundred kilobytes. */
const MAX_BYTES = 20 * 1024 * 1024;

/** What is needed of a report. */
interface Posted {
  readonly body: string;
  readonly marker: string;
  /** May be empty. */
  readonly repository: string;
  readonly sha: string;
  /** What is to follow the release; `undefined`: nothing. */
  readonly followUp: FollowUp | undefined;
}

export async function runComment(context: CliContext): Promise<ExitCode> {
  const problems: string[] = [];
  const posted = readPosted(context, problems);
  const number = readNumber(context, problems);
  const apiUrl = readApiUrl(context, problems);
  const token = readToken(context, problems);
  const how = readFollowUp(context, problems);
  if (problems.length > 0 || !posted) throw new UsageError(problems);
  context.log.mask(token);
  const place = { apiUrl, token, ...posted, number };
  if (context.word === 'gitlab') return onGitLab(place, context);
  await onGitHub(place, context);
  return how && posted.followUp ? followUp(place, how, posted.followUp, context) : EXIT.ok;
}

interface Place extends Posted {
  readonly apiUrl: string;
  readonly token: string;
  readonly number: number | undefined;
}

async function onGitLab(place: Place, { env, log, flags }: CliContext): Promise<ExitCode> {
  const { writeNote } = await import('../gitlab/merge-request-note.ts');
  const { repository, number, marker, body, ...access } = place;
  const own = flags.has('repository') ? '' : (env.CI_PROJECT_ID ?? '');
  const project = own || repository;
  const written = await writeNote({ ...access, project, mergeRequest: number }, marker, body);
  if (written)
    log.line(`The comment on merge request !${written.mergeRequest} was ${written.how}.`);
  else log.line(`No merge request brought the commit ${shortOf(place)}, so there is no comment.`);
  return EXIT.ok;
}

async function onGitHub(place: Place, { log }: CliContext): Promise<void> {
  const { openComment } = await import('../github/pull-request.ts');
  const { apiUrl, token, repository, sha, number, marker, body } = place;
  const found = await openComment(
    { apiUrl, token, repository, sha, pullRequest: number, branch: undefined },
    marker,
    new AbortController().signal,
  );
  await found?.write(body);
  if (found) log.line('The comment on the pull request was written.');
  else log.line(`No pull request brought the commit ${shortOf(place)}, so there is no comment.`);
}

async function followUp(
  { apiUrl, token, repository, sha, number }: Place,
  how: FollowUpPlace['how'],
  wanted: FollowUp,
  { log }: CliContext,
): Promise<ExitCode> {
  const { writeFollowUp } = await import('../github/write-follow-up.ts');
  const results = await writeFollowUp(
    { apiUrl, token, repository, sha, pullRequest: number, branch: undefined, how },
    wanted,
    new AbortController().signal,
  );
  for (const { kind, words } of results) {
    if (kind === 'done') log.line(words);
    else log.warning(`on-rollback: ${words}`);
  }
  return results.every(({ kind }) => kind === 'done') ? EXIT.ok : EXIT.failed;
}

function readFollowUp(
  { flags, word }: CliContext,
  problems: string[],
): FollowUpPlace['how'] | undefined {
  const given = flags.get('on-rollback');
  if (!given || given.text === 'none') return undefined;
  if (given.text !== 'issue' && given.text !== 'revert-pull-request') {
    problems.push(
      `${given.from}: ${quote(given.text)} is not one of the values; expected none, issue or revert-pull-request`,
    );
    return undefined;
  }
  if (word === 'gitlab') {
    problems.push(`${given.from}: it is for GitHub only; expected comment github`);
  }
  return given.text;
}

function shortOf({ sha }: Posted): string {
  return sha.slice(0, 7) || 'of this run';
}

/** The report is a file of the user's, so it may be anything. */
function readPosted({ flags, cwd, env }: CliContext, problems: string[]): Posted | undefined {
  const file = flags.get('report');
  if (!file) {
    problems.push('--report: expected the file that a command wrote with --report');
    return undefined;
  }
  const found = readReport(resolve(cwd, file.text));
  if ('problem' in found) {
    problems.push(`${file.from} ${quote(file.text)}: ${found.problem}`);
    return undefined;
  }
  const repository = flags.text('repository') || readCiRun(env)?.repository || found.repository;
  if (!/^[^/\s]+(\/[^/\s]+)+$/.test(repository)) {
    const shown = repository === '' ? 'it is not known' : `it is ${quote(repository)}`;
    problems.push(`--repository: expected GROUP/NAME, but ${shown}`);
  }
  return { ...found, repository };
}

function readReport(path: string): Posted | { readonly problem: string } {
  const text = readText(path);
  if ('problem' in text) return text;
  const report = parseJson(text.text) as {
    readonly schema?: unknown;
    readonly comment?: unknown;
    readonly followUp?: unknown;
    readonly source?: { readonly repository?: unknown; readonly sha?: unknown };
  } | null;
  if (report?.schema !== REPORT_SCHEMA) {
    return { problem: `it is no report; expected JSON with the schema ${REPORT_SCHEMA}` };
  }
  const { comment: body, source } = report;
  const marker = typeof body === 'string' ? markerOf(body) : undefined;
  if (typeof body !== 'string' || marker === undefined) {
    return { problem: 'it has no comment, because an earlier version wrote it; write it again' };
  }
  const { repository = '', sha = '' } = source ?? {};
  const followUp = isFollowUp(report.followUp) ? report.followUp : undefined;
  return { body, marker, repository: String(repository), sha: String(sha), followUp };
}

const MEMBERS = {
  rejected: ['key', 'release', 'run', 'repository', 'sha', 'title', 'story'],
  good: ['key', 'release', 'words'],
} as const;

function isFollowUp(value: unknown): value is FollowUp {
  if (typeof value !== 'object' || value === null) return false;
  const all = value as Readonly<Record<string, unknown>>;
  const { kind, base = '' } = all;
  if (kind !== 'rejected' && kind !== 'good') return false;
  return typeof base === 'string' && MEMBERS[kind].every((name) => typeof all[name] === 'string');
}

function readText(path: string): { readonly text: string } | { readonly problem: string } {
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) return { problem: `it has ${size} bytes; expected at most ${MAX_BYTES}` };
    return { text: readFileSync(path, 'utf8') };
  } catch (error) {
    const code = (error as { readonly code?: string }).code;
    return { problem: code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})` };
  }
}

function readNumber({ flags, env }: CliContext, problems: string[]): number | undefined {
  const given = flags.get('number');
  if (!given) return readCiRun(env)?.pull;
  if (/^[1-9]\d{0,8}$/.test(given.text)) return Number(given.text);
  problems.push(`${given.from}: ${quote(given.text)} is not a number; expected for example 42`);
  return undefined;
}

const API_URLS = {
  gitlab: ['CI_API_V4_URL', 'https://gitlab.com/api/v4'],
  github: ['GITHUB_API_URL', 'https://api.github.com'],
} as const;

function readApiUrl({ flags, env, word }: CliContext, problems: string[]): string {
  const [variable, standard] = API_URLS[word === 'gitlab' ? 'gitlab' : 'github'];
  const url = flags.text('api-url') || env[variable] || standard;
  if (!/^https?:\/\/[^\s?#]+$/.test(url) || !URL.canParse(url)) {
    const from = flags.get('api-url')?.from ?? variable;
    problems.push(`${from}: ${quote(url)} is not an address; expected for example ${standard}`);
  }
  return url.replace(/\/$/, '');
}

function readToken({ flags, env, word }: CliContext, problems: string[]): string {
  if (word === 'github') {
    const token = flags.text('github-token') || env.GITHUB_TOKEN || '';
    if (token === '') problems.push('GITHUB_TOKEN: expected a token with pull-requests: write');
    return token;
  }
  const token = flags.text('gitlab-token') || env.GITLAB_TOKEN || '';
  if (token === '') {
    const job = env.CI_JOB_TOKEN ? '; the job token CI_JOB_TOKEN may not write comments' : '';
    problems.push(
      `GITLAB_TOKEN: expected a project access token with the scope api, as a masked variable of the project${job}`,
    );
  }
  return token;
}
