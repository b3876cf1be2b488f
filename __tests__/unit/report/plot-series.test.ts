import { describe, expect, it } from '@jest/globals';
import type { EventSeries } from '../../../src/analysis/count-table.ts';
import { renderComment } from '../../../src/report/comment-body.ts';
import { fileOf, renderJson } from '../../../src/report/files.ts';
import { seriesOf } from '../../../src/report/plot-series.ts';
import type { StoredRollout } from '../../../src/rollout/record.ts';
import type { TrafficCounts } from '../../../src/rollout/traffic.ts';
import { weightChanges } from '../../../src/rollout/weights.ts';
import { counted } from '../monitor/count-fixture.ts';
import { makeRemembered, STARTED_AT } from '../rollout/rollout-fixture.ts';
import { REPORT } from './report-fixture.ts';

const minute = (i: number): number => STARTED_AT + 60 * i;

/** The same counts in each minute. */
function steady(requests: number, events: number, from: number, to: number): EventSeries {
  const minutes = Array.from({ length: to - from }, (_, i) => minute(from + i));
  return {
    requests: new Map(minutes.map((at) => [at, requests])),
    events: new Map(minutes.map((at) => [at, events])),
  };
}

function traffic(minutes: number, promotedFrom = minutes): TrafficCounts {
  return counted({
    canary: steady(5, 1, 0, promotedFrom),
    stable: steady(95, 2, 0, promotedFrom),
    promoted: steady(100, 3, 0, minutes),
  });
}

/** In its first step since its first minute. */
const SPLIT: StoredRollout = makeRemembered({
  phase: { kind: 'step', index: 0, since: minute(0) },
  stepStartTimes: [minute(0)],
});

describe('the series of a report', () => {
  it('has both sides, minute by minute', () => {
    expect(seriesOf(traffic(3), SPLIT, [])).toEqual({
      from: minute(0),
      every: 60,
      canary: { requests: [5, 5, 5], errors: [1, 1, 1] },
      stable: { requests: [95, 95, 95], errors: [2, 2, 2] },
      comparisons: [],
    });
  });

  it('has no values for minutes that are shown only in part', () => {
    const canary = { ...steady(5, 0, 0, 3), incomplete: new Set([minute(1)]) };
    const series = seriesOf(counted({ canary, stable: steady(95, 2, 0, 3) }), SPLIT, []);
    expect(series?.canary).toEqual({ requests: [5, null, 5], errors: [0, null, 0] });
    expect(series?.stable.requests).toEqual([95, 95, 95]);
  });

  it('has no values for minutes with requests of both versions, then all of the new version', () => {
    const baking = makeRemembered({
      phase: { kind: 'baking', since: minute(2) + 20 },
      stepStartTimes: [minute(0)],
    });
    const series = seriesOf(traffic(6, 3), baking, []);
    expect(series?.canary.requests).toEqual([5, 5, null, null, 100, 100]);
    expect(series?.stable.requests).toEqual([95, 95, null, null, 0, 0]);
  });

  it('ends with the last counts, because missing data after them is only late', () => {
    const quiet = traffic(4);
    expect(seriesOf(quiet, SPLIT, [])?.canary.requests).toHaveLength(4);
    expect(seriesOf({ kind: 'unreadable', why: 'denied' }, SPLIT, [])).toBeUndefined();
  });

  it('shows the course of a comparison', () => {
    const point = {
      canary: { requests: 5, events: 1 },
      stable: { requests: 95, events: 2 },
      nats: 1.23456,
      threshold: 4.6,
    };
    const points = [1, 2].map((i) => ({ ...point, minute: minute(i) / 60, nats: 1.23456 * i }));
    const [comparison] = seriesOf(traffic(4), SPLIT, [
      { source: { kind: 'errors' }, points },
    ])!.comparisons;
    expect(comparison).toEqual({
      source: { kind: 'errors' },
      canary: { requests: [null, 5, 5, null], events: [null, 1, 1, null] },
      stable: { requests: [null, 95, 95, null], events: [null, 2, 2, null] },
      nats: [null, 1.235, 2.469, null],
      threshold: [null, 4.6, 4.6, null],
    });
  });

  it('keeps every request and the peaks of thirty hours in fewer points', () => {
    const minutes = 30 * 60;
    const points = Array.from({ length: minutes }, (_, i) => ({
      minute: minute(i) / 60,
      canary: { requests: 5, events: 1 },
      stable: { requests: 95, events: 2 },
      nats: i === 1000 ? 9 : 0,
      threshold: 4.6,
    }));
    const paths = [90, 95, 99].map((percentile) => ({
      source: { kind: 'latency', percentile, aboveMs: 800 } as const,
      points,
    }));
    const series = seriesOf(traffic(minutes), SPLIT, paths)!;
    expect(series.every).toBe(180);
    expect(series.canary.requests).toHaveLength(600);
    expect(series.canary.requests.reduce((a, b) => a! + b!, 0)).toBe(5 * minutes);
    expect(Math.max(...series.comparisons[2]!.nats.map(Number))).toBe(9);
    expect(renderJson({ ...REPORT, series }).length).toBeLessThan(150_000);
  });
});

describe('the weights of a report', () => {
  it('are those of the whole rollout, including earlier runs', () => {
    expect(weightChanges(makeRemembered())).toEqual([]);
    const phase = { kind: 'baking', since: minute(9) } as const;
    expect(
      weightChanges(makeRemembered({ phase, stepStartTimes: [minute(1), minute(5)] })),
    ).toEqual([
      { at: minute(1), weight: 5 },
      { at: minute(5), weight: 50 },
      { at: minute(9), weight: 100 },
    ]);
  });
});

describe('the JSON file', () => {
  it('is the report, with lists of numbers on one line', () => {
    const hostile = { ...REPORT, reason: '[\n 1,\n 2\n]', notes: ['[1,\n2]'] };
    const text = renderJson(hostile);
    const { comment, followUp: _, ...rest } = JSON.parse(text);
    expect(rest).toEqual(JSON.parse(JSON.stringify(fileOf(hostile))));
    expect(comment).toBe(renderComment(hostile));
    expect(text).toContain('"requests": [4602, 4599, null]');
  });
});
