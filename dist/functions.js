// src/base/command-line.ts
function awsCommand(operation, options) {
  return ["aws", ...operation.split(" "), ...Object.entries(options).flatMap(optionWords)].map(quoteForShell).join(" ");
}
function patchWords(patches) {
  const short = patches.every(
    ({ path, value = "-" }) => PLAIN.test(path) && STAGE_VARIABLE.test(value)
  );
  return short ? patches.map(shorthand) : [JSON.stringify(patches)];
}
function aliasCommand(region, { functionName, alias }, version) {
  return awsCommand("lambda update-alias", {
    "function-name": functionName,
    name: alias,
    "function-version": version,
    "routing-config": JSON.stringify({ AdditionalVersionWeights: {} }),
    region
  });
}
var PLAIN = /^[A-Za-z0-9._:/-]+$/;
var STAGE_VARIABLE = /^[A-Za-z0-9\-._~:/?#&=,]+$/;
function shorthand({ op, path, value }) {
  if (value === void 0) return `op=${op},path=${path}`;
  return `op=${op},path=${path},value=${PLAIN.test(value) ? value : `"${value}"`}`;
}
function optionWords([name, value]) {
  if (typeof value !== "string") return [`--${name}`, ...value];
  return value.startsWith("-") ? [`--${name}=${value}`] : [`--${name}`, value];
}
function quoteForShell(word) {
  const [name = ""] = /^(?:[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+:,./=-]*=)?/.exec(word) ?? [];
  const value = word.slice(name.length);
  const plain = /^[A-Za-z0-9_@%+:,./-]*$/.test(value) && word !== "";
  return name + (plain ? value : `'${value.replaceAll("'", "'\\''")}'`);
}

// src/monitor/log-source.ts
function lazyLogTarget(load) {
  return {
    inspect: async (releases) => (await load()).inspect(releases),
    open: async (rollout, from) => (await load()).open(rollout, from),
    versionLogs: async (rollout) => (await load()).versionLogs(rollout)
  };
}

// src/targets/lambda/version-reads.ts
import {
  src_aws_arns_ts__accountOf as accountOf,
  src_aws_arns_ts__versionArn as versionArn
} from "./release.js";

// src/aws/functions.ts
import {
  _aws_sdk_client_lambda__AddPermissionCommand as AddPermissionCommand,
  _aws_sdk_client_lambda__GetFunctionConfigurationCommand as GetFunctionConfigurationCommand,
  _aws_sdk_client_lambda__GetPolicyCommand as GetPolicyCommand,
  _aws_sdk_client_lambda__GetResourcePolicyCommand as GetResourcePolicyCommand
} from "./vendor-aws.js";
import {
  src_base_errors_ts__KnownError as KnownError4
} from "./core.js";
import {
  src_aws_arns_ts__functionArnPattern as functionArnPattern
} from "./release.js";
import {
  src_aws_aws_errors_ts__isThereAlready as isThereAlready,
  src_aws_aws_errors_ts__isUnknownOperation as isUnknownOperation
} from "./release.js";
import {
  src_aws_call_ts__call as call4,
  src_aws_call_ts__causedBy as causedBy3,
  src_aws_call_ts__ifThere as ifThere,
  src_aws_call_ts__required as required2
} from "./release.js";

// src/aws/code-objects.ts
import {
  src_base_partitions_ts__partitionOf as partitionOf
} from "./core.js";
import {
  src_aws_call_ts__call as call
} from "./release.js";
async function storeCode(client, place, { bucket, key, content, sha256 }) {
  const doing = `writing the code to s3://${bucket}/${key}`;
  const resource = `arn:${place.partition}:s3:::${bucket}/${key}`;
  const request = requestFor(place, `/${bucket}/${key}`, content, sha256);
  await call(
    { doing, permission: { action: "s3:PutObject", resource } },
    () => send(client, place, request)
  );
}
var ATTEMPTS = 4;
var PAUSE_MS = 1e3;
async function send(client, place, request) {
  for (let attempt4 = 1; ; attempt4++) {
    try {
      return await sendOnce(client, place, request);
    } catch (error) {
      if (!isPassing(error) || attempt4 === ATTEMPTS) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, PAUSE_MS * attempt4);
      });
    }
  }
}
function isPassing({ name, code, $metadata }) {
  if ($metadata) return ($metadata.httpStatusCode ?? 0) >= 500;
  return name === "TimeoutError" || typeof code === "string";
}
async function sendOnce(client, { region }, request) {
  const scheme = { name: "sigv4", signingName: "s3", signingRegion: region, properties: {} };
  const signer = await client.config.signer(scheme);
  const signed = await signer.sign(request, { signingRegion: region, signingService: "s3" });
  const { response } = await client.config.requestHandler.handle(signed, {
    requestTimeout: SENDING_MS
  });
  const { statusCode, headers, body } = response;
  const text = await textOf(body);
  if (statusCode >= 300) throw errorOf(statusCode, headers, text);
}
var SENDING_MS = 6e5;
function requestFor({ region }, path, body, sha256) {
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL } = process.env;
  const standard = `https://s3.${region}.${partitionOf(region).dnsSuffix}`;
  const { protocol, hostname, port, host } = new URL(
    AWS_ENDPOINT_URL_S3 || AWS_ENDPOINT_URL || standard
  );
  return {
    method: "PUT",
    protocol,
    hostname,
    ...port !== "" && { port: Number(port) },
    path,
    query: {},
    headers: {
      host,
      "content-length": String(body.length),
      "content-type": "application/zip",
      "x-amz-content-sha256": sha256
    },
    body
  };
}
async function textOf(body) {
  const chunks = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
function errorOf(httpStatusCode, headers, xml) {
  const where = headers["x-amz-bucket-region"];
  const code = /<Code>([^<]{1,300})</.exec(xml)?.[1] ?? `HTTP ${httpStatusCode}`;
  const message = httpStatusCode === 301 || code === "AuthorizationHeaderMalformed" ? `the bucket is in another Region${where ? `, ${where}` : ""}; expected one in the Region of the functions` : /<Message>([^<]{1,300})/.exec(xml)?.[1] ?? code;
  const requestId = headers["x-amz-request-id"];
  return Object.assign(new Error(message), {
    name: code,
    $metadata: { httpStatusCode, ...requestId && { requestId } }
  });
}

// src/aws/function-logging.ts
function loggingOf({ LoggingConfig = {}, Runtime }) {
  const { LogFormat, SystemLogLevel, LogGroup } = LoggingConfig;
  return {
    format: LogFormat === "JSON" ? "JSON" : "Text",
    ...SystemLogLevel && { systemLevel: SystemLogLevel },
    ...LogGroup && { group: LogGroup },
    ...Runtime && { runtime: Runtime }
  };
}

// src/aws/functions.ts
import {
  src_aws_lambda_client_ts__LAMBDA as LAMBDA
} from "./release.js";

// src/aws/not-active.ts
import {
  src_base_duration_ts__formatDuration as formatDuration
} from "./core.js";
function observedState(fields) {
  return {
    state: fields.State ?? "",
    stateReason: reasonOf(fields.StateReasonCode, fields.StateReason),
    lastUpdateStatus: fields.LastUpdateStatus ?? "",
    lastUpdateReason: reasonOf(fields.LastUpdateStatusReasonCode, fields.LastUpdateStatusReason)
  };
}
function reasonOf(code, reason) {
  return [code, reason?.replace(/\.\s*$/, "")].filter((part) => part).join(": ");
}
function describeFailedUpdate(name, reason) {
  return `the last update of "${name}" failed${because(reason)}; nothing can be published. Update its code or configuration again`;
}
function describeSlowUpdate(name, observation, spentSeconds) {
  const status = observation.lastUpdateStatus || "InProgress";
  return `the last update of "${name}" was still ${status}${because(observation.lastUpdateReason)} after ${formatDuration(spentSeconds)}. Run this again when its LastUpdateStatus is Successful, or update it again`;
}
function describeFailedVersion(name, version, reason) {
  return `version ${version} of "${name}" failed to start${because(reason)}. ${REMEDY}: ${deletion(name, version)}`;
}
function describeSlowVersion(name, version, { state, stateReason }, spentSeconds) {
  return `version ${version} of "${name}" was still ${state || "not there"}${because(stateReason)} after ${formatDuration(spentSeconds)}; expected Active. ${state === "Inactive" ? "Invoke it once, and run" : "Run"} this again when it is Active. If its state does not change: ${REMEDY}: ${deletion(name, version)}`;
}
var REMEDY = "Publishing the same code and configuration may return this version again, so change one of them, or delete the version";
function deletion(name, version) {
  return awsCommand("lambda delete-function", { "function-name": name, qualifier: version });
}
function because(reason) {
  return reason === "" ? "" : ` (${reason})`;
}

// src/aws/publish.ts
import {
  _aws_sdk_client_lambda__PublishVersionCommand as PublishVersionCommand,
  _aws_sdk_client_lambda__waitUntilFunctionUpdatedV2 as waitUntilFunctionUpdatedV2,
  _aws_sdk_client_lambda__waitUntilPublishedVersionActive as waitUntilPublishedVersionActive
} from "./vendor-aws.js";
import {
  src_base_errors_ts__errorName as errorName2,
  src_base_errors_ts__KnownError as KnownError2,
  src_base_errors_ts__known as known,
  src_base_errors_ts__MovedError as MovedError,
  src_base_errors_ts__messageOf as messageOf
} from "./core.js";
import {
  src_aws_call_ts__call as call2,
  src_aws_call_ts__causedBy as causedBy
} from "./release.js";

// src/aws/wait-until.ts
import {
  src_base_errors_ts__errorName as errorName,
  src_base_errors_ts__KnownError as KnownError
} from "./core.js";
import {
  src_aws_aws_errors_ts__describeAwsError as describeAwsError,
  src_aws_aws_errors_ts__isAccessDenied as isAccessDenied
} from "./release.js";
import {
  src_aws_credential_errors_ts__isBadCredentials as isBadCredentials
} from "./release.js";
var MAX_WAIT_SECONDS = 1560;
async function waitUntil(client, words, wait) {
  const refused = new AbortController();
  let last;
  let trouble;
  const send4 = async (...args) => {
    try {
      last = await client.send(...args);
      return last;
    } catch (error) {
      trouble = error;
      if (isFinal(error)) refused.abort(error);
      throw error;
    }
  };
  const watched = Object.create(client, { send: { value: send4 } });
  try {
    await wait({ client: watched, abortSignal: refused.signal, maxWaitTime: MAX_WAIT_SECONDS });
    return last;
  } catch (error) {
    if (refused.signal.aborted || !last) throw readFailed(words.reading, trouble);
    const observation = observedState(fieldsOf(last));
    const tooSlow = errorName(error) === "TimeoutError";
    throw new KnownError(
      tooSlow ? words.slow(observation, MAX_WAIT_SECONDS) : words.failed(observation)
    );
  }
}
function fieldsOf(answer) {
  return answer.Configuration ?? answer;
}
function readFailed({ doing, permission }, cause) {
  return new KnownError(describeAwsError(cause, doing, permission), { cause });
}
function isFinal(error) {
  return isAccessDenied(error) || isBadCredentials(error) || errorName(error) === "AbortError";
}

// src/aws/publish.ts
var ATTEMPTS2 = 10;
var PAUSE_MS2 = 1e3;
async function publish(publishing) {
  const { client, words, name, seen, read, readingOf: readingOf2 } = publishing;
  const readUpdated = async () => {
    const updated = await untilUpdated(client, words, name);
    return updated ? readingOf2(updated) : read();
  };
  for (let attempt4 = 1; ; attempt4++) {
    const latest = attempt4 === 1 && isWhole(seen) ? seen : await readUpdated();
    assertSame(name, seen, latest);
    try {
      return await send2(publishing, latest);
    } catch (error) {
      if (!causedBy(error, isOutdated) || attempt4 === ATTEMPTS2) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, PAUSE_MS2 * attempt4);
      });
    }
  }
}
function isWhole(seen) {
  return seen.revisionId !== void 0;
}
function assertSame(name, seen, now2) {
  if (seen.codeSha256 !== now2.codeSha256) {
    throw new MovedError(
      `the code of "${name}" changed after preflight: preflight read ${seen.codeSha256}, and $LATEST is now ${now2.codeSha256}. ${ANOTHER_PUSH}`
    );
  }
  if (seen.settings !== now2.settings) {
    throw new MovedError(
      `the settings of "${name}" changed after preflight; its code is still ${now2.codeSha256}. ${ANOTHER_PUSH}`
    );
  }
}
var ANOTHER_PUSH = "No version was published from it. Another job probably deployed it: run the release of that job, and let only one job at a time deploy and release (concurrency)";
async function send2({ client, words, name, description, readingOf: readingOf2 }, { codeSha256, revisionId }) {
  const input = {
    FunctionName: name,
    Description: description,
    CodeSha256: codeSha256,
    RevisionId: revisionId
  };
  let answer;
  try {
    answer = await call2(
      words(`publishing a version of "${name}"`, "PublishVersion", name),
      () => client.send(new PublishVersionCommand(input))
    );
  } catch (error) {
    throw withWayOut(known(error));
  }
  const version = answer.Version ?? "";
  if (!/^\d+$/.test(version)) {
    throw new KnownError2(
      `publishing "${name}" returned the version "${version}"; expected a number`
    );
  }
  if (answer.State === "Active") return { version, reading: readingOf2(answer) };
  await untilActive(client, words, name, version);
  return { version, reading: void 0 };
}
function isOutdated(cause) {
  const name = errorName2(cause);
  return name === "PreconditionFailedException" || name === "ResourceConflictException" || name === "InvalidParameterValueException" && /CodeSHA256/i.test(messageOf(cause));
}
function withWayOut(error) {
  if (!causedBy(error, isStorageFull)) return error;
  return new KnownError2(`${error.message}. ${STORAGE_FULL}`, { cause: error });
}
function isStorageFull(cause) {
  return errorName2(cause) === "CodeStorageExceededException";
}
var STORAGE_FULL = `The versions of all functions in this Region share one limit, which ${awsCommand("lambda get-account-settings", {})} shows. Delete old versions by hand, and set keep-versions, which deletes them after each promotion`;
async function untilUpdated(client, words, name) {
  const update = {
    reading: words(`waiting for the last update of the function "${name}"`, "GetFunction", name),
    failed: ({ lastUpdateReason }) => describeFailedUpdate(name, lastUpdateReason),
    slow: (observation, spent) => describeSlowUpdate(name, observation, spent)
  };
  const last = await waitUntil(
    client,
    update,
    (patience) => waitUntilFunctionUpdatedV2(patience, { FunctionName: name })
  );
  return last?.Configuration;
}
async function untilActive(client, words, name, version) {
  const label = `${name}:${version}`;
  const doing = `waiting for version ${version} of "${name}" to become active`;
  const activation = {
    reading: words(doing, "GetFunctionConfiguration", label),
    failed: ({ stateReason }) => describeFailedVersion(name, version, stateReason),
    slow: (observation, spent) => describeSlowVersion(name, version, observation, spent)
  };
  await waitUntil(
    client,
    activation,
    (patience) => waitUntilPublishedVersionActive(
      { ...patience, minDelay: 1 },
      { FunctionName: name, Qualifier: version }
    )
  );
}

