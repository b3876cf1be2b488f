// Where in the traffic it happens: the function or the route that most of the excess comes from.

import type { EvidenceSource, PartScope } from './evidence.ts';
import type { Estimate, Finding } from './finding.ts';

/** A part must explain this share of the excess events of all traffic. */
const MOST = 0.6;

/**
 * Names, with each failing comparison of all traffic, the function and the route from which most of its excess comes: the
 * whole often has enough evidence before its part has, which shares its rate with all others.
 */
export function withParts(answers: readonly Answer[]): readonly Finding[] {
  return answers.map((answer) => {
    const { finding } = answer;
    if (finding.verdict !== 'failing' || partOf(finding)) return finding;
    const parts = answers.filter((each) => isPartOf(each.finding, finding));
    const mostly = (['function', 'route'] as const).flatMap((kind) =>
      mostOf(
        answer,
        parts.filter((part) => partOf(part.finding)?.kind === kind),
      ),
    );
    return mostly.length > 0 ? { ...finding, mostly } : finding;
  });
}

/** A finding, and its excess events in all minutes that are shown so far. */
type Answer = Pick<Estimate, 'finding' | 'excess'>;

function mostOf(whole: Answer, parts: readonly Answer[]): readonly PartScope[] {
  const [first] = parts.toSorted((a, b) => worse(b) - worse(a));
  const scope = first && partOf(first.finding);
  return scope && worse(first) > 0 && worse(first) >= MOST * worse(whole) ? [scope] : [];
}

/** Events beyond stable's; if fewer are worse, those that are missing. */
function worse({ finding: { source }, excess }: Answer): number {
  return 'missing' in source && source.kind === 'client-errors' ? -excess : excess;
}

function excess(finding: Finding): number {
  return worse({ finding, excess: finding.comparison.excessEvents });
}

function isPartOf(part: Finding, whole: Finding): boolean {
  return part.source.kind === whole.source.kind && partOf(part) !== undefined;
}

/** The part of the traffic that it is about; `undefined`: all of it. */
export function partOf({ source }: { readonly source: EvidenceSource }): PartScope | undefined {
  return 'scope' in source ? source.scope : undefined;
}

/** As many findings about parts of the traffic are always worth showing. */
const FEW = 3;
/** Of more, those with this much of the threshold. */
const NOTEWORTHY = 0.25;
const MOST_SHOWN = 10;

/** All findings about all traffic; of those about its parts, the ones that say more than that nothing was found. */
export function worthShowing(findings: readonly Finding[]): readonly Finding[] {
  const parts = findings.filter(partOf);
  if (parts.length <= FEW) return findings;
  const shown = parts
    .filter(isNoteworthy)
    .toSorted((a, b) => progress(b) - progress(a) || excess(b) - excess(a))
    .slice(0, MOST_SHOWN);
  return [...findings.filter((each) => !partOf(each)), ...shown];
}

function isNoteworthy(finding: Finding): boolean {
  const { verdict, fell } = finding;
  return verdict === 'failing' || fell === true || progress(finding) >= NOTEWORTHY;
}

/** The evidence against the canary, as a share of the threshold; at most 1, because more says nothing of the harm. */
function progress({ reading: { nats, threshold } }: Finding): number {
  return Math.min(1, nats / threshold);
}
