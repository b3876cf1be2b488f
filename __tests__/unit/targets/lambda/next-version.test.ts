import { describe, expect, it } from '@jest/globals';
import type { NewCode } from '../../../../src/targets/lambda/new-code.ts';
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

  describe('with code in the inputs', () => {
    const code: NewCode = {
      source: { kind: 'path', text: 'orders.zip', path: 'orders.zip' },
      ...{ codeSha256: 'new', bytes: 1, send: { kind: 'zip', zip: new Uint8Array(1) } },
      ...{ isThere: false, before: { codeSha256: 'latest', bytes: 1 } },
    };
    const LATEST = { ...SERVING, codeSha256: 'latest' };

    it('is uploaded over what was read', () => {
      expect(versionToRelease(ORDERS, '4', LATEST, SERVING, code)).toMatchObject({
        ...{ version: undefined, latest: LATEST, upload: code },
      });
    });

    it('is published without an upload if $LATEST has it', () => {
      const there = { ...code, codeSha256: 'latest', isThere: true };
      expect(versionToRelease(ORDERS, '4', LATEST, SERVING, there)).toMatchObject({
        ...{ version: undefined, latest: LATEST, upload: undefined },
      });
    });

    it('is the one that serves, if it has that code, whatever $LATEST is', () => {
      const served = { ...code, codeSha256: 'code' };
      expect(versionToRelease(ORDERS, '4', LATEST, SERVING, served)).toMatchObject({
        ...{ version: '4', latest: undefined },
      });
    });

    it('is a new one if only the settings differ', () => {
      const served = { ...code, codeSha256: 'code' };
      const latest = { ...LATEST, settings: 'other' };
      expect(versionToRelease(ORDERS, '4', latest, SERVING, served)).toMatchObject({
        ...{ version: undefined, upload: served },
      });
    });
  });

  it('is the one that the inputs name, whatever $LATEST is', () => {
    expect(versionToRelease({ ...ORDERS, version: '2' }, '4', SERVING, SERVING)).toMatchObject({
      version: '2',
      latest: undefined,
    });
  });
});
