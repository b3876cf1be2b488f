import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { request: plainRequest } = require("node:http");
import {
  addressOf,
  covers,
  formatLocation,
  isHeaderValue,
  isMatch,
  pathProblem,
  sameJson,
  shownValue,
  valueAt
} from "./checks-parse-call.shared.js";

// src/checks/check-answer.ts
import {
  src_base_foreign_text_ts__parseJson as parseJson
} from "./core.js";
var BODY_LIMIT_BYTES = 1024 * 1024;
var TOO_LARGE = {
  kind: "unread",
  why: "has more than 1 MiB, which is the most that is read"
};
function jsonIn(body) {
  if (body.kind === "unread") return body;
  if (body.text.trim() === "") return { why: "is empty" };
  const json = parseJson(body.text);
  return json === void 0 ? { why: `is not JSON (${sizeText(body.text)})` } : { json };
}
function sizeText(text) {
  const bytes = Buffer.byteLength(text);
  return bytes === 1 ? "1 byte" : `${bytes} bytes`;
}

// src/smoke/fresh-stage.ts
var FRESH_STAGE_SECONDS = 30;
function isStageMissing({ status, headers, body }) {
  if (status !== 403 || headers["x-amzn-errortype"]?.[0] !== "ForbiddenException") return false;
  const read = jsonIn(body);
  return "json" in read && read.json?.message === "Forbidden";
}

// src/smoke/run-check.ts
import {
  src_base_errors_ts__KnownError as KnownError3,
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_time_ts__sleep as sleep
} from "./core.js";

// src/checks/expectation.ts
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
var SECRET_HEADERS = ["set-cookie", "authorization", "x-api-key"];
function differs(expected, answer) {
  switch (expected.kind) {
    case "status":
      return statusDiffers(expected.any, answer);
    case "header":
      return headerDiffers(expected, answer);
    case "json":
      return jsonDiffers(expected, answer);
    case "contains":
      return textDiffers(expected.text, answer);
    case "faster-than": {
      const { milliseconds: took } = answer;
      return took < expected.milliseconds ? void 0 : `it took ${Math.round(took)} ms; expected less than ${expected.milliseconds} ms`;
    }
  }
}
function statusDiffers(any, { status }) {
  const text = String(status);
  const fits = any.some((one) => one === text || one.endsWith("xx") && one[0] === text[0]);
  return fits ? void 0 : `the status is ${text}; expected ${any.join(" or ")}`;
}
function headerDiffers({ name, test }, { headers }) {
  const values = Object.hasOwn(headers, name) ? headers[name] : void 0;
  const found = values?.join(", ");
  const shown = SECRET_HEADERS.includes(name) ? "another value (not shown)" : shownValue(found);
  return testDiffers(test, found, `the header ${name}`, shown);
}
function jsonDiffers({ path, test }, { body }) {
  const read = jsonIn(body);
  if ("why" in read) return `the body ${read.why}; expected JSON with ${path.text}`;
  const found = valueAt(path, read.json);
  return testDiffers(test, found, path.text, shownValue(found));
}
function testDiffers(test, found, where, shown) {
  if (test.kind === "exists") {
    if (found !== void 0 === test.wanted) return void 0;
    return test.wanted ? `${where} does not exist` : `${where} exists; expected that it does not`;
  }
  const expected = test.kind === "equals" ? shownValue(test.value) : `a match of /${test.pattern}/`;
  if (found === void 0) return `${where} does not exist; expected ${expected}`;
  if (test.kind === "equals") {
    return sameJson(found, test.value) ? void 0 : `${where} is ${shown}; expected ${expected}`;
  }
  if (typeof found === "object" && found !== null)
    return `${where} is ${shown}; expected ${expected}`;
  return isMatch(test.pattern, String(found)) ? void 0 : `${where} is ${shown}; expected ${expected}`;
}
function textDiffers(text, { body }) {
  if (body.kind === "unread") return `the body ${body.why}; expected ${quote(text)} in it`;
  return body.text.includes(text) ? void 0 : `the body (${sizeText(body.text)}) does not contain ${quote(text)}`;
}

