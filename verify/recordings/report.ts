// The report of a replay as text, and which parts of it are failures.

import type { KnownDifference } from './known-differences.ts';
import type { Report, ScenarioReport } from './replay.ts';
import type { StepOutcome } from './step.ts';

/** Differences that are not listed, and listed differences that no longer occur. */
export interface Findings {
  readonly unexplained: readonly string[];
  readonly stale: readonly string[];
}

export function findings(report: Report, known: readonly KnownDifference[]): Findings {
  const used = new Set<KnownDifference>();
  const unexplained = report.scenarios.flatMap((scenario) => [
    ...scenario.steps.filter(isBad).flatMap((step) => {
      const reason = known.find((each) => explains(each, scenario, step));
      if (reason) used.add(reason);
      return reason ? [] : [`${scenario.name} · ${title(step)}`];
    }),
    ...scenario.distinct.map((line) => `${scenario.name} · ${line}`),
  ]);
  const played = new Set(report.scenarios.map(({ name }) => name));
  const stale = known
    .filter((each) => played.has(each.scenario) && !used.has(each))
    .map((each) => `${each.scenario} · ${each.step}: ${each.reason}`);
  return { unexplained, stale };
}

/** The report as lines of text: each scenario, and each step that differs from the recording. */
export function describe(report: Report, known: readonly KnownDifference[]): string {
  const lines = report.scenarios.flatMap((scenario) => [
    `${scenario.file} · ${scenario.name}: ${counts(scenario)}`,
    ...scenario.steps.filter(isBad).flatMap((step) => {
      const reason = known.find((each) => explains(each, scenario, step))?.reason;
      return [
        `  ${step.verdict} · ${title(step)}${reason ? ` (known: ${reason})` : ''}`,
        ...step.reasons.map((line) => `    ${line}`),
      ];
    }),
    ...scenario.distinct.map((line) => `  not distinct · ${line}`),
  ]);
  const { agreed, succeeded, differs, skipped } = report.totals;
  const steps = agreed + succeeded + differs + skipped;
  const total = `${report.scenarios.length} scenarios, ${steps} steps: ${agreed} agreed, ${succeeded} succeeded (no answer recorded), ${differs} differ, ${skipped} skipped`;
  return [...lines, total].join('\n');
}

const isBad = ({ verdict }: StepOutcome) => verdict === 'differs' || verdict === 'skipped';

const title = ({ number, call, key }: StepOutcome) => `${number} ${call}${key ? ` [${key}]` : ''}`;

const explains = (known: KnownDifference, scenario: ScenarioReport, step: StepOutcome) =>
  known.scenario === scenario.name && (known.step === step.key || known.step === step.number);

function counts({ steps }: ScenarioReport): string {
  const of = (verdict: StepOutcome['verdict']) =>
    steps.filter((step) => step.verdict === verdict).length;
  return `${of('agreed')} agreed, ${of('succeeded')} succeeded, ${of('differs')} differ, ${of('skipped')} skipped`;
}
