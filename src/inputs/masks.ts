// What the log must never show: secrets as they are given, and the addresses of hooks.

import { addressMasks } from './address-secrets.ts';
import type { Inputs } from './inputs.ts';
import type { InputSchema } from './schema.ts';

/** They are secret as a whole. */
const SECRETS = ['github-token', 'hook-secret'];
/** Addresses, one a line; functions may be among them. */
const ADDRESSES = ['pre-traffic-hook', 'step-hook', 'post-traffic-hook', 'notify-url'];

/**
 * What is to be masked before anything is read, wrong inputs included.
 *
 * @param given the text of an input; empty where there is none
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

/** A function's name or ARN has none of these. */
function isLikeAddress(line: string): boolean {
  return /[/?#@=&%]/.test(line);
}

/**
 * The same of the addresses that were given in a file.
 *
 * @param openNames of the target, which are no secrets
 * @param masked what is masked already
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
