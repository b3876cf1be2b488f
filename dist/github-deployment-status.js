import {
  connectOctokit
} from "./github-retry.shared.js";

// src/github/deployment-status.ts
import {
  src_base_errors_ts__KnownError as KnownError
} from "./core.js";
import {
  src_base_foreign_text_ts__parseJson as parseJson
} from "./core.js";

// src/report/deployment-state.ts
import {
  src_rollout_plan_ts__formatWeight as formatWeight
} from "./core.js";
var MAX_DESCRIPTION = 140;
function deploymentStatus({ outcome, reason, weight, problems, paused }, current) {
  switch (outcome) {
    case "running":
    case "held": {
      const held = paused ? "paused at" : "at";
      const share = weight === null ? "an unknown share" : formatWeight(weight);
      return status("in_progress", `${held} ${share} of the traffic: ${reason}`);
    }
    case "promoted":
      return status("success", reason);
    case "rolled-back":
      return status(current === "success" ? "inactive" : "failure", reason);
    case "stuck":
    case "failed":
      return problems.length === 0 && current === "in_progress" ? status("failure", reason) : void 0;
    default:
      return void 0;
  }
}
function status(state, text) {
  const description = text.length <= MAX_DESCRIPTION ? text : `${text.slice(0, MAX_DESCRIPTION - 1)}…`;
  return { state, description };
}

// src/github/deployment-status.ts
var TASK = "canary";
var REPLACED = {
  state: "inactive",
  description: "replaced by another release"
};
var NEW = "in_progress";
function openDeployments(place, ended) {
  const calls = bind(place, ended);
  let current;
  return {
    write: async (report) => {
      const target = report.target.key;
      current ??= await found(calls, place, target);
      const status2 = deploymentStatus(
        { ...report, paused: report.open?.paused ?? false },
        current?.state
      );
      if (!status2) return;
      const goesOn = current?.state === "in_progress" || report.outcome === "rolled-back";
      if (!(current && goesOn)) {
        if (!place.begins) return;
        current = { id: await calls.create(target), sha: place.sha, state: NEW };
      }
      await calls.post(current.id, status2, report.source.runUrl);
      if (status2.state === "success") await calls.retire(target, current.id);
      current = { ...current, state: status2.state };
    }
  };
}
async function found(calls, { begins, sha }, target) {
  const newest = await calls.newest(target);
  if (!begins || !newest || newest.sha === sha) return newest;
  if (newest.state === "in_progress") await calls.post(newest.id, REPLACED, "");
  return void 0;
}
function bind(place, ended) {
  const { environment, sha, url } = place;
  const octokit = connectOctokit(place, ended);
  const [owner = "", repo = ""] = place.repository.split("/");
  const { repos } = octokit.rest;
  const ours = async (target) => {
    const asked = { owner, repo, environment, task: TASK, per_page: 30 };
    const { data } = await repos.listDeployments(asked);
    return data.filter(({ payload }) => isOf(target, payload));
  };
  const stateOf = async (deployment_id) => {
    const { data } = await repos.listDeploymentStatuses({
      owner,
      repo,
      deployment_id,
      per_page: 1
    });
    return data[0]?.state ?? NEW;
  };
  const post = async (deployment_id, word, log_url) => {
    const link = url === "" ? {} : { environment_url: url };
    await repos.createDeploymentStatus({
      ...{ owner, repo, deployment_id, ...word },
      ...log_url === "" ? {} : { log_url },
      ...link,
      auto_inactive: false
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
        description: `canary on ${target}`.slice(0, 140)
      });
      if (!("id" in data))
        throw new KnownError(data.message ?? "GitHub did not create a deployment");
      return data.id;
    },
    retire: async (target, but) => {
      for (const { id } of await ours(target)) {
        if (id === but || await stateOf(id) !== "success") continue;
        await post(id, REPLACED, "");
      }
    }
  };
}
function isOf(target, payload) {
  const found2 = targetOf(payload);
  return found2 !== void 0 && (found2 === target || target.endsWith(`/${found2}`));
}
function targetOf(payload) {
  const parsed = typeof payload === "string" ? parseJson(payload) : payload;
  const target = parsed?.target;
  return typeof target === "string" ? target : void 0;
}
export {
  openDeployments
};
