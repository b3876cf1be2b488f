// The numbers of a chart as a table, for who cannot point at it.

import type { Chart } from './charts.ts';
import { type Clock, timeOf } from './clock.ts';
import { element } from './element.ts';

/** A table that unfolds; its rows are made when somebody wants them. */
export function numbersOf(chart: Chart, clock: () => Clock): HTMLElement {
  const folded = element('details');
  folded.append(element('summary', { textContent: 'Numbers' }));
  folded.addEventListener('toggle', () => {
    folded.querySelector('.scroll')?.remove();
    if (folded.open) folded.append(scrolling(tableOf(chart, clock()), chart.title));
  });
  return folded;
}

/** A holder in which a table can be moved about, also by keys. */
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

/** What a chart shows, in a sentence; the numbers are in its table. */
export function inWords({ title, lines, unit }: Chart): string {
  const most = lines.map(({ label, values }) => {
    const known = values.filter((value) => value !== null);
    const top = known.length > 0 ? Math.max(...known) : 0;
    return `${label} at most ${Number(top.toPrecision(3))}${unit}`;
  });
  return `Plot: ${title}; ${most.join(', ')}. The numbers are in the table below it.`;
}
