import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addUp, type EventSeries, without } from '../../../src/analysis/count-table.ts';
import { MinuteMap } from '../../../src/base/minute-map.ts';

const FROM = 1_764_000_000;

const values = fc
  .array(fc.option(fc.nat(1000)), { maxLength: 20 })
  .map((all) => new Map(all.flatMap((n, i) => (n === null ? [] : [[FROM + 60 * i, n] as const]))));

const packed = (map: ReadonlyMap<number, number>) =>
  MinuteMap.of(FROM, FROM + 60 * 20, (start) => map.get(start));

describe('A map by the minute', () => {
  it('is what a Map is', () => {
    fc.assert(
      fc.property(values, (map) => {
        const minutes = packed(map);
        expect(minutes.size).toBe(map.size);
        expect([...minutes]).toEqual([...map]);
        expect([...minutes.keys()]).toEqual([...map.keys()]);
        expect([...minutes.values()]).toEqual([...map.values()]);
        const visited: unknown[] = [];
        minutes.forEach((value, start) => {
          visited.push([start, value]);
        });
        expect(visited).toEqual([...map]);
        for (const start of [...map.keys(), FROM - 60, FROM + 7, FROM + 60 * 99]) {
          expect(minutes.get(start)).toBe(map.get(start));
          expect(minutes.has(start)).toBe(map.has(start));
        }
      }),
    );
  });

  it('adds up, and is taken from another, as a Map', () => {
    const series = fc.record({ requests: values, events: values });
    const pack = ({ requests, events }: EventSeries) => ({
      requests: packed(requests),
      events: packed(events),
    });
    const inOrder = ({ requests, events }: EventSeries) =>
      [requests, events].map((map) => [...map].sort(([a], [b]) => a - b));
    fc.assert(
      fc.property(fc.array(series, { maxLength: 3 }), series, series, (all, from, what) => {
        expect(inOrder(addUp(all.map(pack)))).toEqual(inOrder(addUp(all)));
        expect(inOrder(without(pack(from), pack(what)))).toEqual(inOrder(without(from, what)));
      }),
    );
  });
});
