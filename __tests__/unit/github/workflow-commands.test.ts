// Compared with `@actions/core`, which wrote them before and defines what they mean.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as runner from '../../../src/github/workflow-commands.ts';
import { parseFileCommands } from '../../support/file-commands.ts';
import { outputOf } from '../../support/output-of.ts';
import { parseWorkflowCommands } from '../../support/workflow-commands.ts';

const VARIABLES = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'STATE_kept'] as const;

let folder: string;
const before: Record<string, string | undefined> = {};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workflow-commands-'));
  for (const name of VARIABLES) {
    before[name] = process.env[name];
    delete process.env[name];
  }
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  process.exitCode = undefined;
  for (const name of VARIABLES) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
});

/** Includes what the encodings treat in a special way, and the start of a delimiter. */
const special = fc.constantFrom('END', 'ENDEND', '\n', '\r', '%', '%0A', 'x<<END', '::', ',');
const text = fc.oneof(
  fc.array(special).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

describe('a command in the log', () => {
  it.each([
    ['setSecret', runner.setSecret, core.setSecret],
    ['setFailed', runner.setFailed, core.setFailed],
    ['error', runner.error, core.error],
    ['warning', runner.warning, core.warning],
    ['notice', runner.notice, core.notice],
    ['info', runner.info, core.info],
    ['startGroup', runner.startGroup, core.startGroup],
  ])('%s is what @actions/core prints', (_, print, standard) => {
    fc.assert(
      fc.property(text, (message) => {
        expect(outputOf(() => print(message))).toBe(outputOf(() => standard(message)));
      }),
    );
  });

  it('ends a group', () => {
    expect(outputOf(runner.endGroup)).toBe(outputOf(core.endGroup));
  });

  it('fails the step only if it says so', () => {
    outputOf(() => runner.error('x'));
    expect(process.exitCode).toBeUndefined();
    outputOf(() => runner.setFailed('x'));
    expect(process.exitCode).toBe(1);
  });
});

describe.each([
  ['setOutput', 'GITHUB_OUTPUT', runner.setOutput, core.setOutput],
  ['saveState', 'GITHUB_STATE', runner.saveState, core.saveState],
])('%s', (_, variable, set, standard) => {
  it('is read by the runner as one value, whatever it contains', () => {
    const file = join(folder, 'file');
    process.env[variable] = file;
    const read = (write: typeof set, first: string, second: string) => {
      writeFileSync(file, '');
      write('first', first);
      write('second', second);
      return parseFileCommands(readFileSync(file, 'utf8'));
    };
    fc.assert(
      fc.property(text, text, (first, second) => {
        const values = read(set, first, second);
        expect(values).toEqual(read(standard, first, second));
        expect(Object.keys(values)).toEqual(['first', 'second']);
      }),
    );
  });

  it.each([set, standard])('refuses a file that the runner did not create', (write) => {
    process.env[variable] = join(folder, 'missing');
    expect(() => write('a', 'b')).toThrow(`Missing file at path: ${folder}`);
  });

  it.each([set, standard])('goes to the log outside of a job', (write) => {
    const commands = parseWorkflowCommands(outputOf(() => write('cause', 'a\nb%')));
    expect(commands).toMatchObject([{ properties: { name: 'cause' }, message: 'a\nb%' }]);
  });
});

describe('saved state', () => {
  it('is read in the post step, and is empty if nothing was saved', () => {
    expect(runner.getState('kept')).toBe('');
    process.env.STATE_kept = '{"a":1}';
    expect(runner.getState('kept')).toBe(core.getState('kept'));
    expect(runner.getState('kept')).toBe('{"a":1}');
  });
});