// src/checks/json-diff.ts
var MOST = 10;
var DEEPEST = 100;
function jsonDifferences(canary, stable, ignored) {
  const found = [];
  let more = 0;
  const say = (at, words) => {
    if (found.length < MOST) found.push(`${formatLocation(at)} ${words}`);
    else more += 1;
  };
  const visit = (a, b, at) => {
    if (ignored.some((path) => covers(path, at))) return;
    const names = at.length < DEEPEST ? namesIn(a, b) : void 0;
    const words = names ? void 0 : difference(a, b);
    if (words !== void 0) say(at, words);
    for (const name of names ?? []) visit(memberOf(a, name), memberOf(b, name), [...at, name]);
  };
  visit(canary, stable, []);
  return more > 0 ? [...found, `and ${more} more`] : found;
}
function namesIn(a, b) {
  if (Array.isArray(a) && Array.isArray(b)) {
    return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => i);
  }
  const bothObjects = [a, b].every(
    (one) => typeof one === "object" && one !== null && !Array.isArray(one)
  );
  return bothObjects ? [.../* @__PURE__ */ new Set([...Object.keys(a), ...Object.keys(b)])] : void 0;
}
function memberOf(of, name) {
  if (Array.isArray(of)) return of[Number(name)];
  return Object.hasOwn(of, name) ? of[name] : void 0;
}
function difference(canary, stable) {
  if (canary === void 0) return `is missing (stable has ${shownValue(stable)})`;
  if (stable === void 0) return `is ${shownValue(canary)}, and stable has none`;
  return sameJson(canary, stable) ? void 0 : `is ${shownValue(canary)}; stable has ${shownValue(stable)}`;
}

// src/checks/judge-answer.ts
var LONGEST_SAVED = 4096;
function judgeAnswer({ expect, save }, answer) {
  const differences = expect.map((one) => differs(one, answer)).filter((difference2) => difference2 !== void 0);
  if (differences.length > 0) return { differences, saved: [] };
  const read = save.map((saving) => savedFrom(saving, answer));
  return {
    differences: read.filter((one) => typeof one === "string"),
    saved: read.filter((one) => typeof one !== "string")
  };
}
function savedFrom({ name, path }, { body }) {
  const read = jsonIn(body);
  if ("why" in read) return `save ${name}: the body ${read.why}`;
  const value = valueAt(path, read.json);
  if (value === void 0) return `save ${name}: ${path.text} does not exist`;
  const isScalar = value !== null && typeof value !== "object";
  if (!isScalar || String(value).length > LONGEST_SAVED) {
    return `save ${name}: ${path.text} is ${shownValue(value)}; expected a text, a number, true or false, of at most ${LONGEST_SAVED} characters`;
  }
  return [name, value];
}
function compareAnswers(canary, stable, ignored) {
  const status = canary.status === stable.status ? [] : [`the status is ${canary.status}; stable has ${stable.status}`];
  return [...status, ...bodyDifferences(canary, stable, ignored)];
}
function bodyDifferences(canary, stable, ignored) {
  if (sameJson(canary.body, stable.body) && canary.body.kind === "text") return [];
  const [ours, theirs] = [jsonIn(canary.body), jsonIn(stable.body)];
  if ("json" in ours && "json" in theirs) return jsonDifferences(ours.json, theirs.json, ignored);
  if ("json" in theirs) return [`the body ${"why" in ours ? ours.why : ""}; stable's is JSON`];
  if ("json" in ours) return [`the body is JSON; stable's ${"why" in theirs ? theirs.why : ""}`];
  const unread = [canary, stable].map(({ body }) => body).find((body) => body.kind === "unread");
  return unread?.kind === "unread" ? [`the bodies cannot be compared: one ${unread.why}`] : ["the bodies are different texts"];
}

