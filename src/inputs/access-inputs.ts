import type { InputGroup } from './declaration.ts';
import { instant, roleArn, sessionSeconds } from './fields.ts';
import { number, text } from './input-types.ts';

export const accessInputs = {
  title: 'AWS credentials',
  inputs: {
    'role-to-assume': {
      type: text((value, region) => roleArn(region)(value), { name: 'ARN', pattern: '^arn:' }),
      default: '',
      defaultText: 'the credentials of an earlier step',
      combined: true,
      doc: 'The ARN of a role that the action assumes through GitHub OIDC.',
      details:
        'The job needs `id-token: write`. The action renews the session for rollouts that last longer than one session, and if AWS ends it early.',
    },
    'role-duration-seconds': {
      type: number(sessionSeconds, { minimum: 900, maximum: 43_200 }),
      default: '3600',
      combined: true,
      doc: 'The length of each `role-to-assume` session, in seconds.',
      details: 'The role must allow it.',
    },
    'credentials-expire-at': {
      type: text(instant, { name: 'time', pattern: '^"?\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:' }),
      default: '',
      defaultText: '`AWS_CREDENTIAL_EXPIRATION`',
      doc: 'When the credentials of an earlier step expire.',
      details:
        'A release that takes longer is refused. For example the output `aws-expiration` of `aws-actions/configure-aws-credentials` with `output-credentials: true`. Not with `role-to-assume`, whose session is renewed.',
    },
  },
} as const satisfies InputGroup;