// src/aws/readiness.ts
function whyNotReady({ state, stateReason, snapshot }) {
  const because2 = stateReason && ` (${stateReason})`;
  if (state === "Failed") {
    return `is Failed${because2}, and will not recover; expected Active. Release another version: to publish a new one, change the code or configuration, or delete this version`;
  }
  if (snapshot === "none") {
    return state === "Active" || state === "Inactive" ? void 0 : `is ${state}${because2}; expected Active`;
  }
  if (state === "Inactive") {
    return "is Inactive: Lambda deleted its unused SnapStart snapshot, and calls fail until Lambda creates it again; invoke it once, and release it when it is Active";
  }
  if (state !== "Active")
    return `is ${state}${because2}; expected Active, with its SnapStart snapshot`;
  return snapshot === "making" ? "is Active, and its SnapStart snapshot is not ready yet; expected OptimizationStatus On" : void 0;
}

// src/aws/upload.ts
import {
  _aws_sdk_client_lambda__UpdateFunctionCodeCommand as UpdateFunctionCodeCommand
} from "./vendor-aws.js";
import {
  src_base_errors_ts__errorName as errorName3,
  src_base_errors_ts__KnownError as KnownError3,
  src_base_errors_ts__known as known2,
  src_base_errors_ts__MovedError as MovedError2,
  src_base_errors_ts__messageOf as messageOf2
} from "./core.js";
import {
  src_aws_call_ts__call as call3,
  src_aws_call_ts__causedBy as causedBy2,
  src_aws_call_ts__required as required
} from "./release.js";
var SENDING_MS2 = 3e5;
var ATTEMPTS3 = 10;
var PAUSE_MS3 = 1e3;
async function upload(uploading) {
  const before = await send3(uploading);
  const { client, words, name, codeSha256, read } = uploading;
  await untilUpdated(client, words, name);
  const now2 = await read();
  if (now2.codeSha256 !== codeSha256) {
    throw new MovedError2(
      `the code of "${name}" changed after it was uploaded: this run uploaded ${codeSha256}, and $LATEST is now ${now2.codeSha256}. ${ANOTHER_PUSH2}`
    );
  }
  if (now2.configured !== before.configured) {
    throw new MovedError2(
      `the settings of "${name}" changed while its code was uploaded; its code is now ${codeSha256}. ${ANOTHER_PUSH2}`
    );
  }
  return now2;
}
var ANOTHER_PUSH2 = "No version was published from it. Another job probably deployed it: let only one job at a time deploy and release (concurrency)";
async function send3(uploading) {
  const { client, words, name, seen, code, codeSha256, read } = uploading;
  for (let attempt4 = 1; ; attempt4++) {
    let latest = await read();
    if (latest.lastUpdateStatus === "InProgress") {
      await untilUpdated(client, words, name);
      latest = await read();
    }
    if (attempt4 > 1 && latest.codeSha256 === codeSha256) return latest;
    assertSame(name, seen, latest);
    try {
      const asked = { FunctionName: name, RevisionId: latest.revisionId, ...sourceOf(code) };
      const answer = await call3(
        words(`uploading the code of "${name}"`, "UpdateFunctionCode", name),
        () => client.send(new UpdateFunctionCodeCommand(asked), { requestTimeout: SENDING_MS2 })
      );
      checkHash(name, answer.CodeSha256, codeSha256);
      return latest;
    } catch (error) {
      const isOutdated2 = causedBy2(error, isRevisionOutdated);
      if (!isOutdated2 || attempt4 === ATTEMPTS3) throw explained(withWayOut(known2(error)), code);
      await new Promise((resolve) => {
        setTimeout(resolve, PAUSE_MS3 * attempt4);
      });
    }
  }
}
function isRevisionOutdated(cause) {
  return /^(PreconditionFailed|ResourceConflict)Exception$/.test(errorName3(cause));
}
function checkHash(name, found, expected) {
  if (found === expected) return;
  throw new MovedError2(
    `uploading the code of "${name}": Lambda received ${found}; expected ${expected}. Its source changed in the meantime`
  );
}
async function tryUpload({ client, words, name }, code) {
  const doing = `checking the new code of "${name}"`;
  const asked = { FunctionName: name, DryRun: true, ...sourceOf(code) };
  try {
    const { CodeSha256, CodeSize = 0 } = await call3(
      words(doing, "UpdateFunctionCode", name),
      () => client.send(new UpdateFunctionCodeCommand(asked), { requestTimeout: SENDING_MS2 })
    );
    return { codeSha256: required(CodeSha256, doing, "CodeSha256"), bytes: CodeSize };
  } catch (error) {
    throw explained(known2(error), code);
  }
}
function sourceOf(code) {
  switch (code.kind) {
    case "zip":
      return { ZipFile: code.zip };
    case "object":
      return {
        S3Bucket: code.bucket,
        S3Key: code.key,
        ...code.version !== void 0 && { S3ObjectVersion: code.version }
      };
    case "image":
      return { ImageUri: code.uri };
  }
}
function explained(error, code) {
  if (code.kind !== "object") return error;
  const why = WHY_NOT_READ[/S3 Error Code: (\w+)/.exec(messageOf2(error.cause))?.[1] ?? ""];
  if (why === void 0) return error;
  const { bucket, key, version } = code;
  const which = version === void 0 ? "" : `#${version}`;
  const words = `code: s3://${bucket}/${key}${which}: ${why} (${error.message})`;
  return new KnownError3(words, { cause: error.cause });
}
var WHY_NOT_READ = {
  PermanentRedirect: "the bucket is in another Region; Lambda reads only buckets of its own",
  AuthorizationHeaderMalformed: "the bucket is in another Region; Lambda reads only buckets of its own",
  NoSuchBucket: "there is no such bucket",
  NoSuchKey: "there is no such object",
  NoSuchVersion: "the object has no such version",
  AccessDenied: "the role may not read it, or it does not exist; expected s3:GetObject and s3:GetObjectVersion"
};

// src/aws/version-content.ts
import { createHash } from "node:crypto";
var VOLATILE = /* @__PURE__ */ new Set([
  "$metadata",
  "CodeSha256",
  "CodeSize",
  "ConfigSha256",
  // That of a published version is the description that it was published with.
  "Description",
  "FunctionArn",
  "LastModified",
  "LastUpdateStatus",
  "LastUpdateStatusReason",
  "LastUpdateStatusReasonCode",
  "MasterArn",
  "RevisionId",
  "State",
  "StateReason",
  "StateReasonCode",
  "Version"
]);
function settingsOf(configuration) {
  const { SnapStart, ...rest } = configuration;
  const kept = Object.entries({ ...rest, SnapStart: SnapStart?.ApplyOn }).filter(
    ([name]) => !VOLATILE.has(name)
  );
  if (kept.some(([, value]) => hasError(value))) return void 0;
  const text = JSON.stringify(normalized(Object.fromEntries(kept)));
  return createHash("sha256").update(text).digest("hex");
}
function configuredIn(configuration) {
  const { RuntimeVersionConfig: _, ...rest } = configuration;
  return settingsOf(rest);
}
function hasError(member) {
  if (typeof member !== "object" || member === null) return false;
  return member.Error !== void 0;
}
function normalized(value) {
  if (Array.isArray(value)) return value.map(normalized);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, normalized(member)]).filter(([, member]) => !isEmpty(member)).sort(([a], [b]) => a < b ? -1 : 1);
  return Object.fromEntries(members);
}
function isEmpty(value) {
  if (value === void 0 || value === null) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
function isSameContent(a, b) {
  return a.codeSha256 === b.codeSha256 && a.settings !== void 0 && a.settings === b.settings;
}

// src/aws/functions.ts
async function readArn(functions, name) {
  const found = await functions.read(name);
  if (!found) throw new KnownError4(`the function "${name}" no longer exists`);
  return found.arn;
}
function bindFunctions({ mode, place, open }) {
  const client = open(LAMBDA);
  const words = (doing, action, name) => ({
    doing,
    permission: { action: `lambda:${action}`, resource: functionArnPattern(place, name) }
  });
  return {
    mode,
    read: (name, qualifier) => ifThere(() => readFunction(client, words, name, qualifier)),
    publish: (name, description, seen) => publish({
      ...{ client, words, name, description, seen },
      read: () => readFunction(client, words, name, void 0),
      readingOf: (answer) => readingOf(answer, `reading the function "${name}"`)
    }),
    storeCode: (code) => storeCode(client, place, code),
    tryUpload: (name, code) => tryUpload({ client, words, name }, code),
    upload: (name, seen, code, codeSha256) => upload({
      ...{ client, words, name, seen, code, codeSha256 },
      read: () => readFunction(client, words, name, void 0)
    }),
    assertLatest: async (name, seen) => assertSame(name, seen, await readFunction(client, words, name, void 0)),
    untilReady: (name, version) => untilReady(name, version, () => readFunction(client, words, name, version)),
    ...policyCalls(client, words)
  };
}
async function readFunction(client, words, name, qualifier) {
  const label = qualifier ? `${name}:${qualifier}` : name;
  const which = { FunctionName: name, ...qualifier && { Qualifier: qualifier } };
  const send4 = () => client.send(new GetFunctionConfigurationCommand(which));
  const doing = `reading the function "${label}"`;
  return readingOf(await call4(words(doing, "GetFunctionConfiguration", label), send4), doing);
}
function readingOf(answer, doing) {
  const { state, stateReason, lastUpdateStatus, lastUpdateReason } = observedState(answer);
  return {
    arn: required2(answer.FunctionArn, doing, "FunctionArn"),
    state: state || "Active",
    stateReason,
    snapshot: snapshotOf(answer),
    lastUpdateStatus: lastUpdateStatus || "Successful",
    lastUpdateReason,
    codeSha256: required2(answer.CodeSha256, doing, "CodeSha256"),
    settings: settingsOf(answer),
    configured: configuredIn(answer),
    packageType: answer.PackageType === "Image" ? "Image" : "Zip",
    codeBytes: answer.CodeSize ?? 0,
    revisionId: required2(answer.RevisionId, doing, "RevisionId"),
    description: answer.Description ?? "",
    role: answer.Role ?? "",
    deadLetterQueue: answer.DeadLetterConfig?.TargetArn ?? "",
    timeoutSeconds: answer.Timeout ?? 3,
    durable: answer.DurableConfig !== void 0,
    logging: loggingOf(answer)
  };
}
function snapshotOf({ SnapStart, Version }) {
  if (SnapStart?.ApplyOn !== "PublishedVersions" || Version === "$LATEST") return "none";
  return SnapStart.OptimizationStatus === "On" ? "made" : "making";
}
function whose(name, qualifier) {
  return { FunctionName: name, ...qualifier !== "$LATEST" && { Qualifier: qualifier } };
}
function labelOf(name, qualifier) {
  return qualifier === "$LATEST" ? name : `${name}:${qualifier}`;
}
function policyCalls(client, words) {
  return {
    readPolicy: (name, qualifier) => ifThere(async () => {
      const label = labelOf(name, qualifier);
      const send4 = () => client.send(new GetPolicyCommand(whose(name, qualifier)));
      return (await call4(words(`reading the policy of "${label}"`, "GetPolicy", label), send4)).Policy;
    }),
    readResourcePolicy: async (functionArn) => {
      const name = functionArn.split(":")[6] ?? "";
      const asked = words(`reading the policy of "${name}"`, "GetResourcePolicy", name);
      const send4 = () => client.send(new GetResourcePolicyCommand({ ResourceArn: functionArn }));
      try {
        return await ifThere(async () => (await call4(asked, send4)).Policy);
      } catch (error) {
        if (!causedBy3(error, isUnknownOperation)) throw error;
        return void 0;
      }
    },
    allowGateway: async (name, qualifier, statementId, sourceArn) => {
      const label = labelOf(name, qualifier);
      const send4 = () => client.send(
        new AddPermissionCommand({
          ...whose(name, qualifier),
          StatementId: statementId,
          Action: "lambda:InvokeFunction",
          Principal: "apigateway.amazonaws.com",
          SourceArn: sourceArn
        })
      );
      try {
        await call4(
          words(`allowing API Gateway to invoke "${label}"`, "AddPermission", label),
          send4
        );
      } catch (error) {
        if (!causedBy3(error, isThereAlready)) throw error;
      }
    }
  };
}
var SNAPSHOT_CHECKS = 60;
var SNAPSHOT_PAUSE_MS = 5e3;
async function untilReady(name, version, read) {
  for (let attempt4 = 1; ; attempt4++) {
    const reading = await read();
    const why = whyNotReady(reading);
    if (why === void 0) return reading;
    const coming = reading.state !== "Inactive" && attempt4 < SNAPSHOT_CHECKS;
    if (!coming) throw new KnownError4(`version ${version} of "${name}" ${why}`);
    await new Promise((resolve) => {
      setTimeout(resolve, SNAPSHOT_PAUSE_MS);
    });
  }
}

// src/targets/lambda/version-reads.ts
function versionReads(functions, place, codes) {
  return {
    readVersion: async (name, version) => {
      const reading = await functions.read(name, version);
      const code = version === void 0 ? await codes.read(name) : void 0;
      return reading && {
        description: reading.description,
        digest: code?.codeSha256 ?? reading.codeSha256,
        settings: reading.settings
      };
    },
    readArns: (changes) => readArns(functions, place, changes)
  };
}
async function readArns(functions, place, changes) {
  const [first] = changes;
  if (!first) return /* @__PURE__ */ new Map();
  const account = accountOf(await readArn(functions, first.name));
  return new Map(changes.map(({ name, to }) => [name, versionArn(place, account, name, to)]));
}

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
  const known6 = /* @__PURE__ */ new Set();
  const borneOut = /* @__PURE__ */ new Set();
  let own;
  const vetOther = async (stored, claim, ask2) => {
    const { record } = stored.storedRollout;
    const beyond = beyondInputs(record);
    if (beyond !== void 0) return { kind: "beyond", id: record.id, why: beyond };
    const finding = await ask2(stored.storedRollout);
    if (finding.kind === "doubtful") return unproven(record, finding.why);
    if (finding.kind === "borne-out") borneOut.add(claim);
    return stored;
  };
  return {
    knows: (seal) => known6.add(seal),
    writes: (record) => {
      own = { id: record.id, seal: sealOf(record) };
      known6.add(own.seal);
    },
    isOwn: (record) => known6.has(sealOf(record)),
    vet: async (stored, ask2) => {
      if (stored.kind !== "rollout") return stored;
      const { record, canaryDeploymentId } = stored.storedRollout;
      const seal = sealOf(record);
      const claim = `${seal} ${canaryDeploymentId}`;
      if (known6.has(seal) || borneOut.has(claim)) return stored;
      return own && sameRollout(own.id, record.id) ? unproven(record, "its tags were changed after this run wrote them") : vetOther(stored, claim, ask2);
    }
  };
}
function unproven({ id }, why) {
  return { kind: "unproven", id, why };
}

