// The issue after a rollback: one for each release, found again by a hidden marker in an issue of the token's own user,
// and closed by the next good release of the same target. Every part can be repeated after a run that was killed.

import type { GoodRelease, RejectedRelease } from '../report/follow-up.ts';
import {
  againText,
  closingText,
  issueBody,
  issueMarker,
  noteMarker,
  releaseMarker,
} from '../report/issue-text.ts';
import type { FollowUpResult } from './follow-up-result.ts';
import { type Access, findComment } from './pull-request.ts';
import { readHistory } from './release-history.ts';

interface OpenIssue {
  readonly number: number;
  readonly body: string;
  readonly url: string;
}

/** Opens the issue of this release, or updates it. Throws GitHub's errors. */
export async function writeIssue(
  access: Access,
  rejected: RejectedRelease,
): Promise<FollowUpResult> {
  const { octokit, owner, repo } = access;
  const [found] = await openIssues(access, releaseMarker(rejected));
  const history = await readHistory(access, rejected);
  const body = issueBody(rejected, history);
  const { title } = rejected;
  if (!found) {
    const login = history.author?.login;
    const assignees = login === undefined ? [] : [login];
    const { data } = await octokit.rest.issues.create({ owner, repo, title, body, assignees });
    return opened(data.number, data.html_url, 'opened');
  }
  if (found.body === body) return opened(found.number, found.url, 'opened');
  const issue_number = found.number;
  await octokit.rest.issues.update({ owner, repo, issue_number, title, body });
  // Whoever follows the issue is notified of a comment, and not of an edit. The same run only tells more.
  if (!found.body.includes(rejected.run)) {
    await comment(access, issue_number, noteMarker(rejected.run), againText(rejected));
  }
  return opened(found.number, found.url, 'updated');
}

function opened(number: number, url: string, how: 'opened' | 'updated'): FollowUpResult {
  return {
    kind: 'done',
    words: `Issue #${number} was ${how}: ${url}`,
    url,
    name: `issue #${number}`,
  };
}

/** Closes all issues of the target. Throws GitHub's errors. */
export async function closeIssues(
  access: Access,
  good: GoodRelease,
): Promise<readonly FollowUpResult[]> {
  const { octokit, owner, repo } = access;
  const results: FollowUpResult[] = [];
  for (const { number, url } of await openIssues(access, issueMarker(good))) {
    const text = closingText(good);
    await comment(access, number, text.split('\n')[0] ?? '', text);
    const closed = { state: 'closed', state_reason: 'completed' } as const;
    await octokit.rest.issues.update({ owner, repo, issue_number: number, ...closed });
    const words = `Issue #${number} was closed, because this release is good: ${url}`;
    results.push({ kind: 'done', words, url, name: `issue #${number}` });
  }
  return results;
}

/** Once: it may be there from a run that was killed. */
async function comment(
  access: Access,
  issue_number: number,
  marker: string,
  body: string,
): Promise<void> {
  const { octokit, owner, repo } = access;
  if ((await findComment(access, issue_number, marker)) !== undefined) return;
  await octokit.rest.issues.createComment({ owner, repo, issue_number, body });
}

/** The newest 1,000 open issues of the token's user are searched. */
const MOST_PAGES = 10;

/** GitHub's list has pull requests as well. */
async function openIssues(access: Access, marker: string): Promise<readonly OpenIssue[]> {
  const { octokit, owner, repo } = access;
  const creator = await access.self();
  const asked = { owner, repo, creator, state: 'open', per_page: 100 } as const;
  const found: OpenIssue[] = [];
  let pages = 0;
  for await (const { data } of octokit.paginate.iterator(octokit.rest.issues.listForRepo, asked)) {
    for (const { number, body, user, html_url: url, pull_request: pull } of data) {
      if (pull || user?.login !== creator || !body?.startsWith(marker)) continue;
      found.push({ number, body, url });
    }
    pages += 1;
    if (pages === MOST_PAGES) break;
  }
  return found;
}
