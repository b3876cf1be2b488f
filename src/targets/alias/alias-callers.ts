// Preflight: who calls the aliases of a release. Whatever cannot be read is a note, and refuses nothing.

import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { FunctionCalls } from '../../aws/functions.ts';
import { type MetricDataSeries, type MinuteValues, readMinutes } from '../../aws/metric-data.ts';
import type { Qualifiers } from '../../aws/qualifiers.ts';
import type { EventSource, Versions } from '../../aws/versions.ts';
import { addFindings, noProblems, type Problems } from '../../base/problems.ts';
import { now } from '../../base/time.ts';
import { startOfMinute } from '../../rollout/traffic.ts';
import { forAll } from '../concurrency.ts';
import { noteAsyncSettings } from '../lambda/inspect-async.ts';
import { type Optional, optional, readCallers, valueIn } from '../lambda/read-callers.ts';
import type { UnusedAlias } from './alias-inputs.ts';
import { labelOf } from './alias-set.ts';
import type { AliasFacts } from './inspect-aliases.ts';
import {
  type CallCounts,
  type CallersReading,
  DAYS,
  describeFirstCallers,
  judgeCallers,
} from './judge-callers.ts';
import { type Fronts, frontsOf, returnedErrorNotes } from './returned-errors.ts';
import { sampleOf } from './sample.ts';

export interface CallerCalls {
  readonly cloudWatch: CloudWatchClient;
  readonly functions: FunctionCalls;
  readonly qualifiers: Qualifiers;
  readonly versions: Versions;
}

export async function inspectCallers(
  calls: CallerCalls,
  facts: readonly AliasFacts[],
  { unusedAlias, seesMore }: CallerInputs,
  findings: Problems,
): Promise<void> {
  if (facts.length === 0) return;
  const counts = valueIn(await optional(() => readCounts(calls.cloudWatch, facts)));
  const sources = await optional(() => calls.versions.readEventSources());
  noteUnreadSources(sources, findings);
  const asked = sampleOf(facts, () => false);
  const each = facts.map((fact, i) => ({
    fact,
    counts: counts?.[i],
    asked: asked.has(fact),
    found: noProblems(),
    fronts: undefined as Fronts | undefined,
  }));
  await forAll(each, async (one) => {
    noteItemFailures(one.fact, valueIn(sources) ?? [], one.found);
    const looksAtFronts = one.asked && !seesMore;
    const known = { counts: one.counts, sources, unusedAlias, looksAtFronts };
    one.fronts = await inspectOne(calls, one.fact, known, one.found);
  });
  addFindings(
    findings,
    each.map(({ found }) => found),
  );
  if (seesMore) return;
  if (asked.size < facts.length) {
    findings.notes.push(
      `alias: what answers users through an alias was looked at on ${asked.size} of the ${facts.length} functions, because Lambda allows few calls a second`,
    );
  }
  const answering = each.flatMap(({ fronts }) => (fronts ? [fronts] : []));
  findings.notes.push(...returnedErrorNotes(answering));
}

/** The inputs that decide what is looked for. */
export interface CallerInputs {
  readonly unusedAlias: UnusedAlias;
  /** Whether metrics or alarms are given, which may show returned errors. */
  readonly seesMore: boolean;
}

interface Known {
  readonly counts: CallCounts | undefined;
  readonly sources: Optional<readonly EventSource[]>;
  readonly unusedAlias: UnusedAlias;
  /** Whether to find out what answers users through the alias, even if its callers do not matter. */
  readonly looksAtFronts: boolean;
}

