import type { InputGroup } from './declaration.ts';
import { roleArn, sessionSeconds } from './fields.ts';
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
        'The job needs `id-token: write`. The action renews the session for rollouts that last longer than one session.',
    },
    'role-duration-seconds': {
      type: number(sessionSeconds, { minimum: 900, maximum: 43_200 }),
      default: '3600',
      combined: true,
      doc: 'The length of each `role-to-assume` session, in seconds.',
      details: 'The role must allow it.',
    },
  },
} as const satisfies InputGroup;
