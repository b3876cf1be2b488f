// A report as an event in EventBridge's format: for chat rooms and for programs that react to it.

import { causeTitle } from './cause-title.ts';
import type { Impact } from './counted-series.ts';
import { type SourceText, withSourceText } from './files.ts';
import { HEADLINES, sentence } from './format.ts';
import type { Outcome, Report } from './report.ts';

/** `detail` is as stable as the schema of the report. */
export interface RolloutEvent {
  readonly version: '0';
  /** The same for each delivery of the same event of the same run and target. */
  readonly id: string;
  readonly 'detail-type': 'Canary Rollout';
  readonly source: 'canary-action';
  /** ISO 8601, in UTC. */
  readonly time: string;
  readonly region: string;
  /** ARNs, or `NAME:ALIAS`. */
  readonly resources: readonly string[];
  /** One line of plain text, which the incoming webhook of a chat shows. */
  readonly text: string;
  readonly detail: {
    readonly outcome: Outcome;
    readonly reason: string;
    readonly currentState: string;
    /** The earlier name of `currentState`. */
    readonly stands: string;
    /** In %; `null` if unknown. */
    readonly weight: number | null;
    readonly target: string;
    readonly functions: Report['functions'];
    readonly impact: (Impact & SourceText) | undefined;
    readonly repository: string;
    readonly sha: string;
    readonly actor: string;
    readonly runUrl: string;
  };
}

export function eventOf(report: Report): RolloutEvent {
  const { outcome, reason, stands, weight, target, functions, source, endedAt } = report;
  const impact = report.impact && withSourceText(report.impact);
  const { repository, sha, actor, runUrl } = source;
  const time = new Date(1000 * Math.floor(endedAt)).toISOString();
  return {
    version: '0',
    id: `${runUrl}#${target.key}-${outcome}-${weight ?? 'unknown'}-${Math.floor(endedAt)}`,
    'detail-type': 'Canary Rollout',
    source: 'canary-action',
    time,
    region: target.region,
    resources: target.resources,
    text: inOneLine(report),
    detail: {
      ...{ outcome, reason, currentState: stands, stands, weight, target: target.label },
      ...{ functions, impact },
      ...{ repository, sha, actor, runUrl },
    },
  };
}

/** `↩️ Rolled back: orders 7 → 8 on orders-api/prod. Errors ×9 on version 8. https://…`. */
function inOneLine(report: Report): string {
  const { outcome, functions, target, reason, source } = report;
  const [first] = functions;
  const what = first
    ? `${first.name} ${first.from} → ${first.to}${functions.length > 1 ? ` and ${functions.length - 1} more` : ''} on `
    : '';
  const why = causeTitle(report) || reason;
  return plain(`${HEADLINES[outcome]}: ${what}${target.label}. ${sentence(why)} ${source.runUrl}`);
}

/**
 * Escapes text for a chat, where `<`, `>` and `&` have a meaning (Slack mentions: `<!channel>`), on one line.
 */
function plain(text: string): string {
  return text
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
