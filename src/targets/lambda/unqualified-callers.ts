// Preflight of code that is to be uploaded: whether something calls the function without a qualifier. It would get the
// new code with the upload, before anything is tried. Callers with a role of their own are invisible.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { FunctionCalls } from '../../aws/functions.ts';
import { type MetricDataSeries, readMinutes } from '../../aws/metric-data.ts';
import type { Qualifiers } from '../../aws/qualifiers.ts';
import type { EventSource, Versions } from '../../aws/versions.ts';
import type { Problems } from '../../base/problems.ts';
import { now } from '../../base/time.ts';
import { helpOn } from '../../doctor/reach-words.ts';
import { startOfMinute } from '../../rollout/traffic.ts';
import { type Callers, callersInWords, listCallers, ofServices } from './callers.ts';
import { type Optional, optional, readCallers } from './read-callers.ts';

export interface CallerReads {
  readonly cloudWatch: CloudWatchClient;
  readonly functions: Pick<FunctionCalls, 'readPolicy' | 'readResourcePolicy'>;
  readonly qualifiers: Pick<Qualifiers, 'readUrlOwners'>;
  readonly versions: Pick<Versions, 'readEventSources' | 'list'>;
}

/** A function whose code is to be uploaded. */
export interface UploadedFunction {
  readonly name: string;
  /** Without a qualifier. */
  readonly arn: string;
  /** That it is called by. */
  readonly aliases: readonly string[];
}

export async function inspectUnqualified(
  reads: CallerReads,
  uploaded: readonly UploadedFunction[],
  findings: Problems,
): Promise<void> {
  if (uploaded.length === 0) return;
  const sources = await optional(() => reads.versions.readEventSources());
  for (const each of uploaded) await inspectOne(reads, each, sources, findings);
}

async function inspectOne(
  reads: CallerReads,
  { name, arn, aliases }: UploadedFunction,
  sources: Optional<readonly EventSource[]>,
  { problems, notes }: Problems,
): Promise<void> {
  const found = await readCallers(reads.functions, reads.qualifiers, arn, [], sources);
  const why = [...found.why, ...('why' in sources ? [sources.why] : [])];
  if (why.length > 0) {
    problems.push(
      `code: it could not be read what calls "${name}" without a version or an alias, and whatever does would get the new code with the upload: ${why.join('; ')}`,
    );
    return;
  }
  const callers = ofServices(found.of(arn, 'unknown'));
  const [sure, permitted] = apart(callers);
  if (sure.length > 0) problems.push(`${refusal(name, arn, listCallers(sure))}. ${HELP}`);
  if (permitted.length === 0) return;
  const counted = await optional(() => countUnqualified(reads, name, aliases));
  const who = listCallers(permitted);
  if ('why' in counted) {
    problems.push(
      `${refusal(name, arn, `${who}, whose calls could not be counted (${counted.why})`)}. ${HELP}`,
    );
  } else if (counted.value > 0) {
    const calls = `${counted.value} call${counted.value === 1 ? '' : 's'} in the last ${DAYS} days named neither a version nor an alias`;
    problems.push(
      `${refusal(name, arn, `${who}: it has the permission, and ${calls}`)}. If it calls something else by now, remove that permission. ${HELP}`,
    );
  } else {
    notes.push(
      `code: ${who} may call "${name}" without a version or an alias, and did not in the last ${DAYS} days. It would get the new code with the upload`,
    );
  }
}

/** What certainly calls it, and what may. */
function apart(callers: Callers): readonly [readonly string[], readonly string[]] {
  const { permitted } = callers;
  return [
    callersInWords({ ...callers, permitted: [] }),
    callersInWords({ permitted, sources: [], hasUrl: false }),
  ];
}

const HELP = helpOn('unqualified');

function refusal(name: string, arn: string, callers: string): string {
  return `code: uploading the code would release "${name}" to all users at once, because it is called without a version or an alias, by ${callers}. Let that call an alias or a version (${arn}:ALIAS), or upload the code by other means and omit code`;
}

const DAYS = 35;
const DAY = 24 * 3600;

/** Called directly, versions have series of their own; older ones are not called any more. */
const MOST_VERSIONS = 100;

/** Calls that neither an alias of these nor a version explains. AWS has no series of the other calls. */
async function countUnqualified(
  { cloudWatch, versions }: CallerReads,
  FunctionName: string,
  aliases: readonly string[],
): Promise<number> {
  const numbers = (await versions.list(FunctionName)).slice(-MOST_VERSIONS);
  const series = [
    { FunctionName },
    ...[...aliases, ...numbers].map((qualifier) => ({
      FunctionName,
      Resource: `${FunctionName}:${qualifier}`,
    })),
  ].map(
    (dimensions): MetricDataSeries => ({
      ...{ namespace: 'AWS/Lambda', metric: 'Invocations', dimensions },
      ...{ statistic: 'Sum', period: DAY },
    }),
  );
  const to = startOfMinute(now());
  const values = await readMinutes(cloudWatch, series, to - DAYS * DAY, to);
  const [all = 0, ...explained] = series.map((_, i) =>
    [...(values[i]?.values() ?? [])].reduce((sum, value) => sum + value, 0),
  );
  return Math.max(0, all - explained.reduce((sum, value) => sum + value, 0));
}
