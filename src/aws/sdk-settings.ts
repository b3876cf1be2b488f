// What the environment sets for the clients of the AWS SDK, under the names that other AWS tools obey.

import { KnownError } from '../base/errors.ts';
import { type Agents, createAgents } from '../network/agents.ts';
import { trustedWith } from '../network/certificates.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * API Gateway allows 10 management calls a second per account, so throttling is normal. The adaptive retry mode
 * slows this job down.
 */
const DEFAULTS = { maxAttempts: 6, retryMode: 'adaptive' } as const;

/** What botocore accepts; the SDK for JavaScript takes `legacy` for `standard`. */
const RETRY_MODES = ['adaptive', 'standard', 'legacy'] as const;

const CONNECTION_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 20_000;

export interface Retries {
  readonly maxAttempts: number;
  readonly retryMode: (typeof RETRY_MODES)[number];
}

/** Throws a `KnownError` if one of the two variables is not understood. */
export function readRetries({ AWS_MAX_ATTEMPTS: attempts, AWS_RETRY_MODE: mode }: Env): Retries {
  if (attempts && !/^[1-9]\d{0,2}$/.test(attempts)) {
    throw new KnownError(
      `AWS_MAX_ATTEMPTS: expected a number from 1 to 999, but it is "${attempts}"`,
    );
  }
  const retryMode = mode ? RETRY_MODES.find((known) => known === mode) : DEFAULTS.retryMode;
  if (!retryMode) {
    throw new KnownError(
      `AWS_RETRY_MODE: expected ${RETRY_MODES.join(' or ')}, but it is "${mode}"`,
    );
  }
  return { maxAttempts: attempts ? Number(attempts) : DEFAULTS.maxAttempts, retryMode };
}

/** How a client's requests are sent. Times are in milliseconds. */
export interface Transport extends Agents {
  readonly connectionTimeout: number;
}

/** The same for calls that AWS answers at once. */
export interface PromptTransport extends Transport {
  readonly requestTimeout: number;
  readonly throwOnRequestTimeout: true;
}

/** Throws a `KnownError` if AWS_CA_BUNDLE names no file with certificates. */
export function createTransport({ AWS_CA_BUNDLE: bundle }: Env): Transport {
  const trusted = bundle ? trustedWith('AWS_CA_BUNDLE', bundle) : undefined;
  return { ...createAgents(trusted), connectionTimeout: CONNECTION_TIMEOUT_MS };
}

/** @see createTransport */
export function createPromptTransport(env: Env): PromptTransport {
  return {
    ...createTransport(env),
    requestTimeout: REQUEST_TIMEOUT_MS,
    throwOnRequestTimeout: true,
  };
}

/** Throws a `KnownError` if the environment has a setting that is not understood, before anything is begun. */
export function checkSdkSettings(env: Env): void {
  readRetries(env);
  createTransport(env);
}
