import {
  functionProperties,
  intrinsicOf,
  wrongIgnoreGlobals
} from "./templates-globals.shared.js";
import {
  HOOK_INPUTS,
  hookInputs,
  onlyProblem
} from "./templates-release-facts.shared.js";
import {
  plainValue
} from "./templates-plain-scalar.shared.js";

// src/templates/sam.ts
import {
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_listed_ts__listed as listed6
} from "./core.js";

// src/templates/deployment-config.ts
import {
  src_base_quote_ts__quote as quote4
} from "./core.js";

// src/templates/entry-values.ts
import {
  src_base_quote_ts__quote as quote3
} from "./core.js";

// src/templates/intrinsics.ts
import {
  src_base_quote_ts__quote as quote2
} from "./core.js";

// src/templates/parameter-rules.ts
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
import {
  src_templates_tree_ts__isList as isList,
  src_templates_tree_ts__textAt as textAt
} from "./core.js";
function parameterProblem(name, parameter, value) {
  const expected = expectedInstead(parameter, value);
  return expected && `the parameter "${name}" is ${quote(value)}; the template expects ${expected} of it`;
}
function expectedInstead(parameter, value) {
  const type = textAt(parameter, "Type") ?? "String";
  const items = /^(?:CommaDelimitedList|List<)/.test(type) ? value.split(",").map((item) => item.trim()) : [value];
  const isNumeric = type === "Number" || type === "List<Number>";
  if (isNumeric && !items.every(isNumber)) return "a number";
  const allowed = parameter.get("AllowedValues");
  if (isList(allowed)) {
    const texts = allowed.filter((each) => typeof each === "string");
    if (!items.every((item) => texts.includes(item))) return `one of ${listed(texts)}`;
  }
  if (isNumeric) return outOfLimits(parameter, items);
  return wrongLength(parameter, value) ?? wrongPattern(parameter, value);
}
function isNumber(text) {
  return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(text);
}
function outOfLimits(parameter, items) {
  const [least, most] = ["MinValue", "MaxValue"].map((key) => textAt(parameter, key));
  const numbers = items.map(Number);
  if (least !== void 0 && numbers.some((n) => n < Number(least))) return `at least ${least}`;
  if (most !== void 0 && numbers.some((n) => n > Number(most))) return `at most ${most}`;
  return void 0;
}
function wrongLength(parameter, value) {
  const [least, most] = ["MinLength", "MaxLength"].map((key) => textAt(parameter, key));
  if (least !== void 0 && value.length < Number(least)) return `at least ${least} characters`;
  if (most !== void 0 && value.length > Number(most)) return `at most ${most} characters`;
  return void 0;
}
function wrongPattern(parameter, value) {
  const pattern = textAt(parameter, "AllowedPattern");
  const whole = pattern === void 0 ? void 0 : compiled(`^(?:${pattern})$`);
  return whole === void 0 || whole.test(value) ? void 0 : `the pattern ${pattern}`;
}
function compiled(pattern) {
  try {
    return new RegExp(pattern, "u");
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return void 0;
  }
}

// src/templates/resolution.ts
import {
  src_base_errors_ts__KnownError as KnownError
} from "./core.js";
var MAX_CALLS = 2e5;
function resolution(scope) {
  return { scope, gaps: [], open: /* @__PURE__ */ new Set(), spent: { calls: 0 }, conditions: /* @__PURE__ */ new Map() };
}
function countCall(at) {
  at.spent.calls += 1;
  if (at.spent.calls > MAX_CALLS)
    throw new KnownError(`its functions need more than ${MAX_CALLS} calls`);
}
function nested(what, at) {
  if (at.open.has(what)) return addGap(at, `${what} depends on itself`);
  return { ...at, open: /* @__PURE__ */ new Set([...at.open, what]) };
}
function ask(at, name, what) {
  at.gaps.push({ name, what });
}
function addGap(at, what) {
  at.gaps.push({ name: void 0, what });
}

