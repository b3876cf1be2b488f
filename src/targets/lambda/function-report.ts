// Released functions as reports show them.

import type { LogInterest, LogSearch, TargetReport } from '../../report/target-report.ts';
import type { FunctionChange } from '../../rollout/release.ts';

export const FUNCTION_REPORT: Pick<TargetReport, 'releases' | 'searchLogs'> = {
  releases: 'Function',
  searchLogs,
};

/** Logs Insights searches at most 50 named groups. */
const MOST_GROUPS = 50;

const FINDING: Readonly<Record<LogInterest, readonly string[]>> = {
  errors: [
    'fields @timestamp, @log, @requestId, @message',
    '| filter @message like /(?i)(error|exception|fatal|timed out|status: timeout)/',
    '| sort @timestamp asc',
  ],
  slow: [
    'fields @timestamp, @log, @requestId, @duration, @initDuration',
    '| filter @type = "REPORT"',
    '| sort @duration desc',
  ],
};

/**
 * `undefined` if no function was released. A function may be configured with another log group than the default one.
 * The name of a log stream contains the version in brackets: `2025/11/24/[8]0123…`.
 */
function searchLogs(
  functions: readonly FunctionChange[],
  interest: LogInterest,
): LogSearch | undefined {
  if (functions.length === 0) return undefined;
  const groups = functions.slice(0, MOST_GROUPS).map(({ name }) => `/aws/lambda/${name}`);
  const versions = [...new Set(functions.map(({ to: version }) => version))];
  const [fields = '', ...rest] = FINDING[interest];
  const ours = `| filter @logStream like /\\[(${versions.join('|')})\\]/`;
  return { groups, query: [fields, ours, ...rest, '| limit 200'].join('\n') };
}
