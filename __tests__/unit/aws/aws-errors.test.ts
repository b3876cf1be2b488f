// The text of an AWS error: one sentence, whatever the response.

import { describe, expect, it } from '@jest/globals';
import { describeAwsError } from '../../../src/aws/aws-errors.ts';
import { KnownError, messageOf } from '../../../src/base/errors.ts';

const permission = { action: 'lambda:PublishVersion', resource: 'arn:…:function:orders' };
const said = (error: unknown) => describeAwsError(error, 'publishing "orders"', permission);

describe('an error of AWS in words', () => {
  it('contains the action, the code, the message of AWS and the request ID', () => {
    const error = {
      name: 'TooManyRequestsException',
      message: 'Rate exceeded',
      $metadata: { httpStatusCode: 429, requestId: 'c6af9ac6-7b61' },
    };
    expect(said(error)).toBe(
      'publishing "orders": TooManyRequestsException: Rate exceeded (request c6af9ac6-7b61)',
    );
  });

  it.each([
    [
      'a page that could not be taken apart',
      {
        name: 'SyntaxError',
        message: `Unexpected token '<', "<html><body>"... is not valid JSON\n  Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.`,
        $metadata: { httpStatusCode: 503 },
      },
      'publishing "orders": SyntaxError: a response that is not from AWS (HTTP 503); is there a proxy in between?',
    ],
    [
      'a page as the message',
      { name: 'UnknownError', message: `<!DOCTYPE html>\n<html>${'<p>no</p>'.repeat(500)}` },
      'publishing "orders": UnknownError: a response that is not from AWS; is there a proxy in between?',
    ],
  ])('says of %s only that it is none of AWS', (_, error, words) => {
    expect(said(error)).toBe(words);
  });

  it('is shortened if the message is very long, and keeps the request ID', () => {
    const rule = `Value at 'environment.variables' failed to satisfy constraint;`;
    const text = said({
      name: 'ValidationException',
      message: `${rule}\n`.repeat(100),
      $metadata: { requestId: 'r-1' },
    });
    expect(text.length).toBeLessThan(400);
    expect(text).not.toContain('\n');
    expect(text).toMatch(/ … \(request r-1\)$/);
  });

  it('does not show request data that may be secret', () => {
    const message = `Value 'hunter2' at 'variables.apiKey' failed ${'x'.repeat(400)}; hunter2`;
    const error = { name: 'BadRequestException', message };
    const text = describeAwsError(error, 'shifting', permission, ['hunter2']);
    expect(text).toContain("BadRequestException: Value '***' at 'variables.apiKey' failed");
    expect(text).not.toContain('hunter2');
  });

  it.each([
    [{ name: 'Error', code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND lambda' }, 'getaddrinfo'],
    [{ name: 'Error', code: 'EAI_AGAIN', message: 'getaddrinfo EAI_AGAIN lambda' }, 'getaddrinfo'],
    [{ name: 'TimeoutError', code: 'ECONNRESET', message: 'socket hang up' }, 'socket hang up'],
    [{ name: 'Error', code: 'EPROTO', message: 'wrong version number' }, 'wrong version number'],
    [{ name: 'Error', code: 'HPE_INVALID_CONSTANT', message: 'Parse Error' }, 'Parse Error'],
    [{ name: 'ProxyError', message: 'the proxy a:1 refused' }, 'the proxy a:1 refused'],
    [
      Object.assign(new AggregateError([{ code: 'ENETUNREACH', message: 'connect ENETUNREACH' }])),
      'connect ENETUNREACH',
    ],
    [
      { code: 'SELF_SIGNED_CERT_IN_CHAIN', message: 'self-signed certificate' },
      'self-signed certificate; if a proxy in between has a certificate of its own, name its',
    ],
    [
      { code: 'ERR_TLS_CERT_ALTNAME_INVALID', message: 'altnames' },
      'altnames; if a proxy in between has a certificate of its own',
    ],
  ])('says of %j that AWS could not be reached', (error, why) => {
    expect(said(error)).toContain(`publishing "orders": AWS could not be reached (${why}`);
  });

  it('tells a job without credentials from one whose credentials AWS rejects', () => {
    const none = { name: 'CredentialsProviderError', message: 'Could not load credentials' };
    expect(said(none)).toBe(
      'publishing "orders": this job has no AWS credentials (Could not load credentials): use aws-actions/configure-aws-credentials before this step, or set role-to-assume; jobs for pull requests from forks and Dependabot get none',
    );
    expect(said({ name: 'ExpiredTokenException', message: 'expired' })).toContain(
      'AWS rejected the credentials of this job (expired); they may have expired',
    );
  });

  it('repeats a sentence of this action as it is', () => {
    expect(said(new KnownError('role-to-assume: no session'))).toBe(
      'publishing "orders": role-to-assume: no session',
    );
  });

  it('names the permission that is missing, and nothing else', () => {
    const message = `User: arn:aws:sts::123456789012:assumed-role/ci/x is not authorized to perform: lambda:PublishVersion on resource: arn:aws:lambda:eu-west-1:123456789012:function:orders because no identity-based policy allows the lambda:PublishVersion action`;
    expect(said({ name: 'AccessDeniedException', message })).toBe(
      'publishing "orders": AWS denies lambda:PublishVersion on arn:aws:lambda:eu-west-1:123456789012:function:orders; the role of this job needs that permission',
    );
  });
});

describe('the message of an error', () => {
  it.each([
    [new Error('it is gone'), 'it is gone'],
    [Object.assign(new Error(' \t'), { name: 'HttpError' }), 'HttpError'],
    ['no error at all', 'no error at all'],
    [undefined, 'undefined'],
    [
      { name: 'HttpError', message: '<html>…', status: 502, response: { data: '<html>…' } },
      'HTTP 502, with a response that is not from GitHub; is there a proxy in between?',
    ],
    [
      { name: 'HttpError', message: 'Not Found', status: 404, response: { data: { message: '' } } },
      'HTTP 404, with a response without a message',
    ],
  ])('is never empty: %j', (error, words) => {
    expect(messageOf(error)).toBe(words);
  });
});
