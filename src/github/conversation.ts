// Comments on the pull request of a release, and the replies to them.

import type { CommentFacts } from '../rollout/comment-command.ts';
import type { ApproversFound } from './inspect-approvers.ts';
import {
  type Access,
  type CommentPlace,
  connectPullRequests,
  findComment,
  pullRequestOf,
} from './pull-request.ts';

export interface PostedComment extends CommentFacts {
  readonly id: number;
  readonly body: string;
  /** Whether the user of this run's token wrote it. */
  readonly own: boolean;
  /** The number of its 👎 reactions. */
  readonly dislikes: number;
}

/** The reactions of the action: done; or not understood, not allowed, not possible. */
export type Reaction = '+1' | 'confused';

/** Every method throws GitHub's errors. */
export interface Conversation {
  /** The pull request of the event, or the one that contains the commit. */
  findPull(): Promise<number | undefined>;
  /** @param since seconds since the epoch */
  read(pull: number, since: number): Promise<readonly PostedComment[]>;
  /** Read from GitHub, once per person. */
  mayWrite(login: string): Promise<boolean>;
  /** Whether this action has replied already: another run may have been faster. */
  isAnswered(commentId: number): Promise<boolean>;
  answer(commentId: number, answer: Reaction): Promise<void>;
  /**
   * Replies that a person lacks permission; once per person, reason and pull request.
   *
   * @param why omitted: no write access
   */
  refuse(pull: number, login: string, why?: string): Promise<void>;
  /**
   * Why the approval of a person does not count; `undefined`: it does. Throws a `KnownError` if that cannot be known.
   *
   * @param approvers as in the plan
   */
  whyNoApprover(pull: number, login: string, approvers: string): Promise<string | undefined>;
  /**
   * Before a release begins: who may approve it. Throws a `KnownError` if that cannot be known.
   *
   * @param approvers as in the plan
   */
  inspectApprovers(pull: number, approvers: string): Promise<ApproversFound>;
  pullState(pull: number): Promise<'open' | 'closed'>;
  /** The users with a 👎 reaction on a comment. */
  dislikes(commentId: number): Promise<readonly string[]>;
}

/** @param ended aborts what is in progress */
export function openConversation(place: CommentPlace, ended: AbortSignal): Conversation {
  const access = connectPullRequests(place, ended);
  const { octokit, owner, repo, self } = access;
  const may = new Map<string, boolean>();
  const mayWrite: Conversation['mayWrite'] = async (username) => {
    const answer = may.get(username) ?? (await askPermission(access, username));
    may.set(username, answer);
    return answer;
  };
  const { issues, reactions } = octokit.rest;
  const at = (issue_number: number) => ({ owner, repo, issue_number });
  return {
    mayWrite,
    findPull: async () => place.pullRequest ?? (await pullRequestOf(access, place)),
    read: async (pull, since) => {
      const from = new Date(since * 1000).toISOString();
      const asked = { ...at(pull), since: from, per_page: 100 };
      const [login, found] = await Promise.all([
        self(),
        octokit.paginate(issues.listComments, asked),
      ]);
      return found.map(({ id, body = '', user, created_at, updated_at, reactions: counts }) => ({
        id,
        body,
        own: user?.login === login,
        dislikes: counts?.['-1'] ?? 0,
        login: user?.login ?? '',
        type: user?.type ?? '',
        createdAt: Date.parse(created_at) / 1000,
        updatedAt: Date.parse(updated_at) / 1000,
      }));
    },
    isAnswered: async (comment_id) => {
      const asked = { owner, repo, comment_id, per_page: 100 };
      const [login, found] = await Promise.all([
        self(),
        octokit.paginate(reactions.listForIssueComment, asked),
      ]);
      return found.some(
        ({ content, user }) =>
          (content === '+1' || content === 'confused') && user?.login === login,
      );
    },
    answer: async (comment_id, content) => {
      await reactions.createForIssueComment({ owner, repo, comment_id, content });
    },
    whyNoApprover: async (...asked) => {
      const { whyNoApprover } = await import('./approvers.ts');
      return whyNoApprover(access, ...asked);
    },
    inspectApprovers: async (...asked) => {
      const { inspectApprovers } = await import('./inspect-approvers.ts');
      return inspectApprovers(access, mayWrite, ...asked);
    },
    refuse: async (pull, login, why) => {
      const kind = why === undefined ? 'refusal' : 'no approver';
      const marker = `<!-- canary-action ${kind} ${login.toLowerCase()} -->`;
      if ((await findComment(access, pull, marker)) !== undefined) return;
      const text =
        why ??
        'only users with write access to this repository can give commands to a release, so nothing was done.';
      const body = `${marker}\n@${login}: ${text}`;
      await issues.createComment({ ...at(pull), body });
    },
    pullState: (pull) => readPullState(access, pull),
    dislikes: async (comment_id) => {
      const asked = { owner, repo, comment_id, content: '-1', per_page: 100 } as const;
      const found = await octokit.paginate(reactions.listForIssueComment, asked);
      return found.flatMap(({ user }) => (user ? [user.login] : []));
    },
  };
}

async function readPullState(
  { octokit, owner, repo }: Access,
  pull_number: number,
): Promise<'open' | 'closed'> {
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number });
  return data.state === 'closed' ? 'closed' : 'open';
}

async function askPermission({ octokit, owner, repo }: Access, username: string): Promise<boolean> {
  const asked = { owner, repo, username };
  const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel(asked);
  return data.permission === 'admin' || data.permission === 'write';
}

/** A comment from an event. */
export interface EventComment extends PostedComment {
  readonly pull: number;
  /** `owner/name` of the pull request's repository. */
  readonly repository: string;
}
