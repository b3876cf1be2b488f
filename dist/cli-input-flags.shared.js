// src/cli/input-flags.ts
import {
  src_inputs_schema_ts__schemaOf as schemaOf
} from "./core.js";
import {
  src_targets_kinds_ts__TARGET_KINDS as TARGET_KINDS
} from "./core.js";
var SCHEMA = schemaOf(TARGET_KINDS);
var RUN_FLAGS = {
  title: "Run",
  flags: [
    {
      name: "region",
      value: "REGION",
      doc: "The AWS Region, such as eu-central-1. Default: AWS_REGION, then AWS_DEFAULT_REGION."
    },
    {
      name: "account",
      value: "ID",
      doc: "The AWS account that the credentials must be of, such as 123456789012. With any other, nothing is read or changed."
    },
    {
      name: "id-token-file",
      value: "FILE",
      doc: "A file with an OIDC token of the CI, for role-to-assume. Default: AWS_WEB_IDENTITY_TOKEN_FILE."
    },
    {
      name: "id-token",
      value: "TOKEN",
      secret: true,
      doc: "The same as a variable, such as an ID token of GitLab for the audience sts.amazonaws.com."
    },
    {
      name: "grace",
      value: "TIME",
      doc: "How long the process may take to roll back after SIGTERM or SIGINT, until the CI kills it. Default: 10s."
    }
  ]
};
var FILE_FLAGS = {
  title: "Results",
  flags: [
    { name: "summary", value: "FILE.md", doc: "Writes the summary of the release, as Markdown." },
    {
      name: "report",
      value: "FILE.json",
      doc: "Writes the report, for programs and for the command comment."
    },
    { name: "page", value: "FILE.html", doc: "Writes the report as a page, with plots." },
    {
      name: "outputs",
      value: "FILE.env",
      doc: "Writes the outputs as lines such as CANARY_OUTPUT_OUTCOME=promoted, which GitLab reads as a dotenv report."
    }
  ]
};
function releaseFlags() {
  const groups = SCHEMA.groups.map(({ title, inputs }) => ({
    title,
    flags: Object.entries(inputs).filter(([name, declared]) => name !== "command" && !declared.actionOnly).map(flagOf)
  }));
  return [FILE_FLAGS, RUN_FLAGS, ...groups.filter(({ flags }) => flags.length > 0)];
}
function absentFlags() {
  const ofAction = Object.entries(SCHEMA.inputs).filter(([, { actionOnly }]) => actionOnly).map(([name]) => [name, `${name} is for GitHub Actions only, because it is about GitHub`]);
  return {
    ...Object.fromEntries(ofAction),
    comment: "the command line comments afterwards, with canary-action comment",
    command: "the command is the first word, as in canary-action plan",
    "aws-region": "expected --region",
    profile: "set the variable AWS_PROFILE"
  };
}
function flagOf([name, declared]) {
  const { type, secret } = declared;
  const lines = /^(list|map|.* or map)$/.test(type.name);
  return {
    name,
    value: placeholderOf(declared),
    doc: docOf(declared),
    ...lines && { repeats: true },
    ...type.name === "boolean" && { boolean: true },
    ...secret && { secret: true }
  };
}
function placeholderOf({ type: { name, words } }) {
  if (words && name !== "list") return words.join("|");
  return name.replace(/\W+/g, "-").toUpperCase();
}
function docOf({ doc, only, default: text, defaultText = text }) {
  return [
    plain(doc),
    ...only ? [`For ${only} only.`] : [],
    ...defaultText === "" ? [] : [`Default: ${plain(defaultText)}.`]
  ].join(" ");
}
function plain(text) {
  return text.replaceAll("`", "");
}

export {
  SCHEMA,
  releaseFlags,
  absentFlags
};
