// src/templates/parse.ts
import {
  src_base_errors_ts__KnownError as KnownError,
  src_base_errors_ts__known as known
} from "./core.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
import {
  src_templates_compose_ts__composeYaml as composeYaml,
  src_templates_compose_ts__MAX_DEPTH as MAX_DEPTH,
  src_templates_compose_ts__TOO_DEEP as TOO_DEEP
} from "./core.js";
import {
  src_templates_tree_ts__isList as isList,
  src_templates_tree_ts__isMap as isMap,
  src_templates_tree_ts__markedMap as markedMap,
  src_templates_tree_ts__marksOf as marksOf,
  src_templates_tree_ts__markText as markText
} from "./core.js";
var MAX_NODES = 5e5;
var SHORT_FORMS = [
  ...["And", "Base64", "Cidr", "Condition", "Equals", "FindInMap", "GetAtt", "GetAZs", "If"],
  ...[
    "ImportValue",
    "Join",
    "Length",
    "Not",
    "Or",
    "Ref",
    "Select",
    "Split",
    "Sub",
    "ToJsonString"
  ],
  ...["Transform"]
].flatMap((name) => [
  { tag: `!${name}`, resolve: (text) => text },
  { tag: `!${name}`, collection: "seq" },
  { tag: `!${name}`, collection: "map" }
]);
var AS_WRITTEN = (source) => source;
async function parseTree(text, meaningOf = AS_WRITTEN) {
  const yaml = await import("./vendor-yaml.js");
  try {
    const composed = await composeYaml(text, { schema: "failsafe", customTags: SHORT_FORMS });
    const { document, markAt } = composed;
    if (!document?.contents) return { kind: "tree", tree: "" };
    return { kind: "tree", tree: toTree(document.contents, { yaml, meaningOf, markAt }) };
  } catch (error) {
    return notYaml(known(error).message);
  }
}
function notYaml(why) {
  const problem = `it cannot be read as YAML or JSON: ${why.slice(0, 300)}`;
  return { kind: "problem", problem };
}
function toTree(contents, { yaml, meaningOf, markAt }) {
  const anchors = /* @__PURE__ */ new Map();
  const open = /* @__PURE__ */ new Set();
  let count = 0;
  return visit(contents);
  function visit(node) {
    count += 1;
    if (count > MAX_NODES) {
      throw new KnownError(`its aliases expand to more than ${MAX_NODES} values`);
    }
    if (open.size > MAX_DEPTH) throw new KnownError(TOO_DEEP);
    if (yaml.isAlias(node)) return follow(node.source, node);
    const { anchor } = node;
    if (anchor !== void 0) anchors.set(anchor, node);
    open.add(node);
    const plain = contentOf(node);
    open.delete(node);
    return node.tag?.startsWith("!") ? longForm(node.tag.slice(1), plain, markOf(node)) : plain;
  }
  function markOf(node) {
    return markAt(node.range?.[0] ?? 0);
  }
  function fail(what, node) {
    throw new KnownError(`${what} at ${markText(markOf(node))}`);
  }
  function follow(anchor, alias) {
    const node = anchors.get(anchor);
    if (!node) fail(`the alias *${anchor} comes before its anchor, or has none`, alias);
    if (open.has(node)) fail(`the anchor &${anchor} contains itself`, alias);
    return visit(node);
  }
  function contentOf(node) {
    if (yaml.isScalar(node)) return textOf(node);
    if (yaml.isSeq(node)) return node.items.map(visit);
    if (!yaml.isMap(node)) fail("it contains an unknown kind of node", node);
    const entries = node.items.map(({ key, value }) => {
      if (!yaml.isScalar(key) || key.tag?.startsWith("!")) {
        fail(`the key ${quote(String(key))} is not a string`, key);
      }
      const isMerge = key.type === "PLAIN" && key.value === "<<";
      return {
        key: String(key.value ?? ""),
        isMerge,
        value: value ? visit(value) : "",
        mark: markOf(key)
      };
    });
    return merged(entries);
  }
  function textOf({ type, tag, value }) {
    const text = String(value ?? "");
    const isPlain = type === "PLAIN" && (tag === void 0 || tag !== YAML_TEXT);
    return isPlain && !tag?.startsWith("!") ? meaningOf(text) : text;
  }
}
var YAML_TEXT = "tag:yaml.org,2002:str";
function merged(entries) {
  const taken = entries.filter(({ isMerge }) => isMerge).flatMap(mapsOf);
  const own = entries.filter(({ isMerge }) => !isMerge);
  const marks = /* @__PURE__ */ new Map();
  const all = /* @__PURE__ */ new Map();
  for (const map of taken.reverse()) {
    for (const [key, value] of map) all.set(key, value);
    for (const [key, mark] of marksOf(map)) marks.set(key, mark);
  }
  for (const { key, value, mark } of own) {
    all.set(key, value);
    marks.set(key, mark);
  }
  return markedMap(all, marks);
}
function mapsOf({ value, mark }) {
  const maps = isList(value) ? value : [value];
  return maps.map((map) => {
    if (isMap(map)) return map;
    throw new KnownError(`<< has a value that is not a map at ${markText(mark)}`);
  });
}
function longForm(tag, value, mark) {
  const name = tag === "Ref" || tag === "Condition" ? tag : `Fn::${tag}`;
  return markedMap([[name, value]], /* @__PURE__ */ new Map([[name, mark]]));
}

export {
  parseTree
};
