// Removes secrets from text that other services return: a response often repeats the request.

import { percentDecoded } from './foreign-text.ts';

/** Stands where a secret was. */
const HIDDEN = '***';

/**
 * The text without the secrets: neither plain, nor percent-encoded, nor escaped for JSON or HTML, in upper or
 * lower case.
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const forms = [...new Set(secrets.flatMap(spellings))].filter((form) => form !== '');
  if (forms.length === 0) return text;
  // The longest first, so that a secret that contains another one is removed as a whole.
  forms.sort((a, b) => b.length - a.length);
  return text.replace(new RegExp(forms.map(escapeForRegExp).join('|'), 'gi'), HIDDEN);
}

/** The forms in which a server may write a secret. */
export function spellings(secret: string): readonly string[] {
  const plain = decoded(secret);
  const all = [secret, plain, encodeURI(plain), encodeURIComponent(plain)];
  const twice = all.flatMap((form) => [form, encodeURIComponent(form)]);
  return [...new Set(twice.flatMap((form) => [form, htmlOf(form), jsonOf(form), slashesOf(form)]))];
}

function decoded(text: string): string {
  return percentDecoded(text.replaceAll('+', ' ')) ?? text;
}

function htmlOf(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function jsonOf(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** PHP and others escape slashes in JSON. */
function slashesOf(text: string): string {
  return text.replaceAll('/', '\\/');
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** The values of variables that an error must not repeat. Short ones are left out: they occur in any text. */
export function valuesToHide(values: readonly (string | undefined)[]): readonly string[] {
  const isOpen = (value: string) => value.length < 4 || /^(?:[\w-]+:)?\d{1,10}$/.test(value);
  return values.filter((value) => value !== undefined).filter((value) => !isOpen(value));
}
