import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { withTimeout } from '../../../src/base/time.ts';

describe('Work with a time limit', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const ending = <T>(ms: number, end: () => T) =>
    new Promise<T>((resolve, reject) => {
      setTimeout(() => {
        try {
          resolve(end());
        } catch (error) {
          reject(error);
        }
      }, ms);
    });

  it('resolves to the result of the work, and leaves no timer behind', async () => {
    expect(await withTimeout(5, Promise.resolve('at once'))).toBe('at once');
    const later = withTimeout(
      5,
      ending(4_000, () => 'later'),
    );
    await jest.advanceTimersByTimeAsync(4_000);
    expect(await later).toBe('later');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('rejects when the work rejects', async () => {
    const failing = withTimeout(
      5,
      ending(1_000, () => {
        throw new Error('it failed');
      }),
    );
    const said = expect(failing).rejects.toThrow('it failed');
    await jest.advanceTimersByTimeAsync(1_000);
    await said;
  });

  it('resolves to undefined on a timeout', async () => {
    const late = withTimeout(
      5,
      ending(6_000, () => 'too late'),
    );
    await jest.advanceTimersByTimeAsync(5_000);
    expect(await late).toBeUndefined();
  });
});