// src/templates/intrinsics.ts
import {
  src_templates_template_parameters_ts__PSEUDO as PSEUDO
} from "./core.js";
import {
  src_templates_tree_ts__isList as isList2,
  src_templates_tree_ts__isMap as isMap,
  src_templates_tree_ts__mapAt as mapAt,
  src_templates_tree_ts__textAt as textAt2
} from "./core.js";
function resolve(tree, at) {
  if (typeof tree === "string") return withoutReference(tree, at);
  if (isList2(tree)) return resolveAll(tree, at);
  if (!isMap(tree)) return void 0;
  const call = intrinsicOf(tree);
  if (!call) {
    const entries = [...tree].map(([key, value]) => [key, resolve(value, at)]);
    return new Map(entries.filter((entry) => entry[1] !== void 0));
  }
  return called(call.name, call.argument, at);
}
function called(name, argument, at) {
  countCall(at);
  const before = at.gaps.length;
  const value = FUNCTIONS[name]?.(argument, at);
  const none = name === "Ref" || name === "Fn::If";
  if (value === void 0 && !none && at.gaps.length === before) return cannot(at, name);
  return typeof value === "string" ? withoutReference(value, at) : value;
}
function withoutReference(text, at) {
  const [reference] = /\{\{resolve:[^}]*\}\}/.exec(text) ?? [];
  return reference === void 0 ? text : cannot(at, quote2(reference));
}
function resolveAll(list, at) {
  return list.map((item) => resolve(item, at)).filter((item) => item !== void 0);
}
function holds(name, at) {
  const known2 = at.conditions.get(name);
  if (known2 !== void 0) return known2;
  const condition = conditionNamed(name, mapAt(at.scope.template, "Conditions"));
  if (condition === void 0) return addGap(at, `there is no condition "${name}"`);
  const inner = nested(`the condition "${name}"`, at);
  const value = inner && truth(condition, inner);
  if (value !== void 0) at.conditions.set(name, value);
  return value;
}
function conditionNamed(name, conditions) {
  return conditions.get(name) ?? [...conditions].find(([key]) => plainValue(key) === name)?.[1];
}
function truth(tree, at) {
  countCall(at);
  if (tree === "true" || tree === "false") return tree === "true";
  const [call] = isMap(tree) ? tree : [];
  const [name = "", argument = ""] = call ?? [];
  if (name === "Condition" && typeof argument === "string") return holds(argument, at);
  const list = isList2(argument) ? argument : [];
  switch (name) {
    case "Fn::Equals": {
      const [left, right] = list.map((item) => textOf(item, at));
      if (left === void 0 || right === void 0) return unclear(at);
      return left === right;
    }
    case "Fn::Not":
      return negated(list[0] === void 0 ? void 0 : truth(list[0], at));
    case "Fn::And":
      return combined(list, at, false);
    case "Fn::Or":
      return combined(list, at, true);
    default:
      return unclear(at);
  }
}
function unclear(at) {
  return at.gaps.length > 0 ? void 0 : addGap(at, "a condition cannot be read");
}
function negated(value) {
  return value === void 0 ? void 0 : !value;
}
function combined(list, at, decides) {
  const before = at.gaps.length;
  const found = list.map((item) => truth(item, at));
  if (found.includes(decides)) {
    at.gaps.length = before;
    return decides;
  }
  return found.includes(void 0) ? void 0 : !decides;
}
var FUNCTIONS = {
  // Made of what the framework alone can read (`serverless-variables.ts`).
  "Fn::ServerlessVariable": (argument, at) => addGap(at, `${quote2(String(argument))} is known only to the Serverless Framework`),
  // Made of what a plan does not have yet (`terraform.ts`).
  "Fn::TerraformValue": (argument, at) => addGap(at, `${String(argument)} is known only after the apply`),
  Ref: (argument, at) => {
    if (typeof argument !== "string") return cannot(at, "Ref without a name");
    return generatedBySam(argument, at) ? aliasOf(argument, at) : refer(argument, at);
  },
  "Fn::GetAtt": (argument, at) => attribute(isList2(argument) ? argument.join(".") : argument, at),
  "Fn::If": (argument, at) => {
    const [condition, yes, no] = isList2(argument) ? argument : [];
    if (typeof condition !== "string" || yes === void 0 || no === void 0) {
      return cannot(at, "Fn::If");
    }
    const value = holds(condition, at);
    return value === void 0 ? void 0 : resolve(value ? yes : no, at);
  },
  "Fn::Sub": substitute,
  "Fn::Join": (argument, at) => {
    const [delimiter, items] = isList2(argument) ? argument : [];
    const list = items === void 0 ? void 0 : listOf(items, at);
    if (typeof delimiter !== "string" || !list) return void 0;
    return list.join(delimiter);
  },
  "Fn::Split": (argument, at) => {
    const [delimiter, text] = isList2(argument) ? argument : [];
    const whole = text === void 0 ? void 0 : textOf(text, at);
    if (typeof delimiter !== "string" || whole === void 0) return void 0;
    return whole.split(delimiter);
  },
  "Fn::Select": (argument, at) => {
    const [index, items] = isList2(argument) ? argument : [];
    const position = index === void 0 ? void 0 : textOf(index, at);
    const list = items === void 0 ? void 0 : listOf(items, at);
    return list?.[Number(position)];
  },
  "Fn::FindInMap": (argument, at) => {
    const names = isList2(argument) ? argument.slice(0, 3).map((item) => textOf(item, at)) : [];
    const [map = "", top = "", second = ""] = names;
    if (names.includes(void 0)) return void 0;
    const found = mapAt(mapAt(mapAt(at.scope.template, "Mappings"), map), top).get(second);
    return found ?? cannot(at, `Fn::FindInMap of "${names.join('", "')}"`);
  }
};
function textOf(tree, at) {
  const value = resolve(tree, at);
  return typeof value === "string" ? value : void 0;
}
function listOf(tree, at) {
  const before = at.gaps.length;
  const value = resolve(tree, at);
  const whole = isList2(value) && at.gaps.length === before;
  return whole ? value.filter((item) => typeof item === "string") : void 0;
}
function substitute(argument, at) {
  const [pattern, own] = isList2(argument) ? argument : [argument];
  if (typeof pattern !== "string") return void 0;
  const before = at.gaps.length;
  const text = pattern.replace(/\$\{(!?)\s*([^}]*?)\s*\}/g, (_, literal, name) => {
    if (literal !== "") return `\${${name}}`;
    const given = isMap(own) ? own.get(name) : void 0;
    if (given !== void 0) return textOf(given, at) ?? "";
    const value = name.includes(".") ? attribute(name, at) : refer(name, at);
    if (typeof value === "string") return value;
    if (at.gaps.length === before) cannot(at, `\${${name}}`);
    return "";
  });
  return at.gaps.length > before ? void 0 : text;
}
function refer(name, at) {
  const { supplied, pseudo, template } = at.scope;
  if (name === "AWS::NoValue") return void 0;
  const parameter = mapAt(template, "Parameters").get(name);
  const value = supplied.get(name) ?? pseudo.get(name);
  if (isMap(parameter)) return parameterValue(name, parameter, value, at);
  if (value !== void 0) return value;
  if (PSEUDO.includes(name)) return ask(at, name, `${name} is known only to CloudFormation`);
  if (name.startsWith("AWS::")) return cannot(at, name);
  const resource2 = mapAt(mapAt(template, "Resources"), name);
  if (textAt2(resource2, "Type") === "AWS::Lambda::Alias") return aliasResource(name, resource2, at);
  if (mapAt(template, "Resources").has(name)) return physicalName(name, at);
  return addGap(at, `there is no parameter or resource "${name}"`);
}
function parameterValue(name, parameter, supplied, at) {
  const type = textAt2(parameter, "Type") ?? "String";
  const fallback = parameter.get("Default");
  const kept = type.startsWith("AWS::SSM::");
  const value = supplied ?? (typeof fallback === "string" && !kept ? fallback : void 0);
  if (value === void 0) {
    const why = kept ? "is kept in Systems Manager" : "has no default";
    return ask(at, name, `the parameter "${name}" ${why}`);
  }
  const problem = parameterProblem(name, parameter, value);
  if (problem !== void 0) return addGap(at, problem);
  const list = type === "CommaDelimitedList" || type.startsWith("List<");
  return list ? value.split(",").map((item) => item.trim()) : value;
}
var NAMED_BY = {
  "AWS::Serverless::Function": "FunctionName",
  "AWS::Lambda::Function": "FunctionName",
  "AWS::CloudWatch::Alarm": "AlarmName",
  "AWS::CloudWatch::CompositeAlarm": "AlarmName",
  "AWS::CloudWatch::LogAlarm": "AlarmName"
};
var APIS = ["AWS::Serverless::Api", "AWS::ApiGateway::RestApi"];
function physicalName(logicalId, at) {
  const given = at.scope.supplied.get(logicalId);
  if (given !== void 0) return given;
  const resource2 = mapAt(mapAt(at.scope.template, "Resources"), logicalId);
  const property = NAMED_BY[textAt2(resource2, "Type") ?? ""];
  const isNamed = property !== void 0 || APIS.includes(textAt2(resource2, "Type") ?? "");
  if (isNamed && at.scope.namesLater) return logicalId;
  const name = property && mapAt(resource2, "Properties").get(property);
  const inner = name && nested(`the name of "${logicalId}"`, at);
  if (name && !inner) return void 0;
  const before = at.gaps.length;
  const value = inner && resolve(name, inner);
  if (typeof value === "string" && value !== "") return value;
  if (at.gaps.length > before) return void 0;
  return ask(
    at,
    logicalId,
    `"${logicalId}" has no ${property ?? "name of its own"}, so CloudFormation names it`
  );
}
function generatedBySam(path, { scope }) {
  const [id = "", what = "", ...more] = path.split(".");
  const resource2 = mapAt(mapAt(scope.template, "Resources"), id);
  const isFunction = textAt2(resource2, "Type") === "AWS::Serverless::Function";
  return isFunction && more.length === 0 && (what === "Alias" || what === "Version");
}
function aliasResource(id, resource2, at) {
  const properties = mapAt(resource2, "Properties");
  const parts = ["FunctionName", "Name"].map((key) => {
    const written = properties.get(key);
    return written === void 0 ? void 0 : textOf(written, at);
  });
  const [name, alias] = parts;
  if (name !== void 0 && alias !== void 0) return `${name}:${alias}`;
  return at.gaps.length > 0 ? void 0 : ask(at, id, `"${id}" has no name that can be read`);
}
function aliasOf(path, at) {
  const supplied = at.scope.supplied.get(path);
  if (supplied !== void 0) return supplied;
  const [id = "", what] = path.split(".");
  const resource2 = mapAt(mapAt(at.scope.template, "Resources"), id);
  const alias = functionProperties(at.scope.template, resource2).get("AutoPublishAlias");
  if (what !== "Alias" || alias === void 0) return ask(at, path, `"${path}" is created by SAM`);
  const [name, its] = [physicalName(id, at), textOf(alias, at)];
  return name !== void 0 && its !== void 0 ? `${name}:${its}` : void 0;
}
function attribute(path, at) {
  if (typeof path !== "string") return void 0;
  const supplied = at.scope.supplied.get(path);
  if (supplied !== void 0) return supplied;
  const [logicalId = "", ...rest] = path.split(".");
  const resource2 = mapAt(mapAt(at.scope.template, "Resources"), logicalId);
  const property = NAMED_BY[textAt2(resource2, "Type") ?? ""];
  if (property === void 0 || rest.join(".") !== "Arn") {
    const isThere2 = mapAt(at.scope.template, "Resources").has(logicalId);
    return isThere2 ? ask(at, path, `Fn::GetAtt ${path} is known only to CloudFormation`) : addGap(at, `there is no resource "${logicalId}"`);
  }
  const name = physicalName(logicalId, at);
  if (at.scope.namesLater) return name;
  const parts = ["AWS::Partition", "AWS::Region", "AWS::AccountId"].map((part) => refer(part, at));
  if (name === void 0 || parts.includes(void 0)) return void 0;
  const [partition, region, account] = parts;
  return property === "FunctionName" ? `arn:${partition}:lambda:${region}:${account}:function:${name}` : `arn:${partition}:cloudwatch:${region}:${account}:alarm:${name}`;
}
function cannot(at, what) {
  return addGap(at, `${what} cannot be resolved outside of CloudFormation`);
}

