// G1, G4 and part of G2: the results of the grid as tables, with our judge next to its peers.

import { type Cell, detectionGrid, nullGrid } from './grid.ts';
import { OURS } from './ours.ts';
import { ALTERNATIVES, NULLS, TRAFFIC } from './scenarios.ts';
import { type Goal, number, percent, type Study, type Table, trafficName } from './study.ts';

const LIMIT = 0.01;
/** Scenarios, and the minutes within which they should be detected from 1,000 rps on. */
const SUBTLE: readonly (readonly [string, number])[] = [
  ['0.1 → 0.2 %', 7],
  ['0.5 → 0.9 %', 4],
];

export function falseRollbackStudy(rollouts: number, seed: number): Study {
  const cells = nullGrid(rollouts, seed);
  const methods = methodsOf(cells);
  const rows = NULLS.flatMap((scenario) =>
    methods.map((method) => [
      scenario.name,
      method,
      ...row(cells, scenario.name, method).map((cell) => percent(cell.rolledBack)),
    ]),
  );
  const overRows = methods.map((method) => {
    const own = cells.filter((c) => c.method === method);
    const over = own.filter((c) => c.rolledBack > LIMIT).length;
    return [method, `${over} of ${own.length}`, percent(Math.max(...own.map((c) => c.rolledBack)))];
  });
  return {
    name: 'false rollbacks',
    tables: [
      {
        title: 'Cells of the grid with more than 1 % false rollbacks, and the worst cell',
        columns: ['judge', 'cells above 1 %', 'worst, %'],
        rows: overRows,
      },
      {
        title: `False rollbacks of a version that is no worse, % of ${rollouts.toLocaleString('en-US')} rollouts (Kayenta: every twentieth)`,
        columns: ['service', 'judge', ...TRAFFIC.map(trafficName)],
        rows,
      },
    ],
    goals: nullGoals(cells),
    data: cells,
  };
}

function nullGoals(cells: readonly Cell[]): Goal[] {
  const ours = cells.filter((c) => c.method === OURS.name);
  const worst = ours.reduce((a, b) => (b.rolledBack > a.rolledBack ? b : a));
  const shared = ours.filter((c) => c.scenario.startsWith('N5'));
  const worstShared = Math.max(...shared.map((c) => c.rolledBack));
  return [
    {
      id: 'G1',
      asks: 'false rollbacks ≤ 1 % in every cell of the 10 × 7 grid',
      found: `at most ${percent(worst.rolledBack)} % (${worst.scenario}, ${trafficName(worst.rps)})`,
      reached: worst.rolledBack <= LIMIT,
    },
    {
      id: 'G2',
      asks: 'false rollback in a shared incident ≤ 0.1 %, in the middle of a step',
      found: `at most ${percent(worstShared)} %`,
      reached: worstShared <= 0.001,
    },
  ];
}

export function detectionStudy(rollouts: number, seed: number): Study {
  const cells = detectionGrid(rollouts, seed);
  const rows = ALTERNATIVES.flatMap((scenario) =>
    methodsOf(cells.filter((c) => c.scenario === scenario.name)).map((method) => [
      scenario.name,
      method,
      ...row(cells, scenario.name, method).map(detectionCell),
    ]),
  );
  const table: Table = {
    title:
      'Detection on the ramp by minute 20: % found / mean minutes / mean failed canary requests',
    columns: ['rates', 'judge', ...TRAFFIC.map(trafficName)],
    rows,
  };
  return { name: 'detection', tables: [table], goals: [subtleGoal(cells)], data: cells };
}

function detectionCell(cell: Cell): string {
  if (Number.isNaN(cell.rolledBack)) return number(cell.minutes);
  return `${percent(cell.rolledBack, 0)} / ${number(cell.minutes)} / ${number(cell.failed)}`;
}

function subtleGoal(cells: readonly Cell[]): Goal {
  const asked = SUBTLE.flatMap(([scenario, minutes]) =>
    row(cells, scenario, OURS.name)
      .filter((c) => c.rps >= 1000)
      .map((cell) => ({ cell, minutes })),
  );
  const words = asked.map(
    ({ cell }) =>
      `${cell.scenario} at ${trafficName(cell.rps)}: ${percent(cell.rolledBack, 2)} % in ${number(cell.minutes)} min`,
  );
  return {
    id: 'G4',
    asks: '0.1 → 0.2 % and 0.5 → 0.9 % from 1,000 rps on: found always, in 7 and 4 min',
    found: words.join('; '),
    reached: asked.every(({ cell, minutes }) => cell.rolledBack === 1 && cell.minutes <= minutes),
  };
}

function methodsOf(cells: readonly Cell[]): string[] {
  return [...new Set(cells.map((c) => c.method))];
}

function row(cells: readonly Cell[], scenario: string, method: string): Cell[] {
  return cells.filter((c) => c.scenario === scenario && c.method === method);
}
