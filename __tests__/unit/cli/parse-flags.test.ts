// The words of a command line, and variables, to flags.

import { describe, expect, it } from '@jest/globals';
import type { CliCommand } from '../../../src/cli/cli-command.ts';
import { parseFlags, variableOf } from '../../../src/cli/parse-flags.ts';

const COMMAND: CliCommand = {
  name: 'release',
  summary: 'Releases.',
  flags: [
    {
      title: 'All',
      flags: [
        { name: 'alias', value: 'TEXT', doc: 'An alias.' },
        { name: 'functions', value: 'LIST', doc: 'Functions.', repeats: true },
        { name: 'comment-it', value: 'BOOLEAN', doc: 'Whether.', boolean: true },
        { name: 'quiet', doc: 'A switch.' },
        { name: 'hook-secret', value: 'TEXT', doc: 'A secret.', secret: true },
      ],
    },
  ],
  absent: { profile: 'set the variable AWS_PROFILE' },
  run: async () => 0,
};

function parse(args: readonly string[], env: Record<string, string> = {}) {
  const { flags, ...rest } = parseFlags(args, COMMAND, env);
  return { ...rest, given: Object.fromEntries([...flags.all].map(([k, v]) => [k, v.text])), flags };
}

describe('parseFlags', () => {
  it('takes a value after a space or an equals sign', () => {
    expect(parse(['--alias', 'live']).given).toEqual({ alias: 'live' });
    expect(parse(['--alias=live']).given).toEqual({ alias: 'live' });
    expect(parse(['--alias=--odd=1']).given).toEqual({ alias: '--odd=1' });
  });

  it('takes a flag with a list several times, one line for each', () => {
    expect(parse(['--functions', 'a,b', '--functions=c']).given).toEqual({ functions: 'a,b\nc' });
  });

  it('takes a boolean without a value, negated, or with one', () => {
    expect(parse(['--comment-it', '--alias', 'x']).given['comment-it']).toBe('true');
    expect(parse(['--no-comment-it']).given['comment-it']).toBe('false');
    expect(parse(['--comment-it', 'false']).given['comment-it']).toBe('false');
    expect(parse(['--comment-it=false']).given['comment-it']).toBe('false');
  });

  it('prefers a flag to its variable, and says where a value is from', () => {
    const { flags } = parse(['--alias', 'live'], { CANARY_ALIAS: 'old', CANARY_FUNCTIONS: 'a' });
    expect(flags.get('alias')).toEqual({ text: 'live', from: '--alias' });
    expect(flags.get('functions')).toEqual({ text: 'a', from: 'CANARY_FUNCTIONS' });
    expect(variableOf('rest-api-id')).toBe('CANARY_REST_API_ID');
  });

  it('takes a secret from its variable only', () => {
    expect(parse([], { CANARY_HOOK_SECRET: 'very secret' }).given).toEqual({
      'hook-secret': 'very secret',
    });
    const { problems, given } = parse(['--hook-secret', 'very secret']);
    expect(given).toEqual({});
    expect(problems).toEqual([
      '--hook-secret: a secret on a command line can be read by other processes; set the variable CANARY_HOOK_SECRET instead',
    ]);
  });

  it('reports all problems at once, with what was probably meant', () => {
    const { problems } = parse(
      [
        '--alais',
        'live',
        'stray',
        '--functoins=a',
        '--alias',
        'a',
        '--alias',
        'b',
        '--zzz',
        '-x',
        '--quiet=1',
      ],
      { CANARY_ALIASS: 'x' },
    );
    expect(problems).toEqual([
      '"stray": unexpected word; a value follows its flag, as in --flag value',
      '--alais: release has no such flag. Did you mean "--alias"?',
      '--functoins: release has no such flag. Did you mean "--functions"?',
      '--alias: given twice, as "a" and as "b"; expected one of them',
      '--zzz: release has no such flag. See canary-action release --help',
      '-x: release has no such flag. See canary-action release --help',
      '--quiet: it takes no value; expected --quiet alone',
      'CANARY_ALIASS: there is no such variable. Did you mean "CANARY_ALIAS"?',
    ]);
  });

  it.each([
    [['--alias'], '--alias: expected a value after it'],
    [['--alias', '--quiet'], '--alias: expected a value after it'],
    [['--alias', ' '], '--alias: its value is empty'],
    [['--profile', 'x'], '--profile: set the variable AWS_PROFILE'],
  ])('refuses %j', (args, problem) => {
    expect(parse(args).problems.join('\n')).toContain(problem);
  });

  it('ignores variables of other programs, with a word, and outputs of earlier jobs, without', () => {
    const { problems, warnings } = parse([], {
      CANARY_WEATHER_STATION: '1',
      CANARY_OUTPUT_ALIAS: 'x',
      CANARY_ALIAS: '',
      ALIAS: 'x',
    });
    expect(problems).toEqual([]);
    expect(warnings).toEqual([
      'CANARY_WEATHER_STATION: there is no such variable, so it is ignored',
    ]);
  });

  it('leaves variables of other commands to them', () => {
    const env = { CANARY_STEPS: '5%/5m', CANARY_ALIAS: 'live' };
    const { flags, problems, warnings } = parseFlags([], COMMAND, env, ['steps', 'alias']);
    expect([problems, warnings]).toEqual([[], []]);
    expect([...flags.all.keys()]).toEqual(['alias']);
  });

  it('reads a word where a command has words, and refuses any other', () => {
    const command = { ...COMMAND, words: ['gitlab', 'github'] };
    expect(parseFlags(['gitlab', '--quiet'], command, {}).word).toBe('gitlab');
    expect(parseFlags(['gitlap'], command, {}).problems).toEqual([
      'release "gitlap": expected gitlab or github. Did you mean "gitlab"?',
    ]);
    expect(parseFlags([], command, {}).problems).toEqual([
      'release: expected gitlab or github after it',
    ]);
  });

  it('finds --help among anything', () => {
    expect(parse(['--nonsense', '-h']).help).toBe(true);
  });
});
