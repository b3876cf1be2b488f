// YAML with maps → values of JSON.

/** A value of YAML, whose maps become objects; what JSON has no form for becomes a text. */
export function plainJson(value: unknown): unknown {
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([name, item]) => [String(name), plainJson(item)]));
  }
  if (Array.isArray(value)) return value.map(plainJson);
  const isJson = value === null || ['string', 'boolean'].includes(typeof value);
  return isJson || Number.isFinite(value) ? value : String(value);
}
