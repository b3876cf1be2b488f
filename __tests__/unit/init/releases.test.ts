import { describe, expect, it } from '@jest/globals';
import { diagnose } from '../../../src/doctor/diagnose.ts';
import { EMPTY_SURVEY, type FunctionFact } from '../../../src/doctor/facts.ts';
import { releasesOf } from '../../../src/init/releases.ts';

const fact = (label: string, more: Partial<FunctionFact> = {}): FunctionFact => ({
  ...{ id: `t.yaml#${label}`, label, name: undefined, where: 't.yaml', tool: 'sam' },
  ...more,
});

function released(functions: readonly FunctionFact[], stack?: string) {
  const callers = functions.map(({ id }) => ({
    ...({ functionId: id, front: 'http', label: 'GET /', through: '', where: 't.yaml' } as const),
    reach: { kind: 'alias', alias: 'live' } as const,
  }));
  return releasesOf(diagnose({ ...EMPTY_SURVEY, functions, callers }), () => stack);
}

describe('what is released together', () => {
  it('are functions with the same alias, by names or by logical IDs of a stack', () => {
    const named = released([fact('A', { name: 'a' }), fact('B', { name: 'b' })]);
    expect(named.releases).toMatchObject([
      { stack: undefined, functions: [{ input: 'a' }, { input: 'b' }] },
    ]);
    const made = released([fact('A'), fact('B')], 'shop');
    expect(made.releases).toMatchObject([
      { stack: 'shop', functions: [{ input: 'A' }, { input: 'B' }] },
    ]);
  });

  it('has the logical IDs, whatever people call the functions', () => {
    const one = fact('orders', { id: 's.yml#OrdersLambdaFunction', tool: 'serverless' });
    expect(released([one], 'shop').releases[0]?.functions[0]?.input).toBe('OrdersLambdaFunction');
    const stack = { name: 'shop', logicalId: 'OrdersLambdaFunction' };
    const both = fact('orders', { id: 'arn:…', name: 'shop-orders-1', stack });
    expect(released([both], 'shop').releases[0]?.functions[0]).toMatchObject({
      ...{ input: 'OrdersLambdaFunction', name: 'shop-orders-1' },
    });
  });

  it('needs a stack, or names', () => {
    expect(released([fact('A')]).problems).toEqual([
      '"A" gets its name from CloudFormation; give --stack, the name of its stack',
    ]);
    const terraform = fact('aws_lambda_function.a', { tool: 'terraform' });
    expect(released([terraform]).problems).toEqual([
      'the name of aws_lambda_function.a is not in the files; give a Region and credentials, or --terraform-json',
    ]);
  });

  it('refuses names and logical IDs that are there twice', () => {
    const twice = [fact('A', { id: 'a#A', where: 'a' }), fact('A', { id: 'b#A', where: 'b' })];
    expect(released(twice, 'shop').problems).toEqual([
      '"A" is defined 2 times (a; b); name the folder of one in --folder',
    ]);
  });
});
