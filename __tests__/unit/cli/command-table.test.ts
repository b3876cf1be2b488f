// The commands, their flags and their help.

import { describe, expect, it } from '@jest/globals';
import { cliCommands } from '../../../src/cli/command-table.ts';
import { commandHelp, generalHelp } from '../../../src/cli/help-text.ts';
import { variableOf } from '../../../src/cli/parse-flags.ts';
import { schemaOf } from '../../../src/inputs/schema.ts';
import { TARGET_KINDS } from '../../../src/targets/kinds.ts';

const COMMANDS = cliCommands();
const INPUTS = schemaOf(TARGET_KINDS).inputs;

describe('The commands', () => {
  it('are all of the action, but for the one that executes comments', () => {
    const words = INPUTS.command?.type.words ?? [];
    const names = COMMANDS.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(words.filter((word) => word !== 'comment')));
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    '%s has flags with one name each, that no variable confuses, and a help that fits a terminal',
    (_, command) => {
      const names = command.flags.flatMap(({ flags }) => flags.map(({ name }) => name));
      expect(new Set(names.map(variableOf)).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(names.filter((name) => name in (command.absent ?? {}))).toEqual([]);
      const lines = commandHelp(command).split('\n');
      expect(lines.filter((line) => line.length > 100)).toEqual([]);
      for (const { flags } of command.flags) {
        for (const { name, doc } of flags)
          expect([name, doc]).toEqual([name, expect.stringMatching(/^\S.*\.$/)]);
      }
    },
  );

  it('have every input as a flag, or a reason why not', () => {
    const rollout = COMMANDS.find(({ name }) => name === 'rollout');
    const flags = rollout?.flags.flatMap((group) => group.flags.map(({ name }) => name)) ?? [];
    const absent = Object.keys(rollout?.absent ?? {});
    const missing = Object.keys(INPUTS).filter(
      (name) => !flags.includes(name) && !absent.includes(name),
    );
    expect(missing).toEqual([]);
  });

  it('leave out of their help what they do not use', () => {
    for (const { name, flags, unused = [] } of COMMANDS) {
      const titles = flags.map(({ title }) => title);
      expect([name, unused.filter((title) => !titles.includes(title))]).toEqual([name, []]);
    }
    const helpOf = (name: string) =>
      COMMANDS.filter((each) => each.name === name)
        .map(commandHelp)
        .join();
    expect(helpOf('status')).not.toContain('--steps');
    expect(helpOf('rollout')).toContain('--steps');
    expect(helpOf('sweep')).toContain('--preview-age');
  });

  it('are listed with a summary and the exit codes', () => {
    const help = generalHelp(COMMANDS);
    expect(help.split('\n').filter((line) => line.length > 100)).toEqual([]);
    for (const { name, summary } of COMMANDS) {
      expect(help).toContain(`  ${name} `);
      expect(help).toContain(summary.split(' ')[0]);
    }
    expect(help).toContain('3 held');
  });
});
