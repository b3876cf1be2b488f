// The outputs of a run: what a later step or job decides by.

import { problemIds } from '../report/problem-link.ts';
import type { Report } from '../report/report.ts';
import { TARGET_KINDS } from '../targets/kinds.ts';

/** By the names in action.yml, in their order; what does not apply is empty. */
export function outputsOf(report: Report): Readonly<Record<string, string>> {
  const { functions, target } = report;
  return {
    outcome: report.outcome,
    cause: report.cause?.kind ?? '',
    reason: report.reason,
    versions: JSON.stringify(Object.fromEntries(functions.map((f) => [f.name, f.to]))),
    'versions-before': JSON.stringify(Object.fromEntries(functions.map((f) => [f.name, f.from]))),
    ...targetOutputs(target),
    weight: String(report.weight ?? ''),
    verdict: report.evidence.length === 0 ? '' : report.verdict,
    ...openOutputs(report),
    'preview-url': report.previewUrl ?? report.door?.url ?? '',
    'problem-ids': problemIds(report.problems).join(','),
  };
}

/** The outputs of every kind of target: those that this target does not set are empty. */
function targetOutputs({ outputs }: Report['target']): Readonly<Record<string, string>> {
  const names = TARGET_KINDS.flatMap((kind) => kind.outputs);
  return Object.fromEntries(names.map((name) => [name, outputs[name] ?? '']));
}

function openOutputs({ open }: Report): Readonly<Record<string, string>> {
  const next = open?.nextStepAt;
  return {
    phase: open?.phase ?? '',
    paused: String(open?.paused ?? false),
    'next-step-at':
      next === undefined ? '' : `${new Date(next * 1000).toISOString().slice(0, 19)}Z`,
  };
}
