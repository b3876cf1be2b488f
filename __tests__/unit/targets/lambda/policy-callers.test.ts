import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  describeCaller,
  type PermittedCaller,
  permittedCallers,
} from '../../../../src/targets/lambda/policy-callers.ts';

const FUNCTION = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';
const API = 'arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/*/GET/orders';

const policy = (...statements: unknown[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

const allow = (more: Record<string, unknown> = {}) => ({
  Effect: 'Allow',
  Principal: { Service: 'apigateway.amazonaws.com' },
  Action: 'lambda:InvokeFunction',
  Resource: FUNCTION,
  Condition: { ArnLike: { 'AWS:SourceArn': API } },
  ...more,
});

/** Those of the function without a qualifier, for certain. */
const callers = (...documents: readonly string[]): readonly PermittedCaller[] =>
  permittedCallers({ arn: FUNCTION, documents }, 'yes');
const GATEWAY = { service: 'apigateway.amazonaws.com', sourceArn: API };

describe('the callers in policies', () => {
  it('are services with the sources that they are limited to', () => {
    const Service = ['events.amazonaws.com', 's3.amazonaws.com'];
    const open = allow({ Principal: { Service }, Condition: undefined });
    expect(callers(policy(allow()), policy(open))).toEqual([
      GATEWAY,
      { service: 'events.amazonaws.com', sourceArn: undefined },
      { service: 's3.amazonaws.com', sourceArn: undefined },
    ]);
  });

  it('are others if no service is named', () => {
    const other = [{ service: undefined, sourceArn: undefined }];
    for (const Principal of ['*', { AWS: '123456789012' }, undefined]) {
      const statement = allow({ Principal, Condition: undefined });
      expect(callers(policy(statement))).toEqual(other);
    }
  });

  it('may also call a function URL only', () => {
    expect(callers(policy(allow({ Action: 'lambda:InvokeFunctionUrl' })))).toEqual([GATEWAY]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['denies', { Effect: 'Deny' }],
    ['is about another action', { Action: 'lambda:GetFunction' }],
    ['is about the alias', { Resource: `${FUNCTION}:live` }],
    ['is about a resource that is not understood', { Resource: '${aws:x}' }],
  ])('are not in a statement that %s', (_, more) => {
    expect(callers(policy(allow(more)))).toEqual([]);
  });

  it('count as possible where a statement is not understood, if that is asked for', () => {
    const documents = [policy(allow({ Resource: '${aws:x}' }))];
    expect(permittedCallers({ arn: FUNCTION, documents }, 'unknown')).toEqual([GATEWAY]);
  });

  it('are read from whatever a policy holds', () => {
    const odd = fc.record(
      {
        Effect: fc.constantFrom<unknown>('Allow', 'Deny', null),
        Principal: fc.jsonValue(),
        Action: fc.constantFrom<unknown>('*', 7, ['lambda:InvokeFunction']),
        Resource: fc.constantFrom<unknown>('*', FUNCTION, {}),
        Condition: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(odd), (statements) => {
        for (const caller of callers(policy(...statements))) {
          expect(describeCaller(caller)).not.toBe('');
        }
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void callers(text)));
  });

  it('are described by what people know them by', () => {
    expect(describeCaller(GATEWAY)).toBe('API Gateway (API a1b2c3d4e5)');
    const rule = 'arn:aws:events:eu-west-1:123456789012:rule/nightly';
    expect(describeCaller({ service: 'events.amazonaws.com', sourceArn: rule })).toBe(
      `events.amazonaws.com (${rule})`,
    );
    const anyApi = 'arn:aws:execute-api:*:*:*';
    expect(describeCaller({ ...GATEWAY, sourceArn: anyApi })).toBe(
      `apigateway.amazonaws.com (${anyApi})`,
    );
  });
});