// src/checks/prepare-check.ts
import {
  src_checks_variables_ts__escapePattern as escapePattern,
  src_checks_variables_ts__fill as fill,
  src_checks_variables_ts__fillJson as fillJson
} from "./core.js";
function prepareCheck({ call, expect }, values) {
  const expected = expect.map((one) => fillExpectation(one, values));
  if (call.kind === "event") {
    const payload = JSON.stringify(fillJson(call.event, values));
    return { call: { kind: "event", payload }, expect: expected };
  }
  const path = fill(call.path, values, encodeURIComponent);
  const problem = pathProblem(path);
  if (problem !== void 0) return `its path, with the values of this run: ${problem}`;
  const headers = Object.fromEntries(
    Object.entries(call.headers).map(([name, value]) => [name, fill(value, values)])
  );
  const wrong = Object.entries(headers).find(([, value]) => !isHeaderValue(value));
  if (wrong) return `the header ${wrong[0]} would be more than one line of ASCII characters`;
  const { kind, method, signs, format, route, body: given } = call;
  const body = given?.kind === "json" ? JSON.stringify(fillJson(given.value, values)) : given && fill(given.text, values);
  const type = given?.kind === "json" && !Object.hasOwn(headers, "content-type") ? { "content-type": "application/json" } : {};
  return {
    call: { kind, method, path, headers: { ...headers, ...type }, body, signs, format, route },
    expect: expected
  };
}
function fillExpectation(expected, values) {
  if (expected.kind === "contains") return { ...expected, text: fill(expected.text, values) };
  if (expected.kind !== "header" && expected.kind !== "json") return expected;
  return { ...expected, test: fillTest(expected.test, values, expected.kind) };
}
function fillTest(test, values, of) {
  switch (test.kind) {
    case "equals": {
      const value = fillJson(test.value, values);
      return { kind: "equals", value: of === "header" ? String(value) : value };
    }
    case "matches":
      return { kind: "matches", pattern: fill(test.pattern, values, escapePattern) };
    case "exists":
      return test;
  }
}

// src/smoke/send-check.ts
import { randomUUID } from "node:crypto";
import {
  src_aws_arns_ts__accountOf as accountOf
} from "./release.js";

// src/aws/sign-request.ts
import { createHash, createHmac } from "node:crypto";
function signedHeaders({ method, url, headers, body = "" }, { accessKeyId, secretAccessKey, sessionToken }, { region, service, at }) {
  const time = new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
  const day = time.slice(0, 8);
  const all = {
    ...headers,
    host: url.host,
    "x-amz-date": time,
    ...sessionToken !== void 0 && { "x-amz-security-token": sessionToken }
  };
  const names = Object.keys(all).sort();
  const canonical = [
    method,
    // The path as sent is encoded once more.
    url.pathname.split("/").map(encoded).join("/"),
    canonicalQuery(url),
    ...names.map((name) => `${name}:${(all[name] ?? "").trim().replace(/ +/g, " ")}`),
    "",
    names.join(";"),
    sha256(body)
  ].join("\n");
  const scope = `${day}/${region}/${service}/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", time, scope, sha256(canonical)].join("\n");
  const key = [day, region, service, "aws4_request"].reduce(
    (secret, part) => hmac(secret, part),
    `AWS4${secretAccessKey}`
  );
  const signature = hmac(key, text).toString("hex");
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
  return { ...all, authorization };
}
function canonicalQuery({ searchParams }) {
  const pairs = [...searchParams].map(([name, value]) => [encoded(name), encoded(value)]);
  return pairs.sort(([a, x], [b, y]) => a === b ? compared(x, y) : compared(a, b)).map(([name, value]) => `${name}=${value}`).join("&");
}
function compared(a, b) {
  return a < b ? -1 : Number(a > b);
}
function encoded(text) {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`
  );
}
function sha256(text) {
  return createHash("sha256").update(text).digest("hex");
}
function hmac(key, text) {
  return createHmac("sha256", key).update(text).digest();
}

// src/smoke/send-check.ts
import {
  src_base_errors_ts__KnownError as KnownError2
} from "./core.js";

