import {
  CALL_KEYS,
  fieldsOf,
  formatIn,
  headersIn,
  isMap,
  isScalar,
  parseCall,
  parseExpectations,
  parseJsonPath,
  shownValue
} from "./checks-parse-call.shared.js";

// src/checks/parse-suite.ts
import {
  src_base_quote_ts__quote as quote4
} from "./core.js";

// src/checks/parse-check.ts
import {
  src_base_quote_ts__quote as quote2
} from "./core.js";
import {
  src_checks_check_ts__callText as callText
} from "./release.js";

// src/checks/parse-probe.ts
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
function probeIn(fields) {
  const value = fields.read("probe");
  if (!isMap(value)) {
    const flag = fields.flag("probe");
    if (flag === void 0) return "unsaid";
    return flag ? "yes" : "no";
  }
  const inner = fieldsOf(value, ["any-method"]);
  const isForced2 = inner.flag("any-method");
  fields.problems.push(...inner.problems.map((problem) => `probe: ${problem}`));
  return isForced2 ? "any-method" : "yes";
}
var DEFAULT_RATE = 10;
var MOST = 60;
function rateIn(fields) {
  const value = fields.read("probe");
  if (value === void 0) return void 0;
  const [, text] = /^(\d{1,3})\s*\/\s*m$/.exec(typeof value === "string" ? value.trim() : "") ?? [];
  const rate = Number(text ?? 0);
  if (rate >= 1 && rate <= MOST) return rate;
  return fields.refuse("probe", `a rate from 1/m to ${MOST}/m, such as ${DEFAULT_RATE}/m`);
}
function markProbes(wished, rate) {
  const isNamed = ({ wish }) => wish === "yes" || wish === "any-method";
  const named = wished.filter(isNamed);
  const all = wished.filter(({ wish }) => wish === "unsaid");
  const probes = named.length > 0 || rate === void 0 ? named : all;
  const marked = wished.map(
    (each) => probes.includes(each) ? { ...each.check, probe: true } : each.check
  );
  if (probes.length === 0) {
    const problems2 = rate === void 0 ? [] : ['"probe" has no effect, because each check has probe: false; omit it'];
    return { checks: marked, perMinute: void 0, problems: problems2 };
  }
  const names = new Set(probes.map(({ check }) => check.name));
  const problems = probes.flatMap(
    (probe) => problemsOf(probe, names).map((problem) => `check ${quote(probe.check.name)}: ${problem}`)
  );
  return { checks: marked, perMinute: rate ?? DEFAULT_RATE, problems };
}
var SAFE = ["GET", "HEAD"];
function problemsOf({ check, wish }, probes) {
  const { call, expect, needs } = check;
  const isSafe = call.kind === "request" && SAFE.includes(call.method);
  const what = call.kind === "request" ? call.method : "the event";
  const missing = needs.filter((name) => !probes.has(name));
  return [
    ...isSafe || wish === "any-method" ? [] : [
      `as a probe, ${what} would be sent to both versions repeatedly; expected ${SAFE.join(" or ")}, probe: { any-method: true } if that does no harm, or probe: false`
    ],
    ...expect.length > 0 ? [] : [
      'it is a probe without "expect", so it could not fail; expected for example expect: { status: 2xx }, true of both versions'
    ],
    ...missing.map(
      (name) => `it is a probe and uses a value of ${quote(name)}, which is none; expected "probe" on both, or on neither`
    )
  ];
}

