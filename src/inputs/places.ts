// Inputs that name places: environments and addresses for GitHub, stages for previews.

import { quote } from '../base/quote.ts';
import { stageName } from './fields.ts';
import { splitList } from './list-fields.ts';
import type { Parser } from './parsed.ts';

/** GitHub keeps 255 characters of an environment's name. */
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
