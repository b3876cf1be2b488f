// src/checks/route.ts
function routeParameters(route, path) {
  const pattern = segmentsOf(route);
  const given = segmentsOf(path.split("?")[0] ?? "");
  const parts = pattern.map((part) => /^\{([^}+]+)(\+)?\}$/.exec(part) ?? []);
  const isGreedy = parts.at(-1)?.[2] !== void 0;
  const fits = isGreedy ? given.length >= pattern.length : given.length === pattern.length;
  const literal = pattern.every((part, i) => parts[i]?.[1] !== void 0 || part === given[i]);
  if (!fits || !literal) return void 0;
  return Object.fromEntries(
    parts.flatMap(([, name, greedy], i) => {
      if (name === void 0) return [];
      return [[name, (greedy === void 0 ? given.slice(i, i + 1) : given.slice(i)).join("/")]];
    })
  );
}
function segmentsOf(path) {
  return path.split("/").filter((part) => part !== "");
}

export {
  routeParameters
};
