// Commands for users to paste. Every printed command is given to a real shell, with an `aws` on the PATH that
// records its arguments. They must be exactly the intended ones, whatever the IDs, names and values contain.

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aliasCommand, awsCommand, patchWords } from '../../../src/base/command-line.ts';
import { repairCommands } from '../../../src/targets/stage/repair-commands.ts';
import { STAGE_RECORD } from '../rollout/rollout-fixture.ts';

const HOSTILE = [
  "1'; touch pwned; '",
  'x; touch pwned #',
  '$(touch pwned)',
  '`touch pwned`',
  '"; touch pwned; "',
  'a && touch pwned',
  'a | touch pwned',
  '> pwned',
  '~/x',
  '=ls',
  '*',
  '!!',
  '\\',
  'a\\',
  "it's",
  'two words',
  'a\nb',
  'https://example.com/~a?b=1&c=2,3#d',
  '-x',
  '--endpoint-url=https://evil.example',
  'é\u202e',
  '',
];

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'paste-'));
  const fake = join(home, 'aws');
  writeFileSync(fake, '#!/bin/sh\nfor word in "$@"; do printf \'%s\\0\' "$word"; done\n');
  chmodSync(fake, 0o755);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** The arguments that `aws` receives when the line is pasted. */
function paste(command: string, set: Readonly<Record<string, string>> = {}): readonly string[] {
  const env = { PATH: `${home}:/usr/bin:/bin`, HOME: home, ...set };
  const said = execFileSync('sh', ['-c', command], { cwd: home, env, encoding: 'utf8' });
  expect(readdirSync(home)).toEqual(['aws']);
  return said.split('\0').slice(0, -1);
}

/** The value of an option, written in either form. */
function optionOf(words: readonly string[], name: string): string | undefined {
  const joined = words.find((word) => word.startsWith(`--${name}=`));
  return joined?.slice(name.length + 3) ?? words[words.indexOf(`--${name}`) + 1];
}

/** The patches as the CLI parses them: JSON, or its shorthand with the characters accepted in a value. */
function patchesOf(words: readonly string[]): readonly unknown[] {
  const given = words.slice(words.indexOf('--patch-operations') + 1);
  if (given[0]?.startsWith('[')) return JSON.parse(given[0]) as unknown[];
  return given.map((word) => {
    const [, op, path, quoted, bare] =
      /^op=(\w+),path=([\w./-]+)(?:,value=(?:"([^"\\]*)"|([\w.:/-]+)))?$/.exec(word) ?? [];
    const value = quoted ?? bare;
    return { op, path, ...(value !== undefined && { value }) };
  });
}

describe('A command for users to paste', () => {
  it.each(HOSTILE)('gives the shell one word for %j', (value) => {
    const words = paste(awsCommand('lambda get-alias', { region: 'eu-west-1', name: value }));
    expect(words.slice(0, 4)).toEqual(['lambda', 'get-alias', '--region', 'eu-west-1']);
    expect(optionOf(words, 'name')).toBe(value);
    expect(words).toHaveLength(value.startsWith('-') ? 5 : 6);
  });

  it('passes any word that a command line can contain', () => {
    const word = fc
      .string({ unit: 'binary', maxLength: 20 })
      .map((text) => text.replace(/\0|[\ud800-\udfff]/g, ''));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (given) => {
        const words = paste(awsCommand('lambda get-alias', { list: given }));
        expect(words).toEqual(['lambda', 'get-alias', '--list', ...given]);
      }),
      { numRuns: 25 },
    );
  });

  it.each(HOSTILE)('points an alias with %j in each of its names', (value) => {
    const ref = { functionName: value, alias: value };
    const words = paste(aliasCommand('eu-west-1', ref, value));
    for (const name of ['function-name', 'name', 'function-version']) {
      expect(optionOf(words, name)).toBe(value);
    }
    expect(optionOf(words, 'routing-config')).toBe('{"AdditionalVersionWeights":{}}');
    expect(words.slice(-2)).toEqual(['--region', 'eu-west-1']);
  });

  it.each(HOSTILE)('repairs a stage whose record contains %j everywhere', (value) => {
    const stage = { restApiId: value, stageName: value, region: 'eu-west-1' };
    const before = {
      ...STAGE_RECORD,
      deploymentId: value,
      variables: { [value]: value, gone: null },
      drafts: [{ resourceId: value, method: value, from: value, to: '' }],
    };
    const commands = repairCommands(stage, before);
    const [close = [], restore = [], draft = []] = commands
      .filter((command) => !command.includes('${BEFORE_'))
      .map((command) => paste(command));
    expect(close.at(-1)).toBe('op=remove,path=/canarySettings');
    for (const words of [close, restore, draft]) expect(optionOf(words, 'rest-api-id')).toBe(value);
    expect(optionOf(restore, 'stage-name')).toBe(value);
    expect(optionOf(draft, 'resource-id')).toBe(value);
    expect(optionOf(draft, 'http-method')).toBe(value);
    expect(patchesOf(restore)).toEqual([
      { op: 'replace', path: '/deploymentId', value },
      { op: 'remove', path: '/variables/gone' },
    ]);
    expect(patchesOf(draft)).toEqual([{ op: 'replace', path: '/uri', value }]);
  });

  it.each(['s3cret', "it's", '$(touch pwned)', 'a b'])(
    'takes a value that is not shown out of the shell: %j',
    (value) => {
      const stage = { restApiId: 'a1b2c3', stageName: 'prod', region: 'eu-west-1' };
      const before = { ...STAGE_RECORD, variables: { apiKey: value } };
      const commands = repairCommands(stage, before);
      expect(commands.join()).not.toContain(value);
      const hidden = commands.find((command) => command.includes('${BEFORE_')) ?? '';
      expect(() => paste(hidden)).toThrow('BEFORE_apiKey: set it to the value');
      expect(paste(hidden, { BEFORE_apiKey: value }).at(-1)).toBe(
        `op=replace,path=/variables/apiKey,value="${value}"`,
      );
    },
  );

  it('uses the shorthand of the CLI only for plain values', () => {
    expect(patchWords([{ op: 'replace', path: '/variables/version', value: 'orders:7' }])).toEqual([
      'op=replace,path=/variables/version,value=orders:7',
    ]);
    for (const value of ['a b', '{a}', '[a]', '"a"', 'a\\', "it's", '']) {
      const patches = [{ op: 'replace', path: '/variables/a', value }] as const;
      expect(patchWords(patches)).toEqual([JSON.stringify(patches)]);
    }
  });

  it('is built in only one place of the source', () => {
    const source = new URL('../../../src/', import.meta.url).pathname;
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
    const own = files.filter((file) => file.endsWith('.ts') && file !== 'base/command-line.ts');
    const printed = /\baws (apigateway|lambda|cloudwatch|iam|sts) [a-z]/;
    const found = own.filter((file) => printed.test(readFileSync(join(source, file), 'utf8')));
    expect(found).toEqual([]);
  });
});
