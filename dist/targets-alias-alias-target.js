import {
  POLL_SECONDS,
  WARM_UP_LIMIT_SECONDS,
  bare,
  bindProvisioned,
  countedErrors,
  createUploads,
  deallocate,
  eventSourceStatement,
  findWarmUps,
  functionStatements,
  inspectUnqualified,
  isSlowMeasure,
  lazyLogTarget,
  needsAtMost,
  noteAsyncSettings,
  pruneStatements,
  publishVersions,
  slowMeasure,
  smokeStatements,
  sweepVersions,
  unnamedFunctions,
  unreachedOf,
  uploadStatements,
  versionReads,
  warmUpVersions
} from "./targets-lambda-function-policy.shared.js";
import {
  bindVersions,
  isVersionNumber
} from "./aws-versions.shared.js";
import {
  aliasProbe,
  createAliasProbe,
  functionTagProbes,
  provisionProbes,
  publishProbe,
  uploadProbe
} from "./aws-lambda-probes.shared.js";
import {
  inspectProbes
} from "./aws-probes.shared.js";
import {
  fingerprint,
  ofRequestedTarget,
  whyLittleRoom,
  whyNoRoom
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
  bindQualifiers,
  describeCaller,
  optional,
  readCallers,
  valueIn
} from "./aws-qualifiers.shared.js";
import "./targets-lambda-policy-document.shared.js";
import {
  MORE,
  MOVED,
  PROMOTED,
  STABLE,
  WITH,
  aliasTraffic,
  bindTags,
  createAliasSet,
  describeAlias,
  inspectAlias,
  labelOf,
  mainVersion,
  makeWay,
  membersOf,
  moves,
  newAliasCache,
  newTagMemory,
  observing,
  promoteAll,
  readTags,
  readings,
  recordTagsOf,
  refOf
} from "./targets-alias-inspect-aliases.shared.js";
import {
  createNewCodes,
  createTrust,
  createVoucher
} from "./targets-lambda-new-code.shared.js";
import {
  bindAliases,
  isLostRace
} from "./aws-aliases.shared.js";
import {
  parseVersion
} from "./targets-lambda-next-version.shared.js";
import "./packaging-limits.shared.js";
import {
  bindFunctions,
  whyNotReady
} from "./aws-functions.shared.js";
import {
  aliasCommand,
  awsCommand
} from "./base-command-line.shared.js";
import {
  forAll,
  forEvery,
  mapAll
} from "./targets-concurrency.shared.js";

// src/targets/alias/alias-target.ts
import {
  src_base_problems_ts__addFindings as addFindings3,
  src_base_problems_ts__noProblems as noProblems4
} from "./release.js";
import {
  src_rollout_record_ts__APPROVED as APPROVED,
  src_rollout_record_ts__approvalTag as approvalTag,
  src_rollout_record_ts__ownerTag as ownerTag2,
  src_rollout_record_ts__PAUSED as PAUSED,
  src_rollout_record_ts__pauseTag as pauseTag,
  src_rollout_record_ts__phaseTags as phaseTags
} from "./release.js";

// src/targets/lambda/remember-versions.ts
function rememberVersions(functions) {
  const known5 = /* @__PURE__ */ new Map();
  const latest = /* @__PURE__ */ new Map();
  const keep = (label, reading) => {
    const isFinal = reading?.state === "Active" && whyNotReady(reading) === void 0;
    if (isFinal) known5.set(label, reading);
    return reading;
  };
  const read = async (name, version) => {
    const label = `${name}:${version}`;
    const before = known5.get(label);
    if (before) return before;
    const reading = await functions.read(name, version);
    if (version !== void 0 && isVersionNumber(version)) return keep(label, reading);
    if (version === void 0 && reading) latest.set(name, reading);
    return reading;
  };
  return {
    ...functions,
    read,
    seen: async (name, version) => (version === void 0 ? latest.get(name) : void 0) ?? read(name, version),
    publish: async (name, ...how) => {
      const published = await functions.publish(name, ...how);
      keep(`${name}:${published.version}`, published.reading);
      return published;
    },
    untilReady: async (name, version) => {
      const ready = known5.get(`${name}:${version}`);
      if (ready) return ready;
      const reading = await functions.untilReady(name, version);
      keep(`${name}:${version}`, reading);
      return reading;
    }
  };
}

// src/targets/alias/alias-target.ts
import {
  src_targets_ownership_ts__assertOpen as assertOpen,
  src_targets_ownership_ts__assertOwned as assertOwned2
} from "./release.js";

// src/targets/alias/alias-admission.ts
import {
  src_base_errors_ts__KnownError as KnownError
} from "./core.js";
import {
  src_targets_seal_ts__sealOf as sealOf
} from "./release.js";
async function admitAliases(functions, trust, record) {
  if (trust.isOwn(record)) return;
  const vouches = createVoucher(functions);
  for (const { change } of membersOf(record)) {
    if (await vouches(change)) continue;
    throw new KnownError(
      `only its tags say that version ${change.to} of "${change.name}" is released: this action did not publish it after version ${change.from}. Run command: rollback, and release it without waiting at 0%`
    );
  }
  trust.knows(sealOf(record));
}

// src/targets/alias/alias-callers.ts
import {
  src_aws_metric_data_ts__readMinutes as readMinutes
} from "./release.js";
import {
  src_base_problems_ts__addFindings as addFindings,
  src_base_problems_ts__noProblems as noProblems
} from "./release.js";
import {
  src_base_time_ts__now as now
} from "./core.js";
import {
  src_rollout_traffic_ts__startOfMinute as startOfMinute
} from "./release.js";

// src/targets/alias/judge-callers.ts
var DAYS = 35;
function judgeCallers(reading) {
  const { functionName, counts, arn, complete } = reading;
  const label = labelIn(arn);
  const [led, past] = [callersInWords(reading.ofAlias), passersBy(reading)];
  if (led.length > 0 || (counts?.alias ?? 0) > 0) {
    const isUsed = past.length > 0 && (counts === void 0 || counts.all > counts.alias);
    const words = isUsed ? `${listCallers(past)} may call "${functionName}" without a qualifier, but not ${label}: such calls get $LATEST, and not this release. To release to them, let them call ${arn}` : "";
    return { reaches: "somebody", words };
  }
  const silent = counts && `it was not called in the last ${DAYS} days`;
  const passing = `${listCallers(past)} may call "${functionName}" without a qualifier`;
  if (complete && past.length > 0 && silent !== void 0) {
    return {
      reaches: "nobody",
      words: `a release of ${label} would reach nobody: ${UNLED}, ${silent}, and ${passing}, which is $LATEST. Let them call ${arn}. If callers with a role of their own are going to use the alias, set unused-alias: allow. ${helpOn("nobody")}`
    };
  }
  const seen = [
    complete ? UNLED : "of what could be read, nothing leads to it",
    silent ?? "its calls could not be read",
    ...past.length > 0 ? [passing] : []
  ];
  return {
    reaches: "unknown",
    words: `nothing that AWS shows calls ${label}: ${seen.join(", and ")}. Callers with a role of their own are invisible; if there are none, this release reaches nobody`
  };
}
var UNLED = "no permission, event source or function URL leads to it";
function describeFirstCallers({
  arn,
  ofAlias,
  ofFunction,
  functionName,
  complete
}) {
  const label = labelIn(arn);
  const led = callersInWords(ofAlias);
  if (led.length > 0) return `${listCallers(led)} may call ${label} once it exists`;
  const whole = complete ? "nothing that AWS shows may call" : "it is not known what may call";
  const others = [
    ...ofFunction.sources.map(
      (source) => `create the event source mapping of ${source || "the event source"} for ${arn}`
    ),
    ...ofFunction.hasUrl ? [`create a function URL for ${label}: that of "${functionName}" calls $LATEST`] : []
  ];
  const commands = grants(functionName, arn, ofFunction.permitted);
  return [
    `${whole} ${label} once it exists, apart from callers with a role of their own. Then add a permission for each other caller: ${commands.join("; ")}`,
    ...others
  ].join("; ");
}
var MOST_COMMANDS = 3;
function grants(functionName, arn, permitted) {
  const [, partition = "", , region = "", account = "", , , alias = ""] = arn.split(":");
  const ofServices2 = permitted.filter(({ service }) => service !== void 0);
  const example = {
    service: "apigateway.amazonaws.com",
    sourceArn: `arn:${partition}:execute-api:${region}:${account}:API_ID/*`
  };
  const callers = ofServices2.length > 0 ? ofServices2 : [example];
  return callers.slice(0, MOST_COMMANDS).map(
    ({ service = "", sourceArn }, i) => awsCommand("lambda add-permission", {
      "function-name": functionName,
      qualifier: alias,
      "statement-id": `call-${alias}-${i + 1}`,
      action: "lambda:InvokeFunction",
      principal: service,
      ...sourceArn !== void 0 && { "source-arn": sourceArn },
      region
    })
  );
}
function passersBy({ ofAlias, ofFunction }) {
  const led = callersInWords(ofAlias);
  return callersInWords(ofServices(ofFunction)).filter((words) => !led.includes(words));
}
function labelIn(arn) {
  return arn.split(":").slice(6).join(":");
}

