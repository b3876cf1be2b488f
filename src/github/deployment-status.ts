// Keeps the GitHub deployment of a rollout up to date: in progress while it is open, then success, failure, or
// inactive once another one replaces it. The run that continues a rollout finds the deployment of the run that
// began it.

import { KnownError } from '../base/errors.ts';
import { parseJson } from '../base/foreign-text.ts';
import {
  type DeploymentState,
  type DeploymentStatus,
  deploymentStatus,
} from '../report/deployment-state.ts';
import type { Report } from '../report/report.ts';
import { connectOctokit } from './octokit.ts';

export interface DeploymentPlace {
  readonly token: string;
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly sha: string;
  /** The name of the GitHub environment. */
  readonly environment: string;
  /** The URL of the environment; may be empty. */
  readonly url: string;
  /** Whether this run may begin a rollout; otherwise it only continues one. */
  readonly begins: boolean;
}

export interface DeploymentWriter {
  /** Updates the deployment. Throws GitHub's errors. */
  write(report: Report): Promise<void>;
}

/** Distinguishes this action's deployments from those that GitHub creates for jobs with an environment. */
const TASK = 'canary';

const REPLACED: DeploymentStatus = {
  state: 'inactive',
  description: 'replaced by another release',
};

interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly state: DeploymentState;
}

/** Of a deployment without any status: the request for the first one failed, and is to be sent again. */
const NEW: DeploymentState = 'in_progress';

/** @param ended aborts what is in progress */
export function openDeployments(place: DeploymentPlace, ended: AbortSignal): DeploymentWriter {
  const calls = bind(place, ended);
  let current: Deployment | undefined;
  return {
    write: async (report) => {
      const target = report.target.key;
      current ??= await found(calls, place, target);
      const status = deploymentStatus(
        { ...report, paused: report.open?.paused ?? false },
        current?.state,
      );
      if (!status) return;
      const goesOn = current?.state === 'in_progress' || report.outcome === 'rolled-back';
      if (!(current && goesOn)) {
        if (!place.begins) return;
        current = { id: await calls.create(target), sha: place.sha, state: NEW };
      }
      await calls.post(current.id, status, report.source.runUrl);
      if (status.state === 'success') await calls.retire(target, current.id);
      current = { ...current, state: status.state };
    },
  };
}

/** A new release must not continue what an earlier release left in progress. */
async function found(
  calls: Calls,
  { begins, sha }: DeploymentPlace,
  target: string,
): Promise<Deployment | undefined> {
  const newest = await calls.newest(target);
  if (!begins || !newest || newest.sha === sha) return newest;
  if (newest.state === 'in_progress') await calls.post(newest.id, REPLACED, '');
  return undefined;
}

interface Calls {
  newest(target: string): Promise<Deployment | undefined>;
  create(target: string): Promise<number>;
  post(id: number, word: DeploymentStatus, logUrl: string): Promise<void>;
  /** GitHub does not do this itself for production environments. */
  retire(target: string, but: number): Promise<void>;
}

function bind(place: DeploymentPlace, ended: AbortSignal): Calls {
  const { environment, sha, url } = place;
  const octokit = connectOctokit(place, ended);
  const [owner = '', repo = ''] = place.repository.split('/');
  const { repos } = octokit.rest;
  const ours = async (target: string) => {
    const asked = { owner, repo, environment, task: TASK, per_page: 30 };
    const { data } = await repos.listDeployments(asked);
    return data.filter(({ payload }) => isOf(target, payload));
  };
  const stateOf = async (deployment_id: number) => {
    const { data } = await repos.listDeploymentStatuses({
      owner,
      repo,
      deployment_id,
      per_page: 1,
    });
    return (data[0]?.state as DeploymentState | undefined) ?? NEW;
  };
  const post: Calls['post'] = async (deployment_id, word, log_url) => {
    const link = url === '' ? {} : { environment_url: url };
    await repos.createDeploymentStatus({
      ...{ owner, repo, deployment_id, ...word },
      ...(log_url === '' ? {} : { log_url }),
      ...link,
      auto_inactive: false,
    });
  };
  return {
    post,
    newest: async (target) => {
      const [first] = await ours(target);
      return first && { id: first.id, sha: first.sha, state: await stateOf(first.id) };
    },
    create: async (target) => {
      const { data } = await repos.createDeployment({
        ...{ owner, repo, environment, ref: sha, task: TASK },
        auto_merge: false,
        required_contexts: [],
        payload: { target },
        description: `canary on ${target}`.slice(0, 140),
      });
      if (!('id' in data))
        throw new KnownError(data.message ?? 'GitHub did not create a deployment');
      return data.id;
    },
    retire: async (target, but) => {
      for (const { id } of await ours(target)) {
        if (id === but || (await stateOf(id)) !== 'success') continue;
        await post(id, REPLACED, '');
      }
    },
  };
}

/** Earlier versions wrote the target without its account, or without its Region either; both come first. */
function isOf(target: string, payload: unknown): boolean {
  const found = targetOf(payload);
  return found !== undefined && (found === target || target.endsWith(`/${found}`));
}

/** GitHub returns the payload as it was sent, or as text. */
function targetOf(payload: unknown): string | undefined {
  const parsed = typeof payload === 'string' ? parseJson(payload) : payload;
  const target = (parsed as { target?: unknown } | null | undefined)?.target;
  return typeof target === 'string' ? target : undefined;
}
