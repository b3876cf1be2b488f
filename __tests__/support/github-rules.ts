// What GitHub answers and the emulator behind us does not: it accepts any token and any length,
// and cannot find the pull requests of a commit.

export interface ApiRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Parsed JSON; `undefined` without a body. */
  readonly body: unknown;
  readonly token: string | undefined;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
  /** On top of the type. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a token may do: `read` is what the job of a pull request from a fork gets. */
export type TokenAccess = 'write' | 'read';

/** Code points; GitHub refuses a longer comment, it does not shorten it. */
export const COMMENT_LIMIT = 65_536;

/** GitHub's refusal of the request, or `undefined` when it may go on. */
export function refusal(
  request: ApiRequest,
  tokens: Readonly<Record<string, TokenAccess>>,
): ApiAnswer | undefined {
  const access = request.token === undefined ? 'read' : tokens[request.token];
  if (access === undefined) return { status: 401, body: { message: 'Bad credentials' } };
  if (access === 'read' && request.method !== 'GET') {
    return { status: 403, body: { message: 'Resource not accessible by integration' } };
  }
  return isTooLong(request) ? TOO_LONG : undefined;
}

/** The commit of a request for the pull requests that hold it. */
export function commitOfPullRequestQuery(request: ApiRequest): string | undefined {
  if (request.method !== 'GET') return undefined;
  return /^\/repos\/[^/]+\/[^/]+\/commits\/([^/]+)\/pulls$/.exec(request.path)?.[1];
}

const COMMENTS = /^\/repos\/[^/]+\/[^/]+\/issues\/(\d+\/comments|comments\/\d+)$/;

const TOO_LONG: ApiAnswer = {
  status: 422,
  body: {
    message: 'Validation Failed',
    errors: [
      {
        resource: 'IssueComment',
        code: 'unprocessable',
        field: 'data',
        message: `Body is too long (maximum is ${COMMENT_LIMIT} characters)`,
      },
    ],
  },
};

function isTooLong({ method, path, body }: ApiRequest): boolean {
  if (method === 'GET' || !COMMENTS.test(path)) return false;
  const text = (body as { body?: unknown } | undefined)?.body;
  return typeof text === 'string' && [...text].length > COMMENT_LIMIT;
}
