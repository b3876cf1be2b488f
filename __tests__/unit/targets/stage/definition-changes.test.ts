import { describe, expect, it } from '@jest/globals';
import {
  type Calls,
  callsDigest,
  definitionChanges,
} from '../../../../src/targets/stage/definition-changes.ts';
import {
  describeDeployment,
  parseDeployment,
  parseDraft,
  parseFile,
  parseSeal,
} from '../../../../src/targets/stage/deployment-text.ts';

const GET = { method: 'GET', path: '/orders' };
const PUT = { method: 'PUT', path: '/orders' };
const MOCK = { method: 'OPTIONS', path: '/orders' };
const BEFORE: Calls = {
  routes: [GET, PUT, MOCK],
  integrations: [
    { ...GET, uri: 'arn:aws:a' },
    { ...PUT, uri: 'arn:aws:b', credentials: 'arn:role' },
    { method: 'authorizer', path: '"who"', uri: 'arn:aws:c', authorizerId: 'x' },
  ],
};

describe('what a definition calls', () => {
  it('is compared route by route', () => {
    const after: Calls = {
      routes: [GET, PUT, { method: 'GET', path: '/offers' }],
      integrations: [
        { ...GET, uri: 'https://shop.example/secret?x=1' },
        { ...PUT, uri: 'arn:aws:b' },
      ],
    };
    expect(definitionChanges(BEFORE, after)).toEqual([
      'GET /orders calls https://shop.example/… instead of arn:aws:a',
      'PUT /orders is called in another way',
      'OPTIONS /orders is removed',
      'GET /offers is added',
    ]);
  });

  it('has a digest that depends neither on order nor on authorizers', () => {
    const { routes, integrations } = BEFORE;
    const same = { routes: [...routes].reverse(), integrations: integrations.slice(0, 2) };
    expect(callsDigest(same)).toBe(callsDigest(BEFORE));
    expect(callsDigest({ ...BEFORE, integrations: [] })).not.toBe(callsDigest(BEFORE));
    expect(callsDigest(BEFORE)).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('the description of a deployment', () => {
  const id = { repository: 'a/b', runId: '7', attempt: '1' };
  const past = {
    after: 'abc123',
    changes: [{ name: 'orders', from: '1', to: '2' }],
    draft: '0123456789abcdef',
    seal: 'a'.repeat(24),
  };

  it('says which file its draft was imported from', () => {
    const text = describeDeployment(id, { ...past, file: 'fedcba9876543210' });
    expect(parseFile(text)).toBe('fedcba9876543210');
    expect(parseDraft(text)).toBe(past.draft);
    expect(parseSeal(text)).toBe(past.seal);
    expect(parseDeployment(text)).toEqual({ after: past.after, changes: past.changes });
    expect(parseFile(describeDeployment(id, past))).toBeUndefined();
    expect(parseDraft(describeDeployment(id, past))).toBe(past.draft);
  });
});
