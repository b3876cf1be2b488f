import {
  parseTree
} from "./templates-parse.shared.js";
import {
  plainValue
} from "./templates-plain-scalar.shared.js";

// src/templates/sam-config.ts
import {
  src_base_errors_ts__foreign as foreign,
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_listed_ts__firstOf as firstOf,
  src_base_listed_ts__listed as listed
} from "./core.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
import {
  src_base_suggest_ts__didYouMean as didYouMean
} from "./core.js";
import {
  src_templates_template_parameters_ts__readSupplied as readSupplied
} from "./core.js";
import {
  src_templates_tree_ts__isList as isList,
  src_templates_tree_ts__isMap as isMap,
  src_templates_tree_ts__mapAt as mapAt,
  src_templates_tree_ts__textAt as textAt
} from "./core.js";
var DEFAULT_ENVIRONMENT = "default";
async function readSamConfig(text, isToml, environment) {
  const parsed = isToml ? await parseToml(text) : await parseTree(text, plainValue);
  if (parsed.kind === "problem") return nothingBut(parsed.problem);
  const file = isMap(parsed.tree) ? parsed.tree : /* @__PURE__ */ new Map();
  const own = file.get(environment);
  if (!isMap(own)) {
    const names = [...file].filter(([, each]) => isMap(each)).map(([name]) => name);
    const expected = names.length === 0 ? "expected [default.deploy.parameters]" : `expected ${either(names)}`;
    return nothingBut(
      `it has no environment ${quote(environment)}; ${expected}.${didYouMean(environment, names)}`
    );
  }
  const settings = new Map(
    ["global", "deploy"].flatMap((command) => [...mapAt(mapAt(own, command), "parameters")])
  );
  const problems = [];
  const parameters = parametersIn(settings, `${environment}.deploy.parameters`, problems);
  return {
    parameters,
    stack: textAt(settings, "stack_name"),
    region: textAt(settings, "region"),
    problems
  };
}
function nothingBut(problem) {
  return { parameters: /* @__PURE__ */ new Map(), stack: void 0, region: void 0, problems: [problem] };
}
function either(names) {
  return listed(names.map(quote), " or ");
}
var OVERRIDES = "parameter_overrides";
function parametersIn(settings, where, problems) {
  const written = settings.get(OVERRIDES);
  if (written === void 0 || written === "") return /* @__PURE__ */ new Map();
  const label = `${where}.${OVERRIDES}`;
  if (isMap(written)) {
    const texts2 = [...written].filter((entry) => isText(entry[1]));
    const odd = [...written.keys()].filter((name) => !isText(written.get(name)));
    if (odd.length > 0)
      problems.push(`${label}: ${firstOf(odd.map(quote)).join(", ")} is no string; expected one`);
    return new Map(texts2);
  }
  const lines = isList(written) ? written : [written];
  const texts = lines.filter(isText);
  if (texts.length < lines.length)
    problems.push(`${label}: it is a list with something else; expected strings NAME=VALUE`);
  return readSupplied(texts.join("\n"), problems, label);
}
function isText(tree) {
  return typeof tree === "string";
}
async function parseToml(text) {
  const { parse, TomlError } = await import("./vendor-smol-toml.js");
  try {
    const table = await foreign(() => parse(text, { integersAsBigInt: true }));
    return { kind: "tree", tree: treeOf(table) };
  } catch (error) {
    const { message, cause } = known(error);
    const [first = ""] = message.replace(/^Invalid TOML document: /, "").split("\n");
    const place = cause instanceof TomlError ? ` at line ${cause.line}, column ${cause.column}` : "";
    return { kind: "problem", problem: `it cannot be read as TOML: ${first}${place}` };
  }
}
function treeOf(value) {
  if (Array.isArray(value)) return value.map(treeOf);
  const isTable = typeof value === "object" && value !== null && !(value instanceof Date);
  if (!isTable) return String(value);
  return new Map(Object.entries(value).map(([key, each]) => [key, treeOf(each)]));
}
export {
  DEFAULT_ENVIRONMENT,
  readSamConfig
};
