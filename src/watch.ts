// What is watched while traffic is split: alarms, and the counts of both arms.

import { readAlarms } from './aws/alarms.ts';
import type { Clients } from './aws/clients.ts';
import { type MinuteValues, readMinutes, type Series } from './aws/counts.ts';
import { messageOf } from './aws/errors.ts';
import { armsOf, type CountSeries } from './rollout/arms.ts';
import { judgeAlarms } from './rollout/judge-alarms.ts';
import type { Phase } from './rollout/phase.ts';
import type { FunctionChange } from './rollout/release.ts';
import { judgeTraffic, startOfMinute, type Traffic } from './rollout/traffic.ts';
import type { Evidence } from './rollout/verdict.ts';

export interface Watched {
  readonly apiName: string;
  readonly stageName: string;
  /** Already filled in, e.g. `prod/Canary`. */
  readonly canaryDimension: string;
  readonly functions: readonly FunctionChange[];
  readonly alarms: readonly string[];
  /** When the rollout began, seconds since the epoch. */
  readonly startedAt: number;
}

export interface Seen {
  readonly evidence: readonly Evidence[];
  readonly traffic: Traffic;
}

/** One look at everything that has a say. Never throws: what cannot be read is inconclusive. */
export async function look(
  clients: Clients,
  watched: Watched,
  phase: Phase,
  now: number,
): Promise<Seen> {
  const [alarms, traffic] = await Promise.all([
    alarmEvidence(clients, watched),
    readTraffic(clients, watched, now),
  ]);
  const silence = phase.kind === 'step' ? [judgeTraffic(traffic, phase.since)] : [];
  return { evidence: [...alarms, ...silence], traffic };
}

async function alarmEvidence(clients: Clients, watched: Watched): Promise<readonly Evidence[]> {
  const { alarms, startedAt } = watched;
  if (alarms.length === 0) return [];
  try {
    return judgeAlarms(alarms, await readAlarms(clients.cloudWatch, alarms), startedAt);
  } catch (error) {
    return [{ witness: 'alarms', verdict: 'inconclusive', says: messageOf(error) }];
  }
}

async function readTraffic(clients: Clients, watched: Watched, now: number): Promise<Traffic> {
  const from = startOfMinute(watched.startedAt);
  const series = seriesOf(watched);
  try {
    const values = await readMinutes(clients.cloudWatch, series, from, startOfMinute(now) + 60);
    const pair = (index: number): CountSeries => ({
      requests: values[index] ?? new Map(),
      errors: values[index + 1] ?? new Map(),
    });
    const versions = watched.functions.map((_, i) => ({
      old: pair(4 + 4 * i),
      new: pair(6 + 4 * i),
    }));
    return armsOf({
      stage: pair(0),
      canary: pair(2),
      oldVersions: addUp(versions.map((v) => v.old)),
      newVersions: addUp(versions.map((v) => v.new)),
    });
  } catch (error) {
    return { kind: 'unreadable', why: messageOf(error) };
  }
}

/** Requests and errors in turn: of the stage, of the canary, then of each old and new version. */
function seriesOf({ apiName, stageName, canaryDimension, functions }: Watched): Series[] {
  return [
    ...gatewaySeries(apiName, stageName),
    ...gatewaySeries(apiName, canaryDimension),
    ...functions.flatMap(({ name, from, to }) => [
      ...versionSeries(name, from),
      ...versionSeries(name, to),
    ]),
  ];
}

/** API Gateway developer guide: requests are the SampleCount of Count, errors the Sum of 5XXError. */
function gatewaySeries(ApiName: string, Stage: string): Series[] {
  const shared = { namespace: 'AWS/ApiGateway', dimensions: { ApiName, Stage } };
  return [
    { ...shared, metric: 'Count', statistic: 'SampleCount' },
    { ...shared, metric: '5XXError', statistic: 'Sum' },
  ];
}

function versionSeries(FunctionName: string, version: string): Series[] {
  const dimensions = { FunctionName, Resource: `${FunctionName}:${version}` };
  const shared = { namespace: 'AWS/Lambda', dimensions, statistic: 'Sum' } as const;
  return [
    { ...shared, metric: 'Invocations' },
    { ...shared, metric: 'Errors' },
  ];
}

function addUp(series: readonly CountSeries[]): CountSeries {
  return {
    requests: addMinutes(series.map((s) => s.requests)),
    errors: addMinutes(series.map((s) => s.errors)),
  };
}

function addMinutes(all: readonly MinuteValues[]): MinuteValues {
  const sum = new Map<number, number>();
  for (const values of all) {
    for (const [minute, value] of values) sum.set(minute, (sum.get(minute) ?? 0) + value);
  }
  return sum;
}
