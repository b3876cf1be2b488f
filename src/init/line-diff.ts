// A unified diff of two texts, for a person to read before anything is written.

const CONTEXT = 3;
/** Lines that are compared with each other; beyond, the changed part is shown as a whole. */
const MOST_COMPARED = 2_000;

type Line = { readonly sign: ' ' | '-' | '+'; readonly text: string };

/** Empty if they are the same. */
export function lineDiff(path: string, before: string | undefined, after: string): string {
  if (before === after) return '';
  const lines = comparedLines(linesOf(before ?? ''), linesOf(after));
  const head = [`--- ${before === undefined ? '/dev/null' : `a/${path}`}`, `+++ b/${path}`];
  return [...head, ...hunks(lines)].join('\n');
}

function linesOf(text: string): readonly string[] {
  if (text === '') return [];
  return text.replace(/\n$/, '').split('\n');
}

function comparedLines(a: readonly string[], b: readonly string[]): readonly Line[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  ) {
    end++;
  }
  const same = (lines: readonly string[]) => lines.map((text): Line => ({ sign: ' ', text }));
  const [innerA, innerB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return [...same(a.slice(0, start)), ...middle(innerA, innerB), ...same(a.slice(a.length - end))];
}

function middle(a: readonly string[], b: readonly string[]): readonly Line[] {
  const gone = (lines: readonly string[]) => lines.map((text): Line => ({ sign: '-', text }));
  const added = (lines: readonly string[]) => lines.map((text): Line => ({ sign: '+', text }));
  if (a.length > MOST_COMPARED || b.length > MOST_COMPARED) return [...gone(a), ...added(b)];
  const common = longestCommon(a, b);
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ sign: ' ', text: a[i] ?? '' });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
      lines.push({ sign: '-', text: a[i] ?? '' });
      i++;
    } else {
      lines.push({ sign: '+', text: b[j] ?? '' });
      j++;
    }
  }
  return lines;
}

function at(table: readonly Uint16Array[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}

/** The length of the longest common subsequence of what follows each pair of places. */
function longestCommon(a: readonly string[], b: readonly string[]): readonly Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = table[i];
      if (!row) continue;
      row[j] =
        a[i] === b[j]
          ? at(table, i + 1, j + 1) + 1
          : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

function hunks(lines: readonly Line[]): readonly string[] {
  const shown = lines.map((_, i) =>
    lines.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).some(({ sign }) => sign !== ' '),
  );
  const result: string[] = [];
  let [oldLine, newLine] = [1, 1];
  for (let i = 0; i < lines.length; ) {
    const length = shown[i] ? runFrom(shown, i) : 1;
    const part = lines.slice(i, i + length);
    const olds = part.filter(({ sign }) => sign !== '+').length;
    const news = part.filter(({ sign }) => sign !== '-').length;
    if (shown[i]) {
      result.push(
        `@@ -${olds === 0 ? 0 : oldLine},${olds} +${news === 0 ? 0 : newLine},${news} @@`,
        ...part.map(({ sign, text }) => `${sign}${text}`),
      );
    }
    oldLine += olds;
    newLine += news;
    i += length;
  }
  return result;
}

function runFrom(shown: readonly boolean[], from: number): number {
  const end = shown.indexOf(false, from);
  return (end < 0 ? shown.length : end) - from;
}
