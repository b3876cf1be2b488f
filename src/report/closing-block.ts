// The end of the log: the outcome, and the three numbers that matter.

import { cutToFit, LOG_WIDTH } from '../base/wrapped.ts';
import { formatWeight } from '../rollout/plan.ts';
import { describeChange } from '../rollout/release.ts';
import type { Totals } from '../rollout/traffic.ts';
import { formatElapsed, HEADLINES } from './format.ts';
import {
  affectedText,
  countedWhen,
  didText,
  NOT_YET_COUNTED,
  ratesOf,
  sideNames,
} from './numbers.ts';
import type { Report } from './report.ts';

/** Lines of plain text; none if no traffic was shifted. */
export function closingBlock(report: Report): readonly string[] {
  if (report.weights.length === 0) return [];
  const rows = keyNumbers(report);
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    `${HEADLINES[report.outcome]}: ${plainSubject(report)}`,
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
  ].map((line) => cutToFit(line, LOG_WIDTH));
}

/** The failures of both versions, and whom they affected, or how far the release is. */
export function keyNumbers(report: Report): readonly (readonly [string, string])[] {
  const rates = ratesOf(report);
  const { canary, stable } = sideNames(report, rates.finding);
  const { did } = rates;
  // What is not counted has neither a rate nor a weight at which it was counted.
  const shown = (totals: Totals | null, when: string) =>
    totals === null ? NOT_YET_COUNTED : `${didText(did, totals)}${when}`;
  return [
    [capital(canary), shown(rates.canary, `, ${countedWhen(rates)}`)],
    [capital(stable), shown(rates.stable, '')],
    third(report),
  ];
}

function third(report: Report): readonly [string, string] {
  const { outcome, weight, startedAt, endedAt } = report;
  const took = formatElapsed(startedAt, endedAt);
  const affected = affectedText(report);
  // While users are still served the new version, how many of them matters more than that it is not known.
  const isOpen = affected === NOT_YET_COUNTED && weight !== null && weight > 0;
  if (affected !== '' && !isOpen) return ['Affected', affected];
  if (outcome === 'promoted') return ['Took', `${took} in all`];
  return ['Weight', weight === null ? 'unknown' : `${formatWeight(weight)} of the traffic`];
}

/** `orders 7 → 8 on orders-api/prod`. */
export function plainSubject({ functions, target }: Report): string {
  const where = target.previewLabel ?? target.label;
  const [first] = functions;
  if (!first) return where;
  const more = functions.length > 1 ? ` and ${functions.length - 1} more` : '';
  return `${first.name} ${describeChange(first)}${more} on ${where}`;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