// src/targets/alias/returned-errors.ts
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
function frontsOf({ permitted, hasUrl }) {
  const known5 = permitted.map(frontOf).filter((front) => front !== void 0);
  return [...known5, ...hasUrl ? [{ kind: "url" }] : []];
}
function frontOf(caller) {
  const words = describeCaller(caller);
  switch (caller.service) {
    case "apigateway.amazonaws.com":
      return { kind: "api", words };
    case "elasticloadbalancing.amazonaws.com":
      return { kind: "load-balancer", words };
    default:
      return void 0;
  }
}
var COUNTED = {
  api: "5xx of an HTTP API or 5XXError of a REST API (AWS/ApiGateway)",
  "load-balancer": "HTTPCode_Target_5XX_Count of the target group (AWS/ApplicationELB)",
  url: "Url5xxCount (AWS/Lambda)"
};
function returnedErrorNotes(aliases) {
  const answering = aliases.filter(({ fronts: fronts2 }) => fronts2.length > 0);
  const [first] = answering;
  if (!first) return [];
  const labels = listed(answering.map(({ label }) => label));
  const fronts = answering.flatMap((one) => one.fronts);
  const through = unique(
    fronts.map((front) => front.kind === "url" ? "a function URL" : front.words)
  );
  const counted = unique(fronts.map(({ kind }) => COUNTED[kind]));
  return [
    `alias: a 5XX response that a function returns is invisible on ${labels}, called through ${listed(through)}: Lambda counts it as a success, so a version that returns status 500 is not rolled back for it. Count such responses by version and compare them: ${exampleMetrics(first.functionName)}. An alarm on ${listed(counted, " or ")} shows both versions together, so in alarms it limits a release and blames no version`
  ];
}
function unique(words) {
  return [...new Set(words)];
}
function exampleMetrics(functionName) {
  const side = (which) => `{ Version: '{${which}.${functionName}}' }`;
  return `metrics: "[{ name: 5XX responses, namespace: ${functionName}, events: Failed, total: Responses, canary: ${side("to")}, stable: ${side("from")} }]" (published by the function with its AWS_LAMBDA_FUNCTION_VERSION as the dimension Version)`;
}

// src/targets/alias/sample.ts
var MOST_ASKED = 10;
function sampleOf(all, isSpecial) {
  if (all.length <= 2 * MOST_ASKED) return new Set(all);
  const step = (all.length - 1) / (MOST_ASKED - 1);
  const spread2 = Array.from({ length: MOST_ASKED }, (_, i) => all[Math.round(i * step)]);
  return /* @__PURE__ */ new Set([...spread2.filter((one) => one !== void 0), ...all.filter(isSpecial)]);
}

// src/targets/alias/alias-callers.ts
async function inspectCallers(calls, facts, { unusedAlias, seesMore }, findings) {
  if (facts.length === 0) return;
  const counts = valueIn(await optional(() => readCounts(calls.cloudWatch, facts)));
  const sources = await optional(() => calls.versions.readEventSources());
  noteUnreadSources(sources, findings);
  const asked = sampleOf(facts, () => false);
  const each = facts.map((fact, i) => ({
    fact,
    counts: counts?.[i],
    asked: asked.has(fact),
    found: noProblems(),
    fronts: void 0
  }));
  await forAll(each, async (one) => {
    noteItemFailures(one.fact, valueIn(sources) ?? [], one.found);
    const looksAtFronts = one.asked && !seesMore;
    const known5 = { counts: one.counts, sources, unusedAlias, looksAtFronts };
    one.fronts = await inspectOne(calls, one.fact, known5, one.found);
  });
  addFindings(
    findings,
    each.map(({ found }) => found)
  );
  if (seesMore) return;
  if (asked.size < facts.length) {
    findings.notes.push(
      `alias: what answers users through an alias was looked at on ${asked.size} of the ${facts.length} functions, because Lambda allows few calls a second`
    );
  }
  const answering = each.flatMap(({ fronts }) => fronts ? [fronts] : []);
  findings.notes.push(...returnedErrorNotes(answering));
}
async function inspectOne(calls, fact, { counts, sources, unusedAlias, looksAtFronts }, found) {
  const { problems, notes } = found;
  const isFirst = fact.from === "";
  const isAll = !isFirst && counts && counts.alias > 0 && counts.all <= counts.alias;
  if (isAll && !looksAtFronts) return void 0;
  const { reading, why } = await readAliasCallers(calls, fact, counts, sources);
  const { functionName } = fact.ref;
  const fronts = { label: labelOf(fact.ref), functionName, fronts: frontsOf(reading.ofAlias) };
  if (isAll) return fronts;
  if (why.length > 0) {
    notes.push(
      `alias: what calls ${labelOf(fact.ref)} could not be read completely (${why.join("; ")})`
    );
  }
  if (isFirst) {
    notes.push(`alias: ${describeFirstCallers(reading)}`);
    await noteFirstSettings(calls, fact, found);
    return void 0;
  }
  const { reaches, words } = judgeCallers(reading);
  const refuses = reaches === "nobody" && unusedAlias === "refuse";
  if (words !== "") (refuses ? problems : notes).push(`alias: ${words}`);
  return reaches === "somebody" ? fronts : void 0;
}
function noteFirstSettings({ qualifiers }, { arn, ref: { functionName, alias } }, found) {
  const region = arn.split(":")[3] ?? "";
  const succession = { functionName, region, from: "$LATEST", version: void 0, alias };
  return noteAsyncSettings(qualifiers, succession, found);
}
async function readAliasCallers({ functions, qualifiers }, { arn, ref }, counts, sources) {
  const { functionName, alias } = ref;
  const aliasArn = `${arn}:${alias}`;
  const { of, why } = await readCallers(functions, qualifiers, arn, [alias], sources);
  const reading = {
    functionName,
    arn: aliasArn,
    counts,
    ofAlias: of(aliasArn, "unknown"),
    ofFunction: of(arn, "yes"),
    complete: why.length === 0 && "value" in sources
  };
  return { reading, why };
}
var DAY = 24 * 3600;
async function readCounts(client, facts) {
  const to = startOfMinute(now());
  const series = facts.flatMap(({ ref }) => {
    const FunctionName = ref.functionName;
    return [{ FunctionName, Resource: labelOf(ref) }, { FunctionName }].map((dimensions) => ({
      namespace: "AWS/Lambda",
      metric: "Invocations",
      dimensions,
      statistic: "Sum",
      period: DAY
    }));
  });
  const values = await readMinutes(client, series, to - DAYS * DAY, to);
  return facts.map((_, i) => ({ alias: total(values[2 * i]), all: total(values[2 * i + 1]) }));
}
function total(values = /* @__PURE__ */ new Map()) {
  return [...values.values()].reduce((sum, value) => sum + value, 0);
}
function noteUnreadSources(sources, { notes }) {
  if ("value" in sources) return;
  notes.push(
    `alias: the event sources could not be read (${sources.why}), so it is not known whether one of them calls a function without its alias, or has failures that are not counted as errors`
  );
}
function noteItemFailures({ arn, ref }, sources, { notes }) {
  const called = `${arn}:${ref.alias}`;
  const reporting = sources.filter((one) => one.functionArn === called && one.reportsItems);
  for (const { sourceArn } of reporting) {
    notes.push(
      `alias: ${labelOf(ref)} reports failed messages of ${sourceArn} with ReportBatchItemFailures: AWS counts these as successful invocations, so a version that fails all of them is not rolled back for it. Count the failed messages in metrics, or name an alarm on them in alarms`
    );
  }
}