// src/templates/entry-values.ts
import {
  src_templates_tree_ts__isList as isList3,
  src_templates_tree_ts__placeOf as placeOf
} from "./core.js";
function entryText({ id, map, key }) {
  return `${placeOf(map, key)}${key} of "${id}"`;
}
var MISSING = { kind: "missing" };
var UNKNOWN = { kind: "unknown" };
function readEntry(entry, found) {
  const written = entry.map.get(entry.key);
  if (written === void 0 || written === "") return MISSING;
  const before = found.at.gaps.length;
  const value = resolve(written, found.at);
  const gaps = found.at.gaps.slice(before);
  for (const gap2 of gaps) found.gap(entryText(entry), gap2, entry.input);
  if (gaps.length > 0) return UNKNOWN;
  return value === void 0 || value === "" ? MISSING : { kind: "value", value };
}
function readText(entry, found) {
  const read = readEntry(entry, found);
  if (read.kind !== "value") return read;
  if (typeof read.value === "string") return { kind: "value", value: read.value };
  found.problems.push(`${entryText(entry)} is ${shapeOf(read.value)}; expected a string`);
  return UNKNOWN;
}
function textIn(read) {
  return read.kind === "value" ? read.value : void 0;
}
function shapeOf(value) {
  if (typeof value === "string") return quote3(value);
  return isList3(value) ? "a list that does not contain only strings" : "a map";
}

// src/templates/resources-by-type.ts
import {
  src_templates_tree_ts__isMap as isMap2,
  src_templates_tree_ts__mapAt as mapAt2,
  src_templates_tree_ts__textAt as textAt3
} from "./core.js";
var KNOWN = /* @__PURE__ */ new WeakMap();
var NONE = /* @__PURE__ */ new Map();
function resourcesOfType(template, type) {
  let types = KNOWN.get(template);
  if (!types) {
    types = byType(template);
    KNOWN.set(template, types);
  }
  return types.get(type) ?? NONE;
}
function resourceNamed(template, type, property, name) {
  for (const [id, resource2] of resourcesOfType(template, type)) {
    if (textAt3(mapAt2(resource2, "Properties"), property) === name) return id;
  }
  return void 0;
}
function byType(template) {
  const types = /* @__PURE__ */ new Map();
  for (const [id, resource2] of mapAt2(template, "Resources")) {
    if (!isMap2(resource2)) continue;
    const type = textAt3(resource2, "Type") ?? "";
    const own = types.get(type) ?? /* @__PURE__ */ new Map();
    types.set(type, own.set(id, resource2));
  }
  return types;
}

// src/templates/deployment-config.ts
import {
  src_templates_tree_ts__isMap as isMap3,
  src_templates_tree_ts__mapAt as mapAt3,
  src_templates_tree_ts__textAt as textAt4
} from "./core.js";
var TYPE = "AWS::CodeDeploy::DeploymentConfig";
function definedSchedule(entry, found) {
  const id = configOf(entry, found);
  if (id === void 0) return void 0;
  const routing = mapAt3(propertiesOf(id, found), "TrafficRoutingConfig");
  const before = found.problems.length;
  const steps = stepsOf(id, routing, found);
  if (steps !== void 0) return { kind: "value", value: steps };
  if (found.problems.length === before) {
    found.problems.push(
      `${entryText(entry)}: "${id}" has no TrafficRoutingConfig that can be read; expected TimeBasedCanary or TimeBasedLinear with whole numbers, or the input steps`
    );
  }
  return { kind: "unknown" };
}
function configOf({ map, key }, { at }) {
  const written = map.get(key);
  const resources = mapAt3(at.scope.template, "Resources");
  const isConfig = (id) => textAt4(mapAt3(resources, id), "Type") === TYPE;
  const call = isMap3(written) ? intrinsicOf(written) : void 0;
  if (call?.name === "Ref" && typeof call.argument === "string") {
    const id = call.argument;
    return isConfig(id) && !at.scope.supplied.has(id) ? id : void 0;
  }
  if (typeof written !== "string" || written === "") return void 0;
  return resourceNamed(at.scope.template, TYPE, "DeploymentConfigName", written);
}
function propertiesOf(id, { at }) {
  return mapAt3(mapAt3(mapAt3(at.scope.template, "Resources"), id), "Properties");
}
function stepsOf(id, routing, found) {
  const text = (map, key) => textIn(readText({ id, map, key, input: "steps" }, found));
  const number = (map, key, most) => {
    const value = text(map, key);
    if (value === void 0) return void 0;
    if (/^\d+(?:\.0)?$/.test(value) && Number(value) >= 1 && Number(value) <= most)
      return Number(value);
    found.problems.push(
      `${entryText({ id, map, key, input: "steps" })} is ${quote4(value)}; expected a whole number from 1 to ${most}`
    );
    return void 0;
  };
  switch (text(routing, "Type")) {
    case "AllAtOnce":
      return "AllAtOnce";
    case "TimeBasedCanary": {
      const map = mapAt3(routing, "TimeBasedCanary");
      const percent = number(map, "CanaryPercentage", 99);
      const minutes = number(map, "CanaryInterval", MOST_MINUTES);
      return percent && minutes ? `${percent}%/${minutes}m` : void 0;
    }
    case "TimeBasedLinear": {
      const map = mapAt3(routing, "TimeBasedLinear");
      const percent = number(map, "LinearPercentage", 99);
      const minutes = number(map, "LinearInterval", MOST_MINUTES);
      return percent && minutes ? linear(percent, minutes) : void 0;
    }
    default:
      return void 0;
  }
}
var MOST_MINUTES = 2880;
function linear(percent, minutes) {
  const count = Math.ceil(100 / percent) - 1;
  return Array.from({ length: count }, (_, i) => `${percent * (i + 1)}%/${minutes}m`).join(", ");
}

// src/templates/released-function.ts
import {
  src_templates_tree_ts__placeOf as placeOf2,
  src_templates_tree_ts__textAt as textAt5
} from "./core.js";
function isThere(id, resource2, found) {
  const condition = textAt5(resource2, "Condition");
  if (condition === void 0) return true;
  const before = found.at.gaps.length;
  const there = holds(condition, found.at);
  if (there === void 0) {
    const where = `${placeOf2(resource2, "Condition")}the Condition of "${id}"`;
    for (const gap2 of found.at.gaps.slice(before)) found.gap(where, gap2, "template-parameters");
  }
  return there;
}
function nameOf(id, found) {
  if (found.gives("functions")) return void 0;
  const before = found.at.gaps.length;
  const name = physicalName(id, found.at);
  for (const gap2 of found.at.gaps.slice(before)) found.gap("functions", gap2, "functions");
  return name;
}

