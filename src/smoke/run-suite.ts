// The checks of a suite at one point of a rollout, one after the other. All of them run, so that the report shows all that
// is wrong; one that uses a value of a check that failed is skipped.

import type { CheckCounts, Evidence } from '../analysis/evidence.ts';
import { formatDuration } from '../base/duration.ts';
import { known } from '../base/errors.ts';
import { listed } from '../base/listed.ts';
import type { Log } from '../base/log.ts';
import { quote } from '../base/quote.ts';
import { withoutSecrets } from '../base/without-secrets.ts';
import { type Check, callText, checksAt, type Suite } from '../checks/check.ts';
import type { Reach } from '../checks/reach.ts';
import { secretsIn } from '../checks/secrets.ts';
import { checkLine } from '../report/check-text.ts';
import type { CheckReport } from '../report/report.ts';
import { hookPointOf } from '../rollout/hook-point.ts';
import type { StoredRollout } from '../rollout/record.ts';
import { FRESH_STAGE_SECONDS } from './fresh-stage.ts';
import { type CheckRun, runCheck } from './run-check.ts';
import type { SendServices } from './send-check.ts';

export interface SuiteServices extends SendServices {
  readonly reach: (rollout: StoredRollout) => Promise<Reach>;
  readonly log: Pick<Log, 'line'>;
  /** Seconds since the epoch. */
  readonly now: () => number;
  /** Called when a check has ended. */
  readonly ended: (report: CheckReport) => void;
}

export interface SuiteOccasion {
  readonly rollout: StoredRollout;
  /** % of the traffic on the canary. */
  readonly weight: number;
  /** Aborted when the result is no longer needed. */
  readonly stopped: AbortSignal;
}

export interface SuiteRun {
  readonly result: 'passed' | 'failed' | 'stopped';
  /** `undefined`: it was stopped. */
  readonly evidence: Evidence | undefined;
}

/** Never rejects for an answer of the new version, whatever it is. */
export async function runSuite(
  suite: Suite,
  services: SuiteServices,
  occasion: SuiteOccasion,
): Promise<SuiteRun> {
  const point = hookPointOf(occasion.rollout.phase);
  const checks = checksAt(suite, point);
  const words = checks.length === 1 ? '1 smoke check' : `${checks.length} smoke checks`;
  services.log.line(`${words} of the new version alone (${point})`);
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), suite.limitSeconds * 1000);
  const reports: CheckReport[] = [];
  try {
    for await (const report of runAll(suite, services, { ...occasion, over: over.signal })) {
      reports.push(report);
      services.ended(report);
      services.log.line(checkLine(report));
    }
  } finally {
    clearTimeout(timer);
  }
  if (occasion.stopped.aborted) return { result: 'stopped', evidence: undefined };
  const counts = countsOf(reports);
  const result = counts.failed > 0 ? 'failed' : 'passed';
  const detail = { kind: 'checks', counts, ...firstFailure(reports) } as const;
  const verdict = result === 'failed' ? 'failing' : 'healthy';
  return { result, evidence: { source: { kind: 'smoke', point }, verdict, detail } };
}

interface Timed extends SuiteOccasion {
  /** Aborted when the time of all checks together is over. */
  readonly over: AbortSignal;
}

type Ended = Pick<CheckReport, 'result' | 'differs'> & Partial<Omit<CheckRun, 'result'>>;

async function* runAll(
  suite: Suite,
  services: SuiteServices,
  timed: Timed,
): AsyncGenerator<CheckReport> {
  const { rollout, weight, stopped, over } = timed;
  const { now } = services;
  const point = hookPointOf(rollout.phase);
  const values = new Map<string, unknown>(Object.entries(suite.secrets));
  const passed = new Set<string>();
  const reach = await findReach(services, rollout);
  const fresh = 'found' in reach ? reach.found.freshSeconds : undefined;
  const freshUntil = now() + (fresh ?? FRESH_STAGE_SECONDS);
  const signal = AbortSignal.any([stopped, over]);
  for (const check of checksAt(suite, point)) {
    const began = now();
    const run = async (): Promise<Ended> => {
      const idle = whyIdle(suite, check, timed, passed);
      if (idle) return idle;
      if ('why' in reach) return { result: 'failed', differs: [reach.why] };
      const checking = { ...services, reach: reach.found, freshUntil, signal };
      const found = await runCheck(checking, check, values);
      if (found.result !== 'failed') passed.add(check.name);
      for (const [name, value] of found.saved) values.set(name, value);
      return endedAs(found, suite, timed);
    };
    const ended = await run();
    const clean = (text: string) => withoutSecrets(text, secretsIn(suite, values));
    const { result, status, milliseconds, attempts = 0, differs } = ended;
    yield {
      point,
      name: check.name,
      call: clean(callText(check)),
      weight,
      began,
      ended: now(),
      result,
      attempts,
      ...(status !== undefined && { status }),
      ...(milliseconds !== undefined && { milliseconds: Math.round(milliseconds) }),
      differs: differs.map(clean),
    };
  }
}

/** What was aborted does not say why. */
function endedAs(run: CheckRun, suite: Suite, { stopped, over }: Timed): Ended {
  if (stopped.aborted) return { ...run, result: 'stopped', differs: [] };
  const isCut = over.aborted && run.result === 'failed';
  return { ...run, differs: isCut ? [overText(suite)] : run.differences };
}

async function findReach(
  { reach }: SuiteServices,
  rollout: StoredRollout,
): Promise<{ readonly found: Reach } | { readonly why: string }> {
  try {
    return { found: await reach(rollout) };
  } catch (error) {
    return { why: `the new version could not be reached: ${known(error).message}` };
  }
}

/** Why a check is not sent; `undefined`: it is. */
function whyIdle(
  suite: Suite,
  { needs }: Check,
  { stopped, over }: Timed,
  passed: ReadonlySet<string>,
): Ended | undefined {
  if (stopped.aborted) return { result: 'stopped', differs: [] };
  const missing = needs.filter((name) => !passed.has(name));
  if (missing.length > 0) {
    const names = listed(missing.map(quote));
    return { result: 'skipped', differs: [`it uses a value of ${names}, which did not pass`] };
  }
  if (!over.aborted) return undefined;
  return { result: 'failed', differs: [overText(suite)] };
}

function overText({ limitSeconds }: Suite): string {
  return `the time of all checks together was over after ${formatDuration(limitSeconds)} (time-limit)`;
}

function countsOf(reports: readonly CheckReport[]): CheckCounts {
  const of = (result: CheckReport['result']) =>
    reports.filter((report) => report.result === result).length;
  return {
    passed: of('passed'),
    warned: of('warned'),
    failed: of('failed'),
    skipped: of('skipped'),
  };
}

function firstFailure(reports: readonly CheckReport[]) {
  const first = reports.find(({ result }) => result === 'failed');
  return first ? { first: { name: first.name, says: first.differs[0] ?? '' } } : {};
}
