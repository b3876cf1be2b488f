import {
  parseVersion,
  wrongCode
} from "./targets-lambda-next-version.shared.js";
import {
  MOST_SENT,
  formatBytes
} from "./packaging-limits.shared.js";
import {
  describeFailedUpdate
} from "./aws-functions.shared.js";

// src/targets/trust.ts
import {
  src_rollout_release_ts__sameRollout as sameRollout
} from "./release.js";
import {
  src_targets_seal_ts__sealOf as sealOf
} from "./release.js";
var BORNE_OUT = { kind: "borne-out" };
function doubtful(why) {
  return { kind: "doubtful", why };
}
var NOT_BEGUN = "the new version has no traffic, and only the run that started the release may start to shift";
function createTrust(beyondInputs) {
  const known = /* @__PURE__ */ new Set();
  const borneOut = /* @__PURE__ */ new Set();
  let own;
  const vetOther = async (stored, claim, ask) => {
    const { record } = stored.storedRollout;
    const beyond = beyondInputs(record);
    if (beyond !== void 0) return { kind: "beyond", id: record.id, why: beyond };
    const finding = await ask(stored.storedRollout);
    if (finding.kind === "doubtful") return unproven(record, finding.why);
    if (finding.kind === "borne-out") borneOut.add(claim);
    return stored;
  };
  return {
    knows: (seal) => known.add(seal),
    writes: (record) => {
      own = { id: record.id, seal: sealOf(record) };
      known.add(own.seal);
    },
    isOwn: (record) => known.has(sealOf(record)),
    vet: async (stored, ask) => {
      if (stored.kind !== "rollout") return stored;
      const { record, canaryDeploymentId } = stored.storedRollout;
      const seal = sealOf(record);
      const claim = `${seal} ${canaryDeploymentId}`;
      if (known.has(seal) || borneOut.has(claim)) return stored;
      return own && sameRollout(own.id, record.id) ? unproven(record, "its tags were changed after this run wrote them") : vetOther(stored, claim, ask);
    }
  };
}
function unproven({ id }, why) {
  return { kind: "unproven", id, why };
}

// src/targets/lambda/new-code.ts
import { createHash } from "node:crypto";
import {
  src_base_errors_ts__KnownError as KnownError
} from "./core.js";
import {
  src_base_problems_ts__attempt as attempt
} from "./release.js";
function createNewCodes({ sends }, functions, released) {
  const inputs = new Map(released.map((input) => [input.name, input]));
  const found = /* @__PURE__ */ new Map();
  const tries = sends === "everything";
  return {
    tries,
    read: async (name) => {
      const input = inputs.get(name);
      if (!input?.code) return void 0;
      const asked = tries ? functions : triesNothing(input);
      const reading = found.get(name) ?? readCode(asked, name, input.code);
      found.set(name, reading);
      return reading;
    }
  };
}
var UNREAD = "that only the release reads";
function triesNothing({ codeSha256 = UNREAD }) {
  return { tryUpload: async () => ({ codeSha256, bytes: 0 }) };
}
async function readCode(functions, name, { source, workspace, bucket }) {
  switch (source.kind) {
    case "path": {
      const { pack } = await import("./packaging-pack.js");
      return fromPackage(source.text, bucket, await pack(source.path, workspace));
    }
    case "object": {
      const send = { ...source, kind: "object" };
      return { send, ...await functions.tryUpload(name, send) };
    }
    case "image": {
      const send = { kind: "image", uri: source.uri };
      await functions.tryUpload(name, send);
      return { send, codeSha256: source.digest, bytes: 0 };
    }
  }
}
function fromPackage(text, bucket, { bytes: zip, codeSha256 }) {
  const found = { codeSha256, bytes: zip.length };
  if (zip.length <= MOST_SENT) return { ...found, send: { kind: "zip", zip } };
  if (bucket === "") {
    throw new KnownError(
      `code: "${text}" has ${formatBytes(zip.length)} as a ZIP file, and Lambda accepts at most 50 MB in a request; expected code-bucket, a bucket in S3 that the action writes it to`
    );
  }
  const key = `canary-action/${Buffer.from(codeSha256, "base64").toString("hex")}.zip`;
  const send = { kind: "object", bucket, key, version: void 0 };
  return { ...found, send, store: { bucket, key, content: zip } };
}
function sha256Of(content) {
  return createHash("sha256").update(content).digest("hex");
}
async function inspectNewCode(codes, input, latest, findings) {
  const { name, code } = input;
  if (!code) return void 0;
  const { source } = code;
  const expected = source.kind === "image" ? "Image" : "Zip";
  if (latest.packageType !== expected) {
    findings.problems.push(
      expected === "Image" ? `code: "${name}" is deployed as a ZIP file, and ${source.text} is an image; Lambda does not change one into the other` : `code: "${name}" is deployed as an image, and ${source.text} is none; expected an image in ECR with its digest`
    );
    return void 0;
  }
  const found = await attempt(findings, () => codes.read(name));
  if (!found) return void 0;
  if (!codes.tries && source.kind !== "path") findings.notes.push(untried(name, source.text));
  const wrong = wrongCode(input, found);
  if (wrong !== void 0) findings.problems.push(wrong);
  const isSame = found.codeSha256 === latest.codeSha256;
  const isThere = isSame && latest.lastUpdateStatus !== "Failed";
  const before = { codeSha256: latest.codeSha256, bytes: latest.codeBytes };
  return { ...found, source, isThere, before };
}
function untried(name, text) {
  return `code: a plan only reads, so it did not check whether Lambda can read ${text} for "${name}"; the release checks it before it changes anything`;
}

