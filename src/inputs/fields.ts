// Each input, and how its text is read. A parser answers with a value or with what is wrong.

import { parseDuration } from '../rollout/duration.ts';
import type { Step } from '../rollout/plan.ts';
import { quote } from '../rollout/quote.ts';
import type { PromoteChoice } from '../rollout/release.ts';
import { parseSteps } from '../rollout/steps.ts';
import { didYouMean } from '../rollout/suggest.ts';
import type { FunctionInput } from './inputs.ts';

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly string[] };

export type Parser<T> = (text: string) => Parsed<T>;

const ok = <T>(value: T): Parsed<T> => ({ ok: true, value });
const bad = <T>(...problems: readonly string[]): Parsed<T> => ({ ok: false, problems });

/** One of several words. */
export function oneOf<T extends string>(...words: readonly T[]): Parser<T> {
  return (text) => {
    const word = words.find((w) => w === text);
    if (word !== undefined) return ok(word);
    return bad(`${quote(text)}; expected ${words.join(', ')}.${didYouMean(text, words)}`);
  };
}

/** YAML 1.2's booleans, as `@actions/core` reads them. */
export const flag: Parser<boolean> = (text) => {
  if (/^(true|True|TRUE)$/.test(text)) return ok(true);
  if (/^(false|False|FALSE)$/.test(text)) return ok(false);
  return bad(`${quote(text)}; expected true or false`);
};

export const duration: Parser<number> = (text) => {
  const seconds = parseDuration(text);
  return seconds === undefined
    ? bad(`${quote(text)} is not a time; expected for example 30s, 5m or 1h30m`)
    : ok(seconds);
};

/** Empty where an alias is released; which of them is required is seen when all are read. */
export const restApiId: Parser<string> = (text) =>
  text === '' || /^[A-Za-z0-9_-]{1,64}$/.test(text)
    ? ok(text)
    : bad(`${quote(text)}; expected the id of a REST API, such as a1b2c3d4e5`);

/** May be empty, like the API's id. */
export const stageName: Parser<string> = (text) =>
  text === '' || /^[A-Za-z0-9_-]{1,128}$/.test(text)
    ? ok(text)
    : bad(`${quote(text)}; expected a stage's name: letters, digits, "-" and "_", at most 128`);

/** Whether a stage is made for the pre-traffic hook, or its name. */
export const shadowStage: Parser<boolean | string> = (text) => {
  const wanted = flag(text);
  if (wanted.ok) return wanted;
  const name = stageName(text);
  return name.ok
    ? name
    : bad(`${quote(text)}; expected true, false, or the name of a stage to make`);
};

const ALIAS = /^(?!\d+$)[A-Za-z0-9_-]{1,128}$/;

/** Of all functions that name none of their own; may be empty. */
export const alias: Parser<string> = (text) =>
  text === '' || ALIAS.test(text)
    ? ok(text)
    : bad(`${quote(text)}; expected an alias: letters, digits, "-" and "_", and not only digits`);

export const steps: Parser<readonly Step[] | 'auto'> = (text) => {
  if (text === 'auto') return ok('auto');
  const parsed = parseSteps(text);
  return parsed.kind === 'steps' ? ok(parsed.steps) : bad(...parsed.problems);
};

/** Seconds, or `undefined` for an empty text. */
export const optionalDuration: Parser<number | undefined> = (text) =>
  text === '' ? ok(undefined) : duration(text);

/** A rate between 0.01 % and 10 %, as a share of 1. */
export const rate: Parser<number> = (text) => {
  const percent = Number(/^(\d{1,2}(?:\.\d{1,4})?)\s*%$/.exec(text)?.[1]);
  return percent >= 0.01 && percent <= 10
    ? ok(percent / 100)
    : bad(`${quote(text)}; expected a percentage from 0.01% to 10%`);
};

export const countOfRequests: Parser<number> = (text) =>
  /^[1-9]\d{0,8}$/.test(text)
    ? ok(Number(text))
    : bad(`${quote(text)}; expected a whole number from 1`);

/** How many versions stay; empty: all of them. */
export const keepVersions: Parser<number | undefined> = (text) => {
  if (text === '') return ok(undefined);
  return /^[1-9]\d{0,3}$/.test(text)
    ? ok(Number(text))
    : bad(`${quote(text)}; expected how many of the newest versions stay, a whole number from 1`);
};

const ROLE = /^arn:aws[a-z-]{0,16}:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/;

/** Empty: the credentials of the environment. */
export const roleArn: Parser<string | undefined> = (text) => {
  if (text === '') return ok(undefined);
  return ROLE.test(text)
    ? ok(text)
    : bad(
        `${quote(text)} is not the ARN of a role; expected for example arn:aws:iam::123456789012:role/deploy`,
      );
};

/** AWS takes sessions from 15 minutes to 12 hours. */
export const sessionSeconds: Parser<number> = (text) => {
  const seconds = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return seconds >= 900 && seconds <= 43_200
    ? ok(seconds)
    : bad(`${quote(text)}; expected seconds from 900 to 43200`);
};

