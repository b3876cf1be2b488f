// What the log must never show: secrets as they are given, and the addresses of hooks.

import { addressMasks } from './address-secrets.ts';
import type { Inputs } from './inputs.ts';

/** They are secret as a whole. */
const SECRETS = ['github-token', 'hook-secret'];
/** Addresses, one a line; functions may be among them. */
const ADDRESSES = ['pre-traffic-hook', 'step-hook', 'post-traffic-hook', 'notify-url'];
/** Names that are in every log, and that an address may hold as well: `?stage=production`. */
const OPEN = ['stage-name', 'shadow-stage', 'functions', 'alias', 'rest-api-id', 'environment'];

/**
 * What is to be masked before anything is read, wrong inputs included.
 *
 * @param given the text of an input; empty where there is none
 */
export function masksOf(given: (name: string) => string): readonly string[] {
  const open = new Set(OPEN.flatMap((name) => given(name).split(/[\s,:]+/)));
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
 * @param masked what is masked already
 */
export function masksOfInputs(
  { hooks, notify, target, functions }: Inputs,
  masked: readonly string[],
): readonly string[] {
  const names = functions.flatMap(({ name, alias = '' }) => [name, alias]);
  const stage = target.kind === 'stage' ? [target.restApiId, target.stageName] : [];
  const all = [...Object.values(hooks.calls).flat(), ...(notify ? [notify] : [])];
  const open = new Set([...names, ...stage]);
  const masks = all.flatMap((hook) => (hook.kind === 'url' ? addressMasks(hook.url, open) : []));
  return [...new Set(masks)].filter((mask) => !masked.includes(mask));
}
