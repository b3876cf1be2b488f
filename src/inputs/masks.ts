// What the log must never show: secrets as given, and the addresses of hooks.

import { secretsIn } from '../checks/secrets.ts';
import { addressMasks } from './address-secrets.ts';
import type { Inputs } from './inputs.ts';
import type { InputSchema } from './schema.ts';

/** A hook secret has at least eight characters, and a token of GitHub's forty. */
const MIN_MASK = 5;
/** Inputs with addresses, one per line; they may also contain functions. */
const ADDRESSES = ['pre-traffic-hook', 'step-hook', 'post-traffic-hook', 'notify-url'];

/**
 * What to mask before the inputs are read, including invalid ones.
 *
 * @param given returns the text of an input; empty if not set
 */
export function masksOf(
  { inputs }: InputSchema,
  given: (name: string) => string,
): readonly string[] {
  const names = Object.keys(inputs).filter((name) => inputs[name]?.open);
  const open = new Set(names.flatMap((name) => given(name).split(/[\s,:]+/)));
  const secrets = [given('github-token'), given('hook-secret')].filter(isWorthAMask);
  const lines = ADDRESSES.flatMap((name) => given(name).split('\n')).map((line) => line.trim());
  const masks = lines.filter(isLikeAddress).flatMap((line) => addressMasks(line, open));
  return [...new Set([...secrets, ...masks])];
}

/** To mask a letter, or each line of a text, would take half of the log with it. A hook secret like that is refused. */
function isWorthAMask(secret: string): boolean {
  return secret.length >= MIN_MASK && !/[\r\n]/.test(secret);
}

/** Whether the line contains characters that no function name or ARN has. */
function isLikeAddress(line: string): boolean {
  return /[/?#@=&%]/.test(line);
}

/**
 * The same for the addresses in a config file.
 *
 * @param openNames names of the target, which are not secret
 * @param masked what is already masked
 */
export function masksOfInputs(
  { hooks, notify, functions, smoke }: Inputs,
  openNames: readonly string[],
  masked: readonly string[],
): readonly string[] {
  const names = functions.flatMap(({ name, alias = '' }) => [name, alias]);
  const all = [...Object.values(hooks.calls).flat(), ...(notify ? [notify] : [])];
  const open = new Set([...names, ...openNames]);
  const masks = all.flatMap((hook) => (hook.kind === 'url' ? addressMasks(hook.url, open) : []));
  const secrets = smoke ? secretsIn(smoke, new Map()) : [];
  return [...new Set([...secrets, ...masks])].filter((mask) => !masked.includes(mask));
}