// src/targets/alias/alias-claim.ts
import {
  src_targets_alias_alias_record_ts__aliasesOf as aliasesOf
} from "./core.js";
function beyondAliases(record, asked) {
  const { aliases } = aliasesOf(record);
  const label = (name) => `${name}:${aliases[name]}`;
  const unnamed = unnamedFunctions(record, Object.keys(asked), label);
  if (unnamed !== void 0) return unnamed;
  const moved = record.functions.find(({ name }) => aliases[name] !== asked[name]);
  return moved && `it moves the alias ${label(moved.name)}, and this run names ${moved.name}:${asked[moved.name]}; expected functions: ${label(moved.name)}`;
}

// src/targets/alias/alias-counts.ts
import {
  src_analysis_count_table_ts__addUp as addUp,
  src_analysis_count_table_ts__NO_EVENTS as NO_EVENTS2,
  src_analysis_count_table_ts__shownTogether as shownTogether2
} from "./release.js";
import {
  src_analysis_errors_measure_ts__errorsMeasure as errorsMeasure,
  src_analysis_errors_measure_ts__invocationsMeasure as invocationsMeasure,
  src_analysis_errors_measure_ts__SUMMED_FUNCTION_PARTS as SUMMED_FUNCTION_PARTS
} from "./release.js";
import {
  src_aws_metric_data_ts__readMinutes as readMinutes3
} from "./release.js";
import {
  src_base_assert_ts__must as must
} from "./core.js";
import {
  src_monitor_baseline_ts__countsOf as countsOf2,
  src_monitor_baseline_ts__hasAny as hasAny,
  src_monitor_baseline_ts__readDailyTraffic as readDailyTraffic
} from "./release.js";
import {
  src_rollout_traffic_ts__startOfMinute as startOfMinute2
} from "./release.js";

// src/targets/alias/alias-latency.ts
import {
  src_analysis_count_table_ts__NO_EVENTS as NO_EVENTS,
  src_analysis_count_table_ts__shownTogether as shownTogether
} from "./release.js";
import {
  src_analysis_measure_ts__ALL as ALL
} from "./release.js";
import {
  src_aws_aws_errors_ts__isRefusedForContent as isRefusedForContent
} from "./release.js";
import {
  src_aws_call_ts__causedBy as causedBy
} from "./release.js";
import {
  src_aws_metric_data_ts__readMinutes as readMinutes2
} from "./release.js";
import {
  src_monitor_baseline_ts__countsOf as countsOf
} from "./release.js";
var HOUR = 3600;
var QUANTILES = [0.9, 0.99];
async function readLatencyBaseline(client, refs, to) {
  try {
    return await readHour(client, refs, to);
  } catch (error) {
    if (!causedBy(error, isRefusedForContent)) throw error;
    return { measures: [], gap: "refused" };
  }
}
async function readHour(client, refs, to) {
  const found = await readThresholds(client, refs, to);
  const series = found.flatMap(({ ref, thresholds }) => [
    durationSeries(ref, "SampleCount"),
    ...thresholds.map((threshold) => durationSeries(ref, slowStatistic(threshold)))
  ]);
  const values = await readMinutes2(client, series, to - HOUR, to);
  let at = 0;
  const next = () => values[at++] ?? /* @__PURE__ */ new Map();
  const hours = found.flatMap(({ ref, thresholds }) => {
    const ran = next();
    return thresholds.map((threshold) => ({
      measure: slowMeasure(threshold, scopeOf(ref, refs)),
      counted: shownTogether(ran, next())
    }));
  });
  if (hours.length === 0) return { measures: [], gap: "no-traffic" };
  if (hours.some(({ counted }) => counted.incomplete)) return { measures: [], gap: "not-counted" };
  const measures = hours.map(({ measure, counted }) => ({ measure, minutes: countsOf(counted) }));
  return { measures, gap: void 0 };
}
async function readThresholds(client, refs, to) {
  const statistics = ["SampleCount", ...QUANTILES.map((q) => `p${q * 100}`)];
  const series = refs.flatMap(
    (ref) => statistics.map((statistic) => ({ ...durationSeries(ref, statistic), period: HOUR }))
  );
  const values = await readMinutes2(client, series, to - HOUR, to);
  return refs.flatMap((ref, i) => {
    const first = i * statistics.length;
    const [samples = /* @__PURE__ */ new Map(), ...quantiles] = values.slice(first, first + statistics.length);
    const thresholds = QUANTILES.flatMap((quantile, q) => {
      const milliseconds = mostSampled(quantiles[q] ?? /* @__PURE__ */ new Map(), samples);
      return milliseconds === void 0 ? [] : [{ quantile, milliseconds: Math.ceil(milliseconds) }];
    });
    return thresholds.length === 0 ? [] : [{ ref, thresholds }];
  });
}
function mostSampled(values, samples) {
  const [best] = [...values].sort(([a], [b]) => (samples.get(b) ?? 0) - (samples.get(a) ?? 0));
  return best?.[1];
}
async function readSlowVersions(client, baseline, changes, refOf2, span) {
  const measures = baseline.map(({ measure }) => measure).filter(isSlowMeasure);
  const asked = measures.flatMap((measure) => {
    const change = changeOf(measure, changes);
    return change ? [{ measure, change, ref: refOf2(change.name) }] : [];
  });
  const series = asked.flatMap(
    ({ measure, change: { from, to }, ref }) => [to, from, ...span.promoted ? [void 0] : []].flatMap((version) => [
      durationSeries(ref, "SampleCount", version),
      durationSeries(ref, slowStatistic(measure.threshold), version)
    ])
  );
  const values = await readMinutes2(client, series, span.from, span.to, span.kept);
  let at = 0;
  const next = () => {
    const [ran = /* @__PURE__ */ new Map(), slow = /* @__PURE__ */ new Map()] = [values[at++], values[at++]];
    return shownTogether(ran, slow);
  };
  return asked.map(({ measure }) => ({
    measure,
    canary: next(),
    stable: next(),
    promoted: span.promoted ? next() : NO_EVENTS
  }));
}
function changeOf({ scope }, changes) {
  if (scope.kind !== "function") return changes[0];
  return changes.find(({ name }) => name === scope.name);
}
function scopeOf({ functionName: name }, refs) {
  return refs.length === 1 ? ALL : { kind: "function", name };
}
function slowStatistic({ milliseconds }) {
  return `TC(${milliseconds}:)`;
}
function durationSeries({ functionName, alias }, statistic, version) {
  return {
    namespace: "AWS/Lambda",
    metric: "Duration",
    dimensions: {
      FunctionName: functionName,
      Resource: `${functionName}:${alias}`,
      ...version && { ExecutedVersion: version }
    },
    statistic
  };
}

