// Whether a person is one of those whose approval counts. What GitHub does not show is never taken as a yes.

import { KnownError, known, rootOf } from '../base/errors.ts';
import { listed } from '../base/listed.ts';
import { now } from '../base/time.ts';
import { splitApprovers } from '../rollout/given-approval.ts';
import {
  CODEOWNERS_LIMIT_BYTES,
  CODEOWNERS_PLACES,
  type Owner,
  ownersOf,
  ownerText,
  parseOwner,
} from './codeowners.ts';
import type { Access } from './pull-request.ts';
import { troubleOf } from './trouble.ts';

/** @see Conversation.whyNoApprover */
export async function whyNoApprover(
  access: Access,
  pull: number,
  login: string,
  approvers: string,
): Promise<string | undefined> {
  const { path } = splitApprovers(approvers);
  const owners = await approversOf(access, pull, approvers);
  const who = path === undefined ? '' : `CODEOWNERS names for ${path}: `;
  if (owners.length === 0) {
    return `nobody can approve this release: CODEOWNERS names no owner of ${path}.`;
  }
  for (const owner of owners) {
    if (await isIncluded(access, owner, login)) return undefined;
  }
  return `only these can approve this release, so nothing was done: ${who}${listed(owners.map((owner) => code(ownerText(owner))))}.`;
}

/** Whose approval counts; empty: nobody's. */
export async function approversOf(
  access: Access,
  pull: number,
  approvers: string,
): Promise<readonly Owner[]> {
  const { path, named } = splitApprovers(approvers);
  return path === undefined
    ? named.map(parseOwner).filter((owner) => owner !== undefined)
    : await ownersAt(access, pull, path);
}

/** In a code span, nobody is notified. */
function code(text: string): string {
  return `\`${text.replaceAll('`', '')}\``;
}

async function isIncluded(access: Access, owner: Owner, login: string): Promise<boolean> {
  switch (owner.kind) {
    case 'user':
      return same(owner.login, login);
    case 'team':
      return isMember(access, owner, login);
    case 'email':
      return same(await publicAddress(access, login), owner.address);
  }
}

/** GitHub does not distinguish upper and lower case in names. */
function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Members of child teams are included (REST API, "Get team membership for a user"). */
async function isMember(access: Access, team: Team, username: string): Promise<boolean> {
  await readTeam(access, team);
  const { teams } = access.octokit.rest;
  try {
    const asked = { org: team.org, team_slug: team.slug, username };
    const { data } = await teams.getMembershipForUserInOrg(asked);
    return data.state === 'active';
  } catch (error) {
    const cause = known(error);
    if (statusOf(cause) === 404) return false;
    throw cause;
  }
}

type Team = Extract<Owner, { kind: 'team' }>;

/**
 * Throws a `KnownError` if the token cannot see the team: a token that may not gets the same 404 as for a person who is not
 * in it, so the team itself is read first.
 */
export async function readTeam({ octokit }: Access, { org, slug }: Team): Promise<void> {
  try {
    await octokit.rest.teams.getByName({ org, team_slug: slug });
  } catch (error) {
    const cause = known(error);
    if (!isDenied(cause)) throw cause;
    throw new KnownError(
      `the token cannot see the team @${org}/${slug}, so it is not known who may approve; expected a github-token with read:org (fine-grained: Members, read), and the name of a team that exists`,
      { cause },
    );
  }
}

/** Only the address that a person shows publicly; empty: none. */
async function publicAddress({ octokit }: Access, username: string): Promise<string> {
  const { data } = await octokit.rest.users.getByUsername({ username });
  return data.email ?? '';
}

/**
 * The file of the branch that the pull request is merged into, as for reviews (GitHub docs, "About code owners"). That of the
 * pull request itself is its author's.
 */
async function ownersAt(access: Access, pull_number: number, path: string) {
  const { octokit, owner, repo } = access;
  const { data: pull } = await octokit.rest.pulls.get({ owner, repo, pull_number });
  const { ref } = pull.base;
  for (const place of CODEOWNERS_PLACES) {
    const file = await readFile(access, place, ref);
    if (file !== undefined) return ownersOf(file, path);
  }
  throw new KnownError(
    `the branch ${ref} has no CODEOWNERS file, so it is not known who may approve; expected one in ${CODEOWNERS_PLACES.join(', ')}, and a github-token with contents: read`,
  );
}

/** `undefined`: there is no such file. */
async function readFile(
  { octokit, owner, repo }: Access,
  path: string,
  ref: string,
): Promise<string | undefined> {
  const found = await octokit.rest.repos
    .getContent({ owner, repo, path, ref })
    .catch((error: unknown) => {
      if (statusOf(error) === 404) return undefined;
      throw known(error);
    });
  const file = found?.data;
  if (!file || Array.isArray(file) || file.type !== 'file') return undefined;
  if (file.size >= CODEOWNERS_LIMIT_BYTES) {
    throw new KnownError(
      `${path} has ${file.size} bytes, and GitHub does not load a CODEOWNERS file of 3 MB or more`,
    );
  }
  if (file.content !== '') return decoded(file.content);
  if (file.size === 0) return '';
  // The content of a file above 1 MB is only in its blob (REST API, "Get repository content").
  const { data: blob } = await octokit.rest.git.getBlob({ owner, repo, file_sha: file.sha });
  return decoded(blob.content);
}

function decoded(content: string): string {
  return Buffer.from(content, 'base64').toString('utf8');
}

/** The same for a token that may not, and for what does not exist. */
function isDenied(error: unknown): boolean {
  const status = statusOf(error);
  return status === 403 || status === 404;
}

/** Of an answer that is the same on the next attempt; `undefined`: GitHub is in trouble. */
function statusOf(error: unknown): number | undefined {
  const cause = known(error);
  const { kind } = troubleOf(cause, now());
  const { status } = rootOf(cause) as { readonly status?: number };
  return kind === 'permission' || kind === 'refusal' ? status : undefined;
}
