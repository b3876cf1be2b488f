// Parses the texts of a stage's inputs, and describes what is wrong with them.

import { quote } from '../../base/quote.ts';
import { didYouMean } from '../../base/suggest.ts';
import { bad, flag, ok, type Parser, stageName } from '../../inputs/fields.ts';
import { splitList, twice } from '../../inputs/list-fields.ts';
import { lentName } from './lent-input.ts';
import type { PromoteChoice } from './stage-record.ts';

/** May be empty: required inputs are checked after all inputs are read. */
export const restApiId: Parser<string> = (text) =>
  text === '' || /^[A-Za-z0-9_-]{1,64}$/.test(text)
    ? ok(text)
    : bad(`${quote(text)}; expected the ID of a REST API, such as a1b2c3d4e5`);

/** Whether a stage is created for the pre-traffic hook, or its name. */
export const shadowStage: Parser<boolean | string> = (text) => {
  const wanted = flag(text);
  if (wanted.ok) return wanted;
  const name = stageName(lentName(text) ?? text);
  return name.ok && lentName(text) !== ''
    ? ok(text)
    : bad(
        `${quote(text)}; expected true, false, the name of a stage to create, or existing= and the name of one of yours, such as existing=test`,
      );
};

/** Whether the canary uses the cache; `auto`: as `stage-cache.ts` decides. */
export const stageCache: Parser<boolean | 'auto'> = (text) => {
  if (text === 'auto') return ok('auto');
  const wanted = flag(text);
  return wanted.ok ? wanted : bad(`${quote(text)}; expected auto, true or false`);
};

/** The dimension's value may contain `{stage}`. */
export const dimension: Parser<string> = (text) =>
  text.length <= 255
    ? ok(text)
    : bad(`${quote(text)} is longer than the 255 characters of a dimension value`);

/** API Gateway developer guide, "stage variables": names, values and their lengths. */
const VARIABLE_NAME = /^[A-Za-z0-9_]{1,64}$/;
const VARIABLE_VALUE = /^[A-Za-z0-9\-._~:/?#&=,]{1,512}$/;

/** `name=value`, one per line, because a value may contain commas. Values may be secret, and are not shown. */
export const stageVariables: Parser<Readonly<Record<string, string>>> = (text) => {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const problems: string[] = [];
  const entries = lines.map((line, i): [string, string] => {
    const at = line.indexOf('=');
    const name = at < 0 ? '' : line.slice(0, at).trim();
    const value = line.slice(at + 1).trim();
    if (at < 0) problems.push(`line ${i + 1} has no "="; expected name=value, one per line`);
    else if (!VARIABLE_NAME.test(name)) {
      problems.push(
        `${nearName(name) ? quote(name) : `the text before "=" in line ${i + 1}`} is not a stage variable's name; expected letters, digits and "_", at most 64`,
      );
    } else if (!VARIABLE_VALUE.test(value)) {
      problems.push(
        `the value of "${name}" would be refused by API Gateway; expected 1 to 512 letters, digits and -._~:/?#&=,`,
      );
    }
    return [name, value];
  });
  problems.push(...twice(entries.map(([name]) => name).filter((name) => VARIABLE_NAME.test(name))));
  return problems.length > 0 ? bad(...problems) : ok(Object.fromEntries(entries));
};

/** A name with a typing error; any other text may be part of a value. */
function nearName(text: string): boolean {
  return /^[\w.-]{1,80}$/.test(text);
}

export const PROMOTE_PARTS = ['deployment', 'variables', 'close'] as const;

/** The console's choices for a promotion. */
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
