import {
  renderWrongInputs,
  wrongInputsComment
} from "./report-wrong-inputs.shared.js";

// src/action/input-refusal.ts
import { appendFileSync } from "node:fs";
import {
  src_base_errors_ts__foreign as foreign,
  src_base_errors_ts__known as known,
  src_base_errors_ts__messageOf as messageOf
} from "./core.js";
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
import {
  src_base_time_ts__withTimeout as withTimeout
} from "./release.js";
import {
  src_github_workflow_commands_ts__setOutput as setOutput
} from "./core.js";
import {
  src_inputs_read_ts__inputText as inputText
} from "./core.js";
import {
  src_report_problem_link_ts__problemIds as problemIds,
  src_report_problem_link_ts__whereExplained as whereExplained
} from "./release.js";
async function publishRefusal({ problems }, log) {
  const cause = "refused";
  const ids = problemIds(problems, "the-inputs");
  const outputs = {
    ...{ outcome: "failed", cause, reason: `The inputs: ${listed(problems, "; ")}` },
    ...{ weight: "", verdict: "", "problem-ids": ids.join(",") }
  };
  try {
    await foreign(() => {
      for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
      const file = process.env.GITHUB_STEP_SUMMARY;
      if (file) appendFileSync(file, renderWrongInputs(problems));
    });
  } catch (error) {
    log.warning(`Writing the outputs and the summary failed: ${messageOf(known(error))}`);
  }
  for (const line of whereExplained(ids)) log.line(line);
}
var COMMENT_SECONDS = 20;
async function commentRefusal({ problems }, log) {
  const token = inputText(process.env, "github-token");
  if (token === "" || inputText(process.env, "comment") === "false") return;
  const [{ readCommentPlace }, { readEvent }, { readSource }, { writeRefused }] = await Promise.all(
    [
      import("./action-environment.js"),
      import("./action-event.js"),
      import("./action-source.js"),
      import("./github-refused-comments.js")
    ]
  );
  const event = readEvent(process.env);
  const commit = inputText(process.env, "commit");
  const source = readSource(process.env, event, { commit });
  const wanted = { comment: true, githubToken: token, commit };
  const place = readCommentPlace(process.env, event, wanted, source);
  if (!place?.refused) return;
  const ended = new AbortController();
  const { refused } = place;
  const body = (marker) => wrongInputsComment(problems, marker, source);
  try {
    const writing = writeRefused(place, { refused, key: "inputs" }, body, ended.signal);
    if (await withTimeout(COMMENT_SECONDS, writing) === void 0) {
      log.warning(
        `The comment could not be written: GitHub did not respond within ${COMMENT_SECONDS} seconds`
      );
    }
  } catch (error) {
    log.warning(`The comment could not be written: ${known(error).message}`);
  } finally {
    ended.abort();
  }
}
export {
  commentRefusal,
  publishRefusal
};
