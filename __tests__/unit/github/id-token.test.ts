import { describe, expect, it } from '@jest/globals';
import { KnownError } from '../../../src/base/errors.ts';
import { withoutResponse } from '../../../src/github/id-token.ts';

const failing = (message: string) =>
  withoutResponse(() => Promise.reject(new Error(message)))('sts.amazonaws.com');

describe('A request for an ID token', () => {
  it('that is answered with an error shows no more of it than the status', async () => {
    const message =
      'Failed to get ID Token. \n \n        Error Code : 403\n \n        Error Message: SECRET page';
    await expect(failing(message)).rejects.toEqual(new KnownError('HTTP 403'));
  });

  it('that is not answered shows why', async () => {
    await expect(failing('Unable to get\n ACTIONS_ID_TOKEN_REQUEST_URL')).rejects.toThrow(
      'Unable to get ACTIONS_ID_TOKEN_REQUEST_URL',
    );
  });

  it('gives the token of the audience', async () => {
    await expect(withoutResponse(async (audience) => `for ${audience}`)('sts')).resolves.toBe(
      'for sts',
    );
  });
});
