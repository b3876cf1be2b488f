// Reads lines that were written by a template. Its time grows with the length of the line and no faster: the text of a
// line is in the hands of whoever sent the request.
//
// A variable of known form (a status, an ID, a number) is read by its form, which is bounded. Anything else is free
// text. The runs of literals and known variables between two free texts are searched for, from the left and from the
// right. Where both searches agree, there is only one way to read the line.

import type { Pieces } from './template-pieces.ts';

/** The values of a line by variable, or why there are none. */
export type Values = ReadonlyMap<string, string>;

export type TemplateReader = (line: string) => Values | 'other-text' | 'ambiguous';

/**
 * A form matches at exactly one length: it is bounded, and it ends before the literal that follows. API Gateway writes
 * `-` for a missing value.
 */
const FORMS: Readonly<Record<string, RegExp>> = {
  status: /-|[1-5]\d\d/y,
  requestId: /[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/y,
  extendedRequestId: /[A-Za-z0-9+/=_-]{1,64}/y,
  requestTime: /-|\d\d\/[A-Za-z]{3}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}/y,
  requestTimeEpoch: /-|\d{1,16}/y,
  httpMethod: /-|[A-Za-z]{1,20}/y,
  resourcePath: /[^\s"'<>,|;\\]{1,512}/y,
  protocol: /-|[A-Za-z0-9/.]{1,16}/y,
  apiId: /-|[a-z0-9]{0,32}/y,
  stage: /[A-Za-z0-9_-]{1,128}/y,
  deploymentId: /-|[a-z0-9]{0,32}/y,
  isCanaryRequest: /-|[A-Za-z]{0,8}/y,
  responseLatency: /-|\d{0,12}/y,
  responseLength: /-|\d{0,15}/y,
  'integration.latency': /-|\d{0,12}/y,
  'integration.status': /-|\d{0,3}/y,
  'integration.requestId': /[A-Za-z0-9+/=_-]{0,128}/y,
  'error.responseType': /-|[A-Z0-9_]{0,64}/y,
  'identity.sourceIp': /-|[0-9a-fA-F.:]{1,45}/y,
};

/** The longest value of any form. */
const LONGEST_VALUE = 512;

/** Forms that end where they end, whatever follows. */
const EXACT: readonly string[] = ['status', 'requestId', 'requestTime'];

/** A run of literals and known variables, without free text in between. */
interface Run {
  readonly before: string;
  readonly parts: readonly Part[];
  /** No match is longer. */
  readonly longest: number;
}

interface Part {
  readonly variable: string;
  readonly form: RegExp;
  /** The literal after it. */
  readonly after: string;
}

interface Match {
  readonly start: number;
  readonly end: number;
  /** Whether the run can be nowhere else. */
  readonly certain: boolean;
}

type Place = Pick<Match, 'start' | 'end'>;

/** @param pieces without two variables that have nothing between them */
export function createTemplateReader(pieces: Pieces): TemplateReader {
  const { runs, free } = runsOf(pieces);
  return (line) => {
    const matches = free.length === 0 ? whole(runs[0], line) : between(runs, line);
    return typeof matches === 'string' ? matches : valuesOf(runs, free, matches, line);
  };
}

function runsOf({ literals, variables }: Pieces): {
  readonly runs: readonly Run[];
  readonly free: readonly string[];
} {
  const runs: Run[] = [];
  const free: string[] = [];
  let before = literals[0] ?? '';
  let parts: Part[] = [];
  const close = () => {
    const lengths = parts.map(({ after }) => after.length + LONGEST_VALUE);
    runs.push({ before, parts, longest: lengths.reduce((sum, one) => sum + one, before.length) });
  };
  variables.forEach((variable, i) => {
    const after = literals[i + 1] ?? '';
    const form = formOf(variable, after);
    if (form) {
      parts.push({ variable, form, after });
      return;
    }
    close();
    free.push(variable);
    [before, parts] = [after, []];
  });
  close();
  return { runs, free };
}

/** The form of a variable; `undefined`: it is free text, or its value could contain the literal's beginning. */
function formOf(variable: string, after: string): RegExp | undefined {
  const form = FORMS[variable];
  if (form === undefined) return undefined;
  const next = after.charAt(0);
  form.lastIndex = 0;
  const isSwallowed = next !== '' && form.exec(next.repeat(2))?.[0].length === 2;
  return isSwallowed && !EXACT.includes(variable) ? undefined : form;
}

/** @returns where the run ends; -1: it is not here */
function endOf({ before, parts }: Run, line: string, start: number): number {
  if (!line.startsWith(before, start)) return -1;
  let at = start + before.length;
  for (const { form, after } of parts) {
    form.lastIndex = at;
    const [value] = form.exec(line) ?? [];
    if (value === undefined || !line.startsWith(after, at + value.length)) return -1;
    at += value.length + after.length;
  }
  return at;
}

function whole(run: Run | undefined, line: string): readonly Match[] | 'other-text' {
  const end = run ? endOf(run, line, 0) : -1;
  return end === line.length ? [{ start: 0, end, certain: true }] : 'other-text';
}

/** Where each run is. The first one begins the line and the last one ends it. */
function between(
  runs: readonly Run[],
  line: string,
): readonly Match[] | 'other-text' | 'ambiguous' {
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return 'other-text';
  const head = { start: 0, end: endOf(first, line, 0), certain: true };
  if (head.end < 0) return 'other-text';
  const tail = tailOf(last, line);
  if (!tail || tail.start < head.end) return 'other-text';
  const inner = runs.slice(1, -1);
  const left = fromLeft(inner, line, head.end, tail.start);
  const right = left && fromRight(inner, line, head.end, tail.start);
  if (!left || !right) return 'other-text';
  const middle = left.map((place, i) => ({ ...place, certain: place.start === right[i]?.start }));
  const unsure = middle.some(({ certain }, i) => !certain && inner[i]?.parts.length !== 0);
  return unsure ? 'ambiguous' : [head, ...middle, tail];
}

function tailOf(run: Run, line: string): Match | undefined {
  const least = Math.max(0, line.length - run.longest);
  for (let start = line.length; start >= least; start--) {
    const found = line.lastIndexOf(run.before, start);
    if (found < least) return undefined;
    start = found;
    if (endOf(run, line, start) === line.length) return { start, end: line.length, certain: true };
  }
  return undefined;
}

function fromLeft(
  runs: readonly Run[],
  line: string,
  from: number,
  to: number,
): readonly Place[] | undefined {
  const matches: Place[] = [];
  let at = from;
  for (const run of runs) {
    let start = line.indexOf(run.before, at);
    let end = start < 0 ? -1 : endOf(run, line, start);
    while (start >= 0 && end < 0) {
      start = line.indexOf(run.before, start + 1);
      end = start < 0 ? -1 : endOf(run, line, start);
    }
    if (start < 0 || end > to) return undefined;
    matches.push({ start, end });
    at = end;
  }
  return matches;
}

function fromRight(
  runs: readonly Run[],
  line: string,
  from: number,
  to: number,
): readonly Place[] | undefined {
  const matches: Place[] = [];
  let limit = to;
  for (const run of [...runs].reverse()) {
    let start = limit - run.before.length;
    let end = -1;
    while (start >= from) {
      start = line.lastIndexOf(run.before, start);
      end = start < from ? -1 : endOf(run, line, start);
      if (end >= 0 && end <= limit) break;
      start -= 1;
    }
    if (start < from) return undefined;
    matches.unshift({ start, end });
    limit = start;
  }
  return matches;
}

/** A variable that occurs twice must have the same value in both places. A free text of uncertain extent has none. */
function valuesOf(
  runs: readonly Run[],
  free: readonly string[],
  matches: readonly Match[],
  line: string,
): Values | 'ambiguous' {
  const values = new Map<string, string>();
  let same = true;
  const set = (variable: string, value: string) => {
    if ((values.get(variable) ?? value) !== value) same = false;
    values.set(variable, value);
  };
  runs.forEach(({ before, parts }, i) => {
    let at = (matches[i]?.start ?? 0) + before.length;
    for (const { variable, form, after } of parts) {
      form.lastIndex = at;
      const [value = ''] = form.exec(line) ?? [];
      set(variable, value);
      at += value.length + after.length;
    }
    const [variable, here, next] = [free[i], matches[i], matches[i + 1]];
    if (variable !== undefined && here?.certain && next?.certain) {
      set(variable, line.slice(here.end, next.start));
    }
  });
  return same ? values : 'ambiguous';
}
