import {
  checkAccount,
  fileProblems,
  inputVariables,
  openCredentials,
  withOrigin,
  writeFiles
} from "./cli-read-release.shared.js";
import "./cli-ci-runs.shared.js";
import "./cli-input-flags.shared.js";
import {
  readAccountAccess
} from "./inputs-read-all-releases.shared.js";
import {
  overviewLines,
  overviewMarkdown,
  readOverview
} from "./report-overview-text.shared.js";
import {
  EXIT
} from "./cli-cli-command.shared.js";
import {
  UsageError
} from "./cli-usage-error.shared.js";
import "./aws-tagged-resources.shared.js";
import "./aws-small-client.shared.js";

// src/cli/run-overview.ts
import {
  src_aws_sdk_settings_ts__checkSdkSettings as checkSdkSettings
} from "./release.js";
import {
  src_github_cancel_ts__onCancel as onCancel
} from "./release.js";
import {
  src_inputs_refused_inputs_ts__WrongInputs as WrongInputs
} from "./core.js";
import {
  src_targets_kinds_ts__TARGET_KINDS as TARGET_KINDS
} from "./core.js";
function overviewProblems(context) {
  try {
    readAccess(context);
    return [];
  } catch (error) {
    if (error instanceof UsageError) return error.problems;
    throw error;
  }
}
async function runOverview(context) {
  const { flags, env, cwd, log } = context;
  const access = readAccess(context);
  checkSdkSettings(env);
  const credentials = await openCredentials(access, { runId: "overview", attempt: "1" }, context);
  const expected = flags.get("account");
  await checkAccount({ region: access.region, credentials, expected }, log);
  const { signal, dispose } = onCancel(log, () => void 0, ["SIGINT", "SIGTERM"]);
  try {
    const overview = await readOverview({
      ...{ region: access.region, credentials, cancelled: signal },
      server: env.GITHUB_SERVER_URL || "https://github.com"
    });
    const contents = {
      summary: () => overviewMarkdown(overview),
      report: () => `${JSON.stringify(overview, null, 2)}
`
    };
    await writeFiles(contents, flags, cwd, log);
    log.text(`${overviewLines(overview).join("\n")}
`);
    return overview.problems.length > 0 ? EXIT.failed : EXIT.ok;
  } finally {
    dispose();
  }
}
function readAccess({ flags, env, cwd }) {
  const problems = [...fileProblems(flags, cwd)];
  const unused = ["page", "outputs"].flatMap((name) => {
    const given = flags.get(name);
    return given ? [`${given.from}: with --all, expected --summary or --report`] : [];
  });
  problems.push(...unused);
  try {
    const variables = inputVariables("status", flags, env, cwd);
    const host = {
      expectedRegion: "expected --region, or the variable AWS_REGION",
      defaults: {}
    };
    const access = readAccountAccess(variables, flags.text, TARGET_KINDS, host);
    if (problems.length === 0) return access;
  } catch (error) {
    if (!(error instanceof WrongInputs)) throw error;
    problems.push(...error.problems.map((problem) => withOrigin(problem, flags)));
  }
  throw new UsageError(problems);
}
export {
  overviewProblems,
  runOverview
};
