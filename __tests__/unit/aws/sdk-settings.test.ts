// Settings of the AWS SDK in the environment: obeyed, or refused in words.

import { describe, expect, it } from '@jest/globals';
import { readRetries } from '../../../src/aws/sdk-settings.ts';

describe('The attempts for a call to AWS', () => {
  it('are six with the adaptive mode, unless the environment says otherwise', () => {
    const usual = { maxAttempts: 6, retryMode: 'adaptive' };
    expect(readRetries({})).toEqual(usual);
    expect(readRetries({ AWS_MAX_ATTEMPTS: '', AWS_RETRY_MODE: '' })).toEqual(usual);
    expect(readRetries({ AWS_MAX_ATTEMPTS: '1' })).toEqual({ ...usual, maxAttempts: 1 });
    expect(readRetries({ AWS_RETRY_MODE: 'legacy' })).toEqual({ ...usual, retryMode: 'legacy' });
  });

  it.each([
    ['AWS_MAX_ATTEMPTS', '0', 'expected a number from 1 to 999, but it is "0"'],
    ['AWS_MAX_ATTEMPTS', 'many', 'expected a number from 1 to 999, but it is "many"'],
    ['AWS_RETRY_MODE', 'Fast', 'expected adaptive or standard or legacy, but it is "Fast"'],
  ])('are not guessed from %s=%s', (name, value, words) => {
    expect(() => readRetries({ [name]: value })).toThrow(`${name}: ${words}`);
  });
});
