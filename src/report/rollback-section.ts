// The sections after a failed release: the impact on users, what to do, and where to find details.

import { logQuery, metricsLink } from './console-links.ts';
import type { Impact } from './counted-series.ts';
import { clockMinute, count } from './format.ts';
import { HARM } from './impact.ts';
import { code, codeBlock, escapeMarkdown, link } from './markdown.ts';
import { affectedBy, countedText, requestsText } from './numbers.ts';
import type { Report } from './report.ts';

/** Empty for a release that went on, and for one that reached nobody. */
export function affectedUsers(report: Report): string {
  const text = affectedSentences(report);
  return text === '' ? '' : `### Who was affected\n\n${text}`;
}

function affectedSentences(report: Report): string {
  const affected = affectedBy(report);
  switch (affected?.kind) {
    case 'about':
      return report.impact ? impactSentences(report.impact) : '';
    case 'at-least':
      return `**At least ${requestsText(affected.requests)} failed** because of the new version, as ${affected.by === 'logs' ? 'its logs show up to the rollback' : 'the counts until the decision show'}. CloudWatch has not counted the last minutes yet.`;
    case 'none-seen':
      return 'No harm to users was seen: the counts show no more failures than the previous version has.';
    case 'not-counted':
      return 'It is not known yet: CloudWatch had not counted the requests of the new version.';
    default:
      return '';
  }
}

function impactSentences({ source, since, requests, events, excess, estimated }: Impact): string {
  const did = HARM[source.kind];
  const counted = countedText({ requests, errors: events });
  const late =
    estimated > excess
      ? ` About ${count(estimated - excess)} of them are estimated: CloudWatch has not counted the last minutes yet.`
      : '';
  return (
    `**About ${requestsText(estimated)} ${did}** because of the new version since ${clockMinute(since)}. ` +
    `From then to the rollback, ${counted} ${did}; ${count(Math.max(0, events - excess))} of these would be expected at stable's rate.${late}`
  );
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
