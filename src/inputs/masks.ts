// What the log must never show: secrets as given, and the addresses of hooks.

import { addressMasks } from './address-secrets.ts';
import type { Inputs } from './inputs.ts';
import type { InputSchema } from './schema.ts';

/** Inputs that are secret as a whole. */
const SECRETS = ['github-token', 'hook-secret'];
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
  const lines = ADDRESSES.flatMap((name) => given(name).split('\n')).map((line) => line.trim());
  const secrets = SECRETS.map(given).filter((secret) => secret !== '');
  const masks = lines.filter(isLikeAddress).flatMap((line) => addressMasks(line, open));
  return [...new Set([...secrets, ...masks])];
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
  { hooks, notify, functions }: Inputs,
  openNames: readonly string[],
  masked: readonly string[],
): readonly string[] {
  const names = functions.flatMap(({ name, alias = '' }) => [name, alias]);
  const all = [...Object.values(hooks.calls).flat(), ...(notify ? [notify] : [])];
  const open = new Set([...names, ...openNames]);
  const masks = all.flatMap((hook) => (hook.kind === 'url' ? addressMasks(hook.url, open) : []));
  return [...new Set(masks)].filter((mask) => !masked.includes(mask));
}
