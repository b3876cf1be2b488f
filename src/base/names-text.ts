// Names as the text of an input, one per line; or as a JSON list, if one of them contains what separates names.

export function namesText(names: readonly string[]): string {
  return names.some((name) => /[,\n]/.test(name)) ? JSON.stringify(names) : names.join('\n');
}
