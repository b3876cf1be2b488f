// Plots in one line of text, for places where other plots are not possible.

import type { Points, SeriesReport } from './counted-series.ts';

const BARS = '▁▂▃▄▅▆▇█';

/**
 * Renders values as bars between 0 and `top`; a point without a value is `·`.
 *
 * @param top shared by lines that are compared with each other
 */
export function sparkline(values: Points, top: number): string {
  return values
    .map((value) => {
      if (value === null) return '·';
      const level = top > 0 ? Math.ceil((BARS.length - 1) * Math.min(1, value / top)) : 0;
      return BARS[level];
    })
    .join('');
}

/** The points of the series that begin between two times, in seconds since the epoch. */
export function pointsBetween({ from, every }: SeriesReport, start: number, end: number) {
  const first = Math.max(0, Math.ceil((start - from) / every));
  return { first, end: Math.max(first, Math.ceil((end - from) / every)) };
}

/** Events per 100 requests, in at most `most` points; `null` for points without requests. */
export function rates(requests: Points, events: Points, most: number): Points {
  const all = thinned(requests, most);
  const bad = thinned(events, most);
  return all.map((count, i) => (count ? (100 * (bad[i] ?? 0)) / count : null));
}

/** Adds up neighboring points so that at most `most` are left. */
function thinned(points: Points, most: number): Points {
  const size = Math.max(1, Math.ceil(points.length / most));
  return Array.from({ length: Math.ceil(points.length / size) }, (_, i) => {
    const known = points.slice(i * size, (i + 1) * size).filter((point) => point !== null);
    return known.length > 0 ? known.reduce((sum, point) => sum + point, 0) : null;
  });
}
