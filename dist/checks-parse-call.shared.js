// src/checks/json-value.ts
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
function sameJson(a, b) {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, i) => sameJson(item, b[i]));
  }
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every(
    (name) => Object.hasOwn(b, name) && sameJson(a[name], b[name])
  );
}
function shownValue(value) {
  if (value === void 0) return "missing";
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return value.length === 1 ? "a list of 1" : `a list of ${value.length}`;
  return typeof value === "object" && value !== null ? "an object" : String(value);
}

// src/checks/yaml-fields.ts
import {
  src_base_quote_ts__quote as quote2
} from "./core.js";
import {
  src_base_suggest_ts__didYouMean as didYouMean
} from "./core.js";
import {
  src_checks_plain_json_ts__plainJson as plainJson
} from "./core.js";
function isMap(value) {
  return value instanceof Map;
}
function fieldsOf(map, keys) {
  const problems = [...map.keys()].map(String).filter((key) => !keys.includes(key)).map((key) => `unknown key ${quote2(key)}.${didYouMean(key, keys)}`);
  const read = (key) => map.get(key) ?? void 0;
  const refuse = (key, expected) => {
    problems.push(`"${key}" is ${shownValue(plainJson(read(key)))}; expected ${expected}`);
    return void 0;
  };
  const parsed = (key, parse, expected) => {
    const value = read(key);
    if (value === void 0) return void 0;
    return (isScalar(value) ? parse(String(value)) : void 0) ?? refuse(key, expected);
  };
  return {
    problems,
    read,
    refuse,
    has: (key) => read(key) !== void 0,
    text: (key, expected = "a text") => parsed(key, (text) => text || void 0, expected),
    flag: (key) => parsed(
      key,
      (text) => /^(true|false)$/i.test(text) ? /^t/i.test(text) : void 0,
      "true or false"
    ),
    time: (key, { least, most, words }) => parsed(
      key,
      (text) => {
        const found = millisecondsIn(text);
        return found !== void 0 && found >= least && found <= most ? found : void 0;
      },
      `a time ${words}`
    ),
    count: (key, most) => parsed(
      key,
      (text) => /^\d{1,6}$/.test(text) && Number(text) <= most ? Number(text) : void 0,
      `a whole number from 0 to ${most}`
    ),
    map: (key, expected) => {
      const value = read(key);
      if (value === void 0) return void 0;
      return isMap(value) ? [...value].map(([name, member]) => [String(name), member]) : refuse(key, expected);
    }
  };
}
function isScalar(value) {
  return ["string", "number", "boolean"].includes(typeof value);
}
var UNITS = { ms: 1, s: 1e3, m: 6e4 };
function millisecondsIn(text) {
  const [, number, unit = ""] = /^(\d{1,7}(?:\.\d{1,3})?)(ms|s|m)$/.exec(text.trim()) ?? [];
  return number === void 0 ? void 0 : Number(number) * (UNITS[unit] ?? 1);
}

// src/checks/parse-call.ts
import {
  src_base_foreign_text_ts__parseJson as parseJson2
} from "./core.js";
import {
  src_base_quote_ts__quote as quote6
} from "./core.js";
import {
  src_checks_check_ts__EVENT_FORMATS as EVENT_FORMATS
} from "./release.js";

// src/checks/parse-expect.ts
import {
  src_base_quote_ts__quote as quote4
} from "./core.js";

