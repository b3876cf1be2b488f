import { describe, expect, it } from '@jest/globals';
import { versionToRelease } from '../../../../src/targets/lambda/next-version.ts';

const ORDERS = { name: 'orders', version: undefined };
const SERVING = { codeSha256: 'code', settings: 'settings' };

describe('the version that a run releases', () => {
  it('is the one that serves, if code and settings are the same', () => {
    expect(versionToRelease(ORDERS, '4', SERVING, SERVING).version).toBe('4');
  });

  it.each([
    ['other code', { ...SERVING, codeSha256: 'other' }],
    ['other settings', { ...SERVING, settings: 'other' }],
  ])('is a new one for %s, bound to what was read', (_, latest) => {
    expect(versionToRelease(ORDERS, '4', latest, SERVING)).toEqual({
      ...{ name: 'orders', from: '4', version: undefined },
      latest,
    });
  });

  it('is published if the content of the one that serves is unknown', () => {
    expect(versionToRelease(ORDERS, '4', SERVING, undefined).version).toBeUndefined();
  });

  it('is the one that the inputs name, whatever $LATEST is', () => {
    expect(versionToRelease({ ...ORDERS, version: '2' }, '4', SERVING, SERVING)).toMatchObject({
      version: '2',
      latest: undefined,
    });
  });
});
