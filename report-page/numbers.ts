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
  for (const [i, at] of times.entries()) {
    const row = body.insertRow();
    for (const text of [timeOf(at, clock), ...lines.map(({ say }) => say(i))]) {
      row.append(element('td', { textContent: text }));
    }
  }
  return table;
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
