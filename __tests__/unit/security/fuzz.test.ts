// Bytes that nobody meant: whatever is read from strangers becomes a value or a problem in words, and
// takes no longer than its length explains. `npm run test:chaos -- --fuzz 100000` is the long mode.

import { describe, expect, it } from '@jest/globals';
import { FUZZES } from '../../../chaos/fuzz.ts';
import { parseDuration } from '../../../src/base/duration.ts';
import { oneLine } from '../../../src/github/actions-log.ts';
import { escapeMarkdown } from '../../../src/report/markdown.ts';
import { parsePhase } from '../../../src/rollout/phase.ts';
import { parseRolloutId } from '../../../src/rollout/release.ts';
import { parseSteps } from '../../../src/rollout/steps.ts';

const RUNS = 150;
/** Other bytes are for the long mode: a change must not fail by what another one brought. */
const SEED = 7;
/** How long one kind of bytes may take on a loaded machine. */
const PATIENCE_MS = 60_000;

describe('Untrusted bytes', () => {
  it.each(Object.entries(FUZZES))(
    'become a value, or a problem in words: %s',
    async (_, fuzz) => {
      await fuzz(RUNS, SEED);
    },
    PATIENCE_MS,
  );
});

describe('Every reader of external text', () => {
  const READERS: Readonly<Record<string, (text: string) => unknown>> = {
    oneLine,
    escapeMarkdown,
    parseDuration,
    parsePhase,
    parseRolloutId,
    parseSteps,
  };
  /** What makes careless expressions go over the same text again and again. */
  const PUMPS = ['a', ' ', '1', '/', ':', '\t\n', '1h', '5%/', 'a/', '`', '<', '##[', '.', '-1'];

  it.each(Object.keys(READERS))('takes time in proportion to its length: %s', (name) => {
    const read = READERS[name] as (text: string) => unknown;
    for (const pump of PUMPS) {
      const short = fastest(() => read(`${pump.repeat(2_000)}!`));
      const long = fastest(() => read(`${pump.repeat(16_000)}!`));
      // Eight times the text; quadratic would be 64 times the time.
      expect(long).toBeLessThan(Math.max(30 * short, 20));
    }
  });
});

/** Milliseconds of the best of a few tries: a loaded machine makes some slow, and none fast. */
function fastest(work: () => unknown): number {
  const tries = Array.from({ length: 5 }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return Math.min(...tries);
}
