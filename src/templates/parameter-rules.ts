// What CloudFormation accepts as the value of a parameter (CloudFormation user guide, "Parameters": types, AllowedValues,
// AllowedPattern, lengths and limits).

import { listed } from '../base/listed.ts';
import { quote } from '../base/quote.ts';
import { isList, type TreeMap, textAt } from './tree.ts';

/** Why CloudFormation would reject a value; `undefined`: it accepts it. */
export function parameterProblem(
  name: string,
  parameter: TreeMap,
  value: string,
): string | undefined {
  const expected = expectedInstead(parameter, value);
  return (
    expected && `the parameter "${name}" is ${quote(value)}; the template expects ${expected} of it`
  );
}

function expectedInstead(parameter: TreeMap, value: string): string | undefined {
  const type = textAt(parameter, 'Type') ?? 'String';
  const items = /^(?:CommaDelimitedList|List<)/.test(type)
    ? value.split(',').map((item) => item.trim())
    : [value];
  const isNumeric = type === 'Number' || type === 'List<Number>';
  if (isNumeric && !items.every(isNumber)) return 'a number';
  const allowed = parameter.get('AllowedValues');
  if (isList(allowed)) {
    const texts = allowed.filter((each) => typeof each === 'string');
    if (!items.every((item) => texts.includes(item))) return `one of ${listed(texts)}`;
  }
  if (isNumeric) return outOfLimits(parameter, items);
  return wrongLength(parameter, value) ?? wrongPattern(parameter, value);
}

function isNumber(text: string): boolean {
  return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(text);
}

function outOfLimits(parameter: TreeMap, items: readonly string[]): string | undefined {
  const [least, most] = ['MinValue', 'MaxValue'].map((key) => textAt(parameter, key));
  const numbers = items.map(Number);
  if (least !== undefined && numbers.some((n) => n < Number(least))) return `at least ${least}`;
  if (most !== undefined && numbers.some((n) => n > Number(most))) return `at most ${most}`;
  return undefined;
}

function wrongLength(parameter: TreeMap, value: string): string | undefined {
  const [least, most] = ['MinLength', 'MaxLength'].map((key) => textAt(parameter, key));
  if (least !== undefined && value.length < Number(least)) return `at least ${least} characters`;
  if (most !== undefined && value.length > Number(most)) return `at most ${most} characters`;
  return undefined;
}

/** CloudFormation's patterns are Java's and match the whole value. One that JavaScript cannot read is not checked. */
function wrongPattern(parameter: TreeMap, value: string): string | undefined {
  const pattern = textAt(parameter, 'AllowedPattern');
  const whole = pattern === undefined ? undefined : compiled(`^(?:${pattern})$`);
  return whole === undefined || whole.test(value) ? undefined : `the pattern ${pattern}`;
}

function compiled(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