// src/templates/alias-updates.ts
import {
  src_templates_tree_ts__isList as isList4,
  src_templates_tree_ts__isMap as isMap4,
  src_templates_tree_ts__mapAt as mapAt4,
  src_templates_tree_ts__placeOf as placeOf3,
  src_templates_tree_ts__textAt as textAt6
} from "./core.js";
function readAliasUpdates(template, found) {
  const aliases = resourcesOfType(template, "AWS::Lambda::Alias");
  const updates = [...aliases].flatMap(([id, alias]) => readAliasUpdate(id, alias, found));
  return {
    functions: updates.flatMap(({ released }) => released ?? []),
    groups: new Set(updates.flatMap(({ group }) => group ?? []))
  };
}
function readAliasUpdate(id, alias, found) {
  const update = mapAt4(alias, "UpdatePolicy").get("CodeDeployLambdaAliasUpdate");
  if (!isMap4(update)) return [];
  const group = groupOf(update, found.at.scope.template);
  const there = isThere(id, alias, found);
  if (there === false) {
    const condition = textAt6(alias, "Condition");
    found.notes.push(`"${id}" is not released: its Condition "${condition}" is false`);
  }
  const released = there ? readReleased(id, alias, update, group, found) : void 0;
  return [{ released, group: group?.id }];
}
var GROUP = "AWS::CodeDeploy::DeploymentGroup";
function groupOf(update, template) {
  const written = update.get("DeploymentGroupName");
  const isName = typeof written === "string" && written !== "";
  const id = referenced(written) ?? (isName ? resourceNamed(template, GROUP, "DeploymentGroupName", written) : void 0);
  const resources = mapAt4(template, "Resources");
  const group = id === void 0 ? void 0 : resources.get(id);
  return id !== void 0 && isMap4(group) ? { id, properties: mapAt4(group, "Properties") } : void 0;
}
function referenced(tree) {
  const call = isMap4(tree) ? intrinsicOf(tree) : void 0;
  return call?.name === "Ref" && typeof call.argument === "string" ? call.argument : void 0;
}
function readReleased(id, alias, update, group, found) {
  const properties = mapAt4(alias, "Properties");
  const hook = (key, input) => found.gives(input) ? void 0 : textIn(readText({ id, map: update, key, input }, found));
  return {
    id,
    name: found.gives("functions") ? void 0 : functionName(id, properties, found),
    alias: found.gives("alias") ? void 0 : requiredText(id, properties, "Name", "alias", found),
    type: found.gives("steps") ? void 0 : scheduleOf(id, update, group, found),
    alarms: found.gives("alarms") || !group ? [] : alarmsOf(group, found),
    preTraffic: hook("BeforeAllowTrafficHook", "pre-traffic-hook"),
    postTraffic: hook("AfterAllowTrafficHook", "post-traffic-hook")
  };
}
function functionName(id, properties, found) {
  const own = referenced(properties.get("FunctionName"));
  const isFunction = own !== void 0 && mapAt4(found.at.scope.template, "Resources").has(own);
  return isFunction ? nameOf(own, found) : requiredText(id, properties, "FunctionName", "functions", found);
}
function requiredText(id, map, key, input, found) {
  const read = readText({ id, map, key, input }, found);
  if (read.kind === "missing")
    found.problems.push(`"${id}" has no ${key}; expected it, or the input ${input}`);
  return textIn(read);
}
function scheduleOf(id, update, group, found) {
  if (!group) {
    const place = placeOf3(update, "DeploymentGroupName");
    found.problems.push(
      `${place}the deployment group of "${id}" is not in this template, so its schedule and alarms are unknown; expected the inputs steps and alarms`
    );
    return void 0;
  }
  const entry = {
    ...{ id: group.id, map: group.properties },
    ...{ key: "DeploymentConfigName", input: "steps" }
  };
  const read = definedSchedule(entry, found) ?? readText(entry, found);
  return read.kind === "missing" ? "AllAtOnce" : textIn(read);
}
function alarmsOf({ id, properties }, found) {
  const entry = { id, map: properties, key: "AlarmConfiguration", input: "alarms" };
  const read = readEntry(entry, found);
  if (read.kind !== "value") return [];
  if (!isMap4(read.value)) {
    found.problems.push(
      `${entryText(entry)} is ${shapeOf(read.value)}; expected a map with Alarms`
    );
    return [];
  }
  if (read.value.get("Enabled") === "false") {
    found.notes.push(`the alarms of "${id}" are not enabled`);
    return [];
  }
  const alarms = read.value.get("Alarms") ?? [];
  if (alarms === "") return [];
  const names = isList4(alarms) ? alarms.map(alarmName) : [void 0];
  if (names.includes(void 0)) {
    const shape = isList4(alarms) ? "a list with an item that has no Name" : shapeOf(alarms);
    found.problems.push(
      `${placeOf3(properties, entry.key)}Alarms of "${id}" is ${shape}; expected a list of alarms, each with its Name`
    );
  }
  return names.filter((name) => name !== void 0);
}
function alarmName(item) {
  return isMap4(item) ? textAt6(item, "Name") : void 0;
}

// src/templates/one-release.ts
import {
  src_base_listed_ts__listed as listed2
} from "./core.js";
import {
  src_base_names_text_ts__namesText as namesText
} from "./core.js";
import {
  src_base_quote_ts__quote as quote5
} from "./core.js";
function together(functions, stepsOf2, found) {
  const { notes, problems, gives } = found;
  const types = functions.flatMap(({ type }) => type ?? []);
  if (new Set(types.map(stepsOf2)).size > 1) {
    const each = listed2(functions.map(({ id, type }) => `"${id}" ${type}`));
    problems.push(
      `one release has one schedule, and these have different ones: ${each}; expected the input steps`
    );
  }
  const alarms = [...new Set(functions.flatMap((f) => f.alarms))];
  const hooks = hookInputs(hooksOf(functions));
  problems.push(...functions.flatMap(invalidNames), ...alarms.flatMap(broken));
  notes.unshift(...functions.map(understood));
  const aliases = [...new Set(functions.flatMap(({ alias }) => alias ?? []))];
  const texts = {
    // For functions that are set as input; a stage does not need it.
    alias: gives("functions") && !gives("rest-api-id") && aliases.length === 1 ? aliases[0] : "",
    functions: functions.flatMap(labelOf).join("\n"),
    steps: types[0] ?? "",
    alarms: namesText(alarms),
    ...hooks
  };
  reportOverruled(gives, notes);
  return { values: texts, current: {}, notes, problems };
}
function hooksOf(functions) {
  const all = (key) => [
    ...new Set(functions.flatMap((f) => f[key] ?? []))
  ];
  return { preTraffic: all("preTraffic"), postTraffic: all("postTraffic") };
}
function labelOf({ name, alias }) {
  if (name === void 0) return [];
  return [alias === void 0 ? name : `${name}:${alias}`];
}
function invalidNames({ id, name = "", alias = "" }) {
  return [name, alias].filter((text) => /[,:\n]/.test(text.replace(/^arn:[^,\n]*$/, ""))).map((text) => `"${id}": ${quote5(text)} is neither the name of a function nor of an alias`);
}
function broken(alarm) {
  return alarm.includes("\n") ? [`the alarm ${quote5(alarm)} has a line break in its name, which CloudWatch does not allow`] : [];
}
function understood(f) {
  const [label = ""] = labelOf(f);
  const parts = [
    label === "" ? " is released" : ` is released as ${label}`,
    f.type === void 0 ? "" : `, by ${f.type}`,
    f.alarms.length === 0 ? "" : `, monitored by ${listed2(f.alarms)}`
  ];
  return `"${f.id}"${parts.join("")}`;
}
function reportOverruled(gives, notes) {
  const stronger = ["functions", "alias", "steps", "alarms", ...HOOK_INPUTS].filter(gives);
  if (stronger.length === 0) return;
  notes.push(
    `${stronger.join(", ")} ${stronger.length === 1 ? "is" : "are"} set as input, which overrides the template`
  );
}

