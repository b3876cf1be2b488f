// The log of the command line: no command of any CI, and no secret.

import { describe, expect, it } from '@jest/globals';
import { createPlainLog } from '../../../src/cli/plain-log.ts';
import { dotenv } from '../../../src/cli/result-files.ts';

function logging() {
  const out: string[] = [];
  const err: string[] = [];
  const log = createPlainLog({ out: (text) => out.push(text), err: (text) => err.push(text) });
  return { log, out, err };
}

describe('The plain log', () => {
  it('writes errors to standard error, and everything else to standard output', () => {
    const { log, out, err } = logging();
    log.group('Step 1');
    log.line('a line\nof two');
    log.notice('held');
    log.warning('odd\nand why');
    log.error('bad');
    log.endGroup();
    expect(out).toEqual([
      '== Step 1\n',
      'a line of two\n',
      'held\n',
      'warning: odd\n',
      '  and why\n',
    ]);
    expect(err).toEqual(['error: bad\n']);
  });

  it.each([
    ['::set-output name=x::1', ':\u200B:set-output name=x::1'],
    ['  ::error::x', '  :\u200B:error::x'],
    ['see ##[group]x', 'see ##\u200B[group]x'],
    ['##vso[task.setvariable variable=x]y', '##\u200Bvso[task.setvariable variable=x]y'],
    ["##teamcity[message text='x']", "##\u200Bteamcity[message text='x']"],
    ['section_start:1:x\r\u001b[0K\u001b[31mred', 'section_start:1:x[0K[31mred'],
  ])('makes a command of a CI harmless: %j', (text, written) => {
    const { log, out } = logging();
    log.text(text);
    expect(out).toEqual([`${written}\n`]);
  });

  it('hides secrets in every form, and no word that is too short to be one', () => {
    const { log, out } = logging();
    log.mask('s3cret/key');
    log.mask('line one\nline two');
    log.mask('x');
    log.line('the s3cret/key, s3cret%2Fkey, line two, x');
    expect(out).toEqual(['the ***, ***, ***, x\n']);
    expect(log.masked('s3cret/key')).toBe('***');
  });
});

describe('The outputs as a file', () => {
  it('has one line for each, in names and values that GitLab accepts', () => {
    const text = dotenv({
      outcome: 'failed',
      'next-step-at': '',
      reason: 'a\nb "c"',
      versions: '{"a":"1"}',
    });
    expect(text.split('\n')).toEqual([
      'CANARY_OUTPUT_OUTCOME=failed',
      'CANARY_OUTPUT_NEXT_STEP_AT=',
      'CANARY_OUTPUT_REASON=a b "c"',
      'CANARY_OUTPUT_VERSIONS={"a":"1"}',
      '',
    ]);
    expect(Buffer.byteLength(dotenv({ reason: 'x'.repeat(100_000) }))).toBeLessThan(2_000);
  });
});
