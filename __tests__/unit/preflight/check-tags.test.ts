import { describe, expect, it } from '@jest/globals';
import { KnownError } from '../../../src/base/errors.ts';
import { noProblems } from '../../../src/base/problems.ts';
import type { Inputs } from '../../../src/inputs/inputs.ts';
import { inspectTags } from '../../../src/preflight/check-tags.ts';
import type { RolloutRecord } from '../../../src/rollout/record.ts';
import type { FunctionToRelease, TargetSetup } from '../../../src/targets/target.ts';

const PLAN = {
  steps: [],
  advance: { kind: 'time', maxSeconds: undefined },
  bakeSeconds: 0,
} as const;
const RUN = { id: { repository: 'octo-org/orders', runId: '7', attempt: '1' }, pull: 12 };

async function inspected(
  functions: readonly FunctionToRelease[],
  command: Pick<Inputs, 'command' | 'planOf'>,
  record: TargetSetup['record'] = () => ({ kind: 'memory' }),
) {
  const asked: { record: RolloutRecord; signs: boolean }[] = [];
  const opening = {
    functions,
    storedOn: 'arn:aws:x',
    longestAnswerSeconds: 30,
    record,
    checkRoom: async (composed: RolloutRecord, signs: boolean) =>
      void asked.push({ record: composed, signs }),
  } as Partial<TargetSetup> as TargetSetup;
  const findings = noProblems();
  await inspectTags(opening, RUN, PLAN, command as Inputs, findings, 1_800_000_000.5);
  return { asked, findings };
}

describe('The room for tags', () => {
  it('is asked for the record of exactly this release, with the next versions', async () => {
    const functions = [
      { name: 'orders', from: '9', version: undefined },
      { name: 'carts', from: '3', version: '7' },
      { name: 'router', from: 'abc', version: undefined },
    ];
    const { asked } = await inspected(functions, { command: 'rollout', planOf: 'rollout' });
    expect(asked).toMatchObject([
      {
        signs: false,
        record: {
          ...RUN,
          on: 'arn:aws:x',
          startedAt: 1_800_000_000,
          plan: PLAN,
          functions: [
            { name: 'orders', from: '9', to: '10' },
            { name: 'carts', from: '3', to: '7' },
            { name: 'router', from: 'abc', to: 'abc' },
          ],
        },
      },
    ]);
  });

  it.each([
    [{ command: 'start', planOf: 'rollout' }, true],
    [{ command: 'plan', planOf: 'start' }, true],
    [{ command: 'plan', planOf: 'rollout' }, false],
  ] as const)(
    'includes the outcome where the release is split across runs: %j',
    async (command, signs) => {
      const { asked } = await inspected([], command);
      expect(asked[0]?.signs).toBe(signs);
    },
  );

  it('is a problem of the plan too where no record can be composed', async () => {
    const { asked, findings } = await inspected([], { command: 'plan', planOf: 'rollout' }, () => {
      throw new KnownError('a contradiction');
    });
    expect([asked, findings.problems]).toEqual([[], ['a contradiction']]);
  });
});