// src/templates/deployment-preference.ts
import {
  src_base_quote_ts__quote as quote6
} from "./core.js";
import {
  src_base_suggest_ts__didYouMean as didYouMean
} from "./core.js";
import {
  src_templates_tree_ts__isList as isList5,
  src_templates_tree_ts__isMap as isMap5,
  src_templates_tree_ts__placeOf as placeOf4
} from "./core.js";
var KEYS = [
  "Alarms",
  "Enabled",
  "Hooks",
  "PassthroughCondition",
  "Role",
  "TriggerConfigurations",
  "Type"
];
var OF_CODEDEPLOY = {
  Role: "belongs to CodeDeploy; the role of the job is used",
  TriggerConfigurations: "is not used: no SNS message is sent; the job summary and the outputs say what happened",
  PassthroughCondition: "is not needed: a function is released according to its own Condition, and there is no CodeDeploy resource"
};
function isEnabled(id, preference, found) {
  const entry = { id, map: preference, key: "Enabled", input: "template-parameters" };
  const read = readEntry(entry, found);
  if (read.kind === "missing") return true;
  if (read.kind === "unknown") return void 0;
  if (/^(false|no|off|n)$/i.test(String(read.value))) return false;
  if (/^(true|yes|on|y)$/i.test(String(read.value))) return true;
  found.problems.push(`${entryText(entry)} is ${shapeOf(read.value)}; expected true or false`);
  return void 0;
}
function readPreference(id, preference, found) {
  reportKeys(id, preference, found);
  const hooks = hooksOf2(id, preference, found);
  const hook = (key, input) => found.gives(input) ? void 0 : textIn(readText({ id, map: hooks, key, input }, found));
  return {
    type: readType(id, preference, found),
    alarms: readAlarms(id, preference, found),
    preTraffic: hook("PreTraffic", "pre-traffic-hook"),
    postTraffic: hook("PostTraffic", "post-traffic-hook")
  };
}
var REPLACED_BY = {
  Alarms: ["alarms"],
  Hooks: ["pre-traffic-hook", "post-traffic-hook"],
  Type: ["steps"]
};
function reportKeys(id, preference, { notes, problems, gives }) {
  for (const key of preference.keys()) {
    const why = Object.hasOwn(OF_CODEDEPLOY, key) ? OF_CODEDEPLOY[key] : void 0;
    if (why !== void 0) notes.push(`${key} of "${id}" ${why}`);
    if (why !== void 0 || KEYS.includes(key)) continue;
    const unknown = `${placeOf4(preference, key)}the DeploymentPreference of "${id}" has the unknown key ${quote6(key)}`;
    const meant = didYouMean(key, KEYS);
    const [, name = ""] = /"(\w+)"/.exec(meant) ?? [];
    const isReplaced = REPLACED_BY[name]?.every(gives) ?? false;
    if (meant === "" || isReplaced) notes.push(`${unknown}, which is ignored, as by SAM`);
    else problems.push(`${unknown}.${meant}`);
  }
}
var HOOK_KEYS = ["PreTraffic", "PostTraffic"];
function hooksOf2(id, preference, { problems }) {
  const hooks = preference.get("Hooks");
  if (hooks === void 0 || hooks === "") return /* @__PURE__ */ new Map();
  if (!isMap5(hooks)) {
    problems.push(
      `${placeOf4(preference, "Hooks")}Hooks of "${id}" is ${shapeOf(hooks)}; expected a map with PreTraffic and PostTraffic`
    );
    return /* @__PURE__ */ new Map();
  }
  for (const key of hooks.keys()) {
    if (HOOK_KEYS.includes(key)) continue;
    problems.push(
      `${placeOf4(hooks, key)}Hooks of "${id}" has the unknown key ${quote6(key)}.${didYouMean(key, HOOK_KEYS)}`
    );
  }
  return hooks;
}
function readType(id, preference, found) {
  if (found.gives("steps")) return void 0;
  const entry = { id, map: preference, key: "Type", input: "steps" };
  const defined = definedSchedule(entry, found);
  if (defined) return textIn(defined);
  const type = readText(entry, found);
  if (type.kind === "missing") {
    found.problems.push(
      `${placeOf4(preference, "Type")}the DeploymentPreference of "${id}" has no Type${preference.has("Type") ? ": it is empty" : ""}; expected one, or the input steps`
    );
  }
  return textIn(type);
}
function readAlarms(id, preference, found) {
  if (found.gives("alarms")) return [];
  const entry = { id, map: preference, key: "Alarms", input: "alarms" };
  const read = readEntry(entry, found);
  if (read.kind !== "value") return [];
  const { value } = read;
  const names = isList5(value) ? value.filter((item) => typeof item === "string") : [];
  if (!isList5(value) || names.length < value.length) {
    found.problems.push(`${entryText(entry)} is ${shapeOf(value)}; expected a list of alarms`);
  }
  return names.filter((name) => name !== "");
}

// src/templates/misplaced.ts
import {
  src_base_problems_ts__noProblems as noProblems
} from "./release.js";
import {
  src_base_quote_ts__quote as quote7
} from "./core.js";
import {
  src_base_suggest_ts__didYouMean as didYouMean2
} from "./core.js";
import {
  src_templates_tree_ts__placeOf as placeOf5
} from "./core.js";
var OWN = ["AutoPublishAlias", "DeploymentPreference"];
var WITHIN = KEYS.filter((key) => key !== "Role");
function misplaced(id, properties) {
  return [...properties.keys()].flatMap((key) => {
    if (OWN.includes(key)) return [];
    if (WITHIN.some((known2) => known2 === key)) {
      return [
        `${placeOf5(properties, key)}"${id}" has ${key} next to its DeploymentPreference, where SAM rejects it; expected it inside`
      ];
    }
    const meant = didYouMean2(key, OWN);
    return meant === "" ? [] : [`${placeOf5(properties, key)}"${id}" has the unknown property ${quote7(key)}.${meant}`];
  });
}
var ATTRIBUTES = [
  ...["Type", "Properties", "Condition", "DependsOn", "Metadata", "CreationPolicy", "UpdatePolicy"],
  ...["DeletionPolicy", "UpdateReplacePolicy", "IgnoreGlobals", "Connectors"]
];
function unknownAttributes(id, resource2) {
  const found = noProblems();
  for (const key of resource2.keys()) {
    if (ATTRIBUTES.includes(key)) continue;
    const unknown = `${placeOf5(resource2, key)}"${id}" has the unknown attribute ${quote7(key)}`;
    const meant = didYouMean2(key, ATTRIBUTES);
    if (meant === "") found.notes.push(`${unknown}, which is ignored`);
    else found.problems.push(`${unknown}.${meant}`);
  }
  return found;
}

// src/templates/sam-functions.ts
import {
  src_templates_tree_ts__isMap as isMap6,
  src_templates_tree_ts__mapAt as mapAt5,
  src_templates_tree_ts__placeOf as placeOf6,
  src_templates_tree_ts__textAt as textAt7
} from "./core.js";
function readSamFunctions(template, found) {
  return candidatesIn(template, found).flatMap((each) => readCandidate(each, found));
}
function candidatesIn(template, found) {
  const all = [...mapAt5(template, "Resources")].flatMap(
    ([id, resource2]) => isMap6(resource2) ? readFunction(template, id, resource2, found) : []
  );
  const gradual2 = all.filter(({ preference }) => preference !== void 0);
  const byInput = gradual2.length === 0 && found.gives("steps");
  const chosen = byInput ? all.filter(({ properties }) => properties.has("AutoPublishAlias")) : gradual2;
  for (const candidate of all) {
    if (!chosen.includes(candidate)) found.notes.push(leftOut(candidate));
  }
  return chosen;
}
function leftOut({ id, properties }) {
  return properties.has("AutoPublishAlias") ? `"${id}" is not released: it has an AutoPublishAlias and no DeploymentPreference` : `"${id}" is not released: it has no DeploymentPreference`;
}
function readFunction(template, id, resource2, found) {
  if (textAt7(resource2, "Type") !== "AWS::Serverless::Function") return [];
  const { problems, notes } = unknownAttributes(id, resource2);
  found.notes.push(...notes);
  found.problems.push(...problems);
  const properties = functionProperties(template, resource2);
  found.problems.push(...wrongIgnoreGlobals(template, id, resource2), ...misplaced(id, properties));
  const preference = properties.get("DeploymentPreference");
  if (preference === void 0 || preference === "") {
    return [{ id, resource: resource2, properties, preference: void 0 }];
  }
  const problem = wrongPreference(id, properties, preference);
  if (problem !== void 0) found.problems.push(problem);
  return problem !== void 0 || !isMap6(preference) ? [] : [{ id, resource: resource2, properties, preference }];
}
function wrongPreference(id, properties, preference) {
  const where = `${placeOf6(properties, "DeploymentPreference")}the DeploymentPreference of "${id}" is`;
  if (!isMap6(preference)) return `${where} ${shapeOf(preference)}; expected a map with a Type`;
  const call = intrinsicOf(preference);
  return call === void 0 ? void 0 : `${where} ${call.name}, which SAM rejects; expected a map, in which Enabled or Type may depend on a condition`;
}
function readCandidate({ id, resource: resource2, properties, preference }, found) {
  const out = (why) => {
    found.notes.push(`"${id}" is not released: ${why}`);
    return [];
  };
  const there = isThere(id, resource2, found);
  if (there === false) return out(`its Condition "${textAt7(resource2, "Condition")}" is false`);
  const enabled = preference === void 0 || isEnabled(id, preference, found);
  if (enabled === false) return out("its DeploymentPreference is not enabled");
  if (!there || !enabled) return [];
  reportProvisioned(id, properties, found);
  return [
    {
      id,
      alias: readAlias(id, properties, found),
      name: nameOf(id, found),
      ...preference ? readPreference(id, preference, found) : NO_PREFERENCE
    }
  ];
}
var NO_PREFERENCE = {
  type: void 0,
  alarms: [],
  preTraffic: void 0,
  postTraffic: void 0
};
function reportProvisioned(id, properties, { at, notes }) {
  const written = properties.get("ProvisionedConcurrencyConfig");
  if (written === void 0 || written === "") return;
  const gaps = [];
  if (resolve(written, { ...at, gaps }) === void 0 && gaps.length === 0) return;
  notes.push(
    `ProvisionedConcurrencyConfig of "${id}" belongs to the alias: the new version gets the same amount before it receives traffic, and the alias's is moved after the bake`
  );
}
function readAlias(id, properties, found) {
  if (found.gives("alias")) return void 0;
  const entry = { id, map: properties, key: "AutoPublishAlias", input: "alias" };
  const read = readText(entry, found);
  if (read.kind === "missing") {
    found.problems.push(
      properties.has("AutoPublishAlias") ? `${entryText(entry)} is empty; expected the alias to move, or the input alias` : `"${id}" has a DeploymentPreference and no AutoPublishAlias; expected the alias to move, or the input alias`
    );
  }
  return textIn(read);
}