// src/targets/lambda/voucher.ts
function createVoucher(functions, said = []) {
  return async ({ name, from, to }) => {
    if (said.some((one) => one.name === name && one.from === from && one.to === to)) return true;
    const description = (await functions.read(name, to))?.description ?? "";
    return parseVersion(description) === from;
  };
}

// src/targets/lambda/function-report.ts
var FUNCTION_REPORT = {
  releases: "Function",
  searchLogs
};
var MOST_GROUPS = 50;
var FINDING = {
  errors: [
    "fields @timestamp, @log, @requestId, @message",
    "| filter @message like /(?i)(error|exception|fatal|timed out|status: timeout)/",
    "| sort @timestamp asc"
  ],
  slow: [
    "fields @timestamp, @log, @requestId, @duration, @initDuration",
    '| filter @type = "REPORT"',
    "| sort @duration desc"
  ]
};
function searchLogs(functions, interest) {
  if (functions.length === 0) return void 0;
  const groups = functions.slice(0, MOST_GROUPS).map(({ name }) => `/aws/lambda/${name}`);
  const versions = [...new Set(functions.map(({ to: version }) => version))];
  const [fields = "", ...rest] = FINDING[interest];
  const ours = `| filter @logStream like /\\[(${versions.join("|")})\\]/`;
  return { groups, query: [fields, ours, ...rest, "| limit 200"].join("\n") };
}

// src/targets/lambda/check-function.ts
import {
  src_aws_arns_ts__accountOf as accountOf
} from "./release.js";
var READY = ["Active", "Inactive", "Pending"];
function checkFunction(input, reading, { problems, notes }) {
  const { name, account: expected, version } = input;
  const { state, stateReason, lastUpdateStatus, lastUpdateReason, arn } = reading;
  const released = version === void 0 && input.code === void 0;
  const wrong = released ? wrongCode(input, reading) : void 0;
  if (wrong !== void 0) problems.push(wrong);
  if (reading.durable) {
    notes.push(
      `functions: "${name}" has durable executions. Those that run stay on the version that they began with, also after a promotion or a rollback`
    );
  }
  if (!READY.includes(state)) {
    problems.push(
      `functions: "${name}" is ${state}${stateReason && ` (${stateReason})`}; expected Active`
    );
  }
  if (lastUpdateStatus === "Failed" && input.code === void 0) {
    problems.push(`functions: ${describeFailedUpdate(name, lastUpdateReason)}`);
  }
  const account = accountOf(arn);
  if (expected !== void 0 && expected !== account) {
    problems.push(
      `functions: "${name}" belongs to account ${expected}, but the job uses account ${account}`
    );
  }
}

// src/targets/lambda/inspect-warm.ts
import {
  src_base_problems_ts__attempt as attempt2
} from "./release.js";
async function checkWarm(provisioned, { name, from, version }, findings) {
  if (from === version) return 0;
  const own = await attempt2(findings, () => provisioned.read(name, from));
  if (!own) return 0;
  findings.notes.push(
    `provisioned concurrency: version ${from} of "${name}" has ${own.requested}; the new one gets the same amount before it receives traffic, and both cost money until the release ends`
  );
  return own.requested;
}

export {
  createVoucher,
  BORNE_OUT,
  doubtful,
  NOT_BEGUN,
  createTrust,
  FUNCTION_REPORT,
  checkFunction,
  createNewCodes,
  sha256Of,
  inspectNewCode,
  checkWarm
};
