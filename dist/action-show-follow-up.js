import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { appendFileSync } = require("node:fs");
import {
  writeFollowUp
} from "./github-write-follow-up.shared.js";
import "./github-pull-request.shared.js";
import "./github-retry.shared.js";

// src/action/show-follow-up.ts
import {
  setOutput
} from "./vendor-actions-core.js";
import {
  src_base_errors_ts__foreign as foreign,
  src_base_errors_ts__known as known,
  src_base_errors_ts__messageOf as messageOf
} from "./core.js";
import {
  src_base_time_ts__withTimeout as withTimeout
} from "./core.js";
import {
  src_report_format_ts__capitalize as capitalize
} from "./core.js";
import {
  src_report_markdown_ts__escapeMarkdown as escapeMarkdown,
  src_report_markdown_ts__link as link
} from "./core.js";
async function writeFollowUpAt(place, followUp, { log, ended }) {
  const results = await writeFollowUp(place, followUp, ended);
  for (const result of results) await show(result, followUp, log);
}
async function show(result, { kind }, log) {
  const { words } = result;
  if (result.kind === "not-done") log.warning(`on-rollback: ${words}`);
  else log.line(words);
  try {
    await foreign(() => {
      if (result.kind === "done" && kind === "rejected") setOutput("follow-up-url", result.url);
      const file = process.env.GITHUB_STEP_SUMMARY;
      if (file) appendFileSync(file, `
${summaryOf(result)}
`);
    });
  } catch (error) {
    log.warning(`Writing the follow-up to the summary failed: ${messageOf(known(error))}`);
  }
}
function summaryOf(result) {
  if (result.kind === "not-done") return `**on-rollback:** ${escapeMarkdown(result.words, 1e3)}`;
  const { words, url, name } = result;
  const before = words.replace(`: ${url}`, "");
  return `**Follow-up:** ${escapeMarkdown(before, 1e3)} (${link(capitalize(name), url)})`;
}
var MAKE_UP_SECONDS = 20;
async function makeUp(place, followUp, log) {
  const ended = new AbortController();
  try {
    const writing = writeFollowUpAt(place, followUp, { log, ended: ended.signal });
    const done = await withTimeout(
      MAKE_UP_SECONDS,
      writing.then(() => "written")
    );
    if (!done) log.warning(`on-rollback: GitHub did not respond within ${MAKE_UP_SECONDS} seconds`);
  } catch (error) {
    log.warning(`on-rollback: ${known(error).message}`);
  } finally {
    ended.abort();
  }
}
export {
  makeUp,
  writeFollowUpAt
};
