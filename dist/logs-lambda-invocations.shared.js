// src/logs/error-record.ts
import {
  src_base_foreign_text_ts__parseJson as parseJson
} from "./core.js";

// src/logs/stack-location.ts
var FRAMES = [
  // Node.js: `at handler (file:///var/task/checkout.mjs:41:11)`, `at /var/task/index.js:5:9`
  /^at (?:[^()]{0,200} \()?(?:async )?(?:file:\/\/)?([^():]{1,300}):(\d{1,7}):\d{1,7}\)?$/,
  // Python: `File "/var/task/app.py", line 3, in handler`
  /^File "([^"]{1,300})", line (\d{1,7})/,
  // .NET, with symbols: `at Orders.Function.Handle(String input) in /src/Function.cs:line 45`
  /^at .{1,300} in ((?:[A-Za-z]:)?[^:]{1,300}):line (\d{1,7})$/,
  // Ruby: `/var/task/app.rb:5:in 'handler'`
  /^(?:from )?(\/?[\w./-]{1,300}\.rb):(\d{1,7}):in /
];
var JAVA = /^at (?:[\w.-]{1,100}\/+){0,3}([\w.$<>]{1,300})\(([\w$-]{1,100}\.\w{1,10}):(\d{1,7})\)$/;
var LIBRARY_CLASSES = /^(?:java|javax|jakarta|jdk|sun|kotlin|kotlinx|scala|groovy|com\.sun|com\.amazonaws|software\.amazon|com\.fasterxml|com\.google|org\.springframework|org\.apache|org\.crac|io\.micronaut|io\.quarkus|io\.netty|reactor)\./;
var LIBRARY_FILES = /node_modules\/|site-packages\/|dist-packages\/|\/gems\/|^node:|^internal\/|^\/var\/(?:runtime|lang)\/|^\/opt\/|^\/usr\/|^runtime\/|aws-lambda-go|^<|importlib/;
var FILE = /^[\w@+. /-]{1,100}$/;
function locationIn(frames) {
  for (const frame of frames.slice(0, MOST_FRAMES)) {
    const place = placeOf(frame);
    const file = place && shortened(place.file);
    if (place && file !== void 0) return `${file}:${place.line}`;
  }
  return void 0;
}
var MOST_FRAMES = 200;
var LONGEST_FRAME = 700;
function placeOf(frame) {
  if (typeof frame !== "string") return inUserFile(frame.path, String(frame.line));
  const line = frame.slice(0, LONGEST_FRAME).trim();
  const [, name, javaFile, javaLine] = JAVA.exec(line) ?? [];
  if (name !== void 0 && javaFile !== void 0 && javaLine !== void 0) {
    return LIBRARY_CLASSES.test(name) ? void 0 : { file: javaFile, line: javaLine };
  }
  for (const form of FRAMES) {
    const [, file, number] = form.exec(line) ?? [];
    if (file !== void 0 && number !== void 0) return inUserFile(file, number);
  }
  return void 0;
}
function inUserFile(file, line) {
  return LIBRARY_FILES.test(file) || !/^\d{1,7}$/.test(line) ? void 0 : { file, line };
}
function shortened(file) {
  const inTask = file.startsWith("/var/task/");
  const name = inTask ? file.slice("/var/task/".length) : file.split(/[\\/]/).at(-1) ?? "";
  return FILE.test(name) && !name.includes("..") ? name : void 0;
}

