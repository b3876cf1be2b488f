// All open releases as a table: for a terminal, for an issue or summary, and for programs.

import { formatDuration } from '../base/duration.ts';
import { formatWeight } from '../rollout/plan.ts';
import { describeChange } from '../rollout/release.ts';
import { clockTime, count, dateTime } from './format.ts';
import { gateText } from './gate-text.ts';
import { code, escapeMarkdown, link, shorten, table } from './markdown.ts';
import type { OpenRelease, Overview, WaitsFor } from './overview.ts';

/** Functions of one release that are named. */
const MOST_FUNCTIONS = 3;
/** GitHub refuses the body of an issue with more characters. */
const ISSUE_LIMIT_BYTES = 65_536;

/** For the summary of a job, and for the body of an issue. */
export function overviewMarkdown(overview: Overview): string {
  const { releases, problems, at, region } = overview;
  const rows = releases.map((release) => [
    code(release.label),
    released(release, code),
    weightOf(release),
    `${dateTime(release.startedAt)} (${formatDuration(at - release.startedAt)})`,
    escapeMarkdown(waitsText(release.waitsFor, at)),
    [
      /^https:/.test(release.link) ? link('run', release.link) : escapeMarkdown(release.link),
      ...(release.pull === undefined ? [] : [`pull request ${release.pull}`]),
    ].join(', '),
  ]);
  const shown =
    rows.length === 0
      ? ''
      : table(['Release', 'Versions', 'Weight', 'Since', 'Waits for', 'Run by'], rows);
  const text = [
    `## ${headline(overview)}`,
    shown,
    ...problems.map((problem) => `- ${escapeMarkdown(problem, 600)}`),
    `Read in ${code(region)} at ${dateTime(at)}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  return `${shorten(text, ISSUE_LIMIT_BYTES - 1024, '*Shortened: the JSON file has all of them.*')}\n`;
}

/** One release for each paragraph: a table of this width would wrap. */
export function overviewLines(overview: Overview): readonly string[] {
  const { releases, problems, at } = overview;
  return [
    `${headline(overview)}`,
    ...releases.flatMap((release) => [
      '',
      `${release.label}  ${weightOf(release)}  ${release.phase}`,
      `  ${released(release, (name) => name)}`,
      `  since ${dateTime(release.startedAt)} (${formatDuration(at - release.startedAt)}), by ${release.link}`,
      `  waits for ${waitsText(release.waitsFor, at)}`,
    ]),
    ...(problems.length > 0 ? ['', ...problems.map((problem) => `not read: ${problem}`)] : []),
  ];
}

export function headline({ releases, account, region }: Overview): string {
  const where = account === '' ? region : `account ${account}, ${region}`;
  if (releases.length === 0) return `No release is open in ${where}`;
  return releases.length === 1
    ? `One release is open in ${where}`
    : `${count(releases.length)} releases are open in ${where}`;
}

function weightOf({ weight }: OpenRelease): string {
  return weight === null ? 'unknown' : formatWeight(weight);
}

function released({ functions }: OpenRelease, name: (text: string) => string): string {
  const shown = functions
    .slice(0, MOST_FUNCTIONS)
    .map((change) => `${name(change.name)} ${describeChange(change)}`);
  const more = functions.length - shown.length;
  return shown.length === 0
    ? 'the API definition'
    : `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Completes "waits for". */
export function waitsText(waits: WaitsFor, at: number): string {
  switch (waits.kind) {
    case 'approval':
      return `an approval: ${gateText(waits)}`;
    case 'door':
      return 'an approval before any user is served';
    case 'paused':
      return 'a person to resume it: it is paused';
    case 'time':
      return `its time: it can continue at ${waits.at - at > 86_400 ? dateTime(waits.at) : clockTime(waits.at)}`;
    case 'nobody':
      return `a run: it could have continued since ${dateTime(waits.since)}`;
    case 'external':
      return `a person: it was changed outside this action (${waits.what})`;
    case 'start':
      return 'its first step';
  }
}
