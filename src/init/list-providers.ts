// How to see whether an account has GitHub's OIDC provider, of which there can be one only.

import { awsCommand } from '../base/command-line.ts';

export const LIST_PROVIDERS = awsCommand('iam list-open-id-connect-providers', {});
