// The two sides of a stage's traffic, from series that AWS does not document completely.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type EventSeries, errorsOf, without } from '../../../../src/analysis/count-table.ts';
import { splitCounts } from '../../../../src/targets/stage/stage-split.ts';
import { MINUTE, NONE, series } from '../../monitor/count-fixture.ts';

/** All minutes are closed. */
const CLOSED = Number.POSITIVE_INFINITY;
const counts = fc.array(fc.tuple(fc.nat(1000), fc.nat(50)), { maxLength: 6 });

describe('the two sides', () => {
  const raw = { stage: NONE, canary: NONE, oldVersions: NONE, newVersions: NONE };
  const canary = series([50, 5]);
  /** The sides of the errors, and what else is known about them. */
  const flat = (...given: Parameters<typeof splitCounts>) => {
    const { table, ...rest } = splitCounts(...given);
    const { canary, stable, promoted } = errorsOf(table);
    return { ...rest, canary, stable, promoted };
  };

  it('are the two series of the gateway, where they are counted apart', () => {
    const stage = series([950, 9]);
    expect(flat({ ...raw, stage, canary }, CLOSED)).toEqual({
      kind: 'counted',
      source: 'gateway',
      apart: false,
      canary,
      stable: stage,
      promoted: stage,
    });
    const versions = { oldVersions: series([950, 0]), newVersions: series([50, 0]) };
    const told = { apart: true, stable: stage };
    expect(flat({ ...raw, ...versions, stage, canary }, CLOSED)).toMatchObject(told);
  });

  it('are separated if the stage’s series includes the canary, as the functions show', () => {
    const versions = { oldVersions: series([950, 0]), newVersions: series([50, 0]) };
    const stage = series([1000, 14]);
    expect(flat({ ...raw, ...versions, stage, canary }, CLOSED)).toMatchObject({
      stable: series([950, 9]),
      promoted: stage,
    });
  });

  it('are left as they are where nothing shows whether the stage counts the canary', () => {
    expect(flat({ ...raw, stage: series([1000, 14]), canary }, CLOSED)).toMatchObject({
      stable: series([1000, 14]),
    });
  });

  it('are separated by closed minutes only, because functions may be counted sooner', () => {
    const versions = {
      oldVersions: series([950, 0], [950, 0]),
      newVersions: series([50, 0], [50, 0]),
    };
    const late = { ...raw, ...versions, stage: series([1000, 14], [850, 0]), canary };
    expect(flat(late, CLOSED)).toMatchObject({ stable: late.stage });
    expect(flat(late, MINUTE + 60)).toMatchObject({ apart: true, promoted: late.stage });
    expect(flat(late, MINUTE + 60)).not.toMatchObject({ stable: late.stage });
    expect(flat(late, MINUTE)).toMatchObject({ apart: false, stable: late.stage });
  });

  it("are the versions' where the gateway has no series of the canary", () => {
    const versions = { oldVersions: series([950, 9]), newVersions: series([50, 5]) };
    const stage = series([950, 9]);
    expect(flat({ ...raw, ...versions, stage }, CLOSED)).toEqual({
      kind: 'counted',
      source: 'functions',
      apart: true,
      canary: versions.newVersions,
      stable: versions.oldVersions,
      promoted: stage,
    });
  });

  it('leave failures to no version that only the stage shows, unless it leaves out the canary', () => {
    const versions = {
      oldVersions: series([950, 9], [950, 0]),
      newVersions: series([50, 5], [50, 0]),
    };
    const left = (stage: EventSeries) => flat({ ...raw, ...versions, stage }, CLOSED).unattributed;
    const whole = series([1000, 34], [1000, 7]);
    expect(left(whole)).toEqual(series([1000, 20], [1000, 7]));
    const more = series([1500, 34], [1500, 0]);
    expect(left(more)).toEqual(series([1500, 20], [1500, 0]));
    expect(left(series([950, 34], [950, 7]))).toBeUndefined();
    const canary = { ...raw, ...versions, canary: series([50, 5]), stage: series([1000, 34]) };
    expect(flat(canary, CLOSED)).not.toHaveProperty('unattributed');
  });

  it('never hold a negative count', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const rest = without(series(...a), series(...b));
        for (const value of [...rest.requests.values(), ...rest.events.values()]) {
          expect(value).toBeGreaterThanOrEqual(0);
        }
        expect([...rest.requests.keys()]).toEqual([...series(...a).requests.keys()]);
      }),
    );
  });
});
