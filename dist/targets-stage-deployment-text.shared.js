// src/targets/stage/deployment-text.ts
var MAX_DESCRIPTION = 256;
function describeDeployment({ repository, runId }, { after, changes, draft, file, seal }) {
  const words = changes.map(({ name, from: from2, to }) => `${name} ${from2} to ${to}`).join(", ");
  const from = file === void 0 ? "" : ` file ${file}`;
  const of = draft === void 0 ? "" : ` draft ${draft}`;
  const sealed = seal === void 0 ? "" : ` sealed ${seal}`;
  const text = `${DEPLOYMENT_MARK}${repository}${of}${from} run ${runId}${sealed} after ${after}${words && `: ${words}`}`;
  return text.length <= MAX_DESCRIPTION ? text : `${text.slice(0, MAX_DESCRIPTION - 1)}…`;
}
function parseDeployment(description) {
  if (!description.startsWith(DEPLOYMENT_MARK) || description.endsWith("…")) return void 0;
  const [, after, words] = / run [\w.-]+(?: sealed [0-9a-f]+)? after ([A-Za-z0-9]{1,64})(?:: (.+))?$/.exec(description) ?? [];
  if (after === void 0) return void 0;
  const changes = (words?.split(", ") ?? []).map((word) => {
    const [, name = "", from = "", to = ""] = /^([\w-]{1,64}) (\d*) to (\d+)$/.exec(word) ?? [];
    return { name, from, to };
  });
  return changes.every(({ to }) => to !== "") ? { after, changes } : void 0;
}
function parseDraft(description) {
  if (!description.startsWith(DEPLOYMENT_MARK)) return void 0;
  return /^\S+ draft ([0-9a-f]{16}) (?:file|run) /.exec(
    description.slice(DEPLOYMENT_MARK.length)
  )?.[1];
}
function parseFile(description) {
  if (!description.startsWith(DEPLOYMENT_MARK)) return void 0;
  return / file ([0-9a-f]{16}) run /.exec(description)?.[1];
}
function parseSeal(description) {
  if (!description.startsWith(DEPLOYMENT_MARK)) return void 0;
  return / run [\w.-]+ sealed ([0-9a-f]{24}) after /.exec(description)?.[1];
}
var DEPLOYMENT_MARK = "canary-action: ";

export {
  describeDeployment,
  parseDeployment,
  parseDraft,
  parseFile,
  parseSeal,
  DEPLOYMENT_MARK
};
