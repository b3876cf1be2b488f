import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sayWrapped } from '../../../src/base/log.ts';
import { cutToFit, LOG_WIDTH, wrapped } from '../../../src/base/wrapped.ts';

describe('a long sentence', () => {
  it('is broken at blanks, with all of its words', () => {
    expect(wrapped('one two three four', 9)).toEqual(['one two', '    three', '    four']);
    const words = fc.array(fc.stringMatching(/^[a-z:#]{1,30}$/), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(words, (parts) => {
        const lines = wrapped(parts.join(' '));
        expect(lines.every((line) => line.length <= LOG_WIDTH)).toBe(true);
        expect(lines.map((line) => line.trim()).join(' ')).toBe(parts.join(' '));
      }),
    );
  });

  it('keeps an address whole, so that it can be copied', () => {
    const address = `https://example.com/${'a'.repeat(120)}`;
    expect(wrapped(`see ${address} for more`)).toEqual(['see', `    ${address}`, '    for more']);
  });

  it('keeps commands whole, each on a line of its own', () => {
    const first = `aws lambda update-alias --function-name orders --name live --routing-config '{"AdditionalVersionWeights": {}}' --region us-east-1`;
    const second =
      'aws apigateway update-stage --patch-operations op=replace,path=/a,value=1 op=remove,path=/b --region us-east-1';
    const text = `${'word '.repeat(25)}run: ${first}; ${second} and then the job again`;
    const lines = wrapped(text);
    expect(lines.slice(2)).toEqual([
      `    ${first};`,
      `    ${second}`,
      '    and then the job again',
    ]);
    expect(lines.map((line) => line.trim()).join(' ')).toBe(text);
  });

  it('is written line by line', () => {
    const lines: string[] = [];
    sayWrapped({ line: (text) => lines.push(text) }, `${'word '.repeat(40)}`);
    expect(lines).toHaveLength(3);
  });
});

describe('a text that must fit into one line', () => {
  it('is cut, and never within a character', () => {
    expect(cutToFit('short', 5)).toBe('short');
    expect(cutToFit('a longer text', 9)).toBe('a longer…');
    expect(cutToFit('ab🐤🐤', 4)).toBe('ab…');
  });
});
