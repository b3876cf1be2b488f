// src/report/issue-text.ts
import {
  src_report_markdown_ts__code as code,
  src_report_markdown_ts__escapeMarkdown as escapeMarkdown
} from "./core.js";
function issueMarker({ key }) {
  return `<!-- canary-action rollback ${key} `;
}
function releaseMarker({ key, release }) {
  return `${issueMarker({ key })}${release} -->`;
}
function noteMarker(of) {
  return `<!-- canary-action note ${of.replace(/[^\w.:/-]/g, "-").slice(0, 200)} -->`;
}
function issueBody(rejected, history) {
  return joined([
    releaseMarker(rejected),
    rejected.story,
    commitList(history),
    "### What to do",
    [
      "- Fix the problem and release again. The next good release of this target closes this issue.",
      assignment(history)
    ].filter((line) => line !== "").join("\n")
  ]);
}
function assignment({ author }) {
  if (!author || author.name === "" || author.login !== void 0) return "";
  return `- The last commit is by ${code(author.name)}, who cannot be assigned to issues of this repository.`;
}
function commitList({ commits, more }) {
  if (commits.length === 0) return "";
  const lines = commits.map(
    ({ sha, title, author }) => `- ${sha} ${escapeMarkdown(title, 200)}${author === "" ? "" : `, by ${code(author)}`}`
  );
  const older = more === 0 ? [] : [`- and ${more} older`];
  return joined(["### Commits of this release", [...lines, ...older].join("\n")]);
}
function againText({ run }) {
  return joined([
    noteMarker(run),
    `Rolled back again by ${run}. The description above is of this last run.`
  ]);
}
function closingText(good) {
  return joined([noteMarker(`${good.key}/${good.release}`), good.words]);
}
function revertMarker({ key, release }) {
  return `<!-- canary-action revert ${key} ${release} -->`;
}
function revertWords({
  repository,
  number
}) {
  return `Reverts ${repository}#${number}`;
}
function revertBody(rejected, pull) {
  const { others } = pull;
  const rest = others.length === 0 ? "" : `**This reverts one of ${others.length + 1} pull requests** that were merged since the version that is served again. The others are ${others.map((number) => `#${number}`).join(", ")}: revert them as well if the cause is in them.`;
  return joined([
    revertMarker(rejected),
    `${revertWords(pull)}, because its release was rejected. Check the change before you merge it: merging it releases it.`,
    rest,
    rejected.story
  ]);
}
function joined(parts) {
  return parts.filter((part) => part !== "").join("\n\n");
}

export {
  issueMarker,
  releaseMarker,
  noteMarker,
  issueBody,
  againText,
  closingText,
  revertMarker,
  revertWords,
  revertBody
};
