// The parsers of the inputs. A parser returns a value or the problems.

import { parseDuration } from '../base/duration.ts';
import { parseInstant } from '../base/instant.ts';
import { whyElsewhere } from '../base/partitions.ts';
import { quote } from '../base/quote.ts';
import { didYouMean } from '../base/suggest.ts';
import type { Step } from '../rollout/plan.ts';
import { parseSteps } from '../rollout/steps.ts';

/** Accepts one of several words. */
export function oneOf<T extends string>(...words: readonly T[]): Parser<T> {
  return (text) => {
    const word = words.find((w) => w === text);
    if (word !== undefined) return ok(word);
    return bad(`${quote(text)}; expected ${words.join(', ')}.${didYouMean(text, words)}`);
  };
}

/** The booleans of YAML 1.2, as `@actions/core` reads them. */
export const flag: Parser<boolean> = (text) => {
  if (/^(true|True|TRUE)$/.test(text)) return ok(true);
  if (/^(false|False|FALSE)$/.test(text)) return ok(false);
  return bad(`${quote(text)}; expected true or false`);
};

export const duration: Parser<number> = (text) => {
  const seconds = parseDuration(text);
  return seconds === undefined
    ? bad(`${quote(text)} is not a duration; expected for example 30s, 5m or 1h30m`)
    : ok(seconds);
};

/** May be empty: required inputs are checked after all are read. */
export const stageName: Parser<string> = (text) =>
  text === '' || /^[A-Za-z0-9_-]{1,128}$/.test(text)
    ? ok(text)
    : bad(`${quote(text)}; expected a stage's name: letters, digits, "-" and "_", at most 128`);

/** The name of an alias: AWS would interpret a name of digits only as a version. */
export const ALIAS = /^(?!\d+$)[A-Za-z0-9_-]{1,128}$/;

/** The alias of all functions without their own; may be empty. */
export const alias: Parser<string> = (text) =>
  text === '' || ALIAS.test(text)
    ? ok(text)
    : bad(`${quote(text)}; expected an alias: letters, digits, "-" and "_", and not only digits`);

export const steps: Parser<readonly Step[] | 'auto'> = (text) => {
  if (text === 'auto') return ok('auto');
  const parsed = parseSteps(text);
  return parsed.kind === 'steps' ? ok(parsed.steps) : bad(...parsed.problems);
};

/** In seconds; `undefined` for an empty text. */
export const optionalDuration: Parser<number | undefined> = (text) =>
  text === '' ? ok(undefined) : duration(text);

/** A rate between 0.01% and 10%, as a share of 1. */
export const rate: Parser<number> = (text) => {
  const percent = Number(/^(\d{1,2}(?:\.\d{1,4})?)\s*%$/.exec(text)?.[1]);
  return percent >= 0.01 && percent <= 10
    ? ok(percent / 100)
    : bad(`${quote(text)}; expected a percentage from 0.01% to 10%`);
};

/** The largest hold-back, in %. */
const MOST_HELD_BACK = 50;

/** A share of the traffic in %; 0: none; `undefined` for an empty text. */
export const holdBack: Parser<number | undefined> = (text) => {
  if (text === '') return ok(undefined);
  if (text === 'none') return ok(0);
  const percent = Number(/^(\d{1,2}(?:\.\d{1,2})?)\s*%$/.exec(text)?.[1]);
  return percent <= MOST_HELD_BACK
    ? ok(percent)
    : bad(
        `${quote(text)}; expected a percentage from 0% to ${MOST_HELD_BACK}% such as 5%, or none`,
      );
};

export const countOfRequests: Parser<number> = (text) =>
  /^[1-9]\d{0,8}$/.test(text)
    ? ok(Number(text))
    : bad(`${quote(text)}; expected a whole number from 1`);

/** How many versions to keep; empty: all. */
export const keepVersions: Parser<number | undefined> = (text) => {
  if (text === '') return ok(undefined);
  return /^[1-9]\d{0,3}$/.test(text)
    ? ok(Number(text))
    : bad(`${quote(text)}; expected the number of newest versions to keep, a whole number from 1`);
};

const ROLE = /^arn:aws[a-z-]{0,16}:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/;

/** Empty: use the credentials of the environment. */
export function roleArn(region: string): Parser<string | undefined> {
  return (text) => {
    if (text === '') return ok(undefined);
    if (!ROLE.test(text)) {
      return bad(
        `${quote(text)} is not the ARN of a role; expected for example arn:aws:iam::123456789012:role/deploy`,
      );
    }
    const elsewhere = whyElsewhere(text, region);
    return elsewhere === undefined ? ok(text) : bad(`${quote(text)} ${elsewhere}`);
  };
}

/** In seconds. AWS accepts sessions from 15 minutes to 12 hours. */
export const sessionSeconds: Parser<number> = (text) => {
  const seconds = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return seconds >= 900 && seconds <= 43_200
    ? ok(seconds)
    : bad(`${quote(text)}; expected seconds from 900 to 43200`);
};

/** In seconds since the epoch; empty: unknown. The output of another step may be a JSON string with its quotes. */
export const instant: Parser<number | undefined> = (text) => {
  if (text === '') return ok(undefined);
  const at = parseInstant(text.replace(/^"(.*)"$/, '$1'));
  return at !== undefined
    ? ok(at)
    : bad(`${quote(text)}; expected a time such as 2030-01-31T12:00:00Z`);
};

/** `auto`, or the size of event clusters. */
export const dispersion: Parser<'auto' | number> = (text) => {
  if (text === 'auto') return ok('auto');
  const size = /^\d{1,3}(?:\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  return size >= 1 ? ok(size) : bad(`${quote(text)}; expected auto, or a number from 1`);
};

/** A sentence of a person; may be empty. */
export const oneLine: Parser<string> = (text) =>
  text.length <= 300 && !/[\r\n]/.test(text)
    ? ok(text)
    : bad(`${quote(text)}; expected at most 300 characters in one line`);

/** Parsed later, when the YAML library is loaded. */
/** `samconfig.toml`, or `samconfig.toml#prod`. */
export const SAM_CONFIG_FILE = /^[^#]{1,500}\.(toml|ya?ml)(#[^#]+)?$/;

export const samConfigFile: Parser<string> = (text) =>
  text === '' || SAM_CONFIG_FILE.test(text)
    ? ok(text)
    : bad(
        `${quote(text)} is neither a TOML nor a YAML file; expected for example samconfig.toml, or samconfig.toml#prod for the environment prod`,
      );

export const anyText: Parser<string> = (text) => ok(text);

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly string[] };

export type Parser<T> = (text: string) => Parsed<T>;

/** The parsed value. */
export const ok = <T>(value: T): Parsed<T> => ({ ok: true, value });
/** The problems; each quotes the text and states what was expected. */
export const bad = <T>(...problems: readonly string[]): Parsed<T> => ({ ok: false, problems });
