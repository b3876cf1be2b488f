// src/report/wrong-inputs.ts
import {
  src_base_listed_ts__MOST_LISTED as MOST_LISTED
} from "./core.js";
import {
  src_report_commits_ts__runWords as runWords
} from "./release.js";
import {
  src_report_format_ts__capitalize as capitalize,
  src_report_format_ts__HEADLINES as HEADLINES
} from "./core.js";
import {
  src_report_markdown_ts__link as link
} from "./core.js";
import {
  src_report_problem_link_ts__problemList as problemList
} from "./release.js";
function renderWrongInputs(problems) {
  return `## ${body(problems)}`;
}
function wrongInputsComment(problems, marker, source) {
  const run = link(capitalize(runWords(source)), source.runUrl);
  return `${marker}

### ${body(problems)}
${run}
`;
}
function body(problems) {
  const count = problems.length === 1 ? "one problem" : `${problems.length} problems`;
  const shown = { most: MOST_LISTED, longest: 600, area: "the-inputs" };
  return [
    HEADLINES.failed,
    "",
    `The inputs have ${count}. Nothing was changed in AWS.`,
    "",
    ...problemList(problems, shown),
    ""
  ].join("\n");
}

export {
  renderWrongInputs,
  wrongInputsComment
};
