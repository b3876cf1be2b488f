import {
  readOwnPolicies
} from "./targets-lambda-read-policies.shared.js";
import {
  helpOn
} from "./doctor-reach-words.shared.js";
import {
  callersInWords,
  listCallers,
  ofServices
} from "./targets-lambda-callers.shared.js";
import {
  optional,
  readCallers
} from "./aws-qualifiers.shared.js";
import {
  otherPrincipals
} from "./targets-lambda-policy-document.shared.js";
import {
  sha256Of
} from "./targets-lambda-new-code.shared.js";
import {
  describeVersion
} from "./targets-lambda-next-version.shared.js";
import {
  formatBytes
} from "./packaging-limits.shared.js";
import {
  readArn
} from "./aws-functions.shared.js";
import {
  awsCommand
} from "./base-command-line.shared.js";
import {
  forEvery,
  mapAll
} from "./targets-concurrency.shared.js";

// src/aws/provisioned.ts
import {
  _aws_sdk_client_lambda__DeleteProvisionedConcurrencyConfigCommand as DeleteProvisionedConcurrencyConfigCommand,
  _aws_sdk_client_lambda__GetProvisionedConcurrencyConfigCommand as GetProvisionedConcurrencyConfigCommand,
  _aws_sdk_client_lambda__PutProvisionedConcurrencyConfigCommand as PutProvisionedConcurrencyConfigCommand
} from "./vendor-aws.js";
import {
  src_aws_arns_ts__functionArnPattern as functionArnPattern
} from "./release.js";
import {
  src_aws_call_ts__call as call,
  src_aws_call_ts__ifThere as ifThere,
  src_aws_call_ts__required as required
} from "./release.js";
import {
  src_aws_lambda_client_ts__LAMBDA as LAMBDA
} from "./release.js";
function bindProvisioned({ mode, place, open }) {
  const client = open(LAMBDA);
  const about = (doing, verb, name, qualifier) => ({
    doing: `${doing} the provisioned concurrency of "${name}:${qualifier}"`,
    permission: {
      action: `lambda:${verb}ProvisionedConcurrencyConfig`,
      resource: functionArnPattern(place, `${name}:${qualifier}`)
    }
  });
  return {
    mode,
    read: (name, qualifier) => ifThere(async () => {
      const which = { FunctionName: name, Qualifier: qualifier };
      const words = about("reading", "Get", name, qualifier);
      const answer = await call(
        words,
        () => client.send(new GetProvisionedConcurrencyConfigCommand(which))
      );
      return {
        requested: required(
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
      await call(
        about("asking for", "Put", name, version),
        () => client.send(new PutProvisionedConcurrencyConfigCommand(asked))
      );
    },
    remove: async (name, version) => {
      const which = { FunctionName: name, Qualifier: version };
      await ifThere(
        () => call(
          about("giving back", "Delete", name, version),
          () => client.send(new DeleteProvisionedConcurrencyConfigCommand(which))
        )
      );
    }
  };
}

// src/monitor/log-source.ts
function lazyLogTarget(load) {
  return {
    inspect: async (releases) => (await load()).inspect(releases),
    open: async (rollout, from) => (await load()).open(rollout, from),
    versionLogs: async (rollout) => (await load()).versionLogs(rollout)
  };
}

// src/targets/lambda/unqualified-callers.ts
import {
  src_aws_metric_data_ts__readMinutes as readMinutes
} from "./release.js";
import {
  src_base_time_ts__now as now
} from "./core.js";
import {
  src_rollout_traffic_ts__startOfMinute as startOfMinute
} from "./release.js";
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
  const [all = 0, ...explained] = series.map(
    (_, i) => [...values[i]?.values() ?? []].reduce((sum, value) => sum + value, 0)
  );
  return Math.max(0, all - explained.reduce((sum, value) => sum + value, 0));
}

// src/targets/lambda/version-reads.ts
import {
  src_aws_arns_ts__accountOf as accountOf,
  src_aws_arns_ts__versionArn as versionArn
} from "./release.js";
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

// src/targets/lambda/version-sweep.ts
import {
  src_aws_arns_ts__qualifierOf as qualifierOf
} from "./release.js";
import {
  src_base_errors_ts__known as known
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
      return stays(fn, known(error).message);
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
    ...targets.filter((target) => target.startsWith(`${arn}:`)).map(qualifierOf)
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
    return `whether durable executions run on it is unknown (${known(error).message})`;
  }
}

// src/targets/lambda/inspect-async.ts
import {
  src_base_errors_ts__known as known2
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
      `functions: it could not be checked whether "${functionName}" has settings for asynchronous invocations that a new version would lack (${known2(error).message})`
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

// src/monitor/counted-errors.ts
import {
  src_analysis_errors_measure_ts__errorsMeasure as errorsMeasure
} from "./release.js";
function unreachedOf(functions, counts) {
  const isReached = (i) => [...counts[i]?.requests.values() ?? []].some((n) => n > 0);
  return functions.filter((_, i) => !isReached(i)).map(({ name }) => name);
}
function countedErrors(source, counted) {
  const { apart: apart2, sides, closedUntil } = counted;
  const rows = [{ measure: errorsMeasure(), ...sides }];
  return { kind: "counted", source, apart: apart2, table: { bucketSeconds: 60, closedUntil, rows } };
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
    ask: ({ minutes, before }, { falseRollbackRate, dispersion, warmUpSeconds, nextWeight }) => ({
      series: { minutes: withInfluence(minutes, warmUpSeconds), before },
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

// src/targets/lambda/function-policy.ts
import {
  src_aws_arns_ts__functionArnPattern as functionArnPattern2
} from "./release.js";
import {
  src_targets_iam_policy_ts__allow as allow
} from "./release.js";
function needsAtMost(place, { name, account, version, code }) {
  return {
    arn: functionArnPattern2(place, name, account),
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
function unqualified(call2) {
  return call2.replace(/:\*$/, "");
}

// src/targets/lambda/smoke-policy.ts
import {
  src_aws_arns_ts__accountOf as accountOf2
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
  const account = accountOf2(functionArns[0] ?? "") || "*";
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

// src/targets/lambda/warm-up.ts
import {
  src_base_duration_ts__formatDuration as formatDuration
} from "./core.js";
import {
  src_base_errors_ts__KnownError as KnownError
} from "./core.js";
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
    await provisioned.request(name, to, count);
    waiting.say(`${name}: ${count} environments are being prepared for version ${to}`);
    await untilReady(provisioned, name, to, waiting);
    waiting.say(`${name}: ${count} environments of version ${to} are ready`);
  });
}
async function untilReady(provisioned, name, version, { pause, stopped }) {
  for (let waited = 0; waited <= WARM_UP_LIMIT_SECONDS; waited += POLL_SECONDS) {
    const { status, reason } = await provisioned.read(name, version) ?? GONE;
    if (status === "READY") return;
    if (status === "FAILED") {
      throw new KnownError(
        `the provisioned concurrency of version ${version} of "${name}" failed (${reason || "Lambda gives no reason"}), so the version does not start`
      );
    }
    if (stopped()) throw new KnownError("cancelled while environments were being prepared");
    await pause(POLL_SECONDS);
  }
  throw new KnownError(
    `the provisioned concurrency of version ${version} of "${name}" was not ready within ${formatDuration(WARM_UP_LIMIT_SECONDS)}`
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
  src_base_listed_ts__listed as listed2
} from "./core.js";
function createUploads(functions, released) {
  const pending = released.filter(isPending);
  let begun = false;
  return {
    foreseen: pending.map(
      ({ name, upload }) => `code: "${name}" gets ${inWords2(upload)}, in place of ${placeOf(upload)}`
    ),
    all: async (say) => {
      if (pending.length === 0) return released;
      await storeLarge(functions, pending, say);
      begun = true;
      const done = await mapAll(pending, async (release) => {
        const { name, upload, latest } = release;
        const now2 = await functions.upload(name, latest, upload.send, upload.codeSha256);
        say(`${name}: uploaded ${inWords2(upload)}`);
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
  for (const { name, upload } of pending) {
    if (!upload.store) continue;
    const { bucket, key, content } = upload.store;
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
  for (const { name, upload } of pending) {
    const reading = await functions.read(name).catch(orElse(void 0));
    parts.push(`that of "${name}" ${whatIs(reading?.codeSha256, upload)}`);
  }
  return [
    `$LATEST now: ${listed2(parts, "; ", 20)}. Nothing serves it. To go on, run the release again: code that is there is not uploaded again. To return, release the earlier code`
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

export {
  bindProvisioned,
  lazyLogTarget,
  inspectUnqualified,
  versionReads,
  sweepVersions,
  noteAsyncSettings,
  unnamedFunctions,
  quoted,
  unreachedOf,
  countedErrors,
  slowMeasure,
  isSlowMeasure,
  needsAtMost,
  functionStatements,
  uploadStatements,
  pruneStatements,
  eventSourceStatement,
  bare,
  qualified,
  smokeStatements,
  findWarmUps,
  WARM_UP_LIMIT_SECONDS,
  POLL_SECONDS,
  warmUpVersions,
  deallocate,
  publishVersions,
  createUploads
};
