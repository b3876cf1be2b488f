// What a main step saves for its post step must fit into an environment variable.

import { describe, expect, it } from '@jest/globals';
import { shortened } from '../../../src/action/post-state.ts';
import type { Cause } from '../../../src/rollout/cause.ts';

/** Linux: a single argument or variable of a process. */
const MAX_VARIABLE_BYTES = 128 * 1024;

describe('a saved cause', () => {
  it('is what it was, where it is short', () => {
    const cause: Cause = {
      kind: 'alarm',
      evidence: [
        {
          source: { kind: 'alarm', name: 'orders-5xx' },
          verdict: 'failing',
          detail: { kind: 'alarm-fired', reason: '12 > 5' },
          since: 90,
        },
      ],
    };
    expect(shortened(cause)).toEqual(cause);
  });

  it('fits into a variable, however many problems there are', () => {
    const problems = Array.from({ length: 5000 }, (_, i) => `problem ${i}: ${'ä'.repeat(5000)}`);
    const saved = shortened<Cause>({ kind: 'preflight', problems });
    expect(Buffer.byteLength(JSON.stringify(saved))).toBeLessThan(MAX_VARIABLE_BYTES);
    expect(saved).toMatchObject({
      kind: 'preflight',
      problems: [expect.stringMatching(/^problem 0/)].concat(Array(19).fill(expect.any(String))),
    });
  });
});
