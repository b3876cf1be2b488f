import type { InputGroup } from './declaration.ts';
import { roleArn, sessionSeconds } from './fields.ts';
import { number, text } from './input-types.ts';

export const accessInputs = {
  title: 'Access to AWS',
  inputs: {
    'role-to-assume': {
      type: text(roleArn, { name: 'ARN', pattern: '^arn:' }),
      default: '',
      defaultText: 'the credentials of an earlier step',
      combined: true,
      doc: "The ARN of a role that the action takes on by itself, by GitHub's OIDC.",
      details:
        'It needs "permissions: id-token: write". The action renews the session, for rollouts that last longer than one.',
    },
    'role-duration-seconds': {
      type: number(sessionSeconds, { minimum: 900, maximum: 43_200 }),
      default: '3600',
      combined: true,
      doc: 'With role-to-assume, how long each session lasts; the role must allow it.',
    },
  },
} as const satisfies InputGroup;
