import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createLog, oneLine } from '../../../src/github/actions-log.ts';
import { outputOf } from '../../support/output-of.ts';
import { parseWorkflowCommands } from '../../support/workflow-commands.ts';

const foreign = fc.oneof(
  fc.string({ unit: fc.constantFrom(...':#[]% \n\r\u2028\u2029\ta=,') }),
  fc.constantFrom(
    '::error::x',
    '  ::add-mask::x',
    '\n::set-env name=A::b',
    '##[error]x',
    'a ##[add-mask]b',
    '::stop-commands::t',
    '\uFEFF::error::x',
    '\u0085::error::x',
    ' \u0085 ::error::x',
  ),
  fc.string({ unit: 'binary' }),
);

/** The runner's older form, which it recognizes anywhere in a line. */
const OLD_FORM = /##\[/;

describe('a line of the log', () => {
  it('is one line, and never a command, whatever it contains', () => {
    fc.assert(
      fc.property(
        fc.array(foreign).map((parts) => parts.join('')),
        (text) => {
          const output = outputOf(() => createLog().line(text));
          expect(output.trimEnd().split(/[\r\n\u2028\u2029]/)).toHaveLength(1);
          // White space to the runner, though not to a regular expression.
          expect(parseWorkflowCommands(output.replaceAll('\u0085', ' '))).toEqual([]);
          expect(output).not.toMatch(OLD_FORM);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('keeps its words', () => {
    const plain = 'step 1/2  5%  canary 1,204 req :: stable [#3]';
    expect(oneLine(plain)).toBe(plain);
    expect(oneLine('::error::x').replaceAll('\u200B', '')).toBe('::error::x');
    expect(oneLine('a\r\nb')).toBe('a b');
  });
});

describe('a group', () => {
  it('ends before the next one begins, and only once', () => {
    const output = outputOf(() => {
      const log = createLog();
      log.endGroup();
      log.group('Preflight');
      log.group('Step 1 of 2: 5% for 5m');
      log.line('x');
      log.endGroup();
      log.endGroup();
    });
    expect(parseWorkflowCommands(output).map(({ name, message }) => `${name} ${message}`)).toEqual([
      'group Preflight',
      'endgroup ',
      'group Step 1 of 2: 5% for 5m',
      'endgroup ',
    ]);
  });

  it('has but a title, whatever is in it', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const output = outputOf(() => createLog().group(text));
        expect(parseWorkflowCommands(output).map(({ name }) => name)).toEqual(['group']);
        expect(output).not.toMatch(OLD_FORM);
      }),
    );
  });
});

describe('an annotation', () => {
  it('is one command whose text is unchanged, whatever it contains', () => {
    const levels = ['notice', 'warning', 'error'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...levels), foreign, (level, given) => {
        // The runner's lines end at CR and LF only; a regular expression's dot stops at these too.
        const text = given.replace(/[\u2028\u2029]/g, '');
        const output = outputOf(() => createLog()[level](text));
        const commands = parseWorkflowCommands(output);
        expect(commands.map(({ name }) => name)).toEqual([level]);
        expect(output.trimEnd().split(/[\r\n]/)).toHaveLength(1);
        expect(commands[0]?.message.replaceAll('\u200B', '')).toBe(text.replaceAll('\u200B', ''));
      }),
      { numRuns: 500 },
    );
  });
});
