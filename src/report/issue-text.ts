// The issue and the draft pull request after a rollback, and what closes the issue. Titles and names of commits are text
// from outside, and nobody is notified by them.

import type { GoodRelease, RejectedRelease } from './follow-up.ts';
import { code, escapeMarkdown } from './markdown.ts';

export interface ReleaseCommit {
  readonly sha: string;
  /** The first line of its message. */
  readonly title: string;
  /** A login, or else a name; may be empty. */
  readonly author: string;
}

/** The commits of a release, as far as GitHub shows them. */
export interface ReleaseHistory {
  /** The oldest first. */
  readonly commits: readonly ReleaseCommit[];
  /** How many older ones are left out. */
  readonly more: number;
  /** Who wrote the last one. `login`: of somebody who can be assigned. */
  readonly author: { readonly name: string; readonly login: string | undefined } | undefined;
}

/** Begins the issues of a target. Anybody can write it, so it counts only in an issue of the token's own user. */
export function issueMarker({ key }: Pick<RejectedRelease, 'key'>): string {
  return `<!-- canary-action rollback ${key} `;
}

/** Begins the one issue of a release. */
export function releaseMarker({ key, release }: Pick<RejectedRelease, 'key' | 'release'>): string {
  return `${issueMarker({ key })}${release} -->`;
}

/** Begins the comment on an issue after a later rollback of the same release, or after a good one. */
export function noteMarker(of: string): string {
  return `<!-- canary-action note ${of.replace(/[^\w.:/-]/g, '-').slice(0, 200)} -->`;
}

export function issueBody(rejected: RejectedRelease, history: ReleaseHistory): string {
  return joined([
    releaseMarker(rejected),
    rejected.story,
    commitList(history),
    '### What to do',
    [
      '- Fix the problem and release again. The next good release of this target closes this issue.',
      assignment(history),
    ]
      .filter((line) => line !== '')
      .join('\n'),
  ]);
}

function assignment({ author }: ReleaseHistory): string {
  if (!author || author.name === '' || author.login !== undefined) return '';
  return `- The last commit is by ${code(author.name)}, who cannot be assigned to issues of this repository.`;
}

function commitList({ commits, more }: ReleaseHistory): string {
  if (commits.length === 0) return '';
  const lines = commits.map(
    ({ sha, title, author }) =>
      `- ${sha} ${escapeMarkdown(title, 200)}${author === '' ? '' : `, by ${code(author)}`}`,
  );
  const older = more === 0 ? [] : [`- and ${more} older`];
  return joined(['### Commits of this release', [...lines, ...older].join('\n')]);
}

export function againText({ run }: RejectedRelease): string {
  return joined([
    noteMarker(run),
    `Rolled back again by ${run}. The description above is of this last run.`,
  ]);
}

export function closingText(good: GoodRelease): string {
  return joined([noteMarker(`${good.key}/${good.release}`), good.words]);
}

/** Begins the draft that reverts a release. */
export function revertMarker({ key, release }: Pick<RejectedRelease, 'key' | 'release'>): string {
  return `<!-- canary-action revert ${key} ${release} -->`;
}

export interface RevertedPull {
  /** `owner/name`. */
  readonly repository: string;
  readonly number: number;
  /** The other pull requests that were merged since the version that is served again. */
  readonly others: readonly number[];
}

/** The words that GitHub's own revert begins with. */
export function revertWords({
  repository,
  number,
}: Pick<RevertedPull, 'repository' | 'number'>): string {
  return `Reverts ${repository}#${number}`;
}

export function revertBody(rejected: RejectedRelease, pull: RevertedPull): string {
  const { others } = pull;
  const rest =
    others.length === 0
      ? ''
      : `**This reverts one of ${others.length + 1} pull requests** that were merged since the version that is served again. The others are ${others.map((number) => `#${number}`).join(', ')}: revert them as well if the cause is in them.`;
  return joined([
    revertMarker(rejected),
    `${revertWords(pull)}, because its release was rejected. Check the change before you merge it: merging it releases it.`,
    rest,
    rejected.story,
  ]);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