// src/targets/alias/alias-counts.ts
var HOUR2 = 3600;
var NO_LATENCY = { measures: [], gap: void 0 };
function createAliasCounts(client, refs, aliasOf = new Map(
  refs.map(({ functionName, alias }) => [functionName, alias])
)) {
  const refOf2 = (functionName) => ({
    functionName,
    alias: must(aliasOf.get(functionName), `the alias of "${functionName}" is known`)
  });
  let changed = [];
  let gap = "no-traffic";
  return {
    readTraffic: async (changes, span, closedUntil) => {
      const [ofNew, ofOld, ofAll] = await readGroups(client, span, [
        changes.map((c) => invocations(refOf2(c.name), c.to)),
        changes.map((c) => invocations(refOf2(c.name), c.from)),
        span.promoted ? changes.map((c) => invocations(refOf2(c.name))) : []
      ]);
      const sides = { canary: addUp(ofNew), stable: addUp(ofOld), promoted: addUp(ofAll) };
      changed = changes;
      const counted = countedErrors("alias", { apart: true, sides, closedUntil });
      const own = severalOf(changes).map(({ name }, i) => ({
        measure: ownErrors(name),
        canary: ofNew[i] ?? NO_EVENTS2,
        stable: ofOld[i] ?? NO_EVENTS2,
        promoted: ofAll[i] ?? NO_EVENTS2
      }));
      const table = { ...counted.table, rows: [...counted.table.rows, ...own] };
      return { ...counted, table, unreached: unreachedOf(changes, ofNew) };
    },
    readFailures: async (changes, { from, to }) => {
      const series = changes.flatMap(({ name, to: version }) => {
        const [, errors, throttles] = invocations(refOf2(name), version);
        return [errors, throttles];
      });
      return hasAny(await readMinutes3(client, series, from, to));
    },
    readBaseline: async (startedAt, functions, compare) => {
      const to = startOfMinute2(startedAt);
      const whole = refs.map((ref) => invocations(ref));
      const [all] = await readGroups(client, { from: to - HOUR2, to }, [whole, [], []]);
      const counts = new Map(refs.map(({ functionName }, i) => [functionName, all[i]]));
      const own = compare.includes("errors") ? severalOf(functions) : [];
      const latency = compare.includes("latency") ? await readLatencyBaseline(client, refs, to) : NO_LATENCY;
      gap = latency.gap;
      return [
        { measure: errorsMeasure(), minutes: countsOf2(addUp(all)) },
        ...own.map(({ name }) => ({
          measure: ownErrors(name),
          minutes: countsOf2(counts.get(name) ?? NO_EVENTS2)
        })),
        ...latency.measures
      ];
    },
    latencyGap: () => gap,
    readMeasures: (baseline, _, span) => readSlowVersions(client, baseline, changed, refOf2, span),
    readDaily: (now3) => {
      const pairs = refs.map((ref) => {
        const [requests, errors] = invocations(ref);
        return [requests, errors];
      });
      return readDailyTraffic(client, pairs, now3);
    }
  };
}
function severalOf(functions) {
  return functions.length > 1 ? functions : [];
}
function ownErrors(name) {
  return invocationsMeasure(name, SUMMED_FUNCTION_PARTS);
}
async function readGroups(client, { from, to, kept }, groups) {
  const values = await readMinutes3(client, groups.flat(2), from, to, kept);
  let at = 0;
  const take = (group) => group.map(() => addUp(asEvents(values[at++], values[at++], values[at++])));
  const [first, second, third] = groups;
  return [take(first), take(second), take(third)];
}
function invocations({ functionName, alias }, version) {
  const dimensions = {
    FunctionName: functionName,
    Resource: `${functionName}:${alias}`,
    ...version && { ExecutedVersion: version }
  };
  const series = (metric) => ({
    namespace: "AWS/Lambda",
    metric,
    dimensions,
    statistic: "Sum"
  });
  return [series("Invocations"), series("Errors"), series("Throttles")];
}
function asEvents(ran = /* @__PURE__ */ new Map(), failed = /* @__PURE__ */ new Map(), throttled = /* @__PURE__ */ new Map()) {
  return [shownTogether2(ran, failed), { requests: throttled, events: throttled }];
}

// src/targets/alias/alias-policy.ts
import {
  src_targets_iam_policy_ts__allow as allow,
  src_targets_iam_policy_ts__only as only
} from "./release.js";
function aliasPolicy(needs, place, order) {
  const { functions, aliases } = needs;
  const { prunes } = order;
  return [
    ...aliasStatements(needs),
    ...functionStatements(functions, {
      calls: [],
      versions: [
        "lambda:GetPolicy",
        ...only(aliases !== "moved", "lambda:GetFunctionEventInvokeConfig"),
        ...only(aliases !== "created", "lambda:GetProvisionedConcurrencyConfig")
      ],
      readsPolicies: true,
      readsNext: aliases !== "created",
      order
    }),
    // Who calls the alias.
    allow("Callers", ["lambda:GetPolicy", "lambda:ListFunctionUrlConfigs"], bare(functions)),
    eventSourceStatement(functions),
    ...smokeStatements(aliases === "created" ? void 0 : needs.smoke, bare(functions), place),
    ...uploadStatements(functions, place),
    // A role that releases an alias may list its tags anyway.
    ...prunes ? pruneStatements(functions, []) : []
  ];
}
function aliasPolicyAtMost({ firstRelease, smokeNeeds: smoke }, released, place, order) {
  const aliases = firstRelease === "allow" ? "either" : "moved";
  const functions = released.map((input) => needsAtMost(place, input));
  return aliasPolicy({ aliases, functions, smoke }, place, order);
}
function aliasStatements({ functions, aliases }) {
  const write = [
    ...only(aliases !== "moved", "lambda:CreateAlias", "lambda:DeleteAlias"),
    ...only(aliases !== "created", "lambda:UpdateAlias")
  ];
  const savePhase = only(aliases !== "created", "lambda:TagResource", "lambda:UntagResource");
  return [
    // IAM treats an alias as part of its function (Service Authorization Reference).
    allow("Release", ["lambda:GetAlias", ...write], bare(functions)),
    allow("Remember", ["lambda:ListTags", ...savePhase], bare(functions))
  ];
}

// src/targets/alias/alias-rollback.ts
import {
  src_aws_arns_ts__accountOf as accountOf
} from "./release.js";
import {
  src_base_errors_ts__MovedError as MovedError
} from "./core.js";
import {
  src_targets_ownership_ts__isOwnedByAnother as isOwnedByAnother
} from "./release.js";
import {
  src_targets_alias_alias_record_ts__aliasesOf as aliasesOf2
} from "./core.js";

// src/targets/alias/finalize-provisioned.ts
import {
  src_base_duration_ts__formatDuration as formatDuration
} from "./core.js";
import {
  src_base_errors_ts__KnownError as KnownError2,
  src_base_errors_ts__known as known
} from "./core.js";
async function finalizeProvisioned(bound, members, waiting) {
  const kept = members.filter((member) => member.kept);
  await forEvery(kept, (member) => handOverOne(bound, member, waiting));
}
async function handOverOne(bound, member, waiting) {
  const { ref, change } = member;
  const label = labelOf(ref);
  try {
    await bound.aliasSet.bring(member, PROMOTED);
  } catch (error) {
    throw new KnownError2(
      `${label} gives all traffic to version ${change.to} by weight, but could not be pointed to it, and the version keeps its allocated environments: ${known(error).message}`,
      { cause: error }
    );
  }
  waiting.say(
    `${label}: Lambda moves its provisioned concurrency to version ${change.to}, and may serve version ${change.from} until it is ready`
  );
  const failure = await untilMoved(bound, member, waiting);
  if (failure === void 0) {
    await bound.provisioned.remove(change.name, change.to);
    waiting.say(
      waiting.stopped() ? `${label}: no longer waiting` : `${label}: version ${change.to} is served by environments of the alias`
    );
    return;
  }
  await bound.aliasSet.bring(member, MOVED);
  throw new KnownError2(
    `the provisioned concurrency of ${label} ${failure} for version ${change.to}, which is served anyway, and keeps its allocated environments`
  );
}
var CHECKS = 2;
async function untilMoved({ aliasSet, provisioned }, { ref, change }, { pause, stopped }) {
  let settled = 0;
  for (let waited = 0; waited <= WARM_UP_LIMIT_SECONDS; waited += POLL_SECONDS) {
    const trafficState = aliasTraffic(await aliasSet.read(ref), change);
    if (trafficState.kind !== "promoted") {
      throw new KnownError2(
        `${labelOf(ref)} was moved by someone else while Lambda moved its provisioned concurrency`
      );
    }
    const found = await provisioned.read(ref.functionName, ref.alias);
    if (found?.status === "FAILED") return `failed (${found.reason || "Lambda gives no reason"})`;
    settled = trafficState.held || found?.status === "IN_PROGRESS" ? 0 : settled + 1;
    if (settled >= CHECKS || stopped()) return void 0;
    await pause(POLL_SECONDS);
  }
  return `was not ready within ${formatDuration(WARM_UP_LIMIT_SECONDS)}`;
}

// src/targets/alias/alias-rollback.ts
function rollbackOf(bound) {
  const { aliasSet, functions, provisioned, stored, trust, versions } = bound;
  const isNeeded = async (name, version) => (await versions.aliased(name)).includes(version);
  return {
    ...readings(bound),
    restore: ({ record }, trafficState) => restoreOwned(aliasSet, membersOf(record), trafficState),
    completePromotion: ({ record }) => promoteAll(bound, trust, record),
    finalizeProvisioned: ({ record }, waiting) => finalizeProvisioned({ aliasSet, provisioned }, membersOf(record), waiting),
    cleanUp: ({ record }, served) => deallocate({ provisioned, isNeeded }, record.functions, aliasesOf2(record), served),
    clearState: async (last, of) => {
      if (isOwnedByAnother(await stored.read(), of)) return;
      await stored.clear(last);
    },
    readAccount: async (storedOn) => {
      const [name = ""] = storedOn.split(":").slice(6);
      return accountOf((await functions.read(name))?.arn ?? "");
    }
  };
}
async function restoreOwned(aliasSet, members, trafficState) {
  const known5 = trafficState.kind === "external" && trafficState.others === "owned";
  await forEvery(members, async (member) => {
    try {
      await aliasSet.bring(member, STABLE);
    } catch (error) {
      if (!known5 || !(error instanceof MovedError)) throw error;
    }
  });
}

