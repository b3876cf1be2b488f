import {
  awsCommand
} from "./base-command-line.shared.js";

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
  for (let attempt = 1; ; attempt++) {
    try {
      return await sendOnce(client, place, request);
    } catch (error) {
      if (!isPassing(error) || attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, PAUSE_MS * attempt);
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
  for (let attempt = 1; ; attempt++) {
    const latest = attempt === 1 && isWhole(seen) ? seen : await readUpdated();
    assertSame(name, seen, latest);
    try {
      return await send2(publishing, latest);
    } catch (error) {
      if (!causedBy(error, isOutdated) || attempt === ATTEMPTS2) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, PAUSE_MS2 * attempt);
      });
    }
  }
}
function isWhole(seen) {
  return seen.revisionId !== void 0;
}
function assertSame(name, seen, now) {
  if (seen.codeSha256 !== now.codeSha256) {
    throw new MovedError(
      `the code of "${name}" changed after preflight: preflight read ${seen.codeSha256}, and $LATEST is now ${now.codeSha256}. ${ANOTHER_PUSH}`
    );
  }
  if (seen.settings !== now.settings) {
    throw new MovedError(
      `the settings of "${name}" changed after preflight; its code is still ${now.codeSha256}. ${ANOTHER_PUSH}`
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
  const now = await read();
  if (now.codeSha256 !== codeSha256) {
    throw new MovedError2(
      `the code of "${name}" changed after it was uploaded: this run uploaded ${codeSha256}, and $LATEST is now ${now.codeSha256}. ${ANOTHER_PUSH2}`
    );
  }
  if (now.configured !== before.configured) {
    throw new MovedError2(
      `the settings of "${name}" changed while its code was uploaded; its code is now ${codeSha256}. ${ANOTHER_PUSH2}`
    );
  }
  return now;
}
var ANOTHER_PUSH2 = "No version was published from it. Another job probably deployed it: let only one job at a time deploy and release (concurrency)";
async function send3(uploading) {
  const { client, words, name, seen, code, codeSha256, read } = uploading;
  for (let attempt = 1; ; attempt++) {
    let latest = await read();
    if (latest.lastUpdateStatus === "InProgress") {
      await untilUpdated(client, words, name);
      latest = await read();
    }
    if (attempt > 1 && latest.codeSha256 === codeSha256) return latest;
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
      if (!isOutdated2 || attempt === ATTEMPTS3) throw explained(withWayOut(known2(error)), code);
      await new Promise((resolve) => {
        setTimeout(resolve, PAUSE_MS3 * attempt);
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
  for (let attempt = 1; ; attempt++) {
    const reading = await read();
    const why = whyNotReady(reading);
    if (why === void 0) return reading;
    const coming = reading.state !== "Inactive" && attempt < SNAPSHOT_CHECKS;
    if (!coming) throw new KnownError4(`version ${version} of "${name}" ${why}`);
    await new Promise((resolve) => {
      setTimeout(resolve, SNAPSHOT_PAUSE_MS);
    });
  }
}

export {
  describeFailedUpdate,
  whyNotReady,
  isSameContent,
  readArn,
  bindFunctions
};
