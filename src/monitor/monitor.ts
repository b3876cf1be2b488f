// What is monitored while traffic is split: alarms, the counts of both versions, their logs, and the verdict. Everything
// follows from what CloudWatch shows, so a run that takes over gets the same result.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { closingSeconds, lastClosedMinute } from '../analysis/closed.ts';
import { type Evidence, onlyObjects } from '../analysis/evidence.ts';
import { isMade } from '../analysis/finding.ts';
import type { EvidencePath, Judgement } from '../analysis/judge.ts';
import type { NotCompared } from '../analysis/measure-class.ts';
import type { SampleRatio } from '../analysis/sample-ratio.ts';
import type { BothBad } from '../analysis/shared-incident.ts';
import { type AlarmDetails, readAlarms } from '../aws/alarms.ts';
import { keepMinutes } from '../aws/kept-minutes.ts';
import { isAlarm, namedAlarms } from '../base/alarm-ref.ts';
import { must } from '../base/assert.ts';
import { known } from '../base/errors.ts';
import { now as currentTime, sleep } from '../base/time.ts';
import { bakeEnd, unreadBake } from '../rollout/bake.ts';
import { isBake, type Plan, requestsFor } from '../rollout/plan.ts';
import type { StoredRollout } from '../rollout/record.ts';
import { judgeTraffic, type TrafficCounts, unreadableTraffic } from '../rollout/traffic.ts';
import { judgeAlarms, judgeTagged } from './alarm-evidence.ts';
import { readMetricBaseline } from './baseline.ts';
import { comparedWith } from './compare-logs.ts';
import type { CountSource } from './count-source.ts';
import { type Counted, createCountMemory, judgeCounts } from './judge-counts.ts';
import { type LogEvidence, type LogReading, NO_LOGS } from './log-evidence.ts';
import type { MonitorSettings } from './monitor-settings.ts';
import { isExcused, NO_PROBE_COUNTS, type ProbeCounts } from './probe-counts.ts';
import {
  type CountsRead,
  isChanged,
  metricQuestions,
  type PastReader,
  type Sources,
} from './read-counts.ts';
import { readWhenDue } from './read-when-due.ts';
import { NO_TAGS, type TaggedAlarms, type TagReader } from './tagged-alarms.ts';
import { type LogWait, waitWithLogs } from './wait-with-logs.ts';

export interface Observation {
  /** All evidence. */
  readonly evidence: readonly Evidence[];
  /** The evidence that decides. With `observe`, and during a step that ends by time, it is not all of it. */
  readonly deciding: readonly Evidence[];
  readonly traffic: TrafficCounts;
  /** The course of each comparison so far. */
  readonly paths: readonly EvidencePath[];
  /** Both versions got worse, so the weight must not change. */
  readonly incident: BothBad | undefined;
  /**
   * Nothing that decides has been compared yet. A plan by time continues without a comparison, except to the
   * promotion. `undefined`: at least one comparison was made.
   */
  readonly uncompared: Evidence | undefined;
  /**
   * All minutes until this time are closed, read and judged; seconds since the epoch. `Infinity` if the counts
   * decide nothing.
   */
  readonly readUntil: number;
  /** What is not compared, by choice or for lack of counts. */
  readonly notCompared: readonly NotCompared[];
  /** Traffic is not routed as configured. This decides nothing, but is reported. */
  readonly misrouted: SampleRatio | undefined;
  readonly logs: LogReading;
}

export interface Monitor {
  check(rollout: StoredRollout, now: number): Promise<Observation>;
  readonly wait: LogWait;
}

/** Monitors one rollout. What cannot be read is inconclusive; a check throws only for a bug. */
export function createMonitor(
  cloudWatch: CloudWatchClient,
  countSource: CountSource,
  settings: MonitorSettings,
  logs: LogEvidence = NO_LOGS,
  readTags: TagReader = NO_TAGS,
  probes: ProbeCounts = NO_PROBE_COUNTS,
): Monitor {
  const sources: Sources = {
    cloudWatch,
    countSource,
    settings,
    kept: keepMinutes(),
    baseline: onceClosed(({ record: { startedAt, functions } }) =>
      countSource.readBaseline(startedAt, functions.filter(isChanged), settings.compare),
    ),
    metricBaseline: onceClosed((rollout) => {
      const questions = metricQuestions(settings.metrics, rollout);
      return readMetricBaseline(cloudWatch, questions, rollout.record.startedAt);
    }),
  };
  const readCounts = readWhenDue(sources);
  const memory = createCountMemory();
  let latest: { readonly alarms: readonly Evidence[]; readonly counts: CountsRead } | undefined;
  const observe = (rollout: StoredRollout, now: number): Observation | undefined => {
    if (!latest) return undefined;
    const reading = comparedWith(latest.counts.traffic, logs.reading());
    const seen = { logs: reading, probes: probes.minutes(now) };
    const counted = judgeCounts(latest.counts, settings, rollout, seen, memory);
    return { ...weigh(latest.alarms, counted, rollout, settings, now), logs: reading };
  };
  return {
    check: async (rollout, now) => {
      const [alarms, counts] = await Promise.all([
        readTags(now).then((tagged) =>
          alarmEvidence(cloudWatch, settings.alarms, tagged, rollout.record.startedAt),
        ),
        readCounts(rollout, now),
      ]);
      latest = { alarms, counts };
      return must(observe(rollout, now), 'the counts have just been read');
    },
    wait: waitWithLogs(logs, { now: currentTime, sleep }, (rollout, now) =>
      (observe(rollout, now)?.deciding ?? []).some(({ verdict }) => verdict === 'failing'),
    ),
  };
}

/**
 * Reads the hour before the rollout, and once more as soon as its last minute is closed, because incomplete data would
 * look like a different baseline. No minute of the rollout is judged before that, so every run uses the same hour.
 */
