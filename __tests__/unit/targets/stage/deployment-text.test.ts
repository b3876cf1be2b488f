// Earlier releases, as recorded in the descriptions of deployments.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  describeDeployment,
  parseDeployment,
  parseDraft,
} from '../../../../src/targets/stage/deployment-text.ts';
import { makeRecord } from '../../rollout/rollout-fixture.ts';

const { id } = makeRecord();
const change = fc.record({
  name: fc.stringMatching(/^[a-zA-Z0-9_-]{1,20}$/),
  from: fc.integer({ min: 1, max: 9999 }).map(String),
  to: fc.integer({ min: 1, max: 9999 }).map(String),
});

describe('the description of a deployment', () => {
  it('names the previous release, for users and for a rollback', () => {
    const past = { after: 'old111', changes: [{ name: 'orders', from: '7', to: '8' }] };
    const text = describeDeployment(id, past);
    expect(text).toBe('canary-action: octo-org/orders run 7000000001 after old111: orders 7 to 8');
    expect(parseDeployment(text)).toEqual(past);
  });

  it('names the draft that it was created from, even if truncated', () => {
    const draft = '0123456789abcdef';
    const past = { after: 'old111', changes: [{ name: 'orders', from: '7', to: '8' }] };
    const text = describeDeployment(id, { ...past, draft });
    expect(text).toBe(
      'canary-action: octo-org/orders draft 0123456789abcdef run 7000000001 after old111: orders 7 to 8',
    );
    expect([parseDeployment(text), parseDraft(text)]).toEqual([past, draft]);
    const changes = Array.from({ length: 40 }, (_, i) => ({ name: `f${i}`, from: '1', to: '2' }));
    const cut = describeDeployment(id, { after: 'old111', changes, draft });
    expect([parseDeployment(cut), parseDraft(cut)]).toEqual([undefined, draft]);
  });

  it.each([
    '',
    'canary-action: octo-org/orders run 7 after old111: orders 7 to 8',
    'octo-org/orders draft 0123456789abcdef run 7 after old111',
    'canary-action: octo-org/orders draft 0123 run 7 after old111',
  ])('"%s" names no draft', (text) => {
    expect(parseDraft(text)).toBeUndefined();
  });

  it('is read as it was written, or not at all', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const text = describeDeployment(id, { after: 'old111', changes });
        expect(text.length).toBeLessThanOrEqual(256);
        const read = parseDeployment(text);
        if (read) expect(read).toEqual({ after: 'old111', changes });
        else expect(text.endsWith('…')).toBe(true);
      }),
    );
  });

  it.each([
    ['', 'made by hand'],
    ['canary-action: octo-org/orders run 7: orders 7 to 8', 'of an older form'],
    ['canary-action: octo-org/orders run 7 after old111: orders 7 to', 'cut'],
    ['by hand: run 7 after old111', 'of somebody else'],
  ])('"%s" says nothing: it is %s', (text) => {
    expect(parseDeployment(text)).toBeUndefined();
  });
});
