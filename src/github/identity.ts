// Who writes with the token. What another user or bot wrote is not ours, whatever it says.

import { known } from '../base/errors.ts';
import { now } from '../base/time.ts';
import { askGraphql } from './graphql.ts';
import type { Octokit } from './octokit.ts';
import { troubleOf } from './trouble.ts';

/** The user of a workflow's own token. */
const WORKFLOW = 'github-actions[bot]';

/**
 * The login of the token's user, as the REST API writes it: bots with `[bot]`. Asked once, unless GitHub is in trouble:
 * then it throws, because a guess could be the name of another.
 */
export function identityOf(octokit: Octokit): () => Promise<string> {
  let found: Promise<string> | undefined;
  return async () => {
    found ??= askLogin(octokit);
    try {
      return await found;
    } catch (error) {
      found = undefined;
      throw known(error);
    }
  };
}

/** REST shows only the user of a personal token (`GET /user` refuses the tokens of apps), GraphQL that of every token. */
async function askLogin(octokit: Octokit): Promise<string> {
  try {
    const { data } = await askGraphql(octokit, '{ viewer { login } }');
    const login = (data as Viewer | null | undefined)?.viewer?.login;
    return typeof login === 'string' && login !== '' ? login : WORKFLOW;
  } catch (error) {
    const { kind } = troubleOf(known(error), now());
    if (kind === 'outage' || kind === 'limit') throw error;
    // A server without GraphQL, or a token that may not use it.
    return WORKFLOW;
  }
}

interface Viewer {
  readonly viewer?: { readonly login?: unknown } | null;
}
