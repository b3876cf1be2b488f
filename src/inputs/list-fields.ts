// The parsers of inputs with several items, separated by commas or lines.

import { CLASSES, type MeasureClass } from '../analysis/measure-class.ts';
import { alarmName, alarmTags, isAlarmTag } from '../base/alarm-ref.ts';
import { parseJson } from '../base/foreign-text.ts';
import { whyElsewhere } from '../base/partitions.ts';
import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import type { EarlierRelease } from '../rollout/earlier-release.ts';
import { ALIAS, bad, ok, type Parser, stageName } from './fields.ts';
import type { PerFunction } from './per-function.ts';
import type { FunctionInput } from './values.ts';

/** Names separated by commas or lines, or a JSON list of them, as `toJSON` makes it. */
export function splitList(text: string): string[] {
  return (namesInJson(text) ?? text.split(/[,\n]/))
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** `undefined`: it is not a JSON list of texts. */
function namesInJson(text: string): readonly string[] | undefined {
  const list = text.startsWith('[') ? parseJson(text) : undefined;
  return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : undefined;
}

/** Alarms by name or ARN, one per line or separated by commas. ARNs must be in `region`. */
export function alarms(region: string): Parser<readonly string[]> {
  return (text) => {
    const items = [...new Set(splitList(text))];
    const problems = items.flatMap((item) => {
      if (isAlarmTag(item)) return tagProblems(item);
      const name = alarmName(item);
      if (name.length > 255) return [`${quote(name)} is longer than an alarm name can be`];
      const elsewhere = name === item ? undefined : whyElsewhere(item, region);
      return elsewhere === undefined ? [] : [`${quote(item)} ${elsewhere}`];
    });
    if (problems.length > 0) return bad(...problems);
    // The ARN says more than the name.
    const arns = items.filter((item) => alarmName(item) !== item).map(alarmName);
    return ok(items.filter((item) => !arns.includes(item)));
  };
}

/** Lengths and characters of tags: "Tag naming and usage conventions" in AWS's documentation. */
function tagProblems(item: string): readonly string[] {
  const fits = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
  const [{ key = '', value = '' } = {}] = alarmTags([item]);
  const isTag = key.length >= 1 && key.length <= 128 && value.length <= 256;
  return isTag && fits.test(key) && fits.test(value)
    ? []
    : [`${quote(item)} is not a tag; expected tag:KEY=VALUE or tag:KEY, such as tag:team=shop`];
}

/** What is compared, in the order of all; at least one. */
export const compare: Parser<readonly MeasureClass[]> = (text) => {
  const words = splitList(text);
  const known: readonly string[] = CLASSES;
  const unknown = words.filter((word) => !known.includes(word));
  if (unknown.length > 0) {
    return bad(
      ...unknown.map(
        (word) => `${quote(word)}; expected ${CLASSES.join(', ')}.${didYouMean(word, CLASSES)}`,
      ),
    );
  }
  return words.length > 0
    ? ok(CLASSES.filter((each) => words.includes(each)))
    : bad(`${quote(text)} names nothing to compare; expected ${CLASSES.join(', ')}`);
};

const FUNCTION_ARN = /^arn:[\w-]+:lambda:[\w-]+:(\d{12}):function:([^:]+)(?::(.+))?$/;

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
  const [, account, arnName, arnQualifier] = FUNCTION_ARN.exec(item) ?? [];
  const elsewhere = arnName === undefined ? undefined : whyElsewhere(item, region);
  if (elsewhere !== undefined) return `${quote(item)} ${elsewhere}`;
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
export const versions: Parser<PerFunction> = (text) => {
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

/** In base64, as Lambda returns it for a ZIP file, or the digest of an image in hexadecimal digits. */
const CODE_HASH = /^(?:([A-Za-z0-9_-]{1,64})\s*=\s*)?([A-Za-z0-9+/]{43}=|[0-9a-f]{64})$/;

/** The hash of the only function, or `orders=…`. The key of a single hash is empty. */
export const codeHashes: Parser<PerFunction> = (text) => {
  const problems: string[] = [];
  const entries = splitList(text).map((item): [string, string] => {
    const [, name = '', hash = ''] = CODE_HASH.exec(item) ?? [];
    if (hash === '') {
      problems.push(
        `${quote(item)}; expected the CodeSha256 that Lambda returns (44 characters that end with =, or 64 hexadecimal digits), or NAME=HASH`,
      );
    }
    return [name, hash];
  });
  problems.push(...twice(entries.map(([name]) => name || 'the only function')));
  return problems.length > 0 ? bad(...problems) : ok(Object.fromEntries(entries));
};

const STACK_ARN =
  /^arn:[\w-]+:cloudformation:[\w-]+:\d{12}:stack\/[A-Za-z][A-Za-z0-9-]{0,127}\/[\w-]+$/;

/** The name or the ARN of a stack; may be empty. An ARN must be in `region`. */
export function stackName(region: string): Parser<string> {
  return (text) => {
    if (text === '' || /^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(text)) return ok(text);
    if (!STACK_ARN.test(text)) {
      return bad(
        `${quote(text)} is not a stack; expected the name of one, with letters, digits and "-", or its ARN`,
      );
    }
    const elsewhere = whyElsewhere(text, region);
    return elsewhere === undefined ? ok(text) : bad(`${quote(text)} ${elsewhere}`);
  };
}

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

/** May be empty. In lower case, as GitHub writes it. */
export const commitSha: Parser<string> = (text) => {
  const sha = text.toLowerCase();
  return sha === '' || /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha)
    ? { ok: true, value: sha }
    : {
        ok: false,
        problems: [`${quote(text)}; expected the full SHA of a commit, of 40 hexadecimal digits`],
      };
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
