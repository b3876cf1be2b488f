import { describe, expect, it } from '@jest/globals';
import { alarmsIn, holds, parseRule } from '../../../../simulator/cloudwatch/alarms/rule.ts';

const STATES = { a: 'ALARM', b: 'OK', 'c (new)': 'INSUFFICIENT_DATA' } as const;
const stateOf = (name: string) => STATES[name as keyof typeof STATES];

describe('the rule of a composite alarm', () => {
  it.each([
    ['ALARM("a")', true],
    ['ALARM(a)', true],
    ['ALARM(b)', false],
    ['OK("b") AND ALARM("a")', true],
    ['NOT ALARM("a") OR OK("b")', true],
    ['NOT (ALARM("a") OR OK("b"))', false],
    ['FALSE AND FALSE OR TRUE', true],
    ['TRUE OR FALSE AND FALSE', true],
    ['INSUFFICIENT_DATA("c (new)")', true],
    ['ALARM("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:a")', true],
    ['NOT NOT ALARM ( "a" )', true],
  ])('%s', (source, expected) => {
    expect(holds(parseRule(source), stateOf)).toBe(expected);
  });

  it('names its alarms once', () => {
    expect(alarmsIn(parseRule('ALARM(a) AND NOT (OK(b) OR ALARM(a))'))).toEqual(['a', 'b']);
  });

  it.each([
    '',
    'ALARM()',
    'ALARM("a"',
    'ALARM(a) ALARM(b)',
    'AND',
    'NOT',
    '(TRUE',
    'RED(a)',
    'TRUEST',
  ])('refuses %p', (source) => {
    expect(() => parseRule(source)).toThrow('AlarmRule is not valid');
  });
});
