// What is below the address of a stage, and what leaves it.

import { describe, expect, it } from '@jest/globals';
import { addressOf } from '../../../src/checks/request-path.ts';

describe('the address of a path', () => {
  it.each([
    ['https://a.example/prod', '/orders?limit=1', 'https://a.example/prod/orders?limit=1'],
    ['https://test.example.com', '/orders', 'https://test.example.com/orders'],
    ['https://test.example.com', '/', 'https://test.example.com/'],
    ['https://a.example/prod', '/', 'https://a.example/prod/'],
  ])('%s and %s', (base, path, url) => {
    expect(addressOf(base, path)?.href).toBe(url);
  });

  it.each([
    ['https://a.example/prod', '/../beta'],
    ['https://a.example/prod', '/x/../../beta'],
    ['https://a.example', '.evil.example/'],
    ['https://a.example', ':8443/'],
    ['https://a.example', '@evil.example/'],
  ])('is none where it leaves the stage: %s and %s', (base, path) => {
    expect(addressOf(base, path)).toBeUndefined();
  });
});
