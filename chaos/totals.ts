// The results of all trials as a table. Pure.

import type { Entry } from './ledger.ts';

export interface Totals {
  readonly text: string;
  readonly breaches: number;
}

/** The fault, or `soak` for several. */
function kindOf(name: string): string {
  return name.startsWith('soak/') ? 'soak' : (name.split('/').at(-1) ?? '');
}

export function summarise(entries: readonly Entry[]): Totals {
  const hit = entries.filter(({ operation }) => operation !== '');
  const rows = [...groups(hit, ({ name }) => kindOf(name))];
  const count = (list: readonly Entry[], ending: RegExp) =>
    list.filter((entry) => ending.test(entry.ending)).length;
  const lines = rows.map(([fault, list]) => {
    const cells = [
      list.length,
      count(list, /(?:main|post): released$/),
      count(list, /(?:main|post): stable$/),
      count(list, /next: /),
      // Older results say `strange` for `external`.
      count(list, /: (?:split|external|strange)$/),
      list.filter(({ findings }) => findings.length > 0).length,
    ];
    return `| ${fault} | ${cells.join(' | ')} |`;
  });
  const breaches = entries.flatMap(({ findings }) => findings);
  const requests = hit.reduce((sum, { users }) => sum + users.requests, 0);
  const kinds = [...groups(breaches, ({ breach }) => breach)];
  const text = [
    '| fault | injected | promoted | rolled back | ended by a later run | external or split | breaches |',
    '|---|---|---|---|---|---|---|',
    ...lines,
    '',
    `${hit.reduce((sum, { faults = 1 }) => sum + faults, 0)} faults in ${hit.length} rollouts, ${requests} user requests, ${breaches.length} breaches${kinds.map(([kind, list]) => `, ${list.length} × ${kind}`).join('')}`,
  ].join('\n');
  return { text, breaches: breaches.length };
}

function groups<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) found.set(keyOf(item), [...(found.get(keyOf(item)) ?? []), item]);
  return found;
}
