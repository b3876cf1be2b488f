import {
  groupArn,
  whyUnread
} from "./aws-log-events.shared.js";

// src/targets/log-groups.ts
import {
  src_base_errors_ts__known as known
} from "./core.js";
async function inspectGroups(logs, names, account, now) {
  const found = await Promise.all(
    [...new Set(names)].map(async (name) => {
      const read = await failureOf(() => readOnce(logs, name, now));
      const settings = await failureOf(() => checkSettings(logs, name, account));
      return [read && whyNot(read, name), settings && whyNot(settings, name)];
    })
  );
  const all = found.flat().filter((each) => each !== void 0);
  const texts = (kind) => [
    ...new Set(all.filter((each) => each.kind === kind).map(({ text }) => text))
  ];
  return { problems: texts("problem"), doubts: texts("doubt") };
}
async function readOnce(logs, group, now) {
  const to = Math.floor(now) * 1e3;
  for await (const _ of logs.pages({ group, from: to - 1e3, to })) break;
  return void 0;
}
async function checkSettings(logs, name, account) {
  const group = await logs.readGroup(name);
  if (!group) return missing(name);
  if (account !== "" && group.account !== "" && group.account !== account) {
    return {
      kind: "problem",
      text: `the log group "${name}" belongs to the account ${account}, but this job can only read that of the same name in ${group.account}; expected a log group in the account of the job`
    };
  }
  const { logClass } = group;
  return logClass === "INFREQUENT_ACCESS" || logClass === "DELIVERY" ? wrongClass(name, logClass) : void 0;
}
async function failureOf(read) {
  try {
    return await read();
  } catch (error) {
    return known(error);
  }
}
function whyNot(found, name) {
  if (!(found instanceof Error)) return found;
  switch (whyUnread(found)) {
    case "missing":
      return missing(name);
    case "class":
      return wrongClass(name, "INFREQUENT_ACCESS");
    // Others read at the same time. During the release there are more tries.
    case "throttled":
      return { kind: "doubt", text: `reading the log group "${name}" is throttled at the moment` };
    case "denied":
    case "other":
      return { kind: "problem", text: found.message };
  }
}
function missing(name) {
  return { kind: "doubt", text: `the log group "${name}" does not exist yet` };
}
function wrongClass(name, logClass) {
  return {
    kind: "problem",
    text: `the log group "${name}" has the class ${logClass}, whose events AWS does not return; expected a group of the class STANDARD (the class of a group cannot be changed)`
  };
}
function logPermissions(place, names, account) {
  const owner = account === "" ? "*" : account;
  return [
    ...[...new Set(names)].map((name) => ({
      action: "logs:FilterLogEvents",
      resource: `${groupArn(place, name, owner)}:*`
    })),
    { action: "logs:DescribeLogGroups", resource: "*" }
  ];
}

export {
  inspectGroups,
  logPermissions
};
