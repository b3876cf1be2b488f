// The comment on a merge request: a note, found by its hidden marker and edited in place.

import { KnownError, known } from '../base/errors.ts';
import { callGitLab, type GitLabAccess, GitLabError } from './gitlab-api.ts';

export interface NotePlace extends GitLabAccess {
  /** The ID of the project, or its path. */
  readonly project: string;
  /** `undefined`: that which brought the commit. */
  readonly mergeRequest: number | undefined;
  /** May be empty. */
  readonly sha: string;
}

export interface WrittenNote {
  readonly mergeRequest: number;
  readonly how: 'created' | 'updated';
}

/** A hundred notes each; nobody reads a merge request with more. */
const MAX_PAGES = 50;

/**
 * Creates or edits the note.
 *
 * @param marker the beginning of its body, which distinguishes the notes of different targets
 * @returns `undefined` if no merge request brought the commit
 */
export async function writeNote(
  place: NotePlace,
  marker: string,
  body: string,
): Promise<WrittenNote | undefined> {
  const mergeRequest = place.mergeRequest ?? (await mergeRequestOf(place));
  if (mergeRequest === undefined) return undefined;
  const path = `${pathOf(place)}/merge_requests/${mergeRequest}/notes`;
  const text = { body: withoutQuickActions(body) };
  const id = await findNote(place, path, marker);
  if (id !== undefined && (await update(place, `${path}/${id}`, text))) {
    return { mergeRequest, how: 'updated' };
  }
  await explain(place, callGitLab(place, 'POST', path, text));
  return { mergeRequest, how: 'created' };
}

function pathOf({ project }: NotePlace): string {
  return `/projects/${encodeURIComponent(project)}`;
}

/** @returns whether there still is such a note */
async function update(place: NotePlace, path: string, text: object): Promise<boolean> {
  try {
    await callGitLab(place, 'PUT', path, text);
    return true;
  } catch (error) {
    if (!(error instanceof GitLabError)) throw error;
    if (error.status === 404) return false;
    throw explained(place, error);
  }
}

/**
 * The token's own note: anybody can write a marker. GitLab has no way to ask for notes of one author.
 */
async function findNote(
  place: NotePlace,
  path: string,
  marker: string,
): Promise<number | undefined> {
  const self = idIn((await explain(place, callGitLab(place, 'GET', '/user'))).body);
  let page: string | undefined = '1';
  for (let read = 0; page !== undefined && read < MAX_PAGES; read++) {
    const query: string = `?sort=asc&order_by=created_at&per_page=100&page=${page}`;
    const answer = await explain(place, callGitLab(place, 'GET', path + query));
    const notes = Array.isArray(answer.body) ? (answer.body as readonly Note[]) : [];
    const ours = notes.find(
      ({ body, author }) =>
        typeof body === 'string' && body.startsWith(marker) && idIn(author) === self,
    );
    if (ours) return idIn(ours);
    page = answer.nextPage;
  }
  return undefined;
}

interface Note {
  readonly id?: unknown;
  readonly body?: unknown;
  readonly author?: unknown;
}

function idIn(value: unknown): number | undefined {
  const id = (value as { readonly id?: unknown } | null)?.id;
  return typeof id === 'number' ? id : undefined;
}

interface MergeRequest {
  readonly iid?: unknown;
  readonly state?: unknown;
  readonly sha?: unknown;
  readonly merge_commit_sha?: unknown;
  readonly squash_commit_sha?: unknown;
  readonly merged_at?: unknown;
}

/** That whose merge the commit is, otherwise the one last merged; an open one only if its head is the commit. */
async function mergeRequestOf(place: NotePlace): Promise<number | undefined> {
  const { sha } = place;
  if (sha === '') return undefined;
  const path = `${pathOf(place)}/repository/commits/${encodeURIComponent(sha)}/merge_requests`;
  const { body } = await explain(place, callGitLab(place, 'GET', path));
  const all = Array.isArray(body) ? (body as readonly MergeRequest[]) : [];
  const merged = all
    .filter(({ state }) => state === 'merged')
    .sort((a, b) => String(b.merged_at).localeCompare(String(a.merged_at)));
  const found =
    merged.find((each) => each.merge_commit_sha === sha || each.squash_commit_sha === sha) ??
    merged[0] ??
    all.find((each) => each.state === 'opened' && each.sha === sha);
  return typeof found?.iid === 'number' ? found.iid : undefined;
}

/** A line that begins with a slash is a command of GitLab, such as `/close`, and some of the text is from outside. */
export function withoutQuickActions(body: string): string {
  return body.replace(/^([ \t]*)\//gm, '$1\u200B/');
}

async function explain<T>(place: NotePlace, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof GitLabError ? explained(place, error) : known(error);
  }
}

function explained({ project, mergeRequest }: NotePlace, error: GitLabError): KnownError {
  const { status, message } = error;
  if (status === 401) {
    return new KnownError(
      `${message}. Expected a project access token with the scope api and the role Reporter or more, which is not expired; the job token (CI_JOB_TOKEN) may read notes but not write them`,
    );
  }
  if (status === 403) {
    return new KnownError(
      `${message}. The token may not comment in ${project}; expected the scope api and the role Reporter or more`,
    );
  }
  if (status === 404) {
    const what =
      mergeRequest === undefined ? project : `merge request !${mergeRequest} of ${project}`;
    return new KnownError(
      `${message}. There is no ${what}, or the token may not see it; check --repository and --number`,
    );
  }
  return error;
}
