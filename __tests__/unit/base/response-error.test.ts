import { describe, expect, it } from '@jest/globals';
import { messageOf } from '../../../src/base/errors.ts';

/** As GitHub's client makes it: all of the response is in the message. */
const error = (status: number, data: unknown) =>
  Object.assign(new Error(`made of ${JSON.stringify(data)}`), { status, response: { data } });

describe('An error with a response of GitHub', () => {
  it.each<[string, unknown, string]>([
    ['its message', { message: 'Bad credentials', env: 'SECRET' }, 'Bad credentials'],
    [
      'named fields of its errors',
      {
        message: 'Validation Failed',
        errors: [
          {
            resource: 'IssueComment',
            field: 'data',
            code: 'custom',
            message: 'too long',
            v: 'SECRET',
          },
          'no such ref',
          { value: 'SECRET' },
        ],
      },
      'Validation Failed: IssueComment data custom too long: no such ref',
    ],
    [
      'nothing of one without a message',
      { env: 'SECRET' },
      'HTTP 422, with a response without a message',
    ],
    ['nothing of a list', ['SECRET'], 'HTTP 422, with a response without a message'],
    ['nothing of null', null, 'HTTP 422, with a response without a message'],
    ['nothing of bytes', new ArrayBuffer(8), 'HTTP 422, with a response without a message'],
    [
      'nothing of a page',
      'SECRET',
      'HTTP 422, with a response that is not from GitHub; is there a proxy in between?',
    ],
  ])('shows %s', (_, data, words) => {
    expect(messageOf(error(422, data))).toBe(words);
  });
});
