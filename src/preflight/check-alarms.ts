// Preflight of the alarms: each must exist and have data.

import { type AlarmDetails, readAlarms } from '../aws/alarms.ts';
import type { NormalClients } from '../aws/clients.ts';
import {
  alarmName,
  alarmTags,
  isAlarm,
  MOST_TAGGED,
  namedAlarms,
  tagText,
} from '../base/alarm-ref.ts';
import { formatDuration } from '../base/duration.ts';
import { listed } from '../base/listed.ts';
import { attempt, type Problems } from '../base/problems.ts';
import { quote } from '../base/quote.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { ALARM } from '../monitor/tagged-alarms.ts';

/** Metrics of API Gateway and Lambda appear up to two minutes after the end of their minute. */
const METRIC_DELAY_SECONDS = 120;

/** Two names may be the parts of one. */
const COMMAS = '; a name with a comma is written as a JSON list, such as ["a, b"]';

export async function inspectAlarms(
  clients: NormalClients,
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
  const tagged = await findTagged(clients, inputs, findings);
  const named = namedAlarms(inputs.alarms);
  const readings = await attempt(findings, () =>
    readAlarms(clients.cloudWatch, [...named, ...tagged]),
  );
  if (!readings) return;
  for (const alarm of [...named, ...tagged]) {
    const reading = readings.find(({ arn }) => isAlarm(alarm, arn));
    // The tag of an alarm that was just deleted may still be found.
    if (!reading && tagged.includes(alarm)) continue;
    if (!reading) findings.problems.push(`alarms: ${whyAbsent(alarm, readings, inputs)}`);
    else if (reading.state === 'ALARM') checkFiring(reading, inputs, findings);
  }
  const ours = readings.filter(({ arn }) => named.some((alarm) => isAlarm(alarm, arn)));
  checkReactionTime(ours, inputs, findings);
}

/** The alarms with the tags of the inputs, as ARNs, each once. */
async function findTagged(
  clients: NormalClients,
  { alarms, region }: Inputs,
  findings: Problems,
): Promise<readonly string[]> {
  const tags = alarmTags(alarms);
  if (tags.length === 0) return [];
  const { findByTags } = await import('../aws/tagged-resources.ts');
  const all = new Set<string>();
  for (const tag of tags) {
    const text = tagText(tag);
    const found = await attempt(findings, () => findByTags(clients, [tag], [ALARM], MOST_TAGGED));
    if (!found) continue;
    for (const { arn } of found) all.add(arn);
    if (found.length === 0) {
      findings.problems.push(
        `alarms: no alarm in ${region} has the tag ${quote(text)}; expected at least one`,
      );
    } else
      findings.notes.push(
        foundText(
          text,
          found.map(({ arn }) => alarmName(arn)),
        ),
      );
  }
  if (all.size > MOST_TAGGED) {
    findings.problems.push(
      `alarms: more than ${MOST_TAGGED} alarms have the tag ${tags.map(tagText).join(' or ')}; expected at most ${MOST_TAGGED}: use a tag that fewer have`,
    );
    return [];
  }
  return [...all];
}

function foundText(tag: string, names: readonly string[]): string {
  const count = names.length > MOST_TAGGED ? `more than ${MOST_TAGGED}` : names.length;
  return `alarms: tag:${tag} is ${count} alarm${names.length === 1 ? '' : 's'}: ${listed(names)}`;
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