// src/checks/json-path.ts
import {
  src_base_foreign_text_ts__parseJson as parseJson
} from "./core.js";
import {
  src_base_quote_ts__quote as quote3
} from "./core.js";
var PATH_FORMS = "$, .name, ['any name'], [0] and [-1]";
var LONGEST = 512;
var NAME = /^[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*/;
var INDEX = /^\[\s*(0|-?[1-9]\d{0,8})\s*\]/;
var QUOTED = /^\[\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*\]/s;
var ALL = /^(?:\.\*|\[\s*\*\s*\])/;
function parseJsonPath(text, kind = "one") {
  const expected = kind === "one" ? PATH_FORMS : `${PATH_FORMS.replace(" and [-1]", "")} and [*]`;
  const wrong = (why) => `${quote3(text)} ${why}; expected a path of ${expected}`;
  if (text.length > LONGEST) return wrong(`is longer than ${LONGEST} characters`);
  if (!text.startsWith("$")) return wrong("does not begin with $");
  const steps = [];
  let rest = text.slice(1);
  while (rest !== "") {
    const found = nextStep(rest);
    if (typeof found === "string") return wrong(found);
    const problem = refused(found.step, kind);
    if (problem !== void 0) return wrong(problem);
    steps.push(found.step);
    rest = rest.slice(found.length);
  }
  return { text, steps };
}
function refused(step, kind) {
  if (kind === "one") return step.kind === "all" ? "leads to several values" : void 0;
  return step.kind === "element" && step.index < 0 ? "counts from the end" : void 0;
}
function nextStep(rest) {
  const [all] = ALL.exec(rest) ?? [];
  if (all !== void 0) return { step: { kind: "all" }, length: all.length };
  const [element, index] = INDEX.exec(rest) ?? [];
  if (element !== void 0) {
    return { step: { kind: "element", index: Number(index) }, length: element.length };
  }
  const [bracket, quoted = ""] = QUOTED.exec(rest) ?? [];
  if (bracket !== void 0) {
    const name2 = unquoted(quoted);
    return name2 === void 0 ? `has the name ${quoted}, which is not understood` : { step: { kind: "member", name: name2 }, length: bracket.length };
  }
  if (rest.startsWith("..")) return "searches at any depth (..)";
  const [name] = rest.startsWith(".") ? NAME.exec(rest.slice(1)) ?? [] : [];
  if (name !== void 0) return { step: { kind: "member", name }, length: name.length + 1 };
  if (/^\[\s*\?/.test(rest)) return "has a filter ([?…])";
  if (/^\[[^\]]*[:,]/.test(rest)) return "has a slice or a list of selectors";
  return `is not understood from ${quote3(rest)} on`;
}
function unquoted(text) {
  const inner = text.slice(1, -1);
  const json = text.startsWith('"') ? text : `"${inner.replace(/\\'|"|\\./gs, (part) => part === "\\'" ? "'" : part === '"' ? '\\"' : part)}"`;
  const name = parseJson(json);
  return typeof name === "string" ? name : void 0;
}
function valueAt({ steps }, json) {
  return steps.reduce(within, json);
}
function within(value, step) {
  if (typeof value !== "object" || value === null) return void 0;
  if (step.kind === "element") {
    return Array.isArray(value) ? value.at(step.index) : void 0;
  }
  if (step.kind === "all" || Array.isArray(value) || !Object.hasOwn(value, step.name)) {
    return void 0;
  }
  return value[step.name];
}
function covers({ steps }, location) {
  return steps.length <= location.length && steps.every((step, i) => {
    if (step.kind === "all") return true;
    return (step.kind === "member" ? step.name : step.index) === location[i];
  });
}
function formatLocation(location) {
  const parts = location.map((part) => {
    if (typeof part === "number") return `[${part}]`;
    return NAME.exec(part)?.[0] === part ? `.${part}` : `['${part.replace(/[\\']/g, "\\$&")}']`;
  });
  return `$${parts.join("")}`;
}

// src/checks/pattern.ts
var MOST_MATCHED = 2e3;
var LONGEST2 = 500;
function patternProblem(pattern) {
  if (pattern === "") return "is empty";
  if (pattern.length > LONGEST2) return `is longer than ${LONGEST2} characters`;
  if (!isPattern(pattern)) return "is not a regular expression of JavaScript";
  if (/\\(?:[1-9]|k<)/.test(pattern)) return "refers to a group, which may take too long";
  return hasCostlyGroup(pattern) ? "repeats a group that holds a repetition or an alternative, which may take too long" : void 0;
}
function isPattern(text) {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}
function hasCostlyGroup(pattern) {
  let rest = pattern.replace(/\\(?:[pPu]\{[^}]*\}|.)/gs, "x").replace(/\[[^\]]*\]/g, "x");
  for (; ; ) {
    const [group, inner = "", repeated = ""] = /\(([^()]*)\)([*+{]?)/.exec(rest) ?? [];
    if (group === void 0) return false;
    const isCostly = /[*+{|]/.test(inner);
    if (isCostly && repeated !== "") return true;
    rest = rest.replace(group, () => `${isCostly ? "+" : "x"}${repeated}`);
  }
}
function isMatch(pattern, text) {
  return new RegExp(pattern, "u").test(text.slice(0, MOST_MATCHED));
}

// src/checks/parse-expect.ts
import {
  src_checks_plain_json_ts__plainJson as plainJson2
} from "./core.js";
var KEYS = ["status", "headers", "json", "contains", "faster-than"];
var TESTS = ["equals", "matches", "exists"];
var HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}$/;
function parseExpectations(value, of) {
  if (!isMap(value)) {
    return {
      expect: [],
      problems: [
        `"expect" is ${shownValue(plainJson2(value))}; expected a map with ${KEYS.join(", ")}`
      ]
    };
  }
  const fields = fieldsOf(value, KEYS);
  const expect = [
    ...statusIn(fields),
    ...headersIn(fields),
    ...jsonIn(fields),
    ...textsIn(fields),
    ...timeIn(fields)
  ];
  for (const key of of === "event" ? ["status", "headers"] : []) {
    if (fields.has(key)) {
      fields.problems.push(
        `"${key}" is of a response, and an event has a result; expected "json", such as { $.statusCode: 200 }`
      );
    }
  }
  const problems = fields.problems.map((problem) => `expect: ${problem}`);
  if (expect.length === 0 && problems.length === 0)
    problems.push('"expect" is empty; expected at least one of its keys');
  return { expect, problems };
}
function statusIn(fields) {
  const text = fields.text("status");
  if (text === void 0) return [];
  const any = text.toLowerCase().split(/[\s,]+/).filter((one) => one !== "");
  if (any.length > 0 && any.every((one) => /^[1-5](?:\d\d|xx)$/.test(one))) {
    return [{ kind: "status", any }];
  }
  fields.refuse(
    "status",
    "a status such as 201, a class such as 2xx, or several of them: 200, 404"
  );
  return [];
}
function headersIn(fields) {
  const headers = fields.map("headers", "a map from the names of headers to their values") ?? [];
  return headers.flatMap(([name, value]) => {
    if (!HEADER_NAME.test(name)) {
      fields.problems.push(`${quote4(name)} is not the name of a header`);
      return [];
    }
    const test = testIn(fields, `the header ${name}`, value);
    if (test?.kind === "equals" && typeof test.value !== "string") {
      return [
        { kind: "header", name: name.toLowerCase(), test: { ...test, value: String(test.value) } }
      ];
    }
    return test ? [{ kind: "header", name: name.toLowerCase(), test }] : [];
  });
}
function jsonIn(fields) {
  const paths = fields.map("json", "a map from paths to what is expected there, such as { $.id: 7 }") ?? [];
  return paths.flatMap(([text, value]) => {
    const path = parseJsonPath(text);
    const test = testIn(fields, text, value);
    if (typeof path === "string") fields.problems.push(path);
    return typeof path === "string" || !test ? [] : [{ kind: "json", path, test }];
  });
}
function testIn(fields, where, value) {
  if (value === null || isScalar(value)) return { kind: "equals", value };
  const [only, ...more] = isMap(value) ? [...value] : [];
  const key = String(only?.[0]);
  if (!only || more.length > 0 || !TESTS.includes(key)) {
    fields.problems.push(
      `${quote4(where)} is ${shownValue(plainJson2(value))}; expected a text, a number, true, false, null, or a map with one of ${TESTS.join(", ")}`
    );
    return void 0;
  }
  const [, wanted] = only;
  if (key === "equals") return { kind: "equals", value: plainJson2(wanted) };
  if (key === "exists") {
    if (typeof wanted === "boolean") return { kind: "exists", wanted };
    fields.problems.push(
      `${quote4(where)}, "exists" is ${shownValue(plainJson2(wanted))}; expected true or false`
    );
    return void 0;
  }
  const why = typeof wanted === "string" ? patternProblem(wanted) : "is not a text";
  if (why === void 0) return { kind: "matches", pattern: String(wanted) };
  fields.problems.push(
    `${quote4(where)}, "matches" is ${shownValue(plainJson2(wanted))}, which ${why}; expected a regular expression such as ^o-\\d+$`
  );
  return void 0;
}
function textsIn(fields) {
  const value = fields.read("contains");
  const items = Array.isArray(value) ? value : value === void 0 ? [] : [value];
  if (items.every((item) => isScalar(item) && String(item) !== "")) {
    return items.map((item) => ({ kind: "contains", text: String(item) }));
  }
  fields.refuse("contains", "a text, or a list of texts");
  return [];
}
function timeIn(fields) {
  const milliseconds = fields.time("faster-than", {
    least: 1,
    most: 9e5,
    words: "such as 500ms or 2s"
  });
  return milliseconds === void 0 ? [] : [{ kind: "faster-than", milliseconds }];
}

// src/checks/parse-call.ts
import {
  src_checks_plain_json_ts__plainJson as plainJson3
} from "./core.js";

// src/checks/request-path.ts
import {
  src_base_foreign_text_ts__percentDecoded as percentDecoded
} from "./core.js";
import {
  src_base_quote_ts__quote as quote5
} from "./core.js";
var LONGEST_PATH = 2048;
function pathProblem(path) {
  const expected = "expected a path below the stage, such as /orders?limit=1";
  const wrong = (why) => `${quote5(path)} ${why}; ${expected}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return wrong("is an address");
  if (!path.startsWith("/")) return wrong("does not begin with /");
  if (/^\/[/\\]/.test(path)) return wrong("begins with the name of a host");
  if (path.length > LONGEST_PATH) return wrong(`is longer than ${LONGEST_PATH} characters`);
  if (/[^\x21-\x7e]/.test(path)) return wrong("has a space or another character to be encoded");
  if (/[\\#]/.test(path)) return wrong("has a backslash or a #");
  const [plain = ""] = path.split("?");
  const segments = plain.split("/").map((segment) => percentDecoded(segment));
  if (segments.includes(void 0)) return wrong("has a % without two hexadecimal digits");
  const climbs = segments.some(
    (segment) => (segment ?? "").split(/[/\\]/).some((part) => part === "." || part === "..")
  );
  return climbs ? wrong('leaves the API (a segment is "." or "..")') : void 0;
}
function addressOf(base, path) {
  const within2 = new URL(base);
  const url = new URL(`${base}${path}`);
  const root = within2.pathname.replace(/\/$/, "");
  const stays = url.origin === within2.origin && url.pathname.startsWith(`${root}/`);
  return stays ? url : void 0;
}

// src/checks/parse-call.ts
import {
  src_checks_route_ts__routeParameters as routeParameters
} from "./stage.js";
import {
  src_checks_variables_ts__fill as fill,
  src_checks_variables_ts__namesIn as namesIn
} from "./core.js";
var CALL_KEYS = [
  ...["method", "path", "headers", "body", "file", "sign", "format", "route", "event"]
];
var METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];
var REFUSED_HEADERS = [
  ...["host", "connection", "content-length", "transfer-encoding", "expect", "upgrade", "te"]
];
function parseCall(fields, common, read) {
  return fields.has("event") ? eventIn(fields, read) : requestIn(fields, common, read);
}
function eventIn(fields, read) {
  const file = fields.text("event", "the path of a file with JSON");
  for (const key of CALL_KEYS.filter((each) => each !== "event" && fields.has(each))) {
    fields.problems.push(
      `"${key}" is of a request, and "event" sends none; expected one of the two`
    );
  }
  if (file === void 0) return void 0;
  const found = read(file);
  if ("problem" in found) {
    fields.problems.push(`"event" is ${quote6(file)}: ${found.problem}`);
    return void 0;
  }
  const event = parseJson2(found.text);
  if (event === void 0) {
    fields.problems.push(`"event" is ${quote6(file)}, which is not JSON`);
    return void 0;
  }
  return { kind: "event", file, event };
}
function requestIn(fields, common, read) {
  const before = fields.problems.length;
  const path = fields.text("path", "a path such as /orders");
  if (path === void 0 && !fields.has("path")) {
    fields.problems.push(
      'it has neither "path" nor "event"; expected one of them, such as path: /orders'
    );
  }
  const problem = path === void 0 ? void 0 : pathProblem(fill(path, wordsFor(path)));
  if (problem !== void 0) fields.problems.push(`"path": ${problem}`);
  const method = (fields.text("method") ?? "GET").toUpperCase();
  if (!METHODS.includes(method)) fields.refuse("method", METHODS.join(", "));
  const body = bodyIn(fields, read);
  if (body && ["GET", "HEAD"].includes(method)) {
    fields.problems.push(
      `${method} has no body; expected another method, or neither "body" nor "file"`
    );
  }
  const headers = { ...common.headers, ...headersIn2(fields) };
  const signs = fields.flag("sign") ?? common.signs;
  if (signs && Object.hasOwn(headers, "authorization")) {
    fields.problems.push(
      '"sign" writes the header authorization, which is also in "headers"; expected one of them'
    );
  }
  const format = formatIn(fields) ?? common.format;
  const route = routeIn(fields, path ?? "");
  if (fields.problems.length > before || path === void 0) return void 0;
  return { kind: "request", method, path, headers, body, signs, format, route };
}
function wordsFor(text) {
  return new Map(namesIn(text).map((name) => [name, "x"]));
}
function formatIn(fields) {
  const text = fields.text("format");
  if (text === void 0) return void 0;
  return EVENT_FORMATS.find((each) => each === text) ?? fields.refuse("format", EVENT_FORMATS.join(", "));
}
function headersIn2(fields) {
  const given = fields.map("headers", "a map from names to values") ?? [];
  return Object.fromEntries(
    given.flatMap(([name, value]) => {
      const lower = name.toLowerCase();
      if (!HEADER_NAME.test(name)) {
        fields.problems.push(`headers: ${quote6(name)} is not the name of a header`);
      } else if (REFUSED_HEADERS.includes(lower)) {
        fields.problems.push(`headers: "${name}" is set by the action itself; omit it`);
      } else if (!isScalar(value) || !isHeaderValue(String(value))) {
        fields.problems.push(
          `headers: the value of "${name}" (not shown) is not one line of ASCII characters`
        );
      } else return [[lower, String(value)]];
      return [];
    })
  );
}
function isHeaderValue(text) {
  return /^[\t\x20-\x7e]{0,8192}$/.test(text);
}
function bodyIn(fields, read) {
  const body = fields.read("body");
  const file = fields.text("file", "the path of a file");
  if (body !== void 0 && file !== void 0) {
    fields.problems.push('it has both "body" and "file"; expected one of them');
    return void 0;
  }
  if (file !== void 0) {
    const found = read(file);
    if ("text" in found) return { kind: "text", text: found.text };
    fields.problems.push(`"file" is ${quote6(file)}: ${found.problem}`);
    return void 0;
  }
  if (body === void 0) return void 0;
  return typeof body === "string" ? { kind: "text", text: body } : { kind: "json", value: plainJson3(body) };
}
var ROUTE = /^(?:\/|(?:\/(?:[^/{}\s]+|\{[\w.:-]+\+?\}))+)$/;
function routeIn(fields, path) {
  const route = fields.text("route");
  if (route === void 0) return void 0;
  if (!ROUTE.test(route)) return fields.refuse("route", "a route such as /orders/{id}");
  if (routeParameters(route, path) === void 0) {
    return fields.refuse("route", `a route that fits the path ${quote6(path)}`);
  }
  return route;
}

export {
  sameJson,
  shownValue,
  parseJsonPath,
  valueAt,
  covers,
  formatLocation,
  isMatch,
  isMap,
  fieldsOf,
  isScalar,
  parseExpectations,
  pathProblem,
  addressOf,
  CALL_KEYS,
  parseCall,
  formatIn,
  headersIn2 as headersIn,
  isHeaderValue
};