// src/logs/error-record.ts
function readErrorRecord(message) {
  if (message.startsWith("{")) return readObject(message);
  if (message.startsWith("[ERROR] ")) return readPython(message);
  return readNode(message) ?? readDotnet(message) ?? readGo(message) ?? readJava(message);
}
var NODE = /^[\dTZ:.-]{20,30}\t([\w-]{1,64})\tERROR\t(?:Invoke Error|Uncaught Exception|Unhandled Promise Rejection) \t(?=\{)/;
function readNode(message) {
  const [head, id] = NODE.exec(message) ?? [];
  if (head === void 0 || id === void 0) return void 0;
  const error = objectOf(parseJson(message.slice(head.length)));
  const reason = objectOf(error?.reason);
  const cause = typeof reason?.errorType === "string" ? reason : error;
  return { ...idOf(id), ...detailOf(cause), isFailure: true };
}
function readPython(message) {
  const lines = message.split(LINE_BREAK);
  const start = lines.indexOf("Traceback (most recent call last):");
  if (start < 1) return void 0;
  const [, type] = /^\[ERROR\] ([\w.]{1,120})(?::|$)/.exec(lines[0] ?? "") ?? [];
  return {
    ...typeOf(type),
    ...placeIn(lines.slice(start + 1).reverse()),
    isFailure: true
  };
}
var LINE_BREAK = /\r\n|\r|\n/;
var DOTNET = /^[\dTZ:.-]{20,30}\t([\w-]{1,64})\t(?:fail|crit)\t([\w.+`]{1,120}): /;
function readDotnet(message) {
  const [, id, type] = DOTNET.exec(message) ?? [];
  if (id === void 0) return void 0;
  const frames = message.split(LINE_BREAK).slice(1);
  return { ...idOf(id), ...typeOf(type), ...placeIn(frames), isFailure: false };
}
var GO = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d (?=\{"errorMessage":)/;
function readGo(message) {
  const [head] = GO.exec(message) ?? [];
  return head === void 0 ? void 0 : readObject(message.slice(head.length));
}
var MOST_LINES = 50;
function readJava(message) {
  const lines = message.split(LINE_BREAK, MOST_LINES * 5);
  for (const [i, line] of lines.slice(0, MOST_LINES).entries()) {
    const [, type] = /: ([a-z][\w$]{0,60}(?:\.[\w$]{1,60}){1,12})$/.exec(line.slice(-400)) ?? [];
    const next = lines[i + 1] ?? "";
    if (type !== void 0 && (next === type || next.startsWith(`${type}:`))) {
      return { ...typeOf(type), ...placeIn(lines.slice(i + 2)), isFailure: true };
    }
  }
  return void 0;
}
var ERROR_LEVELS = ["ERROR", "FATAL", "CRITICAL", "Error", "Critical"];
function readObject(message) {
  const object = objectOf(parseJson(message));
  if (!object) return void 0;
  const keys = Object.keys(object).filter((key) => key !== "stackTrace");
  if (keys.sort().join() === "errorMessage,errorType") {
    return { ...detailOf(object), isFailure: true };
  }
  if (!ERROR_LEVELS.includes(object.level ?? object.log_level)) return void 0;
  const error = typeof object.errorType === "string" ? object : objectOf(object.message);
  const id = object.requestId ?? object.AWSRequestId;
  if (typeof error?.errorType === "string") {
    return { ...idOf(id), ...detailOf(error), isFailure: false };
  }
  const java = typeof object.message === "string" ? readJava(object.message) : void 0;
  return java && { ...java, ...idOf(id), isFailure: false };
}
function objectOf(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
}
function detailOf(error) {
  const stack = error?.stack ?? error?.stackTrace ?? error?.trace;
  return { ...typeOf(error?.errorType), ...placeIn(framesOf(stack)) };
}
function framesOf(stack) {
  const list = Array.isArray(stack) ? stack : typeof stack === "string" ? [stack] : [];
  const frames = list.flatMap((one) => {
    if (typeof one === "string") return one.split(LINE_BREAK);
    const { path, line } = objectOf(one) ?? {};
    return typeof path === "string" && typeof line === "number" ? [{ path, line }] : [];
  });
  const isPython = frames.some((one) => typeof one === "string" && /^\s*File "/.test(one));
  return isPython ? frames.reverse() : frames;
}
function placeIn(frames) {
  const location = locationIn(frames);
  return location === void 0 ? {} : { location };
}
function typeOf(type) {
  return isErrorType(type) ? { errorType: type } : {};
}
function isErrorType(type) {
  return typeof type === "string" && /^[\w.$:<>`+-]{1,120}$/.test(type);
}
function idOf(id) {
  return typeof id === "string" && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) ? { requestId: id } : {};
}