// src/templates/serverless.ts
import {
  src_base_listed_ts__listed as listed3
} from "./core.js";
import {
  src_base_quote_ts__quote as quote8
} from "./core.js";
import {
  src_base_suggest_ts__didYouMean as didYouMean3
} from "./core.js";

// src/templates/serverless-variables.ts
import {
  src_templates_tree_ts__isList as isList6,
  src_templates_tree_ts__isMap as isMap7,
  src_templates_tree_ts__mapAt as mapAt6,
  src_templates_tree_ts__markedMap as markedMap,
  src_templates_tree_ts__marksOf as marksOf,
  src_templates_tree_ts__textAt as textAt8
} from "./core.js";
var INNERMOST = /\$\{(?!AWS::|!)([^${}]*)\}/;
var GIVEN = /^(?:opt|env|param):[\w.-]+$/;
var MOST = 50;
function putInVariables(file) {
  const parameters = /* @__PURE__ */ new Map();
  return { tree: visit(file, 0), parameters };
  function visit(tree, depth) {
    if (typeof tree === "string") return textIn2(tree, depth);
    if (isList6(tree)) return tree.map((item) => visit(item, depth));
    const entries = [...tree].map(([key, value]) => [key, visit(value, depth)]);
    return markedMap(entries, marksOf(tree));
  }
  function textIn2(text, depth) {
    const found = INNERMOST.exec(text);
    if (!found) return text;
    const [all, inside = ""] = found;
    if (depth > MOST) return gap(all);
    const value = meaningOf(all, inside, depth + 1);
    if (all === text) return value;
    const before = text.slice(0, found.index);
    const after = text.slice(found.index + all.length);
    if (typeof value === "string") return textIn2(`${before}${value}${after}`, depth + 1);
    if (/\$\{(?!AWS::|!)[^}]*$/.test(before)) return gap(text);
    return joined(before, value, textIn2(after, depth));
  }
  function meaningOf(all, inside, depth) {
    const alternatives = inside.split(",").map((each) => each.trim());
    const [first = "", ...others] = alternatives;
    if (!GIVEN.test(first)) return firstKnown(alternatives, depth) ?? gap(all);
    return refer2(first, firstKnown(others, depth));
  }
  function firstKnown(alternatives, depth) {
    for (const each of alternatives) {
      const value = knownValue(each, depth);
      if (value !== void 0) return value;
    }
    return void 0;
  }
  function refer2(name, fallback) {
    const known2 = typeof fallback === "string" ? [["Default", fallback]] : [];
    if (!parameters.has(name) || known2.length > 0) parameters.set(name, new Map(known2));
    return /* @__PURE__ */ new Map([["Ref", name]]);
  }
  function knownValue(address, depth) {
    const literal = /^(?:'([^']*)'|"([^"]*)"|(true|false|null|-?\d+(?:\.\d+)?))$/.exec(address);
    if (literal) return literal[1] ?? literal[2] ?? literal[3] ?? "";
    if (address === "sls:stage" || address === "self:provider.stage") return stageOf(depth);
    const [, path] = /^self:(.*)$/.exec(address) ?? [];
    const found = path === void 0 ? void 0 : at(path);
    return found === void 0 ? void 0 : visit(found, depth);
  }
  function stageOf(depth) {
    const own = textAt8(mapAt6(file, "provider"), "stage") ?? "dev";
    const written = INNERMOST.test(own) ? textIn2(own, depth) : own;
    return isMap7(written) ? written : refer2("opt:stage", written);
  }
  function at(path) {
    let found = file;
    for (const key of path.split(".")) {
      found = isMap7(found) ? found.get(key) : void 0;
    }
    return found;
  }
}
function gap(variable) {
  return /* @__PURE__ */ new Map([["Fn::ServerlessVariable", variable]]);
}
function joined(...parts) {
  return /* @__PURE__ */ new Map([["Fn::Join", ["", parts.filter((part) => part !== "")]]]);
}

