// A rollout with its bake, second by second: shifts and changes of the rates fall on any second of a minute.

import { closingSeconds } from '../../src/analysis/closed.ts';
import { type Counts, type MinuteCounts, sum } from '../../src/analysis/counts.ts';
import { errorsMeasure } from '../../src/analysis/errors-measure.ts';
import { DEFAULT_SETTINGS, type Judgement, judge } from '../../src/analysis/judge.ts';
import { endOfMinute } from '../../src/rollout/bake.ts';
import type { Chance } from './random.ts';
import { drawArm } from './rollout.ts';

/** The default plan. */
const RAMP = [
  { weight: 5, seconds: 300 },
  { weight: 25, seconds: 600 },
  { weight: 50, seconds: 600 },
] as const;
const RAMP_SECONDS = 1500;
const BAKE_SECONDS = 300;
/** The timeout of API Gateway. */
const CLOSING_SECONDS = closingSeconds(29);
/** Counts are read every half minute. */
const READING_SECONDS = 15;
/** A step is extended by four minutes, and waits for the end of an incident for 30 more. */
const EXTENSION_MINUTES = 4;
const FROZEN_MINUTES = 34;
const BEFORE_MINUTES = 60;

/** What happens to a service with this usual rate. Times are in seconds after the bake began. */
export interface Trouble {
  readonly usual: number;
  readonly rate: number;
  readonly of: 'both' | 'canary';
  readonly seconds: number;
  /** When it begins; by default within the first three minutes. */
  readonly onset?: number;
}

export interface BakeOutcome {
  readonly outcome: 'rolled back' | 'held' | 'promoted';
  /** From the onset to the rollback, in minutes; NaN without one. */
  readonly minutes: number;
  /** The minutes of the bake. */
  readonly bake: readonly MinuteCounts[];
}

const ONSET_SECONDS = 180;

/** @param held % of the traffic that stable keeps through the bake; 0: the bake follows the promotion */
export function playBake(trouble: Trouble, rps: number, held: number, chance: Chance): BakeOutcome {
  const { usual, rate, of, seconds, onset: fixed } = trouble;
  const first = 60 * chance.uniform();
  const bakeSince = first + RAMP_SECONDS;
  const onset = bakeSince + (fixed ?? ONSET_SECONDS * chance.uniform());
  const weightAt = (at: number) => weightOf(at - first, held);
  const ratesAt = (at: number) => {
    const bad = at >= onset && at < onset + seconds ? rate : usual;
    return { canary: bad, stable: of === 'both' ? bad : usual };
  };
  const edges = [first, first + 300, first + 900, bakeSince, onset, onset + seconds];
  const draw = (minute: number) => drawMinute({ minute, rps, edges, weightAt, ratesAt }, chance);
  const before = Array.from({ length: BEFORE_MINUTES }, () =>
    drawArm(60 * rps, usual, undefined, chance),
  );
  const end = endOfMinute(bakeSince + BAKE_SECONDS) / 60;
  const minutes = Array.from({ length: end }, (_, minute) => draw(minute));
  let judgement = judged(minutes, before);
  for (let more = 0; held > 0 && more < waitMinutes(judgement); more++) {
    minutes.push(draw(minutes.length));
    judgement = judged(minutes, before);
  }
  const bake = minutes.filter(({ minute }) => 60 * minute >= bakeSince);
  const since = judgement.findings.flatMap(({ failingSince }) => failingSince ?? []);
  if (judgement.verdict === 'failing') {
    const failing = Math.min(...since);
    // A false rollback in the ramp is not about the bake.
    if (60 * (failing + 1) < onset) return playBake(trouble, rps, held, chance);
    const decided = 60 * (failing + 1) + CLOSING_SECONDS + READING_SECONDS;
    return { outcome: 'rolled back', minutes: (decided - onset) / 60, bake };
  }
  const waits = held > 0 && waitMinutes(judgement) > 0;
  return { outcome: waits ? 'held' : 'promoted', minutes: Number.NaN, bake };
}

/** How long the promotion is put off at most. */
function waitMinutes({ verdict, bothBad, findings }: Judgement): number {
  if (verdict === 'failing') return 0;
  if (bothBad) return FROZEN_MINUTES;
  const unaccepted = findings.some(
    ({ source, verdict }) => source.kind === 'guardrail' && verdict === 'inconclusive',
  );
  return unaccepted ? EXTENSION_MINUTES : 0;
}

/** As the action, which leaves out the minute of the promotion and the next one. */
function judged(minutes: readonly MinuteCounts[], before: readonly Counts[]): Judgement {
  const read = minutes.filter((m) => m.weight > 0 && (m.weight < 100 || m.weightBefore === 100));
  return judge([{ measure: errorsMeasure(), minutes: read, before }], DEFAULT_SETTINGS);
}

/** @param at seconds after the first shift */
function weightOf(at: number, held: number): number {
  if (at < 0) return 0;
  let begun = 0;
  for (const { weight, seconds } of RAMP) {
    begun += seconds;
    if (at < begun) return weight;
  }
  return 100 - held;
}

interface MinuteSetting {
  readonly minute: number;
  readonly rps: number;
  /** When a weight or a rate changes. */
  readonly edges: readonly number[];
  weightAt(at: number): number;
  ratesAt(at: number): { readonly canary: number; readonly stable: number };
}

function drawMinute(setting: MinuteSetting, chance: Chance): MinuteCounts {
  const { minute, rps, edges, weightAt, ratesAt } = setting;
  const from = 60 * minute;
  const inner = edges.filter((edge) => edge > from && edge < from + 60);
  const cuts = [from, ...inner.sort((a, b) => a - b), from + 60];
  const parts = cuts.slice(1).map((to, i) => {
    const middle = (cuts[i]! + to) / 2;
    const requests = rps * (to - cuts[i]!);
    const share = weightAt(middle) / 100;
    const rates = ratesAt(middle);
    return {
      canary: drawArm(requests * share, rates.canary, undefined, chance),
      stable: drawArm(requests * (1 - share), rates.stable, undefined, chance),
    };
  });
  const weight = weightAt(from + 59);
  const canary = sum(parts.map((part) => part.canary));
  const stable = sum(parts.map((part) => part.stable));
  // After the promotion, only the new version is counted.
  const sides =
    weight === 100 ? { canary, stable: { requests: 0, events: 0 } } : { canary, stable };
  return { minute, ...sides, weight, weightBefore: weightAt(from - 60) };
}