// src/logs/lambda-lines.ts
import {
  src_base_foreign_text_ts__parseJson as parseJson2
} from "./core.js";
function readLambdaLine(message) {
  if (message.startsWith("{")) return readPlatform(message) ?? asError(message);
  return readText(message) ?? asError(message);
}
function asError(message) {
  const record = readErrorRecord(message);
  return record && { kind: "error", ...record };
}
var START = /^START RequestId: ([0-9a-f-]{36}) Version: (\$LATEST|\d{1,10})(?:\s|$)/;
var REPORT = /^REPORT RequestId: ([0-9a-f-]{36})\s{1,3}Duration: (\d{1,9}(?:\.\d{1,6})?) ms/;
var CRASH = /^(?:[\dTZ:.-]{20,30} )?(?:RequestId: )?([0-9a-f]{8}-[0-9a-f-]{27}) (?:Error: )?/;
function readText(message) {
  const [, started, version] = START.exec(message) ?? [];
  if (started !== void 0 && version !== void 0) {
    return { kind: "started", requestId: started, version };
  }
  const [report, ended, duration] = REPORT.exec(message) ?? [];
  if (report !== void 0 && ended !== void 0) {
    const durationMs = Number(duration);
    return { kind: "ended", requestId: ended, durationMs, result: resultIn(message) ?? "unstated" };
  }
  return readCrash(message);
}
function resultIn(message) {
  const [, status] = /\tStatus: (\w{1,20})(?=\s|$)/.exec(message) ?? [];
  const [, type] = /\tError Type: (\S{1,120})(?=\s|$)/.exec(message) ?? [];
  return status === void 0 || status === "success" ? void 0 : failedAs(status, type);
}
function readCrash(message) {
  const [head, requestId] = CRASH.exec(message) ?? [];
  if (head === void 0 || requestId === void 0) return void 0;
  const rest = message.slice(head.length, head.length + 300);
  const failure = crashIn(rest);
  return failure && { kind: "failed", requestId, failure };
}
function crashIn(text) {
  if (/^Task timed out after \d/.test(text)) return { how: "timeout" };
  if (/^Runtime exited .*signal: killed/.test(text)) return { how: "out-of-memory" };
  if (/^Runtime exited /.test(text)) return { how: "exit", errorType: "Runtime.ExitError" };
  if (/\bRuntime\.InvalidEntrypoint\b/.test(text)) {
    return { how: "init", errorType: "Runtime.InvalidEntrypoint" };
  }
  return void 0;
}
function failedAs(status, type) {
  const how = kindOf(status, typeof type === "string" ? type : "");
  return { how, ...isErrorType(type) && { errorType: type } };
}
function kindOf(status, type) {
  if (status === "timeout" || type === "Sandbox.Timedout") return "timeout";
  if (type === "Runtime.OutOfMemory") return "out-of-memory";
  if (type === "Runtime.ExitError") return "exit";
  if (type === "Function.ResponseSizeTooLarge") return "response-too-large";
  return isInit(type) ? "init" : "error";
}
function isInit(type) {
  return type.startsWith("Init<") || /^Runtime\.(?:ImportModuleError|HandlerNotFound|MalformedHandlerName|UserCodeSyntaxError|InvalidEntrypoint|InvalidWorkingDir)$/.test(
    type
  );
}
function readPlatform(message) {
  if (!message.includes('"platform.')) return void 0;
  const { type, record } = parseJson2(message) ?? {};
  if (type === "platform.logsDropped") return { kind: "dropped" };
  const { requestId, version, status, errorType } = record ?? {};
  if (typeof requestId !== "string") return void 0;
  if (type === "platform.start") {
    return { kind: "started", requestId, version: String(version ?? "") };
  }
  if (type !== "platform.report" && type !== "platform.runtimeDone") return void 0;
  const duration = record?.metrics?.durationMs;
  return {
    kind: "ended",
    requestId,
    ...typeof duration === "number" && { durationMs: duration },
    result: resultOf(status, errorType)
  };
}
function resultOf(status, errorType) {
  if (status === "success") return "ok";
  return typeof status === "string" ? failedAs(status, errorType) : "unknown";
}

