import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { appendFileSync, mkdtempSync, writeFileSync } = require("node:fs");
import {
  headline,
  overviewLines,
  overviewMarkdown,
  readOverview
} from "./report-overview-text.shared.js";
import "./aws-tagged-resources.shared.js";
import "./aws-small-client.shared.js";

// src/action/overview-step.ts
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  setOutput
} from "./vendor-actions-core.js";
import {
  src_base_errors_ts__foreign as foreign
} from "./core.js";
import {
  src_github_cancel_ts__onCancel as onCancel
} from "./release.js";
async function showOverview(access, log) {
  const { signal, dispose } = onCancel(log, () => void 0);
  try {
    const server = process.env.GITHUB_SERVER_URL || "https://github.com";
    const overview = await readOverview({ ...access, server, cancelled: signal });
    for (const line of overviewLines(overview)) log.line(line);
    await foreign(() => publish(overview));
    return overview.problems;
  } finally {
    dispose();
  }
}
function publish(overview) {
  const folder = mkdtempSync(join(process.env.RUNNER_TEMP || tmpdir(), "canary-action-"));
  const markdown = overviewMarkdown(overview);
  const files = { markdown: join(folder, "overview.md"), json: join(folder, "overview.json") };
  writeFileSync(files.markdown, markdown);
  writeFileSync(files.json, `${JSON.stringify(overview, null, 2)}
`);
  setOutput("outcome", overview.problems.length > 0 ? "failed" : "unchanged");
  setOutput("reason", `${headline(overview)}.`);
  setOutput("open-releases", String(overview.releases.length));
  setOutput("overview", files.markdown);
  setOutput("report", files.json);
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (summary) appendFileSync(summary, markdown);
}
export {
  showOverview
};
