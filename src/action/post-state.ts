// What a main step saves for its post step: the rollout, its target, and the commands to repair it manually. The
// post step trusts nothing else: inside a composite action, GitHub gives it the inputs of another step, or none.

import { createHash } from 'node:crypto';
import { isHookSecret } from '../inputs/hook-fields.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { InputName } from '../inputs/schema.ts';
import type { FunctionInput } from '../inputs/values.ts';
import type { RolloutId } from '../rollout/release.ts';
import type { RepairCommands } from '../run/host.ts';
import { kindOf } from '../targets/kinds.ts';

type Env = Readonly<Record<string, string | undefined>>;
type Variables = Readonly<Record<string, string>>;

export interface SavedState extends RepairCommands {
  /** The rollout that the main step began or took over. */
  readonly id: RolloutId;
  /** The Region, and the inputs that a rollback needs, as variables. No secrets. */
  readonly env: Variables;
  /** Digests of the main step's secrets, by input. */
  readonly digests: Variables;
}

/** Inputs that are secrets, or may be. They are used only to report the rollback. */
const SECRETS = ['github-token', 'notify-url'] as const;

export function stateToSave(
  inputs: Inputs,
  id: RolloutId,
  repair: RepairCommands,
  env: Env,
): SavedState {
  const given = SECRETS.filter((name) => read(env, name) !== '');
  const digests = given.map((name) => [name, digest(id, read(env, name))]);
  return { ...repair, id, env: variablesOf(inputs, env), digests: Object.fromEntries(digests) };
}

/** Items of a list, and characters of a text, that a saved cause keeps. */
const MAX_ITEMS = 20;
const MAX_LETTERS = 1000;

/**
 * A cause as the post step gets it: its long lists and texts are cut. GitHub passes saved state as an environment
 * variable, and Linux starts no process with one of 128 KiB or more (execve(2), E2BIG).
 */
export function shortened<T>(value: T): T;
export function shortened(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, MAX_LETTERS);
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shortened(part)]));
}

/** The variables for reading the main step's inputs, including those of its secrets that are available again. */
export function restoredVariables({ id, env, digests }: SavedState, now: Env): Variables {
  const same = SECRETS.filter((name) => digests[name] === digest(id, read(now, name)));
  const secrets = same.map((name) => [variable(name), read(now, name)]);
  const secret = read(now, 'hook-secret');
  // A secret that would be refused is not the main step's, and must not stop the rollback.
  const signs = same.includes('notify-url') && isHookSecret(secret) ? secret : '';
  return { ...env, ...Object.fromEntries(secrets), [variable('hook-secret')]: signs };
}

/** Whether a secret of the main step is missing, so that a report cannot be sent. */
export function isMuted(kept: SavedState, now: Env): boolean {
  const there = restoredVariables(kept, now);
  return Object.keys(kept.digests).some((name) => there[variable(name)] === undefined);
}

function variablesOf(inputs: Inputs, env: Env): Variables {
  const { target, role, notify } = inputs;
  const values: Partial<Record<InputName, string>> = {
    command: inputs.command,
    functions: inputs.functions.map(nameOf).join('\n'),
    'on-cancel': inputs.onCancel,
    comment: String(inputs.comment),
    'on-rollback': inputs.onRollback,
    commit: inputs.commit,
    environment: inputs.environment,
    'environment-url': inputs.environmentUrl,
    ...(role && { 'role-to-assume': role.arn, 'role-duration-seconds': String(role.seconds) }),
    // From a config file, which cannot contain secrets.
    ...(notify && read(env, 'notify-url') === '' && { 'notify-url': notify.url }),
  };
  const all = { ...values, ...kindOf(target).postInputs(target) };
  const named = Object.entries(all).map(([name, value]) => [variable(name), value]);
  return { AWS_REGION: inputs.region, ...Object.fromEntries(named) };
}

function nameOf({ name, alias }: FunctionInput): string {
  return alias === undefined ? name : `${name}:${alias}`;
}

/** The runner's name for it. */
function variable(name: string): string {
  return `INPUT_${name.toUpperCase()}`;
}

function read(env: Env, name: string): string {
  return (env[variable(name)] ?? '').trim();
}

/** Used only by the same job, to recognize the secret again. */
function digest({ job = '' }: RolloutId, secret: string): string {
  return createHash('sha256').update(`${job}\n${secret}`).digest('hex');
}
