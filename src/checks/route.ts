// `/orders/{id}` and a path: what the parameters of the route are.

/** The parameters of a path, as sent; `undefined`: the route does not fit it. */
export function routeParameters(
  route: string,
  path: string,
): Readonly<Record<string, string>> | undefined {
  const pattern = segmentsOf(route);
  const given = segmentsOf(path.split('?')[0] ?? '');
  const parts = pattern.map((part) => /^\{([^}+]+)(\+)?\}$/.exec(part) ?? []);
  const isGreedy = parts.at(-1)?.[2] !== undefined;
  const fits = isGreedy ? given.length >= pattern.length : given.length === pattern.length;
  const literal = pattern.every((part, i) => parts[i]?.[1] !== undefined || part === given[i]);
  if (!fits || !literal) return undefined;
  return Object.fromEntries(
    parts.flatMap(([, name, greedy], i): [string, string][] => {
      if (name === undefined) return [];
      return [[name, (greedy === undefined ? given.slice(i, i + 1) : given.slice(i)).join('/')]];
    }),
  );
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}
