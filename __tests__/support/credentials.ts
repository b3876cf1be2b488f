// Credentials that never change, for clients whose answers a test makes up.

import type { CredentialProvider } from '../../src/aws/role-session.ts';

/** @param asked called whenever they are needed */
export function fixedCredentials(asked: () => void = () => undefined): CredentialProvider {
  const provide = async () => {
    asked();
    return { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };
  };
  return Object.assign(provide, { memoized: true as const, replace: () => false });
}