// src/targets/alias/alias-setup.ts
import {
  src_aws_lambda_client_ts__CALLS_PER_SECOND as CALLS_PER_SECOND
} from "./release.js";
import {
  src_base_assert_ts__must as must2
} from "./core.js";
import {
  src_base_errors_ts__KnownError as KnownError4,
  src_base_errors_ts__known as known2,
  src_base_errors_ts__MovedError as MovedError3
} from "./core.js";
import {
  src_base_listed_ts__listed as listed2
} from "./core.js";
import {
  src_rollout_record_ts__expectedTags as expectedTags,
  src_rollout_record_ts__MAX_CHUNKS as MAX_CHUNKS,
  src_rollout_record_ts__recordTags as recordTags
} from "./release.js";
import {
  src_targets_alias_alias_record_ts__aliasesOf as aliasesOf3
} from "./core.js";

// src/targets/alias/repair-split.ts
import {
  src_base_errors_ts__KnownError as KnownError3,
  src_base_errors_ts__MovedError as MovedError2
} from "./core.js";
async function repairSplit(aliases, facts) {
  const done = [];
  await forAll(facts, async (fact) => {
    if (fact.split) done.push(await repair(aliases, fact, fact.split));
  });
  return done.join("; ");
}
async function repair(aliases, { ref }, split) {
  const label = labelOf(ref);
  const version = mainVersion(split);
  try {
    const after = await aliases.update(ref, { version, canary: void 0 }, split.revisionId);
    const shown = describeAlias(after);
    if (shown === version) return `${label} was ${describeAlias(split)}, and is ${version} again`;
    throw new KnownError3(`${label} should point to ${version} again, but is ${shown}`);
  } catch (error) {
    if (!isLostRace(error)) throw error;
    throw new MovedError2(
      `${label} was not repaired: someone has moved it since the last check, so another release is in progress`,
      { cause: error }
    );
  }
}

// src/targets/alias/alias-setup.ts
function setUpAliases({ aliases, functions, place, removing, provisioned, stored, trust, smoke }, facts, longestAnswerSeconds) {
  const first = facts.every(({ from }) => from === "");
  const released = facts.map(({ release }) => release);
  const uploads = createUploads(functions, released);
  return {
    functions: released,
    uploads,
    publish: (publishing) => publishVersions(functions, uploads, publishing),
    longestAnswerSeconds,
    ...!first && {
      movedOneByOne: {
        functions: facts.map(({ ref }) => ref.functionName),
        callsPerSecond: CALLS_PER_SECOND
      }
    },
    provisionedForNew: facts.reduce((sum, { warmth }) => sum + warmth.count, 0),
    blindSpots: [{ kind: "returned-errors" }, { kind: "asynchronous" }],
    functionArns: facts.map(({ arn }) => arn),
    policy: (order) => aliasPolicy(
      { aliases: first ? "created" : "moved", functions: facts.map(needsOf), smoke },
      place,
      order
    ),
    ...facts.some(({ split }) => split) && { repair: () => repairSplit(aliases, facts) },
    whyUnchanged: async (changes) => changes.every((change) => change.from === change.to) ? "code and configuration are the same as in the version that the alias points to" : void 0,
    ...first && { serveFirst: (changes) => createAll({ aliases, removing }, facts, changes) },
    storedOn: must2([...facts].sort(byName)[0], "a function is released").arn,
    checkRoom: async (begun, signs, findings) => {
      if (first) return;
      const tags = {
        ...tagsFor(withExpected(begun, facts), facts.length),
        ...expectedTags(begun)
      };
      await stored.checkRoom(tags, begun.id, signs, findings);
    },
    record: () => ({
      kind: "alias",
      aliases: Object.fromEntries(facts.map(({ ref }) => [ref.functionName, ref.alias]))
    }),
    prepare: async (begun, preparing) => {
      const phase = { kind: "preparing" };
      const kept = facts.filter(({ warmth }) => warmth.of === "alias").map(({ ref }) => ref);
      const aliasOf = new Map(kept.map(({ functionName, alias }) => [functionName, alias]));
      const warm = new Set(
        facts.filter(({ warmth }) => warmth.of !== "none").map(({ ref }) => ref.functionName)
      );
      const warmed = begun.functions.filter(({ name }) => warm.has(name));
      const warmUps = await findWarmUps(provisioned, warmed, aliasOf);
      const record = withAllocated(begun, warmUps, [...aliasOf.keys()]);
      trust.writes(record);
      const tags = tagsFor(record, facts.length);
      await stored.begin(tags, record.id, preparing.pause);
      await warmUpVersions(provisioned, record.functions, warmUps, preparing);
      preparing.say("The new versions are published; they receive no traffic yet.");
      return { record, phase, stepStartTimes: [], canaryDeploymentId: void 0 };
    }
  };
}
function tagsFor(record, functions) {
  return recordTags(record, { kind: "preparing" }, MAX_CHUNKS * functions);
}
function withExpected(record, facts) {
  const warm = facts.filter(({ warmth }) => warmth.of !== "none");
  const warmed = warm.map(({ ref, warmth }) => [ref.functionName, warmth.count]);
  const kept = warm.filter(({ warmth }) => warmth.of === "alias");
  const names = kept.map(({ ref }) => ref.functionName);
  return withAllocated(record, Object.fromEntries(warmed), names);
}
function needsOf({ arn, input, release, warmth, durable }) {
  return {
    arn,
    durable,
    publishes: input.version === void 0,
    code: input.code?.source,
    stores: release.version === void 0 && release.upload?.store,
    provisions: warmth.of !== "none"
  };
}
function byName({ ref: a }, { ref: b }) {
  return a.functionName < b.functionName ? -1 : 1;
}
function withAllocated(record, warmed, kept) {
  const target = {
    ...aliasesOf3(record),
    ...Object.keys(warmed).length > 0 && { warmed },
    ...kept.length > 0 && { kept }
  };
  return { ...record, target };
}
async function createAll({ aliases, removing }, facts, changes) {
  const versions = new Map(changes.map(({ name, to }) => [name, to]));
  const made = [];
  try {
    await forAll(facts, async (fact) => {
      const version = must2(versions.get(fact.ref.functionName), "each function has its version");
      const state = await aliases.create(fact.ref, version);
      if (state.version !== version) {
        throw new MovedError3(
          `${labelOf(fact.ref)} should be created for version ${version}, but someone else created it: ${describeAlias(state)}`
        );
      }
      made.push(fact);
    });
  } catch (error) {
    const left = await removeAll(removing, made);
    const { message } = known2(error);
    const why = left === void 0 ? `no alias was created: ${message}` : `${message}; some aliases were already created: ${left}`;
    throw new KnownError4(why, { cause: error });
  }
  const labels = listed2(facts.map(({ ref }) => labelOf(ref)));
  return `${labels} ${facts.length === 1 ? "was" : "were"} created and ${facts.length === 1 ? "gives" : "give"} all traffic to the new version`;
}
async function removeAll(aliases, made) {
  try {
    await forEvery(made, ({ ref }) => aliases.remove(ref));
    return void 0;
  } catch (error) {
    return known2(error).message;
  }
}

