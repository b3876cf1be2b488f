import { describe, expect, it } from '@jest/globals';
import { oneCredentialsProblem } from '../../../src/aws/credential-errors.ts';

describe('Problems with the credentials', () => {
  it.each([
    'this job has no AWS credentials (Could not load credentials): use a step',
    'AWS rejected the credentials of this job (expired); they may have expired',
    'there are no AWS credentials (none): set AWS_PROFILE',
    'AWS rejects the credentials (expired). They may have expired: get new ones',
    'role-to-assume: AWS does not let this job assume arn:aws:iam::1:role/a (no); its trust policy',
    'role-to-assume: GitHub did not issue an ID token to this job (X is not set); expected y',
    'role-to-assume: there is no usable ID token (none is set); expected y',
  ])('are one, without the calls: %s', (text) => {
    const found = [`reading "a": ${text}`, 'alarms: none', `reading "b": ${text}`];
    expect(oneCredentialsProblem(found)).toEqual([text, 'alarms: none']);
  });

  it('differ by their request', () => {
    const text = (id: string) =>
      `AWS rejected the credentials of this job (expired (request ${id})); they may have expired`;
    expect(oneCredentialsProblem([`a: ${text('1')}`, `b: ${text('2')}`])).toEqual([text('1')]);
  });

  it('are not what is about something else', () => {
    const others = ['role-to-assume: x is not a role', 'reading "a": AWS denies lambda:GetAlias'];
    expect(oneCredentialsProblem(others)).toEqual(others);
  });
});
