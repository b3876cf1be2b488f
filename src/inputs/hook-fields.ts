// Parses hooks: a Lambda function by name or ARN, or an address.

import { whyElsewhere } from '../base/partitions.ts';
import { quote } from '../base/quote.ts';
import { duration, type Parsed, type Parser } from './fields.ts';
import type { HookInput, UrlHook } from './values.ts';

const bad = (problem: string): Parsed<never> => ({ ok: false, problems: [problem] });

/** Lambda's limit for a synchronous invocation. */
const LONGEST_SECONDS = 900;

export const hookTimeout: Parser<number> = (text) => {
  const parsed = duration(text);
  if (!parsed.ok) return parsed;
  return parsed.value >= 1 && parsed.value <= LONGEST_SECONDS
    ? parsed
    : bad(`${quote(text)}; expected from 1s to 15m, the maximum duration of a Lambda function`);
};

/**
 * Parses hooks, one per line, because an address may contain any other separator.
 *
 * @param region to check ARNs against; empty if unknown
 */
export function hooks(region: string): Parser<readonly HookInput[]> {
  return (text) => {
    const lines = text.split('\n').map((line) => line.trim());
    const parsed = lines.filter((line) => line !== '').map((line) => hook(line, region));
    const problems = parsed.flatMap((each) => (each.ok ? [] : each.problems));
    if (problems.length > 0) return { ok: false, problems };
    return { ok: true, value: numbered(parsed.flatMap((each) => (each.ok ? [each.value] : []))) };
  };
}

/** Numbers several addresses on one host: `hooks.example.com (2)`. */
function numbered(all: readonly HookInput[]): readonly HookInput[] {
  return all.map((one, i) => {
    const alike = (other: HookInput) => other.kind === 'url' && other.label === one.label;
    if (one.kind !== 'url' || all.filter(alike).length === 1) return one;
    return { ...one, label: `${one.label} (${all.slice(0, i).filter(alike).length + 1})` };
  });
}

function hook(text: string, region: string): Parsed<HookInput> {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? urlHook(text) : functionHook(text, region);
}

/** A shorter secret would be masked wherever it occurs in the log by chance, and can be guessed. */
const MIN_SECRET = 8;

/** Whether a text can be the secret that signs requests: one line. The runner masks each line on its own. */
export function isHookSecret(text: string): boolean {
  return text.length >= MIN_SECRET && !/[\r\n]/.test(text);
}

/** May be empty. Never shown. */
export const hookSecret: Parser<string> = (text) =>
  text === '' || isHookSecret(text)
    ? { ok: true, value: text }
    : bad(
        `its value (not shown) is too short, or has several lines; expected at least ${MIN_SECRET} characters in one line`,
      );

/** The address that receives the events of a rollout; `undefined` if there is none. */
export const notifyUrl: Parser<UrlHook | undefined> = (text) =>
  text === '' ? { ok: true, value: undefined } : urlHook(text);

function urlHook(text: string): Parsed<UrlHook> {
  if (!URL.canParse(text)) {
    return bad('an address is not valid (not shown, because it may be secret)');
  }
  const url = new URL(text);
  const shown = `the address on ${quote(url.host)}`;
  if (text.length > 2048) return bad(`${shown} is longer than 2048 characters`);
  if (url.username !== '' || url.password !== '') {
    return bad(`${shown} contains a user name or password; expected hook-secret instead`);
  }
  const isLocal = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) {
    return bad(`${shown}; expected an address that begins with https://`);
  }
  return { ok: true, value: { kind: 'url', url: url.href, label: url.host } };
}

/** Text that is not a function may be an address without its beginning, and so a secret. */
function shownHook(text: string): string {
  return /[/?#@=&%]/.test(text)
    ? 'a line that is not shown, because it may be secret'
    : quote(text);
}

const NAME = /^[A-Za-z0-9_-]{1,64}$/;
const QUALIFIER = /^(\$LATEST|[A-Za-z0-9_-]{1,128})$/;
const ARN = /^(arn:[\w-]+:lambda:[\w-]+:\d{12}:function:([^:]+))(?::(.+))?$/;

function functionHook(text: string, region: string): Parsed<HookInput> {
  const [, arn, arnName, arnQualifier] = ARN.exec(text) ?? [];
  const [plain = '', ...rest] = text.split(':');
  const name = arnName ?? plain;
  const plainQualifier = rest.length > 0 ? rest.join(':') : undefined;
  const qualifier = arn === undefined ? plainQualifier : arnQualifier;
  if (!NAME.test(name) || (qualifier !== undefined && !QUALIFIER.test(qualifier))) {
    return bad(
      `${shownHook(text)}; expected one per line: a Lambda function (NAME, NAME:ALIAS or an ARN) or an address that begins with https://`,
    );
  }
  const elsewhere = arn === undefined ? undefined : whyElsewhere(arn, region);
  if (elsewhere !== undefined) return bad(`${quote(text)} ${elsewhere}`);
  const label = qualifier === undefined ? name : `${name}:${qualifier}`;
  return {
    ok: true,
    value: { kind: 'function', functionName: arn ?? name, qualifier, label },
  };
}
