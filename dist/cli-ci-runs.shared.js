// src/cli/ci-runs.ts
var ROWS = [
  {
    ci: "GitHub Actions",
    sets: "GITHUB_ACTIONS",
    prefix: "",
    pullIn: ["GITHUB_REF", "refs/pull/42/merge"],
    repositoryIn: ["GITHUB_REPOSITORY", "shop/orders"],
    read: (text) => {
      const home = `${text("GITHUB_SERVER_URL") || "https://github.com"}/${text("GITHUB_REPOSITORY")}`;
      const pull = /^refs\/pull\/(\d+)\//.exec(text("GITHUB_REF"))?.[1];
      return {
        repository: text("GITHUB_REPOSITORY"),
        web: home,
        sha: text("GITHUB_SHA"),
        actor: text("GITHUB_ACTOR"),
        runUrl: `${home}/actions/runs/${text("GITHUB_RUN_ID")}`,
        runId: text("GITHUB_RUN_ID"),
        attempt: text("GITHUB_RUN_ATTEMPT"),
        tag: text("GITHUB_REF_TYPE") === "tag" ? text("GITHUB_REF_NAME") : void 0,
        pull: numberOf(pull)
      };
    }
  },
  {
    ci: "GitLab CI",
    sets: "GITLAB_CI",
    prefix: "gitlab-",
    pullIn: ["CI_MERGE_REQUEST_IID", "42"],
    repositoryIn: ["CI_PROJECT_PATH", "shop/orders"],
    read: (text) => ({
      repository: text("CI_PROJECT_PATH"),
      web: text("CI_PROJECT_URL") && `${text("CI_PROJECT_URL")}/-`,
      // In a pipeline for merged results, CI_COMMIT_SHA is a commit that no branch has.
      sha: text("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA") || text("CI_COMMIT_SHA"),
      title: text("CI_MERGE_REQUEST_TITLE") || text("CI_COMMIT_TITLE"),
      actor: text("GITLAB_USER_LOGIN"),
      runUrl: text("CI_JOB_URL"),
      runId: text("CI_JOB_ID"),
      tag: text("CI_COMMIT_TAG"),
      pull: numberOf(text("CI_MERGE_REQUEST_IID")),
      timeoutSeconds: numberOf(text("CI_JOB_TIMEOUT"))
    })
  },
  {
    ci: "Buildkite",
    sets: "BUILDKITE",
    prefix: "buildkite-",
    pullIn: ["BUILDKITE_PULL_REQUEST", "42"],
    repositoryIn: ["BUILDKITE_REPO", "git@github.com:shop/orders.git"],
    read: (text) => ({
      ...ofRemote(text("BUILDKITE_REPO")),
      sha: text("BUILDKITE_COMMIT"),
      title: text("BUILDKITE_MESSAGE"),
      actor: text("BUILDKITE_BUILD_CREATOR"),
      runUrl: `${text("BUILDKITE_BUILD_URL")}#${text("BUILDKITE_JOB_ID")}`,
      runId: text("BUILDKITE_BUILD_NUMBER"),
      attempt: String(1 + (numberOf(text("BUILDKITE_RETRY_COUNT")) ?? 0)),
      tag: text("BUILDKITE_TAG"),
      pull: numberOf(text("BUILDKITE_PULL_REQUEST")),
      timeoutSeconds: minutes(text("BUILDKITE_TIMEOUT"))
    })
  },
  {
    ci: "CircleCI",
    sets: "CIRCLECI",
    prefix: "circleci-",
    pullIn: ["CIRCLE_PULL_REQUEST", "https://github.com/shop/orders/pull/42"],
    repositoryIn: ["CIRCLE_REPOSITORY_URL", "https://github.com/shop/orders"],
    read: (text) => ({
      ...ofRemote(text("CIRCLE_REPOSITORY_URL")),
      sha: text("CIRCLE_SHA1"),
      actor: text("CIRCLE_USERNAME"),
      runUrl: text("CIRCLE_BUILD_URL"),
      runId: text("CIRCLE_BUILD_NUM"),
      tag: text("CIRCLE_TAG"),
      pull: numberOf(/\/(\d+)$/.exec(text("CIRCLE_PULL_REQUEST"))?.[1])
    })
  },
  {
    ci: "CodeBuild",
    sets: "CODEBUILD_BUILD_ID",
    prefix: "codebuild-",
    pullIn: ["CODEBUILD_WEBHOOK_TRIGGER", "pr/42"],
    repositoryIn: ["CODEBUILD_SOURCE_REPO_URL", "https://github.com/shop/orders.git"],
    read: (text) => {
      const [, kind, name] = /^(pr|branch|tag)\/(.+)$/.exec(text("CODEBUILD_WEBHOOK_TRIGGER")) ?? [];
      const merged = text("CODEBUILD_WEBHOOK_EVENT") === "PULL_REQUEST_MERGED";
      return {
        ...ofRemote(text("CODEBUILD_SOURCE_REPO_URL")),
        sha: text("CODEBUILD_RESOLVED_SOURCE_VERSION"),
        actor: text("CODEBUILD_INITIATOR"),
        runUrl: text("CODEBUILD_BUILD_URL"),
        runId: text("CODEBUILD_BUILD_NUMBER"),
        tag: kind === "tag" ? name : void 0,
        pull: kind === "pr" && !merged ? numberOf(name) : void 0
      };
    }
  },
  {
    ci: "Jenkins",
    sets: "JENKINS_URL",
    prefix: "jenkins-",
    pullIn: ["CHANGE_ID", "42"],
    repositoryIn: ["GIT_URL", "https://github.com/shop/orders.git"],
    read: (text) => ({
      ...ofRemote(text("GIT_URL")),
      sha: text("GIT_COMMIT"),
      title: text("CHANGE_TITLE"),
      // The first is set by the plugin "build user vars", the second for pull requests.
      actor: text("BUILD_USER_ID") || text("CHANGE_AUTHOR"),
      runUrl: text("BUILD_URL"),
      runId: text("BUILD_NUMBER"),
      tag: text("TAG_NAME"),
      pull: numberOf(text("CHANGE_ID"))
    })
  }
];
function rowOf(env) {
  return ROWS.find(({ sets }) => (env[sets] ?? "").trim() !== "");
}
function readCiRun(env) {
  const row = rowOf(env);
  if (!row) return void 0;
  const read = row.read((name) => (env[name] ?? "").trim());
  return {
    ci: row.ci,
    repository: read.repository ?? "",
    web: read.web || void 0,
    sha: read.sha ?? "",
    title: (read.title ?? "").split("\n")[0] ?? "",
    actor: read.actor ?? "",
    runUrl: read.runUrl ?? "",
    runId: row.prefix + (read.runId || "0"),
    attempt: read.attempt || "1",
    tag: read.tag || void 0,
    pull: read.pull,
    timeoutSeconds: read.timeoutSeconds
  };
}
var CI_NAMES = ROWS.map(({ ci }) => ci);
var CI_ROWS = ROWS;
function ofRemote(remote) {
  const [, host, path] = /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+?)(?:\.git)?\/?$/.exec(remote) ?? /^(?:[^@/]*@)([^/:]+):(.+?)(?:\.git)?\/?$/.exec(remote) ?? [];
  if (host === void 0 || path === void 0) return { repository: "", web: void 0 };
  return { repository: path, web: webOf(host, path) };
}
function webOf(host, path) {
  if (host === "github.com") return `https://${host}/${path}`;
  return host === "gitlab.com" ? `https://${host}/${path}/-` : void 0;
}
function numberOf(text) {
  return text !== void 0 && /^\d{1,9}$/.test(text) ? Number(text) : void 0;
}
function minutes(text) {
  const found = numberOf(text);
  return found === void 0 ? void 0 : found * 60;
}

export {
  rowOf,
  readCiRun,
  CI_ROWS,
  ofRemote
};
