// How long something is tried that must not fail: on a clock that the test moves.

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mainStepDeadline, postStepDeadline } from '../../../src/action/deadlines.ts';
import { KnownError } from '../../../src/base/errors.ts';
import { rollbackDeadlineOf } from '../../../src/controller/context.ts';
import { FinalError, persist, type RetryParts } from '../../../src/controller/persist.ts';

const BEGUN = 1_764_000_000;

const named = (name: string) => Object.assign(new Error(`${name}: said AWS`), { name });
const told = (name: string) => new KnownError(`closing: ${name}`, { cause: named(name) });
const said = (name: string) => new KnownError(`${name}: said AWS`, { cause: named(name) });

interface Given extends Partial<RetryParts> {
  readonly giveUpAt?: number;
  readonly cancelled?: AbortSignal;
}

function patient({
  giveUpAt = BEGUN + 6 * 3600,
  cancelled = new AbortController().signal,
  ...parts
}: Given = {}) {
  const warnings: string[] = [];
  const lines: string[] = [];
  const nothing = () => undefined;
  const log = {
    warning: (text: string) => void warnings.push(text),
    line: (text: string) => void lines.push(text),
    group: nothing,
    endGroup: nothing,
    notice: nothing,
    error: nothing,
  };
  const patience: RetryParts = {
    context: { giveUpAt },
    host: { log, cancelled },
    rollbackDeadline: new AbortController().signal,
    ...parts,
  };
  return { patience, warnings, lines };
}

/** Fails for so many seconds. @returns how often it was tried, and when it came to an end */
async function fail(
  patience: RetryParts,
  seconds: number,
  error: () => unknown = () => said('503'),
) {
  const tries: number[] = [];
  const at = () => Date.now() / 1000 - BEGUN;
  const work = async () => {
    tries.push(at());
    if (at() < seconds) throw error();
  };
  let end: string | undefined;
  const done = persist('rolling back the stage', patience, work).then(
    () => 'done',
    (failure: Error) => failure.message,
  );
  void done.then((ended) => {
    end = ended;
  });
  for (let i = 0; i < 10_000 && end === undefined; i++) await jest.advanceTimersByTimeAsync(5_000);
  return { tries, end, took: at() };
}

describe('What must not fail', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: BEGUN * 1000 });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is tried at growing pauses of at most a minute, and works when AWS does', async () => {
    const { patience, warnings } = patient();
    const { tries, end } = await fail(patience, 1800);
    expect(end).toBe('done');
    expect(tries.slice(0, 7).map(Math.round)).toEqual([0, 3, 9, 21, 45, 93, 153]);
    expect(tries).toHaveLength(35);
    expect(warnings).toEqual([
      'Rolling back the stage failed (503: said AWS). Retrying for up to 6h.',
    ]);
  });

  it('is logged once a minute: what, why, and for how long; and once with the manual commands', async () => {
    const { patience, lines } = patient({ manualCommands: () => ['aws one', 'aws two'] });
    await fail(patience, 190);
    expect(lines).toEqual([
      'Rolling back the stage still fails (503: said AWS). Retrying for another 5h59m.',
      'If you do not want to wait, run these commands:',
      'aws one',
      'aws two',
      'Rolling back the stage still fails (503: said AWS). Retrying for another 5h58m.',
      'Rolling back the stage still fails (503: said AWS). Retrying for another 5h57m.',
    ]);
  });

  it('is logged once a minute, however long an attempt takes', async () => {
    const { patience, lines } = patient();
    const slow = async (before: number) => {
      if (before === 0) throw said('503');
      await new Promise((resolve) => setTimeout(resolve, 290_000));
    };
    const done = persist('rolling back', patience, slow);
    await jest.advanceTimersByTimeAsync(300_000);
    await done;
    expect(lines).toHaveLength(4);
  });

  it('is given up when there is no time left, with a last try at the end', async () => {
    const { patience } = patient({ giveUpAt: BEGUN + 100 });
    const { tries, end } = await fail(patience, 1e6);
    expect(end).toBe('503: said AWS');
    expect(tries.map(Math.round)).toEqual([0, 3, 9, 21, 45, 93, 100]);
  });

  it.each([
    ['denied', 'AccessDeniedException', 1],
    ['not valid', 'BadRequestException', 2],
    ['about what is not there', 'NotFoundException', 2],
    ['made with credentials that have expired', 'ExpiredTokenException', 2],
  ])('ends at once where it is %s', async (_, name, times) => {
    const { patience } = patient();
    const { tries, end } = await fail(patience, 1e6, () => told(name));
    expect(end).toBe(`closing: ${name}`);
    expect(tries).toHaveLength(times);
  });

  it('ends at once where there is no sense in it', async () => {
    const { patience } = patient();
    const { tries } = await fail(patience, 1e6, () => new FinalError('it is not ours any more'));
    expect(tries).toHaveLength(1);
  });

  it('is hurried once the job is to stop, for all the seconds that are left and no longer', async () => {
    const cancelled = new AbortController();
    const { signal } = cancelled;
    const rollbackDeadline = rollbackDeadlineOf({ cancelled: signal });
    const { patience } = patient({ cancelled: signal, rollbackDeadline });
    setTimeout(() => cancelled.abort(), 400_000);
    const { tries, end, took } = await fail(patience, 1e6);
    const hurried = tries.filter((at) => at >= 400);
    expect(hurried.length).toBeGreaterThan(25);
    expect(hurried.at(-1)).toBeGreaterThan(408.5);
    expect(end).toBe('503: said AWS');
    expect(took).toBeLessThan(411);
  });

  it('has more or less time where the host says so', async () => {
    const cancelled = new AbortController();
    const { signal } = cancelled;
    const rollbackDeadline = rollbackDeadlineOf({ cancelled: signal, graceSeconds: 30 });
    const { patience } = patient({ cancelled: signal, rollbackDeadline });
    cancelled.abort();
    const { tries } = await fail(patience, 1e6);
    expect(tries.at(-1)).toBeGreaterThan(26);
    expect(tries.at(-1)).toBeLessThan(27.5);
  });

  it('is still done in the ninth second of a job that is to stop', async () => {
    const cancelled = new AbortController();
    const { signal } = cancelled;
    const { patience } = patient({
      cancelled: signal,
      rollbackDeadline: rollbackDeadlineOf({ cancelled: signal }),
    });
    cancelled.abort();
    expect(await fail(patience, 8.5)).toMatchObject({ end: 'done' });
  });
});

describe('The time there is', () => {
  it('of the main step is that of the job, less what the post step needs', () => {
    expect(mainStepDeadline(BEGUN, BEGUN + 6 * 3600)).toBe(BEGUN + 6 * 3600 - 300);
    expect(mainStepDeadline(BEGUN, BEGUN + 60)).toBe(BEGUN + 60);
  });

  it('of the post step is the rest, and three minutes after a cancelled main step', () => {
    expect(postStepDeadline(BEGUN, BEGUN + 3600, false)).toBe(BEGUN + 3480);
    expect(postStepDeadline(BEGUN, BEGUN + 3600, true)).toBe(BEGUN + 180);
    expect(postStepDeadline(BEGUN, BEGUN - 10, false)).toBe(BEGUN + 60);
    expect(postStepDeadline(BEGUN, 0, true)).toBe(BEGUN + 60);
  });
});
