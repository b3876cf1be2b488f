import {
  HOOK_INPUTS,
  NO_HOOK_FUNCTIONS,
  hookInputs,
  onlyProblem
} from "./templates-release-facts.shared.js";

// src/templates/app-spec.ts
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
import {
  src_base_suggest_ts__didYouMean as didYouMean
} from "./core.js";
import {
  src_templates_tree_ts__isList as isList,
  src_templates_tree_ts__isMap as isMap,
  src_templates_tree_ts__placeOf as placeOf
} from "./core.js";
var SECTIONS = ["version", "Resources", "Hooks"];
var PROPERTIES = ["Name", "Alias", "CurrentVersion", "TargetVersion"];
var HOOKS = ["BeforeAllowTraffic", "AfterAllowTraffic"];
function readAppSpec(tree, { gives }) {
  if (!isMap(tree))
    return onlyProblem("it contains no AppSpec; expected version, Resources and Hooks");
  const problems = [];
  const notes = [];
  const sections = byName(tree, SECTIONS, "the AppSpec", problems);
  const version = sections.version ?? "";
  if (version !== "0.0" && version !== "0")
    problems.push(`version is ${words(version)}; expected 0.0`);
  const resources = resourcesOf(sections.Resources, problems);
  const hooks = hookInputs(hooksOf(sections.Hooks, problems));
  if (gives("functions"))
    problems.push("functions is also set as an input; expected only one of them");
  for (const { name, alias, current, target } of resources) {
    notes.push(`"${name}" is released through ${alias}, from version ${current} to ${target}`);
  }
  const stronger = ["alias", "version", ...HOOK_INPUTS].filter(gives);
  if (stronger.length > 0) {
    notes.push(`${stronger.join(", ")} set as input overrides the AppSpec`);
  }
  return {
    values: {
      functions: resources.map((r) => gives("alias") ? r.written : `${r.written}:${r.alias}`).join("\n"),
      version: resources.map((r) => `${r.name}=${r.target}`).join("\n"),
      ...hooks
    },
    current: Object.fromEntries(resources.map((r) => [r.name, r.current])),
    notes,
    problems
  };
}
function resourcesOf(written, problems) {
  const entries = entriesOf(written);
  const nameless = entries.find(({ key }) => isName(key, "Type") || isName(key, "Properties"));
  if (nameless) {
    problems.push(
      `${placeOf(nameless.map, nameless.key)}${nameless.key} is directly in Resources; expected the name of a resource, with Type and Properties indented below it`
    );
    return [];
  }
  const found = entries.map((entry) => readResource(entry, problems));
  if (found.length === 0) {
    problems.push("it has no Resources; expected a list with the function to release");
  }
  return found.filter((resource) => resource !== void 0);
}
function isName(key, name) {
  return key.toLowerCase() === name.toLowerCase();
}
function readResource({ map: parent, key: id, value: body }, problems) {
  const before = problems.length;
  const known = ["Type", "Properties"];
  const place = placeOf(parent, id);
  if (!isMap(body)) {
    problems.push(`${place}the resource ${quote(id)} has no Type and Properties`);
    return void 0;
  }
  const { Type: type = "", Properties: properties } = byName(body, known, quote(id), problems);
  if (type !== "AWS::Lambda::Function") {
    problems.push(
      `${place}${quote(id)} is of the type ${words(type)}; expected AWS::Lambda::Function`
    );
    return void 0;
  }
  const map = isMap(properties) ? properties : /* @__PURE__ */ new Map();
  const values = byName(map, PROPERTIES, quote(id), problems);
  const text = (property, form, expected) => {
    const value = values[property] ?? "";
    if (typeof value === "string" && form.test(value)) return value;
    const written2 = [...map.keys()].find((key) => isName(key, property)) ?? property;
    problems.push(
      `${placeOf(map, written2) || place}${property} of ${quote(id)} is ${words(value)}; expected ${expected}`
    );
    return "";
  };
  const arn = "the name of a function";
  const written = text("Name", /^(?:arn:[\w-]+:lambda:[\w-]+:\d{12}:function:)?[\w-]+$/, arn);
  const resource = {
    written,
    // Versions are keyed by the bare name.
    name: written.replace(/^arn:.*:function:/, ""),
    alias: text("Alias", /^[\w-]+$/, "the name of an alias"),
    current: text("CurrentVersion", /^\d+$/, "the number of a published version"),
    target: text("TargetVersion", /^\d+$/, "the number of a published version")
  };
  return problems.length > before ? void 0 : resource;
}
function hooksOf(written, problems) {
  if (written === void 0 || written === "") return NO_HOOK_FUNCTIONS;
  const found = {
    BeforeAllowTraffic: [],
    AfterAllowTraffic: []
  };
  for (const { map, key, value } of entriesOf(written)) {
    const name = HOOKS.find((known) => isName(key, known));
    const place = placeOf(map, key);
    if (name === void 0) {
      problems.push(`${place}Hooks has the unknown key ${quote(key)}.${didYouMean(key, HOOKS)}`);
    } else if (typeof value !== "string" || value === "") {
      problems.push(`${place}the hook ${name} is ${words(value)}; expected the name of a function`);
    } else found[name].push(value);
  }
  return { preTraffic: found.BeforeAllowTraffic, postTraffic: found.AfterAllowTraffic };
}
function entriesOf(written) {
  const maps = (isList(written) ? written : [written]).filter((item) => isMap(item));
  return maps.flatMap((map) => [...map].map(([key, value]) => ({ map, key, value })));
}
function byName(map, known, where, problems) {
  const found = {};
  for (const [key, value] of map) {
    const name = known.find((k) => isName(key, k));
    if (name === void 0) {
      problems.push(
        `${placeOf(map, key)}${where} has the unknown key ${quote(key)}.${didYouMean(key, known)}`
      );
    } else if (found[name] !== void 0)
      problems.push(`${placeOf(map, key)}${where} has ${name} twice`);
    else found[name] = value;
  }
  return found;
}
function words(value) {
  if (value === "") return "missing";
  return typeof value === "string" ? quote(value) : "not a string";
}

export {
  readAppSpec
};
