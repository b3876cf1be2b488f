// src/templates/intrinsic-call.ts
function intrinsicOf(map) {
  const [first] = map;
  if (map.size !== 1 || !first) return void 0;
  const [name, argument] = first;
  return name === "Ref" || name.startsWith("Fn::") ? { name, argument } : void 0;
}

// src/templates/globals.ts
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";
import {
  src_base_suggest_ts__didYouMean as didYouMean
} from "./core.js";
import {
  src_templates_tree_ts__isList as isList,
  src_templates_tree_ts__isMap as isMap,
  src_templates_tree_ts__mapAt as mapAt,
  src_templates_tree_ts__markedMap as markedMap,
  src_templates_tree_ts__marksOf as marksOf,
  src_templates_tree_ts__placeOf as placeOf
} from "./core.js";
function functionProperties(template, resource) {
  const globals = mapAt(mapAt(template, "Globals"), "Function");
  const ignored = resource.get("IgnoreGlobals");
  const reaching = ignored === "*" ? /* @__PURE__ */ new Map() : without(globals, isList(ignored) ? ignored : []);
  return mergeMaps(reaching, mapAt(resource, "Properties"));
}
function wrongIgnoreGlobals(template, id, resource) {
  const ignored = resource.get("IgnoreGlobals");
  const hasGlobals = mapAt(template, "Globals").has("Function");
  if (!hasGlobals || ignored === void 0 || ignored === "" || ignored === "*") return [];
  const place = placeOf(resource, "IgnoreGlobals");
  const names = isList(ignored) ? ignored.filter((name) => typeof name === "string") : [];
  if (!isList(ignored) || names.length < ignored.length) {
    const value = typeof ignored === "string" ? ` is ${quote(ignored)}` : "";
    return [
      `${place}IgnoreGlobals of "${id}"${value}; expected "*" or a list of global properties`
    ];
  }
  const known = [...mapAt(mapAt(template, "Globals"), "Function").keys()];
  return names.filter((name) => !known.includes(name)).map((name) => {
    const meant = didYouMean(name, known) || ` Expected one of ${listed(known)}.`;
    return `${place}IgnoreGlobals of "${id}" lists ${quote(name)}, which is not in Globals.${meant}`;
  });
}
function without(map, names) {
  const left = [...map].filter(([key]) => !names.includes(key));
  return markedMap(left, marksOf(map));
}
function mergeMaps(globals, own) {
  const all = new Map(globals);
  for (const [key, value] of own) {
    const shared = globals.get(key);
    all.set(key, shared === void 0 ? value : merge(shared, value));
  }
  return markedMap(all, new Map([...marksOf(globals), ...marksOf(own)]));
}
function merge(shared, own) {
  if (isList(shared) && isList(own)) return [...shared, ...own];
  const maps = isMap(shared) && isMap(own) && !intrinsicOf(shared) && !intrinsicOf(own);
  return maps ? mergeMaps(shared, own) : own;
}

export {
  intrinsicOf,
  functionProperties,
  wrongIgnoreGlobals
};
