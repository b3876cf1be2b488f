// A variable of the repository (REST API, "Get a repository variable").

import { KnownError, known, messageOf, rootOf } from '../base/errors.ts';
import { connectOctokit } from './octokit.ts';
import type { CommentPlace } from './pull-request.ts';

export type VariablePlace = Pick<CommentPlace, 'token' | 'apiUrl' | 'repository'>;

export interface Variable {
  readonly value: string;
  /** Seconds since the epoch. */
  readonly changedAt: number | undefined;
}

/**
 * The token of a job cannot have this permission: it is none of those under "permissions" in a workflow
 * (actions/github-script#410).
 */
const NEEDED =
  'github-token must be the token of a GitHub App, or a fine-grained token, with the repository permission "Variables: read"; the token of a job cannot have it';

/** Throws GitHub's errors; one of them is that there is no such variable. @param ended aborts what is in progress */
export async function readVariable(
  { token, apiUrl, repository }: VariablePlace,
  name: string,
  ended: AbortSignal,
): Promise<Variable> {
  const [owner = '', repo = ''] = repository.split('/');
  const octokit = connectOctokit({ token, apiUrl }, ended);
  try {
    const { data } = await octokit.rest.actions.getRepoVariable({ owner, repo, name });
    const at = Date.parse(data.updated_at) / 1000;
    return { value: data.value, changedAt: Number.isNaN(at) ? undefined : at };
  } catch (error) {
    throw refused(known(error)) ?? error;
  }
}

function refused(error: KnownError): KnownError | undefined {
  const root = rootOf(error) as { readonly status?: unknown; readonly response?: unknown } | null;
  const status = root?.response === undefined ? undefined : root?.status;
  if (status === 404) {
    return new KnownError(
      `GitHub has no such variable of the repository, or the token may not read it: ${NEEDED}`,
      { cause: error },
    );
  }
  return status === 403 && /not accessible/i.test(messageOf(root))
    ? new KnownError(`GitHub refuses the token: ${NEEDED}`, { cause: error })
    : undefined;
}
