// GraphQL, for what the REST API does not have.

import type { Octokit } from './octokit.ts';

export interface GraphqlAnswer {
  readonly data?: unknown;
  /** What was refused, although the status is 200. Text from outside. */
  readonly errors?: readonly { readonly type?: unknown; readonly message?: unknown }[];
}

/** @throws GitHub's errors, but not those in the answer */
export async function askGraphql(
  octokit: Octokit,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<GraphqlAnswer> {
  // GitHub Enterprise Server has it next to its REST API.
  const base = octokit.request.endpoint.DEFAULTS.baseUrl.replace(/\/api\/v3\/?$/, '/api');
  const asked = { method: 'POST', url: `${base}/graphql`, query, variables } as const;
  const { data } = await octokit.request(asked);
  return (data as GraphqlAnswer | null) ?? {};
}
