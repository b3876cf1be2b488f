import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  readCommentPlace,
  readLacks,
  readLifetimes,
  readRolloutId,
} from '../../../src/action/environment.ts';
import { readEvent } from '../../../src/action/event.ts';
import { branchOf, readSource } from '../../../src/action/source.ts';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import { readInputs } from '../../../src/inputs/read.ts';
import { TARGET_KINDS } from '../../../src/targets/kinds.ts';

const ENV = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'octo-org/orders',
  GITHUB_SHA: 'merge00',
  GITHUB_ACTOR: 'octocat',
  GITHUB_RUN_ID: '7000000001',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_API_URL: 'https://api.github.com',
};

describe('the event', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'event-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const eventOf = (text: string) => {
    const path = join(folder, 'event.json');
    writeFileSync(path, text);
    return readEvent({ GITHUB_EVENT_PATH: path });
  };

  it('is read from its file', () => {
    const event = { pull_request: { number: 7, title: 'x' } };
    expect(eventOf(JSON.stringify(event))).toEqual(event);
  });

  it.each(['', '{', 'null', '7', '"text"'])('is empty where the file holds %j', (text) => {
    expect(eventOf(text)).toEqual({});
  });

  it('is empty where there is no file', () => {
    expect(readEvent({})).toEqual({});
    expect(readEvent({ GITHUB_EVENT_PATH: folder })).toEqual({});
  });

  it('may hold anything, and the source is made of texts all the same', () => {
    fc.assert(
      fc.property(
        fc.object({
          key: fc.constantFrom(
            'pull_request',
            'head_commit',
            'head',
            'sha',
            'workflow_run',
            'head_sha',
            'release',
            'name',
            'title',
            'message',
            'number',
          ),
        }),
        (event) => {
          const source = readSource(ENV, eventOf(JSON.stringify(event)));
          for (const value of Object.values(source)) expect(typeof value).toBe('string');
        },
      ),
    );
  });
});

describe('the source of a release', () => {
  it('is the commit that was pushed', () => {
    const event = { head_commit: { message: 'Round prices up\n\nBecause of @octocat' } };
    expect(readSource(ENV, event)).toEqual({
      repository: 'octo-org/orders',
      sha: 'merge00',
      title: 'Round prices up',
      actor: 'octocat',
      runUrl: 'https://github.com/octo-org/orders/actions/runs/7000000001',
    });
  });

  it("is the pull request's own head, not the merge that GitHub makes of it", () => {
    const event = { pull_request: { title: 'Prices', head: { sha: 'head11' } } };
    expect(readSource(ENV, event)).toMatchObject({ sha: 'head11', title: 'Prices' });
  });

  const BUILT = 'b'.repeat(40);
  const workflow_run = {
    head_sha: BUILT,
    head_branch: 'release',
    head_commit: { message: 'Round prices down\n\nAgain' },
  };

  it('is the commit that the workflow before built, not the tip of the branch', () => {
    expect(readSource(ENV, { workflow_run })).toMatchObject({
      sha: BUILT,
      title: 'Round prices down',
    });
    const env = { ...ENV, GITHUB_REF: 'refs/heads/main' };
    expect(branchOf(env, { workflow_run }, { commit: '' })).toBe('release');
    expect(branchOf(env, {}, { commit: '' })).toBe('main');
  });

  it('is the commit that the inputs name, of which nothing else is known', () => {
    const commit = 'c'.repeat(40);
    const env = { ...ENV, GITHUB_REF: 'refs/heads/main' };
    const event = { head_commit: { message: 'Another' } };
    expect(readSource(env, event, { commit })).toMatchObject({ sha: commit, title: '' });
    expect(branchOf(env, event, { commit })).toBeUndefined();
    const same = { workflow_run: { ...workflow_run, head_sha: commit } };
    expect(readSource(env, same, { commit }).title).toBe('Round prices down');
  });

  it('has the tag that was pushed or released, with the name of the release', () => {
    const env = { ...ENV, GITHUB_REF: 'refs/tags/v1.4.0' };
    const release = { name: 'Prices, rounded' };
    expect(readSource(env, { release })).toMatchObject({
      tag: 'v1.4.0',
      title: 'Prices, rounded',
    });
    expect(readSource({ ...ENV, GITHUB_REF: 'refs/heads/v1' }, {})).not.toHaveProperty('tag');
  });

  it('is empty where nothing is known', () => {
    expect(readSource({}, {})).toMatchObject({ repository: '', sha: '', title: '', actor: '' });
  });
});