// src/targets/lambda/check-code.ts
function wrongCode({ name, version, codeSha256, code }, reading) {
  if (codeSha256 === void 0 || codeSha256 === reading.codeSha256) return void 0;
  if (code) {
    return `code-sha256: ${code.source.text} of "${name}" has the hash ${reading.codeSha256}; expected ${codeSha256}. It is not what the building step made, or that step is not reproducible`;
  }
  const what = version === void 0 ? "$LATEST" : `version ${version}`;
  return `code-sha256: ${what} of "${name}" has the code ${reading.codeSha256}; expected ${codeSha256}. Another job has probably deployed since: run its release, or deploy again`;
}

// src/targets/lambda/check-function.ts
import {
  src_aws_arns_ts__accountOf as accountOf2
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
  const account = accountOf2(arn);
  if (expected !== void 0 && expected !== account) {
    problems.push(
      `functions: "${name}" belongs to account ${expected}, but the job uses account ${account}`
    );
  }
}

// src/targets/lambda/inspect-async.ts
import {
  src_base_errors_ts__known as known3
} from "./core.js";
async function noteAsyncSettings(qualifiers, succession, { notes }) {
  const { functionName, from, version } = succession;
  if (from === version) return;
  try {
    const served = await qualifiers.readAsyncSettings(functionName, from);
    if (!served) return;
    const own = version !== void 0 && await qualifiers.readAsyncSettings(functionName, version);
    if (!own) notes.push(describeLack(succession, served));
  } catch (error) {
    notes.push(
      `functions: it could not be checked whether "${functionName}" has settings for asynchronous invocations that a new version would lack (${known3(error).message})`
    );
  }
}
function describeLack({ functionName, region, from, version, alias }, served) {
  const to = alias ?? version;
  const next = to === void 0 ? "the new version" : `${functionName}:${to}`;
  const command = awsCommand("lambda put-function-event-invoke-config", {
    "function-name": functionName,
    qualifier: to ?? "VERSION",
    ...optionsOf(served),
    region
  });
  return `functions: ${functionName}:${from} has settings for asynchronous invocations (${inWords(served)}), and ${next} has none: AWS's defaults apply to it. Once it exists, run: ${command}`;
}
function inWords({ retries, ageSeconds, onSuccess, onFailure }) {
  return [
    ...retries === void 0 ? [] : [`retries: ${retries}`],
    ...ageSeconds === void 0 ? [] : [`maximum age: ${ageSeconds}s`],
    ...onSuccess === "" ? [] : [`on success: ${onSuccess}`],
    ...onFailure === "" ? [] : [`on failure: ${onFailure}`]
  ].join(", ");
}
function optionsOf({ retries, ageSeconds, onSuccess, onFailure }) {
  const destinations = {
    ...onSuccess !== "" && { OnSuccess: { Destination: onSuccess } },
    ...onFailure !== "" && { OnFailure: { Destination: onFailure } }
  };
  return {
    ...retries !== void 0 && { "maximum-retry-attempts": String(retries) },
    ...ageSeconds !== void 0 && { "maximum-event-age-in-seconds": String(ageSeconds) },
    ...Object.keys(destinations).length > 0 && {
      "destination-config": JSON.stringify(destinations)
    }
  };
}

// src/targets/lambda/inspect-warm.ts
import {
  src_base_problems_ts__attempt as attempt
} from "./release.js";
async function checkWarm(provisioned, { name, from, version }, findings) {
  if (from === version) return 0;
  const own = await attempt(findings, () => provisioned.read(name, from));
  if (!own) return 0;
  findings.notes.push(
    `provisioned concurrency: version ${from} of "${name}" has ${own.requested}; the new one gets the same amount before it receives traffic, and both cost money until the release ends`
  );
  return own.requested;
}

// src/targets/lambda/policy-document.ts
import {
  src_base_foreign_text_ts__parseJson as parseJson
} from "./core.js";
import {
  src_rollout_shape_ts__isMembers as isMembers
} from "./core.js";
function readStatements(policy) {
  const parsed = parseJson(policy);
  const statements = asList(isMembers(parsed) ? parsed.Statement : void 0);
  return statements.length > 0 && statements.every(isMembers) ? statements : void 0;
}
function matchStatement(statement, call10) {
  return all([
    Object.keys(statement).every((name) => ELEMENTS.includes(name)) ? "yes" : "unknown",
    either(statement.Principal, statement.NotPrincipal, (one) => matchPrincipal(one, call10.service)),
    matchOperation(statement, call10.action),
    matchResource(statement, call10.resource),
    matchCondition(statement.Condition, call10.values)
  ]);
}
function matchOperation({ Action, NotAction }, action) {
  return either(Action, NotAction, (one) => matchAction(one, action));
}
function matchResource({ Resource, NotResource }, arn) {
  return either(Resource, NotResource, (one) => matchArn(one, arn));
}
var ELEMENTS = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition"
];
function either(is, isNot, match) {
  if (is === void 0 === (isNot === void 0)) return "unknown";
  return is === void 0 ? not(match(isNot)) : match(is);
}
function matchPrincipal(principal, service) {
  if (principal === "*") return "yes";
  if (!isMembers(principal)) return "unknown";
  return any(
    Object.entries(principal).map(([type, names]) => {
      switch (type) {
        case "Service":
          return matchAny(names, (name) => yesIf(name === service));
        case "AWS":
          return matchAny(names, (name) => yesIf(name === "*"));
        case "Federated":
        case "CanonicalUser":
          return "no";
        default:
          return "unknown";
      }
    })
  );
}
function matchAction(actions, action) {
  return matchAny(
    actions,
    (pattern) => yesIf(globMatches(pattern.toLowerCase(), action.toLowerCase()))
  );
}
function matchArn(patterns, arn) {
  return matchAny(patterns, (pattern) => {
    if (pattern === "*" || arnLike(pattern, arn)) return "yes";
    return globMatches(pattern, arn) ? "unknown" : "no";
  });
}
function arnLike(pattern, arn) {
  const [patterns, parts] = [arnParts(pattern), arnParts(arn)];
  return patterns.length === parts.length && patterns.every((part, i) => globMatches(part, parts[i] ?? ""));
}
function arnParts(arn) {
  const parts = arn.split(":");
  return [...parts.slice(0, 5), parts.slice(5).join(":")];
}
function matchCondition(condition, values) {
  if (condition === void 0) return "yes";
  if (!isMembers(condition)) return "unknown";
  return all(
    Object.entries(condition).flatMap(
      ([operator, byKey]) => isMembers(byKey) ? Object.entries(byKey).map(
        ([key, expected]) => holds(operator, values[key.toLowerCase()], expected)
      ) : ["unknown"]
    )
  );
}
var OPERATORS = {
  ArnEquals: arnLike,
  ArnLike: arnLike,
  StringEquals: (expected, found) => expected === found,
  StringEqualsIgnoreCase: (expected, found) => expected.toLowerCase() === found.toLowerCase(),
  StringLike: globMatches,
  Bool: (expected, found) => expected.toLowerCase() === found,
  Null: (expected) => expected.toLowerCase() === "false"
};
function holds(operator, found, expected) {
  if (found === void 0) return "unknown";
  const base = operator.replace(/IfExists$/, "");
  const positive = base.replace(/^(Arn|String)Not/, "$1");
  const compare = Object.hasOwn(OPERATORS, positive) ? OPERATORS[positive] : void 0;
  if (!compare) return "unknown";
  const match = matchAny(expected, (one) => yesIf(compare(one, found)));
  return base === positive ? match : not(match);
}
function matchAny(values, match) {
  const list = asList(values);
  if (list.length === 0) return "unknown";
  return any(
    list.map((value) => {
      if (typeof value === "boolean") return match(String(value));
      return typeof value === "string" && !value.includes("${") ? match(value) : "unknown";
    })
  );
}
function all(matches) {
  if (matches.includes("no")) return "no";
  return matches.includes("unknown") ? "unknown" : "yes";
}
function any(matches) {
  if (matches.includes("yes")) return "yes";
  return matches.includes("unknown") ? "unknown" : "no";
}
function not(match) {
  return match === "unknown" ? match : yesIf(match === "no");
}
function yesIf(matches) {
  return matches ? "yes" : "no";
}
function globMatches(pattern, text) {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (pattern[p] === "*") {
      star = p++;
      resume = t;
    } else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}
