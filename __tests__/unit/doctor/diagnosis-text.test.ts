import { describe, expect, it } from '@jest/globals';
import { diagnose } from '../../../src/doctor/diagnose.ts';
import { diagnosisJson } from '../../../src/doctor/diagnosis-json.ts';
import { diagnosisText } from '../../../src/doctor/diagnosis-text.ts';
import {
  type CallerFact,
  EMPTY_SURVEY,
  type Reach,
  type Survey,
} from '../../../src/doctor/facts.ts';

const caller = (label: string, reach: Reach, more: Partial<CallerFact> = {}): CallerFact => ({
  ...{ functionId: 'fn', front: 'http', label, through: 'HTTP shop', reach, where: 'a' },
  ...more,
});

const surveyOf = (callers: readonly CallerFact[], more: Partial<Survey> = {}): Survey => ({
  ...EMPTY_SURVEY,
  functions: [{ id: 'fn', label: 'orders', name: 'orders', where: 'main.tf:1', tool: 'terraform' }],
  callers,
  ...more,
});

const LIVE: Reach = { kind: 'alias', alias: 'live' };
const BARE: Reach = { kind: 'unqualified' };
const rest = { front: 'rest', stage: { api: 'a1', name: 'prod' } } as const;

describe('a diagnosis', () => {
  it.each<[string, readonly CallerFact[], object]>([
    ['nobody', [], { ways: 'nobody', mode: { kind: 'none' }, change: { kind: 'find-callers' } }],
    [
      'one alias',
      [caller('a', LIVE)],
      { ways: 'alias', mode: { alias: 'live' }, change: { kind: 'nothing' } },
    ],
    [
      'a literal version of a REST API',
      [caller('a', { kind: 'version', version: '7' }, rest)],
      {
        ways: 'version',
        mode: { kind: 'stage', api: 'a1', stage: 'prod' },
        change: { kind: 'nothing' },
      },
    ],
    [
      'a literal version of an HTTP API, which has no canary',
      [caller('a', { kind: 'version', version: '7' })],
      { mode: { kind: 'alias', alias: 'live' }, change: { kind: 'call-alias' } },
    ],
    [
      'a variable that holds an alias',
      [caller('a', { kind: 'variable', variable: 'v', holds: 'alias', value: 'blue' }, rest)],
      { ways: 'variable', mode: { kind: 'alias', alias: 'blue' }, change: { kind: 'nothing' } },
    ],
    [
      'two APIs with one variable each',
      [
        caller('a', { kind: 'variable', variable: 'v', holds: 'version', value: '7' }, rest),
        caller(
          'b',
          { kind: 'variable', variable: 'v', holds: 'version', value: '7' },
          {
            front: 'rest',
            stage: { api: 'b2', name: 'prod' },
          },
        ),
      ],
      { mode: { kind: 'alias' }, change: { kind: 'call-alias' } },
    ],
    [
      'an alias and none',
      [caller('a', LIVE), caller('b', BARE)],
      { ways: 'mixed', change: { kind: 'call-alias', callers: [{ label: 'b' }] } },
    ],
    [
      'an alias and something unknown',
      [caller('a', LIVE), caller('b', { kind: 'unknown', why: 'x' })],
      { ways: 'mixed', mode: { alias: 'live' }, change: { kind: 'find-callers' } },
    ],
  ])('of %s', (_, callers, expected) => {
    expect(diagnose(surveyOf(callers))).toEqual([expect.objectContaining({})]);
    expect(diagnose(surveyOf(callers))[0]).toMatchObject(expected);
  });

  it('does not take an alias for ready that the tool moves', () => {
    const mover = {
      functionId: 'fn',
      alias: 'live',
      kind: 'not-ignored',
      by: 'b',
      where: 'w',
    } as const;
    const [found] = diagnose(surveyOf([caller('a', LIVE)], { movers: [mover] }));
    expect(found).toMatchObject({ change: { kind: 'stop-moving' }, callers: [{ isMoved: true }] });
    const other = { ...mover, alias: 'blue' };
    expect(diagnose(surveyOf([caller('a', LIVE)], { movers: [other] }))[0]?.change.kind).toBe(
      'nothing',
    );
  });
});

describe('its text', () => {
  const long = caller(`GET /${'very-long-path/'.repeat(9)}`, BARE, {
    through: 'REST a-long-name/prod',
  });
  const survey = surveyOf([long, caller('b', LIVE)], { notes: ['x '.repeat(90)], problems: ['p'] });
  const text = diagnosisText(['main.tf'], diagnose(survey), survey);

  it('has at most 100 columns, but for one word', () => {
    const wide = text.split('\n').filter((line) => line.length > 100);
    expect(wide).toEqual([]);
  });

  it('says what a deployment does, what to change, and where to read on', () => {
    expect(text).toContain('orders (Terraform, main.tf:1): to change');
    expect(text).toContain('reaches 1 caller at once, and the other 1 only with a release');
    expect(text).toContain('docs/doctor.md#mixed');
    expect(text).toContain('Could not be read:\n  - p');
  });

  it('names nothing if there is nothing', () => {
    expect(diagnosisText([], [], EMPTY_SURVEY)).toBe('Read: nothing\nNo function was found.\n');
  });
});

describe('its JSON', () => {
  it('has the same facts', () => {
    const survey = surveyOf([caller('GET /', LIVE)]);
    expect(JSON.parse(diagnosisJson(['main.tf'], diagnose(survey), survey))).toMatchObject({
      version: 1,
      read: ['main.tf'],
      functions: [
        {
          function: 'orders',
          ready: true,
          reachedBy: 'alias',
          inputs: { functions: 'orders', alias: 'live' },
          callers: [{ caller: 'GET /', reach: LIVE, getsNewCode: 'nobody, until a release' }],
          change: [],
        },
      ],
    });
  });
});
