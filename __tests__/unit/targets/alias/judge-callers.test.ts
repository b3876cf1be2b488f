import { describe, expect, it } from '@jest/globals';
import {
  type CallersReading,
  describeFirstCallers,
  judgeCallers,
} from '../../../../src/targets/alias/judge-callers.ts';
import type { Callers } from '../../../../src/targets/lambda/callers.ts';

const FUNCTION = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';
const NONE: Callers = { permitted: [], sources: [], hasUrl: false };
const QUEUE = 'arn:aws:sqs:eu-west-1:123456789012:orders';

const api = (id: string, stage = '*') => ({
  service: 'apigateway.amazonaws.com',
  sourceArn: `arn:aws:execute-api:eu-west-1:123456789012:${id}/${stage}/GET/orders`,
});
const callers = (more: Partial<Callers>): Callers => ({ ...NONE, ...more });
const reading = (more: Partial<CallersReading> = {}): CallersReading => ({
  functionName: 'orders',
  arn: `${FUNCTION}:live`,
  counts: { alias: 0, all: 0 },
  ofAlias: NONE,
  ofFunction: NONE,
  complete: true,
  ...more,
});

describe('an alias that was not called', () => {
  it.each<[string, Partial<Callers>, string]>([
    ['an API', { permitted: [api('a1b2c3d4e5')] }, 'API Gateway (API a1b2c3d4e5)'],
    ['an event source', { sources: [QUEUE] }, `the event source ${QUEUE}`],
    ['a function URL', { hasUrl: true }, 'its function URL'],
    [
      'a load balancer',
      { permitted: [{ service: 'elasticloadbalancing.amazonaws.com', sourceArn: undefined }] },
      'elasticloadbalancing.amazonaws.com',
    ],
  ])('and that %s passes by reaches nobody', (_, more, words) => {
    const verdict = judgeCallers(reading({ ofFunction: callers(more) }));
    expect(verdict.reaches).toBe('nobody');
    expect(verdict.words).toContain(
      `a release of orders:live would reach nobody: no permission, event source or function URL leads to it, it was not called in the last 35 days, and ${words} may call "orders" without a qualifier`,
    );
    expect(verdict.words).toContain(`Let them call ${FUNCTION}:live`);
  });

  const past = { ofFunction: callers({ permitted: [api('a1b2c3d4e5')] }) };
  it.each<[string, Partial<CallersReading>]>([
    ['nothing else is known to call the function', {}],
    [
      'an account may call the function',
      { ofFunction: callers({ permitted: [{ service: undefined, sourceArn: undefined }] }) },
    ],
    ['the counts could not be read', { ...past, counts: undefined }],
    ['not all of its callers could be read', { ...past, complete: false }],
  ])('is not refused if %s', (_, more) => {
    expect(judgeCallers(reading(more)).reaches).toBe('unknown');
  });

  it.each<[string, Partial<Callers>]>([
    ['a permission', { permitted: [{ service: undefined, sourceArn: undefined }] }],
    ['an event source', { sources: [QUEUE] }],
    ['a function URL', { hasUrl: true }],
  ])('is not refused if %s leads to it', (_, more) => {
    const verdict = judgeCallers(reading({ ...past, ofAlias: callers(more) }));
    expect(verdict.reaches).toBe('somebody');
  });

  it('is mentioned if nothing is seen, for its callers may be invisible', () => {
    expect(judgeCallers(reading()).words).toBe(
      'nothing that AWS shows calls orders:live: no permission, event source or function URL leads to it, and it was not called in the last 35 days. Callers with a role of their own are invisible; if there are none, this release reaches nobody',
    );
  });

  it('is mentioned with what passes by if the rest could not be read', () => {
    const passes = 'API Gateway (API a1b2c3d4e5) may call "orders" without a qualifier';
    const uncounted = judgeCallers(reading({ ...past, counts: undefined }));
    expect(uncounted.words).toContain(`its calls could not be read, and ${passes}. Callers`);
    const unread = judgeCallers(reading({ ...past, complete: false }));
    expect(unread.words).toContain('of what could be read, nothing leads to it');
    expect(unread.words).toContain(passes);
  });
});

describe('an alias that is called', () => {
  const used = { counts: { alias: 5, all: 8 } };

  it('by a role of its own is one', () => {
    expect(judgeCallers(reading(used))).toEqual({ reaches: 'somebody', words: '' });
  });

  it('names those that pass by, but not those that may call both', () => {
    const both = api('b0b0b0b0b0');
    const verdict = judgeCallers(
      reading({
        ...used,
        ofAlias: callers({ permitted: [both] }),
        ofFunction: callers({ permitted: [api('a1b2c3d4e5'), both, api('a1b2c3d4e5', 'prod')] }),
      }),
    );
    expect(verdict.reaches).toBe('somebody');
    expect(verdict.words).toMatch(
      /^API Gateway \(API a1b2c3d4e5\) may call "orders" without a qualifier, but not orders:live: such calls get \$LATEST/,
    );
  });

  it('by every call of the function has nobody passing by', () => {
    const ofFunction = callers({ permitted: [api('a1b2c3d4e5')] });
    const verdict = judgeCallers(reading({ counts: { alias: 5, all: 5 }, ofFunction }));
    expect(verdict.words).toBe('');
  });
});

describe('an alias that is created', () => {
  it('comes with the commands for those that call the function now', () => {
    const permitted = [api('a1b2c3d4e5'), { service: undefined, sourceArn: undefined }];
    const ofFunction = callers({ permitted, sources: [QUEUE], hasUrl: true });
    const words = describeFirstCallers(reading({ ofFunction }));
    expect(words).toContain(
      "nothing that AWS shows may call orders:live once it exists, apart from callers with a role of their own. Then add a permission for each other caller: aws lambda add-permission --function-name orders --qualifier live --statement-id call-live-1 --action lambda:InvokeFunction --principal apigateway.amazonaws.com --source-arn 'arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/*/GET/orders' --region eu-west-1",
    );
    expect(words.match(/add-permission/g)).toHaveLength(1);
    expect(words).toContain(`create the event source mapping of ${QUEUE} for ${FUNCTION}:live`);
    expect(words).toContain('create a function URL for orders:live');
  });

  it('comes with an example if nothing calls the function', () => {
    expect(describeFirstCallers(reading())).toContain(
      "--principal apigateway.amazonaws.com --source-arn 'arn:aws:execute-api:eu-west-1:123456789012:API_ID/*'",
    );
  });

  it('needs nothing if the policy of the function names it', () => {
    const ofAlias = callers({ permitted: [api('a1b2c3d4e5')] });
    expect(describeFirstCallers(reading({ ofAlias }))).toBe(
      'API Gateway (API a1b2c3d4e5) may call orders:live once it exists',
    );
  });

  it('does not claim that nobody may call it if that could not be read', () => {
    expect(describeFirstCallers(reading({ complete: false }))).toMatch(
      /^it is not known what may call orders:live/,
    );
  });
});
