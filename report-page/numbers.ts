// The numbers of a chart as a table, for readers who cannot use a pointer.

import type { Chart } from './charts.ts';
import { type Clock, timeOf } from './clock.ts';
import { element } from './element.ts';

/** A table that unfolds; its rows are created when it is opened. */
export function numbersOf(chart: Chart, clock: () => Clock): HTMLElement {
  const folded = element('details');
  folded.append(element('summary', { textContent: 'Numbers' }));
  folded.addEventListener('toggle', () => {
    folded.querySelector('.scroll')?.remove();
    if (folded.open) folded.append(scrolling(tableOf(chart, clock()), chart.title));
  });
  return folded;
}

/** A scrollable container for a table, also usable with the keyboard. */
export function scrolling(table: HTMLElement, name: string): HTMLElement {
  const holder = element('div', { className: 'scroll', tabIndex: 0 });
  holder.setAttribute('role', 'region');
  holder.setAttribute('aria-label', name);
  holder.append(table);
  return holder;
}

function tableOf({ times, lines }: Chart, clock: Clock): HTMLElement {
  const table = element('table');
  const head = table.createTHead().insertRow();
  for (const name of ['time', ...lines.map(({ label }) => label)]) {
    head.append(element('th', { textContent: name, scope: 'col' }));
  }
  const body = table.createTBody();
  for (const { from, to, texts } of foldedRows({ times, lines })) {
    const row = body.insertRow();
    const when =
      from === to ? timeOf(from, clock) : `${timeOf(from, clock)} to ${timeOf(to, clock)}`;
    for (const text of [when, ...texts]) row.append(element('td', { textContent: text }));
  }
  return table;
}

interface Row {
  readonly from: number;
  to: number;
  readonly texts: readonly string[];
}

/** Points in a row with the same texts are one row. */
function foldedRows({ times, lines }: Pick<Chart, 'times' | 'lines'>): readonly Row[] {
  const rows: Row[] = [];
  for (const [i, at] of times.entries()) {
    const texts = lines.map(({ say }) => say(i));
    const last = rows.at(-1);
    if (last?.texts.every((text, n) => text === texts[n])) last.to = at;
    else rows.push({ from: at, to: at, texts });
  }
  return rows;
}

/** A description of the chart in one sentence; the numbers are in its table. */
export function inWords({ title, lines, unit }: Chart): string {
  const most = lines.map(({ label, values }) => {
    const known = values.filter((value) => value !== null);
    const top = known.length > 0 ? Math.max(...known) : 0;
    return `${label} at most ${Number(top.toPrecision(3))}${unit}`;
  });
  return `Plot: ${title}; ${most.join(', ')}. The numbers are in the table below.`;
}
