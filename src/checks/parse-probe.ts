// Which checks of a suite are probes: sent to both versions at a rate while traffic is split.

import { quote } from '../base/quote.ts';
import type { Check } from './check.ts';
import { type Fields, fieldsOf, isMap } from './yaml-fields.ts';

/** What a check says of itself. `unsaid`: it is a probe if the suite has a rate and no check is named. */
export type ProbeWish = 'yes' | 'any-method' | 'no' | 'unsaid';

/** `true`, `false`, or `{ any-method: true }`. */
export function probeIn(fields: Fields): ProbeWish {
  const value = fields.read('probe');
  if (!isMap(value)) {
    const flag = fields.flag('probe');
    if (flag === undefined) return 'unsaid';
    return flag ? 'yes' : 'no';
  }
  const inner = fieldsOf(value, ['any-method']);
  const isForced = inner.flag('any-method');
  fields.problems.push(...inner.problems.map((problem) => `probe: ${problem}`));
  return isForced ? 'any-method' : 'yes';
}

/** Without a rate of its own, a suite with probes sends as many in a minute. */
const DEFAULT_RATE = 10;
const MOST = 60;

/** In a minute; `undefined`: it is not set, or refused. */
export function rateIn(fields: Fields): number | undefined {
  const value = fields.read('probe');
  if (value === undefined) return undefined;
  const [, text] = /^(\d{1,3})\s*\/\s*m$/.exec(typeof value === 'string' ? value.trim() : '') ?? [];
  const rate = Number(text ?? 0);
  if (rate >= 1 && rate <= MOST) return rate;
  return fields.refuse('probe', `a rate from 1/m to ${MOST}/m, such as ${DEFAULT_RATE}/m`);
}

export interface WishedCheck {
  readonly check: Check;
  readonly wish: ProbeWish;
}

export interface MarkedChecks {
  readonly checks: readonly Check[];
  /** `undefined`: there are no probes. */
  readonly perMinute: number | undefined;
  readonly problems: readonly string[];
}

/** @param rate of the suite */
export function markProbes(wished: readonly WishedCheck[], rate: number | undefined): MarkedChecks {
  const isNamed = ({ wish }: WishedCheck) => wish === 'yes' || wish === 'any-method';
  const named = wished.filter(isNamed);
  const all = wished.filter(({ wish }) => wish === 'unsaid');
  const probes = named.length > 0 || rate === undefined ? named : all;
  const marked = wished.map((each) =>
    probes.includes(each) ? { ...each.check, probe: true as const } : each.check,
  );
  if (probes.length === 0) {
    const problems =
      rate === undefined
        ? []
        : ['"probe" has no effect, because each check has probe: false; omit it'];
    return { checks: marked, perMinute: undefined, problems };
  }
  const names = new Set(probes.map(({ check }) => check.name));
  const problems = probes.flatMap((probe) =>
    problemsOf(probe, names).map((problem) => `check ${quote(probe.check.name)}: ${problem}`),
  );
  return { checks: marked, perMinute: rate ?? DEFAULT_RATE, problems };
}

/** Methods that neither change anything nor have to be allowed for another origin. */
const SAFE: readonly string[] = ['GET', 'HEAD'];

function problemsOf({ check, wish }: WishedCheck, probes: ReadonlySet<string>): readonly string[] {
  const { call, expect, needs } = check;
  const isSafe = call.kind === 'request' && SAFE.includes(call.method);
  const what = call.kind === 'request' ? call.method : 'the event';
  const missing = needs.filter((name) => !probes.has(name));
  return [
    ...(isSafe || wish === 'any-method'
      ? []
      : [
          `as a probe, ${what} would be sent to both versions repeatedly; expected ${SAFE.join(' or ')}, probe: { any-method: true } if that does no harm, or probe: false`,
        ]),
    ...(expect.length > 0
      ? []
      : [
          'it is a probe without "expect", so it could not fail; expected for example expect: { status: 2xx }, true of both versions',
        ]),
    ...missing.map(
      (name) =>
        `it is a probe and uses a value of ${quote(name)}, which is none; expected "probe" on both, or on neither`,
    ),
  ];
}
