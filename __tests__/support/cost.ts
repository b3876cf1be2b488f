// Tests that something does not take too long do not depend on the machine, nor on what else it does.

/** One unit: the time in which this process reads a million characters, one by one. About a millisecond. */
const TEXT = 'x'.repeat(1_000_000);

/** The time that it takes, in units; the shortest of three times, each measured next to a unit. */
export function costOf(work: () => void): number {
  const times = [1, 2, 3].map(() => [timeOf(readText), timeOf(work)] as const);
  return Math.min(...times.map(([, one]) => one)) / Math.min(...times.map(([unit]) => unit));
}

function timeOf(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

function readText(): void {
  let sum = 0;
  for (let i = 0; i < TEXT.length; i++) sum += TEXT.charCodeAt(i);
  if (sum === 0) throw new Error('nothing was read');
}