// src/targets/alias/alias-undo.ts
import {
  src_base_errors_ts__KnownError as KnownError5,
  src_base_errors_ts__known as known3
} from "./core.js";
async function findAliasUndo({ aliasSet, functions, rollbackAliasSet }, refs, to) {
  const found = await mapAll(
    refs,
    async (ref) => memberOf(aliasSet, functions, ref, to, refs.length)
  );
  const members = found.filter((member) => member !== void 0);
  const moved = members.filter(({ change }) => change.from !== change.to);
  return {
    functions: members.map(({ change: { name, from, to: to2 } }) => ({ name, from: to2, to: from })),
    words: members.map(({ ref, change }) => `${labelOf(ref)} on version ${change.to}`).join(", "),
    done: moved.length === 0,
    go: () => moveAll(rollbackAliasSet, moved)
  };
}
async function moveAll(aliasSet, members) {
  try {
    await forAll(members, (member) => aliasSet.bring(member, MOVED));
  } catch (error) {
    await forEvery(members, (member) => aliasSet.bring(member, STABLE));
    throw new KnownError5(`nothing was rolled back: ${known3(error).message}`, { cause: error });
  }
}
async function memberOf(aliasSet, functions, ref, to, count) {
  const name = ref.functionName;
  const state = await aliasSet.read(ref);
  if (!state) throw new KnownError5(`there is no alias ${labelOf(ref)}`);
  const from = state.version;
  const wanted = await versionFor(functions, name, from, to, count);
  if (wanted === void 0) return void 0;
  if (!await functions.read(name, wanted)) {
    throw new KnownError5(
      `version ${wanted} of "${name}" no longer exists, so it cannot be restored`
    );
  }
  return { ref, change: { name, from, to: wanted }, kept: false };
}
async function versionFor(functions, name, from, to, count) {
  switch (to.kind) {
    case "deployment":
      throw new KnownError5("rollback-to: aliases have no deployments; expected versions");
    case "versions": {
      const { "": lone } = to.versions;
      if (lone === void 0) return to.versions[name];
      if (count === 1) return lone;
      throw new KnownError5(
        `rollback-to: "${lone}" does not name its function; expected for example ${name}=${lone}`
      );
    }
    case "previous": {
      const served = await functions.read(name, from);
      const before = parseVersion(served?.description ?? "");
      if (before !== void 0) return before;
      throw new KnownError5(
        `version ${from} of "${name}" does not say what was served before it; name a version instead of previous, such as ${name}=7`
      );
    }
  }
}

// src/targets/alias/alias-way-in.ts
var MOST_SHOWN = 5;
function aliasWayIn(region, record) {
  const all = membersOf(record);
  const commands = all.slice(0, MOST_SHOWN).map(
    ({ change }) => awsCommand("lambda invoke", {
      region,
      "function-name": change.name,
      qualifier: change.to,
      "cli-binary-format": "raw-in-base64-out",
      // The file for the answer follows the options.
      payload: ["{}", "/dev/stdout"]
    })
  );
  const more = all.length - commands.length;
  return {
    commands,
    notes: more > 0 ? [`${more} more functions are invoked in the same way.`] : []
  };
}

// src/targets/alias/first-release.ts
import {
  src_base_errors_ts__orElse as orElse
} from "./core.js";
import {
  src_base_listed_ts__listed as listed3
} from "./core.js";
import {
  src_base_suggest_ts__didYouMean as didYouMean
} from "./core.js";
async function checkFirst(aliases, facts, firstRelease, findings) {
  const absent = facts.filter(({ from }) => from === "");
  if (absent.length === 0) return;
  const missing = await mapAll(absent, (fact) => describeMissing(aliases, fact));
  const labels = listed3(missing.map(({ label }) => label));
  const words = missing.slice(0, SHOWN_NAMES).map((each) => each.words).join("");
  if (absent.length < facts.length) {
    findings.problems.push(
      `alias: there is no ${labels} yet, but the others exist.${words} A first release cannot be compared, so release ${absent.length === 1 ? "it" : "them"} alone first, with first-release: allow`
    );
  } else if (firstRelease === "refuse") {
    findings.problems.push(
      `alias: there is no ${labels}.${words} If this is the first release, set first-release: allow, which creates ${absent.length === 1 ? "the alias" : "these aliases"} and gives the new version all traffic immediately`
    );
  } else {
    findings.notes.push(
      `alias: there is no ${labels} yet, so this is the first release: with nothing to compare it with, all traffic goes to it immediately.${words}`
    );
  }
}
async function describeMissing(aliases, { ref }) {
  const { functionName, alias } = ref;
  const names = await aliases.names(functionName).catch(orElse([]));
  return { label: labelOf(ref), words: didYouMean(alias, names) || listNames(functionName, names) };
}
var SHOWN_NAMES = 10;
function listNames(functionName, names) {
  if (names.length === 0) return "";
  const shown = names.slice(0, SHOWN_NAMES).map((name) => `"${name}"`);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : "";
  return ` "${functionName}" has the ${names.length === 1 ? "alias" : "aliases"} ${shown.join(", ")}${more}.`;
}

// src/targets/alias/forget-commands.ts
import {
  src_rollout_record_ts__ourTagKeys as ourTagKeys
} from "./release.js";
import {
  src_targets_lambda_function_shape_ts__isFunctionName as isFunctionName
} from "./core.js";
async function forgetCommands(tagged, region, names) {
  const [leader = "", ...others] = [...names].sort();
  const stored = await readTags(tagged, leader, await tagged.tagsOf(leader));
  const open = stored.kind === "rollout" ? stored.storedRollout.record.functions : [];
  const all = /* @__PURE__ */ new Set([...others, ...open.map(({ name }) => name)]);
  all.delete(leader);
  const commands = await mapAll([...all, leader], async (name) => {
    const [tags, arn] = [await tagged.tagsOf(name), await tagged.arnOf(name)];
    const keys = ourTagKeys(tags);
    const { [WITH]: elsewhere = leader } = tags;
    const isOfAnother = elsewhere !== leader && isFunctionName(elsewhere);
    if (arn === void 0 || keys.length === 0 || isOfAnother) return [];
    return [awsCommand("lambda untag-resource", { region, resource: arn, "tag-keys": keys })];
  });
  return commands.flat();
}

// src/targets/alias/inspect-alias-permissions.ts
import {
  src_aws_lambda_client_ts__LAMBDA as LAMBDA
} from "./release.js";
import {
  src_base_problems_ts__addFindings as addFindings2,
  src_base_problems_ts__noProblems as noProblems2
} from "./release.js";
async function inspectPermissions(clients, facts, findings) {
  const { place, open } = clients;
  const lambda = open(LAMBDA);
  const movingOf = ({ input: { name }, from }) => from === "" ? createAliasProbe(lambda, place, name) : aliasProbe(lambda, place, name);
  const othersOf = ({ input: { name, version, code }, arn, from, warmth }) => [
    ...code ? [uploadProbe(lambda, place, name)] : [],
    ...version === void 0 ? [publishProbe(lambda, place, name)] : [],
    ...from === "" ? [] : functionTagProbes(lambda, arn),
    ...warmth.of !== "none" ? provisionProbes(lambda, place, name) : []
  ];
  const asked = sampleOf(facts, needsMore);
  if (asked.size < facts.length) {
    findings.notes.push(
      `permissions: those to publish a version and to store the release were checked on ${asked.size} of the ${facts.length} functions, because Lambda allows few calls a second`
    );
  }
  const probesOf = (fact) => [
    movingOf(fact),
    ...asked.has(fact) ? othersOf(fact) : []
  ];
  const each = facts.map((fact) => ({ fact, found: noProblems2() }));
  await forAll(each, ({ fact, found }) => inspectProbes(clients, probesOf(fact), found));
  addFindings2(
    findings,
    each.map(({ found }) => found)
  );
}
function needsMore({ warmth, input }) {
  return warmth.of !== "none" || input.code !== void 0;
}

// src/targets/alias/observed-duration.ts
import {
  src_aws_metric_data_ts__readMinutes as readMinutes4
} from "./release.js";
import {
  src_base_errors_ts__known as known4
} from "./core.js";
import {
  src_base_time_ts__now as now2
} from "./core.js";
import {
  src_rollout_traffic_ts__startOfMinute as startOfMinute3
} from "./release.js";
var HOUR3 = 3600;
var DAY2 = 24 * HOUR3;
var SHORT_SECONDS = 30;
var LEAST_INVOCATIONS = 100;
var SLACK = 2;
function answerSeconds(timeoutSeconds, observed) {
  if (!observed || observed.invocations < LEAST_INVOCATIONS) return timeoutSeconds;
  const expected = Math.max(SHORT_SECONDS, Math.ceil(SLACK * observed.longestMs / 1e3));
  return Math.min(timeoutSeconds, expected);
}
async function findLongestAnswer(client, aliases, { notes }) {
  const observed = await readDurations(client, aliases, now2()).catch((error) => {
    notes.push(
      `alias: how long invocations take could not be read (${known4(error).message}), so evidence for the new version waits for the whole timeout`
    );
    return [];
  });
  return Math.max(
    ...aliases.map(({ timeoutSeconds }, i) => answerSeconds(timeoutSeconds, observed[i]))
  );
}
async function readDurations(client, aliases, at) {
  const long = aliases.filter(({ timeoutSeconds }) => timeoutSeconds > SHORT_SECONDS);
  if (long.length === 0) return aliases.map(() => void 0);
  const to = startOfMinute3(at);
  const series = long.flatMap(({ ref }) => [hourly(ref, "SampleCount"), hourly(ref, "Maximum")]);
  const values = await readMinutes4(client, series, to - DAY2, to);
  return aliases.map((one) => {
    const place = long.indexOf(one);
    return place < 0 ? void 0 : durationsIn(values[2 * place], values[2 * place + 1]);
  });
}
function durationsIn(counts = /* @__PURE__ */ new Map(), longest = /* @__PURE__ */ new Map()) {
  return {
    invocations: [...counts.values()].reduce((sum, count) => sum + count, 0),
    longestMs: Math.max(0, ...longest.values())
  };
}
function hourly(ref, statistic) {
  return {
    namespace: "AWS/Lambda",
    metric: "Duration",
    dimensions: { FunctionName: ref.functionName, Resource: labelOf(ref) },
    statistic,
    period: HOUR3
  };
}

