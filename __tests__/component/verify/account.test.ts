import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Simulator, startSimulator } from '../../../simulator/simulator.ts';
import { openTurnClock } from '../../../simulator/turns/turn-clock.ts';
import { DEFAULT_UNSETTLED, type Unsettled } from '../../../simulator/world.ts';
import { PREFIX, type Settled, settle } from '../../../verify/account/account.ts';
import { replay } from '../../../verify/recordings/replay.ts';

async function withSimulator<T>(
  unsettled: Partial<Unsettled>,
  use: (simulator: Simulator) => Promise<T>,
): Promise<T> {
  const simulator = await startSimulator({ clock: await openTurnClock(), unsettled });
  try {
    return await use(simulator);
  } finally {
    await simulator.close();
  }
}

const options = (simulator: Simulator, signal = new AbortController().signal) => ({
  endpoint: simulator.url,
  region: simulator.world.place.region,
  now: simulator.world.clock.now,
  wait: simulator.world.clock.sleep,
  signal,
  print: () => undefined,
});

const ask = (unsettled: Partial<Unsettled>) =>
  withSimulator(unsettled, (simulator) => settle(options(simulator)));

const ALTERNATIVES: readonly Partial<Unsettled>[] = [
  {},
  { canaryStageDimension: null, stageSeriesIncludesCanary: true },
  { canaryStageDimension: '{stage}-canary' },
  { stageSeriesIncludesCanary: true },
  { removeCanaryInPromotingPatch: 'refused' },
  { removeAbsentCanary: 'no-op' },
  { patchIsAtomic: false },
  { moveBaseUnderCanary: 'refused' },
  { canaryBlocksDeploymentDelete: false },
];

describe('asking an account the open questions', () => {
  it.each(ALTERNATIVES)('finds the answers where AWS is %j', async (unsettled) => {
    const { answers } = await ask(unsettled);
    const {
      metricDelaySeconds,
      propagationSeconds,
      provisionedVersionBehindProvisionedAlias,
      publishAfterSameUpdate,
      trimmedCountOfDuration,
      canaryHasDetailedMetrics,
      canaryLinesInStageGroup,
      canaryFlagInAccessLog,
      deploymentIdInAccessLog,
      accessLogEscapesQuotes,
      numberPatternReadsText,
      ...truth
    } = { ...DEFAULT_UNSETTLED, ...unsettled };
    expect(answers).toMatchObject(truth);
  });

  it('measures how long a weight takes', async () => {
    const measured = (simulator: Simulator) => settle(options(simulator));
    const { answers } = await withSimulator({ propagationSeconds: 40 }, measured);
    expect(answers.propagationSeconds).toBe(35);
  });

  it('removes what it made, also when it is interrupted', async () => {
    await withSimulator({}, async (simulator) => {
      const interrupted = new AbortController();
      const stop = simulator.onCall({
        after: ({ operation }) => {
          if (operation === 'UpdateStage') interrupted.abort(new Error('interrupted'));
        },
      });
      await expect(settle(options(simulator, interrupted.signal))).rejects.toThrow('interrupted');
      stop();
      const made = simulator.calls.list().filter(({ operation }) => operation === 'CreateRestApi');
      const gone = simulator.calls.list().filter(({ operation }) => operation === 'DeleteRestApi');
      expect([made.length, gone.length]).toEqual([1, 1]);
    });
  });
});

describe('the recording of the answers', () => {
  const replayed = async ({ recording }: Settled, unsettled: Partial<Unsettled>) => {
    const directory = await mkdtemp(join(tmpdir(), 'verify-account-'));
    await writeFile(join(directory, 'open-questions.json'), JSON.stringify(recording));
    try {
      return await withSimulator(unsettled, ({ url }) => replay({ directory, endpoint: url }));
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  };

  it('agrees with a simulator that gives the same answers, and not with another', async () => {
    const unsettled = { removeAbsentCanary: 'no-op', patchIsAtomic: false } as const;
    const settled = await ask(unsettled);
    expect(JSON.stringify(settled.recording)).not.toContain(PREFIX);
    const same = await replayed(settled, unsettled);
    expect(same.totals).toMatchObject({ differs: 0, skipped: 0 });
    expect(same.totals.agreed).toBeGreaterThan(20);
    const other = await replayed(settled, {});
    expect(other.totals.differs).toBeGreaterThan(0);
  });
});
