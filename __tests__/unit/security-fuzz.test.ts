// Bytes that nobody meant: whatever is read from strangers becomes a value or a problem in words, and
// takes no longer than its length explains.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { oneLine } from '../../src/github/log.ts';
import { readInputs } from '../../src/inputs/read.ts';
import { inputNames } from '../../src/inputs/schema.ts';
import { escapeMarkdown } from '../../src/report/markdown.ts';
import { parseDuration } from '../../src/rollout/duration.ts';
import { parsePhase } from '../../src/rollout/phase.ts';
import { readMemory } from '../../src/rollout/record.ts';
import { parseRolloutId } from '../../src/rollout/release.ts';
import { parseSteps } from '../../src/rollout/steps.ts';
import { readSource } from '../../src/surroundings.ts';

/** `CHAOS_FUZZ=100000` for the long mode. */
const RUNS = Number(process.env.CHAOS_FUZZ ?? 300);
/** How long everything together may take. */
const PATIENCE_MS = 30_000 + RUNS * 20;

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '::set-output name=a::b',
    '%0A',
    '\u0000',
    '../..',
    '-',
  ),
  fc.nat(1e9).map(String),
);

describe('Bytes of strangers', () => {
  it(
    'as inputs give problems in words, or inputs',
    async () => {
      const names = fc.oneof(fc.constantFrom(...inputNames()), text);
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(names, text), { maxLength: 8 }), async (given) => {
          const env = Object.fromEntries([
            ['AWS_REGION', 'eu-west-1'],
            ...given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
          ]);
          const said = await readInputs(env).then(
            () => 'inputs',
            (error: Error) => error.message,
          );
          expect(said).toMatch(/^inputs$|^The inputs have (?:one|\d+) problem/);
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE_MS,
  );

  it(
    'as tags are a rollout, none, or unreadable',
    () => {
      const key = fc.oneof(
        text,
        fc.constantFrom(
          'rollout',
          'phase',
          'shifts',
          'canary',
          'record.1-1',
          'record.1-2',
          'paused',
        ),
      );
      fc.assert(
        fc.property(
          fc.dictionary(
            key.map((name) => `canary-action:${name}`),
            text,
          ),
          (tags) => {
            expect(['none', 'rollout', 'unreadable']).toContain(readMemory(tags).kind);
          },
        ),
        { numRuns: RUNS },
      );
    },
    PATIENCE_MS,
  );

  it(
    'as an event are a source of texts',
    () => {
      fc.assert(
        fc.property(fc.anything(), fc.anything(), (pull, commit) => {
          const event = { pull_request: pull, head_commit: commit } as never;
          const source = readSource({ GITHUB_REPOSITORY: 'a/b' }, event);
          for (const value of Object.values(source)) expect(typeof value).toBe('string');
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE_MS,
  );
});

describe('Every expression that meets foreign text', () => {
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
