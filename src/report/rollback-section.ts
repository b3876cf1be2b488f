// The sections after a failed release: the impact on users, what to do, and where to find details.

import { logQuery, metricsLink } from './console-links.ts';
import { clockMinute, count, errorRate } from './format.ts';
import { HARM } from './impact.ts';
import { code, codeBlock, escapeMarkdown, link } from './markdown.ts';
import type { Report } from './report.ts';

/** Empty for a release without visible harm. */
export function affectedUsers({ impact }: Report): string {
  if (!impact) return '';
  const { source, since, requests, events, excess, estimated } = impact;
  const did = HARM[source.kind];
  const counted = errorRate({ requests, errors: events });
  const late =
    estimated > excess
      ? ` About ${count(estimated - excess)} of them are estimated: CloudWatch had not counted the last minutes yet.`
      : '';
  return [
    '### Affected requests',
    `**About ${count(estimated)} request${estimated === 1 ? '' : 's'} ${did}** because of the new version since ${clockMinute(since)}. ` +
      `From then on ${count(requests)} requests were counted on the new version, of which ${count(events)} ${did} (${counted}); ` +
      `stable's own rate explains ${count(Math.max(0, events - excess))} of these.${late}`,
  ].join('\n\n');
}

/** Advice, commands and, if there was harm, the query that finds the affected requests. */
export function nextSteps(report: Report): string {
  const { advice, commands } = report;
  const parts = [
    advice.map((item) => `- ${escapeMarkdown(item, 2000)}`).join('\n'),
    codeBlock(commands),
    query(report),
  ].filter((part) => part !== '');
  const title = report.outcome === 'held' ? 'How to continue' : 'What to do';
  return parts.length > 0 ? [`### ${title}`, ...parts].join('\n\n') : '';
}

/** An execution begins before its errors are logged; alarms and counts follow later. */
const BEFORE_SECONDS = 60;

function query(report: Report): string {
  const { outcome, impact, weights, startedAt, endedAt } = report;
  if (outcome !== 'rolled-back') return '';
  const from = (impact?.since ?? weights[0]?.at ?? startedAt) - BEFORE_SECONDS;
  const slow = impact?.source.kind === 'latency';
  const logs = logQuery(report, slow ? 'slow' : 'errors', from, endedAt);
  if (!logs) return '';
  const { groups } = logs;
  const more = groups.length > 3 ? ` and ${groups.length - 3} more` : '';
  const shown = groups
    .slice(0, 3)
    .map((group) => code(group))
    .join(', ');
  return [
    `The ${slow ? 'slowest requests' : 'errors'} that the new version logged, in ${link(logs.link.text, logs.link.url)}; to run the query yourself, for ${shown}${more}, ${clockMinute(from)} to ${clockMinute(endedAt + 59)}:`,
    codeBlock(logs.query.split('\n')),
  ].join('\n\n');
}

const MOST_LINKS = 10;

/** Links to the AWS console: `stage prod · metrics · …`. */
export function consoleLinks(report: Report): string {
  if (report.weights.length === 0) return '';
  const links = [...report.target.links, metricsLink(report)];
  const shown = links.slice(0, MOST_LINKS).map(({ text, url }) => link(escapeMarkdown(text), url));
  return shown.join(' · ');
}
