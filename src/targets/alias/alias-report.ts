// Aliases as reports show them.

import { createHash } from 'node:crypto';
import { consoleOf } from '../../report/console-links.ts';
import { code } from '../../report/markdown.ts';
import type { ConsoleLink, TargetFacts, TargetReport } from '../../report/target-report.ts';
import type { FunctionChange } from '../../rollout/release.ts';
import { FUNCTION_REPORT } from '../lambda/function-report.ts';

export interface AliasReportFacts extends TargetFacts {
  readonly kind: 'alias';
  /** `orders:live`, for every function. */
  readonly aliases: readonly string[];
}

/**
 * @param functions what is released to the aliases, as far as it is known
 * @param account `undefined` until AWS has named it
 */
export function aliasReport(
  facts: AliasReportFacts,
  functions: readonly FunctionChange[],
  account?: string,
): TargetReport {
  const { region, aliases } = facts;
  const [first = '', ...more] = aliases;
  return {
    region,
    label: more.length > 0 ? `${first} and ${more.length} more` : first,
    key: keyOf(account ? `${account}/${region}` : region, aliases),
    resources: aliases,
    links: aliases.map((label) => linkTo(region, label)),
    metrics: metricsOf(aliases, functions),
    rows: [['Aliases', `${listed(aliases)}, ${code(region)}`]],
    ...FUNCTION_REPORT,
    countNotes: {},
    outputs: {},
    toJSON: () => facts,
  };
}

/** Short, and different for every set of aliases, every Region and every account: the names may be the same in all. */
function keyOf(place: string, aliases: readonly string[]): string {
  const [first = '', ...more] = [...aliases].sort();
  if (more.length === 0) return `${place}/${first}`;
  const all = createHash('sha256')
    .update([first, ...more].join('\n'))
    .digest('hex');
  return `${place}/${first}+${more.length}-${all.slice(0, 16)}`;
}

function linkTo(region: string, label: string): ConsoleLink {
  const [name = '', alias = ''] = label.split(':').map(encodeURIComponent);
  const url = `${consoleOf(region)}/lambda/home?region=${region}#/functions/${name}/aliases/${alias}`;
  return { text: `alias ${label}`, url };
}

/** More lines than this in a CloudWatch console graph are unreadable. */
const MOST_FUNCTIONS = 10;

function metricsOf(
  aliases: readonly string[],
  functions: readonly FunctionChange[],
): TargetReport['metrics'] {
  return functions.slice(0, MOST_FUNCTIONS).flatMap(({ name, from, to }) => {
    const resource = aliases.find((label) => label.startsWith(`${name}:`)) ?? name;
    return [from, to].flatMap((version) =>
      ['Invocations', 'Errors'].map((metric) => [
        ...['AWS/Lambda', metric],
        ...['FunctionName', name, 'Resource', resource, 'ExecutedVersion', version],
      ]),
    );
  });
}

/** A longer list makes a summary hard to read. */
const MOST_ALIASES = 20;

function listed(aliases: readonly string[]): string {
  const shown = aliases.slice(0, MOST_ALIASES).map((alias) => code(alias));
  const more = aliases.length > MOST_ALIASES ? ` and ${aliases.length - MOST_ALIASES} more` : '';
  return `${shown.join(', ')}${more}`;
}
