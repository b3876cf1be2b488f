// The commit of a version, if its description names one, and the changes since the previous version. Nothing
// is guessed: without a known commit there is no link.

import type { FunctionChange } from '../rollout/release.ts';
import { code, escapeMarkdown, link } from './markdown.ts';
import type { Report, Source, VersionReport } from './report.ts';

interface Commit {
  /** `owner/name`. */
  readonly repository: string;
  readonly sha: string;
}

/** The commit in a description that this action wrote; `undefined` for other descriptions. */
export function commitOf(description: string): Commit | undefined {
  const [, repository, sha] =
    /^([\w.-]{1,100}\/[\w.-]{1,100})@([0-9a-f]{7,64})(?:, after \d{1,18})?$/.exec(description) ??
    [];
  return repository === undefined || sha === undefined ? undefined : { repository, sha };
}

/** A link to the commit. */
export function commitLink({ sha, ...source }: Pick<Source, 'sha' | 'runUrl' | 'web'>): string {
  const short = code(sha.slice(0, 7));
  const home = homeOf(source);
  return home && isSha(sha) ? link(short, `${home}/commit/${sha}`) : short;
}

/** At GitHub, the address of a run begins with server and repository. */
function homeOf({ runUrl, web }: Pick<Source, 'runUrl' | 'web'>): string | undefined {
  return web ?? /^(.*)\/actions\/runs\//.exec(runUrl)?.[1];
}

/** What GitHub calls a run, or any other name of it. */
export function runWords({ runUrl }: Pick<Source, 'runUrl'>): string {
  return runUrl.includes('/actions/runs/') ? 'workflow run' : 'run';
}

function isSha(text: string): boolean {
  return /^[0-9a-f]{7,64}$/i.test(text);
}

/** The commits of the two versions of a function, both in the run's repository. */
interface Range {
  readonly from: string;
  readonly to: string;
}

/** `undefined` if one of them is unknown or in another repository. */
function rangeOf(report: Report, change: FunctionChange): Range | undefined {
  const { source } = report;
  const [from, to] = [change.from, change.to].map((version) => {
    const commit = commitOf(versionOf(report, change.name, version)?.description ?? '');
    return commit?.repository === source.repository ? commit.sha : undefined;
  });
  return from === undefined || to === undefined ? undefined : { from, to };
}

function versionOf({ versions }: Report, name: string, version: string): VersionReport | undefined {
  return versions.find((known) => known.name === name && known.version === version);
}

/** `1a2b3c4…3f9c2ab`, a link to the changes; empty if they are unknown or there are none. */
function rangeLink({ source }: Report, { from, to }: Range): string {
  const home = homeOf(source);
  if (home === undefined || from === to) return '';
  return link(
    `${code(`${from.slice(0, 7)}…${to.slice(0, 7)}`)}`,
    `${home}/compare/${from}...${to}`,
  );
}

/** The changes, if they are the same for all functions; empty if unknown. */
export function whatChanged(report: Report): string {
  const links = new Set(
    report.functions.map((change) => {
      const range = rangeOf(report, change);
      return range ? rangeLink(report, range) : '';
    }),
  );
  const [only = ''] = links;
  return links.size === 1 ? only : '';
}

/** The same, for several functions only. */
export function changedTogether(report: Report): string {
  return report.functions.length > 1 ? whatChanged(report) : '';
}

/** Details of a released version: commit or description, code, and changes. */
export function commitDetails(report: Report, change: FunctionChange): string {
  const version = versionOf(report, change.name, change.to);
  if (!version) return '';
  const { description, codeSha256 } = version;
  const range = rangeOf(report, change);
  const changed = range ? rangeLink(report, range) : '';
  const built = codeSha256 && `code ${code(`${codeSha256.slice(0, 12)}…`)}`;
  // Changes that all functions share are shown once, not per function.
  if (changedTogether(report) !== '') return built;
  const parts = [
    madeOf(description, report.source),
    changed && `what changed: ${changed}`,
    range && range.from === range.to && change.from !== change.to
      ? 'the same commit as before'
      : '',
    built,
  ];
  return parts.filter((part) => part).join(' · ');
}

/** The commit, if this action wrote the description; otherwise the description itself. */
function madeOf(description: string, source: Source): string {
  const commit = commitOf(description);
  if (!commit) return description && `“${escapeMarkdown(description, 256)}”`;
  const { repository, sha } = commit;
  return repository === source.repository
    ? `of ${commitLink({ ...source, sha })}`
    : `of ${code(`${repository}@${sha.slice(0, 7)}`)}`;
}
