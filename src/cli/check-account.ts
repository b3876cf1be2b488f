// Whose account this run works in, before it reads or changes anything there.

import { summaryOf } from '../aws/aws-errors.ts';
import type { CallerIdentity } from '../aws/caller-identity.ts';
import { hasNoCredentials, isBadCredentials } from '../aws/credential-errors.ts';
import type { CredentialProvider } from '../aws/role-session.ts';
import { KnownError, known, rootOf } from '../base/errors.ts';
import type { Given } from './cli-command.ts';
import type { MaskedLog } from './plain-log.ts';
import { UsageError } from './usage-error.ts';

const WAYS =
  'set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; or --role-to-assume with an ID token of the CI; or run where the machine has a role';

interface Access {
  readonly region: string;
  readonly credentials: CredentialProvider | undefined;
  /** The flag `--account`; `undefined`: any account will do. */
  readonly expected: Given | undefined;
}

/**
 * Throws a `KnownError` without usable credentials, and a `UsageError` if they are those of another account. Without an
 * expected account, nothing depends on STS, which some networks do not reach.
 */
export async function checkAccount(access: Access, log: MaskedLog): Promise<void> {
  const { region, credentials, expected } = access;
  const found = await identity(region, credentials).catch((error) =>
    refuse(known(error), expected, log),
  );
  if (!found) return;
  const { account, arn } = found;
  if (expected && expected.text !== account) {
    throw new UsageError([
      `${expected.from}: the credentials belong to account ${account} (${arn}), but ${expected.text} is expected; nothing was read or changed`,
    ]);
  }
  log.line(`AWS account ${account}, ${region}, as ${arn.replace(/^arn:[\w-]+:\w+::\d+:/, '')}`);
}

async function identity(
  region: string,
  credentials: CredentialProvider | undefined,
): Promise<CallerIdentity> {
  const { readCallerIdentity } = await import('../aws/caller-identity.ts');
  return await readCallerIdentity(region, credentials);
}

function refuse(error: KnownError, expected: Given | undefined, log: MaskedLog): undefined {
  const root = rootOf(error);
  if (hasNoCredentials(root)) {
    throw new KnownError(`there are no AWS credentials (${summaryOf(root)}): ${WAYS}`);
  }
  if (isBadCredentials(root)) {
    throw new KnownError(
      `AWS rejects the credentials (${summaryOf(root)}). They may have expired: get new ones; or ${WAYS}`,
    );
  }
  if (expected) throw new KnownError(`${expected.from} could not be checked: ${error.message}`);
  log.line(`The AWS account could not be read, and nothing depends on it: ${error.message}`);
  return undefined;
}