// src/checks/event-answer.ts
import {
  src_base_foreign_text_ts__binaryIn as binaryIn,
  src_base_foreign_text_ts__parseJson as parseJson2
} from "./core.js";
var NAMES = {
  rest: "a REST API",
  http: "an HTTP API",
  url: "a function URL",
  alb: "a load balancer"
};
function answerOf(payload, format, milliseconds) {
  const result = parseJson2(payload);
  const wrong = (what) => `${what}, which ${NAMES[format]} answers with 502; expected { statusCode, headers, body }`;
  if (result === void 0) return wrong("its result is not JSON");
  const isObject = typeof result === "object" && result !== null && !Array.isArray(result);
  const { statusCode, headers, multiValueHeaders, cookies, body, isBase64Encoded } = isObject ? result : {};
  if (statusCode === void 0 && (format === "http" || format === "url")) {
    return inferred(payload, milliseconds);
  }
  if (!isObject) return wrong(`its result is ${shownValue(result)}`);
  const status = Number(statusCode);
  if (statusCode === void 0) return wrong("its result has no statusCode");
  if (!Number.isInteger(status) || status < 100 || status > 599) {
    return wrong(`its statusCode is ${shownValue(statusCode)}`);
  }
  if (body !== void 0 && body !== null && typeof body !== "string") {
    return wrong(`its body is ${shownValue(body)}, and not a text`);
  }
  return {
    status,
    headers: { ...listsOf(headers), ...listsOf(multiValueHeaders), ...cookiesOf(cookies) },
    body: bodyOf(body ?? "", isBase64Encoded === true),
    milliseconds
  };
}
function resultAnswer(payload, milliseconds) {
  return { status: void 0, headers: {}, body: limited(payload), milliseconds };
}
function inferred(payload, milliseconds) {
  const headers = { "content-type": ["application/json"] };
  return { status: 200, headers, body: limited(payload), milliseconds };
}
function listsOf(headers) {
  if (typeof headers !== "object" || headers === null) return {};
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      (Array.isArray(value) ? value : [value]).map(String)
    ])
  );
}
function cookiesOf(cookies) {
  return Array.isArray(cookies) ? { "set-cookie": cookies.map(String) } : {};
}
function bodyOf(text, isEncoded) {
  if (!isEncoded) return limited(text);
  const binary = binaryIn(text);
  return binary === void 0 ? { kind: "unread", why: "is not base64, although the result says so" } : limited(Buffer.from(binary, "latin1").toString("utf8"));
}
function limited(text) {
  return Buffer.byteLength(text) > BODY_LIMIT_BYTES ? TOO_LARGE : { kind: "text", text };
}

