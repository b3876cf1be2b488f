// Conditions as the IAM user guide documents them, and every policy that the docs give.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { holds } from '../../../../simulator/front/conditions.ts';
import { parsePolicy } from '../../../../simulator/front/fault-input.ts';
import { rule } from '../../../../simulator/front/policy.ts';

const KEY = 'lambda:Principal';
const GATEWAY = 'apigateway.amazonaws.com';
const FUNCTION = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';

const fits = (operator: string, values: readonly string[], found?: string) =>
  holds(
    { [operator]: { [KEY]: values } },
    found === undefined ? {} : { [KEY.toLowerCase()]: found },
  );

describe('A condition', () => {
  it.each([
    ['StringEquals', GATEWAY, GATEWAY, true],
    ['StringEquals', GATEWAY, 'events.amazonaws.com', false],
    ['StringEquals', 'apigateway.*', GATEWAY, false],
    ['StringEquals', GATEWAY, GATEWAY.toUpperCase(), false],
    ['StringEqualsIgnoreCase', GATEWAY, GATEWAY.toUpperCase(), true],
    ['StringNotEquals', GATEWAY, GATEWAY, false],
    ['StringLike', 'api*.amazonaws.???', GATEWAY, true],
    ['StringNotLike', 'api*', GATEWAY, false],
    ['ArnLike', 'arn:aws:lambda:*:*:function:ord*', FUNCTION, true],
    ['ArnEquals', 'arn:aws:lambda:*:function:orders', FUNCTION, false],
    ['ArnNotLike', 'arn:aws:lambda:*:*:function:ord*', FUNCTION, false],
    ['Bool', 'TRUE', 'true', true],
    ['Null', 'false', GATEWAY, true],
    ['Null', 'true', GATEWAY, false],
    ['ForAnyValue:StringLike', 'api*', GATEWAY, true],
    ['ForAllValues:StringNotLike', 'api*', GATEWAY, false],
  ])('%s %s about %s: %p', (operator, value, found, is) => {
    expect(fits(operator, [value], found)).toBe(is);
  });

  it.each([
    ['StringEquals', false],
    ['StringNotEquals', true],
    ['ArnNotLike', true],
    ['StringEqualsIfExists', true],
    ['ForAllValues:StringEquals', true],
    ['ForAnyValue:StringEquals', false],
    ['ForAnyValue:StringNotEquals', false],
  ])('%s about a key that the request lacks: %p', (operator, is) => {
    expect(fits(operator, [GATEWAY])).toBe(is);
    expect(fits('Null', ['true'])).toBe(true);
  });

  it('fits any of its values, and one that is negated none of them', () => {
    expect(fits('StringEquals', ['a', GATEWAY], GATEWAY)).toBe(true);
    expect(fits('StringNotEquals', ['a', GATEWAY], GATEWAY)).toBe(false);
  });

  it('decides for its statement, with all others', () => {
    const [statement] = parsePolicy({
      Statement: {
        ...{ Effect: 'Allow', Action: 'lambda:AddPermission', Resource: '*' },
        Condition: { StringEquals: { 'LAMBDA:principal': GATEWAY }, Null: { [KEY]: false } },
      },
    });
    const asked = (keys: Record<string, string>) =>
      rule([statement!], { action: 'lambda:AddPermission', resource: FUNCTION, keys });
    expect(asked({ 'lambda:principal': GATEWAY })).toBe('allowed');
    expect(asked({ 'lambda:principal': '999999999999' })).toBe('not-allowed');
    expect(asked({})).toBe('not-allowed');
  });

  it.each([
    [{ DateLessThan: { [KEY]: 'x' } }, 'not simulated: the condition operator DateLessThan'],
    [{ BoolNot: { [KEY]: 'x' } }, 'the condition operator BoolNot'],
    [{ StringEquals: { 'aws:RequestTag/team': 'x' } }, 'the condition key aws:RequestTag/team'],
    [{ StringEquals: { [KEY]: '${aws:username}' } }, 'the policy variable in ${aws:username}'],
    [{ StringEquals: { [KEY]: [] } }, 'lambda:Principal must be a string or a list of strings'],
    [{ StringEquals: 'x' }, 'StringEquals must be a JSON object'],
    ['x', 'Condition must be a JSON object'],
  ])('%j is refused by name', (Condition, words) => {
    const statement = { Effect: 'Allow', Action: '*', Resource: '*', Condition };
    expect(() => parsePolicy({ Statement: [statement] })).toThrow(words);
  });

  it('is not guessed where the value is not simulated', () => {
    expect(() =>
      holds({ StringEquals: { [KEY]: ['x'] } }, { 'lambda:principal': undefined }),
    ).toThrow('not implemented by this simulator: the value of the condition key lambda:Principal');
  });
});

const DOCS = fileURLToPath(new URL('../../../../docs', import.meta.url));

/** Those of roles: a policy that names who may assume a role cannot be attached to one. */
const POLICIES = readdirSync(DOCS)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) =>
    [...readFileSync(`${DOCS}/${name}`, 'utf8').matchAll(/```json\n([\s\S]*?)```/g)].map(
      ([, json = ''], index) => [`${name}, number ${index + 1}`, json] as const,
    ),
  )
  .filter(([, json]) => json.includes('"Statement"') && !json.includes('"Principal"'));

describe('The policies of the docs', () => {
  it('are many, and some have a condition', () => {
    expect(POLICIES.length).toBeGreaterThan(20);
    expect(POLICIES.filter(([, json]) => json.includes('"Condition"'))).toHaveLength(2);
  });

  it.each(POLICIES)('are loaded: %s', (_, json) => {
    const read = parsePolicy(JSON.parse(json));
    expect(read).toHaveLength(JSON.parse(json).Statement.length);
  });
});