// src/logs/lambda-invocations.ts
function readInvocations(events) {
  return invocationsOf(
    events.flatMap((event) => {
      const fact = readLambdaLine(event.message);
      return fact ? [{ event, fact }] : [];
    })
  );
}
function invocationsOf(facts) {
  const placed = [...facts].sort((a, b) => a.event.at - b.event.at);
  const drafts = /* @__PURE__ */ new Map();
  for (const { event, fact } of placed) {
    if ("requestId" in fact && fact.requestId !== void 0) {
      take(draftOf(drafts, fact.requestId, event), fact, event);
    }
  }
  const streams = byStream(drafts);
  for (const { event, fact } of placed) {
    if (fact.kind === "error" && fact.requestId === void 0) {
      takeUnnamed(streams.get(keyOf(event)) ?? [], fact, event);
    }
  }
  return {
    invocations: [...drafts.values()].map(finished),
    dropped: placed.some(({ fact }) => fact.kind === "dropped")
  };
}
function draftOf(drafts, requestId, event) {
  const { group, stream } = event;
  const draft = drafts.get(requestId) ?? { requestId, group, stream, failures: [], errors: [] };
  drafts.set(requestId, draft);
  return draft;
}
function take(draft, fact, { at }) {
  switch (fact.kind) {
    case "started":
      draft.startedAt = at;
      break;
    case "ended":
      draft.endedAt = Math.max(at, draft.endedAt ?? at);
      if (fact.durationMs !== void 0) draft.durationMs = fact.durationMs;
      if (typeof fact.result === "string") draft.result = stronger(draft.result, fact.result);
      else draft.failures = [...draft.failures, fact.result];
      break;
    case "failed":
      draft.failures = [...draft.failures, fact.failure];
      break;
    case "error":
      draft.errors = [...draft.errors, fact];
      break;
    case "dropped":
      break;
  }
}
function stronger(a, b) {
  return a === "ok" || a === "unstated" ? a : b;
}
function keyOf({ group, stream }) {
  return `${group}
${stream}`;
}
function byStream(drafts) {
  const streams = /* @__PURE__ */ new Map();
  for (const draft of drafts.values()) {
    const key = keyOf(draft);
    const list = streams.get(key) ?? [];
    list.push(draft);
    streams.set(key, list);
  }
  for (const list of streams.values()) list.sort((a, b) => beginOf(a) - beginOf(b));
  return streams;
}
function beginOf({ startedAt, endedAt, durationMs = 0 }) {
  return startedAt ?? (endedAt ?? 0) - durationMs;
}
function takeUnnamed(drafts, fact, event) {
  const next = indexAfter(drafts, event.at);
  const [before, last] = [drafts[next - 2], drafts[next - 1]];
  if (before && last && beginOf(last) === event.at && before.endedAt === event.at) {
    take(before, fact, event);
  } else if (last && (last.endedAt ?? event.at) >= event.at) {
    take(last, fact, event);
  } else {
    const first = drafts[next];
    if (first) take(first, { ...fact, isFailure: false }, event);
  }
}
function indexAfter(drafts, at) {
  let [low, high] = [0, drafts.length];
  while (low < high) {
    const middle = low + high >> 1;
    const draft = drafts[middle];
    if (draft && beginOf(draft) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
function finished(draft) {
  const { requestId, group, stream, startedAt, endedAt, durationMs } = draft;
  return {
    requestId,
    group,
    stream,
    ...startedAt !== void 0 && { startedAt },
    ...endedAt !== void 0 && { endedAt },
    ...durationMs !== void 0 && { durationMs },
    outcome: outcomeOf(draft)
  };
}
function outcomeOf({ result, failures, errors }) {
  const record = errors.find(({ isFailure }) => isFailure);
  const detail = record ?? errors.at(-1);
  const failure = failures.find(({ how }) => how !== "error") ?? failures[0];
  if (failure) return { kind: "failed", ...failure, ...detailFor(failure, detail) };
  if (record && result !== "ok") {
    const { errorType = "" } = record;
    const how = errorType.startsWith("Init<") ? "init" : "error";
    return { kind: "failed", how, ...detailFor({ how }, record) };
  }
  if (result === "ok" || result === "unstated") return { kind: "ok" };
  return { kind: result === "unknown" ? "unknown" : "open" };
}
function detailFor({ how, errorType }, detail) {
  if (how === "timeout" || how === "out-of-memory" || how === "response-too-large") return {};
  const type = detail?.errorType ?? errorType;
  return {
    ...type !== void 0 && { errorType: type },
    ...detail?.location !== void 0 && { location: detail.location }
  };
}

// src/logs/invocation-sightings.ts
function sightingsOf(facts, versionOf) {
  const own = facts.filter(({ event }) => versionOf(event) !== void 0);
  const { invocations, dropped } = invocationsOf(own);
  return {
    sightings: invocations.flatMap((one) => sightingOf(one, versionOf) ?? []),
    dropped
  };
}
function sightingOf(invocation, versionOf) {
  const { requestId, group, stream, startedAt, endedAt = 0, durationMs = 0, outcome } = invocation;
  const at = startedAt ?? endedAt - Math.round(durationMs);
  const version = versionOf({ group, stream });
  if (version === void 0 || startedAt === void 0 && endedAt === 0) return void 0;
  const failure = outcome.kind === "failed" ? { ...failureOf(outcome), functionRequestId: requestId } : void 0;
  return {
    requestId,
    at,
    ...version,
    group,
    isCertain: true,
    ...durationMs > 0 && { latency: durationMs },
    isClosed: outcome.kind === "ok" || outcome.kind === "failed",
    ...failure && { failure }
  };
}
function failureOf({
  how,
  errorType,
  location
}) {
  return {
    how,
    ...errorType !== void 0 && { errorType },
    ...location !== void 0 && { location }
  };
}
function detailsOf(invocations) {
  const details = /* @__PURE__ */ new Map();
  for (const { requestId, outcome } of invocations) {
    if (outcome.kind !== "failed") continue;
    const { how: _, ...detail } = failureOf(outcome);
    details.set(requestId, detail);
  }
  return details;
}

export {
  readErrorRecord,
  readLambdaLine,
  readInvocations,
  sightingsOf,
  detailsOf
};