// src/checks/event-shapes.ts
import {
  src_checks_route_ts__routeParameters as routeParameters
} from "./stage.js";
function eventOf(format, sent, context) {
  switch (format) {
    case "rest":
      return restEvent(sent, context);
    case "http":
      return httpEvent(sent, context, sent.route);
    case "url":
      return httpEvent(sent, context, "of a URL");
    case "alb":
      return balancerEvent(sent, context);
  }
}
var API_ID = "canaryaction";
var SOURCE_IP = "127.0.0.1";
var AGENT = "canary-action/1";
function partsOf({ path, headers }) {
  const at = path.indexOf("?");
  const plain = at < 0 ? path : path.slice(0, at);
  return { plain, query: at < 0 ? "" : path.slice(at + 1), agent: headers["user-agent"] ?? AGENT };
}
function withAgent(headers, host) {
  return { "user-agent": AGENT, host, ...headers };
}
function restEvent(sent, { requestId, at, account, region, functionName }) {
  const { plain, query, agent } = partsOf(sent);
  const resource = sent.route ?? "/{proxy+}";
  const host = `${API_ID}.execute-api.${region}.amazonaws.com`;
  const headers = withAgent(sent.headers, host);
  const pairs = [...new URLSearchParams(query)];
  const lists = Object.fromEntries(
    pairs.map(([name]) => [
      name,
      pairs.filter(([other]) => other === name).map(([, value]) => value)
    ])
  );
  return {
    resource,
    path: plain,
    httpMethod: sent.method,
    headers,
    multiValueHeaders: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value]])
    ),
    queryStringParameters: orNull(Object.fromEntries(pairs)),
    multiValueQueryStringParameters: orNull(lists),
    pathParameters: orNull(parametersOf(sent, resource, plain)),
    stageVariables: null,
    requestContext: {
      accountId: account,
      apiId: API_ID,
      domainName: host,
      domainPrefix: API_ID,
      extendedRequestId: requestId,
      httpMethod: sent.method,
      identity: { sourceIp: SOURCE_IP, userAgent: agent },
      path: `/canary${plain}`,
      protocol: "HTTP/1.1",
      requestId,
      requestTime: commonTime(at),
      requestTimeEpoch: at,
      resourceId: functionName,
      resourcePath: resource,
      stage: "canary"
    },
    body: sent.body ?? null,
    isBase64Encoded: false
  };
}
function httpEvent(sent, { requestId, at, account, region }, of) {
  const { plain, query, agent } = partsOf(sent);
  const isUrl = of === "of a URL";
  const route = isUrl ? void 0 : of;
  const routeKey = route === void 0 ? "$default" : `${sent.method} ${route}`;
  const host = `${API_ID}.${isUrl ? "lambda-url" : "execute-api"}.${region}.${isUrl ? "on.aws" : "amazonaws.com"}`;
  const { cookie, ...headers } = withAgent(sent.headers, host);
  const pairs = [...new URLSearchParams(query)];
  const joined = Object.fromEntries(
    pairs.map(([name]) => [
      name,
      pairs.filter(([other]) => other === name).map(([, value]) => value).join(",")
    ])
  );
  return {
    version: "2.0",
    routeKey,
    rawPath: plain,
    rawQueryString: query,
    ...cookie !== void 0 && { cookies: cookie.split(/;\s*/) },
    headers,
    ...pairs.length > 0 && { queryStringParameters: joined },
    requestContext: {
      accountId: account,
      apiId: API_ID,
      domainName: host,
      domainPrefix: API_ID,
      http: {
        method: sent.method,
        path: plain,
        protocol: "HTTP/1.1",
        sourceIp: SOURCE_IP,
        userAgent: agent
      },
      requestId,
      routeKey,
      stage: "$default",
      time: commonTime(at),
      timeEpoch: at
    },
    ...route !== void 0 && { pathParameters: routeParameters(route, plain) ?? {} },
    ...encoded2(sent)
  };
}
function balancerEvent(sent, { requestId, account, region, functionName }) {
  const { plain, query } = partsOf(sent);
  const pairs = query === "" ? [] : query.split("&").map((pair) => splitAt(pair));
  const host = `${API_ID}.${region}.elb.amazonaws.com`;
  const group = `arn:aws:elasticloadbalancing:${region}:${account}:targetgroup/${functionName}/0123456789abcdef`;
  const { body = "", ...encoding } = encoded2(sent);
  return {
    requestContext: { elb: { targetGroupArn: group } },
    httpMethod: sent.method,
    path: plain,
    queryStringParameters: Object.fromEntries(pairs),
    headers: {
      ...withAgent(sent.headers, host),
      "x-amzn-trace-id": `Root=1-${requestId.slice(0, 8)}-${requestId.replaceAll("-", "").slice(8)}`,
      "x-forwarded-for": SOURCE_IP,
      "x-forwarded-port": "443",
      "x-forwarded-proto": "https"
    },
    body,
    ...encoding
  };
}
function splitAt(pair) {
  const at = pair.indexOf("=");
  return at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
}
var TEXTUAL = /^(?:text\/|application\/(?:json|xml|javascript)\b)/i;
function encoded2({ body, headers }) {
  if (body === void 0) return { isBase64Encoded: false };
  const isText = TEXTUAL.test(headers["content-type"] ?? "text/plain");
  return isText ? { body, isBase64Encoded: false } : { body: Buffer.from(body).toString("base64"), isBase64Encoded: true };
}
function parametersOf({ route }, resource, plain) {
  return routeParameters(route ?? resource, plain) ?? {};
}
function orNull(members) {
  return Object.keys(members).length > 0 ? members : null;
}
var MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
function commonTime(at) {
  const iso = new Date(at).toISOString();
  const [year, month, day] = iso.slice(0, 10).split("-");
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${iso.slice(11, 19)} +0000`;
}

// src/smoke/send-check.ts
import {
  src_hooks_lambda_hook_ts__errorInWords as errorInWords
} from "./release.js";

// src/smoke/send-request.ts
import { request as tlsRequest } from "node:https";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import {
  src_base_errors_ts__KnownError as KnownError
} from "./core.js";
function sendRequest({ method, url, headers, body }, { httpAgent, httpsAgent }, signal) {
  const isSafe = url.protocol === "https:";
  const send = isSafe ? tlsRequest : plainRequest;
  const agent = isSafe ? httpsAgent : httpAgent;
  const length = body === void 0 ? {} : { "content-length": String(Buffer.byteLength(body)) };
  const all = { "user-agent": "canary-action/1", ...headers, ...length };
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const fail = (error) => reject(new KnownError(error.message, { cause: error }));
    const request = send(url, { method, headers: all, signal, agent });
    request.on("error", fail);
    request.on("response", (response) => {
      response.on("error", fail);
      void readBody(response).then((read) => {
        request.destroy();
        resolve({
          status: response.statusCode ?? 0,
          headers: listsOf2(response),
          body: read,
          milliseconds: performance.now() - begun
        });
      });
    });
    request.end(body);
  });
}
function listsOf2({ headersDistinct }) {
  return Object.fromEntries(
    Object.entries(headersDistinct).map(([name, values = []]) => [name, values])
  );
}
var DECODERS = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress
};
function readBody(response) {
  const encoding = (response.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  const decoder = DECODERS[encoding]?.();
  const source = decoder ? response.pipe(decoder) : response;
  return new Promise((resolve) => {
    const chunks = [];
    let [received, decoded] = [0, 0];
    const stop = (read) => {
      response.unpipe();
      decoder?.destroy();
      resolve(read);
    };
    response.on("data", (chunk) => {
      received += chunk.length;
      if (received > BODY_LIMIT_BYTES) stop(TOO_LARGE);
    });
    source.on("data", (chunk) => {
      decoded += chunk.length;
      if (decoded > BODY_LIMIT_BYTES) stop(TOO_LARGE);
      else chunks.push(chunk);
    });
    decoder?.on(
      "error",
      () => (
        // The answer to HEAD has the header of a body, and no body.
        stop(
          received === 0 ? { kind: "text", text: "" } : {
            kind: "unread",
            why: `is not ${encoding}, although its content-encoding says so`
          }
        )
      )
    );
    source.on("end", () => resolve(textOf(Buffer.concat(chunks), encoding, decoder !== void 0)));
  });
}
function textOf(bytes, encoding, isDecoded) {
  return isDecoded || encoding === "identity" || encoding === "" ? { kind: "text", text: bytes.toString("utf8") } : {
    kind: "unread",
    why: `has the content-encoding ${JSON.stringify(encoding.slice(0, 40))}, which is not understood`
  };
}

// src/smoke/send-check.ts
function sendCheck(services, { call, functionName, side, reach }, signal) {
  if (call.kind === "request" && reach.addresses) {
    return sendToStage(services, call, reach.addresses[side], signal);
  }
  const fn = functionIn(reach.functions, functionName);
  return call.kind === "event" ? invokeWithEvent(services, call.payload, fn[side], signal) : invokeWithRequest(services, call, { fn, side, reach }, signal);
}
async function sendToStage({ place, credentials, agents }, { method, path, headers, body, signs }, base, signal) {
  if (base === void 0) {
    throw new KnownError2(
      "no stage serves this version alone, because the release was begun without one; start the release again with these checks"
    );
  }
  const url = addressOf(base, path);
  if (!url) throw new KnownError2("its path leaves the API");
  const request = { method, url, headers, body };
  if (!signs) return sendRequest(request, agents, signal);
  const scope = { region: place.region, service: "execute-api", at: Date.now() };
  const signed = signedHeaders(request, await credentials(), scope);
  return sendRequest({ ...request, headers: signed }, agents, signal);
}
function functionIn(all, name) {
  const found = name === "" && all.length === 1 ? all[0] : all.find((one) => one.name === name);
  if (found) return found;
  const names = all.map((one) => one.name).join(", ") || "none";
  throw new KnownError2(
    `the release has no function ${JSON.stringify(name)} (it has ${names}); expected "function" with one of them`
  );
}
async function invokeWithEvent({ invoke }, payload, versionArn, signal) {
  const { result, milliseconds } = await invokeVersion(invoke, versionArn, payload, signal);
  return resultAnswer(result, milliseconds);
}
async function invokeWithRequest({ invoke, place }, call, { fn, side, reach }, signal) {
  const found = call.format ? { format: call.format } : await reach.formatOf(fn.name);
  if ("why" in found) throw new KnownError2(found.why);
  const { format } = found;
  const context = {
    requestId: randomUUID(),
    at: Date.now(),
    account: accountOf(fn[side]),
    region: place.region,
    functionName: fn.name
  };
  const payload = JSON.stringify(eventOf(format, call, context));
  const { result, milliseconds } = await invokeVersion(invoke, fn[side], payload, signal);
  const answer = answerOf(result, format, milliseconds);
  if (typeof answer === "string") throw new KnownError2(answer);
  return answer;
}
async function invokeVersion(invoke, versionArn, payload, signal) {
  const at = versionArn.lastIndexOf(":");
  const begun = performance.now();
  const invoked = await invoke(
    { functionName: versionArn.slice(0, at), qualifier: versionArn.slice(at + 1), payload },
    signal
  );
  const milliseconds = performance.now() - begun;
  if (invoked.functionError === "") return { result: invoked.payload, milliseconds };
  const words = errorInWords(invoked.payload) || invoked.functionError;
  throw new KnownError2(`the function failed: ${words}`);
}

// src/smoke/run-check.ts
var NO_ANSWER = { saved: [], status: void 0, milliseconds: void 0 };
async function runCheck(services, check, values) {
  const prepared = prepareCheck(check, values);
  if (typeof prepared === "string") {
    return { ...NO_ANSWER, result: "failed", differences: [prepared], attempts: 0 };
  }
  for (let attempts = 1; ; attempts++) {
    const run = { ...await attempt(services, check, prepared), attempts };
    if (run.result !== "failed" || attempts >= check.attempts || services.signal.aborted) {
      return run;
    }
    await sleep(check.pauseMilliseconds / 1e3, services.signal);
  }
}
async function attempt(services, check, prepared) {
  try {
    const answer = await ask(services, check, prepared, "canary");
    const { status, milliseconds } = answer;
    const judged = judgeAnswer({ expect: prepared.expect, save: check.save }, answer);
    const seen = { ...judged, status, milliseconds };
    if (judged.differences.length > 0) return { ...seen, result: "failed" };
    return { ...seen, ...await compared2(services, check, prepared, answer) };
  } catch (error) {
    return { ...NO_ANSWER, result: "failed", differences: [known(error).message] };
  }
}
async function compared2(services, check, prepared, canary) {
  const { compare } = check;
  if (!compare) return { result: "passed", differences: [] };
  const differences = await ask(services, check, prepared, "stable").then(
    (stable) => compareAnswers(canary, stable, compare.ignored),
    (error) => [`the current version could not be asked: ${known(error).message}`]
  );
  if (differences.length === 0) return { result: "passed", differences };
  return { result: compare.onDifference === "warn" ? "warned" : "failed", differences };
}
var FRESH_SECONDS = 1;
async function ask(services, { functionName, limitMilliseconds }, { call }, side) {
  const sending = { call, functionName, side, reach: services.reach };
  for (; ; ) {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), limitMilliseconds);
    const signal = AbortSignal.any([services.signal, limit.signal]);
    const answer = await within(
      limit.signal,
      limitMilliseconds,
      sendCheck(services, sending, signal)
    ).finally(() => clearTimeout(timer));
    if (!isStageMissing(answer) || services.now() >= services.freshUntil) return answer;
    await sleep(FRESH_SECONDS, services.signal);
  }
}
async function within(limit, milliseconds, work) {
  try {
    return await work;
  } catch (error) {
    if (!limit.aborted) throw error;
    throw new KnownError3(`no complete response within ${milliseconds} ms (timeout)`, {
      cause: error
    });
  }
}

export {
  FRESH_STAGE_SECONDS,
  isStageMissing,
  judgeAnswer,
  prepareCheck,
  runCheck,
  ask
};
