// Preflight of the logs: whether they can be read, and if not, what to change.

import type { Permission } from '../aws/aws-errors.ts';
import type { Problems } from '../base/problems.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { LogOutlook } from '../monitor/log-source.ts';
import type { Target, TargetSetup } from '../targets/target.ts';

export interface LogFacts {
  /** For the plan and the log. */
  readonly notes: readonly string[];
  readonly permissions: readonly Permission[];
  /** `undefined`: they are not read. */
  readonly read: Pick<LogOutlook, 'sources' | 'requestBytes'> | undefined;
}

export const NO_LOG_FACTS: LogFacts = { notes: [], permissions: [], read: undefined };

/** @param opening `undefined`: other problems prevent the release */
export async function inspectLogs(
  { logs: target }: Pick<Target, 'logs'>,
  opening: TargetSetup | undefined,
  { logs, analysis, steps }: Pick<Inputs, 'logs' | 'analysis' | 'steps'>,
  findings: Problems,
): Promise<LogFacts> {
  const splits = opening && !opening.serveFirst && (steps === 'auto' || steps.length > 0);
  if (logs === 'off' || analysis === 'off' || !splits) return NO_LOG_FACTS;
  if (!target) {
    if (logs === 'required') findings.problems.push(`logs: ${NONE}`);
    return NO_LOG_FACTS;
  }
  const outlook = await target.inspect(opening.functions);
  const { problems, doubts, hints, permissions, sources, requestBytes } = outlook;
  if (logs === 'required') {
    findings.problems.push(...[...problems, ...doubts].map((problem) => `logs: ${problem}`));
  }
  if (problems.length > 0) {
    const why = problems.join('; ');
    return {
      notes: logs === 'required' ? [] : [`Logs are not used: ${why}`],
      permissions,
      read: undefined,
    };
  }
  return {
    notes: [...doubts, ...hints].map((text) => `logs: ${text}`),
    permissions,
    read: { sources, requestBytes },
  };
}

const NONE = 'this kind of target has no logs to read; expected logs: auto or off';
