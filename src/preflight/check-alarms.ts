// Preflight of the alarms: each must exist and have data.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { type AlarmDetails, readAlarms } from '../aws/alarms.ts';
import { alarmName, isAlarm } from '../base/alarm-ref.ts';
import { formatDuration } from '../base/duration.ts';
import { attempt, type Problems } from '../base/problems.ts';
import type { Inputs } from '../inputs/inputs.ts';

/** Metrics of API Gateway and Lambda appear up to two minutes after the end of their minute. */
const METRIC_DELAY_SECONDS = 120;

/** Two names may be the parts of one. */
const COMMAS = '; a name with a comma is written as a JSON list, such as ["a, b"]';

export async function inspectAlarms(
  client: CloudWatchClient,
  inputs: Inputs,
  findings: Problems,
): Promise<void> {
  if (inputs.alarms.length === 0) {
    if (inputs.analysis !== 'enforce') {
      findings.notes.push(
        'alarms: none are set, and the comparison does not decide: only missing traffic can stop this rollout',
      );
    }
    return;
  }
  const readings = await attempt(findings, () => readAlarms(client, inputs.alarms));
  if (!readings) return;
  for (const alarm of inputs.alarms) {
    const reading = readings.find(({ arn }) => isAlarm(alarm, arn));
    if (!reading) findings.problems.push(`alarms: ${whyAbsent(alarm, readings, inputs)}`);
    else if (reading.state === 'ALARM') checkFiring(reading, inputs, findings);
  }
  checkReactionTime(readings, inputs, findings);
}

function whyAbsent(
  alarm: string,
  readings: readonly AlarmDetails[],
  { region, alarms }: Inputs,
): string {
  const name = alarmName(alarm);
  const namesake = readings.find((reading) => reading.name === name);
  return namesake
    ? `"${alarm}" is not the alarm of that name that this job can read, which is ${namesake.arn}; expected an alarm of the job's own account`
    : `there is no alarm "${alarm}" in ${region}, neither a metric nor a composite nor a log alarm${alarms.length > 1 ? COMMAS : ''}`;
}

function checkFiring(reading: AlarmDetails, inputs: Inputs, findings: Problems): void {
  if (inputs.onAlarmAtStart === 'continue') {
    findings.notes.push(
      `alarms: "${reading.name}" is already in ALARM; only a new transition counts`,
    );
  } else {
    findings.problems.push(
      `alarms: "${reading.name}" is in ALARM before the release starts (${reading.reason}). If this release is the fix, set on-alarm-at-start: continue`,
    );
  }
}

function checkReactionTime(
  readings: readonly AlarmDetails[],
  { steps }: Inputs,
  findings: Problems,
): void {
  if (steps === 'auto') return;
  const shortest = Math.min(...steps.map((step) => step.holdSeconds));
  for (const { name, reactsAfterSeconds } of readings) {
    const needed = (reactsAfterSeconds ?? 0) + METRIC_DELAY_SECONDS;
    if (reactsAfterSeconds !== undefined && shortest < needed) {
      findings.notes.push(
        `alarms: "${name}" can take ${formatDuration(needed)} to fire, but the shortest step lasts ${formatDuration(shortest)}; a problem in one step may show only in the next`,
      );
    }
  }
}
