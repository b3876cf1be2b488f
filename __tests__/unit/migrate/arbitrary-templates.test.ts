// Arbitrary templates of SAM: a change that is written leaves nothing that releases gradually, and says nothing twice.

import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readSource, type Source } from '../../../src/migrate/migrated-source.ts';
import { type Migration, migrationOf } from '../../../src/migrate/plan-migration.ts';
import { parseSteps } from '../../../src/rollout/steps.ts';
import { arbitraryTemplate } from '../../../verify/sam/templates.ts';

async function sourceOf(text: string): Promise<Source | undefined> {
  const reading = await readSource('template.yaml', text);
  return reading.kind === 'source' ? reading.source : undefined;
}

const migrate = (source: Source): Promise<Migration> =>
  migrationOf(source, {
    supplied: new Map([['AWS::AccountId', '123456789012']]),
    region: 'eu-west-1',
    stepsOf: (written) => {
      const parsed = parseSteps(written);
      return parsed.kind === 'steps' ? JSON.stringify(parsed.steps) : written;
    },
    ...{ steps: '', stack: undefined },
  });

describe('a template that is migrated', () => {
  it('has nothing to migrate afterwards, or is changed by hand', async () => {
    let written = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryTemplate, async (text) => {
        const source = await sourceOf(text);
        const { change, releases, problems } = source ? await migrate(source) : NOTHING;
        if (problems.length > 0 || releases.length === 0) return;
        if (change.text === undefined) {
          expect(change.steps.join()).toContain('take out ');
          return;
        }
        written += 1;
        const after = await sourceOf(change.text);
        const again = after ? await migrate(after) : NOTHING;
        expect([again.releases, again.problems]).toEqual([[], []]);
      }),
      { numRuns: 300 },
    );
    expect(written).toBeGreaterThan(30);
  });
});

const NOTHING: Pick<Migration, 'change' | 'releases' | 'problems'> = {
  ...{ releases: [], problems: ['it is no template'] },
  change: { text: undefined, steps: [], notes: [] },
};
