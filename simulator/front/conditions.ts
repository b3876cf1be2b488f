// Conditions of IAM policies, as the IAM user guide documents them: "Condition operators" (a key that the request does not
// have fails, or fits a negated operator; IfExists; Null), "Multiple keys or values" (all operators and keys, any value;
// of a negated operator, none), and "Set operators for multivalued context keys". The keys of a request are those of the
// Service Authorization Reference. What is not simulated is refused by name, never guessed.

import { NotImplemented, type RequestKeys } from '../service.ts';
import { arnLike, wildcard } from './wildcards.ts';

/** By operator, then by key. */
export type Condition = Readonly<Record<string, Readonly<Record<string, Values>>>>;
/** A list of one may be written without its brackets. */
type Values = string | readonly string[];

type Match = (expected: string, found: string) => boolean;

const ignoringCase: Match = (expected, found) => expected.toLowerCase() === found.toLowerCase();
const equals: Match = (expected, found) => expected === found;

/** Without their negations. The guide: ArnEquals and ArnLike behave identically. */
const OPERATORS: Readonly<Record<string, Match>> = {
  StringEquals: equals,
  StringEqualsIgnoreCase: ignoringCase,
  StringLike: wildcard,
  ArnEquals: arnLike,
  ArnLike: arnLike,
  Bool: ignoringCase,
};

/** Service Authorization Reference, "Actions, resources, and condition keys for AWS Lambda". */
const KEYS = ['lambda:Principal', 'lambda:FunctionUrlAuthType'];

interface Operator {
  readonly quantifier: 'ForAllValues' | 'ForAnyValue' | undefined;
  readonly match: Match | 'null';
  readonly negated: boolean;
  readonly ifExists: boolean;
}

function readOperator(text: string): Operator | undefined {
  const [, quantifier, first = '', not = '', rest = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(String|Arn|Bool|Null)(Not)?(.*?)(IfExists)?$/.exec(text) ??
    [];
  const isNull = text === 'Null';
  const match = isNull ? 'null' : OPERATORS[first + rest];
  if (!match || (first === 'Bool' && not !== '')) return undefined;
  return {
    quantifier: quantifier as Operator['quantifier'],
    ...{ match, negated: not !== '', ifExists: ifExists !== undefined },
  };
}

/** What is not simulated of a condition, for a message; `undefined`: nothing. */
export function unknownIn(condition: Condition): string | undefined {
  for (const [operator, pairs] of Object.entries(condition)) {
    if (!readOperator(operator)) return `the condition operator ${operator}`;
    for (const [key, values] of Object.entries(pairs)) {
      if (!KEYS.some((known) => ignoringCase(known, key))) {
        return `the condition key ${key}; expected ${KEYS.join(' or ')}`;
      }
      const variable = [values].flat().find((value) => value.includes('${'));
      if (variable !== undefined) return `the policy variable in ${variable}`;
    }
  }
  return undefined;
}

export function holds(condition: Condition, keys: RequestKeys): boolean {
  return Object.entries(condition).every(([name, pairs]) => {
    const operator = readOperator(name);
    if (!operator) throw new NotImplemented(`the condition operator ${name}`);
    return Object.entries(pairs).every(([key, expected]) =>
      fits(operator, key, [expected].flat(), keys),
    );
  });
}

function fits(
  { quantifier, match, negated, ifExists }: Operator,
  key: string,
  expected: readonly string[],
  keys: RequestKeys,
): boolean {
  const name = key.toLowerCase();
  if (match === 'null')
    return expected.some((value) => ignoringCase(value, String(!(name in keys))));
  if (!(name in keys)) {
    // An empty set fits ForAllValues, and has no value for ForAnyValue.
    if (quantifier !== undefined) return quantifier === 'ForAllValues' || ifExists;
    return ifExists || negated;
  }
  const found = keys[name];
  if (found === undefined) throw new NotImplemented(`the value of the condition key ${key}`);
  return expected.some((value) => match(value, found)) !== negated;
}
