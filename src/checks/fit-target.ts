// What a suite needs of a target, and whether the target has it.

import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import type { Check, Suite } from './check.ts';

/** How the versions of a target are reached alone: requests go to stages, or to the functions themselves. */
export type ReachKind = 'addresses' | 'functions';

/** @param functions the names of the released ones */
export function targetProblems(
  { checks, address, usagePlan }: Suite,
  reach: ReachKind,
  functions: readonly string[],
): readonly string[] {
  const idle =
    address !== '' && reach === 'functions'
      ? ['"address" has no effect, because functions are invoked; omit it']
      : [];
  if (usagePlan !== '' && reach === 'functions') {
    idle.push('"usage-plan" has no effect, because functions are invoked; omit it');
  }
  const wrong = checks.flatMap((check) => {
    const toStage = check.call.kind === 'request' && reach === 'addresses';
    const found = toStage ? stageProblems(check) : functionProblems(check, functions);
    return found.map((problem) => `check ${quote(check.name)}: ${problem}`);
  });
  return [...idle, ...wrong];
}

function stageProblems({ call, functionName }: Check): readonly string[] {
  if (call.kind !== 'request') return [];
  const idle = [
    ...(functionName === '' ? [] : ['function']),
    ...(call.format === undefined ? [] : ['format']),
    ...(call.route === undefined ? [] : ['route']),
  ];
  return idle.map((key) => `"${key}" has no effect, because requests are sent to a stage; omit it`);
}

function functionProblems(
  { call, functionName }: Check,
  functions: readonly string[],
): readonly string[] {
  const signs = call.kind === 'request' && call.signs;
  const idle = signs
    ? [
        '"sign" has no effect, because the function itself is invoked, which is always signed; omit it',
      ]
    : [];
  if (functionName === '') {
    return functions.length === 1
      ? idle
      : [
          ...idle,
          `it does not name its function, and ${functions.length} are released; expected "function"`,
        ];
  }
  return functions.includes(functionName)
    ? idle
    : [
        ...idle,
        `${quote(functionName)} is not among the functions.${didYouMean(functionName, functions)}`,
      ];
}

/** What is made and called for a suite. */
export interface SuiteNeeds {
  /**
   * The stage that serves the new version alone: until the first user is served, or until the promotion; `undefined`:
   * none.
   */
  readonly canary: 'before' | 'until-promotion' | undefined;
  /** A stage that serves the current version alone, for comparisons. */
  readonly stable: boolean;
  /** Requests are sent to the released stage itself, after the promotion. */
  readonly stage: boolean;
  /** Where stages are reached by their names; empty: at their default addresses. */
  readonly address: string;
  /** As in the suite. */
  readonly usagePlan: string;
  /** What is sent to stages that serve one version alone. */
  readonly alone: readonly SentAlone[];
  /** Requests are signed. */
  readonly signs: boolean;
  /** The functions that are invoked; empty names stand for the only one. */
  readonly invokes: readonly string[];
  /** Those of them for which it must be found out how they get requests of users. */
  readonly unknownFormats: readonly string[];
  /** Probes are sent to both versions while traffic is split, so counts of the functions' invocations contain them. */
  readonly probes?: true;
}

export function suiteNeeds(
  { checks, address, usagePlan, probesPerMinute }: Suite,
  reach: ReachKind | undefined,
): SuiteNeeds {
  const requests = checks.filter(({ call }) => call.kind === 'request');
  const toStages = reach === 'addresses' ? requests : [];
  const toFunctions = checks.filter((check) => !toStages.includes(check));
  const runs = (point: Check['points'][number]) =>
    toStages.some(({ points }) => points.includes(point));
  const probed = toStages.some(({ probe }) => probe);
  const before = runs('pre-traffic') ? 'before' : undefined;
  return {
    canary: runs('step') || probed ? 'until-promotion' : before,
    stable: probed || toStages.some(({ compare }) => compare !== undefined),
    stage: runs('post-traffic'),
    ...{ address, usagePlan },
    alone: toStages.filter(isSentAlone).flatMap(sentBy),
    signs: toStages.some(({ call }) => call.kind === 'request' && call.signs),
    invokes: namesOf(toFunctions),
    unknownFormats: namesOf(
      toFunctions.filter(({ call }) => call.kind === 'request' && call.format === undefined),
    ),
    ...(probesPerMinute !== undefined && { probes: true }),
  };
}

export interface SentAlone {
  /** The name of the check. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
}

/** After the promotion, the released stage serves the new version. */
function isSentAlone({ points, compare, probe }: Check): boolean {
  return probe === true || compare !== undefined || points.some((each) => each !== 'post-traffic');
}

function sentBy({ name, call }: Check): readonly SentAlone[] {
  return call.kind === 'request' ? [{ name, method: call.method, path: call.path }] : [];
}

function namesOf(checks: readonly Check[]): readonly string[] {
  return [...new Set(checks.map(({ functionName }) => functionName))];
}
