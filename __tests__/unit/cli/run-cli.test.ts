import { describe, expect, it } from '@jest/globals';
import type { CliCommand } from '../../../src/cli/cli-command.ts';
import { cliCommands } from '../../../src/cli/command-table.ts';
import { runCli } from '../../../src/cli/run-cli.ts';

/** Runs a command that has a bug. @returns the last line of standard error */
async function afterBug(command: Pick<CliCommand, 'name' | 'changes'>): Promise<string> {
  const errors: string[] = [];
  const broken: CliCommand = {
    ...{ name: command.name, summary: '', flags: [] },
    ...(command.changes !== undefined && { changes: command.changes }),
    run: () => Promise.reject(new TypeError('x is undefined')),
  };
  const code = await runCli(
    {
      ...{ args: [command.name], env: {}, cwd: '/', interactive: false, version: '1' },
      ...{ out: () => undefined, err: (text: string) => void errors.push(text) },
    },
    [broken],
  );
  expect(code).toBe(1);
  return errors.at(-1) ?? '';
}

describe('A bug', () => {
  it.each(['doctor', 'init', 'migrate', 'comment', 'plan', 'status'])(
    'in %s, which changes nothing in AWS, is told as such',
    async (name) => {
      const command = cliCommands().find((each) => each.name === name)!;
      expect(await afterBug(command)).toMatch(
        /^error: internal error: x is undefined\. Nothing was changed in AWS\. This is a bug/,
      );
    },
  );

  it.each(['rollout', 'advance', 'rollback', 'preview', 'sweep'])(
    'in %s leaves a state to look at',
    async (name) => {
      const command = cliCommands().find((each) => each.name === name)!;
      expect(await afterBug(command)).toContain(
        'Look at the state in AWS with canary-action status.',
      );
    },
  );
});