describe("the rollout's id", () => {
  it('holds only what a tag takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (a, b, c) => {
        const env = { GITHUB_REPOSITORY: a, GITHUB_RUN_ID: b, GITHUB_RUN_ATTEMPT: c };
        for (const value of Object.values(readRolloutId(env))) {
          expect(value).toMatch(/^[A-Za-z0-9_./-]+$/);
        }
      }),
    );
    expect(readRolloutId(ENV)).toEqual({
      repository: 'octo-org/orders',
      runId: '7000000001',
      attempt: '2',
    });
    expect(readRolloutId({})).toEqual({ repository: 'unknown', runId: '0', attempt: '1' });
  });
});

describe('the lifetimes', () => {
  const inputs = { jobTimeoutSeconds: 600, role: undefined, credentialsExpireAt: undefined };
  const unknown = { jobTimeoutSeconds: 600, credentialsExpireAt: undefined, temporary: false };
  const expiring = { AWS_CREDENTIAL_EXPIRATION: '2025-11-24T17:00:00Z', AWS_SESSION_TOKEN: 'x' };

  it('are those of the job and of the credentials', () => {
    expect(readLifetimes(expiring, inputs)).toEqual({
      jobTimeoutSeconds: 600,
      credentialsExpireAt: 1_764_003_600,
      temporary: true,
    });
    expect(readLifetimes({}, inputs)).toEqual(unknown);
  });

  it('end as the input says, before the environment', () => {
    const given = { ...inputs, credentialsExpireAt: 1_764_000_000 };
    const { credentialsExpireAt } = readLifetimes(expiring, given);
    expect(credentialsExpireAt).toBe(1_764_000_000);
    const odd = { AWS_CREDENTIAL_EXPIRATION: 'soon' };
    expect(readLifetimes(odd, given)).not.toHaveProperty('notATime');
  });

  it('keep what the environment says if it is not a time', () => {
    const odd = { AWS_CREDENTIAL_EXPIRATION: 'soon', AWS_SESSION_TOKEN: '' };
    expect(readLifetimes(odd, inputs)).toEqual({ ...unknown, notATime: 'soon' });
  });

  it('are those of the job alone with a session of its own', () => {
    const role = { arn: 'arn:aws:iam::123456789012:role/deploy', seconds: 900 };
    expect(readLifetimes(expiring, { ...inputs, role })).toEqual(unknown);
  });
});

describe('the place of the comment', () => {
  let inputs: Inputs;
  beforeAll(async () => {
    inputs = await readInputs(
      {
        AWS_REGION: 'eu-west-1',
        'INPUT_REST-API-ID': 'a1b2c3d4e5',
        'INPUT_STAGE-NAME': 'prod',
        'INPUT_GITHUB-TOKEN': 'ghs_x',
      },
      TARGET_KINDS,
    );
  });

  const placeOf = (event: object, parts: Partial<Inputs> = {}, env: object = ENV) =>
    readCommentPlace({ ...env }, event, { ...inputs, ...parts }, readSource({ ...env }, event));

  it("is the event's pull request, or that of the commit", () => {
    expect(placeOf({ pull_request: { number: 7, head: { sha: 'head11' } } })).toEqual({
      token: 'ghs_x',
      apiUrl: 'https://api.github.com',
      repository: 'octo-org/orders',
      pullRequest: 7,
      sha: 'head11',
      branch: undefined,
      refused: { job: '/', run: '7000000001.2' },
    });
    expect(placeOf({})).toMatchObject({ pullRequest: undefined, sha: 'merge00' });
    expect(placeOf({ pull_request: { number: '7' } })).toMatchObject({ pullRequest: undefined });
  });

  it('is nowhere when none is wanted, or possible', () => {
    expect(placeOf({}, { comment: false })).toBeUndefined();
    expect(placeOf({}, { githubToken: '' })).toBeUndefined();
    expect(placeOf({}, {}, {})).toBeUndefined();
  });
});

describe('what a job lacks', () => {
  const given = { githubToken: 't', comment: true };

  it('is named with the event, the token or the repository that was seen', () => {
    const push = { ...ENV, GITHUB_EVENT_NAME: 'push' };
    expect(readLacks(push, given)).toMatchObject({
      pull: 'expected the event pull_request, but this run is of the event push',
      comment: 'expected the event issue_comment, on a pull request; this run is of the event push',
    });
    expect(readLacks({}, given)).toMatchObject({
      pull: 'expected the event pull_request, but GITHUB_EVENT_NAME is not set',
      repository: 'GITHUB_REPOSITORY is ""; expected OWNER/NAME',
      variable: 'GITHUB_REPOSITORY is ""; expected OWNER/NAME',
    });
    expect(readLacks(ENV, { ...given, githubToken: '' })).toMatchObject({
      conversation:
        'github-token is empty; expected a token with the permission pull-requests: write',
      variable: 'github-token is empty; expected a token with the permission Variables: read',
    });
    expect(readLacks(ENV, { ...given, comment: false }).conversation).toBe(
      'comment is false; expected true',
    );
  });
});