// src/checks/parse-check.ts
import {
  src_checks_plain_json_ts__plainJson as plainJson
} from "./core.js";
import {
  src_checks_variables_ts__VARIABLE_NAME as VARIABLE_NAME
} from "./core.js";
var KEYS = [
  ...["name", "when", ...CALL_KEYS, "function", "expect", "save"],
  ...["retries", "every", "timeout", "compare", "probe"]
];
var WHENS = {
  before: "pre-traffic",
  "each-step": "step",
  after: "post-traffic"
};
function parseCheck(item, common, read) {
  if (!isMap(item)) {
    const problem = `it is ${shownValue(plainJson(item))}; expected a map with "path" or "event", and "expect"`;
    return { label: "", check: void 0, wish: "unsaid", problems: [problem] };
  }
  const fields = fieldsOf(item, KEYS);
  const given = nameIn(fields);
  const points = pointsIn(fields);
  const call = parseCall(fields, common, read);
  const compare = compareIn(fields);
  const expect = expectIn(fields, fields.has("event") ? "event" : "request", compare !== void 0);
  const save = savingsIn(fields);
  if (compare && points.includes("post-traffic")) {
    fields.problems.push(
      '"compare" needs the current version, which serves nobody after the promotion; expected "when" without after'
    );
  }
  const isSafe = call?.kind === "request" && SAFE2.includes(call.method);
  if (compare && call && !isSafe && !isForced(fields)) {
    const what = call.kind === "request" ? call.method : "the event";
    fields.problems.push(
      `"compare" would send ${what} to both versions, which may do twice what it does; expected ${SAFE2.join(", ")}, or compare: { any-method: true }`
    );
  }
  const times = timesIn(fields);
  const wish = probeIn(fields);
  const functionName = fields.text("function", "the name of a function") ?? "";
  const label = given === void 0 ? "" : ` (${quote2(given)})`;
  const { problems } = fields;
  if (problems.length > 0 || !call) return { label, check: void 0, wish, problems };
  const check = { points, call, expect, save, needs: [], functionName, compare, ...times };
  return { label, check: { name: given ?? callText(check), ...check }, wish, problems };
}
function nameIn(fields) {
  const name = fields.text("name");
  if (name === void 0) return void 0;
  return /^[^\p{Cc}`|<>]{1,60}$/u.test(name) ? name : fields.refuse("name", "one line of at most 60 characters without ` | < and >");
}
function pointsIn(fields) {
  const value = fields.read("when") ?? "before";
  const words = Array.isArray(value) ? value.map(String) : String(value).split(/[\s,]+/);
  const points = words.flatMap(
    (word) => Object.hasOwn(WHENS, word) ? [WHENS[word]] : []
  );
  if (points.length === words.length && words.length > 0) return [...new Set(points)];
  fields.refuse("when", `one or several of ${Object.keys(WHENS).join(", ")}`);
  return [];
}
function expectIn(fields, of, compares) {
  if (!fields.has("expect")) {
    if (!compares) {
      fields.problems.push(
        'it has no "expect", so it could not fail; expected for example expect: { status: 2xx }'
      );
    }
    return [];
  }
  const { expect, problems } = parseExpectations(fields.read("expect"), of);
  fields.problems.push(...problems);
  return expect;
}
var MOST_SAVED = 20;
function savingsIn(fields) {
  const value = fields.read("save");
  const expected = "a map from names to paths, such as { id: $.id }";
  const [, name, path] = typeof value === "string" ? /^\s*(\S+?)\s*=\s*(\S.*?)\s*$/.exec(value) ?? [] : [];
  const entries = name === void 0 ? fields.map("save", expected) : [[name, path]];
  if (entries && (entries.length === 0 || entries.length > MOST_SAVED)) {
    fields.refuse("save", `1 to ${MOST_SAVED} names with their paths`);
  }
  return (entries ?? []).flatMap(([as, from]) => {
    const found = isScalar(from) ? parseJsonPath(String(from)) : `${shownValue(plainJson(from))}; expected a path such as $.id`;
    if (typeof found === "string") fields.problems.push(`save: ${found}`);
    if (!VARIABLE_NAME.test(as)) {
      fields.problems.push(
        `save: ${quote2(as)} is not a name; expected letters, digits, "_" and "-"`
      );
    }
    return typeof found === "string" ? [] : [{ name: as, path: found }];
  });
}
var SAFE2 = ["GET", "HEAD", "OPTIONS"];
var COMPARE_KEYS = ["ignore", "on-difference", "any-method"];
var MOST_IGNORED = 50;
function isForced(fields) {
  const value = fields.read("compare");
  return isMap(value) && value.get("any-method") === true;
}
function compareIn(fields) {
  const value = fields.read("compare");
  if (!isMap(value)) {
    return fields.flag("compare") ? { ignored: [], onDifference: "fail" } : void 0;
  }
  const inner = fieldsOf(value, COMPARE_KEYS);
  const ignore = inner.read("ignore") ?? [];
  const texts = (Array.isArray(ignore) ? ignore : [ignore]).map(String);
  const paths = texts.slice(0, MOST_IGNORED).map((text) => parseJsonPath(text, "several"));
  if (texts.length > MOST_IGNORED) inner.refuse("ignore", `at most ${MOST_IGNORED} paths`);
  inner.problems.push(
    ...paths.filter((path) => typeof path === "string").map((path) => `ignore: ${path}`)
  );
  const word = inner.text("on-difference") ?? "fail";
  if (word !== "warn" && word !== "fail") inner.refuse("on-difference", "warn or fail");
  inner.flag("any-method");
  fields.problems.push(...inner.problems.map((problem) => `compare: ${problem}`));
  const ignored = paths.filter((path) => typeof path !== "string");
  return { ignored, onDifference: word === "warn" ? "warn" : "fail" };
}
var MOST_RETRIES = 10;
function timesIn(fields) {
  const retries = fields.count("retries", MOST_RETRIES) ?? 0;
  return {
    attempts: retries + 1,
    pauseMilliseconds: fields.time("every", { least: 0, most: 6e4, words: "from 0s to 1m" }) ?? 2e3,
    limitMilliseconds: fields.time("timeout", { least: 100, most: 6e4, words: "from 100ms to 1m" }) ?? 1e4
  };
}

// src/checks/parse-suite.ts
import {
  src_checks_plain_json_ts__plainJson as plainJson2
} from "./core.js";

// src/checks/uses.ts
import {
  src_base_quote_ts__quote as quote3
} from "./core.js";
import {
  src_checks_variables_ts__namesIn as namesIn,
  src_checks_variables_ts__namesInJson as namesInJson
} from "./core.js";
function checkUses(checks, headers, secrets) {
  const common = namesInJson(headers).filter((name) => !secrets.includes(name));
  const known = [...secrets, ...common];
  const problems = common.map((name) => `headers: \${${name}} is not among "secrets"`);
  const saved = /* @__PURE__ */ new Map();
  const completed = checks.map((check) => {
    const names = [...new Set(usedBy(check))].filter((name) => !known.includes(name));
    const found = [
      ...names.map((name) => useProblem(check, name, saved.get(name))),
      ...check.save.map(
        ({ name }) => saved.has(name) || known.includes(name) ? `save: the name "${name}" is taken; expected another one` : void 0
      )
    ].filter((problem) => problem !== void 0);
    problems.push(...found.map((problem) => `check ${quote3(check.name)}: ${problem}`));
    const needs = new Set(names.flatMap((name) => saved.get(name)?.name ?? []));
    for (const { name } of check.save) saved.set(name, check);
    return { ...check, needs: [...needs] };
  });
  return { checks: completed, problems: [...new Set(problems)] };
}
function useProblem(check, name, source) {
  if (!source) {
    return `\${${name}} is neither saved by an earlier check nor among "secrets"; to send the text itself, write $\${${name}}`;
  }
  return check.points.some((point) => !source.points.includes(point)) ? `it uses \${${name}} of ${quote3(source.name)}, which does not run whenever this check runs; expected the same "when"` : void 0;
}
function usedBy({ call, expect }) {
  const expected = expect.flatMap(namesInExpectation);
  if (call.kind === "event") return [...namesInJson(call.event), ...expected];
  const { path, headers, body } = call;
  const sent = body?.kind === "json" ? namesInJson(body.value) : namesIn(body?.text ?? "");
  return [...namesIn(path), ...namesInJson(headers), ...sent, ...expected];
}
function namesInExpectation(expected) {
  if (expected.kind === "contains") return namesIn(expected.text);
  if (expected.kind !== "header" && expected.kind !== "json") return [];
  const { test } = expected;
  if (test.kind === "equals") return namesInJson(test.value);
  return test.kind === "matches" ? namesIn(test.pattern) : [];
}

// src/checks/parse-suite.ts
import {
  src_checks_variables_ts__VARIABLE_NAME as VARIABLE_NAME2
} from "./core.js";
var MOST_CHECKS = 50;
var KEYS2 = [
  ...["checks", "secrets", "headers", "sign", "format", "address"],
  ...["usage-plan", "time-limit", "probe"]
];
var LIMIT = { least: 1e3, most: 9e5, words: "from 1s to 15m" };
var DEFAULT_LIMIT = 3e5;
function parseSuite(content, sources) {
  const whole = Array.isArray(content) ? /* @__PURE__ */ new Map([["checks", content]]) : content;
  if (!isMap(whole)) {
    return [
      `${shownValue(plainJson2(content))}; expected a list of checks, or a map with ${KEYS2.join(", ")}`
    ];
  }
  const fields = fieldsOf(whole, KEYS2);
  const secrets = secretsIn(
    fields.map("secrets", "a map from names to variables of the environment") ?? [],
    sources,
    fields.problems
  );
  const common = {
    headers: headersIn(fields),
    signs: fields.flag("sign") ?? false,
    format: formatIn(fields)
  };
  const limit = fields.time("time-limit", LIMIT) ?? DEFAULT_LIMIT;
  const address = addressIn(fields);
  const usagePlan = usagePlanIn(fields);
  const rate = rateIn(fields);
  const items = fields.read("checks");
  if (!Array.isArray(items) || items.length === 0 || items.length > MOST_CHECKS) {
    const found = Array.isArray(items) ? shownValue(items) : shownValue(plainJson2(items));
    return [
      ...fields.problems,
      `"checks" is ${found}; expected a list of 1 to ${MOST_CHECKS} checks`
    ];
  }
  const parsed = items.map((item) => parseCheck(item, common, sources.read));
  const problems = [
    ...fields.problems,
    ...parsed.flatMap(
      ({ label, problems: problems2 }, i) => problems2.map((problem) => `check ${i + 1}${label}: ${problem}`)
    ),
    ...sameNames(parsed)
  ];
  if (problems.length > 0) return problems;
  const checks = parsed.flatMap(({ check }) => check ? [check] : []);
  const used = checkUses(checks, common.headers, Object.keys(secrets));
  if (used.problems.length > 0) return used.problems;
  const wished = used.checks.map((check, i) => ({ check, wish: parsed[i]?.wish ?? "unsaid" }));
  const { perMinute, ...marked } = markProbes(wished, rate);
  if (marked.problems.length > 0) return marked.problems;
  const probing = perMinute === void 0 ? {} : { probesPerMinute: perMinute };
  return {
    checks: marked.checks,
    secrets,
    address,
    usagePlan,
    limitSeconds: limit / 1e3,
    ...probing
  };
}
function addressIn(fields) {
  const text = fields.text("address") ?? "";
  if (text === "") return "";
  const url = URL.canParse(text) ? new URL(text) : void 0;
  const isPlain = url && [url.username, url.password, url.search, url.hash].join("") === "";
  if (isPlain && url.protocol === "https:") return url.href.replace(/\/$/, "");
  fields.refuse("address", "an address such as https://api.example.com, without a query");
  return "";
}
function usagePlanIn(fields) {
  const id = fields.text("usage-plan") ?? "";
  if (id === "" || /^[A-Za-z0-9]{1,64}$/.test(id)) return id;
  fields.refuse("usage-plan", "the ID of a usage plan, such as a1b2c3");
  return "";
}
function sameNames(parsed) {
  const names = parsed.flatMap(({ check }) => check ? [check.name] : []);
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  return [...new Set(twice)].map(
    (name) => `two checks are named ${quote4(name)}; expected a "name" of its own for each`
  );
}
function secretsIn(given, { variable }, problems) {
  return Object.fromEntries(
    given.flatMap(([name, source]) => {
      const wrong = (why) => {
        problems.push(`secrets: ${why}`);
        return [];
      };
      if (!VARIABLE_NAME2.test(name))
        return wrong(`${quote4(name)} is not a name; expected letters, digits, "_" and "-"`);
      if (!isScalar(source) || !/^[A-Za-z_][A-Za-z0-9_]{0,127}$/.test(String(source))) {
        return wrong(
          `"${name}" is not the name of a variable (its value is not shown); expected for example SMOKE_TOKEN, which the step sets in env`
        );
      }
      const value = variable(String(source));
      if (value === "")
        return wrong(
          `"${name}": the variable ${String(source)} is not set or empty; set it in the environment, such as in env of the step`
        );
      return value.length >= SHORTEST_SECRET && !/[\r\n]/.test(value) ? [[name, value]] : wrong(
        `"${name}": the value of ${String(source)} (not shown) is too short to be masked, or has several lines; expected at least ${SHORTEST_SECRET} characters in one line`
      );
    })
  );
}
var SHORTEST_SECRET = 5;
export {
  MOST_CHECKS,
  parseSuite
};
