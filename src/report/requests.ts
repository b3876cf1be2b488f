// The requests of users on the pull request.

import { clockTime } from './format.ts';
import { escapeMarkdown, table } from './markdown.ts';
import type { PersonReport, Report } from './report.ts';

/** `/canary pause`, or `👎`. */
function sayAsked(asked: PersonReport['asked']): string {
  return asked === '👎' ? asked : `/canary ${asked}`;
}

/** `/canary pause by octocat: it is paused`. */
export function describeRequest({ asked, login, result }: Omit<PersonReport, 'at'>): string {
  return `${sayAsked(asked)} by ${login}: ${result}`;
}

/** The report of a run that a user's comment started. */
export function withRequest(report: Report, person: PersonReport): Report {
  const entry = { at: person.at, kind: 'person', what: describeRequest(person) } as const;
  return {
    ...report,
    people: [...report.people, person],
    timeline: [...report.timeline, entry].sort((a, b) => a.at - b.at),
  };
}

/** Further requests are only in the file. */
const SHOWN = 50;

export function requestsSection({ people: all }: Report): string {
  if (all.length === 0) return '';
  const rows = all
    .slice(-SHOWN)
    .map(({ at, login, asked, result }) => [
      clockTime(at).slice(0, 8),
      escapeMarkdown(login),
      asked === '👎' ? asked : `\`${sayAsked(asked)}\``,
      escapeMarkdown(result, 500),
    ]);
  return `**Commands from comments**\n\n${table(['UTC', 'User', 'Command', 'Result'], rows)}`;
}