/** @returns what is known of its responses; `undefined`: nothing was looked for */
async function inspectOne(
  calls: CallerCalls,
  fact: AliasFacts,
  { counts, sources, unusedAlias, looksAtFronts }: Known,
  found: Problems,
): Promise<Fronts | undefined> {
  const { problems, notes } = found;
  const isFirst = fact.from === '';
  // Every call of the function came through the alias: there is nothing to find.
  const isAll = !isFirst && counts && counts.alias > 0 && counts.all <= counts.alias;
  if (isAll && !looksAtFronts) return undefined;
  const { reading, why } = await readAliasCallers(calls, fact, counts, sources);
  const { functionName } = fact.ref;
  const fronts = { label: labelOf(fact.ref), functionName, fronts: frontsOf(reading.ofAlias) };
  // What could not be read does not matter then.
  if (isAll) return fronts;
  if (why.length > 0) {
    notes.push(
      `alias: what calls ${labelOf(fact.ref)} could not be read completely (${why.join('; ')})`,
    );
  }
  if (isFirst) {
    notes.push(`alias: ${describeFirstCallers(reading)}`);
    await noteFirstSettings(calls, fact, found);
    return undefined;
  }
  const { reaches, words } = judgeCallers(reading);
  const refuses = reaches === 'nobody' && unusedAlias === 'refuse';
  if (words !== '') (refuses ? problems : notes).push(`alias: ${words}`);
  return reaches === 'somebody' ? fronts : undefined;
}

/** Until then, the function was called without a qualifier, if at all. */
function noteFirstSettings(
  { qualifiers }: CallerCalls,
  { arn, ref: { functionName, alias } }: AliasFacts,
  found: Problems,
): Promise<void> {
  const region = arn.split(':')[3] ?? '';
  const succession = { functionName, region, from: '$LATEST', version: undefined, alias };
  return noteAsyncSettings(qualifiers, succession, found);
}

async function readAliasCallers(
  { functions, qualifiers }: CallerCalls,
  { arn, ref }: AliasFacts,
  counts: CallCounts | undefined,
  sources: Optional<readonly EventSource[]>,
): Promise<{ readonly reading: CallersReading; readonly why: readonly string[] }> {
  const { functionName, alias } = ref;
  const aliasArn = `${arn}:${alias}`;
  const { of, why } = await readCallers(functions, qualifiers, arn, [alias], sources);
  const reading = {
    functionName,
    arn: aliasArn,
    counts,
    ofAlias: of(aliasArn, 'unknown'),
    ofFunction: of(arn, 'yes'),
    complete: why.length === 0 && 'value' in sources,
  };
  return { reading, why };
}

const DAY = 24 * 3600;

/** Of each alias and of its whole function, in one request. */
async function readCounts(
  client: CloudWatchClient,
  facts: readonly AliasFacts[],
): Promise<readonly CallCounts[]> {
  const to = startOfMinute(now());
  const series = facts.flatMap(({ ref }): readonly MetricDataSeries[] => {
    const FunctionName = ref.functionName;
    return [{ FunctionName, Resource: labelOf(ref) }, { FunctionName }].map((dimensions) => ({
      namespace: 'AWS/Lambda',
      metric: 'Invocations',
      dimensions,
      statistic: 'Sum',
      period: DAY,
    }));
  });
  const values = await readMinutes(client, series, to - DAYS * DAY, to);
  return facts.map((_, i) => ({ alias: total(values[2 * i]), all: total(values[2 * i + 1]) }));
}

function total(values: MinuteValues = new Map()): number {
  return [...values.values()].reduce((sum, value) => sum + value, 0);
}

function noteUnreadSources(sources: Optional<readonly EventSource[]>, { notes }: Problems): void {
  if ('value' in sources) return;
  notes.push(
    `alias: the event sources could not be read (${sources.why}), so it is not known whether one of them calls a function without its alias, or has failures that are not counted as errors`,
  );
}

/** Lambda developer guide, "Reporting batch item failures": the invocation itself succeeds. */
function noteItemFailures(
  { arn, ref }: AliasFacts,
  sources: readonly EventSource[],
  { notes }: Problems,
): void {
  const called = `${arn}:${ref.alias}`;
  const reporting = sources.filter((one) => one.functionArn === called && one.reportsItems);
  for (const { sourceArn } of reporting) {
    notes.push(
      `alias: ${labelOf(ref)} reports failed messages of ${sourceArn} with ReportBatchItemFailures: AWS counts these as successful invocations, so a version that fails all of them is not rolled back for it. Count the failed messages in metrics, or name an alarm on them in alarms`,
    );
  }
}