function onceClosed<T>(read: (rollout: StoredRollout) => Promise<T>): PastReader<T> {
  let kept: { readonly past: T; readonly closed: boolean } | undefined;
  return async (rollout, now) => {
    const { startedAt, longestAnswerSeconds } = rollout.record;
    const last = Math.floor(startedAt / 60) - 1;
    const closed = lastClosedMinute(now, longestAnswerSeconds) >= last;
    if (!kept || (closed && !kept.closed)) kept = { past: await read(rollout), closed };
    return kept.past;
  };
}

function weigh(
  alarms: readonly Evidence[],
  counted: Counted,
  rollout: StoredRollout,
  settings: MonitorSettings,
  now: number,
): Omit<Observation, 'logs'> {
  const { phase, record } = rollout;
  const { traffic, judgement, unread, readUntil } = counted;
  const enforced = settings.analysis === 'enforce';
  const findings: readonly Evidence[] = [...(judgement?.findings ?? []), ...unread];
  const silence =
    phase.kind === 'step'
      ? [judgeTraffic(traffic, phase.since, requestsIn(record.plan, phase.index, settings))]
      : [];
  const { plan } = record;
  const byEvidence =
    plan.advance.kind === 'evidence' && phase.kind === 'step' && !isBake(plan, phase.index);
  const uncompared = enforced ? nothingCompared(judgement, record) : undefined;
  const baking = unreadInBake(counted, rollout, now);
  const compared = [...baking, ...findings];
  const excused = isExcused(findings, counted.quiet);
  // A step that ends by time, and the bake, do not wait for evidence.
  const deciding = compared.filter(
    (e) => (byEvidence && !onlyObjects(e) && !excused(e)) || isNews(e) || isUnaccepted(e),
  );
  const unexcused = enforced ? silence.filter((e) => !excused(e)) : silence;
  // The canary's own metrics end with the promotion, so an alarm on them has no data from then on.
  const rung = phase.kind === 'baking' ? alarms.filter(isNews) : alarms;
  return {
    evidence: [...alarms, ...silence, ...compared, ...listOf(uncompared)],
    deciding: [...rung, ...unexcused, ...(enforced ? deciding : []), ...listOf(uncompared)],
    traffic,
    uncompared,
    readUntil: enforced ? readUntil : Number.POSITIVE_INFINITY,
    paths: judgement?.paths ?? [],
    notCompared: counted.notCompared,
    misrouted: judgement?.routing,
    incident: enforced && phase.kind === 'step' ? judgement?.bothBad : undefined,
  };
}

/** The minimum number of canary requests in a step. */
function requestsIn(plan: Plan, index: number, { minRequests }: MonitorSettings): number {
  const step = plan.steps[index];
  return Math.max(minRequests, step ? requestsFor(plan, step) : 0);
}

function unreadInBake(
  { traffic, readUntil, judgement }: Counted,
  rollout: StoredRollout,
  now: number,
): readonly Evidence[] {
  const { phase, record } = rollout;
  const { longestAnswerSeconds, plan } = record;
  // After the promotion, nothing else reports that the counts could not be read.
  if (phase.kind === 'baking' && traffic.kind === 'unreadable')
    return [unreadableTraffic(traffic.why)];
  const end = bakeEnd(rollout);
  if (end === undefined || plan.bakeSeconds === 0 || !judgement) return [];
  return unreadBake({ end, readUntil, closingSeconds: closingSeconds(longestAnswerSeconds) }, now);
}

function listOf(evidence: Evidence | undefined): readonly Evidence[] {
  return evidence ? [evidence] : [];
}

/**
 * Healthy requires at least one comparison. What could not be read has evidence of its own.
 *
 * @returns `undefined`: there is a comparison
 */
function nothingCompared(
  judgement: Judgement | undefined,
  { longestAnswerSeconds }: StoredRollout['record'],
): Evidence | undefined {
  if (!judgement || judgement.findings.some(isMade)) return undefined;
  const closedAfterSeconds = closingSeconds(longestAnswerSeconds);
  const detail = { kind: 'nothing-compared', closedAfterSeconds } as const;
  return { source: { kind: 'comparison' }, verdict: 'inconclusive', detail };
}

/** No service would accept that many failures, and nobody knows whose they are: that is not promoted. */
function isUnaccepted({ source, verdict }: Evidence): boolean {
  return source.kind === 'guardrail' && source.of === 'held-back' && verdict === 'inconclusive';
}

/** Something is wrong, or its check could not be read. No data and a lack of evidence are neither. */
function isNews({ verdict, unread }: Evidence): boolean {
  return verdict === 'failing' || unread === true;
}

async function alarmEvidence(
  cloudWatch: CloudWatchClient,
  alarms: readonly string[],
  { arns, unread }: TaggedAlarms,
  startedAt: number,
): Promise<readonly Evidence[]> {
  const named = namedAlarms(alarms);
  const tagged = arns.filter((arn) => !named.some((alarm) => isAlarm(alarm, arn)));
  const partly = unread === undefined ? [] : [unreadAlarms(unread)];
  if (named.length + tagged.length === 0) return partly;
  let details: readonly AlarmDetails[];
  try {
    details = await readAlarms(cloudWatch, [...named, ...tagged]);
  } catch (error) {
    return [unreadAlarms(known(error).message)];
  }
  const ofNamed = judgeAlarms(named, details, startedAt);
  return [...ofNamed, ...judgeTagged(tagged, details, startedAt), ...partly];
}

function unreadAlarms(why: string): Evidence {
  const source = { kind: 'alarms' } as const;
  const detail = { kind: 'unreadable', why } as const;
  return { source, verdict: 'inconclusive', detail, unread: true };
}
