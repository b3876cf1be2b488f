// GitLab as far as a comment needs it: the user of a token, the notes of merge requests, and the merge requests of a
// commit. In memory, over HTTP. Sources: GitLab docs, "Notes API" (merge requests), "Commits API" (merge requests of a
// commit), "Users API" (current user), "REST API" (authentication, pagination), "CI/CD job token" (what it may access).

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface GitLabNote {
  readonly id: number;
  body: string;
  readonly author: { readonly id: number; readonly username: string };
  readonly system: boolean;
}

export interface GitLabMergeRequest {
  readonly iid: number;
  readonly state: 'opened' | 'closed' | 'merged';
  readonly sha: string;
  readonly merge_commit_sha: string | null;
  readonly squash_commit_sha: string | null;
  readonly merged_at: string | null;
  readonly notes: GitLabNote[];
}

export interface GitLabCall {
  readonly method: string;
  readonly path: string;
  readonly token: string;
  readonly body: string;
}

export interface GitLabDouble {
  /** `http://…/api/v4` */
  readonly apiUrl: string;
  readonly calls: readonly GitLabCall[];
  readonly mergeRequests: GitLabMergeRequest[];
  /** The next calls are answered with this status instead. */
  fail(times: number, status: number, headers?: Readonly<Record<string, string>>): void;
  addNote(iid: number, author: number, body: string): GitLabNote;
  close(): Promise<void>;
}

/** A project access token with the scope `api`, and its bot. */
export const API_TOKEN = 'glpat-token-of-the-project';
export const BOT = { id: 7, username: 'project_1_bot' };
/** A token with the scope `read_api`. */
export const READ_TOKEN = 'glpat-may-only-read';
/** What GitLab gives each job. */
export const JOB_TOKEN = 'glcbt-token-of-the-job';
export const PROJECT = 'shop/backend/orders';
const PROJECT_ID = '42';

const MAX_PER_PAGE = 100;

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function startGitLab(): Promise<GitLabDouble> {
  const calls: GitLabCall[] = [];
  const mergeRequests: GitLabMergeRequest[] = [];
  const faults: Answer[] = [];
  let lastId = 1000;
  const addNote: GitLabDouble['addNote'] = (iid, author, body) => {
    lastId += 1;
    const username = author === BOT.id ? BOT.username : `user${author}`;
    const note = { id: lastId, body, author: { id: author, username }, system: false };
    found(mergeRequests, iid).notes.push(note);
    return note;
  };
  const server = createServer(async (request, response) => {
    const call = await readCall(request);
    calls.push(call);
    send(response, faults.shift() ?? answer(call, mergeRequests, addNote));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiUrl: `http://127.0.0.1:${port}/api/v4`,
    calls,
    mergeRequests,
    addNote,
    fail: (times, status, headers = {}) => {
      for (let i = 0; i < times; i++) {
        faults.push({ status, body: { message: `${status} as the test wants it` }, headers });
      }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function found(all: readonly GitLabMergeRequest[], iid: number): GitLabMergeRequest {
  const one = all.find((each) => each.iid === iid);
  if (!one) throw new Error(`the test has no merge request !${iid}`);
  return one;
}

async function readCall(request: IncomingMessage): Promise<GitLabCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    token: String(request.headers['private-token'] ?? request.headers['job-token'] ?? ''),
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

const UNAUTHORIZED: Answer = { status: 401, body: { message: '401 Unauthorized' } };
const NOT_FOUND: Answer = { status: 404, body: { message: '404 Not found' } };
const SCOPE: Answer = {
  status: 403,
  body: {
    error: 'insufficient_scope',
    error_description: 'The request requires higher privileges than provided by the access token.',
    scope: 'api',
  },
};

function answer(
  { method, path, token, body }: GitLabCall,
  mergeRequests: readonly GitLabMergeRequest[],
  addNote: GitLabDouble['addNote'],
): Answer {
  // The job token is no token of a user, and is sent in a header of its own.
  if (token !== API_TOKEN && token !== READ_TOKEN) return UNAUTHORIZED;
  if (method !== 'GET' && token === READ_TOKEN) return SCOPE;
  const { pathname, searchParams } = new URL(path, 'http://gitlab');
  if (pathname === '/api/v4/user') return { status: 200, body: BOT };
  const [, id = '', rest = ''] = /^\/api\/v4\/projects\/([^/]+)\/(.*)$/.exec(pathname) ?? [];
  if (![PROJECT_ID, PROJECT].includes(decodeURIComponent(id))) return NOT_FOUND;
  const commit = /^repository\/commits\/([^/]+)\/merge_requests$/.exec(rest)?.[1];
  if (commit !== undefined) {
    const of = mergeRequests.filter((each) => shasOf(each).includes(commit));
    return { status: 200, body: of.map(({ notes: _, ...shown }) => shown) };
  }
  const [, iid = '', note] = /^merge_requests\/(\d+)\/notes(?:\/(\d+))?$/.exec(rest) ?? [];
  const one = mergeRequests.find((each) => each.iid === Number(iid));
  if (!one) return NOT_FOUND;
  if (method === 'GET') return page(one.notes, searchParams);
  const { body: text } = JSON.parse(body) as { body: string };
  if (method === 'POST') return { status: 201, body: addNote(one.iid, BOT.id, text) };
  const edited = one.notes.find((each) => each.id === Number(note));
  if (!edited) return NOT_FOUND;
  edited.body = text;
  return { status: 200, body: edited };
}

function shasOf({ sha, merge_commit_sha, squash_commit_sha }: GitLabMergeRequest) {
  return [sha, merge_commit_sha, squash_commit_sha];
}

function page(notes: readonly GitLabNote[], query: URLSearchParams): Answer {
  const size = Math.min(MAX_PER_PAGE, Number(query.get('per_page') ?? 20));
  const number = Number(query.get('page') ?? 1);
  const ascending = query.get('sort') === 'asc' ? notes : [...notes].reverse();
  const body = ascending.slice((number - 1) * size, number * size);
  const next = number * size < notes.length ? String(number + 1) : '';
  return { status: 200, body, headers: { 'x-next-page': next } };
}
