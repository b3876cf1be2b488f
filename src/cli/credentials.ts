// The credentials of a run: those of the environment, or a session of its own with an OIDC token of the CI.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CredentialProvider, TokenProvider } from '../aws/role-session.ts';
import { foreign, KnownError, known } from '../base/errors.ts';
import { quote } from '../base/quote.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { RolloutId } from '../rollout/release.ts';
import type { CliContext } from './cli-command.ts';

const CI_TOKENS: TokenProvider = {
  trusted: 'the OIDC provider of this CI, its audience, and the subject of this job',
  failed: 'there is no usable ID token',
  expected:
    'the variable CANARY_ID_TOKEN, --id-token-file, or AWS_WEB_IDENTITY_TOKEN_FILE, with a token of the CI',
};

/** `undefined`: the credentials of the environment. Fails before anything has begun, if there is no session. */
export async function openCredentials(
  inputs: Pick<Inputs, 'role' | 'region'>,
  id: Pick<RolloutId, 'runId' | 'attempt'>,
  context: CliContext,
): Promise<CredentialProvider | undefined> {
  const credentials = await openSession(inputs, id, context);
  await credentials?.();
  return credentials;
}

async function openSession(
  inputs: Pick<Inputs, 'role' | 'region'>,
  id: Pick<RolloutId, 'runId' | 'attempt'>,
  context: CliContext,
): Promise<CredentialProvider | undefined> {
  const { role, region } = inputs;
  const { log, env } = context;
  if (!role) return undefined;
  if (!hasToken(context) && env.ACTIONS_ID_TOKEN_REQUEST_URL) {
    const { oidcCredentials } = await import('../github/oidc-credentials.ts');
    return oidcCredentials(inputs, id, log, log.mask);
  }
  const { openRoleSession } = await import('../aws/role-session.ts');
  return openRoleSession({
    role,
    region,
    name: `canary-action-${id.runId}-${id.attempt}`.slice(0, 64),
    idToken: async () => readToken(context),
    provider: CI_TOKENS,
    mask: log.mask,
    log,
  });
}

/** What is known without asking anybody; empty: there is a token. */
export async function missingToken(context: CliContext): Promise<readonly string[]> {
  if (hasToken(context) || context.env.ACTIONS_ID_TOKEN_REQUEST_URL) return [];
  const { noToken } = await import('../aws/role-session.ts');
  return [noToken(CI_TOKENS, 'none is set')];
}

function hasToken({ flags, env }: CliContext): boolean {
  return flags.has('id-token') || flags.has('id-token-file') || !!env.AWS_WEB_IDENTITY_TOKEN_FILE;
}

/** The file is read each time, because some CIs renew it. */
async function readToken({ flags, env, cwd, log }: CliContext): Promise<string> {
  const given = flags.text('id-token');
  const file = flags.text('id-token-file') || env.AWS_WEB_IDENTITY_TOKEN_FILE || '';
  if (given === '' && file === '') throw new KnownError('none is set');
  const token = given || (await readTokenFile(resolve(cwd, file)));
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) {
    const where = given === '' ? quote(file) : 'CANARY_ID_TOKEN';
    throw new KnownError(`${where} has no token of the form header.payload.signature`);
  }
  log.mask(token);
  return token;
}

async function readTokenFile(path: string): Promise<string> {
  try {
    return (await foreign(() => readFileSync(path, 'utf8'))).trim();
  } catch (error) {
    throw new KnownError(`${quote(path)} cannot be read: ${known(error).message}`);
  }
}
