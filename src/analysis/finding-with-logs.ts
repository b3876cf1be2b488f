// One question, asked of metrics by the minute and of logs by the second.

import { compare } from './comparison.ts';
import { sum } from './counts.ts';
import { type Estimate, find, type Question, type QuestionMemory } from './finding.ts';
import { byMinute } from './seconds.ts';
import { decideBySecond, type SecondsDecision } from './seconds-decision.ts';
import type { Series } from './series.ts';
import { shownInterval } from './shown-interval.ts';

/**
 * The part of the false-rollback rate for logs, where there are any. Metrics and logs show the same requests, and each of
 * them counts once in either of the two tests. The tests share the rate (the union bound), so nothing need be known of
 * how the two depend on each other, of which shows a request sooner, or of when logs can be read. The metrics keep
 * nearly all: what logs find at once, they find with far more evidence than they need.
 */
export const LOGS_PART = 0.1;

/** The answer of the metrics; if logs find that the canary fails, and metrics do not yet, that of the logs. */
export function findWithLogs(
  series: Series,
  question: Question,
  memory?: QuestionMemory,
): Estimate {
  const { seconds, before } = series;
  if (!seconds || question.worse === 'fewer') return find(series, question, memory);
  const rate = question.falseRollbackRate;
  const ofMetrics = { ...question, falseRollbackRate: rate * (1 - LOGS_PART) };
  const metrics = find(series, ofMetrics, memory);
  // Its parts are compared with the whole, whichever of the two decides.
  const logged = compare(byMinute(seconds.counted)).excessEvents;
  const estimate = { ...metrics, excess: Math.max(metrics.excess, logged) };
  if (metrics.finding.verdict === 'failing') return estimate;
  const { profile, materialRatio } = question;
  const falseRollbackRate = rate * LOGS_PART;
  const settings = { falseRollbackRate, profile, materialRatio, before };
  const decision = decideBySecond(seconds, settings);
  return decision ? decidedBySecond(estimate, decision, question) : estimate;
}

function decidedBySecond(
  estimate: Estimate,
  { reading, shown, counted }: SecondsDecision,
  { profile: { dispersion }, materialRatio, worse }: Question,
): Estimate {
  const comparison = compare(counted);
  const { ratio } = comparison;
  const { failing, threshold, nats } = reading;
  const decision = { failing, threshold, dispersion, worse, ratio, materialRatio };
  const last = shown.at(-1);
  const minutes = byMinute(shown);
  const minute = minutes.at(-1);
  return {
    ...estimate,
    finding: {
      ...estimate.finding,
      verdict: 'failing',
      canary: sum(shown.map(({ canary }) => canary)),
      stable: sum(shown.map(({ stable }) => stable)),
      comparison,
      interval: shownInterval(counted, decision),
      reading,
      failingSince: minute?.minute,
      fromLogs: { afterShift: last?.afterShift ?? 0 },
    },
    path: minute
      ? [
          ...estimate.path.filter((point) => point.minute < minute.minute),
          { minute: minute.minute, canary: minute.canary, stable: minute.stable, nats, threshold },
        ]
      : estimate.path,
  };
}
