// The counts of logs in the form that the judge reads: the same measures as those of the metrics, by the second.

import { clientErrorsMeasure } from '../analysis/client-errors-measure.ts';
import { type CountRow, type CountTable, NO_EVENTS } from '../analysis/count-table.ts';
import {
  errorsMeasure,
  invocationsMeasure,
  routeErrorsMeasure,
  SUMMED_FUNCTION_PARTS,
} from '../analysis/errors-measure.ts';
import type { Measure } from '../analysis/measure.ts';
import type { LogCounts } from './tally.ts';
import type { Sides } from './totals.ts';

/** Logs are read only while traffic is split, so nothing is counted after the promotion. */
export function logTable(counts: LogCounts): CountTable {
  const { bucketSeconds, closedUntil, canary, stable, clientErrors, routes, functions } = counts;
  // A single function is all of the traffic. An alias has no responses, and so no client errors.
  const parts = functions.size > 1 ? [...functions] : [];
  const isAlias = functions.size > 0;
  return {
    ...{ bucketSeconds, closedUntil },
    rows: [
      row(errorsMeasure(), { canary, stable }),
      ...(isAlias ? [] : [row(clientErrorsMeasure(), clientErrors)]),
      ...parts.map(([name, { errors }]) =>
        row(invocationsMeasure(name, SUMMED_FUNCTION_PARTS), errors),
      ),
      ...[...routes.values()].flatMap((route) => {
        const { method, resource } = route;
        return [
          row(routeErrorsMeasure(method, resource), route.errors),
          row(clientErrorsMeasure({ kind: 'route', method, resource }), route.clientErrors),
        ];
      }),
    ],
  };
}

function row(measure: Measure, { canary, stable }: Sides): CountRow {
  return { measure, canary, stable, promoted: NO_EVENTS };
}
