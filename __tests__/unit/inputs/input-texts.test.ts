// The texts of the inputs as GitHub passes them, and those that this action has no input for.

import { describe, expect, it } from '@jest/globals';
import {
  convertedInputs,
  inputText,
  misspelledInputs,
  strayInputs,
} from '../../../src/inputs/input-texts.ts';
import { schemaOf } from '../../../src/inputs/schema.ts';
import { TARGET_KINDS } from '../../../src/targets/kinds.ts';

const SCHEMA = schemaOf(TARGET_KINDS);

describe('the text of an input', () => {
  it('is in a variable in upper case that keeps its hyphens, without space around it', () => {
    expect(inputText({ 'INPUT_BAKE-TIME': ' 5m\n' }, 'bake-time')).toBe('5m');
    expect(inputText({}, 'bake-time')).toBe('');
  });

  it.each(['Array', 'Object'])('is refused if it is %s, which GitHub makes of JSON', (text) => {
    expect(convertedInputs({ INPUT_ALARMS: text }, SCHEMA)).toEqual([
      expect.stringContaining(`alarms: "${text}" is what GitHub makes of a value of fromJSON`),
    ]);
  });
});

describe('inputs of others', () => {
  const env = { 'INPUT_OUTER-NAME': 'x', INPUT_ALARMS: 'a', INPUT_ALRAMS: 'x' };
  const stray = 'outer-name: this action has no such input, so it is ignored.';

  it('are ignored, with a warning, unless a known name may be meant', () => {
    expect(strayInputs(env, TARGET_KINDS)).toEqual([stray]);
    expect(misspelledInputs(env, SCHEMA)).toEqual([
      'alrams: this action has no such input. Did you mean "alarms"?',
    ]);
  });

  it('are ignored under act even then, which passes on those of an outer composite action', () => {
    const act = { ...env, ACT: 'true' };
    expect(strayInputs(act, TARGET_KINDS)).toEqual([
      stray,
      'alrams: this action has no such input, so it is ignored. Did you mean "alarms"?',
    ]);
    expect(misspelledInputs(act, SCHEMA)).toEqual([]);
  });
});
