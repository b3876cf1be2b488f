import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { sleep, withTimeout } from '../../../src/base/time.ts';

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

  it('waits for what is longer than any timer of Node as long as it can', async () => {
    let over = false;
    void sleep(2_300_000_000).then(() => {
      over = true;
    });
    await jest.advanceTimersByTimeAsync(24 * 86_400_000);
    expect(over).toBe(false);
    await jest.advanceTimersByTimeAsync(86_400_000);
    expect(over).toBe(true);
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