function asList(value) {
  if (value === void 0 || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

// src/targets/lambda/invoke-policy.ts
var GATEWAY = "apigateway.amazonaws.com";
var SOURCE_OPERATORS = ["ArnLike", "ArnEquals", "StringLike", "StringEquals"];
function isDenied({ denial }) {
  return denial !== void 0;
}
function refusedCalls({ arn, documents }, sourceArns) {
  const read = documents.map(readStatements);
  if (read.includes(void 0)) {
    const denial = "one of its policies is no policy that this action understands";
    return sourceArns.map((sourceArn) => ({ sourceArn, denial }));
  }
  const statements = read.flatMap((one) => one ?? []);
  return sourceArns.flatMap((sourceArn) => {
    const rulings = statements.map((one) => ({
      one,
      match: matchStatement(one, call5(arn, sourceArn))
    }));
    const denial = rulings.find(({ one, match }) => one.Effect !== "Allow" && match !== "no");
    if (denial) return [{ sourceArn, denial: describeDenial(denial.one, denial.match) }];
    const isAllowed = rulings.some(({ one, match }) => one.Effect === "Allow" && match === "yes");
    return isAllowed ? [] : [{ sourceArn, denial: void 0 }];
  });
}
function call5(arn, sourceArn) {
  return {
    service: GATEWAY,
    action: "lambda:InvokeFunction",
    resource: arn,
    values: {
      "aws:sourcearn": sourceArn,
      "aws:sourceaccount": sourceArn.split(":")[4] ?? "",
      "aws:principalisawsservice": "true",
      "aws:securetransport": "true",
      "aws:principalservicename": GATEWAY
    }
  };
}
function describeDenial({ Sid, Effect }, match) {
  const which = typeof Sid === "string" && Sid !== "" ? `the statement "${Sid}"` : "a statement";
  if (Effect === "Deny" && match === "yes") return `${which} denies it`;
  return `${which} may deny it: it contains something that this action does not understand`;
}
function otherPrincipals({ arn, documents }, knows) {
  return documents.some((document) => {
    const statements = readStatements(document);
    return !statements?.every((statement) => isHarmless(statement, arn, knows));
  });
}
function isHarmless(statement, arn, knows) {
  if (statement.Effect === "Deny" || matchResource(statement, arn) === "no") return true;
  const sources = sourcesOf(statement);
  return statement.Effect === "Allow" && sources.length > 0 && sources.every(knows);
}
function sourcesOf({ Condition }) {
  const byOperator = Object.entries(Condition ?? {});
  return byOperator.flatMap(
    ([operator, byKey]) => Object.entries(byKey ?? {}).flatMap(
      ([key, values]) => SOURCE_OPERATORS.includes(operator) && key.toLowerCase() === "aws:sourcearn" ? asList(values).map(String) : []
    )
  );
}

// src/targets/lambda/new-code.ts
import { createHash as createHash2 } from "node:crypto";
import {
  src_base_errors_ts__KnownError as KnownError5
} from "./core.js";
import {
  src_base_problems_ts__attempt as attempt2
} from "./release.js";

// src/packaging/limits.ts
var MOST_UNZIPPED = 250 * 1024 * 1024;
var MOST_SENT = 50 * 1024 * 1024 - 4096;
function formatBytes(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  const [unit, size] = bytes < 1024 ** 2 ? ["kB", 1024] : ["MB", 1024 ** 2];
  const value = bytes / size;
  return `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} ${unit}`;
}

// src/targets/lambda/new-code.ts
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
      const send4 = { ...source, kind: "object" };
      return { send: send4, ...await functions.tryUpload(name, send4) };
    }
    case "image": {
      const send4 = { kind: "image", uri: source.uri };
      await functions.tryUpload(name, send4);
      return { send: send4, codeSha256: source.digest, bytes: 0 };
    }
  }
}
function fromPackage(text, bucket, { bytes: zip, codeSha256 }) {
  const found = { codeSha256, bytes: zip.length };
  if (zip.length <= MOST_SENT) return { ...found, send: { kind: "zip", zip } };
  if (bucket === "") {
    throw new KnownError5(
      `code: "${text}" has ${formatBytes(zip.length)} as a ZIP file, and Lambda accepts at most 50 MB in a request; expected code-bucket, a bucket in S3 that the action writes it to`
    );
  }
  const key = `canary-action/${Buffer.from(codeSha256, "base64").toString("hex")}.zip`;
  const send4 = { kind: "object", bucket, key, version: void 0 };
  return { ...found, send: send4, store: { bucket, key, content: zip } };
}
function sha256Of(content) {
  return createHash2("sha256").update(content).digest("hex");
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
  const found = await attempt2(findings, () => codes.read(name));
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

// src/targets/lambda/next-version.ts
function versionToRelease({ name, version }, from, latest, serving, code) {
  if (version !== void 0) return { name, from, version, latest: void 0 };
  const { codeSha256, settings } = latest;
  const revisionId = latest.lastUpdateStatus === "Successful" ? latest.revisionId : void 0;
  const seen = { codeSha256, settings, revisionId };
  const next = code ? { ...seen, codeSha256: code.codeSha256 } : seen;
  const isThere = code?.isThere ?? true;
  if (serving !== void 0 && isSameContent(next, serving)) {
    return { name, from, version: from, latest: isThere ? seen : void 0 };
  }
  return { name, from, version: void 0, latest: seen, upload: isThere ? void 0 : code };
}

// src/targets/lambda/read-policies.ts
import {
  src_aws_aws_errors_ts__isAccessDenied as isAccessDenied2
} from "./release.js";
import {
  src_aws_call_ts__causedBy as causedBy4
} from "./release.js";
import {
  src_base_problems_ts__attempt as attempt3
} from "./release.js";
async function readPolicies(functions, functionArn, qualifier) {
  const whole = await ifPermitted(() => functions.readResourcePolicy(functionArn));
  return readOwnPolicies(functions, functionArn, qualifier, whole);
}
async function readOwnPolicies(functions, functionArn, qualifier, whole) {
  const name = functionArn.split(":")[6] ?? "";
  const own = await functions.readPolicy(name, qualifier);
  return invokePolicies(functionArn, qualifier, [own, whole]);
}
async function readPoliciesOfNext(functions, functionArn) {
  const whole = await ifPermitted(() => functions.readResourcePolicy(functionArn));
  return invokePolicies(functionArn, UNKNOWN_NUMBER, [whole]);
}
var UNKNOWN_NUMBER = "999999999";
async function notePolicyAccess(functions, functionArn, findings) {
  const read = () => functions.readResourcePolicy(functionArn).then(() => "permitted");
  const found = await attempt3(findings, () => ifPermitted(read).then((whole) => whole ?? "denied"));
  if (found !== "denied") return;
  findings.notes.push(
    `invoke-permission: the role has no lambda:GetResourcePolicy on ${functionArn}, so a policy of the whole function that denies the new version to API Gateway would not be noticed`
  );
}
async function ifPermitted(read) {
  try {
    return await read();
  } catch (error) {
    if (!causedBy4(error, isAccessDenied2)) throw error;
    return void 0;
  }
}
function invokePolicies(functionArn, qualifier, found) {
  return {
    arn: qualifier === "$LATEST" ? functionArn : `${functionArn}:${qualifier}`,
    documents: found.filter((document) => document !== void 0)
  };
}

// src/targets/lambda/unqualified-callers.ts
import {
  src_aws_metric_data_ts__readMinutes as readMinutes
} from "./release.js";
import {
  src_base_time_ts__now as now
} from "./core.js";

// src/doctor/reach-words.ts
var DOCTOR_PAGE = "https://github.com/org/canary-action/blob/v1/docs/doctor.md";
var WAYS = {
  unqualified: "unqualified",
  alias: "alias",
  version: "version",
  variable: "stage variable",
  mixed: "mixed",
  unknown: "unknown",
  nobody: "no caller"
};
function linkTo(ways) {
  return `${DOCTOR_PAGE}#${WAYS[ways].replaceAll(" ", "-")}`;
}
function helpOn(ways) {
  return `"canary-action doctor" shows all callers and the smallest change; see ${linkTo(ways)}`;
}
function describeReach(reach) {
  switch (reach.kind) {
    case "alias":
      return `alias ${reach.alias}`;
    case "version":
      return `version ${reach.version}`;
    case "variable": {
      const value = reach.value === "" ? "" : ` = ${reach.value}`;
      return `stage variable ${reach.variable}${value}`;
    }
    default:
      return WAYS[reach.kind];
  }
}
function describeToday(reach, isMoved) {
  if (reach.kind === "unqualified") return "all users, at once";
  if (reach.kind === "unknown") return "not known";
  if (isMoved) return "all users, by the tool";
  if (reach.kind === "variable" && reach.holds === "unknown") return "not known";
  return "nobody, until a release";
}

// src/targets/lambda/unqualified-callers.ts
import {
  src_rollout_traffic_ts__startOfMinute as startOfMinute
} from "./release.js";

// src/targets/lambda/policy-callers.ts
import {
  src_rollout_shape_ts__isMembers as isMembers2
} from "./core.js";
function permittedCallers({ arn, documents }, asFarAs) {
  const fits = (match) => match === "yes" || match === asFarAs;
  return documents.flatMap((document) => readStatements(document) ?? []).filter(
    (statement) => statement.Effect === "Allow" && fits(matchResource(statement, arn)) && INVOCATIONS.some((action) => fits(matchOperation(statement, action)))
  ).flatMap(callersOf);
}
var INVOCATIONS = ["lambda:InvokeFunction", "lambda:InvokeFunctionUrl"];
function callersOf(statement) {
  const { Principal } = statement;
  const named = isMembers2(Principal) ? asList(Principal.Service) : [];
  const services = named.length > 0 ? named.map(String) : [void 0];
  const found = sourcesOf(statement);
  const sources = found.length > 0 ? found : [void 0];
  return services.flatMap((service) => sources.map((sourceArn) => ({ service, sourceArn })));
}
function describeCaller({ service, sourceArn }) {
  if (service === void 0) return "other principals";
  const api = /^arn:[^:]*:execute-api:[^:]*:[^:]*:([a-z0-9]+)\//.exec(sourceArn ?? "")?.[1];
  if (api !== void 0) return `API Gateway (API ${api})`;
  return sourceArn === void 0 ? service : `${service} (${sourceArn})`;
}

// src/targets/lambda/callers.ts
function callersInWords({ permitted, sources, hasUrl }) {
  const all2 = [
    ...permitted.map(describeCaller),
    ...sources.map((source) => source === "" ? "an event source" : `the event source ${source}`),
    ...hasUrl ? ["its function URL"] : []
  ];
  return [...new Set(all2)];
}
function ofServices(callers) {
  return {
    ...callers,
    permitted: callers.permitted.filter(({ service }) => service !== void 0)
  };
}
var MOST_CALLERS = 5;
function listCallers(callers) {
  const more = callers.length - MOST_CALLERS;
  return [...callers.slice(0, MOST_CALLERS), ...more > 0 ? [`${more} more`] : []].join(", ");
}

// src/targets/lambda/read-callers.ts
import {
  src_base_errors_ts__known as known4
} from "./core.js";
async function optional(read) {
  try {
    return { value: await read() };
  } catch (error) {
    return { why: known4(error).message };
  }
}
function valueIn(found) {
  return "value" in found ? found.value : void 0;
}
async function readCallers(functions, qualifiers, functionArn, aliases, sources) {
  const name = functionArn.split(":")[6] ?? "";
  const policies = [];
  for (const qualifier of [...aliases, "$LATEST"]) {
    policies.push(await optional(() => functions.readPolicy(name, qualifier)));
  }
  policies.push(await optional(() => functions.readResourcePolicy(functionArn)));
  const urls = await optional(() => qualifiers.readUrlOwners(name));
  const documents = policies.map(valueIn).filter((document) => document !== void 0);
  return {
    of: (called, certain) => ({
      permitted: permittedCallers({ arn: called, documents }, certain),
      sources: (valueIn(sources) ?? []).filter((each) => each.functionArn === called).map(({ sourceArn }) => sourceArn),
      hasUrl: (valueIn(urls) ?? []).includes(called)
    }),
    why: [...policies, urls].flatMap((one) => "why" in one ? [one.why] : [])
  };
}

// src/targets/lambda/unqualified-callers.ts
async function inspectUnqualified(reads, uploaded, findings) {
  if (uploaded.length === 0) return;
  const sources = await optional(() => reads.versions.readEventSources());
  for (const each of uploaded) await inspectOne(reads, each, sources, findings);
}
async function inspectOne(reads, { name, arn, aliases }, sources, { problems, notes }) {
  const found = await readCallers(reads.functions, reads.qualifiers, arn, [], sources);
  const why = [...found.why, ..."why" in sources ? [sources.why] : []];
  if (why.length > 0) {
    problems.push(
      `code: it could not be read what calls "${name}" without a version or an alias, and whatever does would get the new code with the upload: ${why.join("; ")}`
    );
    return;
  }
  const callers = ofServices(found.of(arn, "unknown"));
  const [sure, permitted] = apart(callers);
  if (sure.length > 0) problems.push(`${refusal(name, arn, listCallers(sure))}. ${HELP}`);
  if (permitted.length === 0) return;
  const counted = await optional(() => countUnqualified(reads, name, aliases));
  const who = listCallers(permitted);
  if ("why" in counted) {
    problems.push(
      `${refusal(name, arn, `${who}, whose calls could not be counted (${counted.why})`)}. ${HELP}`
    );
  } else if (counted.value > 0) {
    const calls = `${counted.value} call${counted.value === 1 ? "" : "s"} in the last ${DAYS} days named neither a version nor an alias`;
    problems.push(
      `${refusal(name, arn, `${who}: it has the permission, and ${calls}`)}. If it calls something else by now, remove that permission. ${HELP}`
    );
  } else {
    notes.push(
      `code: ${who} may call "${name}" without a version or an alias, and did not in the last ${DAYS} days. It would get the new code with the upload`
    );
  }
}
function apart(callers) {
  const { permitted } = callers;
  return [
    callersInWords({ ...callers, permitted: [] }),
    callersInWords({ permitted, sources: [], hasUrl: false })
  ];
}
var HELP = helpOn("unqualified");
function refusal(name, arn, callers) {
  return `code: uploading the code would release "${name}" to all users at once, because it is called without a version or an alias, by ${callers}. Let that call an alias or a version (${arn}:ALIAS), or upload the code by other means and omit code`;
}
var DAYS = 35;
var DAY = 24 * 3600;
var MOST_VERSIONS = 100;
async function countUnqualified({ cloudWatch, versions }, FunctionName, aliases) {
  const numbers = (await versions.list(FunctionName)).slice(-MOST_VERSIONS);
  const series = [
    { FunctionName },
    ...[...aliases, ...numbers].map((qualifier) => ({
      FunctionName,
      Resource: `${FunctionName}:${qualifier}`
    }))
  ].map(
    (dimensions) => ({
      ...{ namespace: "AWS/Lambda", metric: "Invocations", dimensions },
      ...{ statistic: "Sum", period: DAY }
    })
  );
  const to = startOfMinute(now());
  const values = await readMinutes(cloudWatch, series, to - DAYS * DAY, to);
  const [all2 = 0, ...explained2] = series.map(
    (_, i) => [...values[i]?.values() ?? []].reduce((sum, value) => sum + value, 0)
  );
  return Math.max(0, all2 - explained2.reduce((sum, value) => sum + value, 0));
}

// src/rollout/tag-room.ts
import {
  src_rollout_record_ts__tagKeysToClear as tagKeysToClear
} from "./release.js";
var MOST_TAGS = 50;
function countOwnTags(tags) {
  const ours = tagKeysToClear(tags, void 0);
  return Object.keys(tags).filter((key) => !/^aws:/i.test(key) && !ours.includes(key)).length;
}
function whyNoRoom(of, tags, { certain }) {
  const own = countOwnTags(tags);
  const free = MOST_TAGS - own;
  if (certain <= free) return void 0;
  return `${of} has ${own} tags of its own, and AWS allows ${MOST_TAGS}: this release needs ${certain} more and ${free} are free, so ${certain - free} must be removed first`;
}
function whyLittleRoom(of, tags, { certain, possible }) {
  const free = MOST_TAGS - countOwnTags(tags) - certain;
  if (free < 0 || free >= possible) return void 0;
  return `${of} has room for this release's ${certain} tags, but then for only ${free} more: a pause, or a later command such as promote, needs ${possible} more tags and could fail`;
}

// src/rollout/requested-target.ts
import {
  src_rollout_record_text_ts__checksum as checksum
} from "./release.js";
function ofRequestedTarget(stored, asked) {
  switch (stored.kind) {
    case "none": {
      const { last } = stored;
      if (last?.of === void 0) return stored;
      const { of, ...word } = last;
      return { kind: "none", last: of === fingerprint(asked) ? word : void 0 };
    }
    case "rollout": {
      const { on } = stored.storedRollout.record;
      if (on === void 0 || on === asked.on) return stored;
      return { kind: "unreadable", why: `its tags are a copy of the tags of ${on}` };
    }
    case "takes-part":
    case "another":
    case "beyond":
    case "unproven":
    case "unreadable":
      return stored;
  }
}
function fingerprint({ on, parts }) {
  return checksum([on, ...[...parts].sort()].join("\n"));
}

// src/aws/lambda-probes.ts
import {
  _aws_sdk_client_lambda__AddPermissionCommand as AddPermissionCommand2,
  _aws_sdk_client_lambda__CreateAliasCommand as CreateAliasCommand,
  _aws_sdk_client_lambda__DeleteProvisionedConcurrencyConfigCommand as DeleteProvisionedConcurrencyConfigCommand,
  _aws_sdk_client_lambda__InvokeCommand as InvokeCommand,
  _aws_sdk_client_lambda__PublishVersionCommand as PublishVersionCommand2,
  _aws_sdk_client_lambda__PutProvisionedConcurrencyConfigCommand as PutProvisionedConcurrencyConfigCommand,
  _aws_sdk_client_lambda__TagResourceCommand as TagResourceCommand,
  _aws_sdk_client_lambda__UntagResourceCommand as UntagResourceCommand,
  _aws_sdk_client_lambda__UpdateAliasCommand as UpdateAliasCommand,
  _aws_sdk_client_lambda__UpdateFunctionCodeCommand as UpdateFunctionCodeCommand2
} from "./vendor-aws.js";
import {
  src_aws_arns_ts__functionArnPattern as functionArnPattern2
} from "./release.js";
var MOST_TAGS2 = 50;
var NO_VERSION = "999999999";
function publishProbe(client, place, functionName) {
  return {
    permission: {
      action: "lambda:PublishVersion",
      resource: functionArnPattern2(place, functionName)
    },
    harmless: "refusal on record",
    send: () => client.send(new PublishVersionCommand2({ FunctionName: functionName, CodeSha256: "probe" }))
  };
}
function uploadProbe(client, place, functionName) {
  const asked = { FunctionName: functionName, ZipFile: new Uint8Array(1), DryRun: true };
  return {
    permission: {
      action: "lambda:UpdateFunctionCode",
      resource: functionArnPattern2(place, functionName)
    },
    harmless: "changes nothing",
    send: () => client.send(new UpdateFunctionCodeCommand2(asked))
  };
}
var TOO_MANY = Object.fromEntries(
  Array.from({ length: MOST_TAGS2 + 1 }, (_, i) => [`canary-action:probe-${i}`, ""])
);
function functionTagProbes(client, functionArn) {
  const Resource = functionArn;
  return [
    {
      permission: { action: "lambda:TagResource", resource: functionArn },
      harmless: "refusal on record",
      send: () => client.send(new TagResourceCommand({ Resource, Tags: TOO_MANY }))
    },
    {
      permission: { action: "lambda:UntagResource", resource: functionArn },
      harmless: "changes nothing",
      send: () => client.send(new UntagResourceCommand({ Resource, TagKeys: ["canary-action:probe"] }))
    }
  ];
}
function grantProbe(client, place, functionName) {
  return {
    permission: {
      action: "lambda:AddPermission",
      resource: functionArnPattern2(place, `${functionName}:*`)
    },
    harmless: "refusal on record",
    send: () => client.send(
      new AddPermissionCommand2({
        FunctionName: functionName,
        Qualifier: NO_VERSION,
        StatementId: "canary-action-probe",
        Action: "lambda:InvokeFunction",
        Principal: "apigateway.amazonaws.com"
      })
    )
  };
}
function aliasProbe(client, place, functionName) {
  return {
    permission: {
      action: "lambda:UpdateAlias",
      resource: functionArnPattern2(place, functionName)
    },
    harmless: "refusal on record",
    send: () => client.send(
      new UpdateAliasCommand({ FunctionName: functionName, Name: "canary-action-probe" })
    )
  };
}
function provisionProbes(client, place, functionName) {
  const which = { FunctionName: functionName, Qualifier: NO_VERSION };
  const resource = functionArnPattern2(place, `${functionName}:*`);
  const action = (verb) => `lambda:${verb}ProvisionedConcurrencyConfig`;
  return [
    {
      permission: { action: action("Put"), resource },
      harmless: "refusal on record",
      send: () => client.send(
        new PutProvisionedConcurrencyConfigCommand({
          ...which,
          ProvisionedConcurrentExecutions: 1
        })
      )
    },
    {
      permission: { action: action("Delete"), resource },
      harmless: "refusal on record",
      send: () => client.send(new DeleteProvisionedConcurrencyConfigCommand(which))
    }
  ];
}
function createAliasProbe(client, place, functionName) {
  return {
    permission: {
      action: "lambda:CreateAlias",
      resource: functionArnPattern2(place, functionName)
    },
    harmless: "refusal on record",
    send: () => client.send(
      new CreateAliasCommand({
        FunctionName: functionName,
        Name: "canary-action-probe",
        FunctionVersion: NO_VERSION
      })
    )
  };
}
function invokeProbe(client, place, functionName) {
  return {
    permission: {
      action: "lambda:InvokeFunction",
      resource: functionArnPattern2(place, `${functionName}:*`)
    },
    harmless: "refusal on record",
    send: () => client.send(
      new InvokeCommand({
        FunctionName: functionName,
        Qualifier: NO_VERSION,
        InvocationType: "DryRun"
      })
    )
  };
}

// src/aws/probes.ts
import {
  src_aws_aws_errors_ts__describeAwsError as describeAwsError2,
  src_aws_aws_errors_ts__isAccessDenied as isAccessDenied3,
  src_aws_aws_errors_ts__isDenialByIam as isDenialByIam,
  src_aws_aws_errors_ts__isRefusedForContent as isRefusedForContent,
  src_aws_aws_errors_ts__isUnknownOperation as isUnknownOperation2
} from "./release.js";
async function inspectProbes({ sends }, probes, { problems, notes }) {
  if (sends === "reads") return;
  for (const probe of probes) {
    const found = await ask(probe);
    if (found.kind === "there") continue;
    const findings = found.kind === "missing" ? problems : notes;
    if (!findings.includes(found.words)) findings.push(found.words);
  }
}
async function ask({ permission, harmless, send: send4 }) {
  const { action, resource } = permission;
  try {
    await send4();
  } catch (error) {
    if (isRefusedForContent(error)) return { kind: "there" };
    const words2 = describeAwsError2(error, "permissions", permission);
    if (!isAccessDenied3(error) || isUnknownOperation2(error)) {
      const unchecked = `permissions: ${action} on ${resource} could not be checked`;
      return { kind: "unsettled", words: `${unchecked} (${words2})` };
    }
    if (harmless !== "refusal expected" || isDenialByIam(error, action)) {
      return { kind: "missing", words: words2 };
    }
    const unsure = "How AWS answers this check is not on record, so the permission may be there";
    return { kind: "unsettled", words: `${words2}. ${unsure}` };
  }
  if (harmless === "changes nothing") return { kind: "there" };
  const words = `permissions: AWS accepted a request that it was expected to refuse (a check of ${action} on ${resource}): see what it changed there, and report this`;
  return { kind: "missing", words };
}

// src/targets/lambda/version-text.ts
var MAX_DESCRIPTION = 256;
function describeVersion(source, from) {
  if (from === "") return source.slice(0, MAX_DESCRIPTION);
  const tail = `, after ${from}`;
  return `${source.slice(0, MAX_DESCRIPTION - tail.length)}${tail}`;
}
function parseVersion(description) {
  return /@[0-9a-f]*, after (\d{1,18})$/.exec(description)?.[1];
}

// src/targets/lambda/voucher.ts
function createVoucher(functions, said = []) {
  return async ({ name, from, to }) => {
    if (said.some((one) => one.name === name && one.from === from && one.to === to)) return true;
    const description = (await functions.read(name, to))?.description ?? "";
    return parseVersion(description) === from;
  };
}

// src/targets/claim.ts
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
function unnamedFunctions({ functions }, asked, label) {
  const names = functions.map(({ name }) => name);
  const others = names.filter((name) => !asked.includes(name));
  return others.length === 0 ? void 0 : `it releases ${quoted(others)} as well, which this run does not name; expected functions: ${names.map(label).join(", ")}`;
}
function quoted(names) {
  return listed(names.map((name) => `"${name}"`));
}

// src/aws/provisioned.ts
import {
  _aws_sdk_client_lambda__DeleteProvisionedConcurrencyConfigCommand as DeleteProvisionedConcurrencyConfigCommand2,
  _aws_sdk_client_lambda__GetProvisionedConcurrencyConfigCommand as GetProvisionedConcurrencyConfigCommand,
  _aws_sdk_client_lambda__PutProvisionedConcurrencyConfigCommand as PutProvisionedConcurrencyConfigCommand2
} from "./vendor-aws.js";
import {
  src_aws_arns_ts__functionArnPattern as functionArnPattern3
} from "./release.js";
import {
  src_aws_call_ts__call as call6,
  src_aws_call_ts__ifThere as ifThere2,
  src_aws_call_ts__required as required3
} from "./release.js";
import {
  src_aws_lambda_client_ts__LAMBDA as LAMBDA2
} from "./release.js";
function bindProvisioned({ mode, place, open }) {
  const client = open(LAMBDA2);
  const about = (doing, verb, name, qualifier) => ({
    doing: `${doing} the provisioned concurrency of "${name}:${qualifier}"`,
    permission: {
      action: `lambda:${verb}ProvisionedConcurrencyConfig`,
      resource: functionArnPattern3(place, `${name}:${qualifier}`)
    }
  });
  return {
    mode,
    read: (name, qualifier) => ifThere2(async () => {
      const which = { FunctionName: name, Qualifier: qualifier };
      const words = about("reading", "Get", name, qualifier);
      const answer = await call6(
        words,
        () => client.send(new GetProvisionedConcurrencyConfigCommand(which))
      );
      return {
        requested: required3(
          answer.RequestedProvisionedConcurrentExecutions,
          words.doing,
          "RequestedProvisionedConcurrentExecutions"
        ),
        status: answer.Status ?? "IN_PROGRESS",
        reason: answer.StatusReason ?? ""
      };
    }),
    request: async (name, version, count) => {
      const asked = {
        FunctionName: name,
        Qualifier: version,
        ProvisionedConcurrentExecutions: count
      };
      await call6(
        about("asking for", "Put", name, version),
        () => client.send(new PutProvisionedConcurrencyConfigCommand2(asked))
      );
    },
    remove: async (name, version) => {
      const which = { FunctionName: name, Qualifier: version };
      await ifThere2(
        () => call6(
          about("giving back", "Delete", name, version),
          () => client.send(new DeleteProvisionedConcurrencyConfigCommand2(which))
        )
      );
    }
  };
}

// src/aws/qualifiers.ts
import {
  _aws_sdk_client_lambda__GetFunctionEventInvokeConfigCommand as GetFunctionEventInvokeConfigCommand,
  _aws_sdk_client_lambda__paginateListFunctionUrlConfigs as paginateListFunctionUrlConfigs
} from "./vendor-aws.js";
import {
  src_aws_arns_ts__functionArnPattern as functionArnPattern4
} from "./release.js";
import {
  src_aws_call_ts__call as call7,
  src_aws_call_ts__ifThere as ifThere3,
  src_aws_call_ts__required as required4
} from "./release.js";
import {
  src_aws_lambda_client_ts__LAMBDA as LAMBDA3
} from "./release.js";
import {
  src_aws_pages_ts__gather as gather
} from "./release.js";
function bindQualifiers({ mode, place, open }) {
  const client = open(LAMBDA3);
  const words = (doing, action, name) => ({
    doing,
    permission: { action: `lambda:${action}`, resource: functionArnPattern4(place, name) }
  });
  return {
    mode,
    readUrlOwners: async (FunctionName) => {
      const doing = `listing the function URLs of "${FunctionName}"`;
      const pages = paginateListFunctionUrlConfigs({ client }, { FunctionName });
      const asked = words(doing, "ListFunctionUrlConfigs", FunctionName);
      const found = await call7(asked, () => gather(pages));
      return found.flatMap((page) => required4(page.FunctionUrlConfigs, doing, "FunctionUrlConfigs")).map(({ FunctionArn }) => required4(FunctionArn, doing, "FunctionArn"));
    },
    readAsyncSettings: (FunctionName, Qualifier) => ifThere3(async () => {
      const label = `${FunctionName}:${Qualifier}`;
      const doing = `reading the settings of asynchronous invocations of "${label}"`;
      const send4 = () => client.send(new GetFunctionEventInvokeConfigCommand({ FunctionName, Qualifier }));
      return settingsOf2(await call7(words(doing, "GetFunctionEventInvokeConfig", label), send4));
    })
  };
}
function settingsOf2({
  MaximumRetryAttempts,
  MaximumEventAgeInSeconds,
  DestinationConfig
}) {
  return {
    retries: MaximumRetryAttempts,
    ageSeconds: MaximumEventAgeInSeconds,
    onSuccess: DestinationConfig?.OnSuccess?.Destination ?? "",
    onFailure: DestinationConfig?.OnFailure?.Destination ?? ""
  };
}

// src/aws/versions.ts
import {
  _aws_sdk_client_lambda__DeleteFunctionCommand as DeleteFunctionCommand,
  _aws_sdk_client_lambda__ListDurableExecutionsByFunctionCommand as ListDurableExecutionsByFunctionCommand,
  _aws_sdk_client_lambda__paginateListAliases as paginateListAliases,
  _aws_sdk_client_lambda__paginateListEventSourceMappings as paginateListEventSourceMappings,
  _aws_sdk_client_lambda__paginateListProvisionedConcurrencyConfigs as paginateListProvisionedConcurrencyConfigs,
  _aws_sdk_client_lambda__paginateListVersionsByFunction as paginateListVersionsByFunction
} from "./vendor-aws.js";
import {
  src_aws_arns_ts__functionArnPattern as functionArnPattern5,
  src_aws_arns_ts__qualifierOf as qualifierOf
} from "./release.js";
import {
  src_aws_call_ts__call as call8,
  src_aws_call_ts__required as required5
} from "./release.js";
import {
  src_aws_lambda_client_ts__LAMBDA as LAMBDA4
} from "./release.js";
import {
  src_aws_pages_ts__gather as gather2
} from "./release.js";
function bindVersions({ mode, place, open }) {
  const client = open(LAMBDA4);
  const words = (doing, action, resource) => ({
    doing,
    permission: { action: `lambda:${action}`, resource }
  });
  const all2 = (doing, action, name, pages) => call8(words(doing, action, functionArnPattern5(place, name)), () => gather2(pages));
  return {
    mode,
    list: async (name) => {
      const pages = paginateListVersionsByFunction({ client }, { FunctionName: name });
      const doing = `listing the versions of "${name}"`;
      const found = await all2(doing, "ListVersionsByFunction", name, pages);
      const numbers = found.flatMap((page) => required5(page.Versions, doing, "Versions")).map((v) => required5(v.Version, doing, "Version"));
      return numbers.filter(isVersionNumber);
    },
    aliased: async (name) => {
      const asked = { FunctionName: name };
      const pages = paginateListAliases({ client }, asked);
      const doing = `listing the aliases of "${name}"`;
      const found = await all2(doing, "ListAliases", name, pages);
      return found.flatMap((page) => required5(page.Aliases, doing, "Aliases")).flatMap(versionsOf);
    },
    provisioned: async (name) => {
      const pages = paginateListProvisionedConcurrencyConfigs({ client }, { FunctionName: name });
      const doing = `listing the provisioned concurrency of "${name}"`;
      const found = await all2(doing, "ListProvisionedConcurrencyConfigs", name, pages);
      const configs = found.flatMap(
        (page) => required5(page.ProvisionedConcurrencyConfigs, doing, "ProvisionedConcurrencyConfigs")
      );
      return configs.map(
        ({ FunctionArn }) => qualifierOf(required5(FunctionArn, doing, "FunctionArn"))
      );
    },
    readEventSources: async () => {
      const pages = paginateListEventSourceMappings({ client }, {});
      const doing = "listing the event source mappings";
      const found = await call8(words(doing, "ListEventSourceMappings", "*"), () => gather2(pages));
      return found.flatMap((page) => required5(page.EventSourceMappings, doing, "EventSourceMappings")).map(({ FunctionArn, EventSourceArn = "", FunctionResponseTypes = [] }) => ({
        functionArn: required5(FunctionArn, doing, "FunctionArn"),
        sourceArn: EventSourceArn,
        reportsItems: FunctionResponseTypes.includes("ReportBatchItemFailures")
      }));
    },
    isExecuting: async (name, version) => {
      const asked = { FunctionName: name, Qualifier: version, Statuses: ["RUNNING"] };
      const doing = `listing the durable executions of version ${version} of "${name}"`;
      const resource = functionArnPattern5(place, `${name}:${version}`);
      const { DurableExecutions = [], NextMarker } = await call8(
        words(doing, "ListDurableExecutionsByFunction", resource),
        () => client.send(new ListDurableExecutionsByFunctionCommand(asked))
      );
      return DurableExecutions.length > 0 || Boolean(NextMarker);
    },
    remove: async (name, version) => {
      const which = { FunctionName: name, Qualifier: version };
      const resource = functionArnPattern5(place, `${name}:${version}`);
      const doing = `deleting version ${version} of "${name}"`;
      await call8(
        words(doing, "DeleteFunction", resource),
        () => client.send(new DeleteFunctionCommand(which))
      );
    }
  };
}
function versionsOf({ FunctionVersion, RoutingConfig }) {
  return [
    required5(FunctionVersion, "listing aliases", "FunctionVersion"),
    ...Object.keys(RoutingConfig?.AdditionalVersionWeights ?? {})
  ];
}
function isVersionNumber(text) {
  return /^[1-9]\d*$/.test(text);
}

// src/analysis/slow-measure.ts
import {
  src_analysis_dispersion_ts__dispersionFor as dispersionFor
} from "./release.js";
import {
  src_analysis_harm_thresholds_ts__harmThresholdFor as harmThresholdFor,
  src_analysis_harm_thresholds_ts__slowHarm as slowHarm
} from "./release.js";
import {
  src_analysis_measure_ts__ALL as ALL,
  src_analysis_measure_ts__measureId as measureId,
  src_analysis_measure_ts__partOf as partOf
} from "./release.js";
import {
  src_analysis_profile_ts__DEFAULT_PROFILE as DEFAULT_PROFILE
} from "./release.js";
import {
  src_analysis_young_ts__withInfluence as withInfluence
} from "./release.js";
var MATERIAL_RATIO = 1.3;
var MOST_CLUSTERED = 5;
function slowMeasure(threshold, scope = ALL) {
  const { quantile, milliseconds } = threshold;
  const aboveMs = Math.round(milliseconds);
  const id = measureId(`latency p${Math.round(quantile * 100)}`, scope);
  return {
    id,
    kind: "slow",
    scope,
    threshold,
    budget: { parts: 1, shared: true },
    ask: ({ minutes, before }, { falseRollbackRate, dispersion, warmUpSeconds, nextWeight, earlier }) => ({
      series: { minutes: withInfluence(minutes, warmUpSeconds, earlier), before },
      question: {
        source: {
          kind: "latency",
          percentile: Math.round(quantile * 100),
          aboveMs,
          ...partOf(scope)
        },
        worse: "more",
        falseRollbackRate,
        standard: harmThresholdFor(nextWeight),
        profile: {
          ...DEFAULT_PROFILE,
          dispersion: dispersionFor(before, dispersion, MOST_CLUSTERED)
        },
        materialRatio: MATERIAL_RATIO,
        mayFade: true,
        harm: slowHarm(quantile, nextWeight)
      }
    })
  };
}
function isSlowMeasure(measure) {
  return measure.kind === "slow";
}

// src/monitor/counted-errors.ts
import {
  src_analysis_errors_measure_ts__errorsMeasure as errorsMeasure
} from "./release.js";
function unreachedOf(functions, counts) {
  return functions.filter((_, i) => !isReached(counts[i])).map(({ name }) => name);
}
function isReached(counts) {
  for (const requests of counts?.requests.values() ?? []) if (requests > 0) return true;
  return false;
}
function countedErrors(source, counted) {
  const { apart: apart2, sides, closedUntil } = counted;
  const rows = [{ measure: errorsMeasure(), ...sides }];
  return { kind: "counted", source, apart: apart2, table: { bucketSeconds: 60, closedUntil, rows } };
}

// src/targets/lambda/function-policy.ts
import {
  src_aws_arns_ts__functionArnPattern as functionArnPattern6
} from "./release.js";
import {
  src_targets_iam_policy_ts__allow as allow
} from "./release.js";
function needsAtMost(place, { name, account, version, code }) {
  return {
    arn: functionArnPattern6(place, name, account),
    publishes: version === void 0,
    provisions: true,
    durable: true,
    code: code?.source,
    stores: code !== void 0 && code.bucket !== "" && { bucket: code.bucket, key: "" }
  };
}
function functionStatements(functions, { calls, versions, readsPolicies, readsNext, order: { role, prunes } }) {
  const published = functions.filter(({ publishes }) => publishes);
  const provisioned = functions.filter(({ provisions }) => provisions);
  const readsVersion = (fn) => role === "release" || readsNext || !fn.publishes;
  const givenBack = role === "release" ? provisioned : [];
  return [
    allow(
      "Look",
      ["lambda:GetFunctionConfiguration"],
      [.../* @__PURE__ */ new Set([...bare(functions), ...qualified(functions.filter(readsVersion)), ...calls])]
    ),
    allow("LookAtCalls", ["lambda:GetPolicy"], calls),
    allow(
      "LookAtFunctions",
      ["lambda:GetResourcePolicy"],
      [.../* @__PURE__ */ new Set([...readsPolicies ? bare(functions) : [], ...calls.map(unqualified)])]
    ),
    ...versions.length > 0 ? [allow("LookClosely", versions, qualified(functions))] : [],
    allow("Publish", ["lambda:GetFunction", "lambda:PublishVersion"], bare(published)),
    allow(
      "Provision",
      ["lambda:DeleteProvisionedConcurrencyConfig", "lambda:PutProvisionedConcurrencyConfig"],
      qualified(provisioned)
    ),
    allow("Aliases", ["lambda:ListAliases"], bare(prunes ? functions : givenBack))
  ];
}
function uploadStatements(functions, { partition, region }) {
  const uploaded = functions.filter(({ code }) => code !== void 0);
  const sources = uploaded.flatMap(({ code }) => code ? [code] : []);
  const object = (bucket, key) => `arn:${partition}:s3:::${bucket}/${key}`;
  return [
    allow("Upload", ["lambda:UpdateFunctionCode"], bare(uploaded)),
    allow(
      "UploadCallers",
      ["lambda:GetPolicy", "lambda:ListFunctionUrlConfigs", "lambda:ListVersionsByFunction"],
      bare(uploaded)
    ),
    allow(
      "CodeBucket",
      ["s3:GetObject", "s3:PutObject"],
      // The next code has another name.
      uploaded.flatMap(({ stores }) => stores ? [object(stores.bucket, "canary-action/*")] : [])
    ),
    allow(
      "CodeObjects",
      ["s3:GetObject", "s3:GetObjectVersion"],
      sources.flatMap((code) => code.kind === "object" ? [object(code.bucket, code.key)] : [])
    ),
    allow(
      "Images",
      ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      sources.flatMap(
        (code) => code.kind === "image" ? [
          `arn:${partition}:ecr:${region}:${code.uri.slice(0, 12)}:repository/${code.repository}`
        ] : []
      )
    )
  ];
}
function pruneStatements(functions, more) {
  const uses = ["lambda:ListProvisionedConcurrencyConfigs", "lambda:ListVersionsByFunction"];
  return [
    allow("Uses", [...more, ...uses], bare(functions)),
    ...executions(functions.filter(({ durable }) => durable)),
    // Never the function itself: without a version number, the request would delete the whole function.
    allow("DeleteVersions", ["lambda:DeleteFunction"], qualified(functions))
  ];
}
function executions(durable) {
  return durable.length === 0 ? [] : [
    allow(
      "Executions",
      ["lambda:ListDurableExecutionsByFunction"],
      [...bare(durable), ...qualified(durable)]
    )
  ];
}
function eventSourceStatement(functions) {
  return allow(
    "EventSources",
    ["lambda:ListEventSourceMappings"],
    functions.length > 0 ? ["*"] : []
  );
}
function bare(functions) {
  return functions.map(({ arn }) => arn);
}
function qualified(functions) {
  return functions.map(({ arn }) => `${arn}:*`);
}
function unqualified(call10) {
  return call10.replace(/:\*$/, "");
}

// src/targets/lambda/smoke-policy.ts
import {
  src_aws_arns_ts__accountOf as accountOf3
} from "./release.js";
import {
  src_targets_iam_policy_ts__allow as allow2
} from "./release.js";
function smokeStatements(needs, functionArns, place, stages) {
  if (!needs) return [];
  const invoked = functionArns.filter((arn) => {
    const name = arn.split(":")[6] ?? "";
    return needs.invokes.includes(name) || needs.invokes.includes("");
  });
  const account = accountOf3(functionArns[0] ?? "") || "*";
  const { partition, region } = place;
  const signed = (name) => `arn:${partition}:execute-api:${region}:${account}:${stages?.restApiId}/${name}/*`;
  return [
    // Of any version: the new one is not published yet.
    allow2(
      "CheckVersions",
      ["lambda:InvokeFunction"],
      invoked.map((arn) => `${arn}:*`)
    ),
    allow2("CheckApi", ["execute-api:Invoke"], needs.signs ? (stages?.names ?? []).map(signed) : []),
    allow2(
      "LookAtApis",
      ["apigateway:GET"],
      needs.unknownFormats.length > 0 ? [`arn:${partition}:apigateway:${region}::/restapis/*`] : []
    )
  ];
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

// src/targets/lambda/warm-up.ts
import {
  src_base_duration_ts__formatDuration as formatDuration2
} from "./core.js";
import {
  src_base_errors_ts__KnownError as KnownError7
} from "./core.js";

// src/targets/concurrency.ts
import {
  src_aws_aws_errors_ts__isRefused as isRefused
} from "./release.js";
import {
  src_base_errors_ts__KnownError as KnownError6,
  src_base_errors_ts__MovedError as MovedError3,
  src_base_errors_ts__messageOf as messageOf3
} from "./core.js";
import {
  src_base_listed_ts__listed as listed2
} from "./core.js";
import {
  src_targets_ownership_ts__isLostToAnother as isLostToAnother
} from "./release.js";
var AT_ONCE = 8;
var ALL_AT_ONCE = 50;
function mapAll(items, work) {
  return run(items, work, AT_ONCE, (failures) => failures.length > 0);
}
async function forAll(items, work) {
  await mapAll(items, work);
}
async function forEvery(items, work) {
  await run(items, work, ALL_AT_ONCE, () => false);
}
async function run(items, work, atOnce, enough) {
  const results = new Array(items.length);
  const failures = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length && !enough(failures)) {
      const index = next++;
      try {
        results[index] = await work(items[index]);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  if (failures.length > 0) throw joined(failures);
  return results;
}
function joined(failures) {
  const bug = failures.find((failure) => !(failure instanceof KnownError6));
  if (bug !== void 0) return bug;
  const words = listed2(failures.map(messageOf3), "; ");
  const moved = failures.every((failure) => failure instanceof MovedError3);
  const taken = failures.find(isLostToAnother);
  if (moved && taken) return taken;
  if (moved) return new MovedError3(words);
  const cause = failures.find((failure) => !isRefused(failure)) ?? failures[0];
  return new KnownError6(words, { cause });
}

// src/targets/lambda/warm-up.ts
async function findWarmUps(provisioned, changes, kept = /* @__PURE__ */ new Map()) {
  const moving = changes.filter(({ from, to }) => from !== to);
  const found = await mapAll(moving, async ({ name, from, to }) => {
    const before = await provisioned.read(name, kept.get(name) ?? from);
    const there = before && await provisioned.read(name, to);
    return before && !there ? [[name, before.requested]] : [];
  });
  return Object.fromEntries(found.flat());
}
var WARM_UP_LIMIT_SECONDS = 900;
var POLL_SECONDS = 5;
async function warmUpVersions(provisioned, changes, warmUps, waiting) {
  const asked = changes.filter(({ name }) => Object.hasOwn(warmUps, name));
  await mapAll(asked, async ({ name, to }) => {
    const count = warmUps[name] ?? 0;
    const [some, are] = count === 1 ? ["1 environment", "is"] : [`${count} environments`, "are"];
    await provisioned.request(name, to, count);
    waiting.say(`${name}: ${some} ${are} being prepared for version ${to}`);
    await untilReady2(provisioned, name, to, waiting);
    waiting.say(`${name}: ${some} of version ${to} ${are} ready`);
  });
}
async function untilReady2(provisioned, name, version, { pause, stopped }) {
  for (let waited = 0; waited <= WARM_UP_LIMIT_SECONDS; waited += POLL_SECONDS) {
    const { status, reason } = await provisioned.read(name, version) ?? GONE;
    if (status === "READY") return;
    if (status === "FAILED") {
      throw new KnownError7(
        `the provisioned concurrency of version ${version} of "${name}" failed (${reason || "Lambda gives no reason"}), so the version does not start`
      );
    }
    if (stopped()) throw new KnownError7("cancelled while environments were being prepared");
    await pause(POLL_SECONDS);
  }
  throw new KnownError7(
    `the provisioned concurrency of version ${version} of "${name}" was not ready within ${formatDuration2(WARM_UP_LIMIT_SECONDS)}`
  );
}
var GONE = { status: "FAILED", reason: "someone removed it" };
async function deallocate({ provisioned, isNeeded }, functions, { warmed = {}, kept = [] }, served) {
  const asked = functions.filter(
    ({ name }) => Object.hasOwn(warmed, name) && !(served === "new" && kept.includes(name))
  );
  await forEvery(asked, async ({ name, from, to }) => {
    const left = served === "new" ? from : to;
    if (!await isNeeded(name, left)) await provisioned.remove(name, left);
  });
}

// src/targets/lambda/publish-versions.ts
import {
  src_rollout_release_ts__describeChange as describeChange
} from "./release.js";
async function publishVersions(functions, uploads, { say, source }) {
  const changes = [];
  for (const { name, from, version, latest } of await uploads.all(say)) {
    if (version !== void 0 && latest) await functions.assertLatest(name, latest);
    const description = describeVersion(source, from);
    const to = version ?? (await functions.publish(name, description, latest)).version;
    if (to !== from && version === void 0) await functions.untilReady(name, to);
    changes.push({ name, from, to });
    const published = version === void 0 ? ", published" : "";
    say(
      to === from ? `${name}: version ${to} is already served` : `${name}: version ${describeChange({ from, to })}${published}`
    );
  }
  return changes;
}

// src/targets/lambda/upload-code.ts
import {
  src_base_errors_ts__orElse as orElse
} from "./core.js";
import {
  src_base_listed_ts__listed as listed3
} from "./core.js";
function createUploads(functions, released) {
  const pending = released.filter(isPending);
  let begun = false;
  return {
    foreseen: pending.map(
      ({ name, upload: upload2 }) => `code: "${name}" gets ${inWords2(upload2)}, in place of ${placeOf(upload2)}`
    ),
    all: async (say) => {
      if (pending.length === 0) return released;
      await storeLarge(functions, pending, say);
      begun = true;
      const done = await mapAll(pending, async (release) => {
        const { name, upload: upload2, latest } = release;
        const now2 = await functions.upload(name, latest, upload2.send, upload2.codeSha256);
        say(`${name}: uploaded ${inWords2(upload2)}`);
        const { codeSha256, settings } = now2;
        return { ...release, latest: { codeSha256, settings }, upload: void 0 };
      });
      return released.map((each) => done.find(({ name }) => name === each.name) ?? each);
    },
    left: async () => begun ? leftInWords(functions, pending) : []
  };
}
function isPending(release) {
  return release.version === void 0 && release.upload !== void 0;
}
async function storeLarge(functions, pending, say) {
  for (const { name, upload: upload2 } of pending) {
    if (!upload2.store) continue;
    const { bucket, key, content } = upload2.store;
    await functions.storeCode({ bucket, key, content, sha256: sha256Of(content) });
    say(`${name}: wrote ${formatBytes(content.length)} to s3://${bucket}/${key}`);
  }
}
function inWords2({ source, codeSha256, bytes }) {
  return `${source.text} (${describe({ codeSha256, bytes })})`;
}
function placeOf({ before }) {
  return `$LATEST (${describe(before)})`;
}
function describe({ codeSha256, bytes }) {
  return `${bytes > 0 ? `${formatBytes(bytes)}, ` : ""}code ${codeSha256}`;
}
async function leftInWords(functions, pending) {
  const parts = [];
  for (const { name, upload: upload2 } of pending) {
    const reading = await functions.read(name).catch(orElse(void 0));
    parts.push(`that of "${name}" ${whatIs(reading?.codeSha256, upload2)}`);
  }
  return [
    `$LATEST now: ${listed3(parts, "; ", 20)}. Nothing serves it. To go on, run the release again: code that is there is not uploaded again. To return, release the earlier code`
  ];
}
function whatIs(found, { codeSha256, before }) {
  switch (found) {
    case codeSha256:
      return `has the new code ${codeSha256}`;
    case before.codeSha256:
      return `still has ${before.codeSha256}`;
    case void 0:
      return `has ${before.codeSha256} or the new code ${codeSha256}`;
    default:
      return `has ${found}, which another job uploaded`;
  }
}

// src/aws/aliases.ts
import {
  _aws_sdk_client_lambda__CreateAliasCommand as CreateAliasCommand2,
  _aws_sdk_client_lambda__DeleteAliasCommand as DeleteAliasCommand,
  _aws_sdk_client_lambda__GetAliasCommand as GetAliasCommand,
  _aws_sdk_client_lambda__ListTagsCommand as ListTagsCommand,
  _aws_sdk_client_lambda__paginateListAliases as paginateListAliases2,
  _aws_sdk_client_lambda__TagResourceCommand as TagResourceCommand2,
  _aws_sdk_client_lambda__UntagResourceCommand as UntagResourceCommand2,
  _aws_sdk_client_lambda__UpdateAliasCommand as UpdateAliasCommand2
} from "./vendor-aws.js";
import {
  src_base_errors_ts__errorName as errorName4,
  src_base_errors_ts__messageOf as messageOf4
} from "./core.js";
import {
  src_aws_arns_ts__functionArnPattern as functionArnPattern7
} from "./release.js";
import {
  src_aws_aws_errors_ts__isThereAlready as isThereAlready2
} from "./release.js";
import {
  src_aws_call_ts__call as call9,
  src_aws_call_ts__causedBy as causedBy5,
  src_aws_call_ts__ifThere as ifThere4,
  src_aws_call_ts__required as required6
} from "./release.js";
import {
  src_aws_lambda_client_ts__LAMBDA as LAMBDA5
} from "./release.js";
import {
  src_aws_pages_ts__gather as gather3
} from "./release.js";
function isLostRace(error) {
  return causedBy5(error, (cause) => errorName4(cause) === "PreconditionFailedException");
}
function isProvisionedTwice(error) {
  const names = ["InvalidParameterValueException", "ResourceConflictException"];
  return causedBy5(
    error,
    (cause) => names.includes(errorName4(cause)) && /provisioned/i.test(messageOf4(cause))
  );
}
function bindAliases({ mode, place, open }) {
  const client = open(LAMBDA5);
  const words = (doing, action, name) => ({
    doing,
    permission: { action: `lambda:${action}`, resource: functionArnPattern7(place, name) }
  });
  const read = readWith(client, words);
  return {
    mode,
    read,
    names: namesWith(client, words),
    ...writes(client, words, read),
    ...tagCalls(client, words)
  };
}
function readWith(client, words) {
  return async ({ functionName, alias }) => {
    const label = `${functionName}:${alias}`;
    const send4 = () => client.send(new GetAliasCommand({ FunctionName: functionName, Name: alias }));
    const doing = `reading the alias "${label}"`;
    return ifThere4(async () => stateOf(await call9(words(doing, "GetAlias", label), send4)));
  };
}
function namesWith(client, words) {
  return async (functionName) => {
    const doing = `listing the aliases of "${functionName}"`;
    const pages = paginateListAliases2({ client }, { FunctionName: functionName });
    const found = await call9(words(doing, "ListAliases", functionName), () => gather3(pages));
    return found.flatMap((page) => required6(page.Aliases, doing, "Aliases")).map(({ Name }) => required6(Name, doing, "Name"));
  };
}
function writes(client, words, read) {
  return {
    update: async ({ functionName, alias }, change, revisionId) => {
      const label = `${functionName}:${alias}`;
      const send4 = () => client.send(
        new UpdateAliasCommand2({
          FunctionName: functionName,
          Name: alias,
          FunctionVersion: change.version,
          RoutingConfig: { AdditionalVersionWeights: weightsOf(change) },
          RevisionId: revisionId
        })
      );
      return stateOf(
        await call9(words(`updating the alias "${label}"`, "UpdateAlias", label), send4)
      );
    },
    create: async (ref, version) => {
      const { functionName, alias } = ref;
      const label = `${functionName}:${alias}`;
      const asked = { FunctionName: functionName, Name: alias, FunctionVersion: version };
      try {
        const send4 = () => client.send(new CreateAliasCommand2(asked));
        return stateOf(
          await call9(words(`creating the alias "${label}"`, "CreateAlias", label), send4)
        );
      } catch (error) {
        if (!causedBy5(error, isThereAlready2)) throw error;
        const state = await read(ref);
        if (!state) throw error;
        return state;
      }
    },
    remove: async ({ functionName, alias }) => {
      const label = `${functionName}:${alias}`;
      const send4 = () => client.send(new DeleteAliasCommand({ FunctionName: functionName, Name: alias }));
      await call9(words(`deleting the alias "${label}"`, "DeleteAlias", label), send4);
    }
  };
}
function tagCalls(client, words) {
  return {
    readTags: async (arn) => {
      const send4 = () => client.send(new ListTagsCommand({ Resource: arn }));
      const doing = "reading the tags of a function";
      return required6((await call9(words(doing, "ListTags", arn), send4)).Tags, doing, "Tags");
    },
    tag: async (arn, Tags) => {
      const send4 = () => client.send(new TagResourceCommand2({ Resource: arn, Tags: { ...Tags } }));
      await call9(words("writing the tags of a function", "TagResource", arn), send4);
    },
    untag: async (arn, keys) => {
      if (keys.length === 0) return;
      const send4 = () => client.send(new UntagResourceCommand2({ Resource: arn, TagKeys: [...keys] }));
      await call9(words("removing the tags of a function", "UntagResource", arn), send4);
    }
  };
}
function weightsOf({ canary }) {
  return canary ? { [canary.version]: Number((canary.weight / 100).toFixed(4)) } : {};
}
function stateOf(alias) {
  const weights = alias.RoutingConfig?.AdditionalVersionWeights ?? {};
  const doing = `reading the alias "${alias.Name}"`;
  return {
    version: required6(alias.FunctionVersion, doing, "FunctionVersion"),
    revisionId: required6(alias.RevisionId, doing, "RevisionId"),
    weights: Object.fromEntries(
      Object.entries(weights).map(([version, share]) => [
        version,
        Number((share * 100).toFixed(4))
      ])
    )
  };
}

// src/targets/lambda/version-sweep.ts
import {
  src_aws_arns_ts__qualifierOf as qualifierOf2
} from "./release.js";
import {
  src_base_errors_ts__known as known5
} from "./core.js";
import {
  src_rollout_record_ts__ourTagKeys as ourTagKeys
} from "./release.js";

// src/targets/lambda/retention.ts
function oldVersions(versions, { from, to }, keep, inUse) {
  const ascending = [...versions].sort((a, b) => Number(a) - Number(b));
  const ours = to === void 0 ? ascending : ascending.filter((v) => Number(v) <= Number(to));
  const kept = to === void 0 ? keep - 1 : keep;
  const older = ours.slice(0, Math.max(0, ours.length - kept));
  const used = /* @__PURE__ */ new Set([from, to, ...inUse]);
  return older.filter((version) => !used.has(version));
}

// src/targets/lambda/version-sweep.ts
var MOST_AT_ONCE = 50;
async function sweepVersions(bound, released, keep, uses) {
  const sources = await bound.versions.readEventSources();
  const targets = sources.map(({ functionArn }) => functionArn);
  const swept = await mapAll(released, async (fn) => {
    try {
      return await sweepFunction(bound, fn, keep, uses, targets);
    } catch (error) {
      return stays(fn, known5(error).message);
    }
  });
  return {
    leftovers: swept.flatMap(({ leftovers }) => leftovers),
    notes: swept.flatMap(({ notes }) => notes)
  };
}
function stays({ name }, why) {
  return { leftovers: [], notes: [`the old versions of "${name}" were not deleted: ${why}`] };
}
async function sweepFunction(bound, fn, keep, uses, targets) {
  const { versions, functions } = bound;
  const { name } = fn;
  const hidden = uses.hidden(name);
  if (hidden !== void 0) return stays(fn, hidden);
  const arn = await readArn(functions, name);
  if (ourTagKeys(await bound.readTags(arn)).length > 0) {
    return stays(fn, "it is part of an unfinished rollout");
  }
  const inUse = [
    ...await versions.aliased(name),
    ...await versions.provisioned(name),
    ...uses.of(name),
    ...targets.filter((target) => target.startsWith(`${arn}:`)).map(qualifierOf2)
  ];
  const old = oldVersions(await versions.list(name), fn, keep, inUse).slice(0, MOST_AT_ONCE);
  const whole = await functions.readResourcePolicy(arn);
  const kept = await mapAll(
    old,
    async (version) => otherPrincipals(await readOwnPolicies(functions, arn, version, whole), uses.knows) ? "a policy lets something else call it" : whyExecuting(bound, name, version)
  );
  return {
    leftovers: old.filter((_, i) => kept[i] === void 0).map((version) => ({
      words: `version ${version} of "${name}"`,
      remove: () => versions.remove(name, version)
    })),
    notes: old.flatMap(
      (version, i) => kept[i] === void 0 ? [] : [`version ${version} of "${name}" is kept: ${kept[i]}`]
    )
  };
}
async function whyExecuting({ functions, versions }, name, version) {
  const reading = await functions.read(name, version);
  if (!reading?.durable) return void 0;
  try {
    return await versions.isExecuting(name, version) ? "durable executions run on it" : void 0;
  } catch (error) {
    return `whether durable executions run on it is unknown (${known5(error).message})`;
  }
}
export {
  isSlowMeasure as src_analysis_slow_measure_ts__isSlowMeasure,
  slowMeasure as src_analysis_slow_measure_ts__slowMeasure,
  bindAliases as src_aws_aliases_ts__bindAliases,
  isLostRace as src_aws_aliases_ts__isLostRace,
  isProvisionedTwice as src_aws_aliases_ts__isProvisionedTwice,
  bindFunctions as src_aws_functions_ts__bindFunctions,
  readArn as src_aws_functions_ts__readArn,
  aliasProbe as src_aws_lambda_probes_ts__aliasProbe,
  createAliasProbe as src_aws_lambda_probes_ts__createAliasProbe,
  functionTagProbes as src_aws_lambda_probes_ts__functionTagProbes,
  grantProbe as src_aws_lambda_probes_ts__grantProbe,
  invokeProbe as src_aws_lambda_probes_ts__invokeProbe,
  provisionProbes as src_aws_lambda_probes_ts__provisionProbes,
  publishProbe as src_aws_lambda_probes_ts__publishProbe,
  uploadProbe as src_aws_lambda_probes_ts__uploadProbe,
  inspectProbes as src_aws_probes_ts__inspectProbes,
  bindProvisioned as src_aws_provisioned_ts__bindProvisioned,
  bindQualifiers as src_aws_qualifiers_ts__bindQualifiers,
  whyNotReady as src_aws_readiness_ts__whyNotReady,
  bindVersions as src_aws_versions_ts__bindVersions,
  isVersionNumber as src_aws_versions_ts__isVersionNumber,
  aliasCommand as src_base_command_line_ts__aliasCommand,
  awsCommand as src_base_command_line_ts__awsCommand,
  patchWords as src_base_command_line_ts__patchWords,
  describeReach as src_doctor_reach_words_ts__describeReach,
  describeToday as src_doctor_reach_words_ts__describeToday,
  helpOn as src_doctor_reach_words_ts__helpOn,
  linkTo as src_doctor_reach_words_ts__linkTo,
  countedErrors as src_monitor_counted_errors_ts__countedErrors,
  unreachedOf as src_monitor_counted_errors_ts__unreachedOf,
  lazyLogTarget as src_monitor_log_source_ts__lazyLogTarget,
  MOST_UNZIPPED as src_packaging_limits_ts__MOST_UNZIPPED,
  formatBytes as src_packaging_limits_ts__formatBytes,
  fingerprint as src_rollout_requested_target_ts__fingerprint,
  ofRequestedTarget as src_rollout_requested_target_ts__ofRequestedTarget,
  whyLittleRoom as src_rollout_tag_room_ts__whyLittleRoom,
  whyNoRoom as src_rollout_tag_room_ts__whyNoRoom,
  quoted as src_targets_claim_ts__quoted,
  unnamedFunctions as src_targets_claim_ts__unnamedFunctions,
  forAll as src_targets_concurrency_ts__forAll,
  forEvery as src_targets_concurrency_ts__forEvery,
  mapAll as src_targets_concurrency_ts__mapAll,
  callersInWords as src_targets_lambda_callers_ts__callersInWords,
  listCallers as src_targets_lambda_callers_ts__listCallers,
  ofServices as src_targets_lambda_callers_ts__ofServices,
  wrongCode as src_targets_lambda_check_code_ts__wrongCode,
  checkFunction as src_targets_lambda_check_function_ts__checkFunction,
  bare as src_targets_lambda_function_policy_ts__bare,
  eventSourceStatement as src_targets_lambda_function_policy_ts__eventSourceStatement,
  functionStatements as src_targets_lambda_function_policy_ts__functionStatements,
  needsAtMost as src_targets_lambda_function_policy_ts__needsAtMost,
  pruneStatements as src_targets_lambda_function_policy_ts__pruneStatements,
  qualified as src_targets_lambda_function_policy_ts__qualified,
  uploadStatements as src_targets_lambda_function_policy_ts__uploadStatements,
  FUNCTION_REPORT as src_targets_lambda_function_report_ts__FUNCTION_REPORT,
  noteAsyncSettings as src_targets_lambda_inspect_async_ts__noteAsyncSettings,
  checkWarm as src_targets_lambda_inspect_warm_ts__checkWarm,
  isDenied as src_targets_lambda_invoke_policy_ts__isDenied,
  otherPrincipals as src_targets_lambda_invoke_policy_ts__otherPrincipals,
  refusedCalls as src_targets_lambda_invoke_policy_ts__refusedCalls,
  createNewCodes as src_targets_lambda_new_code_ts__createNewCodes,
  inspectNewCode as src_targets_lambda_new_code_ts__inspectNewCode,
  versionToRelease as src_targets_lambda_next_version_ts__versionToRelease,
  describeCaller as src_targets_lambda_policy_callers_ts__describeCaller,
  publishVersions as src_targets_lambda_publish_versions_ts__publishVersions,
  optional as src_targets_lambda_read_callers_ts__optional,
  readCallers as src_targets_lambda_read_callers_ts__readCallers,
  valueIn as src_targets_lambda_read_callers_ts__valueIn,
  notePolicyAccess as src_targets_lambda_read_policies_ts__notePolicyAccess,
  readOwnPolicies as src_targets_lambda_read_policies_ts__readOwnPolicies,
  readPolicies as src_targets_lambda_read_policies_ts__readPolicies,
  readPoliciesOfNext as src_targets_lambda_read_policies_ts__readPoliciesOfNext,
  smokeStatements as src_targets_lambda_smoke_policy_ts__smokeStatements,
  inspectUnqualified as src_targets_lambda_unqualified_callers_ts__inspectUnqualified,
  createUploads as src_targets_lambda_upload_code_ts__createUploads,
  versionReads as src_targets_lambda_version_reads_ts__versionReads,
  sweepVersions as src_targets_lambda_version_sweep_ts__sweepVersions,
  describeVersion as src_targets_lambda_version_text_ts__describeVersion,
  parseVersion as src_targets_lambda_version_text_ts__parseVersion,
  createVoucher as src_targets_lambda_voucher_ts__createVoucher,
  POLL_SECONDS as src_targets_lambda_warm_up_ts__POLL_SECONDS,
  WARM_UP_LIMIT_SECONDS as src_targets_lambda_warm_up_ts__WARM_UP_LIMIT_SECONDS,
  deallocate as src_targets_lambda_warm_up_ts__deallocate,
  findWarmUps as src_targets_lambda_warm_up_ts__findWarmUps,
  warmUpVersions as src_targets_lambda_warm_up_ts__warmUpVersions,
  BORNE_OUT as src_targets_trust_ts__BORNE_OUT,
  NOT_BEGUN as src_targets_trust_ts__NOT_BEGUN,
  createTrust as src_targets_trust_ts__createTrust,
  doubtful as src_targets_trust_ts__doubtful
};
