// src/templates/open-api.ts
import {
  src_base_errors_ts__foreign as foreign,
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
import {
  src_templates_compose_ts__composeYaml as composeYaml
} from "./core.js";
async function readOpenApi(text, names) {
  const yaml = await import("./vendor-yaml.js");
  const plain = text.replace(/^\uFEFF/, "");
  const problems = [];
  let composed;
  try {
    composed = await composeYaml(plain, { merge: true });
  } catch (error) {
    return { kind: "problems", problems: [`it is not YAML or JSON: ${known(error).message}`] };
  }
  const { document, markAt } = composed;
  const root = document?.contents;
  if (!document || !yaml.isMap(root)) {
    return { kind: "problems", problems: [`1:1: ${EXPECTED}`] };
  }
  const place = (offset) => {
    const { line, column } = markAt(offset);
    return `${line}:${column}`;
  };
  const offsetOf = (node) => node?.range?.[0] ?? 0;
  const at = (node, problem) => {
    problems.push(`${place(offsetOf(node))}: ${problem}`);
  };
  const reading = { yaml, names, at };
  checkNodes(document, reading);
  checkTop(root, reading);
  keepVersion(document, yaml);
  let found;
  try {
    found = await foreign(() => document.toJS({ maxAliasCount: 1e3 }));
  } catch (error) {
    return { kind: "problems", problems: [`1:1: ${known(error).message}`] };
  }
  checkPaths(root, found, reading);
  if (problems.length > 0) return { kind: "problems", problems: [...new Set(problems)] };
  const title = document.getIn(["info", "title"], true);
  return {
    kind: "definition",
    definition: {
      document: found,
      title: String(title.value),
      titleAt: place(offsetOf(title))
    }
  };
}
var EXPECTED = "expected an OpenAPI 3.0 or Swagger 2.0 definition";
function keepVersion(document, { isScalar }) {
  const version = document.getIn(["info", "version"], true);
  if (isScalar(version) && typeof version.value === "number") version.value = version.source;
}
function checkNodes(document, reading) {
  const { isNode, isPair, isScalar, visit } = reading.yaml;
  visit(document, (key, node) => {
    if (isNode(node) && node.tag?.startsWith("!") && !node.tag.startsWith("!!")) {
      reading.at(node, onlyCloudFormation(node.tag));
      return visit.SKIP;
    }
    if (isPair(node)) checkPair(node, reading);
    if (key !== "key" && isScalar(node) && typeof node.value === "string") {
      const problem = (text) => reading.at(node, text);
      node.value = withNames(node.value, reading.names, problem);
    }
    return void 0;
  });
}
function checkPair(pair, { yaml, at }) {
  const { isScalar } = yaml;
  const [name, value] = [keyOf(pair), pair.value];
  if (/^Fn::/.test(name)) at(pair.key, onlyCloudFormation(name));
  if (name === "Ref" && isScalar(value)) at(pair.key, onlyCloudFormation(name));
  if (name === "$ref" && isScalar(value) && !String(value.value).startsWith("#/")) {
    at(
      value,
      `$ref ${quote(String(value.value))} leads out of the file, which API Gateway does not follow; expected "#/…"`
    );
  }
}
function keyOf(pair) {
  return String(pair?.key?.value);
}
function onlyCloudFormation(what) {
  return `${what} is understood by CloudFormation only, so this cannot be imported; expected plain text, in which \${AWS::Region}, \${AWS::AccountId}, \${AWS::Partition} and \${AWS::URLSuffix} may stand, and functions by name with a stage variable for the version: function:orders:\${stageVariables.orders}`;
}
var AWS_NAME = /\$\{(AWS::\w+)\}/g;
function withNames(text, names, problem) {
  if (/^arn:/.test(text)) {
    for (const [, name = ""] of text.matchAll(/\$\{([^{}]{0,200})\}/g)) {
      if (!/^(stageVariables\.|AWS::)/.test(name)) {
        problem(
          `\${${name}} is a name of CloudFormation; expected the value itself, or \${stageVariables.NAME}`
        );
      }
    }
  }
  return text.replace(AWS_NAME, (whole, name) => {
    if (!Object.hasOwn(names, name)) {
      problem(`${whole} is not replaced; expected one of ${Object.keys(names).join(", ")}`);
      return whole;
    }
    const value = names[name];
    if (value !== void 0) return value;
    problem(
      `${whole}: the account is not known, because the API calls functions of none or of several; expected its number`
    );
    return whole;
  });
}
function checkTop(root, reading) {
  const { yaml, at } = reading;
  checkVersion(root, reading);
  const security = root.get("security", true);
  if (security !== void 0) {
    at(
      security,
      "API Gateway ignores security at this level, so the routes would be open; expected security in each operation"
    );
  }
  const info = root.get("info", true);
  const title = yaml.isMap(info) ? info.get("title", true) : void 0;
  if (!yaml.isScalar(title) || String(title.value ?? "") === "") {
    at(info ?? root, "there is no info.title; expected the name of the API, which it becomes");
  }
}
function checkVersion(root, { yaml, at }) {
  const found = ["openapi", "swagger"].flatMap((name2) => {
    const node2 = root.get(name2, true);
    return yaml.isScalar(node2) ? [{ name: name2, node: node2, version: String(node2.source ?? node2.value) }] : [];
  });
  const [only, other] = found;
  if (!only || other) {
    at(root, `it has ${other ? "both openapi and" : "neither openapi nor"} swagger; ${EXPECTED}`);
    return;
  }
  const { name, node, version } = only;
  const isRead = name === "openapi" ? /^3\.0(\.\d{1,4})?$/.test(version) : version === "2.0";
  if (!isRead) at(node, `${name} ${quote(version)} is not read by API Gateway; ${EXPECTED}`);
}
var VERBS = [
  ...["get", "put", "post", "delete", "patch", "options", "head"],
  "x-amazon-apigateway-any-method"
];
var INTEGRATION = "x-amazon-apigateway-integration";
function checkPaths(root, plain, reading) {
  const { yaml, at } = reading;
  const node = root.get("paths", true);
  const paths = Object.entries(membersOf(plain.paths));
  if (paths.length === 0) {
    const expected = "it has no paths, so every route would be deleted; expected at least one";
    at(node ?? root, expected);
  }
  for (const [path, item] of paths) {
    const pair = () => pairIn(node, path, yaml);
    if (!path.startsWith("/")) at(pair()?.key, `${quote(path)} is no path; expected "/" first`);
    for (const [verb, operation] of Object.entries(membersOf(item))) {
      const problem = problemOfMethod(path, verb, membersOf(operation));
      if (problem) at(pairIn(pair()?.value, verb, yaml)?.key ?? pair()?.key, problem);
    }
  }
}
function problemOfMethod(path, verb, operation) {
  if (verb === "trace") return "API Gateway has no method TRACE; expected another one";
  if (!VERBS.includes(verb) || Object.keys(membersOf(operation[INTEGRATION])).length > 0) {
    return void 0;
  }
  const method = verb.startsWith("x-") ? "ANY" : verb.toUpperCase();
  return `${method} ${path} has no ${INTEGRATION}, and API Gateway deploys no method without one; expected its type, uri and httpMethod`;
}
function membersOf(value) {
  return typeof value === "object" && value !== null ? value : {};
}
function pairIn(map, key, { isMap }) {
  return isMap(map) ? map.items.find((pair) => keyOf(pair) === key) : void 0;
}
export {
  readOpenApi
};