// src/targets/alias/tag-store.ts
import {
  src_base_errors_ts__MovedError as MovedError4,
  src_base_errors_ts__orElse as orElse2
} from "./core.js";
import {
  src_rollout_record_ts__isRecordTag as isRecordTag2,
  src_rollout_record_ts__lastOutcomeTag as lastOutcomeTag,
  src_rollout_record_ts__ourTagKeys as ourTagKeys2,
  src_rollout_record_ts__ownerOf as ownerOf,
  src_rollout_record_ts__tagKeysToClear as tagKeysToClear
} from "./release.js";
import {
  src_rollout_release_ts__sameRollout as sameRollout
} from "./release.js";
import {
  src_targets_ownership_ts__assertFree as assertFree,
  src_targets_ownership_ts__assertOwned as assertOwned,
  src_targets_ownership_ts__SETTLE_SECONDS as SETTLE_SECONDS,
  src_targets_ownership_ts__takenOver as takenOver
} from "./release.js";
import {
  src_targets_alias_alias_record_ts__movedBy as movedBy2
} from "./core.js";

// src/targets/alias/asked-aliases.ts
import {
  src_targets_alias_alias_record_ts__aliasesOf as aliasesOf4,
  src_targets_alias_alias_record_ts__movedBy as movedBy
} from "./core.js";
function ofRequestedAliases(stored, asked) {
  if (stored.kind === "takes-part") {
    const { functionName, alias, id } = stored;
    if (alias === void 0 || !id || alias === asked[functionName]) return stored;
    return { kind: "another", of: `${functionName}:${alias}`, id };
  }
  if (stored.kind !== "rollout") return stored;
  const { record } = stored.storedRollout;
  const fits = Object.entries(aliasesOf4(record).aliases).every(
    ([name, alias]) => !Object.hasOwn(asked, name) || asked[name] === alias
  );
  return fits ? stored : { kind: "another", of: movedBy(record), id: record.id };
}

// src/targets/alias/tag-shares.ts
import {
  src_base_assert_ts__must as must3
} from "./core.js";
import {
  src_base_errors_ts__KnownError as KnownError6
} from "./core.js";
import {
  src_base_problems_ts__noProblems as noProblems3
} from "./release.js";
import {
  src_rollout_record_ts__isRecordTag as isRecordTag,
  src_rollout_record_ts__MAX_CHUNKS as MAX_CHUNKS2,
  src_rollout_record_ts__ownerTag as ownerTag
} from "./release.js";
function share(tags, id, leader, others) {
  const [own = {}, ...further] = spread(tags, others);
  const mine = { ...ownerTag(id), [WITH]: leader };
  const all = others.map((name, i) => ({ name, tags: { ...mine, ...further[i] } }));
  return { leader, own, parts: all.slice(0, further.length), marks: all.slice(further.length) };
}
function spread(tags, others) {
  const record = Object.entries(recordTagsOf(tags));
  const rest = Object.entries(tags).filter(([key]) => !isRecordTag(key));
  const count = Math.max(1, Math.ceil(record.length / MAX_CHUNKS2));
  return Array.from({ length: count }, (_, i) => {
    const part = record.slice(i * MAX_CHUNKS2, (i + 1) * MAX_CHUNKS2);
    const next = i + 1 < count ? [[MORE, must3(others[i], "there is a function for each part")]] : [];
    return Object.fromEntries([...i === 0 ? rest : [], ...part, ...next]);
  });
}
async function checkRoom({ seenTags }, { leader, own, parts, marks }, signs, { problems, notes }) {
  await forAll([{ name: leader, tags: own }, ...parts, ...marks], async ({ name, tags }) => {
    const found = await seenTags(name);
    const need = needOf(tags, name === leader, signs);
    const none = whyNoRoom(`the function "${name}"`, found, need);
    const little = whyLittleRoom(`the function "${name}"`, found, need);
    if (none !== void 0) problems.push(none);
    if (little !== void 0) notes.push(little);
  });
}
async function assertRoom(tagged, shared) {
  const { problems, notes } = noProblems3();
  await checkRoom(tagged, shared, false, { problems, notes });
  if (problems.length > 0) throw new KnownError6(problems.join("\n"));
}
function needOf(tags, leads, signs) {
  const written = Object.keys(tags).length;
  if (!leads) return { certain: written, possible: 0 };
  return { certain: written + (signs ? 2 : 1), possible: signs ? 1 : 2 };
}

// src/targets/alias/tag-store.ts
function createTagStore(aliases, functions, released, memory = newTagMemory()) {
  const names = Object.keys(released).sort();
  const [leader = "", ...others] = names;
  const tagged = bindTags(aliases, functions, memory);
  const { mark, tagsOf } = tagged;
  const { readOf, readSeen, signed } = bindRequested(tagged, released);
  const read = () => readOf(leader);
  const clear = async (name, last) => {
    if (last) await mark(name, lastOutcomeTag(await signed(name, last)));
    const tags = await tagged.tagsOf(name);
    if ((tags[WITH] ?? leader) !== leader) return;
    await tagged.unmark(name, tagKeysToClear(tags, last));
  };
  const write = async ({ own, parts, marks }) => {
    for (const { name, tags } of parts) await mark(name, tags);
    await mark(leader, own);
    await forAll(marks, ({ name, tags }) => mark(name, tags));
  };
  const keepMark = async ({ name, tags }) => {
    const found = await tagsOf(name);
    if (found[WITH] === leader) return;
    assertFree(await readTags(tagged, name, found), movedBy2);
    await mark(name, tags);
    const theirs = ourTagKeys2(found).filter((key) => !Object.hasOwn(tags, key));
    await tagged.unmark(name, theirs);
  };
  const withdraw = async (id) => {
    const stored = await read();
    if (stored.kind === "takes-part")
      return forEvery(others, (name) => unmarkOwn(tagged, name, id));
    const open = stored.kind === "rollout" ? stored.storedRollout.record : void 0;
    if (open && sameRollout(open.id, id)) return;
    const needed = new Set(open?.functions.map(({ name }) => name));
    const left = names.filter((name) => !needed.has(name));
    await forEvery(left, (name) => unmarkOwn(tagged, name, id));
  };
  return {
    mode: aliases.mode,
    read,
    readOf,
    readSeen,
    readArn: () => tagged.arnOf(leader),
    write: (tags) => mark(leader, tags),
    forget: (keys) => tagged.unmark(leader, keys),
    checkRoom: (tags, id, ...how) => checkRoom(tagged, share(tags, id, leader, others), ...how),
    begin: async (tags, id, pause) => {
      const shared = share(tags, id, leader, others);
      await makeFree(tagged, names, shared);
      try {
        await write(shared);
        await pause(SETTLE_SECONDS);
        await keepRecord(tagged, leader, shared.own, id);
        await forAll([...shared.parts, ...shared.marks], keepMark);
        assertOwned(await read(), id);
      } catch (error) {
        if (error instanceof MovedError4) await withdraw(id).catch(orElse2(void 0));
        throw error;
      }
    },
    // The record is removed last: until then, the next run can find the other functions.
    clear: async (last) => {
      const stored = await read();
      if (stored.kind === "another") return;
      const open = stored.kind === "rollout" ? stored.storedRollout.record.functions : [];
      const all = /* @__PURE__ */ new Set([...others, ...open.map(({ name }) => name)]);
      all.delete(leader);
      await forEvery([...all], (name) => clear(name, void 0));
      await clear(leader, last);
    }
  };
}
function bindRequested(tagged, aliases) {
  const requestedAliasesOf = async (name) => {
    const on = await tagged.arnOf(name) ?? "";
    return { on, parts: Object.entries(aliases).map((entry) => entry.join(":")) };
  };
  const requested = async (name, tags) => {
    const stored = await readTags(tagged, name, tags);
    return ofRequestedAliases(ofRequestedTarget(stored, await requestedAliasesOf(name)), aliases);
  };
  return {
    readOf: async (name) => requested(name, await tagged.tagsOf(name)),
    readSeen: async (name) => requested(name, await tagged.seenTags(name)),
    signed: async (name, last) => ({
      ...last,
      of: fingerprint(await requestedAliasesOf(name))
    })
  };
}
async function keepRecord({ tagsOf, unmark }, leader, own, id) {
  const found = await tagsOf(leader);
  const owner = ownerOf(found);
  if (owner && !sameRollout(owner, id)) throw takenOver(owner, id);
  if (found[WITH] !== void 0) return;
  const parts = Object.keys(found).filter((key) => isRecordTag2(key) || key === MORE);
  const theirs = parts.filter((key) => !Object.hasOwn(own, key));
  if (theirs.length > 0) await unmark(leader, theirs);
}
async function makeFree(tagged, names, shared) {
  await forAll(names, (name) => assertUnowned(tagged, name));
  await assertRoom(tagged, shared);
  await forAll(names, (name) => removeRemains(tagged, name));
}
async function assertUnowned(tagged, name) {
  assertFree(await readTags(tagged, name, await tagged.tagsOf(name)), movedBy2);
}
async function removeRemains(tagged, name) {
  const keys = ourTagKeys2(await tagged.seenTags(name));
  if (keys.length > 0) await tagged.unmark(name, keys);
}
async function unmarkOwn({ tagsOf, unmark }, name, id) {
  const tags = await tagsOf(name);
  const owner = ownerOf(tags);
  if (owner && sameRollout(owner, id)) await unmark(name, ourTagKeys2(tags));
}