// src/templates/serverless.ts
import {
  src_templates_tree_ts__isList as isList7,
  src_templates_tree_ts__isMap as isMap8,
  src_templates_tree_ts__mapAt as mapAt7,
  src_templates_tree_ts__markedMap as markedMap2,
  src_templates_tree_ts__marksOf as marksOf2,
  src_templates_tree_ts__placeOf as placeOf7,
  src_templates_tree_ts__textAt as textAt9
} from "./core.js";
function isServerless(tree) {
  return isMap8(tree) && tree.has("service") && tree.has("provider");
}
var KEYS2 = ["type", "alias", "alarms", "preTrafficHook", "postTrafficHook", "stages"];
var OF_CODEDEPLOY2 = [
  "codeDeployRole",
  "codeDeployRolePermissionsBoundary",
  "triggerConfigurations"
];
var STAGE = "the stage";
function serverlessTemplate(file) {
  const whole = markedMap2([...file, [STAGE, "${sls:stage}"]], marksOf2(file));
  const { tree, parameters } = putInVariables(whole);
  const service = isMap8(tree) ? tree : /* @__PURE__ */ new Map();
  const general = mapAt7(mapAt7(service, "custom"), "deploymentSettings");
  const functions = functionsOf(service);
  const keys = functions.map(({ key }) => key);
  const found = { notes: notesOn(service, general), problems: elsewhere(service) };
  const stages = stagesIn(general);
  const made = functions.flatMap(({ key, body }) => {
    const own = body.get("deploymentSettings");
    const lambda = resource("AWS::Lambda::Function", { FunctionName: nameOf2(service, key, body) });
    if (!isMap8(own)) {
      found.notes.push(`"${key}" is not released: it has no deploymentSettings`);
      return [[lambdaId(key), lambda]];
    }
    const settings = { key, map: combined2(general, own) };
    found.problems.push(...wrongSettings(settings, keys));
    return [[lambdaId(key), lambda], ...gradual(settings, stages)];
  });
  const template = /* @__PURE__ */ new Map([
    ["Parameters", parameters],
    ["Conditions", conditionOf(stages, service.get(STAGE) ?? "")],
    ["Resources", new Map([...ownResources(service), ...made])]
  ]);
  return { template, ...found };
}
function functionsOf(service) {
  return mapsIn(service.get("functions")).flatMap(
    (map) => [...map].map(([key, body]) => ({ key, body: isMap8(body) ? body : /* @__PURE__ */ new Map() }))
  );
}
function mapsIn(written) {
  return (isList7(written) ? written : [written]).filter((each) => isMap8(each));
}
function elsewhere(service) {
  const written = service.get("functions");
  const others = (isList7(written) ? written : [written]).filter(
    (each) => isMap8(each) && each.has("Fn::ServerlessVariable")
  );
  if (others.length === 0) return [];
  return [
    `${placeOf7(service, "functions")}functions are in another file; expected .serverless/cloudformation-template-update-stack.json, which "serverless package" writes`
  ];
}
function notesOn(service, general) {
  const plugins = service.get("plugins");
  const names = isList7(plugins) ? plugins : [];
  const isUsed = names.some((name) => typeof name === "string" && /canary-deployments/.test(name));
  return [
    ...isUsed ? [] : ["no canary plugin is listed in plugins, so deploymentSettings had no effect"],
    ...OF_CODEDEPLOY2.filter((key) => general.has(key)).map(
      (key) => `${key} belongs to CodeDeploy and is not used`
    )
  ];
}
function nameOf2(service, key, body) {
  const own = body.get("name");
  if (own !== void 0 && own !== "") return own;
  const name = textAt9(service, "service") ?? textAt9(mapAt7(service, "service"), "name") ?? "";
  return /* @__PURE__ */ new Map([["Fn::Join", ["-", [name, service.get(STAGE) ?? "", key]]]]);
}
function lambdaId(key) {
  const plain = key.replaceAll("-", "Dash").replaceAll("_", "Underscore");
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}LambdaFunction`;
}
function resource(type, properties) {
  return /* @__PURE__ */ new Map([
    ["Type", type],
    ["Properties", new Map(Object.entries(properties))]
  ]);
}
function combined2(general, own) {
  return markedMap2([...general, ...own], new Map([...marksOf2(general), ...marksOf2(own)]));
}
function wrongSettings({ key, map }, functions) {
  const unknown = [...map.keys()].filter((name) => !KEYS2.includes(name) && !OF_CODEDEPLOY2.includes(name)).map(
    (name) => `${placeOf7(map, name)}deploymentSettings of "${key}" have the unknown key ${quote8(name)}.${didYouMean3(name, KEYS2)}`
  );
  const hooks = ["preTrafficHook", "postTrafficHook"].flatMap((name) => {
    const hook = map.get(name);
    if (typeof hook !== "string" || hook === "" || hook.startsWith("arn:")) return [];
    if (functions.includes(hook)) return [];
    return [
      `${placeOf7(map, name)}${name} of "${key}" is ${quote8(hook)}; expected the key of a function.${didYouMean3(hook, functions)}`
    ];
  });
  return [...unknown, ...hooks];
}
function gradual({ key, map }, stages) {
  const group = `${key}:group`;
  const update = /* @__PURE__ */ new Map([
    ["DeploymentGroupName", ref(group)],
    ["BeforeAllowTrafficHook", hookOf(map.get("preTrafficHook"))],
    ["AfterAllowTrafficHook", hookOf(map.get("postTrafficHook"))]
  ]);
  const alarms = map.get("alarms");
  const alias = new Map([
    ...resource("AWS::Lambda::Alias", {
      FunctionName: ref(lambdaId(key)),
      Name: map.get("alias") ?? ""
    }),
    ["UpdatePolicy", /* @__PURE__ */ new Map([["CodeDeployLambdaAliasUpdate", update]])],
    ...stages.length > 0 ? [["Condition", conditionName(stages)]] : []
  ]);
  return [
    [key, alias],
    [
      group,
      resource("AWS::CodeDeploy::DeploymentGroup", {
        DeploymentConfigName: map.get("type") ?? "",
        AlarmConfiguration: /* @__PURE__ */ new Map([
          ["Alarms", isList7(alarms) ? alarms.map(alarmOf) : alarms ?? ""]
        ])
      })
    ]
  ];
}
function hookOf(written) {
  const isKey = typeof written === "string" && written !== "" && !written.startsWith("arn:");
  return isKey ? ref(lambdaId(written)) : written ?? "";
}
function alarmOf(written) {
  const name = isMap8(written) && written.has("name") ? written.get("name") ?? "" : written;
  return /* @__PURE__ */ new Map([["Name", name === written && typeof name === "string" ? ref(name) : name]]);
}
function ref(id) {
  return /* @__PURE__ */ new Map([["Ref", id]]);
}
function stagesIn(general) {
  const stages = general.get("stages");
  return isList7(stages) ? stages.filter((each) => typeof each === "string") : [];
}
function conditionName(stages) {
  return `the stage is ${listed3(stages, " or ")}`;
}
function conditionOf(stages, stage) {
  if (stages.length === 0) return /* @__PURE__ */ new Map();
  const each = stages.map((name) => /* @__PURE__ */ new Map([["Fn::Equals", [stage, name]]]));
  return /* @__PURE__ */ new Map([[conditionName(stages), /* @__PURE__ */ new Map([["Fn::Or", each]])]]);
}
function ownResources(service) {
  return mapsIn(service.get("resources")).flatMap((section) => [...mapAt7(section, "Resources")]);
}

// src/templates/stage-canary.ts
import {
  src_base_listed_ts__listed as listed4
} from "./core.js";
import {
  src_base_quote_ts__quote as quote9
} from "./core.js";
import {
  src_templates_tree_ts__isMap as isMap9,
  src_templates_tree_ts__mapAt as mapAt8,
  src_templates_tree_ts__placeOf as placeOf8,
  src_templates_tree_ts__textAt as textAt10
} from "./core.js";
var STAGES = ["AWS::Serverless::Api", "AWS::ApiGateway::Stage"];
function canaryStages(template) {
  const globals = mapAt8(mapAt8(template, "Globals"), "Api");
  return [...mapAt8(template, "Resources")].flatMap(([id, resource2]) => {
    const type = isMap9(resource2) ? textAt10(resource2, "Type") ?? "" : "";
    if (!isMap9(resource2) || !STAGES.includes(type)) return [];
    const own = mapAt8(resource2, "Properties");
    const properties = type === "AWS::Serverless::Api" ? new Map([...globals, ...own]) : own;
    return isMap9(properties.get("CanarySetting")) ? [{ id, type, resource: resource2, properties }] : [];
  });
}
function readStageCanary(template, found) {
  const stages = canaryStages(template).filter(({ id, resource: resource2 }) => isThere(id, resource2, found));
  const [stage, ...others] = stages;
  if (!stage) return void 0;
  if (others.length > 0) {
    const ids = listed4(stages.map(({ id }) => `"${id}"`));
    found.problems.push(
      `several stages have a CanarySetting: ${ids}; expected one, or the inputs rest-api-id, stage-name and steps instead of template`
    );
    return void 0;
  }
  return valuesOf(stage, found);
}
function valuesOf({ id, type, properties }, found) {
  const settings = mapAt8(properties, "CanarySetting");
  const text = (key, input, map = properties) => found.gives(input) ? "" : textIn(readText({ id, map, key, input }, found)) ?? "";
  const api = type === "AWS::Serverless::Api" ? ownApi(id, found) : text("RestApiId", "rest-api-id");
  if (!found.gives("steps")) found.problems.push(withoutTimes(id, settings, found));
  if (settings.has("DeploymentId")) {
    found.notes.push(`DeploymentId of "${id}" is not used: a release makes its own deployment`);
  }
  found.notes.push(`"${id}" is released as the canary of its stage`);
  return {
    "rest-api-id": api,
    "stage-name": text("StageName", "stage-name"),
    "stage-variable-overrides": overrides(id, settings, found),
    "use-stage-cache": text("UseStageCache", "use-stage-cache", settings)
  };
}
function ownApi(id, found) {
  if (found.gives("rest-api-id")) return "";
  const entry = {
    ...{ id, map: /* @__PURE__ */ new Map([["RestApiId", /* @__PURE__ */ new Map([["Ref", id]])]]) },
    ...{ key: "RestApiId", input: "rest-api-id" }
  };
  return textIn(readText(entry, found)) ?? "";
}
function withoutTimes(id, settings, found) {
  const read = readText({ id, map: settings, key: "PercentTraffic", input: "steps" }, found);
  const percent = textIn(read);
  const says = percent === void 0 ? "no PercentTraffic" : `${Number(percent)}%`;
  const example = percent === void 0 ? "10%/10m" : `${Number(percent)}%/10m`;
  return `${placeOf8(settings, "PercentTraffic")}CanarySetting of "${id}" has ${says} and no times; expected the input steps, such as ${example}`;
}
function overrides(id, settings, found) {
  const input = "stage-variable-overrides";
  if (found.gives(input)) return "";
  const entry = { id, map: settings, key: "StageVariableOverrides", input };
  const read = readEntry(entry, found);
  if (read.kind !== "value") return "";
  if (!isMap9(read.value)) {
    found.problems.push(`${entryText(entry)} is not a map; expected names and values`);
    return "";
  }
  const odd = [...read.value].filter(([, value]) => typeof value !== "string" || /\n/.test(value));
  found.problems.push(
    ...odd.map(([name]) => `${entryText(entry)}: ${quote9(name)} is no text of one line`)
  );
  return [...read.value].map(([name, value]) => `${name}=${String(value)}`).join("\n");
}

// src/templates/still-moved.ts
import {
  src_base_listed_ts__listed as listed5
} from "./core.js";
function stillMoved(functions, template) {
  const moved = functions.filter(({ id }) => isMoved(id, template)).map(({ id }) => `"${id}"`);
  if (moved.length === 0) return void 0;
  return `${listed5(moved)}: the deployment of this file moves the alias as well, for all users; "canary-action migrate" shows what to change there`;
}
function isMoved(id, template) {
  const resource2 = resourcesOfType(template, "AWS::Serverless::Function").get(id);
  if (!resource2) return true;
  return typeof functionProperties(template, resource2).get("AutoPublishCodeSha256") !== "string";
}

// src/templates/sam.ts
import {
  src_templates_template_parameters_ts__checkSupplied as checkSupplied,
  src_templates_template_parameters_ts__pseudoParameters as pseudoParameters
} from "./core.js";
import {
  src_templates_tree_ts__isMap as isMap11,
  src_templates_tree_ts__mapAt as mapAt10
} from "./core.js";

// src/templates/unread.ts
import {
  src_templates_tree_ts__isMap as isMap10,
  src_templates_tree_ts__mapAt as mapAt9,
  src_templates_tree_ts__textAt as textAt11
} from "./core.js";
var UNREAD = {
  "AWS::CodeDeploy::DeploymentGroup": () => "is not read: no alias of this template is updated by it (UpdatePolicy, CodeDeployLambdaAliasUpdate)",
  "AWS::Serverless::Application": () => "is a separate template, which is not read",
  "AWS::CloudFormation::Stack": () => "is a separate template, which is not read",
  "AWS::Serverless::StateMachine": (properties) => properties.has("DeploymentPreference") ? "is a state machine, which this action does not release" : void 0,
  "AWS::StepFunctions::StateMachineAlias": (properties) => properties.has("DeploymentPreference") || properties.has("RoutingConfiguration") ? "is an alias of a state machine, which this action does not release" : void 0,
  "AWS::Serverless::Api": canarySetting,
  "AWS::ApiGateway::Stage": canarySetting,
  "AWS::ApiGateway::Deployment": (properties) => properties.has("DeploymentCanarySettings") ? CANARY_STAGE : void 0
};
var CANARY_STAGE = "has a canary of its stage, which is not read; a stage is released with the inputs rest-api-id, stage-name and steps instead of template";
function canarySetting(properties) {
  return properties.has("CanarySetting") ? CANARY_STAGE : void 0;
}
function reportUnread(template, read, notes) {
  for (const [id, resource2] of mapAt9(template, "Resources")) {
    const why = isMap10(resource2) && !read.has(id) ? whyUnread(template, resource2) : void 0;
    if (why !== void 0) notes.push(`"${id}" ${why}`);
    else if (id.startsWith("Fn::")) notes.push(`${id} in Resources is not expanded`);
  }
}
function whyUnread(template, resource2) {
  const type = textAt11(resource2, "Type") ?? "";
  const own = mapAt9(resource2, "Properties");
  const globals = mapAt9(mapAt9(template, "Globals"), "Api");
  const properties = type === "AWS::Serverless::Api" ? new Map([...globals, ...own]) : own;
  return Object.hasOwn(UNREAD, type) ? UNREAD[type]?.(properties) : void 0;
}

// src/templates/sam.ts
function readSam(tree, given) {
  return isServerless(tree) ? readMade(serverlessTemplate(tree), given) : readResources(tree, given);
}
function readMade(made, given) {
  const { template, notes, problems } = made;
  const isNothing = mapAt10(template, "Resources").size === 0;
  if (isNothing && problems.length > 0) return { values: {}, current: {}, notes, problems };
  const facts = readResources(template, given, notes);
  return { ...facts, problems: [...problems, ...facts.problems] };
}
function readResources(tree, given, notes = []) {
  if (!isMap11(tree) || mapAt10(tree, "Resources").size === 0) {
    return onlyProblem("it has no Resources; expected a template of SAM or CloudFormation");
  }
  try {
    const { functions, stage, found, why } = readingOf(tree, given, notes);
    if (why !== void 0) found.problems.push(nothingToRelease(why));
    const moved = stillMoved(functions, tree);
    if (moved !== void 0) found.notes.push(moved);
    found.problems.push(...checkSupplied(tree, given.supplied));
    const { notes: own, ...facts } = together(functions, given.stepsOf, found);
    const all = { ...facts, notes: [...own, ...notes] };
    return stage ? { ...all, values: { ...all.values, ...stage } } : all;
  } catch (error) {
    return onlyProblem(known(error).message);
  }
}
function readingOf(tree, given, notes) {
  const found = findings(tree, given, pseudoParameters(given.region));
  const updates = readAliasUpdates(tree, found);
  const functions = [...readSamFunctions(tree, found), ...updates.functions];
  const stage = isOnlyStage(functions, found) ? readStageCanary(tree, found) : void 0;
  const read = /* @__PURE__ */ new Set([...updates.groups, ...stage ? stageIds(tree) : []]);
  reportUnread(tree, read, found.notes);
  const isNothing = functions.length === 0 && !stage && found.problems.length === 0;
  const reasons = notes.filter((note) => / is not (?:read|released)/.test(note));
  const why = isNothing ? [...found.notes, ...reasons] : void 0;
  return { functions, stage, found, why };
}
function isOnlyStage(functions, { gives, problems }) {
  return functions.length === 0 && problems.length === 0 && !gives("alias");
}
function stageIds(template) {
  return canaryStages(template).map(({ id }) => id);
}
function findings(template, { gives, supplied: own, configured = /* @__PURE__ */ new Map(), namesLater = false }, pseudo) {
  const problems = [];
  const asked = /* @__PURE__ */ new Set();
  const resources = mapAt10(template, "Resources");
  const parameters = mapAt10(template, "Parameters");
  const supplied = new Map([...[...configured].filter(([name]) => parameters.has(name)), ...own]);
  const gap2 = (where, { name, what }, input) => {
    if (input === "steps" && name !== void 0 && isMap11(resources.get(name))) {
      problems.push(`${where}: "${name}" is no schedule; expected the input steps`);
    } else if (name === void 0) {
      const instead = input === "template-parameters" ? INSTEAD : `expected the input ${input} instead`;
      problems.push(`${where}: ${what}; ${instead}`);
    } else if (!asked.has(name)) {
      asked.add(name);
      problems.push(
        `${where}: ${what}; expected a line ${name}=VALUE in template-parameters${input === "template-parameters" ? "" : `, or the input ${input}`}`
      );
    }
  };
  return {
    at: resolution({ template, supplied, pseudo, namesLater }),
    notes: [],
    problems,
    gives,
    gap: gap2
  };
}
var INSTEAD = "expected the inputs functions, alias and steps instead of template";
function nothingToRelease(reasons) {
  const because = reasons.length === 0 ? "" : `: ${listed6(reasons, "; ")}`;
  return `no function has both an AutoPublishAlias and a DeploymentPreference that is enabled, and no alias is updated by CodeDeploy, so there is nothing to release${because}; ${INSTEAD}`;
}

export {
  together,
  resourcesOfType,
  isServerless,
  serverlessTemplate,
  canaryStages,
  readSam,
  readMade,
  readingOf
};
