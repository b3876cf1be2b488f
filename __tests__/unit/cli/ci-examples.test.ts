// The examples for other CIs hold to the command line as it is: commands, flags and variables, and what each must say.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { CI_NAMES } from '../../../src/cli/ci-runs.ts';
import { cliCommands } from '../../../src/cli/command-table.ts';
import { parseFlags } from '../../../src/cli/parse-flags.ts';

const FOLDER = join(import.meta.dirname, '../../../examples/ci');
const FILES = readdirSync(FOLDER).map((name) => ({
  name,
  text: readFileSync(join(FOLDER, name), 'utf8'),
}));
const COMMANDS = cliCommands();
const ALL_FLAGS = COMMANDS.flatMap(({ flags }) => flags.flatMap((group) => group.flags));

/** Each call in a file, as words. */
function callsIn(text: string): readonly (readonly string[])[] {
  const calls = [...text.matchAll(/(?:dist\/cli\.js|\$CANARY) +([^\n;']+)/g)];
  return calls.map(([, words = '']) => words.replaceAll(/"/g, '').trim().split(/ +/));
}

/** Variables for the command line, with their values where they are plain. */
function variablesIn(text: string): Record<string, string> {
  const found = [...text.matchAll(/^\s*(CANARY_[A-Z0-9_]+)(?::| =) *'?([^'\n]*)'?$/gm)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value || 'set']));
}

describe('examples/ci', () => {
  it('has one for each CI besides GitHub', () => {
    const texts = FILES.map(({ text }) => text.slice(0, 60));
    for (const ci of CI_NAMES.filter((name) => name !== 'GitHub Actions')) {
      expect([ci, texts.filter((text) => text.includes(ci)).length]).toEqual([ci, 1]);
    }
  });

  it.each(FILES.map(({ name, text }) => [name, text] as const))(
    '%s uses commands, flags and variables that there are',
    (_, text) => {
      const calls = callsIn(text);
      const env = variablesIn(text);
      expect(Object.keys(env).length).toBeGreaterThan(4);
      for (const [name = '', ...args] of calls) {
        const placeholder = /^(\$|<<)/.test(name);
        const command = COMMANDS.find((each) => each.name === (placeholder ? 'rollout' : name));
        expect([name, command?.name]).toEqual([name, placeholder ? 'rollout' : name]);
        if (!command) continue;
        const given = placeholder ? args.slice(args.indexOf('--summary')) : args;
        const elsewhere = ALL_FLAGS.map((flag) => flag.name);
        const { problems, warnings } = parseFlags(given, command, env, elsewhere);
        expect([problems, warnings]).toEqual([[], []]);
      }
    },
  );

  it.each(FILES.map(({ name, text }) => [name, text] as const))(
    '%s plans, releases, can roll back, and says kill grace, timeout and credentials',
    (_, text) => {
      for (const word of ['plan', 'rollout', 'rollback', 'Kill grace: ', 'Timeout: ']) {
        expect(text).toContain(word);
      }
      expect(text).toMatch(/role/i);
    },
  );

  it.each(FILES.filter(({ name }) => name.endsWith('.yml')).map(({ name, text }) => [name, text]))(
    '%s is YAML without duplicate keys',
    (_, text) => {
      expect(parse(text ?? '', { uniqueKeys: true })).toEqual(expect.any(Object));
    },
  );
});
