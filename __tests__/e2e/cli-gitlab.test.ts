// examples/ci/gitlab-ci.yml, played as a runner plays it: the script of each job in a shell, with the variables of the
// job, against the simulated AWS and a double of GitLab's API.

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { findNode24 } from '../../tools/node24.ts';
import { cliFolder } from '../support/cli.ts';
import { type FleetScene, playFleet } from '../support/fleet-scene.ts';
import {
  API_TOKEN,
  type GitLabMergeRequest,
  JOB_TOKEN,
  PROJECT,
  startGitLab,
} from '../support/gitlab-double.ts';
import { awsVariables, clockVariables } from '../support/runner-environment.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SHA = '0123456789abcdef0123456789abcdef01234567';
type Variables = Readonly<Record<string, string>>;

interface Job {
  readonly script: readonly string[];
  readonly after_script?: readonly string[];
  readonly variables?: Variables;
  readonly allow_failure?: { readonly exit_codes: readonly number[] };
}

const PIPELINE = parse(readFileSync(join(ROOT, 'examples/ci/gitlab-ci.yml'), 'utf8')) as {
  readonly variables: Variables;
  readonly plan: Job;
  readonly release: Job;
  readonly rollback: Job;
};

/** A short release, without roles, alarms and judging: what is played is the pipeline. */
const SHORT: Variables = {
  CANARY_STEPS: '50%/30s',
  CANARY_BAKE_TIME: '0s',
  CANARY_ALARMS: '',
  CANARY_ANALYSIS: 'off',
  CANARY_ON_INCONCLUSIVE: 'promote',
  CANARY_ROLE_TO_ASSUME: '',
};

/** The folder of a job, in which before_script has put the repository of the command line. */
function checkout(): string {
  const cwd = cliFolder();
  mkdirSync(join(cwd, '.canary-action'));
  for (const name of ['dist', 'package.json'])
    symlinkSync(join(ROOT, name), join(cwd, '.canary-action', name));
  return cwd;
}

async function shell(lines: readonly string[], cwd: string, env: Variables) {
  const child = spawn('sh', ['-e', '-c', lines.join('\n')], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      log += chunk.toString();
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, log };
}

/** @param more variables of the pipeline and the project */
async function play(job: Job, { simulator: { url, world } }: FleetScene, more: Variables) {
  const cwd = checkout();
  const env = {
    PATH: `${dirname(findNode24().path)}:${process.env.PATH}`,
    HOME: dirname(cwd),
    ...awsVariables({ endpoint: url, region: world.place.region }),
    ...clockVariables(world.clock.settings),
    GITLAB_CI: 'true',
    CI_PROJECT_ID: '42',
    CI_PROJECT_PATH: PROJECT,
    CI_COMMIT_SHA: SHA,
    CI_JOB_ID: '1',
    CI_JOB_URL: 'https://gitlab.example/jobs/1',
    CI_JOB_TIMEOUT: '3600',
    CI_JOB_TOKEN: JOB_TOKEN,
    GITLAB_TOKEN: API_TOKEN,
    ...PIPELINE.variables,
    ...job.variables,
    AWS_REGION: world.place.region,
    ...SHORT,
    ...more,
  };
  const main = await shell(job.script, cwd, env);
  const status = main.code === 0 ? 'success' : 'failed';
  const after = await shell(job.after_script ?? [], cwd, { ...env, CI_JOB_STATUS: status });
  return { ...main, after, file: (name: string) => readFileSync(join(cwd, name), 'utf8') };
}

describe('examples/ci/gitlab-ci.yml', () => {
  it('plans in a merge request, releases after it, and keeps one comment for both', async () => {
    const gitlab = await startGitLab();
    try {
      await playFleet({ names: ['cart', 'payments'] }, async (scene) => {
        const request: GitLabMergeRequest = {
          ...{ iid: 5, state: 'opened', sha: SHA, notes: [] },
          ...{ merge_commit_sha: null, squash_commit_sha: null, merged_at: null },
        };
        gitlab.mergeRequests.push(request);
        const api = { CI_API_V4_URL: gitlab.apiUrl };
        const planned = await play(PIPELINE.plan, scene, { ...api, CI_MERGE_REQUEST_IID: '5' });
        expect([planned.code, planned.after.log]).toEqual([
          0,
          expect.stringContaining('merge request !5 was created'),
        ]);
        expect(await scene.routing()).toEqual(['1', '1']);

        gitlab.mergeRequests[0] = { ...request, state: 'merged', merge_commit_sha: SHA };
        const released = await play(PIPELINE.release, scene, api);
        expect([released.code, released.after.log]).toEqual([
          0,
          expect.stringContaining('merge request !5 was updated'),
        ]);
        expect(await scene.routing()).toEqual(['2', '2']);
        expect(request.notes.map(({ body }) => body)).toEqual([
          expect.stringContaining('Promoted'),
        ]);
        expect(released.file('canary.env')).toContain('CANARY_OUTPUT_OUTCOME=promoted');
        expect(released.file('summary.md')).toContain('Promoted');
        // GitLab passes the outputs on to later jobs, where they are no inputs.
        const later = await play(PIPELINE.rollback, scene, {
          ...Object.fromEntries(
            released
              .file('canary.env')
              .trim()
              .split('\n')
              .map((line) => [line.replace(/=.*/s, ''), line.replace(/^[^=]*=/, '')]),
          ),
          ...api,
        });
        expect(later.code).toBe(0);
        expect(later.log).not.toContain('CANARY_OUTPUT');
      });
    } finally {
      await gitlab.close();
    }
  });

  it('is yellow if the release is held, and goes on after that', async () => {
    await playFleet({ names: ['cart', 'payments'] }, async (scene) => {
      const held = await play(PIPELINE.release, scene, {
        CANARY_ANALYSIS: 'enforce',
        CANARY_LOGS: 'off',
        CANARY_ON_INCONCLUSIVE: 'hold',
        GITLAB_TOKEN: '',
      });
      expect(held.code).toBe(3);
      expect(PIPELINE.release.allow_failure?.exit_codes).toEqual([3]);
      const back = await play(PIPELINE.rollback, scene, {});
      expect(back.code).toBe(0);
      expect(await scene.routing()).toEqual(['1', '1']);
    });
  });
});
