// Regular expressions of the user's, on text of others: one of exponential cost would stop the whole run, and so delay a
// rollback. So none is accepted in which a repeated group holds a repetition or an alternative.

/** A pattern is tried on this many characters: its cost may grow with their square. */
const MOST_MATCHED = 2000;
const LONGEST = 500;

/** @returns why it is refused; `undefined`: it is not */
export function patternProblem(pattern: string): string | undefined {
  if (pattern === '') return 'is empty';
  if (pattern.length > LONGEST) return `is longer than ${LONGEST} characters`;
  if (!isPattern(pattern)) return 'is not a regular expression of JavaScript';
  if (/\\(?:[1-9]|k<)/.test(pattern)) return 'refers to a group, which may take too long';
  return hasCostlyGroup(pattern)
    ? 'repeats a group that holds a repetition or an alternative, which may take too long'
    : undefined;
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}

/** Looks at the innermost groups first, each of which is then a single character. */
function hasCostlyGroup(pattern: string): boolean {
  // Escaped characters and classes repeat nothing themselves.
  let rest = pattern.replace(/\\(?:[pPu]\{[^}]*\}|.)/gs, 'x').replace(/\[[^\]]*\]/g, 'x');
  for (;;) {
    const [group, inner = '', repeated = ''] = /\(([^()]*)\)([*+{]?)/.exec(rest) ?? [];
    if (group === undefined) return false;
    const isCostly = /[*+{|]/.test(inner);
    if (isCostly && repeated !== '') return true;
    rest = rest.replace(group, () => `${isCostly ? '+' : 'x'}${repeated}`);
  }
}

export function isMatch(pattern: string, text: string): boolean {
  return new RegExp(pattern, 'u').test(text.slice(0, MOST_MATCHED));
}
