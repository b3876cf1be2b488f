// Earlier releases, as recorded in the descriptions of versions.

import { describe, expect, it } from '@jest/globals';
import { describeVersion, parseVersion } from '../../../../src/targets/lambda/version-text.ts';

describe('the description of a version', () => {
  const source = `octo-org/orders@${'0123456789'.repeat(4)}`;

  it('names what was served when it was published', () => {
    expect(parseVersion(describeVersion(source, '7'))).toBe('7');
    expect(describeVersion(source, '')).toBe(source);
    expect(parseVersion(describeVersion('@', '7'))).toBe('7');
    expect(describeVersion(`x@${'a'.repeat(400)}`, '7')).toHaveLength(256);
  });

  it.each(['', source, 'after 7', `${source}, after seven`, `${source}, after 7 `])(
    '"%s" says nothing',
    (text) => {
      expect(parseVersion(text)).toBeUndefined();
    },
  );
});
