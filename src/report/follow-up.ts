// What is to be done on GitHub once a release has ended: an issue or a revert for one that was rejected, and the end of
// such issues after a good one. Data only, so that the post step can make up for a main step that was killed.

import { whatBrokeSection } from './broke-section.ts';
import { causeTitle } from './cause-title.ts';
import { commitLink, commitOf, runWords } from './commits.ts';
import { capitalize, dateTime } from './format.ts';
import { code, escapeMarkdown, link, shorten, table } from './markdown.ts';
import type { Outcome, Report, VersionReport } from './report.ts';
import { affectedUsers } from './rollback-section.ts';
import { subject } from './summary.ts';

export type FollowUp = RejectedRelease | GoodRelease;

/** A release whose code was shown to be worse. */
export interface RejectedRelease {
  readonly kind: 'rejected';
  /** Of the target: that of its comment. */
  readonly key: string;
  /** Identifies the release on its target: the commit, or the versions where that is not known. */
  readonly release: string;
  /** The address of the run, or words that identify it. */
  readonly run: string;
  /** `owner/name`. */
  readonly repository: string;
  /** May be empty. */
  readonly sha: string;
  /** The commit of the version that is served again; `undefined`: its description does not name it. */
  readonly base: string | undefined;
  /** Plain text on one line. */
  readonly title: string;
  /** What happened, who was affected, and what broke, in Markdown. */
  readonly story: string;
}

/** A release that was promoted. */
export interface GoodRelease {
  readonly kind: 'good';
  readonly key: string;
  /** Identifies the release, as in `RejectedRelease`. */
  readonly release: string;
  /** A sentence in Markdown. */
  readonly words: string;
}

/** `undefined`: nothing is to be done. */
export function followUpOf(report: Report): FollowUp | undefined {
  const { outcome, target } = report;
  const named = { key: target.key, release: releaseOf(report) };
  if (outcome === 'promoted') {
    const run = runLink(report);
    const where = run === '' ? '' : ` (${run})`;
    const words = `${subject(report)} was promoted at ${dateTime(report.endedAt)}${where}.`;
    return { kind: 'good', ...named, words };
  }
  if (!(outcome in VERBS) || !wasRejected(report)) return undefined;
  const { source } = report;
  return {
    kind: 'rejected',
    ...named,
    run: source.runUrl || dateTime(report.endedAt),
    repository: source.repository,
    sha: shaOf(report),
    base: baseOf(report),
    title: titleOf(report),
    story: shorten(
      storyOf(report),
      MOST_BYTES,
      '*Shortened: the summary of the run has the rest.*',
    ),
  };
}

/** It is also saved for the post step, as an environment variable, which Linux limits to 128 KiB (execve(2), E2BIG). */
const MOST_BYTES = 30_000;

const VERBS: Partial<Record<Outcome, string>> = {
  'rolled-back': 'Rolled back',
  stuck: 'Rollback failed',
  failed: 'Stopped',
};

/**
 * Whether evidence was against the release: a comparison, a guardrail, an alarm or a hook. What people decided, what AWS
 * refused, a lack of evidence and a cancellation say nothing against its code.
 */
export function wasRejected({ cause }: Pick<Report, 'cause'>): boolean {
  if (!cause) return false;
  // Of a hook whose result is no longer known, only the kind is.
  if (cause.kind === 'hook') return true;
  return (
    'evidence' in cause &&
    cause.evidence.some(({ verdict, source }) => verdict === 'failing' && source.kind !== 'people')
  );
}

/** The run that began the release has its commit; a later one may be of another, and the version names it. */
function shaOf(report: Report): string {
  const { source, weights, startedAt } = report;
  const [first] = weights;
  if (!first || first.at >= startedAt) return source.sha;
  return commitsOf(report, 'to')[0] ?? source.sha;
}

function releaseOf(report: Report): string {
  const versions = report.functions.map(({ name, to }) => `${name}:${to}`).join(',');
  return (shaOf(report) || versions || 'unknown').replace(/[^\w.:,-]/g, '-').slice(0, 100);
}

/** Of the first function that names it: one repository has one commit of each release. */
function baseOf(report: Report): string | undefined {
  const sha = shaOf(report);
  return commitsOf(report, 'from').find((commit) => commit !== sha);
}

/** The commits in the descriptions of the versions, in the run's repository. */
function commitsOf(
  { functions, versions, source }: Report,
  side: 'from' | 'to',
): readonly string[] {
  return functions.flatMap((change) => {
    const isIt = (each: VersionReport) =>
      each.name === change.name && each.version === change[side];
    const commit = commitOf(versions.find(isIt)?.description ?? '');
    return commit?.repository === source.repository ? [commit.sha] : [];
  });
}

const LONGEST_TITLE = 200;

function titleOf(report: Report): string {
  const why = causeTitle(report) || report.reason;
  const { label } = report.target;
  const text = `${VERBS[report.outcome] ?? ''}: ${label}: ${why}`.replace(/[\p{C}\p{Z}\s]+/gu, ' ');
  return text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : text;
}

function storyOf(report: Report): string {
  const { source, endedAt } = report;
  const short = causeTitle(report);
  const reason = escapeMarkdown(capitalize(report.reason), 1000);
  const sha = shaOf(report);
  const title = sha === source.sha && source.title !== '' ? ` ${escapeMarkdown(source.title)}` : '';
  const rows = [
    ['Release', subject(report)],
    ['Region', code(report.target.region)],
    ['Commit', sha === '' ? '' : `${commitLink({ ...source, sha })}${title}`],
    ['Run', runLink(report)],
    ['Ended', dateTime(endedAt)],
  ].flatMap(([name = '', value = '']) => (value === '' ? [] : [[name, value]]));
  return [
    short === '' ? `**${reason}**` : `**${escapeMarkdown(capitalize(short))}.** ${reason}`,
    escapeMarkdown(report.stands, 1000),
    table(['', ''], rows),
    affectedUsers(report),
    whatBrokeSection(report),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function runLink({ source }: Report): string {
  return source.runUrl && link(capitalize(runWords(source)), source.runUrl);
}
