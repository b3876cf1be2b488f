// What was read of the logs, for the report.

import { type EventSeries, errorsOf } from '../analysis/count-table.ts';
import { abstentionText } from '../logs/abstention-text.ts';
import type { LogsRead } from '../monitor/log-evidence.ts';
import type { LogsReport } from '../report/report.ts';

export function logsReport({
  table,
  quality,
  calls,
  abstentions,
  dimension,
}: LogsRead): LogsReport {
  const { canary, stable } = errorsOf(table);
  const isCounted = stable.requests.size > 0 || stable.events.size === 0;
  return {
    requests: { canary: requestsIn(canary), stable: isCounted ? requestsIn(stable) : null },
    lagSeconds: quality.lagMs === undefined ? null : Math.round(quality.lagMs / 100) / 10,
    calls,
    abstained: [...new Set(abstentions.map(abstentionText))],
    ...(dimension && { dimension }),
  };
}

function requestsIn({ requests }: EventSeries): number {
  return [...requests.values()].reduce((sum, more) => sum + more, 0);
}