/** `auto`, or how many events may belong together. */
export const dispersion: Parser<'auto' | number> = (text) => {
  if (text === 'auto') return ok('auto');
  const size = /^\d{1,3}(?:\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  return size >= 1 ? ok(size) : bad(`${quote(text)}; expected auto, or a number from 1`);
};

/** Read later, when the YAML library is loaded. */
export const anyText: Parser<string> = (text) => ok(text);

/** Names separated by commas or lines. */
export function splitList(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Alarm names, one a line or separated by commas; an ARN stands for the name in it. */
export const alarms: Parser<readonly string[]> = (text) => {
  const names = splitList(text).map((item) =>
    item.replace(/^arn:[\w-]+:cloudwatch:[^:]*:[^:]*:alarm:/, ''),
  );
  const long = names.filter((name) => name.length > 255);
  if (long.length > 0)
    return bad(...long.map((name) => `${quote(name)} is longer than an alarm's name can be`));
  return ok([...new Set(names)]);
};

const FUNCTION_ARN = /^arn:[\w-]+:lambda:([\w-]+):(\d{12}):function:([^:]+)(?::(.+))?$/;

/** Function names or ARNs. ARNs must be of `region`; a qualifier is refused. */
export function functions(region: string): Parser<readonly FunctionInput[]> {
  return (text) => {
    const read = splitList(text).map((item) => functionRef(item, region));
    const problems = read.filter((r) => typeof r === 'string');
    const refs = read.filter((r) => typeof r !== 'string');
    problems.push(...twice(refs.map((ref) => ref.name)));
    return problems.length > 0 ? bad(...problems) : ok(refs);
  };
}

function twice(names: readonly string[]): string[] {
  const repeated = names.filter((name, i) => names.indexOf(name) !== i);
  return [...new Set(repeated)].map((name) => `"${name}" is listed twice`);
}

function functionRef(item: string, region: string): FunctionInput | string {
  const [, arnRegion, account, arnName, arnQualifier] = FUNCTION_ARN.exec(item) ?? [];
  if (arnRegion !== undefined && region !== '' && arnRegion !== region) {
    return `${quote(item)} is in ${arnRegion}, but the job works in ${region}`;
  }
  const [name = '', ...rest] = arnName === undefined ? item.split(':') : [arnName];
  const qualifier = arnQualifier ?? (rest.length > 0 ? rest.join(':') : undefined);
  const otherArn = arnName === undefined && item.startsWith('arn:');
  if (otherArn || !/^[A-Za-z0-9_-]{1,64}$/.test(name)) {
    return `${quote(item)} is not a function; expected a name or an ARN`;
  }
  if (qualifier === '$LATEST') {
    return `${quote(item)}: $LATEST changes under the users' feet and cannot be released; leave it out, and the action publishes a version of it`;
  }
  if (qualifier !== undefined && !ALIAS.test(qualifier)) {
    return `${quote(item)} has the qualifier ${quote(qualifier)}; expected the function alone, or with an alias (a version to release goes into "version")`;
  }
  return { name, account, version: undefined, alias: qualifier };
}

/** `8` for the only function, or `orders=8, payments=3`. The key of a lone number is empty. */
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

/** API Gateway developer guide, "stage variables": names, values and their lengths. */
const VARIABLE_NAME = /^[A-Za-z0-9_]{1,64}$/;
const VARIABLE_VALUE = /^[A-Za-z0-9\-._~:/?#&=,]{1,512}$/;

/** `name=value`, one a line, since a value may hold commas. */
export const stageVariables: Parser<Readonly<Record<string, string>>> = (text) => {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const problems: string[] = [];
  const entries = lines.map((line): [string, string] => {
    const at = line.indexOf('=');
    const name = at < 0 ? line : line.slice(0, at).trim();
    const value = at < 0 ? '' : line.slice(at + 1).trim();
    if (at < 0) problems.push(`${quote(line)}; expected name=value, one a line`);
    else if (!VARIABLE_NAME.test(name)) {
      problems.push(
        `${quote(name)} is not a stage variable's name; expected letters, digits and "_", at most 64`,
      );
    } else if (!VARIABLE_VALUE.test(value)) {
      problems.push(
        `the value ${quote(value)} of "${name}" would be refused by API Gateway; expected 1 to 512 letters, digits and -._~:/?#&=,`,
      );
    }
    return [name, value];
  });
  problems.push(...twice(entries.map(([name]) => name)));
  return problems.length > 0 ? bad(...problems) : ok(Object.fromEntries(entries));
};

const PROMOTE_PARTS = ['deployment', 'variables', 'close'] as const;

/** Which of the console's choices a promotion makes. */
export const promote: Parser<PromoteChoice> = (text) => {
  const parts = splitList(text);
  const unknown = parts.filter((part) => !(PROMOTE_PARTS as readonly string[]).includes(part));
  if (unknown.length > 0) {
    return bad(
      ...unknown.map(
        (p) => `${quote(p)}; expected ${PROMOTE_PARTS.join(', ')}.${didYouMean(p, PROMOTE_PARTS)}`,
      ),
    );
  }
  const choice = {
    deployment: parts.includes('deployment'),
    variables: parts.includes('variables'),
    close: parts.includes('close'),
  };
  return choice.deployment || choice.variables
    ? ok(choice)
    : bad(`${quote(text)} promotes nothing; expected "deployment", "variables" or both`);
};

/** The dimension's value may hold `{stage}`. */
export const dimension: Parser<string> = (text) =>
  text.length <= 255
    ? ok(text)
    : bad(`${quote(text)} is longer than a dimension's value can be (255)`);
