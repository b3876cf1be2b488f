// The parsers of inputs with several items, separated by commas or lines.

import { quote } from '../base/quote.ts';
import type { EarlierRelease } from '../rollout/earlier-release.ts';
import { ALIAS, bad, ok, type Parser, stageName } from './fields.ts';
import type { FunctionInput } from './values.ts';

/** Names separated by commas or lines. */
export function splitList(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Alarm names, one per line or separated by commas; an ARN is replaced by its name. */
export const alarms: Parser<readonly string[]> = (text) => {
  const names = splitList(text).map((item) =>
    item.replace(/^arn:[\w-]+:cloudwatch:[^:]*:[^:]*:alarm:/, ''),
  );
  const long = names.filter((name) => name.length > 255);
  if (long.length > 0)
    return bad(...long.map((name) => `${quote(name)} is longer than an alarm name can be`));
  return ok([...new Set(names)]);
};

const FUNCTION_ARN = /^arn:[\w-]+:lambda:([\w-]+):(\d{12}):function:([^:]+)(?::(.+))?$/;

/** Function names or ARNs. ARNs must be in `region`; a qualifier is refused. */
export function functions(region: string): Parser<readonly FunctionInput[]> {
  return (text) => {
    const read = splitList(text).map((item) => functionRef(item, region));
    const problems = read.filter((r) => typeof r === 'string');
    const refs = read.filter((r) => typeof r !== 'string');
    problems.push(...twice(refs.map((ref) => ref.name)));
    return problems.length > 0 ? bad(...problems) : ok(refs);
  };
}

export function twice(names: readonly string[]): string[] {
  const repeated = names.filter((name, i) => names.indexOf(name) !== i);
  return [...new Set(repeated)].map((name) => `"${name}" is listed twice`);
}

function functionRef(item: string, region: string): FunctionInput | string {
  const [, arnRegion, account, arnName, arnQualifier] = FUNCTION_ARN.exec(item) ?? [];
  if (arnRegion !== undefined && region !== '' && arnRegion !== region) {
    return `${quote(item)} is in ${arnRegion}, but the job uses ${region}`;
  }
  const [name = '', ...rest] = arnName === undefined ? item.split(':') : [arnName];
  const qualifier = arnQualifier ?? (rest.length > 0 ? rest.join(':') : undefined);
  const otherArn = arnName === undefined && item.startsWith('arn:');
  if (otherArn || !/^[A-Za-z0-9_-]{1,64}$/.test(name)) {
    return `${quote(item)} is not a function; expected a name or an ARN`;
  }
  if (qualifier === '$LATEST') {
    return `${quote(item)}: $LATEST changes with every update and cannot be released; omit it, and the action publishes a version of it`;
  }
  if (qualifier !== undefined && !ALIAS.test(qualifier)) {
    return `${quote(item)} has the qualifier ${quote(qualifier)}; expected the function alone, or with an alias (a version to release goes into "version")`;
  }
  return { name, account, version: undefined, alias: qualifier };
}

/** `8` for the only function, or `orders=8, payments=3`. The key of a single number is empty. */
export const versions: Parser<Readonly<Record<string, string>>> = (text) => {
  const problems: string[] = [];
  const entries = splitList(text).map((item): [string, string] => {
    const [, name = '', version = ''] =
      /^(?:([A-Za-z0-9_-]{1,64})\s*=\s*)?(\d{1,18})$/.exec(item) ?? [];
    if (version === '') {
      problems.push(
        `${quote(item)}; expected the number of a published version, such as 8 or orders=8`,
      );
    }
    return [name, version];
  });
  problems.push(...twice(entries.map(([name]) => name || 'the only function')));
  return problems.length > 0 ? bad(...problems) : ok(Object.fromEntries(entries));
};

/** `undefined` for an empty text. */
export const earlierRelease: Parser<EarlierRelease | undefined> = (text) => {
  if (text === '') return { ok: true, value: undefined };
  if (text === 'previous') return { ok: true, value: { kind: 'previous' } };
  const id = /^deployment\s*=\s*([A-Za-z0-9]{1,64})$/.exec(text)?.[1];
  if (id !== undefined) return { ok: true, value: { kind: 'deployment', id } };
  const parsed = versions(text);
  if (parsed.ok) return { ok: true, value: { kind: 'versions', versions: parsed.value } };
  const expected = 'previous, deployment=ID of a stage, or versions such as 7 or orders=7';
  return { ok: false, problems: [`${quote(text)}; expected ${expected}`] };
};

/** GitHub allows 255 characters in the name of an environment. */
export const environment: Parser<string> = (text) =>
  text.length <= 255
    ? { ok: true, value: text }
    : { ok: false, problems: [`${quote(text)}; expected at most 255 characters`] };

/** May be empty. */
export const webAddress: Parser<string> = (text) =>
  text === '' || /^https?:\/\/[^\s]+$/.test(text)
    ? { ok: true, value: text }
    : { ok: false, problems: [`${quote(text)}; expected an address that begins with https://`] };

/** Names separated by commas or lines. */
export const stageNames: Parser<readonly string[]> = (text) => {
  const names = splitList(text);
  const wrong = names.filter((name) => !stageName(name).ok);
  return wrong.length > 0
    ? { ok: false, problems: wrong.map((name) => `${quote(name)} is not the name of a stage`) }
    : { ok: true, value: names };
};
