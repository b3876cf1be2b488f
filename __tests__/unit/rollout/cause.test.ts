import { describe, expect, it } from '@jest/globals';
import { KnownError } from '../../../src/base/errors.ts';
import { errorCause } from '../../../src/rollout/cause.ts';

const denied = Object.assign(new Error('no'), { name: 'AccessDeniedException' });

describe('why a change failed', () => {
  it('is the refusal of AWS, with the name of its error', () => {
    expect(errorCause(new KnownError('AWS denies x', { cause: denied }))).toEqual({
      kind: 'aws-error',
      message: 'AWS denies x',
      code: 'AccessDeniedException',
    });
  });

  it('is what AWS does not return, if it refused nothing', () => {
    expect(errorCause(new KnownError('expected 5%, found 1%'))).toEqual({
      kind: 'aws-error',
      message: 'expected 5%, found 1%',
    });
  });

  it('is an internal error, if nothing explains it', () => {
    expect(errorCause(new TypeError('x is not a function'))).toEqual({
      kind: 'internal-error',
      message: 'x is not a function',
    });
  });
});
