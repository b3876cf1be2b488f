// Keyboard control of a chart: the arrows move from point to point, + and - zoom, 0 resets the zoom.

import type uPlot from 'uplot';
import type { Chart } from './charts.ts';

export interface Keyed {
  readonly chart: Chart;
  /** The chart that is drawn now. */
  readonly plot: () => uPlot | undefined;
  /** Sets the visible time range of all charts; seconds since the epoch. */
  readonly zoom: (from: number, to: number) => void;
  readonly all: readonly [number, number];
  /** Called with the text for the point. */
  readonly say: (words: string) => void;
}

const NARROWER = 0.5;

export function byKeys(figure: HTMLElement, keyed: Keyed): void {
  figure.tabIndex = 0;
  figure.addEventListener('keydown', (event) => {
    const plot = keyed.plot();
    if (!plot || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target !== figure || !press(event.key, plot, keyed)) return;
    event.preventDefault();
  });
}

/** Whether the key has a function here. */
function press(key: string, plot: uPlot, keyed: Keyed): boolean {
  const last = keyed.chart.times.length - 1;
  const at = plot.cursor.idx ?? undefined;
  switch (key) {
    case 'ArrowRight':
      return goTo(Math.min(last, (at ?? -1) + 1), plot, keyed);
    case 'ArrowLeft':
      return goTo(Math.max(0, (at ?? last + 1) - 1), plot, keyed);
    case 'Home':
      return goTo(0, plot, keyed);
    case 'End':
      return goTo(last, plot, keyed);
    case '+':
      return zoom(NARROWER, plot, keyed);
    case '-':
      return zoom(1 / NARROWER, plot, keyed);
    case '0':
      keyed.zoom(...keyed.all);
      return true;
    case 'Escape':
      plot.setCursor({ left: -10, top: -10 });
      return true;
    default:
      return false;
  }
}

function goTo(index: number, plot: uPlot, { chart, say }: Keyed): true {
  const at = chart.times[index] ?? 0;
  plot.setCursor({ left: plot.valToPos(at, 'x'), top: plot.over.clientHeight / 2 });
  say(chart.lines.map((line) => `${line.label} ${line.say(index)}`).join(', '));
  return true;
}

/** Around the cursor's point; without a cursor, around the middle. */
function zoom(factor: number, plot: uPlot, { chart, zoom: show, all }: Keyed): true {
  const { min = all[0], max = all[1] } = plot.scales.x ?? {};
  const middle = chart.times[plot.cursor.idx ?? -1] ?? (min + max) / 2;
  const half = ((max - min) * factor) / 2;
  show(Math.max(all[0], middle - half), Math.min(all[1], middle + half));
  return true;
}