// src/targets/alias/alias-target.ts
function connectAliases(connection) {
  const { clients, released, say } = connection;
  const { place, cloudWatch } = clients.normal;
  const refs = released.map(refOf);
  const asked = Object.fromEntries(refs.map((ref) => [ref.functionName, ref.alias]));
  const trust = createTrust((record) => beyondAliases(record, asked));
  const known5 = new Map(Object.entries(asked));
  const memory = { aliases: newAliasCache(), ...newTagMemory() };
  const given = { asked, memory, say, trust, released, known: known5 };
  const bound = bindCalls(clients.normal, given);
  const rollback = bindCalls(clients.rollback, given);
  const { aliases, functions, versions, aliasSet, stored } = bound;
  const codes = createNewCodes(clients.normal, functions, released);
  return {
    words: inWords(refs.map(labelOf)),
    rollback: rollbackOf(rollback),
    countSource: createAliasCounts(cloudWatch, refs, known5),
    logs: logsOf({ read: functions.seen }, clients.normal),
    ...observing(bound, place.region),
    ...versionReads(functions, place, codes),
    inspect: async (findings) => {
      const looked = { ...bound, ...place, codes, ...connection, names: Object.keys(asked) };
      const each = released.map((input) => ({ input, claim: noProblems4() }));
      const found = await mapAll(each, ({ input, claim }) => inspectAlias(looked, input, claim));
      addFindings3(
        findings,
        each.map(({ claim }) => claim)
      );
      const facts = found.filter((fact) => fact !== void 0);
      await checkFirst(aliases, facts, connection.firstRelease, findings);
      const calls = { ...bound, cloudWatch, qualifiers: bindQualifiers(clients.normal) };
      const looksAt = facts.filter(
        ({ from }) => from !== "" || connection.firstRelease === "allow"
      );
      await inspectCallers(calls, looksAt, connection, findings);
      await inspectUnqualified(calls, facts.flatMap(uploadedOf), findings);
      await inspectPermissions(clients.normal, facts, findings);
      if (facts.length < released.length) return void 0;
      const longest = await findLongestAnswer(cloudWatch, facts, findings);
      return setUpAliases(
        { ...bound, place, removing: rollback.aliases, smoke: connection.smokeNeeds },
        facts,
        longest
      );
    },
    policyAtMost: (order) => aliasPolicyAtMost(connection, released, place, order),
    // A record of other aliases is not accepted at all (alias-claim.ts).
    differences: async () => [],
    ...storedStateCalls(stored),
    admit: ({ record }) => admitAliases(functions, trust, record),
    ...moves(bound, trust),
    readUnknownSplit: () => unknownSplit(aliasSet, refs),
    findUndo: (to) => findAliasUndo({ aliasSet, functions, rollbackAliasSet: rollback.aliasSet }, refs, to),
    sweep: ({ functions: changes, keep }) => {
      const { readTags: readTags2 } = aliases;
      return sweepVersions({ versions, functions, readTags: readTags2 }, changes, keep, NOTHING_KNOWN);
    },
    ...manualCommands(bound, refs, place.region),
    closesSplit: () => true,
    wayIn: ({ record }) => aliasWayIn(place.region, record),
    urls: () => ({ stageUrl: void 0, shadowUrl: void 0 }),
    ...reaching(clients.normal, known5)
  };
}
function reaching(clients, known5) {
  const load = () => import("./targets-alias-alias-reach.js");
  const found = /* @__PURE__ */ new Map();
  const formatOf = async (name) => {
    const { readFormat } = await load();
    const reading = found.get(name) ?? readFormat(clients, name, known5.get(name) ?? "");
    found.set(name, reading);
    return reading;
  };
  return {
    formatOf,
    reach: async ({ record }) => (await load()).reachOfAliases(clients, record, formatOf)
  };
}
async function unknownSplit(aliasSet, refs) {
  const states = await mapAll(refs, async (ref) => ({ ref, state: await aliasSet.read(ref) }));
  const split = states.find(({ state }) => Object.keys(state?.weights ?? {}).length > 0);
  return split?.state && `${labelOf(split.ref)} is split between ${describeAlias(split.state)} by another tool or an interrupted release`;
}
function logsOf(functions, clients) {
  return lazyLogTarget(async () => {
    const { aliasLogs } = await import("./targets-alias-alias-logs.js");
    const { bindLogEvents } = await import("./aws-log-events.js");
    return aliasLogs({ functions, place: clients.place, logs: bindLogEvents(clients) });
  });
}
function inWords(labels) {
  return labels.length === 1 ? `the alias ${labels[0]}` : `${labels.length} aliases`;
}
function bindCalls(clients, shared) {
  const { asked, memory, say } = shared;
  const aliases = bindAliases(clients);
  const functions = rememberVersions(bindFunctions(clients));
  const provisioned = bindProvisioned(clients);
  const free = (member) => makeWay(provisioned, member, say);
  return {
    ...shared,
    aliases,
    functions,
    provisioned,
    versions: bindVersions(clients),
    aliasSet: createAliasSet(aliases, free, memory.aliases),
    stored: createTagStore(aliases, functions, asked, memory)
  };
}
function manualCommands({ aliases, functions, aliasSet, asked, memory }, refs, region) {
  return {
    forgetCommands: () => forgetCommands(bindTags(aliases, functions, memory), region, Object.keys(asked)),
    showCommands: () => refs.map((ref) => showCommand(region, ref)),
    // Each alias is repaired on its own, even if not all of them could be read.
    repairCommands: (record) => membersOf(record).filter((member) => aliasSet.isLeft(member)).map(({ ref, change }) => aliasCommand(region, ref, change.from))
  };
}
function storedStateCalls(stored) {
  return {
    claim: async (id) => {
      assertOpen(await stored.read());
      await stored.write(ownerTag2(id));
    },
    savePhase: async (rollout, phase) => {
      assertOwned2(await stored.read(), rollout.record.id);
      await stored.write(phaseTags(rollout, phase));
    },
    pause: async (pause) => {
      assertOpen(await stored.read());
      await (pause ? stored.write(pauseTag(pause)) : stored.forget([PAUSED]));
    },
    saveApprovals: async (rollout) => {
      assertOwned2(await stored.read(), rollout.record.id);
      const tag = approvalTag(rollout);
      await (tag ? stored.write(tag) : stored.forget([APPROVED]));
    }
  };
}
function uploadedOf({ input: { name, code }, arn, ref }) {
  return code ? [{ name, arn, aliases: [ref.alias] }] : [];
}
var NOTHING_KNOWN = {
  of: () => [],
  hidden: () => void 0,
  knows: () => false
};
function showCommand(region, { functionName, alias }) {
  return awsCommand("lambda get-alias", { region, "function-name": functionName, name: alias });
}
export {
  connectAliases
};
